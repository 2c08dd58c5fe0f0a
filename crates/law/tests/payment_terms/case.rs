//! The one place that calls the API, as its JavaScript users do.

use dument_law::payment_terms::{PaymentTerms, payment_terms};
use dument_law::reading::{self, Given};
use dument_law::{Problems, Reference};
use serde::Deserialize;
use serde_json::{Value, json};

fn answer(input: &Value) -> Result<PaymentTerms, Problems> {
    let given = Given::deserialize(input).expect("JSON has no other forms");
    reading::answer(&given, |input| payment_terms(input, Reference::published()))
}

/// The terms of an invoice between a craftsman and a company in France, with these facts instead or besides.
#[track_caller]
pub(crate) fn terms(facts: Value) -> PaymentTerms {
    answer(&between_businesses(facts)).expect("the facts suffice")
}

/// Compares the due date, the latest lawful one, and whether the agreed one is lawful.
#[track_caller]
pub(crate) fn check(facts: Value, due_on: &str, lawful_due_on: &str, lawful: bool) -> PaymentTerms {
    let found = terms(facts);
    let dates = (found.due_on.to_string(), found.lawful_due_on.to_string(), found.lawful);
    assert_eq!(dates, (due_on.to_owned(), lawful_due_on.to_owned(), lawful), "due, lawful due, lawful\n{:#?}", found.notes);
    found
}

#[track_caller]
pub(crate) fn problems(facts: Value) -> Vec<(String, String)> {
    let problems = answer(&between_businesses(facts)).expect_err("the input has faults");
    problems.all().iter().map(|problem| (plain(&problem.code), problem.field.clone())).collect()
}

/// The codes of the remarks, but for the rule, which is always told first.
#[track_caller]
pub(crate) fn codes(terms: &PaymentTerms) -> Vec<&str> {
    let codes: Vec<&str> = terms.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes[0], "rule");
    codes[1..].to_vec()
}

/// The note of that code, in plain spaces.
#[track_caller]
pub(crate) fn message(terms: &PaymentTerms, code: &str) -> String {
    let note = terms.notes.iter().find(|note| note.code == code);
    note.unwrap_or_else(|| panic!("no note {code} among {:?}", codes(terms))).message.replace(['\u{a0}', '\u{202f}'], " ")
}

pub(crate) fn sources(terms: &PaymentTerms) -> Vec<&str> {
    terms.sources.iter().map(|source| source.id.as_str()).collect()
}

/// The readings as `name date`.
pub(crate) fn readings(terms: &PaymentTerms) -> Vec<String> {
    terms.readings.iter().map(|reading| format!("{} {}", plain(&reading.name), reading.due_on)).collect()
}

pub(crate) fn days(days: u32) -> Value {
    json!({ "kind": "days", "days": days })
}

pub(crate) fn end_of_month(days: u32, reading: &str) -> Value {
    json!({ "kind": "endOfMonth", "days": days, "reading": reading })
}

/// Nothing agreed.
pub(crate) fn nothing() -> Value {
    json!({ "kind": "none" })
}

fn plain(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).expect("a name")
}

fn between_businesses(facts: Value) -> Value {
    let mut input = json!({ "issuedOn": "2026-01-15", "creditor": { "kind": "craftsman" }, "debtor": { "kind": "company", "place": "france" } });
    let Value::Object(facts) = facts else { panic!("facts are an object") };
    for (name, fact) in facts {
        input[name] = fact;
    }
    input
}
