//! Joining two tellings of one invoice.

use dument_law::{Money, french};

use super::Incoming;
use super::plan::Theirs;
use crate::invoice::{DueFrom, Invoice, InvoiceField, InvoiceFieldName, Settlement, SettlementKind};
use crate::words;

/// How many days a payment entered by hand and the same one in a file may lie apart.
const SAME_PAYMENT_DAYS: u64 = 10;

/// What joining did, in French.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) changed: Vec<String>,
    pub(crate) kept: Vec<String>,
    pub(crate) conflicts: Vec<(String, Theirs)>,
}

/// Adds to an invoice what another telling of it knows more.
pub(crate) fn join(ours: &mut Invoice, theirs: &Incoming) -> Said {
    let mut said = Said::default();
    fields(ours, theirs, &mut said);
    settlements(ours, theirs, &mut said);
    said
}

fn fields(ours: &mut Invoice, theirs: &Incoming, said: &mut Said) {
    let corrected = |ours: &Invoice, name| ours.corrected.contains(&name);
    if words::number(&ours.number) != words::number(&theirs.number) {
        let own = ours.number.clone();
        said.differs(ours, "Numéro", &own, &theirs.number, InvoiceField::Number(theirs.number.clone()));
    }
    match (ours.issued_on, theirs.issued_on) {
        (None, Some(on)) if !corrected(ours, InvoiceFieldName::IssuedOn) => {
            ours.issued_on = Some(on);
            said.changed.push(format!("date de facture\u{a0}: {}", french::short_day(on)));
        }
        (our, Some(their)) if our != Some(their) => {
            let own = our.map_or_else(|| "rien".to_owned(), french::short_day);
            let field = InvoiceField::IssuedOn(Some(their));
            said.differs(ours, "Date de facture", &own, &french::short_day(their), field);
        }
        _ => {}
    }
    if let Some((due_on, due_from)) = theirs.due {
        let hand = corrected(ours, InvoiceFieldName::DueOn);
        if !hand && due_from < ours.due_from {
            if due_on != ours.due_on {
                said.changed.push(format!("échéance\u{a0}: {}", french::short_day(due_on)));
            }
            ours.due_on = due_on;
            ours.due_from = due_from;
        } else if due_on != ours.due_on && (hand || due_from == ours.due_from) && due_from != DueFrom::Law {
            let (own, their) = (french::short_day(ours.due_on), french::short_day(due_on));
            said.differs(ours, "Échéance", &own, &their, InvoiceField::DueOn(due_on));
        }
    }
    if theirs.amount != ours.amount {
        let (own, their) = (french::money(ours.amount), french::money(theirs.amount));
        said.differs(ours, "Montant", &own, &their, InvoiceField::Amount(theirs.amount));
    }
    if theirs.currency != ours.currency {
        let (own, their) = (ours.currency.to_string(), theirs.currency.to_string());
        said.differs(ours, "Devise", &own, &their, InvoiceField::Currency(theirs.currency));
    }
    if ours.performed_on.is_none() && !corrected(ours, InvoiceFieldName::PerformedOn) {
        ours.performed_on = theirs.performed_on;
    }
    if ours.order.is_empty() && !corrected(ours, InvoiceFieldName::Order) && !theirs.order.is_empty() {
        ours.order.clone_from(&theirs.order);
        said.changed.push(format!("bon de commande\u{a0}: {}", theirs.order));
    }
    if ours.description.is_empty() && !corrected(ours, InvoiceFieldName::Description) {
        ours.description.clone_from(&theirs.description);
    }
}

impl Said {
    fn differs(&mut self, invoice: &Invoice, what: &str, ours: &str, theirs: &str, field: InvoiceField) {
        if invoice.corrected.contains(&field.name()) {
            self.kept
                .push(format!("{what}\u{a0}: vous avez corrigé en {ours}, le fichier dit {theirs}. Votre correction reste."));
        } else {
            let message = format!("{what}\u{a0}: {ours} dans le suivi, {theirs} dans le fichier.");
            self.conflicts.push((message, Theirs::Field(field)));
        }
    }
}

