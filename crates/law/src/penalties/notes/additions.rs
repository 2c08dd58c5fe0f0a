//! What comes on top of simple interest, and what insolvency takes away.

use super::Facts;
use crate::penalties::input::{Invoice, Regime};
use crate::{Note, french};

pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let indemnities = facts.accounts.iter().filter(|account| account.statement.indemnity.is_positive()).count();
    if indemnities > 1 {
        notes.push(Note::info(
            "indemnityPerInvoice",
            "L’indemnité forfaitaire est comptée une fois par facture en retard\u{a0}: c’est la lecture de l’administration.",
        ));
    }
    notes.extend(no_indemnity_yet(facts));
    if !facts.input.extra_costs.is_empty() && matches!(facts.input.regime, Regime::Business | Regime::Public) {
        notes.push(extra_costs(indemnities));
    }
    if facts.accounts.iter().any(|account| account.statement.clause.is_positive()) {
        notes.push(Note::warning(
            "penaltyClauseReducible",
            "La pénalité prévue au contrat n’est encourue qu’après une mise en demeure, et le juge peut la réduire si elle est \
             manifestement excessive.",
        ));
    }
    notes.extend(compounding(facts));
    notes.extend(insolvency(facts));
    notes
}

/// The indemnity is younger than the rates.
fn no_indemnity_yet(facts: &Facts<'_>) -> Option<Note> {
    let granted = matches!(facts.input.regime, Regime::Business | Regime::Public);
    let named = facts.named(|_, account| granted && account.late && account.statement.indemnity.is_zero())?;
    let from = facts.figures.indemnity_from().map(french::day)?;
    let message =
        format!("L’indemnité forfaitaire n’existe que pour les retards commencés depuis le {from}\u{a0}: ici, aucune{named}.");
    Some(Note::info("indemnityNotYetInForce", message))
}

fn extra_costs(indemnities: usize) -> Note {
    if indemnities == 0 {
        Note::warning(
            "extraCostsWithoutIndemnity",
            "Des frais sont comptés sans qu’aucune indemnité forfaitaire soit due\u{a0}: ils n’en sont que le complément, vérifiez-les.",
        )
    } else {
        Note::info(
            "extraCostsProof",
            "Les frais de recouvrement ne sont dus que pour la part qui dépasse l’indemnité forfaitaire, et sur justificatifs.",
        )
    }
}

fn compounding(facts: &Facts<'_>) -> Option<Note> {
    facts.input.compounding?;
    Some(if facts.accounts.iter().any(|account| account.compounded) {
        Note::info(
            "compoundingCondition",
            "Les intérêts dus pour une année entière portent eux-mêmes intérêt\u{a0}: il faut que le contrat ou une décision de justice le \
             prévoie. Le montant par jour ne compte que le principal.",
        )
    } else {
        Note::info(
            "compoundingNotYet",
            "Aucun intérêt ne porte encore intérêt\u{a0}: il faut qu’il soit dû pour une année entière.",
        )
    })
}

/// What the judgment does to the invoices earlier than it, and what it leaves alone.
fn insolvency(facts: &Facts<'_>) -> Vec<Note> {
    let Some(opened_on) = facts.input.insolvency_opened_on else { return Vec::new() };
    let day = french::day(opened_on);
    if opened_on > facts.input.as_of {
        let message = format!("La procédure collective ne s’ouvre que le {day}\u{a0}: elle n’arrête encore aucun intérêt.");
        return vec![Note::info("insolvencyToCome", message)];
    }
    let mut notes = Vec::new();
    let is_earlier = |invoice: &Invoice| facts.input.insolvency_over(invoice).is_some();
    if facts.input.invoices.iter().any(is_earlier) {
        let indemnity = match facts.input.regime {
            Regime::Business | Regime::Public => {
                " Aucune indemnité forfaitaire n’est due pour une telle créance échue à partir de ce jour."
            }
            Regime::Consumer | Regime::Judgment => "",
        };
        let message = format!(
            "Les intérêts d’une créance antérieure s’arrêtent la veille du jugement du {day} qui ouvre la procédure collective\u{a0}: la \
             loi ne dit pas si le jour du jugement porte lui-même intérêt. Une telle créance ne se réclame plus au débiteur, elle se \
             déclare.{indemnity}"
        );
        notes.push(Note::warning("insolvencyStopsInterest", message));
    }
    if let Some(named) = facts.named(|invoice, _| invoice.due_on >= opened_on && invoice.issued_on.is_none()) {
        let message = format!(
            "Sans date d’émission, une facture échue à partir du jour du jugement est comptée comme antérieure, sans intérêts\u{a0}: \
             indiquez cette date{named}."
        );
        notes.push(Note::warning("issueDateUnknown", message));
    }
    if let Some(named) = facts.named(|invoice, _| !is_earlier(invoice)) {
        let message = format!(
            "Une créance née après le jugement, pour les besoins de la procédure ou en échange d’une prestation fournie au débiteur, se \
             paie à son échéance\u{a0}: elle porte intérêt. Une facture émise et échue à partir du jour du jugement est comptée ainsi\u{a0}: \
             vérifiez que la prestation est bien postérieure{named}."
        );
        notes.push(Note::warning("laterThanInsolvency", message));
    }
    notes
}
