//! What a file gave: its lines in order, each with its place and what came of it.

use serde::{Deserialize, Serialize};

use crate::{Invoice, Notice, Payment, Refusal, Table};

/// What was found in one file that could be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// The file's name, as given.
    pub file: String,
    /// What the file is, by its content.
    pub kind: FileKind,
    /// What it is more exactly, for the reader: `Factur-X, profil EN 16931`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What holds for every line, such as a currency that no column gives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// How the columns of a table were understood, for the reader to correct.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// What it holds, in its order.
    pub lines: Vec<Line>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// A PDF that holds an e-invoice: Factur-X, ZUGFeRD.
    Pdf,
    /// An e-invoice in the syntax of UN/CEFACT, alone.
    Cii,
    /// An e-invoice or a credit note in UBL.
    Ubl,
    /// The accounting entries every French business must be able to hand over (LPF A47 A-1).
    #[doc(alias = "fichier des écritures comptables")]
    Fec,
    /// A table as text.
    Csv,
    /// A table of a spreadsheet.
    Xlsx,
    /// What this application itself exports as JSON.
    Json,
}

/// One line of a file, an e-invoice being one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Where it stands.
    pub place: Place,
    /// What came of it.
    pub outcome: Outcome,
    /// What the file doesn't say and was worked out, each with how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived: Vec<Notice>,
    /// What is kept and yet looks wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Notice>,
}

/// Where a line stands in its file. What the kind of file doesn't have is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The row, counted from 1 as spreadsheets and editors do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The sheet of a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The file within a file: the name of the XML that a PDF holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// The number of the invoice, or the reference of the accounting entry, where one is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// What came of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
pub enum Outcome {
    /// An invoice or a credit note.
    Invoice(Box<Invoice>),
    /// A payment that belongs to no invoice of the file, or to none for certain.
    Payment(Box<Payment>),
    /// Nothing, for this reason.
    Refused(Refusal),
}

impl Found {
    /// The invoices and credit notes, in the order of the file.
    pub fn invoices(&self) -> impl Iterator<Item = &Invoice> {
        self.lines.iter().filter_map(|line| match &line.outcome {
            Outcome::Invoice(invoice) => Some(&**invoice),
            Outcome::Payment(_) | Outcome::Refused(_) => None,
        })
    }

    /// The payments left apart, in the order of the file.
    pub fn payments(&self) -> impl Iterator<Item = &Payment> {
        self.lines.iter().filter_map(|line| match &line.outcome {
            Outcome::Payment(payment) => Some(&**payment),
            Outcome::Invoice(_) | Outcome::Refused(_) => None,
        })
    }

    /// What gave nothing and why, with its place.
    pub fn refusals(&self) -> impl Iterator<Item = (&Place, &Refusal)> {
        self.lines.iter().filter_map(|line| match &line.outcome {
            Outcome::Refused(refusal) => Some((&line.place, refusal)),
            Outcome::Invoice(_) | Outcome::Payment(_) => None,
        })
    }
}
