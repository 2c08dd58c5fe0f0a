//! A debtor as a case of the application, in the form of its files, so that nothing is typed twice.

use dument_law::penalties::Rate;
use dument_law::procedures::{Contested, InsolvencyKind};
use dument_law::{Day, Event as LawEvent, Money, PartyKind, french};
use serde_json::{Map, Value, json};

use crate::book::{Book, Derived};
use crate::commitment::CommitmentState;
use crate::procedure::State;
use crate::standing::{concerns, is_about};
use crate::{
    Act, Address, Contact, Creditor, Debtor, DebtorId, Invoice, InvoiceId, ProcedureKind, Record, SettlementKind, What, law_event,
};

/// The version of the format of case files that is written here (`docs/file-format.md`).
const VERSION: u32 = 2;

impl Book {
    /// A debtor as a case file: who owes and who is owed, its invoices in euros, what was paid and credited of them, what happened.
    /// The invoices are those named, else all that are open. Nothing where there is no such debtor.
    #[must_use]
    pub fn case_file(&self, debtor: DebtorId, invoices: &[InvoiceId]) -> Option<String> {
        let record = self.ledger().debtors.get(&debtor)?;
        let derived = self.derived().get(&debtor)?;
        let case = Handing { book: self, record, derived }.case(invoices);
        let name = record.debtor.name.clone();
        Some(json!({ "format": "dument", "version": VERSION, "cases": [{ "name": name, "case": case }] }).to_string())
    }
}

struct Handing<'a> {
    book: &'a Book,
    record: &'a Record,
    derived: &'a Derived,
}

fn day(on: Day) -> Value {
    french::short_day(on).into()
}

fn amount(amount: Money) -> Value {
    french::decimal(&amount.to_string()).into()
}

