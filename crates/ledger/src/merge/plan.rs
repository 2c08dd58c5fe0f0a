//! What merging would do, for the user to see before it is done.

use dument_intake::Place;
use serde::Serialize;

use crate::edit::{Put, Writing};
use crate::{Applied, DebtorId, InvoiceField, InvoiceId, Ledger, Settlement};

/// What merging some files would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MergePlan {
    /// What the ledger doesn't have yet.
    pub added: Vec<Change>,
    /// What the files know more of.
    pub changed: Vec<Change>,
    /// How many invoices, credit notes and payments are known already.
    pub same: usize,
    /// How many debtors are new.
    pub new_debtors: usize,
    /// Lines that give nothing, each with why.
    pub refused: Vec<Refused>,
    /// What differs: the ledger's own stays unless the user takes the file's.
    pub conflicts: Vec<Conflict>,
    /// What differs from what the user corrected by hand, which stays.
    pub kept: Vec<Kept>,
    /// Invoices with something left to pay that no file of this merge names: perhaps paid since.
    pub absent: Vec<(DebtorId, InvoiceId)>,
    /// Pairs of debtors that seem to be one: the user may join them.
    pub twins: Vec<(DebtorId, DebtorId)>,
    /// The change itself.
    #[serde(skip)]
    pub(crate) puts: Vec<Put>,
    /// The revision of the book it was made for.
    #[serde(skip)]
    pub(crate) revision: u64,
}

/// Something that would be added or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Whose.
    pub debtor: DebtorId,
    /// The debtor's name.
    pub name: String,
    /// Which invoice; none for a sum without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoice: Option<InvoiceId>,
    /// Its number.
    pub number: String,
    /// What changes, in French.
    pub what: Vec<String>,
}

/// A line that gives nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Refused {
    /// The name of its file.
    pub file: String,
    /// Where in it.
    pub place: Place,
    /// Why, in French.
    pub message: String,
}

/// Something that differs between the ledger and a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// Whose.
    pub debtor: DebtorId,
    /// The debtor's name.
    pub name: String,
    /// Which invoice.
    pub invoice: InvoiceId,
    /// Its number.
    pub number: String,
    /// What the ledger says and what the file says, in French.
    pub message: String,
    /// What taking the file's word would do.
    pub theirs: Theirs,
}

/// The file's word in a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "value", rename_all = "camelCase")]
pub enum Theirs {
    /// Another value of a field.
    Field(InvoiceField),
    /// A settlement more.
    Settlement(Settlement),
}

/// Something the user corrected, which a file says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    /// Whose.
    pub debtor: DebtorId,
    /// Which invoice.
    pub invoice: InvoiceId,
    /// Its number.
    pub number: String,
    /// What stays and what the file says, in French.
    pub message: String,
}

impl MergePlan {
    /// Whether it would change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.puts.is_empty()
    }

    /// Does it, taking the file's word in these of its conflicts, by their places.
    pub(crate) fn carry_out(self, ledger: &mut Ledger, take: &[usize]) -> Applied {
        let mut writing = Writing::new(ledger);
        for put in self.puts {
            writing.put(put);
        }
        for conflict in take.iter().filter_map(|at| self.conflicts.get(*at)) {
            let record = writing.ledger().debtors.get(&conflict.debtor);
            let Some(invoice) = record.and_then(|record| record.invoices.get(&conflict.invoice)) else { continue };
            let mut invoice = invoice.clone();
            match &conflict.theirs {
                Theirs::Field(field) => {
                    // A file's word, not the user's own: a later file may change it again.
                    let corrected = invoice.corrected.clone();
                    field.clone().set(&mut invoice);
                    invoice.corrected = corrected;
                }
                Theirs::Settlement(settlement) => {
                    invoice.settlements.push(settlement.clone());
                    invoice.order_settlements();
                }
            }
            let (debtor, id) = (conflict.debtor, conflict.invoice);
            writing.put(Put::Invoice { debtor, id, invoice: Some(Box::new(invoice)) });
        }
        writing.done()
    }
}
