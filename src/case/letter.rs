//! From the case to the facts of a letter.

use std::str::FromStr;

use dument_law::{Day, EventKind, PartyKind};
use dument_letters::{self as letters, LetterKind, Tone};
use serde::Serialize;
use serde_json::{Map, Value};

use super::reading::Fault;
use super::{Case, Invoice, Party, facts};
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
    typed.parse().map_err(|error: N::Err| faults.push(Fault::of(field, error.to_string()))).ok()
}

fn party(id: &str, typed: &Party, kind: PartyKind, faults: &mut Vec<Fault>) -> letters::Party {
    let mut required = |name: &str, typed: &str, message: &str| {
        if typed.trim().is_empty() {
            faults.push(Fault::missing(format!("{id}-{name}"), message));
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
        address: letters::Address {
            lines: [Some(street), some(&typed.street_more)].into_iter().flatten().collect(),
            postcode,
            town,
            country: some(&typed.country),
        },
        attention: some(&typed.attention),
        contact: [&typed.contact, &typed.phone, &typed.email]
            .into_iter()
            .any(|part| some(part).is_some())
            .then(|| letters::Contact { name: some(&typed.contact), phone: some(&typed.phone), email: some(&typed.email) }),
        signatory: some(&typed.signatory).map(|name| letters::Signatory { name, capacity: some(&typed.capacity) }),
        iban: checked(format!("{id}-iban"), &typed.iban, faults),
        bic: checked(format!("{id}-bic"), &typed.bic, faults),
    }
}

impl Case {
    /// The facts of a letter of this kind, dated on that day, as far as they are told.
    ///
    /// # Errors
    /// What the claim and the parties lack, and what this letter alone lacks besides: without those there is nothing to ask the engine.
    pub fn letter_input(&self, kind: LetterKind, written_on: Day) -> Result<Told, Vec<Fault>> {
        let mut faults = Vec::new();
        let input = self.input(kind, written_on, &mut faults);
        let mut lacking = Vec::new();
        let own = facts::read(self, kind, &mut lacking);
        if let Some(mut input) = input.filter(|_| faults.is_empty()) {
            if !own.is_null() {
                input.facts.insert(facts::kind_name(kind), own);
            }
            return Ok(Told { input: input.written(), lacking });
        }
        faults.extend(lacking);
        Err(faults)
    }

    /// What tells which letters the law knows here; nothing while the claim itself is unknown.
    #[must_use]
    pub fn letter_probe(&self, written_on: Day) -> Option<Probe> {
        self.debtor.kind?;
        let mut input = self.input(LetterKind::Reminder, written_on, &mut Vec::new())?;
        // Names only fill a letter in; where the debtor is, matters.
        let blank = Party::default();
        let (postcode, country) = (self.debtor.postcode.clone(), self.debtor.country.clone());
        input.creditor = party("creditor", &blank, input.creditor.kind, &mut Vec::new());
        input.debtor = party("debtor", &Party { postcode, country, ..blank }, input.debtor.kind, &mut Vec::new());
        input.facts.remove("enclosures");
        Some(Probe(input))
    }

    /// All that a letter of any kind is written from, where the claim can be read; what is missing from it, or wrong.
    fn input(&self, kind: LetterKind, written_on: Day, faults: &mut Vec<Fault>) -> Option<Asked> {
        let penalties = self.penalties_input(written_on).map_err(|found| faults.extend(found)).ok();
        for (i, invoice) in self.invoices.iter().enumerate() {
            if invoice.number.trim().is_empty() {
                faults.push(Fault::missing(format!("invoices-{i}-number"), "Le numéro de la facture."));
            }
        }
        let debtor = party("debtor", &self.debtor, self.debtor.kind.unwrap_or(PartyKind::Company), faults);
        let creditor = party("creditor", &self.creditor, self.creditor.kind.unwrap_or(PartyKind::Company), faults);
        let draft = self.letters.get(&kind).cloned().unwrap_or_default();
        let pay_within_days = days(&draft.pay_within_days, faults);
        let penalties = penalties?;
        let earlier_letters = self
            .history
            .iter()
            .filter(|entry| matches!(entry.kind, EventKind::Reminder | EventKind::FormalNotice))
            .filter_map(|entry| crate::entry::date::read(&entry.on).ok())
            .filter(|day| *day < written_on)
            .map(|day| day.to_string())
            .collect();
        // Said in no other letter.
        let names_mediator = kind == LetterKind::FormalNotice && debtor.kind == PartyKind::Consumer;
        let invoices = self.invoices.iter().zip(penalties.invoices).map(|(typed, read)| invoice(typed, read)).collect();
        let mut facts = Map::new();
        let mut tell = |name: &str, value: Value| {
            facts.insert(name.to_owned(), value);
        };
        if let Some(answer) = self.association_is_professional {
            tell("associationActsAsProfessional", answer.into());
        }
        tell("earlierLetters", earlier_letters);
        tell("enclosures", draft.enclosures.lines().filter_map(some).collect());
        if let Some(mediator) = some(&self.creditor.mediator).filter(|_| names_mediator) {
            tell("consumerMediator", mediator.into());
        }
        Some(Asked {
            kind,
            language: if kind.exists_in_english() { draft.language } else { letters::Language::Fr },
            written_on,
            place: some(&self.creditor.place),
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
                day_count: penalties.day_count,
                compounding: penalties.compounding,
                penalty_clause: penalties.penalty_clause,
                extra_costs: penalties.extra_costs,
                served_on: None,
            },
            pay_within_days,
            tone: draft.tone.filter(|_| kind.has_tones()),
            payment_code: draft.payment_code,
            facts,
        })
    }
}