/// What serde writes of a plain value, such as the name of a kind.
fn named(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn address(party: &mut Map<String, Value>, address: &Address) {
    let street = address.lines.first().cloned().unwrap_or_default();
    let more: Vec<&str> = address.lines.iter().skip(1).map(String::as_str).collect();
    party.insert("street".to_owned(), street.into());
    party.insert("streetMore".to_owned(), more.join(", ").into());
    party.insert("postcode".to_owned(), address.postcode.clone().into());
    party.insert("town".to_owned(), address.town.clone().into());
    party.insert("country".to_owned(), address.country.clone().into());
}

fn contact(party: &mut Map<String, Value>, contact: &Contact) {
    party.insert("contact".to_owned(), contact.name.clone().into());
    party.insert("email".to_owned(), contact.email.clone().into());
    party.insert("phone".to_owned(), contact.phone.clone().into());
}

fn creditor(known: &Creditor) -> Value {
    let mut party = Map::new();
    party.insert("kind".to_owned(), named(known.kind));
    party.insert("name".to_owned(), known.name.clone().into());
    party.insert("siren".to_owned(), known.siren.clone().into());
    party.insert("vatNumber".to_owned(), known.vat_number.clone().into());
    party.insert("iban".to_owned(), known.iban.clone().into());
    address(&mut party, &known.address);
    contact(&mut party, &known.contact);
    party.into()
}

fn debtor(known: &Debtor) -> Value {
    let mut party = Map::new();
    party.insert("kind".to_owned(), named(known.kind));
    party.insert("name".to_owned(), known.name.clone().into());
    let number = known.siret.as_ref().or(known.siren.as_ref());
    party.insert("siren".to_owned(), number.cloned().unwrap_or_default().into());
    party.insert("vatNumber".to_owned(), known.vat_number.clone().unwrap_or_default().into());
    address(&mut party, &known.address);
    let whom = Contact { name: String::new(), ..known.contact.clone() };
    contact(&mut party, &whom);
    party.insert("attention".to_owned(), known.contact.name.clone().into());
    party.into()
}

fn terms(rate: Rate) -> Value {
    let (kind, figure) = match rate {
        Rate::Statutory => ("statutory", None),
        Rate::Fixed { percent } => ("fixed", Some(percent)),
        Rate::Monthly { percent } => ("monthly", Some(percent)),
        Rate::LegalMultiple { multiple } => ("legalMultiple", Some(multiple)),
        Rate::LegalPlus { points } => ("legalPlus", Some(points)),
        Rate::RefinancingPlus { points } => ("refinancingPlus", Some(points)),
    };
    let figure = figure.map(|figure| french::decimal(&figure.to_string())).unwrap_or_default();
    json!({ "rate": kind, "figure": figure })
}

impl Handing<'_> {
    fn case(&self, named_invoices: &[InvoiceId]) -> Value {
        let wanted = |id: &InvoiceId| {
            if named_invoices.is_empty() {
                self.derived.standing.invoices.get(id).is_some_and(|stands| stands.open.is_positive())
            } else {
                named_invoices.contains(id)
            }
        };
        let handed = self.record.invoices.iter().filter(|(id, invoice)| wanted(id) && invoice.currency.is_euro());
        let mut handed: Vec<(InvoiceId, &Invoice)> = handed.map(|(id, invoice)| (*id, invoice)).collect();
        handed.sort_by_key(|(_, invoice)| (invoice.due_on, invoice.issued_on));
        let invoices: Vec<Value> = handed.iter().map(|(_, invoice)| self.invoice(invoice)).collect();
        let known = &self.record.debtor;
        let mut case = Map::new();
        case.insert("creditor".to_owned(), creditor(&self.book.ledger().settings.creditor));
        case.insert("debtor".to_owned(), debtor(known));
        case.insert("place".to_owned(), named(known.place.unwrap_or_default()));
        case.insert("associationIsProfessional".to_owned(), named(known.acts_as_professional));
        if !invoices.is_empty() {
            case.insert("invoices".to_owned(), invoices.into());
        }
        case.insert("terms".to_owned(), terms(known.rate));
        case.insert("history".to_owned(), self.history(&handed).into());
        case.insert("answers".to_owned(), self.answers());
        case.into()
    }

    fn invoice(&self, invoice: &Invoice) -> Value {
        let as_of = self.book.as_of();
        let moved = |kinds: &[SettlementKind]| -> Vec<Value> {
            let settlements = invoice.settlements.iter().filter(|one| kinds.contains(&one.kind) && one.is_by(as_of));
            settlements
                .map(|one| {
                    let on = one.on.unwrap_or(invoice.due_on);
                    let from_the_start = one.on.is_none() && one.kind != SettlementKind::Payment;
                    json!({ "on": day(on), "amount": amount(one.amount), "retroactive": from_the_start })
                })
                .collect()
        };
        let mut payments = moved(&[SettlementKind::Payment]);
        if invoice.paid_undated.is_positive() {
            // Its day isn't known: on the due date it gives the lower claim.
            let undated = json!({ "on": day(invoice.due_on), "amount": amount(invoice.paid_undated), "retroactive": false });
            payments.insert(0, undated);
        }
        json!({
            "number": invoice.number,
            "description": invoice.description,
            "orderReference": invoice.order,
            "issuedOn": invoice.issued_on.map_or_else(|| "".into(), day),
            "performedOn": invoice.performed_on.map_or_else(|| "".into(), day),
            "dueOn": day(invoice.due_on),
            "amount": amount(invoice.amount),
            "payments": payments,
            "credits": moved(&[SettlementKind::CreditNote, SettlementKind::WriteOff]),
        })
    }

    /// What happened about these invoices, in the words of the law, oldest first. A case has one history for all of its invoices: what
    /// puts limitation off for some of them alone is left out, so that no date is told too late.
    fn history(&self, handed: &[(InvoiceId, &Invoice)]) -> Vec<Value> {
        let as_of = self.book.as_of();
        let public = self.record.debtor.kind == Some(PartyKind::PublicBody);
        let mut told: Vec<LawEvent> = Vec::new();
        for (_, event) in self.record.history().into_iter().filter(|(_, event)| event.on <= as_of) {
            let Some(one) = law_event::of_event(event) else { continue };
            let about = |(id, invoice): &(InvoiceId, &Invoice)| is_about(event, *id, invoice);
            let puts_off = law_event::puts_off(one.kind, public);
            if handed.iter().all(about) || !puts_off && handed.iter().any(about) {
                told.push(one);
            }
        }
        let procedures = self.derived.standing.procedures.all.iter();
        for procedure in procedures.filter(|procedure| handed.iter().all(|(id, invoice)| concerns(procedure, *id, invoice))) {
            told.extend(law_event::acts(procedure));
            told.extend(law_event::of_procedure(procedure));
        }
        told.sort_by_key(|event| event.on);
        let entry = |event: LawEvent| {
            json!({
                "kind": named(event.kind),
                "on": day(event.on),
                "until": event.until.map_or_else(|| "".into(), day),
                "outcome": named(event.outcome),
            })
        };
        told.into_iter().map(entry).collect()
    }

    fn answers(&self) -> Value {
        let standing = &self.derived.standing;
        let mut answers = Map::new();
        let insolvencies = || standing.procedures.all.iter().filter(|procedure| procedure.kind == ProcedureKind::Insolvency);
        // One that still goes on says what can be done now.
        let opened =
            insolvencies().find(|procedure| procedure.state != State::InsolvencyClosed).or_else(|| insolvencies().next());
        let told = opened.and_then(|procedure| self.record.events.get(&procedure.id)).map(|event| (event.on, &event.what));
        if let Some((on, What::Act { act: Act::InsolvencyOpened { proceedings, published_on }, .. })) = told {
            let kind: InsolvencyKind = *proceedings;
            answers.insert("insolvent".to_owned(), true.into());
            answers.insert("insolvencyKind".to_owned(), named(kind));
            answers.insert("insolvencyOpenedOn".to_owned(), day(on));
            answers.insert("insolvencyPublishedOn".to_owned(), published_on.map_or_else(|| "".into(), day));
        }
        let open = || standing.invoices.values().filter(|stands| stands.open.is_positive());
        if open().any(|stands| stands.disputed.is_positive()) {
            let whole = open().all(|stands| stands.disputed == stands.open);
            answers.insert("contested".to_owned(), named(if whole { Contested::Yes } else { Contested::Partly }));
        }
        let answer = self.record.history().into_iter().rev().find_map(|(_, event)| match event.what {
            What::Answer { answer } if event.on <= self.book.as_of() => Some((event.on, answer)),
            _ => None,
        });
        if let Some((on, answer)) = answer {
            answers.insert("answer".to_owned(), named(answer));
            answers.insert("answeredOn".to_owned(), day(on));
        }
        let promise = standing.commitments.iter().rev().find(|one| !one.plan && one.state == CommitmentState::Running);
        if let Some(part) = promise.and_then(|promise| promise.parts.first()) {
            answers.insert("promisedOn".to_owned(), day(part.due_on));
        }
        if !self.record.debtor.exhibits.is_empty() {
            answers.insert("evidence".to_owned(), named(&self.record.debtor.exhibits));
        }
        answers.into()
    }
}
