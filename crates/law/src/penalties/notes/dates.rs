//! Invoices not yet due, notices not received, dates that look wrong.

use chrono::Weekday;

use super::Facts;
use crate::penalties::input::Regime;
use crate::working_day::{Territory, holiday};
use crate::{Day, Note, french};

pub(super) fn notes(facts: &Facts<'_>) -> Vec<Note> {
    let input = facts.input;
    let mut notes = Vec::new();
    if let Some(named) = facts.named(|invoice, _| input.as_of <= invoice.due_on) {
        let as_of = french::day(input.as_of);
        let message = format!("L’échéance n’est pas passée au {as_of}\u{a0}: rien n’est dû à cette date{named}.");
        notes.push(Note::info("notYetDue", message));
    }
    notes.extend(no_notice(facts));
    notes.extend(service(facts));
    if let Some(named) = facts.named(|invoice, _| invoice.issued_on.is_some_and(|issued_on| issued_on > invoice.due_on)) {
        let message = format!("L’échéance précède la date d’émission\u{a0}: vérifiez les deux dates{named}.");
        notes.push(Note::warning("issuedAfterDue", message));
    }
    let late_from = |day: &str| {
        format!(
            "L’échéance tombe {day}\u{a0}: aucun texte ne reporte une échéance convenue, le retard est compté dès le lendemain"
        )
    };
    if let Some(named) = facts.named(|invoice, account| account.statement.days_late > 0 && is_weekend(invoice.due_on)) {
        notes.push(Note::info("dueOnWeekend", format!("{}{named}.", late_from("un samedi ou un dimanche"))));
    }
    let on_holiday = |due_on| !is_weekend(due_on) && holiday(due_on, Territory::France).is_some();
    if let Some(named) = facts.named(|invoice, account| account.statement.days_late > 0 && on_holiday(invoice.due_on)) {
        notes.push(Note::info("dueOnHoliday", format!("{}{named}.", late_from("un jour férié"))));
    }
    notes.extend(same_number(facts));
    notes
}

fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The indemnity is counted for each invoice; an invoice payable in several times is one.
fn same_number(facts: &Facts<'_>) -> Option<Note> {
    let mut numbers: Vec<&str> = facts.input.invoices.iter().map(|invoice| invoice.number.as_str()).collect();
    numbers.sort_unstable();
    let number = numbers.windows(2).find(|pair| pair[0] == pair[1] && !pair[0].is_empty())?[0];
    let message = format!(
        "Le numéro {number} est donné plusieurs fois\u{a0}: chaque ligne est comptée comme une facture, avec sa propre indemnité s’il y en a \
         une. Pour une facture payable en plusieurs fois, une seule indemnité est sûre."
    );
    Some(Note::warning("sameNumber", message))
}

/// After a judgment the legal rate rises, once the decision is served for some time (CMF L313-3).
fn service(facts: &Facts<'_>) -> Option<Note> {
    let input = facts.input;
    if input.regime != Regime::Judgment {
        return None;
    }
    let Some(served_on) = input.served_on else {
        return Some(Note::info(
            "notServed",
            "Sans date de signification de la décision, la majoration du taux légal qui suit une condamnation n’est pas comptée.",
        ));
    };
    let simple_until = facts.figures.simple_rate_until(served_on)?;
    let runs = facts.accounts.iter().any(|account| account.statement.per_day.is_positive());
    (runs && input.as_of <= simple_until).then(|| {
        let from = french::day(simple_until.next());
        Note::info("judgmentIncreaseToCome", format!("Faute de paiement complet, le taux légal sera majoré à partir du {from}."))
    })
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
