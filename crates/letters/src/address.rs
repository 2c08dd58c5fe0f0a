//! Postal addresses.

use dument_law::reading::Read;
use dument_law::{Code, problem::Problem};
use serde::{Deserialize, Serialize};

use crate::line::Line;

/// Where a party is written to: for a company its seat, for a consumer their home.
#[doc(alias = "siège social")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// Street, building, delivery box: one to three lines.
    pub lines: Vec<String>,
    /// The postcode: five digits in France.
    pub postcode: String,
    /// The town.
    pub town: String,
    /// The country, where it isn't France.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

impl Address {
    /// The lines of the address as on an envelope.
    pub(crate) fn printed(&self) -> Vec<Line> {
        let mut printed: Vec<Line> = self.lines.iter().filter_map(|line| Line::some(line)).collect();
        printed.extend(Line::some(&format!("{} {}", self.postcode, self.town)));
        printed.extend(self.foreign_country());
        printed
    }

    /// Whether it is in another country.
    pub(crate) fn is_abroad(&self) -> bool {
        self.foreign_country().is_some()
    }

    /// Whether it is in Bas-Rhin, Haut-Rhin or Moselle, whose courts and insolvency law have rules of their own.
    pub(crate) fn is_in_alsace_moselle(&self) -> bool {
        !self.is_abroad() && ["57", "67", "68"].iter().any(|department| self.postcode.trim().starts_with(department))
    }

    fn foreign_country(&self) -> Option<Line> {
        Line::some(self.country.as_deref()?).filter(|country| !country.as_str().eq_ignore_ascii_case("France"))
    }

    /// Adds what is wrong with this address, which stands at `field`.
    pub(crate) fn check(&self, field: &str, problems: &mut Vec<Problem>) {
        if self.lines.iter().all(|line| Line::some(line).is_none()) {
            problems.push(Problem {
                code: Code::MissingField,
                field: format!("{field}.lines"),
                message: "Indiquez le numéro et la rue, ou le lieu-dit.".into(),
            });
        }
        if Line::some(&self.town).is_none() {
            problems.push(Problem {
                code: Code::MissingField,
                field: format!("{field}.town"),
                message: "Indiquez la ville.".into(),
            });
        }
        let postcode = self.postcode.trim();
        if self.foreign_country().is_none() && !(postcode.len() == 5 && postcode.bytes().all(|b| b.is_ascii_digit())) {
            problems.push(Problem {
                code: Code::InvalidPostcode,
                field: format!("{field}.postcode"),
                message: "Un code postal français a cinq chiffres, par exemple « 49000 ».".into(),
            });
        }
    }
}