fn word(kind: SettlementKind) -> &'static str {
    match kind {
        SettlementKind::Payment => "paiement",
        SettlementKind::CreditNote => "avoir",
        SettlementKind::WriteOff => "perte",
    }
}

fn sum_paid(settlements: &[Settlement]) -> Money {
    let payments = settlements.iter().filter(|settlement| settlement.kind == SettlementKind::Payment);
    payments.map(|settlement| settlement.amount).sum()
}

fn settlements(ours: &mut Invoice, theirs: &Incoming, said: &mut Said) {
    let paid = (ours.paid_undated + sum_paid(&ours.settlements)).max(theirs.paid_undated + sum_paid(&theirs.settlements));
    // Each of ours answers to one of theirs at most.
    let mut free: Vec<bool> = vec![true; ours.settlements.len()];
    let mut missing: Vec<&Settlement> = Vec::new();
    for their in &theirs.settlements {
        let same = |our: &Settlement| (our.on, our.kind, our.amount) == (their.on, their.kind, their.amount);
        match answer(&ours.settlements, &mut free, same) {
            Some(_) => {}
            None => missing.push(their),
        }
    }
    let mut added = Vec::new();
    for their in missing {
        let near = |our: &Settlement| {
            let apart = our.on.zip(their.on).map(|(our, their)| our.days_since(their).unsigned_abs());
            our.by_hand
                && our.kind == their.kind
                && our.amount == their.amount
                && apart.is_some_and(|days| days <= SAME_PAYMENT_DAYS)
        };
        if let Some(at) = answer(&ours.settlements, &mut free, near) {
            let on = |settlement: &Settlement| settlement.on.map(french::short_day).unwrap_or_default();
            said.kept.push(format!(
                "{} du {}\u{a0}: le fichier le date du {}. Votre saisie reste.",
                capitalised(word(their.kind)),
                on(&ours.settlements[at]),
                on(their)
            ));
            continue;
        }
        added.push(their.clone());
    }
    for their in added {
        // What was paid without a day is told its day.
        let explained = if their.kind == SettlementKind::Payment { their.amount.min(ours.paid_undated) } else { Money::ZERO };
        let settled: Money = ours.settlements.iter().map(|settlement| settlement.amount).sum();
        let after = settled + ours.paid_undated - explained + their.amount;
        if after > ours.amount && their.amount.is_positive() {
            // The same sum on another day, by another file: known already, unless the user says otherwise.
            let message = format!(
                "{} de {}{}\u{a0}: avec ce qui est déjà noté, il dépasserait le montant de la facture.",
                capitalised(word(their.kind)),
                french::money(their.amount),
                their.on.map(|on| format!(" du {}", french::short_day(on))).unwrap_or_default()
            );
            said.conflicts.push((message, Theirs::Settlement(their)));
            continue;
        }
        ours.paid_undated -= explained;
        let on = their.on.map(|on| format!(" du {}", french::short_day(on))).unwrap_or_default();
        said.changed.push(format!("{} de {}{on}", word(their.kind), french::money(their.amount)));
        ours.settlements.push(their);
    }
    ours.order_settlements();
    let undated = (paid - sum_paid(&ours.settlements)).max(Money::ZERO);
    let room = ours.settlements.iter().fold(ours.amount, |room, settlement| room - settlement.amount).max(Money::ZERO);
    let undated = undated.min(room.max(ours.paid_undated));
    if undated > ours.paid_undated {
        said.changed.push(format!("{} payés sans date connue", french::money(undated)));
        ours.paid_undated = undated;
    }
}

/// One of ours that answers, and isn't taken yet.
fn answer(ours: &[Settlement], free: &mut [bool], fits: impl Fn(&Settlement) -> bool) -> Option<usize> {
    let at = (0..ours.len()).find(|at| free[*at] && fits(&ours[*at]))?;
    free[at] = false;
    Some(at)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
