//! The case the tests write about: Atelier Nord has unpaid invoices.

use dument_law::reading::{self, Given};
use dument_law::{Code, Problems, Reference};
use dument_letters::{Letter, letter};
use serde::Deserialize;
use serde_json::{Value, json};

/// The letters of the way to a formal notice, of which many tests speak.
pub(crate) const REMINDERS: [&str; 3] = ["reminder", "secondReminder", "formalNotice"];

/// Every kind of letter: the tests of the whole collection write each of them to every debtor it applies to.
pub(crate) const KINDS: &[&str] = &[
    "phoneScript",
    "textMessage",
    "emailReminder",
    "reminder",
    "secondReminder",
    "formalNotice",
    "penaltyClaim",
    "paymentPlan",
    "acknowledgment",
    "replyToDispute",
    "guarantorNotice",
    "suspensionNotice",
    "retentionNotice",
    "claimDeclaration",
    "paymentOrderRequest",
    "publicDemand",
    "conciliationRequest",
];

/// Whether the law knows this kind of letter for this debtor.
pub(crate) fn applies(kind: &str, debtor: &str) -> bool {
    match (kind, debtor) {
        ("publicDemand", _) => debtor == "publicBody",
        ("claimDeclaration", _) => matches!(debtor, "company" | "association"),
        (
            "paymentPlan"
            | "acknowledgment"
            | "guarantorNotice"
            | "suspensionNotice"
            | "retentionNotice"
            | "paymentOrderRequest"
            | "conciliationRequest",
            _,
        ) => debtor != "publicBody",
        _ => true,
    }
}

/// The facts that a kind needs beyond those of a reminder, in its own field of `facts`; null for most.
fn sample(kind: &str) -> Value {
    let president = json!({ "name": "Louis Brun", "capacity": "Président" });
    json!({
        "paymentPlan": { "instalments": [{ "on": "2027-02-01" }], "signatory": president },
        "suspensionNotice": { "what": "work", "from": "2027-01-15" },
        "retentionNotice": { "right": "possession", "goods": "une vitrine en chêne à trois vantaux" },
        "claimDeclaration": {
            "practitioner": practitioner(),
            "proceedings": "reorganisation",
            "court": "Tribunal des activités économiques de Lyon"
        },
        "paymentOrderRequest": {
            "court": {
                "name": "Tribunal des activités économiques de Lyon",
                "attention": "Greffe des injonctions de payer",
                "address": { "lines": ["67 rue Servient"], "postcode": "69003", "town": "Lyon" }
            },
            "contract": "devis n° 112 accepté"
        },
        "acknowledgment": { "dueOn": "2027-03-31", "signatory": president },
        "replyToDispute": {
            "disputedOn": "2026-06-22",
            "points": [{
                "objection": "la vitrine aurait été livrée en retard",
                "reply": "le procès-verbal de réception, joint, est daté du jour convenu et signé de votre main"
            }]
        },
        "guarantorNotice": {
            "guarantor": {
                "name": "Paule Brun",
                "address": { "lines": ["9 rue Mercière"], "postcode": "69002", "town": "Lyon" }
            },
            "naturalPerson": false,
            "signedOn": "2025-09-01",
            "limit": "5000.00",
            "joint": true
        }
    })[kind]
        .clone()
}

/// Who represents the creditors of a debtor in insolvency proceedings.
pub(crate) fn practitioner() -> Value {
    json!({
        "name": "Maître Anne Le Goff",
        "attention": "Mandataire judiciaire",
        "address": { "lines": ["20 rue Garibaldi"], "postcode": "69006", "town": "Lyon" }
    })
}

/// Every debtor whom the law sees differently.
pub(crate) const DEBTORS: [&str; 4] = ["company", "consumer", "publicBody", "association"];

