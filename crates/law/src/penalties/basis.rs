//! What a rate is made of, as a code that programs and readers can tell apart.

use std::fmt;
use std::str::FromStr;

use crate::Percent;
use crate::percent::PercentError;

/// What a rate is made of: prints as `refinancing+10`, `legal`, `legal+5`, `legalx3`, `fixed` or `floor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(
        rename = "RateBasis",
        type = "`refinancing+${number}` | \"legal\" | `legal+${number}` | `legalx${number}` | \"fixed\" | \"floor\""
    )
)]
pub enum Basis {
    /// The refinancing rate of the European Central Bank and so many points.
    RefinancingPlus(Percent),
    /// The legal rate.
    Legal,
    /// The legal rate and so many points.
    LegalPlus(Percent),
    /// So many times the legal rate.
    LegalMultiple(Percent),
    /// The rate that was agreed.
    Fixed,
    /// Three times the legal rate, under which no business rate may be agreed.
    Floor,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (made_of, number) = match self {
            Self::RefinancingPlus(points) => ("refinancing+", Some(points)),
            Self::Legal => ("legal", None),
            Self::LegalPlus(points) => ("legal+", Some(points)),
            Self::LegalMultiple(multiple) => ("legalx", Some(multiple)),
            Self::Fixed => ("fixed", None),
            Self::Floor => ("floor", None),
        };
        f.write_str(made_of)?;
        number.map_or(Ok(()), |number| number.write(f, 0))
    }
}

impl FromStr for Basis {
    type Err = PercentError;

    fn from_str(text: &str) -> Result<Self, PercentError> {
        let number = |prefix: &str| text.strip_prefix(prefix).map(str::parse::<Percent>);
        match text {
            "legal" => Ok(Self::Legal),
            "fixed" => Ok(Self::Fixed),
            "floor" => Ok(Self::Floor),
            _ => {
                if let Some(points) = number("refinancing+") {
                    points.map(Self::RefinancingPlus)
                } else if let Some(points) = number("legal+") {
                    points.map(Self::LegalPlus)
                } else if let Some(multiple) = number("legalx") {
                    multiple.map(Self::LegalMultiple)
                } else {
                    Err(PercentError::Malformed)
                }
            }
        }
    }
}

crate::problem::string_form!(Basis, "base d’un taux");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_prints() {
        for code in ["refinancing+10", "refinancing+7.5", "legal", "legal+5", "legalx3", "fixed", "floor"] {
            assert_eq!(code.parse::<Basis>().unwrap().to_string(), code);
        }
        assert_eq!(Basis::RefinancingPlus("10.00".parse().unwrap()).to_string(), "refinancing+10");
        assert_eq!(Basis::LegalPlus("0.50".parse().unwrap()).to_string(), "legal+0.5");
        assert_eq!(Basis::LegalPlus(Percent::ZERO).to_string(), "legal+0");
        assert!("legal*3".parse::<Basis>().is_err());
    }
}
