//! Calendar days, without hours or time zones.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::digits::Digits;
use crate::problem::Code;

/// A calendar day of the Gregorian calendar, from 1900 to 2200.
///
/// Reads and prints as `"2026-11-22"`. Months and years are counted as French law counts them: the same day of the
/// month, or its last day where there is no such day (CPC, article 641, second paragraph).
#[doc(alias = "jour")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Day(NaiveDate);

impl Day {
    /// First and last years accepted as input; outside them a date is a typing error.
    pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

    /// The day, or `None` where the calendar has no such day (30 February).
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The year, as in 2026.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1 to 31.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus_days(1)
    }

    /// The eve.
    #[must_use]
    pub fn eve(self) -> Self {
        self.minus_days(1)
    }

    /// So many days later.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Self(self.0.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX))
    }

    /// So many days earlier.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        Self(self.0.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN))
    }

    /// The same day of the month so many months later, else that month's last day.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }

    /// The same day of the year so many years later; from a 29 February, the 28th in a common year.
    #[must_use]
    pub fn plus_years(self, years: u32) -> Self {
        self.plus_months(years.saturating_mul(12))
    }

    /// The day's place among all days: the next one's is one more.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0.num_days_from_ce().unsigned_abs()
    }

    /// How many days from `earlier` to this day: 0 on the same day, negative where `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The number of days of this day's year: 365 or 366.
    #[must_use]
    pub fn days_in_year(self) -> u32 {
        if self.0.leap_year() { 366 } else { 365 }
    }
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// Not of the form `2026-11-22`.
    #[error("Une date s’écrit «\u{a0}2026-11-22\u{a0}»\u{a0}: année, mois, jour.")]
    Malformed,
    /// Well formed, but the calendar has no such day.
    #[error("Cette date n’existe pas dans le calendrier.")]
    NoSuchDay,
    /// Outside [`Day::YEARS`].
    #[error("L’année doit être comprise entre 1900 et 2200.")]
    OutOfRange,
}

impl DayError {
    /// The stable code of the same problem in the JavaScript API.
    #[must_use]
    pub fn code(self) -> Code {
        match self {
            Self::Malformed | Self::NoSuchDay => Code::InvalidDate,
            Self::OutOfRange => Code::DateOutOfRange,
        }
    }
}

impl FromStr for Day {
    type Err = DayError;

    /// Reads an ISO day, strictly: `2026-02-30` is an error, never 2 March.
    fn from_str(text: &str) -> Result<Self, DayError> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shape {
            return Err(DayError::Malformed);
        }
        let number = |range: std::ops::Range<usize>| {
            text.get(range).and_then(|digits| digits.parse::<u32>().ok()).ok_or(DayError::Malformed)
        };
        let year = i32::try_from(number(0..4)?).map_err(|_| DayError::Malformed)?;
        let day = Self::new(year, number(5..7)?, number(8..10)?).ok_or(DayError::NoSuchDay)?;
        if Self::YEARS.contains(&year) { Ok(day) } else { Err(DayError::OutOfRange) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Digits::default();
        text.number(u64::from(self.day_of_month()), 2);
        text.mark(b'-');
        text.number(u64::from(self.month()), 2);
        text.mark(b'-');
        text.number(u64::from(self.year().unsigned_abs()), 4);
        f.write_str(text.as_str())
    }
}

crate::problem::string_form!(Day, "date", "2020-01-01");

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn reads_strictly() {
        for (text, error) in [
            ("2026-02-30", DayError::NoSuchDay),
            ("2026-2-3", DayError::Malformed),
            ("22/11/2026", DayError::Malformed),
            ("0206-11-22", DayError::OutOfRange),
            ("٢٠٢٦-11", DayError::Malformed),
        ] {
            assert_eq!(text.parse::<Day>(), Err(error), "{text}");
        }
    }

    #[test]
    fn counts_months_and_years_as_the_law_does() {
        assert_eq!(day("2024-02-29").plus_years(5), day("2029-02-28"));
        assert_eq!(day("2026-11-30").plus_months(3), day("2027-02-28"));
        assert_eq!(day("2026-06-30").days_since(day("2026-05-16")), 45);
    }
}
