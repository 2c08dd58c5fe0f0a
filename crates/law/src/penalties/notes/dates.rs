//! Invoices not yet due, notices not received, dates that look wrong.

use chrono::Weekday;

use super::Facts;
use crate::penalties::input::Regime;
use crate::{Note, french};

pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let input = facts.input;
    let mut notes = Vec::new();
    if let Some(named) = facts.named(|invoice, _| input.as_of <= invoice.due_on) {
        let as_of = french::day(input.as_of);
        let message = format!("L’échéance n’est pas passée au {as_of}\u{a0}: rien n’est dû à cette date{named}.");
        notes.push(Note::info("notYetDue", message));
    }
    notes.extend(no_notice(facts));
    if input.regime == Regime::Judgment && input.served_on.is_none() {
        notes.push(Note::info(
            "notServed",
            "Sans date de signification de la décision, la majoration du taux légal qui suit une condamnation n’est pas comptée.",
        ));
    }
    if let Some(named) = facts.named(|invoice, _| invoice.issued_on.is_some_and(|issued_on| issued_on > invoice.due_on)) {
        let message = format!("L’échéance précède la date d’émission\u{a0}: vérifiez les deux dates{named}.");
        notes.push(Note::warning("issuedAfterDue", message));
    }
    let on_weekend =
        facts.named(|invoice, account| account.is_late() && matches!(invoice.due_on.weekday(), Weekday::Sat | Weekday::Sun));
    if let Some(named) = on_weekend {
        let message = format!(
            "L’échéance tombe un samedi ou un dimanche\u{a0}: aucun texte ne reporte une échéance convenue, le retard est compté dès le \
             lendemain{named}."
        );
        notes.push(Note::info("dueOnWeekend", message));
    }
    notes
}

/// A consumer owes nothing before a formal notice is received (C. civ. 1231-6).
fn no_notice(facts: &Facts<'_>) -> Option<Note> {
    let input = facts.input;
    if input.regime != Regime::Consumer || facts.accounts.iter().all(|account| account.start.is_some()) {
        return None;
    }
    let message = if input.notice_received_on.is_none() {
        "Un consommateur ne doit d’intérêts qu’après avoir reçu une mise en demeure\u{a0}: sans date de réception, aucun n’est compté."
            .to_owned()
    } else {
        let as_of = french::day(input.as_of);
        format!("La mise en demeure n’est pas encore reçue au {as_of}\u{a0}: un consommateur ne doit pas d’intérêts avant.")
    };
    Some(Note::warning("noNotice", message))
}
