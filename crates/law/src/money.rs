//! Euros and cents, exact.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::digits::Digits;
use crate::problem::Code;

/// An amount in euros, VAT included, always a whole number of cents.
///
/// Reads and prints as a decimal string with a point (`"1850.00"`); a float never carries money.
#[doc(alias = "montant")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount accepted as input: 999 999 999 999,99 EUR. Larger is a typing error; tens of thousands of such
    /// amounts can be added up, and beyond that a sum stops growing at [`Money::LIMIT`].
    pub const MAX: Self = Self(99_999_999_999_999);
    /// The amount at which sums stop growing: one that reaches it isn't exact.
    pub const LIMIT: Self = Self(i64::MAX);

    /// An amount from a whole number of cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount as a whole number of cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Rounds an exact result to the cent, half away from zero (the rounding of every printed line).
    #[must_use]
    pub fn round(exact: Decimal) -> Self {
        let mut rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(2);
        Self(i64::try_from(rounded.mantissa()).unwrap_or(i64::MAX))
    }

    /// The exact decimal, for a computation that ends in [`Money::round`].
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// Whether this is exactly nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether this is more than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }
}

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Something else than digits and one point.
    #[error("Un montant en euros s’écrit en chiffres, par exemple «\u{a0}1850.00\u{a0}».")]
    Malformed,
    /// More than two decimals: a cent can't be divided.
    #[error("Un montant a deux décimales au plus, par exemple «\u{a0}1850.00\u{a0}».")]
    TooManyDecimals,
    /// Below zero.
    #[error("Un montant ne peut pas être négatif.")]
    Negative,
    /// Above [`Money::MAX`].
    #[error("Ce montant dépasse 999\u{202f}999\u{202f}999\u{202f}999,99\u{202f}€\u{a0}: vérifiez la saisie.")]
    TooLarge,
}

impl MoneyError {
    /// The stable code of the same problem in the JavaScript API.
    #[must_use]
    pub fn code(self) -> Code {
        match self {
            Self::Malformed => Code::InvalidMoney,
            Self::TooManyDecimals => Code::TooManyDecimals,
            Self::Negative => Code::NegativeAmount,
            Self::TooLarge => Code::AmountTooLarge,
        }
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads `"1850"`, `"1850.5"` or `"1850.00"`: digits, one point, at most two decimals, not negative.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, cents) = digits.split_once('.').unwrap_or((digits, "0"));
        let numeric = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !numeric(whole) || !numeric(cents) {
            return Err(MoneyError::Malformed);
        }
        if negative {
            return Err(MoneyError::Negative);
        }
        if cents.len() > 2 {
            return Err(MoneyError::TooManyDecimals);
        }
        if whole.trim_start_matches('0').len() > 12 {
            return Err(MoneyError::TooLarge);
        }
        let number = |part: &str| part.bytes().fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
        let tenths = if cents.len() == 1 { 10 } else { 1 };
        Ok(Self(number(whole) * 100 + number(cents) * tenths))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.0.unsigned_abs();
        let mut text = Digits::default();
        text.number(cents % 100, 2);
        text.mark(b'.');
        text.number(cents / 100, 1);
        f.pad_integral(self.0 >= 0, "", text.as_str())
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

crate::problem::string_form!(Money, "montant", "1.00");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_exact_amounts() {
        let cases = [
            ("1850", Ok(185_000)),
            ("1850.5", Ok(185_050)),
            ("0.01", Ok(1)),
            ("999999999999.99", Ok(99_999_999_999_999)),
            ("1000000000000", Err(MoneyError::TooLarge)),
            ("-1.00", Err(MoneyError::Negative)),
            ("1.005", Err(MoneyError::TooManyDecimals)),
            ("1,00", Err(MoneyError::Malformed)),
            ("1e3", Err(MoneyError::Malformed)),
            (".5", Err(MoneyError::Malformed)),
            ("", Err(MoneyError::Malformed)),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Money>(), expected.map(Money::from_cents), "{text}");
        }
        assert_eq!(Money::MAX, Money::from_cents(99_999_999_999_999));
    }

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(Money::round(Decimal::new(27_145, 3)), Money::from_cents(2_715));
        assert_eq!(Money::round(Decimal::new(-5, 3)), Money::from_cents(-1));
    }

    #[test]
    fn prints_two_decimals() {
        assert_eq!(Money::from_cents(185_000).to_string(), "1850.00");
        assert_eq!(Money::ZERO.to_string(), "0.00");
        assert_eq!(Money::from_cents(-5).to_string(), "-0.05");
        assert_eq!(Money::LIMIT.to_string(), "92233720368547758.07");
    }

    #[test]
    fn a_sum_that_cannot_be_counted_stops_at_the_limit() {
        assert_eq!(Money::LIMIT + Money::from_cents(1), Money::LIMIT);
        assert_eq!(Money::round(Decimal::MAX), Money::LIMIT);
        assert_eq!((0..90_000).map(|_| Money::MAX).sum::<Money>(), Money::from_cents(90_000 * 99_999_999_999_999));
    }
}
