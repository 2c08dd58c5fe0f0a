//! Fractions kept whole until they are shown, rounded once.

use serde::{Serialize, Serializer};

/// A decimal that was rounded once, half away from zero: `91.3`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rounded(String);

impl Rounded {
    /// The decimal with a point.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Rounded {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A fraction of two whole numbers; nothing where there is nothing to divide by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    /// `over` / `under`, where `under` is more than nothing.
    #[must_use]
    pub(crate) fn of(over: i128, under: i128) -> Option<Self> {
        (under > 0).then_some(Self { over, under })
    }

    /// So many hundredths of one: a percentage.
    #[must_use]
    pub(crate) fn percent(self) -> Self {
        Self { over: self.over.saturating_mul(100), ..self }
    }

    /// The fraction with one decimal.
    #[must_use]
    pub(crate) fn rounded(self) -> Rounded {
        let tenths = self.over.saturating_mul(10);
        let (sign, tenths) = if tenths < 0 { (-1, tenths.saturating_neg()) } else { (1, tenths) };
        let (whole, rest) = (tenths / self.under, tenths % self.under);
        let rounded = if rest >= self.under - rest { whole.saturating_add(1) } else { whole };
        let minus = if sign < 0 && rounded != 0 { "-" } else { "" };
        Rounded(format!("{minus}{}.{}", rounded / 10, rounded % 10))
    }

    /// Whether it is more than a whole number.
    #[must_use]
    pub(crate) fn exceeds(self, number: u32) -> bool {
        self.over > self.under.saturating_mul(i128::from(number))
    }

    /// Whether it is less than a whole number.
    #[must_use]
    pub(crate) fn falls_short_of(self, number: u32) -> bool {
        self.over < self.under.saturating_mul(i128::from(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_once_half_away_from_zero() {
        for (over, under, rounded) in
            [(1, 3, "0.3"), (2, 3, "0.7"), (1, 20, "0.1"), (-1, 20, "-0.1"), (-1, 30, "0.0"), (0, 7, "0.0"), (25, 2, "12.5")]
        {
            assert_eq!(Ratio::of(over, under).unwrap().rounded().as_str(), rounded, "{over}/{under}");
        }
        assert_eq!(Ratio::of(1, 0), None);
        assert_eq!(Ratio::of(2, 3).unwrap().percent().rounded().as_str(), "66.7");
    }

    #[test]
    fn a_goal_is_compared_without_rounding() {
        let nearly = Ratio::of(8_999_999, 100_000).unwrap();
        assert_eq!(nearly.rounded().as_str(), "90.0");
        assert!(nearly.falls_short_of(90));
        assert!(!Ratio::of(90, 1).unwrap().falls_short_of(90));
    }
}