/// A letter of this kind to this debtor about one invoice: 1 850,00 EUR due on 16 May 2026, written on 30 June 2026.
pub(crate) fn case(kind: &str, debtor: &str) -> Value {
    let mut case = json!({
        "kind": kind,
        "writtenOn": "2026-06-30",
        "creditor": {
            "kind": "company",
            "name": "Atelier Nord",
            "legalForm": "SARL",
            "capital": "10000",
            "siren": "732829320",
            "rcsTown": "Angers",
            "vatNumber": "FR44732829320",
            "address": { "lines": ["12 rue des Lices"], "postcode": "49000", "town": "Angers" },
            "contact": { "phone": "02 71 22 33 55", "email": "compta@atelier-nord.fr" },
            "signatory": { "name": "Claire Martin", "capacity": "Gérante" },
            "iban": "FR14 2004 1010 0505 0001 3M02 606",
            "bic": "PSSTFRPPNTE"
        },
        "invoices": [first_invoice()]
    });
    case["debtor"] = match debtor {
        "company" => json!({
            "kind": "company",
            "name": "Brun & Fils",
            "legalForm": "SAS",
            "attention": "Service comptable",
            "address": { "lines": ["4 quai Rambaud"], "postcode": "69002", "town": "Lyon" }
        }),
        "consumer" => json!({
            "kind": "consumer",
            "name": "Jeanne Morel",
            "address": { "lines": ["Résidence des Tilleuls", "3 allée du Parc"], "postcode": "49100", "town": "Angers" }
        }),
        "publicBody" => json!({
            "kind": "publicBody",
            "name": "Commune de Saumur",
            "attention": "Service des finances",
            "address": { "lines": ["Hôtel de ville", "Rue Molière"], "postcode": "49413", "town": "Saumur" }
        }),
        "association" => json!({
            "kind": "association",
            "name": "Les Amis du Vieux Moulin",
            "address": { "lines": ["8 place de l'Église"], "postcode": "49250", "town": "Beaufort-en-Anjou" }
        }),
        other => panic!("no such debtor: {other}"),
    };
    let facts = sample(kind);
    if !facts.is_null() {
        case["facts"][kind] = facts;
    }
    if kind == "claimDeclaration" {
        case["penalties"] = json!({ "insolvencyOpenedOn": "2026-06-20" });
    }
    settled(case)
}

/// A debit note is about invoices paid late; to a consumer, after a formal notice.
fn settled(mut case: Value) -> Value {
    if case["kind"] == "penaltyClaim" {
        for invoice in case["invoices"].as_array_mut().expect("every case has invoices") {
            if invoice["payments"].is_null() {
                invoice["payments"] = json!([{ "on": "2026-06-25", "amount": invoice["amount"] }]);
            }
        }
        case["penalties"] = json!({ "noticeReceivedOn": "2026-06-04" });
    }
    case
}

fn first_invoice() -> Value {
    json!({
        "number": "F-2026-014",
        "issuedOn": "2026-04-16",
        "dueOn": "2026-05-16",
        "amount": "1850.00",
        "description": "réfection d'une vitrine",
        "orderReference": "BC-7781"
    })
}

/// The same with a second invoice, of 620,50 EUR due on 31 May 2026.
pub(crate) fn two_invoices(kind: &str, debtor: &str) -> Value {
    let mut case = case(kind, debtor);
    case["invoices"] = json!([
        first_invoice(),
        { "number": "F-2026-021", "issuedOn": "2026-05-01", "dueOn": "2026-05-31", "amount": "620.50" }
    ]);
    settled(case)
}

/// The same with 500,00 EUR paid on 10 June 2026.
pub(crate) fn part_paid(kind: &str, debtor: &str) -> Value {
    let mut case = case(kind, debtor);
    case["invoices"][0]["payments"] = json!([{ "on": "2026-06-10", "amount": "500.00" }]);
    case
}

/// The same with these facts of its kind in place of the usual ones.
#[allow(clippy::needless_pass_by_value, reason = "facts are written where they are used")]
pub(crate) fn with(mut case: Value, facts: Value) -> Value {
    let kind = case["kind"].as_str().expect("every case has a kind").to_owned();
    for (field, value) in facts.as_object().expect("facts are an object") {
        case["facts"][&kind][field] = value.clone();
    }
    case
}

/// The letter of a case, read as the JavaScript API reads it.
#[allow(clippy::needless_pass_by_value, reason = "cases are written where they are used")]
pub(crate) fn write(case: Value) -> Result<Letter, Problems> {
    let given = Given::deserialize(&case).expect("JSON has no other forms");
    reading::answer(&given, |input| letter(input, Reference::published()))
}

/// The letter of a case that may be written.
pub(crate) fn written(case: Value) -> Letter {
    write(case).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What a case is refused for: codes and places.
pub(crate) fn refused(case: Value) -> Vec<(Code, String)> {
    let problems = write(case).expect_err("this letter may not be written");
    problems.all().iter().map(|problem| (problem.code, problem.field.clone())).collect()
}
