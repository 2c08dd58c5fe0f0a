//! The interest of some days on one sum, in whole numbers until the one rounding.

use rust_decimal::Decimal;

use super::input::DayCount;
use crate::{Day, HalfYear, Money, Percent};

/// The interest on `base` over the days `from` to `to`, both included, rounded once to the cent, half away from zero.
///
/// Nothing where the result is beyond [`Money::MAX`].
pub(super) fn interest(base: Money, percent: Percent, from: Day, to: Day, count: DayCount) -> Option<Money> {
    let (long, short) = match count {
        DayCount::Actual365 => (0, days(from, to)),
        DayCount::ActualActual => {
            let long = days_of_long_years(from, to);
            (long, days(from, to) - long)
        }
    };
    if long == 0 {
        return share(base, percent, i128::from(short), 365);
    }
    // short / 365 + long / 366, over one denominator.
    share(base, percent, i128::from(short) * 366 + i128::from(long) * 365, 365 * 366)
}

/// The interest of a single day, always 1/365 of a year.
pub(super) fn per_day(base: Money, percent: Percent) -> Option<Money> {
    share(base, percent, 1, 365)
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

/// `base` x `percent` / 100 x `years` / `of`, in whole cents: no step before the rounding is inexact.
fn share(base: Money, percent: Percent, years: i128, of: i128) -> Option<Money> {
    let rate = percent.decimal().normalize();
    let numerator = cents(base).checked_mul(rate.mantissa())?.checked_mul(years)?;
    let denominator = 10_i128.checked_pow(rate.scale())?.checked_mul(100 * of)?;
    let cents = numerator.checked_mul(2)?.checked_add(denominator)? / denominator.checked_mul(2)?;
    let interest = Money::from_cents(i64::try_from(cents).ok()?);
    (interest <= Money::MAX).then_some(interest)
}

fn cents(amount: Money) -> i128 {
    let mut exact: Decimal = amount.decimal();
    exact.rescale(2);
    exact.mantissa()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(amount: &str, percent: &str, from: &str, to: &str, count: DayCount, expected: &str) {
        let interest = interest(amount.parse().unwrap(), percent.parse().unwrap(), day(from), day(to), count);
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
        let huge = interest(Money::MAX, "1000".parse().unwrap(), day("1900-01-01"), day("2200-12-31"), DayCount::ActualActual);
        assert_eq!(huge, None);
    }
}
