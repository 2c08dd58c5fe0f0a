//! The smallest changes: one thing put, replaced or taken away, each giving what it took the place of.

use std::collections::BTreeSet;
use std::mem;

use serde::{Deserialize, Serialize};

use super::{Applied, Undo};
use crate::{Debtor, DebtorId, Deposit, DepositId, Event, EventId, Invoice, InvoiceId, Ledger, Record, Settings};

/// One thing as it shall be; none for what shall be no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "put", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Put {
    Settings { settings: Box<Settings> },
    Debtor { id: DebtorId, debtor: Option<Box<Debtor>> },
    Invoice { debtor: DebtorId, id: InvoiceId, invoice: Option<Box<Invoice>> },
    Event { debtor: DebtorId, id: EventId, event: Option<Box<Event>> },
    Deposit { debtor: DebtorId, id: DepositId, deposit: Option<Box<Deposit>> },
}

/// A ledger being changed: what was touched, and what takes it back.
pub(crate) struct Writing<'a> {
    ledger: &'a mut Ledger,
    debtors: BTreeSet<DebtorId>,
    settings: bool,
    undo: Vec<Put>,
}

impl<'a> Writing<'a> {
    pub(crate) fn new(ledger: &'a mut Ledger) -> Self {
        Self { ledger, debtors: BTreeSet::new(), settings: false, undo: Vec::new() }
    }

    /// The ledger as it stands so far.
    pub(crate) fn ledger(&self) -> &Ledger {
        self.ledger
    }

    /// Puts one thing. What would stand under a debtor that isn't there is left out: no edit asks for it.
    pub(crate) fn put(&mut self, put: Put) {
        let was = match put {
            Put::Settings { settings } => {
                self.settings = true;
                Put::Settings { settings: Box::new(mem::replace(&mut self.ledger.settings, *settings)) }
            }
            Put::Debtor { id, debtor } => {
                self.debtors.insert(id);
                let was = match debtor {
                    Some(debtor) => {
                        let known = self.ledger.debtors.contains_key(&id);
                        let record = self.ledger.debtors.entry(id).or_default();
                        Some(mem::replace(&mut record.debtor, *debtor)).filter(|_| known)
                    }
                    None => self.ledger.debtors.remove(&id).map(|record| record.debtor),
                };
                Put::Debtor { id, debtor: was.map(Box::new) }
            }
            Put::Invoice { debtor, id, invoice } => {
                let Some(record) = self.ledger.debtors.get_mut(&debtor) else { return };
                self.debtors.insert(debtor);
                let was = match invoice {
                    Some(invoice) => record.invoices.insert(id, *invoice),
                    None => record.invoices.remove(&id),
                };
                Put::Invoice { debtor, id, invoice: was.map(Box::new) }
            }
            Put::Event { debtor, id, event } => {
                let Some(record) = self.ledger.debtors.get_mut(&debtor) else { return };
                self.debtors.insert(debtor);
                let was = match event {
                    Some(event) => record.events.insert(id, *event),
                    None => record.events.remove(&id),
                };
                Put::Event { debtor, id, event: was.map(Box::new) }
            }
            Put::Deposit { debtor, id, deposit } => {
                let Some(record) = self.ledger.debtors.get_mut(&debtor) else { return };
                self.debtors.insert(debtor);
                let was = match deposit {
                    Some(deposit) => record.deposits.insert(id, *deposit),
                    None => record.deposits.remove(&id),
                };
                Put::Deposit { debtor, id, deposit: was.map(Box::new) }
            }
        };
        self.undo.push(was);
    }

    /// Takes a debtor away with all it has, piece by piece, so that it can come back whole.
    pub(crate) fn erase(&mut self, debtor: DebtorId) {
        let Some(record) = self.ledger.debtors.get(&debtor) else { return };
        let invoices: Vec<_> = record.invoices.keys().copied().collect();
        let events: Vec<_> = record.events.keys().copied().collect();
        let deposits: Vec<_> = record.deposits.keys().copied().collect();
        for id in invoices {
            self.put(Put::Invoice { debtor, id, invoice: None });
        }
        for id in events {
            self.put(Put::Event { debtor, id, event: None });
        }
        for id in deposits {
            self.put(Put::Deposit { debtor, id, deposit: None });
        }
        self.put(Put::Debtor { id: debtor, debtor: None });
    }

    /// Puts a whole record in the place of what stands there.
    pub(super) fn replace(&mut self, id: DebtorId, record: Record) {
        self.erase(id);
        self.put(Put::Debtor { id, debtor: Some(Box::new(record.debtor)) });
        for (invoice, value) in record.invoices {
            self.put(Put::Invoice { debtor: id, id: invoice, invoice: Some(Box::new(value)) });
        }
        for (event, value) in record.events {
            self.put(Put::Event { debtor: id, id: event, event: Some(Box::new(value)) });
        }
        for (deposit, value) in record.deposits {
            self.put(Put::Deposit { debtor: id, id: deposit, deposit: Some(Box::new(value)) });
        }
    }

    pub(crate) fn done(self) -> Applied {
        Applied { debtors: self.debtors, settings: self.settings, undo: Undo(self.undo) }
    }
}
