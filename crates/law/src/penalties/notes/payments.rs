//! Payments and credits: those left out, those in excess, and what another reading of them would give.

use super::Facts;
use crate::penalties::input::{Imputation, Input};
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
    let settled_late = facts.named(|_, account| {
        let statement = &account.statement;
        account.is_late() && statement.principal_due.is_zero() && statement.total.is_positive()
    });
    if let Some(named) = settled_late {
        let message = format!("Le principal est réglé, mais il l’a été en retard\u{a0}: le reste est toujours dû{named}.");
        notes.push(Note::info("settledLate", message));
    }
    notes
}

fn imputation_order(facts: &Facts<'_>) -> Option<Note> {
    if !facts.accounts.iter().any(|account| account.imputed) {
        return None;
    }
    let imputation = facts.input.imputation;
    let other = french::money(facts.other_total(&Input { imputation: imputation.other(), ..facts.input.clone() })?);
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
    let mut retroactive = facts.input.clone();
    retroactive.invoices.iter_mut().flat_map(|invoice| &mut invoice.credits).for_each(|credit| credit.retroactive = true);
    if retroactive == *facts.input {
        return None;
    }
    let other = french::money(facts.other_total(&retroactive)?);
    let message = format!(
        "Un avoir réduit le principal à partir de sa date. S’il corrige une somme qui n’a jamais été due, il compte depuis l’origine\u{a0}: \
         le total serait de {other}."
    );
    Some(Note::info("creditDate", message))
}
