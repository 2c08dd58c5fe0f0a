//! An invoice as it is typed: what is wrong with it, and what it changes of the one that is known.

use dument_law::{Money, french};
use dument_ledger::{Currency, Invoice, InvoiceField};

use crate::pages::ledger::short_form::{Faults, Texts};

/// The texts of an invoice.
#[must_use]
pub fn texts(invoice: &Invoice) -> Texts {
    let day = |day: Option<_>| day.map(french::short_day).unwrap_or_default();
    Texts::of([
        ("number", invoice.number.clone()),
        ("issued", day(invoice.issued_on)),
        ("due", french::short_day(invoice.due_on)),
        ("performed", day(invoice.performed_on)),
        ("amount", plain(invoice.amount)),
        ("currency", invoice.currency.to_string()),
        ("description", invoice.description.clone()),
        ("order", invoice.order.clone()),
    ])
}

/// The texts with which a new invoice begins.
#[must_use]
pub fn blank() -> Texts {
    Texts::of([("currency", Currency::EURO.to_string())])
}

/// An amount as it is typed.
#[must_use]
pub fn plain(amount: Money) -> String {
    french::decimal(&amount.to_string())
}

/// The invoice, and all that is wrong with it; none where it can't be one.
pub fn read(texts: &Texts) -> (Option<Invoice>, Faults) {
    let mut faults = Faults::default();
    let number = faults.text(texts, "number", "Indiquez le numéro de la facture.");
    let issued_on = faults.day_if_any(texts, "issued");
    let due_on = faults.day(texts, "due");
    let performed_on = faults.day_if_any(texts, "performed");
    let amount = faults.amount(texts, "amount");
    let currency = texts.get("currency").parse::<Currency>().map_err(|error| faults.add("currency", error)).ok();
    if issued_on.zip(due_on).is_some_and(|(issued_on, due_on)| due_on < issued_on) {
        faults.add("due", "L’échéance ne peut pas précéder la date de la facture.");
    }
    if !faults.0.is_empty() {
        return (None, faults);
    }
    let invoice = due_on.zip(amount).zip(currency).map(|((due_on, amount), currency)| Invoice {
        issued_on,
        performed_on,
        currency,
        description: texts.get("description").to_owned(),
        order: texts.get("order").to_owned(),
        ..Invoice::new(number, due_on, amount)
    });
    (invoice, faults)
}

/// What differs from the invoice that is known, each as a change.
#[must_use]
pub fn changes(typed: &Invoice, known: &Invoice) -> Vec<InvoiceField> {
    let all = [
        (typed.number != known.number, InvoiceField::Number(typed.number.clone())),
        (typed.issued_on != known.issued_on, InvoiceField::IssuedOn(typed.issued_on)),
        (typed.due_on != known.due_on, InvoiceField::DueOn(typed.due_on)),
        (typed.performed_on != known.performed_on, InvoiceField::PerformedOn(typed.performed_on)),
        (typed.amount != known.amount, InvoiceField::Amount(typed.amount)),
        (typed.currency != known.currency, InvoiceField::Currency(typed.currency)),
        (typed.description != known.description, InvoiceField::Description(typed.description.clone())),
        (typed.order != known.order, InvoiceField::Order(typed.order.clone())),
    ];
    all.into_iter().filter(|(differs, _)| *differs).map(|(_, change)| change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Invoice {
        Invoice {
            issued_on: Some("2026-09-01".parse().unwrap()),
            ..Invoice::new("F-1", "2026-10-01".parse().unwrap(), "1850".parse().unwrap())
        }
    }

    #[test]
    fn what_is_known_is_read_again_and_changes_nothing() {
        let (read, faults) = read(&texts(&known()));
        assert_eq!(faults, Faults::default());
        assert_eq!(changes(&read.unwrap(), &known()), []);
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let typed =
            Texts::of([("issued", "02/10/2026".to_owned()), ("due", "01/10/2026".to_owned()), ("amount", "beaucoup".to_owned())]);
        let names: Vec<&str> = read(&typed).1.0.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["number", "amount", "currency", "due"]);
    }

    #[test]
    fn both_days_move_together() {
        let typed = Invoice { issued_on: Some("2026-11-02".parse().unwrap()), due_on: "2026-12-02".parse().unwrap(), ..known() };
        assert_eq!(changes(&typed, &known()), [InvoiceField::IssuedOn(typed.issued_on), InvoiceField::DueOn(typed.due_on)]);
    }
}
