//! `cargo xtask law`: every figure of the law with its validity, its source and its age, and what is due.

mod due;

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use dument_law::reference::{Figure, Row, Unit, upkeep};
use dument_law::{Day, Reference};

use crate::args::LawOptions;
use due::{Due, Urgency};

/// Prints the figures and what is due; with `check`, only the latter, and fails where something is missing.
pub(crate) fn run(options: &LawOptions) -> Result<()> {
    let day = options.on.map_or_else(today, Ok)?;
    let reference = Reference::published();
    if !options.check {
        for figure in &reference.figures {
            println!("{}\n", describe(figure, reference, day));
        }
    }
    let due = due::on(day, reference, &upkeep::watched());
    println!("{}", summary(&due, day));
    let missing = due.iter().filter(|due| due.urgency == Urgency::Missing).count();
    ensure!(!options.check || missing == 0, "{missing} to put right on {day}: crates/law/data");
    Ok(())
}

/// The day it is, by the system's clock: all else takes the day as an argument.
fn today() -> Result<Day> {
    const A_DAY: u64 = 24 * 60 * 60;
    let since = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?;
    let epoch = Day::new(1970, 1, 1).context("1970 is in the calendar")?;
    Ok(epoch.plus_days(u32::try_from(since.as_secs() / A_DAY)?))
}

/// A figure, and the value that it has on that day.
fn describe(figure: &Figure, reference: &Reference, day: Day) -> String {
    let Some(row) = figure.on(day).or_else(|| figure.begun_by(day)).or_else(|| figure.rows.first()) else {
        return format!("{}: no value", figure.id);
    };
    let url = reference.sources.iter().find(|source| source.id == row.source).map_or("", |source| source.url.as_str());
    let read = upkeep::read_on(&figure.id).map_or_else(String::new, |read_on| format!(", read {}", ago(read_on, day)));
    format!(
        "{}: {}\n  {} {}, {}{}\n  {}\n  {} <{url}>{read}",
        figure.id,
        figure.label,
        row.value,
        unit(figure.unit),
        validity(figure, row),
        if row.uncertain { ", to be confirmed" } else { "" },
        row.reference,
        row.source,
    )
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "%",
        Unit::Points => "points",
        Unit::Multiple => "times",
        Unit::Euro => "EUR",
        Unit::Days => "days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Employees => "employees",
    }
}

/// `from 2026-09-16, known until 2026-12-31`
fn validity(figure: &Figure, row: &Row) -> String {
    let next = figure.rows.iter().find(|other| other.from > row.from).map(|other| other.from.eve());
    match (row.until.or(next), figure.known_until) {
        (Some(until), _) => format!("from {} to {until}", row.from),
        (None, Some(known_until)) => format!("from {}, known until {known_until}", row.from),
        (None, None) => format!("from {}", row.from),
    }
}

/// `43 days ago (2026-10-10)`
fn ago(then: Day, day: Day) -> String {
    match day.days_since(then) {
        0 => format!("that day ({then})"),
        1 => format!("the day before ({then})"),
        days @ 2.. => format!("{days} days ago ({then})"),
        _ => format!("later ({then})"),
    }
}

/// What is due, the missing first.
fn summary(due: &[Due], day: Day) -> String {
    let mut lines = Vec::new();
    for (urgency, title) in [(Urgency::Missing, "Missing"), (Urgency::Soon, "Soon")] {
        let these = due.iter().filter(|due| due.urgency == urgency);
        let items: Vec<String> = these.map(|due| format!("  {}  {}", due.on, due.what)).collect();
        if !items.is_empty() {
            lines.push(format!("{title}:"));
            lines.extend(items);
        }
    }
    if lines.is_empty() { format!("Nothing is due on {day}, nor soon.") } else { lines.join("\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_figure_is_told_with_its_value_of_the_day() {
        let reference = Reference::published();
        let told = |id: &str, on: &str| describe(reference.figure(id).unwrap(), reference, day(on));
        let legal_rate = told("legalRateBusiness", "2026-03-01");
        assert!(legal_rate.contains("2.62 %, from 2026-01-01 to 2026-06-30\n"), "{legal_rate}");
        assert!(legal_rate.contains("Arrêté du 15 décembre 2025 (JO du 26 décembre 2025)\n"), "{legal_rate}");
        assert!(legal_rate.contains("jorf-taux-legal-2026-1 <https://"), "{legal_rate}");
        let today = told("legalRateBusiness", "2026-11-22");
        assert!(today.contains("2.75 %, from 2026-07-01, known until 2026-12-31, to be confirmed\n"), "{today}");
        assert!(today.contains("days ago (") || today.contains("that day ("), "{today}");
        let indemnity = told("recoveryIndemnity", "2026-11-22");
        assert!(indemnity.contains("40 EUR, from 2013-01-01\n"), "{indemnity}");
    }

    #[test]
    fn ages_are_counted_in_days() {
        assert_eq!(ago(day("2026-11-22"), day("2026-11-22")), "that day (2026-11-22)");
        assert_eq!(ago(day("2026-11-21"), day("2026-11-22")), "the day before (2026-11-21)");
        assert_eq!(ago(day("2025-11-22"), day("2026-11-22")), "365 days ago (2025-11-22)");
    }

    #[test]
    fn what_is_missing_comes_first() {
        let due = |urgency, on: &str| Due { on: day(on), what: on.to_owned(), urgency };
        let told = summary(&[due(Urgency::Soon, "2026-12-01"), due(Urgency::Missing, "2026-12-24")], day("2026-11-22"));
        assert_eq!(told, "Missing:\n  2026-12-24  2026-12-24\nSoon:\n  2026-12-01  2026-12-01");
        assert_eq!(summary(&[], day("2026-11-22")), "Nothing is due on 2026-11-22, nor soon.");
    }
}
