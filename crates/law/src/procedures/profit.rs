//! A yearly profit, or a loss.

use std::fmt;
use std::str::FromStr;

use crate::Money;
use crate::money::MoneyError;

/// An amount in euros that may be below zero: `"4000000.00"`, or `"-12000.00"` for a loss.
#[doc(alias = "bénéfice ou perte")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Profit(Money);

impl Profit {
    /// A loss of so much.
    #[must_use]
    pub fn loss(amount: Money) -> Self {
        Self(Money::ZERO - amount)
    }

    /// The profit, below zero for a loss.
    #[must_use]
    pub const fn amount(self) -> Money {
        self.0
    }
}

impl From<Money> for Profit {
    fn from(amount: Money) -> Self {
        Self(amount)
    }
}

impl FromStr for Profit {
    type Err = MoneyError;

    /// Reads an amount, after a `-` for a loss.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        match text.strip_prefix('-').filter(|rest| !rest.starts_with('-')) {
            Some(loss) => Ok(Self::loss(loss.parse()?)),
            None => Ok(Self(text.parse()?)),
        }
    }
}

impl fmt::Display for Profit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

crate::problem::string_form!(Profit, "montant", "1.00");
