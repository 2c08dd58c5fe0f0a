//! What a reader should know or check: fields left out, assumptions, and the traps of the law this input meets.

mod additions;
mod dates;
mod ignored;
mod payments;
mod rates;

use super::figures::Figures;
use super::grounds::Ground;
use super::input::{Input, Invoice};
use super::ledger::{Account, Ledger};
use crate::french::{self, NO_BREAK};
use crate::{Money, Note};

/// How many invoices a note names before it counts the others.
const NAMED_AT_MOST: usize = 10;

/// Everything notes are made from.
pub(super) struct Facts<'a> {
    pub(super) input: &'a Input,
    pub(super) figures: &'a Figures<'a>,
    /// One for each invoice, in the order of the input.
    pub(super) accounts: &'a [Account],
    pub(super) grounds: &'a [Ground<'a, 'a>],
    /// What one more day would rest on.
    pub(super) tomorrow: Option<Ground<'a, 'a>>,
    /// What is owed in all.
    pub(super) total: Money,
}

/// The notes of a statement: what was left out, then what the figures rest on, then what comes on top.
pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = ignored::notes(facts);
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
            [first @ .., last] if first.len() <= NAMED_AT_MOST => Some(format!(" (factures {} et {last})", first.join(", "))),
            _ => {
                let (named, others) = numbers.split_at(NAMED_AT_MOST);
                Some(format!(
                    " (factures {} et {}{NO_BREAK}autres)",
                    named.join(", "),
                    french::decimal(&others.len().to_string())
                ))
            }
        }
    }

    /// The choices of the input, without its lists: to change one, and see what comes of it.
    fn choices(&self) -> Input {
        Input { invoices: Vec::new(), extra_costs: Vec::new(), ..*self.input }
    }

    /// What would be owed in all by other choices, where that differs.
    fn other_total(&self, choices: &Input) -> Option<String> {
        self.total_of(&Ledger::open(choices, self.figures, &self.input.invoices), |_, _| true)
    }

    /// What would be owed in all if another ledger drew up the accounts it concerns, where that differs.
    fn total_of(&self, ledger: &Ledger<'_, '_>, concerns: impl Fn(&Invoice, &Account) -> bool) -> Option<String> {
        let mut total = self.total;
        for (invoice, account) in self.input.invoices.iter().zip(self.accounts) {
            if concerns(invoice, account) {
                total -= account.statement.total;
                total += ledger.account(invoice).ok()?.statement.total;
            }
        }
        (total != self.total && total < Money::LIMIT).then(|| french::money(total))
    }
}
