//! What is wrong with what the user enters, all at once.

use dument_law::{Code, Money, Problem, Problems};

use crate::{Act, Debtor, Event, Invoice, Record, What};

/// Collects faults by field.
#[derive(Default)]
struct Faults(Vec<Problem>);

impl Faults {
    fn when(&mut self, wrong: bool, code: Code, field: &str, message: &str) {
        if wrong {
            self.0.push(Problem { code, field: field.to_owned(), message: message.to_owned() });
        }
    }

    fn zero(&mut self, field: &str, amount: Money) {
        self.when(!amount.is_positive(), Code::ZeroAmount, field, "Indiquez un montant au-dessus de zéro.");
        self.when(amount > Money::MAX, Code::AmountTooLarge, field, "Ce montant est trop grand\u{a0}: vérifiez la saisie.");
    }

    fn end(self) -> Result<(), Problems> {
        Problems::check(self.0)
    }
}

pub(super) fn positive(field: &str, amount: Money) -> Result<(), Problems> {
    let mut faults = Faults::default();
    faults.zero(field, amount);
    faults.end()
}

pub(super) fn debtor(debtor: &Debtor) -> Result<(), Problems> {
    let mut faults = Faults::default();
    faults.when(debtor.name.trim().is_empty(), Code::MissingField, "name", "Indiquez le nom du client.");
    if let Some(limit) = debtor.limit {
        faults.when(limit < Money::ZERO, Code::NegativeAmount, "limit", "L’encours autorisé ne peut pas être négatif.");
    }
    faults.end()
}

pub(super) fn invoice(invoice: &Invoice) -> Result<(), Problems> {
    let mut faults = Faults::default();
    faults.when(invoice.number.trim().is_empty(), Code::MissingField, "number", "Indiquez le numéro de la facture.");
    faults.zero("amount", invoice.amount);
    let early = invoice.issued_on.is_some_and(|issued_on| invoice.due_on < issued_on);
    faults.when(early, Code::EndBeforeStart, "dueOn", "L’échéance ne peut pas précéder la date de la facture.");
    for (i, settlement) in invoice.settlements.iter().enumerate() {
        faults.zero(&format!("settlements[{i}].amount"), settlement.amount);
    }
    faults.end()
}

pub(super) fn event(record: &Record, event: &Event) -> Result<(), Problems> {
    let mut faults = Faults::default();
    let known = event.invoices.iter().all(|id| record.invoices.contains_key(id));
    faults.when(!known, Code::UnknownValue, "invoices", "Une de ces factures n’est plus dans le suivi.");
    match &event.what {
        What::Promise { amount, by } => {
            if let Some(amount) = amount {
                faults.zero("what.amount", *amount);
            }
            let early = *by < event.on;
            faults.when(early, Code::EndBeforeStart, "what.by", "Le jour promis ne peut pas précéder la promesse.");
        }
        What::Plan { instalments, .. } => {
            faults.when(instalments.is_empty(), Code::EmptyList, "what.instalments", "Indiquez au moins une échéance.");
            for (i, instalment) in instalments.iter().enumerate() {
                faults.zero(&format!("what.instalments[{i}].amount"), instalment.amount);
                let field = format!("what.instalments[{i}].dueOn");
                let early = instalment.due_on < event.on;
                faults.when(early, Code::EndBeforeStart, &field, "Une échéance ne peut pas précéder l’accord.");
                let disordered = i > 0 && instalment.due_on < instalments[i - 1].due_on;
                faults.when(disordered, Code::EndBeforeStart, &field, "Indiquez les échéances dans l’ordre de leurs dates.");
            }
        }
        What::Disputed { amount: Some(amount), .. } => faults.zero("what.amount", *amount),
        What::Paused { until } => {
            let early = *until < event.on;
            faults.when(early, Code::EndBeforeStart, "what.until", "La pause ne peut pas finir avant de commencer.");
        }
        What::Act { act: Act::InsolvencyOpened { published_on: Some(published_on), .. }, .. } => {
            let message = "La publication au BODACC ne peut pas précéder le jugement d’ouverture.";
            faults.when(*published_on < event.on, Code::EndBeforeStart, "what.act.publishedOn", message);
        }
        What::Other { until: Some(until), .. } => {
            let early = *until < event.on;
            faults.when(early, Code::EndBeforeStart, "what.until", "La fin ne peut pas précéder le début.");
        }
        _ => {}
    }
    faults.end()
}
