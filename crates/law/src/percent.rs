//! Yearly rates, points and multiples, exact.

use std::fmt;
use std::ops::{Add, Mul};
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::digits::Digits;
use crate::problem::Code;

/// A percentage a year, a number of points or a multiple: an exact decimal that prints with at least two decimals
/// (`"12.40"`) and as many as are exact (`"4.125"`).
#[doc(alias = "taux")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Percent(Decimal);

impl Percent {
    /// No rate at all.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// A rate from a whole number of hundredths of a point: `Percent::from_hundredths(1240)` is 12.40 %.
    #[must_use]
    pub fn from_hundredths(hundredths: i64) -> Self {
        Self(Decimal::new(hundredths, 2))
    }

    /// The number before the percent sign.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl From<Decimal> for Percent {
    fn from(exact: Decimal) -> Self {
        Self(exact)
    }
}

/// Why a text is no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PercentError {
    /// Something else than digits and one point.
    #[error("Un taux s’écrit en chiffres, par exemple «\u{a0}12.40\u{a0}».")]
    Malformed,
    /// Below zero.
    #[error("Un taux ne peut pas être négatif.")]
    Negative,
    /// Above 1 000, or with more than six decimals: a typing error.
    #[error("Un taux va de 0 à 1000, avec six décimales au plus.")]
    OutOfRange,
}

impl PercentError {
    /// The stable code of the same problem in the JavaScript API.
    #[must_use]
    pub fn code(self) -> Code {
        match self {
            Self::Malformed => Code::InvalidPercent,
            Self::Negative => Code::NegativePercent,
            Self::OutOfRange => Code::PercentOutOfRange,
        }
    }
}

impl FromStr for Percent {
    type Err = PercentError;

    fn from_str(text: &str) -> Result<Self, PercentError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let numeric = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !numeric(whole) || !numeric(decimals) {
            return Err(PercentError::Malformed);
        }
        if negative {
            return Err(PercentError::Negative);
        }
        if decimals.len() > 6 || whole.trim_start_matches('0').len() > 4 {
            return Err(PercentError::OutOfRange);
        }
        let exact = Decimal::from_str(digits).map_err(|_| PercentError::Malformed)?;
        if exact > Decimal::ONE_THOUSAND {
            return Err(PercentError::OutOfRange);
        }
        Ok(Self(exact))
    }
}

impl Percent {
    /// Writes it with at least so many decimals, and as many as are exact.
    pub(crate) fn write(self, f: &mut fmt::Formatter<'_>, at_least: u32) -> fmt::Result {
        let Ok(mut mantissa) = u64::try_from(self.0.mantissa()) else {
            return fmt::Display::fmt(&self.0.normalize(), f);
        };
        let mut decimals = self.0.scale();
        while decimals > at_least && mantissa % 10 == 0 {
            mantissa /= 10;
            decimals -= 1;
        }
        let mut text = Digits::default();
        for _ in decimals..at_least {
            text.mark(b'0');
        }
        for _ in 0..decimals {
            text.number(mantissa % 10, 1);
            mantissa /= 10;
        }
        if decimals.max(at_least) > 0 {
            text.mark(b'.');
        }
        text.number(mantissa, 1);
        f.pad_integral(true, "", text.as_str())
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 2)
    }
}

impl Add for Percent {
    type Output = Self;
    fn add(self, points: Self) -> Self {
        Self(self.0 + points.0)
    }
}

impl Mul<Decimal> for Percent {
    type Output = Self;
    fn mul(self, multiple: Decimal) -> Self {
        Self(self.0 * multiple)
    }
}

crate::problem::string_form!(Percent, "taux", "100");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_at_least_two_decimals_and_all_exact_ones() {
        for (text, printed) in
            [("12.4", "12.40"), ("15", "15.00"), ("4.125", "4.125"), ("4.1250", "4.125"), ("0.05", "0.05"), ("0", "0.00")]
        {
            assert_eq!(text.parse::<Percent>().unwrap().to_string(), printed);
        }
    }

    #[test]
    fn refuses_what_is_no_rate() {
        for (text, error) in [
            ("12,4", PercentError::Malformed),
            ("-1", PercentError::Negative),
            ("1000.01", PercentError::OutOfRange),
            ("1.0000001", PercentError::OutOfRange),
        ] {
            assert_eq!(text.parse::<Percent>(), Err(error), "{text}");
        }
    }
}
