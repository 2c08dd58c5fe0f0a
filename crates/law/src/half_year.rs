//! Half-years, the periods of the rates of late payment.

use std::fmt;

use crate::Day;
use crate::french::NO_BREAK;

/// A calendar half-year: January to June, or July to December.
#[doc(alias = "semestre")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HalfYear {
    year: i32,
    second: bool,
}

impl HalfYear {
    /// The half-year a day falls in.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self { year: day.year(), second: day.month() > 6 }
    }

    /// 1 January or 1 July: the day whose refinancing rate holds for the whole half-year (C. com. L441-10, II).
    ///
    /// # Panics
    /// Never: both days are in every calendar year.
    #[must_use]
    pub fn first_day(self) -> Day {
        Day::new(self.year, if self.second { 7 } else { 1 }, 1).expect("in every year")
    }

    /// 30 June or 31 December.
    #[must_use]
    pub fn last_day(self) -> Day {
        self.next().first_day().eve()
    }

    /// The half-year after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.second { Self { year: self.year + 1, second: false } } else { Self { second: true, ..self } }
    }
}

impl fmt::Display for HalfYear {
    /// As French names it: `1er semestre 2027`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{NO_BREAK}semestre {}", if self.second { "2e" } else { "1er" }, self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_own_days_and_no_others() {
        for (day, first, last) in [
            ("2026-06-30", "2026-01-01", "2026-06-30"),
            ("2026-07-01", "2026-07-01", "2026-12-31"),
            ("2026-12-31", "2026-07-01", "2026-12-31"),
        ] {
            let half = HalfYear::of(day.parse().unwrap());
            assert_eq!((half.first_day().to_string(), half.last_day().to_string()), (first.into(), last.into()));
        }
    }

    #[test]
    fn prints_as_french_names_it() {
        let half = HalfYear::of("2026-12-31".parse().unwrap());
        assert_eq!(half.to_string(), "2e\u{a0}semestre 2026");
        assert_eq!(half.next().to_string(), "1er\u{a0}semestre 2027");
    }
}
