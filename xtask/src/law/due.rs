//! What the figures of the law will lack soon, or lack already.

use dument_law::reference::{Figure, upkeep};
use dument_law::{Day, Reference};

/// The arrêté that sets the legal rate was never dated before the 15th of June or December, sixteen and seventeen days
/// before the half-year it is for; the ECB's last council before it meets about then. Earlier, nothing could be done.
const HALF_YEAR_NOTICE: u32 = 17;

/// A text that ends by itself is prolonged, or not, some weeks before.
const END_NOTICE: u32 = 30;

/// How long before it is missing a thing is announced.
const SOON: u32 = 60;

/// A figure that no one has read for so long may have changed unseen.
const READ_EVERY_MONTHS: u32 = 12;

/// Something to do with the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Due {
    /// The day that decides: a half-year's first, a value's last, a review's.
    pub(super) on: Day,
    /// What is to be done.
    pub(super) what: String,
    pub(super) urgency: Urgency,
}

/// Whether it can wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urgency {
    /// It must be put right now.
    Missing,
    /// It will be missing before long.
    Soon,
}

/// All that is due on a day, in the order of the days that decide.
pub(super) fn on(day: Day, reference: &Reference, watched: &[upkeep::Watched]) -> Vec<Due> {
    let mut due = Vec::new();
    for figure in &reference.figures {
        due.extend(next_half_year(figure, day));
        due.extend(end(figure, day));
        due.extend(upkeep::read_on(&figure.id).and_then(|read_on| reading(figure, read_on, day)));
    }
    for watched in watched {
        let what = format!("{}: {} <{}>", watched.id, watched.title, watched.source);
        due.extend(urgency(watched.review_on, day).map(|urgency| Due { on: watched.review_on, what, urgency }));
    }
    due.sort_by_key(|due| due.on);
    due
}

/// The half-year for which a figure isn't known yet.
fn next_half_year(figure: &Figure, day: Day) -> Option<Due> {
    let begins = figure.known_until?.next();
    let what = format!("{}: no value for the half-year that begins on {begins}", figure.id);
    urgency(begins.minus_days(HALF_YEAR_NOTICE), day).map(|urgency| Due { on: begins, what, urgency })
}

/// The end of a figure that nothing follows.
fn end(figure: &Figure, day: Day) -> Option<Due> {
    let ends = figure.last()?.until?;
    let what = format!("{}: its last value ends on {ends}; is it prolonged?", figure.id);
    urgency(ends.minus_days(END_NOTICE), day).map(|urgency| Due { on: ends, what, urgency })
}

/// The day by which a figure should have been read again.
fn reading(figure: &Figure, read_on: Day, day: Day) -> Option<Due> {
    let by = read_on.plus_months(READ_EVERY_MONTHS);
    let what = format!("{}: last read on {read_on}", figure.id);
    urgency(by, day).map(|urgency| Due { on: by, what, urgency })
}

/// How urgent what is missing from a day on is on another day, if at all.
fn urgency(missing_from: Day, day: Day) -> Option<Urgency> {
    if day >= missing_from { Some(Urgency::Missing) } else { (day.plus_days(SOON) >= missing_from).then_some(Urgency::Soon) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dument_law::reference::Row;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// The figures as they were known up to the end of 2026.
    fn known_until(text: &str) -> Reference {
        let mut reference = Reference::published().clone();
        for figure in &mut reference.figures {
            figure.known_until = figure.known_until.map(|_| day(text));
        }
        reference
    }

    #[track_caller]
    fn check(reference: &Reference, on: &str, about: &str, expected: Option<Urgency>) {
        let due = super::on(day(on), reference, &upkeep::watched());
        assert_eq!(due.iter().find(|due| due.what.contains(about)).map(|due| due.urgency), expected, "{on}: {due:?}");
    }

    #[test]
    fn a_half_year_is_missing_from_the_day_its_rates_can_appear() {
        let reference = known_until("2026-12-31");
        let rate = "legalRateBusiness: no value for the half-year that begins on 2027-01-01";
        check(&reference, "2026-10-15", rate, None);
        check(&reference, "2026-11-22", rate, Some(Urgency::Soon));
        check(&reference, "2026-12-14", rate, Some(Urgency::Soon));
        check(&reference, "2026-12-15", rate, Some(Urgency::Missing));
        check(&reference, "2027-03-01", rate, Some(Urgency::Missing));
        check(&reference, "2026-12-15", "refinancingRate: no value", Some(Urgency::Missing));
        let reference = known_until("2027-06-30");
        check(&reference, "2027-03-01", "no value for the half-year", None);
        check(&reference, "2027-06-14", "legalRateIndividual: no value", Some(Urgency::Missing));
    }

    #[test]
    fn a_weekly_look_finds_a_missing_half_year_before_it_begins() {
        let reference = known_until("2026-12-31");
        for weekday in 0..7 {
            let mut look = day("2026-12-01").plus_days(weekday);
            while !super::on(look, &reference, &[]).iter().any(|due| due.urgency == Urgency::Missing) {
                look = look.plus_days(7);
            }
            assert!(look.plus_days(7) < day("2027-01-01"), "not even a second look before it begins: {look}");
        }
    }

    #[test]
    fn a_figure_that_ends_is_asked_after() {
        let mut reference = known_until("2026-12-31");
        let figure = reference.figures.iter_mut().find(|figure| figure.id == "recoveryIndemnity").unwrap();
        figure.rows[0].until = Some(day("2028-12-31"));
        check(&reference, "2028-09-01", "recoveryIndemnity: its last value", None);
        check(&reference, "2028-10-31", "recoveryIndemnity: its last value", Some(Urgency::Soon));
        check(&reference, "2028-12-01", "recoveryIndemnity: its last value", Some(Urgency::Missing));
        let figure = reference.figures.iter_mut().find(|figure| figure.id == "recoveryIndemnity").unwrap();
        let prolonged = Row { from: day("2029-01-01"), until: None, ..figure.rows[0].clone() };
        figure.rows.push(prolonged);
        check(&reference, "2028-12-01", "recoveryIndemnity: its last value", None);
    }

    #[test]
    fn the_contribution_of_the_economic_courts_ends_with_2028() {
        check(Reference::published(), "2028-10-01", "its last value ends on 2028-12-31", None);
        check(Reference::published(), "2028-12-15", "its last value ends on 2028-12-31", Some(Urgency::Missing));
    }

    #[test]
    fn what_is_watched_is_reviewed_in_time() {
        for (watched, on) in [("ccom-l441-10-2027", "2027-01-01"), ("rivage", "2027-01-04"), ("ppl-rietmann", "2027-01-04")] {
            check(Reference::published(), "2026-10-10", watched, None);
            check(Reference::published(), "2026-11-22", watched, Some(Urgency::Soon));
            check(Reference::published(), on, watched, Some(Urgency::Missing));
        }
    }

    #[test]
    fn figures_are_read_again_every_year() {
        let read_on = upkeep::read_on("recoveryIndemnity").unwrap();
        let late = read_on.plus_months(12);
        let told = |on: Day| super::on(on, &known_until("2099-12-31"), &[]);
        assert!(told(late).iter().any(|due| due.what == format!("recoveryIndemnity: last read on {read_on}")));
        assert!(told(read_on).iter().all(|due| !due.what.contains("last read on")));
    }
}
