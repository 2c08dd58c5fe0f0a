//! The desk of the ledger: what its page asks and is answered, in JSON, and how the ledger is stored.
//!
//! Everything happens in memory; who runs the desk keeps the records it hands out, and hands them back when it is opened again.
//! Today is part of each question.

mod backup;
pub mod debtor;
mod desk;
pub mod export;
pub mod figures;
pub mod overview;
pub mod procedures;
pub mod reading;
mod record;
mod told;

use dument_intake::Mapping;
use dument_law::Day;
use dument_ledger::rows::View;
use dument_ledger::{DebtorId, Edit, InvoiceId};
use serde::{Deserialize, Serialize};

pub use desk::{Desk, Refused};
pub use record::{Stored, Unreadable, VERSION};

/// A question that changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "look", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Look {
    /// How the ledger stands as a whole: answered by [`overview::Overview`].
    Overview,
    /// Some rows of a list: answered by [`dument_ledger::rows::Rows`].
    Rows {
        /// The day of computation.
        as_of: Day,
        /// Which list.
        view: Box<View>,
        /// The first row, from 0.
        from: usize,
        /// How many rows.
        count: usize,
    },
    /// Every invoice of a list, by whose and which.
    Ids {
        /// The day of computation.
        as_of: Day,
        /// Which list.
        view: Box<View>,
    },
    /// All that is known of one debtor: answered by [`debtor::Sheet`], or by nothing where it is gone.
    Debtor {
        /// Which.
        id: DebtorId,
        /// The day of computation.
        as_of: Day,
    },
    /// The key figures: answered by [`figures::Figures`].
    Figures {
        /// The day of computation.
        as_of: Day,
    },
    /// A debtor as a case file, or nothing where it is gone: answered by its text.
    Case {
        /// Which.
        id: DebtorId,
        /// About which invoices; none named means all that are open.
        invoices: Vec<InvoiceId>,
        /// The day of computation.
        as_of: Day,
    },
    /// The days that count, as a calendar file: answered by its text, or by nothing where no day does.
    Calendar {
        /// The day of computation.
        as_of: Day,
    },
    /// The month as a document to print: answered by a document as the letters are.
    Report {
        /// The last day it is about.
        as_of: Day,
    },
    /// What to do: answered by [`dument_ledger::today::Today`].
    Today {
        /// On which day.
        as_of: Day,
    },
    /// Clients that seem to be one: answered by a list of [`overview::Pair`].
    Twins,
    /// Every line of the files last read that gave nothing: answered by a list of [`reading::RefusedLine`].
    Refused,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Change {
    /// What the user does, all or nothing.
    Edits {
        /// What it is called where it can be taken back: « appel noté ».
        name: String,
        /// What.
        edits: Vec<Edit>,
    },
    /// Takes over what the files last read would change.
    Apply {
        /// The day of computation.
        as_of: Day,
        /// The conflicts in which the file's word is taken, by their places.
        take: Vec<usize>,
    },
    /// Takes the reminder plan that comes with the program.
    UsualPlan,
    /// Remembers what the columns of tables with these headers give.
    Remember {
        /// The columns, as corrected by hand.
        mapping: Mapping,
    },
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
}

/// What became of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changed {
    /// What was changed, or taken back, or made again.
    pub name: String,
    /// The client that it was about, where it was about one.
    pub debtor: Option<DebtorId>,
}

/// How files are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct How {
    /// The day of computation.
    pub as_of: Day,
}
