//! From the case to the facts of a letter.

use std::str::FromStr;

use dument_law::{Day, EventKind, PartyKind, YesNo};
use dument_letters::{self as letters, LetterKind};

use super::reading::Fault;
use super::{Case, Invoice, Party};
use crate::entry::amount;

/// A text that was typed, or nothing.
fn some(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// A checked number that may be left out; a wrong one is a fault of its field.
fn checked<N: FromStr<Err: ToString>>(field: String, typed: &str, faults: &mut Vec<Fault>) -> Option<N> {
    if typed.trim().is_empty() {
        return None;
    }
    typed.parse().map_err(|error: N::Err| faults.push(Fault { field, message: error.to_string(), missing: false })).ok()
}

fn party(id: &str, typed: &Party, kind: PartyKind, faults: &mut Vec<Fault>) -> letters::Party {
    let mut required = |name: &str, typed: &str, message: &str| {
        if typed.trim().is_empty() {
            faults.push(Fault { field: format!("{id}-{name}"), message: message.to_owned(), missing: true });
        }
        typed.trim().to_owned()
    };
    let creditor = id == "creditor";
    let mut asked = |name: &str, typed: &str, own: &str, other: &str| required(name, typed, if creditor { own } else { other });
    let name = asked("name", &typed.name, "Votre nom ou votre dénomination.", "Le nom de votre client.");
    let street = asked(
        "address-lines",
        &typed.street,
        "Votre adresse\u{a0}: le numéro et la rue.",
        "Son adresse\u{a0}: le numéro et la rue.",
    );
    let postcode = asked("address-postcode", &typed.postcode, "Votre code postal.", "Son code postal.");
    let town = asked("address-town", &typed.town, "Votre ville.", "Sa ville.");
    let is_siret = typed.siren.chars().filter(char::is_ascii_digit).count() > 9;
    let number = format!("{id}-siren");
    let (siren, establishment) =
        if is_siret { (None, checked(number, &typed.siren, faults)) } else { (checked(number, &typed.siren, faults), None) };
    letters::Party {
        kind,
        name,
        legal_form: some(&typed.legal_form),
        capital: amount::read(&typed.capital).ok(),
        siren,
        siret: establishment,
        rcs_town: some(&typed.rcs_town),
        vat_number: checked(format!("{id}-vatNumber"), &typed.vat_number, faults),
        address: letters::Address { lines: vec![street], postcode, town, country: None },
        attention: some(&typed.attention),
        contact: (some(&typed.phone).is_some() || some(&typed.email).is_some()).then(|| letters::Contact {
            name: None,
            phone: some(&typed.phone),
            email: some(&typed.email),
        }),
        signatory: some(&typed.signatory).map(|name| letters::Signatory { name, capacity: some(&typed.capacity) }),
        iban: checked(format!("{id}-iban"), &typed.iban, faults),
        bic: None,
    }
}

impl Case {
    /// The facts of a letter of this kind, dated on that day.
    pub fn letter_input(&self, kind: LetterKind, written_on: Day) -> Result<letters::Input, Vec<Fault>> {
        let mut faults = Vec::new();
        let penalties = match self.penalties_input(written_on) {
            Ok(input) => Some(input),
            Err(found) => {
                faults.extend(found);
                None
            }
        };
        for (i, invoice) in self.invoices.iter().enumerate() {
            if invoice.number.trim().is_empty() {
                faults.push(Fault {
                    field: format!("invoices-{i}-number"),
                    message: "Le numéro de la facture.".to_owned(),
                    missing: true,
                });
            }
        }
        let debtor = party("debtor", &self.debtor, self.debtor.kind.unwrap_or(PartyKind::Company), &mut faults);
        let creditor = party("creditor", &self.creditor, self.creditor.kind.unwrap_or(PartyKind::Company), &mut faults);
        let draft = self.letters.get(&kind);
        let pay_within_days = draft.map(|draft| draft.pay_within_days.trim()).filter(|typed| !typed.is_empty());
        let pay_within_days = pay_within_days.and_then(|typed| {
            let days = typed.parse::<u32>().ok().filter(|days| (1..=90).contains(days));
            if days.is_none() {
                faults.push(Fault {
                    field: "payWithinDays".to_owned(),
                    message: "Un nombre de jours entre 1 et 90, par exemple 15.".to_owned(),
                    missing: false,
                });
            }
            days
        });
        let Some(penalties) = penalties.filter(|_| faults.is_empty()) else { return Err(faults) };
        let earlier_letters = self
            .history
            .iter()
            .filter(|entry| matches!(entry.kind, EventKind::Reminder | EventKind::FormalNotice))
            .filter_map(|entry| crate::entry::date::read(&entry.on).ok())
            .filter(|day| *day < written_on)
            .collect();
        let invoices = self.invoices.iter().zip(penalties.invoices).map(|(typed, read)| invoice(typed, read)).collect();
        Ok(letters::Input {
            kind,
            language: letters::Language::Fr,
            written_on,
            place: None,
            creditor,
            debtor,
            invoices,
            penalties: letters::PenaltyOptions {
                rate: penalties.rate,
                below_floor: penalties.below_floor,
                imputation: penalties.imputation,
                creditor: penalties.creditor,
                notice_received_on: penalties.notice_received_on,
                insolvency_opened_on: penalties.insolvency_opened_on,
                ..letters::PenaltyOptions::default()
            },
            pay_within_days,
            tone: draft.and_then(|draft| draft.tone),
            facts: letters::Facts {
                association_acts_as_professional: self.association_is_professional.map_or(YesNo::Unknown, YesNo::from),
                earlier_letters,
                ..letters::Facts::default()
            },
        })
    }
}

fn invoice(typed: &Invoice, read: dument_law::penalties::Invoice) -> letters::Invoice {
    letters::Invoice {
        number: read.number,
        issued_on: read.issued_on,
        due_on: read.due_on,
        amount: read.amount,
        payments: read.payments,
        credits: read.credits,
        description: some(&typed.description),
        order_reference: some(&typed.order_reference),
    }
}
