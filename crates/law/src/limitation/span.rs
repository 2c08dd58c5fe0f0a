//! How long a period is, through the texts that set it.
//!
//! C. civ. 2228, 2229: days count, not hours; the day that opens the period doesn't, the last one does to its end.

use crate::reference::Figure;
use crate::{Day, french};

/// How a period is counted from the day that opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// To the same day of the month so many years later.
    Years(u32),
    /// To the same day of the month so many months later.
    Months(u32),
    /// To 31 December of so many years later: the years of a public debtor are whole ones (loi 68-1250, article 1).
    WholeYears(u32),
}

impl Length {
    /// The last usable day of a period opened on that day.
    pub(super) fn last_day(self, opened_on: Day) -> Day {
        match self {
            Self::Years(years) => opened_on.plus_years(years),
            Self::Months(months) => opened_on.plus_months(months),
            Self::WholeYears(years) => new_year_after(opened_on).plus_years(years).eve(),
        }
    }

    /// « 5 ans », « 6 mois »
    pub(super) fn words(self) -> String {
        match self {
            Self::Years(years) | Self::WholeYears(years) => french::count(i64::from(years), "an", "ans"),
            Self::Months(months) => french::count(i64::from(months), "mois", "mois"),
        }
    }

    /// « de 5 ans », « d’un an »
    pub(super) fn of_words(self) -> String {
        match self {
            Self::Years(1) | Self::WholeYears(1) => "d’un an".to_owned(),
            Self::Months(1) => "d’un mois".to_owned(),
            _ => format!("de {}", self.words()),
        }
    }
}

/// 1 January of the next year.
fn new_year_after(day: Day) -> Day {
    Day::new(day.year() + 1, 1, 1).expect("in every year")
}

/// A length and the first day of the text that sets it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) from: Day,
    pub(super) length: Length,
}

/// The length of a period through the texts that set it, oldest first; never empty.
#[derive(Clone, Debug)]
pub(super) struct Span(Vec<Step>);

impl Span {
    /// The history of a figure, counted as `length` says; nothing where a value isn't a whole number.
    pub(super) fn of(figure: &Figure, length: fn(u32) -> Length) -> Option<Self> {
        let mut steps = Vec::new();
        for row in &figure.rows {
            steps.push(Step { from: row.from, length: length(row.value.parse().ok()?) });
        }
        (!steps.is_empty()).then_some(Self(steps))
    }

    /// A length that no reform changes: the parties agreed on it.
    pub(super) fn fixed(length: Length, from: Day) -> Self {
        Self(vec![Step { from, length }])
    }

    /// The step in force on a day, else the oldest known.
    pub(super) fn on(&self, day: Day) -> Step {
        self.0.iter().rev().find(|step| step.from <= day).copied().unwrap_or(self.0[0])
    }

    /// The texts that came into force after that day, oldest first.
    pub(super) fn after(&self, day: Day) -> impl Iterator<Item = Step> {
        self.0.iter().copied().filter(move |step| step.from > day)
    }

    /// The last usable day of a period opened on that day, were the text of that day never changed.
    pub(super) fn last_day(&self, opened_on: Day) -> Day {
        self.on(opened_on).length.last_day(opened_on)
    }

    /// The day from which a period opened on that day is counted.
    pub(super) fn starts_on(&self, opened_on: Day) -> Day {
        if self.in_whole_years() { new_year_after(opened_on) } else { opened_on }
    }

    /// Whether it is that of a public debtor.
    pub(super) fn in_whole_years(&self) -> bool {
        matches!(self.0[0].length, Length::WholeYears(_))
    }
}
