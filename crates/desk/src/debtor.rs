//! All that is known of one debtor.

use std::collections::BTreeMap;

use dument_law::Money;
use dument_ledger::standing::InvoiceStanding;
use dument_ledger::{Book, DebtorId, InvoiceId, Record};
use serde::{Deserialize, Serialize};

use crate::figures::Aged;
use crate::procedures::UnderWay;

/// All that is known of a debtor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sheet {
    /// What is stored of it.
    pub record: Record,
    /// What is left to pay, in euros, by how long it has been due.
    pub aged: Vec<Aged>,
    /// What is left to pay, in euros.
    pub open: Money,
    /// What of it is overdue.
    pub late: Money,
    /// Where each invoice stands.
    pub standings: BTreeMap<InvoiceId, InvoiceStanding>,
    /// The group of the reminder plan that it follows, where something is late.
    pub segment: Option<String>,
    /// The procedures under way, or ended.
    pub procedures: Vec<UnderWay>,
    /// Why some acts of procedures can't have been, a sentence each.
    pub impossible: Vec<String>,
}

impl Sheet {
    pub(crate) fn of(book: &Book, id: DebtorId) -> Option<Self> {
        let client = book.client(id)?;
        let stands = client.standing;
        let balance = client.figures.aged;
        let (procedures, impossible) = UnderWay::all(&stands.procedures);
        let ages: Vec<Aged> = balance.ages.into_iter().map(Aged::of).collect();
        Some(Self {
            record: client.record.clone(),
            segment: client.segment.map(str::to_owned),
            open: balance.total,
            // The youngest age is that of what isn't due.
            late: ages.iter().skip(1).map(|one| one.amount).sum(),
            aged: ages,
            standings: stands.invoices.clone(),
            procedures,
            impossible,
        })
    }
}
