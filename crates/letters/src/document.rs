//! The document tree: what a letter is made of, before any format.
//!
//! Text is final: French typography (narrow no-break spaces, « », 1er) is already in it. A renderer lays out and
//! encodes; it never rewrites.

use dument_law::reading::Read;
use serde::{Deserialize, Serialize};

/// The language of a document, for its reader and its screen reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English, for a debtor abroad.
    En,
}

/// A label and what stands beside it, such as « IBAN » and the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LabelledItem"))]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ColumnAlign"))]
#[serde(rename_all = "camelCase")]
pub enum Align {
    /// Words.
    Start,
    /// Figures, with tabular digits, so that the commas stand under each other.
    End,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "TableColumn"))]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// The header cell.
    pub title: String,
    /// How its cells stand.
    pub align: Align,
}

/// A row of a table: one cell for each column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TableRow {
    /// The texts of the cells, as many as there are columns.
    pub cells: Vec<String>,
    /// A sum of rows above: set apart and in bold.
    #[serde(default)]
    pub total: bool,
    /// The sums of the rows so far, a cell for each column (empty where nothing is summed): what a page shows at its foot, and
    /// the next one at its head, where the table breaks below this row. Empty where nothing is carried over.
    #[doc(alias = "report")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub carried: Vec<String>,
}

/// One of those who sign an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SigningParty {
    /// As whom, such as « Le créancier ».
    pub title: String,
    /// Name and capacity, one line each.
    pub lines: Vec<String>,
}

/// A part of a document, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Block {
    /// Who writes, at the top left: name first, then address and legal mentions.
    Sender {
        /// One line each; the first is the name.
        lines: Vec<String>,
    },
    /// Who is written to, where the window of a DL envelope shows it.
    Recipient {
        /// One line each, six at most (postal norm); the first is the name.
        lines: Vec<String>,
    },
    /// « Angers, le 10 juillet 2026 ».
    PlaceAndDate {
        /// The whole line.
        text: String,
    },
    /// How the letter is sent, such as « Lettre recommandée avec avis de réception ».
    Delivery {
        /// The whole line.
        text: String,
    },
    /// The subject: the title of the document too.
    Subject {
        /// Without the word « Objet ».
        text: String,
    },
    /// The references of invoices and orders.
    References {
        /// One a line.
        items: Vec<Item>,
    },
    /// A heading within the letter or its annex.
    Heading {
        /// The heading.
        text: String,
        /// 1 for a part, 2 for a section of it.
        level: u8,
    },
    /// A paragraph of running text.
    Paragraph {
        /// Stable within a kind of letter, such as `demand`: edits are kept by it. Unique in a document.
        id: String,
        /// The text; a line break is `\n`.
        text: String,
    },
    /// A table, such as the statement.
    Table {
        /// What the table is, read before it.
        caption: String,
        /// Its columns.
        columns: Vec<Column>,
        /// Its rows.
        rows: Vec<TableRow>,
    },
    /// Sums drawn as bars, to be compared at a glance.
    Bars {
        /// What they are, for those who can't see them.
        caption: String,
        /// One a bar: what it is, and the sum in words.
        items: Vec<Item>,
        /// The length of each bar, in thousandths of the longest.
        lengths: Vec<u32>,
    },
    /// Labelled facts, such as the means of payment.
    Facts {
        /// What they are.
        title: String,
        /// One a line.
        items: Vec<Item>,
    },
    /// Name and capacity of who signs, with room above for the signature.
    Signature {
        /// One line each.
        lines: Vec<String>,
    },
    /// Those who sign an agreement, side by side, with room above each for the signature.
    Signatures {
        /// In order, two as a rule.
        parties: Vec<SigningParty>,
    },
    /// Room for words that a person must write by hand: nothing is ever printed in it.
    #[doc(alias = "mention manuscrite")]
    Handwritten {
        /// What is to be written there, and by whom.
        instruction: String,
        /// The lines of room.
        lines: u8,
    },
    /// A payment code to be read with the telephone (EPC069-12), drawn as a QR code.
    PaymentCode {
        /// What the code holds, line by line, as the standard has it.
        payload: String,
        /// What paying with it does, beside the code and for those who can't see it.
        caption: String,
    },
    /// What is enclosed.
    Enclosures {
        /// One line each.
        items: Vec<String>,
    },
    /// What follows starts a new page, such as an annexed statement.
    PageBreak,
}

/// A whole document, ready to be rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Its language.
    pub language: Language,
    /// Its title: what a reader's window and a screen reader announce.
    pub title: String,
    /// Who wrote it: the creditor's name.
    pub author: String,
    /// The day it is dated.
    pub written_on: dument_law::Day,
    /// Its parts, in reading order.
    pub blocks: Vec<Block>,
}
