//! How the ledger stands as a whole.

use dument_ledger::{Settings, Twins};
use serde::{Deserialize, Serialize};

use crate::Desk;

/// How the ledger stands, and what of it can't be opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// How many debtors there are.
    pub debtors: usize,
    /// How many invoices, paid or not.
    pub invoices: usize,
    /// What holds for every debtor.
    pub settings: Settings,
    /// What can be taken back.
    pub undo: Option<String>,
    /// What can be made again.
    pub redo: Option<String>,
    /// Why some records were not opened, a sentence each; they stay stored as they are.
    pub unreadable: Vec<String>,
}

impl Overview {
    pub(crate) fn of(desk: &Desk) -> Self {
        let ledger = desk.ledger();
        let (undo, redo) = desk.past();
        Self {
            debtors: ledger.debtors.len(),
            invoices: ledger.debtors.values().map(|record| record.invoices.len()).sum(),
            settings: ledger.settings.clone(),
            undo,
            redo,
            unreadable: desk.unreadable(),
        }
    }
}

/// Two clients that seem to be one, with their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pair {
    /// Which.
    pub twins: Twins,
    /// The name of the one that would stay.
    pub kept: String,
    /// The name of the other.
    pub other: String,
}

impl Pair {
    pub(crate) fn all(desk: &Desk) -> Vec<Self> {
        let ledger = desk.ledger();
        let name = |id| ledger.debtors.get(&id).map(|record| record.debtor.name.clone()).unwrap_or_default();
        let pair = |twins: Twins| Self { kept: name(twins.kept), other: name(twins.other), twins };
        ledger.twins().into_iter().map(pair).collect()
    }
}
