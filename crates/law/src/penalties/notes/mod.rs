//! What a reader should know or check: fields left out, assumptions, and the traps of the law this input meets.

mod additions;
mod dates;
mod ignored;
mod payments;
mod rates;

use super::figures::Figures;
use super::grounds::Ground;
use super::input::{Input, Invoice};
use super::ledger::Account;
use super::statement::Line;
use crate::{Money, Note};

/// Everything notes are made from.
pub(super) struct Facts<'a> {
    pub(super) input: &'a Input,
    pub(super) figures: &'a Figures<'a>,
    /// One for each invoice, in the order of the input.
    pub(super) accounts: &'a [Account],
    pub(super) grounds: &'a [Ground<'a>],
    /// What is owed in all.
    pub(super) total: Money,
    /// What would be owed in all from another input, where that can be computed.
    pub(super) total_of: &'a dyn Fn(&Input) -> Option<Money>,
}

/// The notes of a statement: what was left out, then what the figures rest on, then what comes on top.
pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = ignored::notes(facts.input);
    notes.extend(dates::notes(facts));
    notes.extend(rates::notes(facts));
    notes.extend(payments::notes(facts));
    notes.extend(additions::notes(facts));
    notes
}

impl Facts<'_> {
    /// Where the condition holds for some invoice, which ones: the end of a sentence, empty where there is only one
    /// invoice anyway.
    fn named(&self, holds: impl Fn(&Invoice, &Account) -> bool) -> Option<String> {
        let numbers: Vec<&str> = self
            .input
            .invoices
            .iter()
            .zip(self.accounts)
            .filter(|(invoice, account)| holds(invoice, account))
            .map(|(invoice, _)| if invoice.number.is_empty() { "sans numéro" } else { invoice.number.as_str() })
            .collect();
        match numbers.as_slice() {
            [] => None,
            _ if self.input.invoices.len() == 1 => Some(String::new()),
            [number] => Some(format!(" (facture {number})")),
            [first @ .., last] => Some(format!(" (factures {} et {last})", first.join(", "))),
        }
    }

    /// What would be owed in all from another input, where that differs.
    fn other_total(&self, other: &Input) -> Option<Money> {
        (self.total_of)(other).filter(|total| *total != self.total)
    }

    fn lines(&self) -> impl Iterator<Item = &Line> {
        self.accounts.iter().flat_map(|account| &account.statement.lines)
    }
}

impl Account {
    fn is_late(&self) -> bool {
        self.statement.days_late > 0
    }
}