/// An input of the engine, as its module takes it. The facts of each kind are what its form says ([`facts`]): the engine's own types for
/// them all would be linked for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    kind: LetterKind,
    language: letters::Language,
    written_on: Day,
    place: Option<String>,
    creditor: letters::Party,
    debtor: letters::Party,
    invoices: Vec<letters::Invoice>,
    penalties: letters::PenaltyOptions,
    pay_within_days: Option<u32>,
    tone: Option<Tone>,
    payment_code: bool,
    facts: Map<String, Value>,
}

impl Asked {
    fn written(&self) -> String {
        // Texts, numbers and lists: JSON holds them all.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What is told for a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The JSON of the facts: the engine says what is missing from them.
    pub input: String,
    /// What this letter alone lacks, in the words of its form.
    pub lacking: Vec<Fault>,
}

impl Told {
    /// All that keeps the letter from being written: what the engine finds, in the form's own words where it has some.
    #[must_use]
    pub fn faults(self, found: Vec<Fault>) -> Vec<Fault> {
        let Self { lacking, .. } = self;
        let said = |fault: &Fault| lacking.iter().any(|own| own.field == fault.field);
        let more: Vec<Fault> = found.into_iter().filter(|fault| !said(fault)).collect();
        lacking.iter().cloned().chain(more).collect()
    }
}

/// The facts of a claim that decide which letters may be written of it, without those that only fill them in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe(Asked);

impl Probe {
    /// The JSON of the facts, for a letter of this kind.
    #[must_use]
    pub fn input(&self, kind: LetterKind) -> String {
        let tone = self.0.tone.filter(|_| kind.has_tones());
        Asked { kind, tone, pay_within_days: None, ..self.0.clone() }.written()
    }
}

/// The days given to pay; none where the letter's own suit.
fn days(typed: &str, faults: &mut Vec<Fault>) -> Option<u32> {
    let typed = typed.trim().trim_end_matches("jours").trim_end_matches('j').trim_end();
    if typed.is_empty() {
        return None;
    }
    let days = typed.parse().ok();
    if days.is_none() {
        faults.push(Fault::of("payWithinDays", "Un nombre de jours, par exemple 15."));
    }
    days
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
