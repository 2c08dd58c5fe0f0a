//! The interest of some days on one sum, in whole numbers until the one rounding.

use super::input::DayCount;
use crate::{Day, HalfYear, Money, Percent};

/// A yearly rate as a fraction: `parts` / `whole` of the sum, each year.
#[derive(Clone, Copy)]
pub(super) struct Yearly {
    parts: i128,
    whole: i128,
}

impl Yearly {
    /// The fraction of a percentage. One too fine to be counted with leaves no `whole`, so that its interest is refused.
    pub(super) fn of(percent: Percent) -> Self {
        let exact = percent.decimal().normalize();
        Self { parts: exact.mantissa(), whole: 10_i128.checked_pow(exact.scale() + 2).unwrap_or_default() }
    }

    /// The interest on `base` over the days `from` to `to`, both included, rounded once to the cent, half away from zero.
    ///
    /// Nothing where the result is beyond [`Money::MAX`].
    pub(super) fn interest(self, base: Money, from: Day, to: Day, count: DayCount) -> Option<Money> {
        let all = days(from, to);
        let long = match count {
            DayCount::Actual365 => 0,
            DayCount::ActualActual => days_of_long_years(from, to),
        };
        if long == 0 {
            return self.share(base, all, 365);
        }
        // short / 365 + long / 366, over one denominator.
        self.share(base, (all - long) * 366 + long * 365, 365 * 366)
    }

    /// The interest of a single day, always 1/365 of a year.
    pub(super) fn per_day(self, base: Money) -> Option<Money> {
        self.share(base, 1, 365)
    }

    /// The percentage of a sum, without regard to time.
    pub(super) fn once(self, base: Money) -> Option<Money> {
        self.share(base, 1, 1)
    }

    /// `base` x the rate x `years` / `of`, in whole cents: no step before the rounding is inexact.
    fn share(self, base: Money, years: u32, of: u32) -> Option<Money> {
        let numerator = i128::from(base.cents()).checked_mul(self.parts)?.checked_mul(i128::from(years))?;
        let denominator = self.whole.checked_mul(i128::from(of))?;
        let half_more = numerator.checked_add(denominator / 2)?;
        // Nearly every line fits 64 bits, which WebAssembly divides in one step. A half rounds up; an odd denominator has none.
        let rounded = match (i64::try_from(half_more), i64::try_from(denominator)) {
            (Ok(half_more), Ok(denominator)) => i128::from(half_more.checked_div(denominator)?),
            _ => half_more.checked_div(denominator)?,
        };
        let interest = Money::from_cents(i64::try_from(rounded).ok()?);
        (interest <= Money::MAX).then_some(interest)
    }
}

/// How many days from one to the other, both included.
pub(super) fn days(from: Day, to: Day) -> u32 {
    u32::try_from(to.days_since(from) + 1).unwrap_or(0)
}

/// How many of these days have an eve in a year of 366 days.
fn days_of_long_years(from: Day, to: Day) -> u32 {
    let mut long = 0;
    let mut eve = from.eve();
    while eve < to {
        // Every day of a half-year is in the same year.
        let last = HalfYear::of(eve).last_day().min(to.eve());
        if eve.days_in_year() == 366 {
            long += days(eve, last);
        }
        eve = last.next();
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(amount: &str, percent: &str, from: &str, to: &str, count: DayCount, expected: &str) {
        let interest = Yearly::of(percent.parse().unwrap()).interest(amount.parse().unwrap(), day(from), day(to), count);
        assert_eq!(interest.unwrap().to_string(), expected);
    }

    #[test]
    fn rounds_once_half_away_from_zero() {
        // 7.30 x 25 % x 1 / 365 = 0.005 exactly.
        check("7.30", "25", "2026-01-01", "2026-01-01", DayCount::Actual365, "0.01");
        // 7.29 x 25 % x 1 / 365 = 0.00499...
        check("7.29", "25", "2026-01-01", "2026-01-01", DayCount::Actual365, "0.00");
    }

    #[test]
    fn a_day_counts_in_the_year_of_its_eve() {
        // 366 days whose eves are all of 2024: one whole year.
        check("10000", "10", "2024-01-02", "2025-01-01", DayCount::ActualActual, "1000.00");
        check("10000", "10", "2024-01-02", "2025-01-01", DayCount::Actual365, "1002.74");
        // The eve of 1 January 2024 is of 2023: 10 000 x 10 % / 365 = 2.7397...
        check("10000", "10", "2024-01-01", "2024-01-01", DayCount::ActualActual, "2.74");
        // The eve of 1 January 2025 is of 2024: 10 000 x 10 % / 366 = 2.7322...
        check("10000", "10", "2025-01-01", "2025-01-01", DayCount::ActualActual, "2.73");
    }

    #[test]
    fn the_largest_amounts_stay_exact() {
        // 999 999 999 999.99 x 0.123457 % x 100 / 365 = 338 238 356.164... : more digits than a decimal holds.
        check("999999999999.99", "0.123457", "2026-01-01", "2026-04-10", DayCount::Actual365, "338238356.16");
    }

    #[test]
    fn what_is_too_large_to_count_is_no_amount() {
        let thousand = Yearly::of("1000".parse().unwrap());
        assert_eq!(thousand.interest(Money::MAX, day("1900-01-01"), day("2200-12-31"), DayCount::ActualActual), None);
        // A rate given from outside, of more decimals than can be counted with.
        let fine = Yearly::of("0.0000000000000000000000000001".parse::<rust_decimal::Decimal>().unwrap().into());
        assert_eq!(fine.interest(Money::MAX, day("1900-01-01"), day("2200-12-31"), DayCount::ActualActual), Some(Money::ZERO));
    }
}
