//! Who is written to in the matter without owing it: a court, an insolvency practitioner, a surety, a conciliator.

use dument_law::Code;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::line::Line;
use crate::mentions::WINDOW_LINES;
use crate::refusal::problem;

/// A name and an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Correspondent {
    /// The name, such as « Tribunal de commerce d’Angers » or « Maître Anne Le Goff ».
    pub name: String,
    /// In which capacity, such as « Mandataire judiciaire », or for whose attention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attention: Option<String>,
    /// Where the letter is sent.
    pub address: Address,
}

impl Correspondent {
    /// The lines of the window of an envelope.
    pub(crate) fn printed(&self) -> Vec<String> {
        let mut lines = vec![Line::new(&self.name)];
        lines.extend(self.attention.as_deref().and_then(Line::some));
        lines.extend(self.address.printed());
        lines.into_iter().map(String::from).collect()
    }

    /// Adds what is wrong with this correspondent, who stands at `field`.
    pub(crate) fn check(&self, field: &str, problems: &mut Vec<Problem>) {
        if Line::some(&self.name).is_none() {
            problems.push(problem(Code::MissingField, format!("{field}.name"), "Indiquez à qui la lettre est adressée."));
        }
        self.address.check(&format!("{field}.address"), problems);
        if self.printed().len() > WINDOW_LINES {
            let message = "L’adresse tient en six lignes au plus dans la fenêtre d’une enveloppe, nom et service compris : raccourcissez-la.";
            problems.push(problem(Code::TooManyLines, format!("{field}.address.lines"), message));
        }
    }
}
