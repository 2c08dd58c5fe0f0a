//! Payments and credits: those left out, those in excess, and what another reading of them would give.

use super::Facts;
use crate::penalties::input::{Imputation, Input, Invoice};
use crate::penalties::ledger::{Account, Ledger};
use crate::{Money, Note, french};

pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let as_of = facts.input.as_of;
    let mut notes = Vec::new();
    if let Some(named) = facts.named(|invoice, _| invoice.payments.iter().any(|payment| payment.on > as_of)) {
        let message = format!("Un paiement postérieur au {} n’est pas compté{named}.", french::day(as_of));
        notes.push(Note::info("futurePayment", message));
    }
    if let Some(named) = facts.named(|invoice, _| invoice.credits.iter().any(|credit| credit.on > as_of)) {
        let message = format!("Un avoir postérieur au {} n’est pas compté{named}.", french::day(as_of));
        notes.push(Note::info("futureCredit", message));
    }
    if let Some(named) = facts.named(|_, account| account.overpaid.is_positive()) {
        let overpaid: Money = facts.accounts.iter().map(|account| account.overpaid).sum();
        let message = format!(
            "Les paiements et les avoirs dépassent de {} ce qui était dû{named}\u{a0}: cette somme est à rendre, ou à imputer sur une autre \
             dette avec l’accord du débiteur.",
            french::money(overpaid),
        );
        notes.push(Note::warning("overpaid", message));
    }
    notes.extend(imputation_order(facts));
    notes.extend(credit_date(facts));
    if let Some(named) = facts.named(|invoice, account| account.imputed && seems_paid(facts, invoice, account)) {
        let message = format!(
            "Les paiements atteignent le montant de la facture, mais ils ont d’abord réglé des intérêts\u{a0}: le principal qui reste \
             continue d’en porter{named}."
        );
        notes.push(Note::info("principalLeft", message));
    }
    let settled_late = facts.named(|_, account| {
        let statement = &account.statement;
        statement.days_late > 0 && statement.principal_due.is_zero() && statement.total.is_positive()
    });
    if let Some(named) = settled_late {
        let message = format!("Le principal est réglé, mais il l’a été en retard\u{a0}: le reste est toujours dû{named}.");
        notes.push(Note::info("settledLate", message));
    }
    notes
}

/// Whether all of an invoice was received or credited, and some of its principal is owed all the same.
fn seems_paid(facts: &Facts<'_>, invoice: &Invoice, account: &Account) -> bool {
    let as_of = facts.input.as_of;
    let paid = invoice.payments.iter().filter(|payment| payment.on <= as_of).map(|payment| payment.amount);
    let credited = invoice.credits.iter().filter(|credit| credit.on <= as_of).map(|credit| credit.amount);
    account.statement.principal_due.is_positive() && paid.chain(credited).sum::<Money>() >= invoice.amount
}

fn imputation_order(facts: &Facts<'_>) -> Option<Note> {
    if !facts.accounts.iter().any(|account| account.imputed) {
        return None;
    }
    let imputation = facts.input.imputation;
    let choices = Input { imputation: imputation.other(), ..facts.choices() };
    let ledger = Ledger::open(&choices, facts.figures, &facts.input.invoices);
    // Where no payment met unpaid interest, the order is nothing.
    let other = facts.total_of(&ledger, |_, account| account.imputed)?;
    let message = match imputation {
        Imputation::InterestFirst => format!(
            "Chaque paiement règle d’abord les intérêts, puis le principal, sauf accord contraire. Dans l’autre ordre, le total serait de \
             {other}."
        ),
        Imputation::PrincipalFirst => format!(
            "Chaque paiement règle d’abord le principal. Sans accord en ce sens, la loi règle d’abord les intérêts\u{a0}: le total serait \
             alors de {other}."
        ),
    };
    Some(Note::info("imputationOrder", message))
}

fn credit_date(facts: &Facts<'_>) -> Option<Note> {
    let from_its_date = |invoice: &Invoice| invoice.credits.iter().any(|credit| !credit.retroactive);
    if !facts.input.invoices.iter().any(from_its_date) {
        return None;
    }
    let choices = facts.choices();
    let ledger = Ledger::open(&choices, facts.figures, &facts.input.invoices).with_credits_from_the_start();
    let other = facts.total_of(&ledger, |invoice, _| from_its_date(invoice))?;
    let message = format!(
        "Un avoir réduit le principal à partir de sa date. S’il corrige une somme qui n’a jamais été due, il compte depuis l’origine\u{a0}: \
         le total serait de {other}."
    );
    Some(Note::info("creditDate", message))
}
