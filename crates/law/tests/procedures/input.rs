//! What is refused, and how.

use serde_json::{Value, json};

use crate::{ask, facts, has_note};

#[track_caller]
fn check(changes: Value, expected: &[(&str, &str)]) {
    let problems = ask(facts(changes)).unwrap_err();
    let codes: Vec<_> = problems
        .all()
        .iter()
        .map(|problem| (serde_json::to_value(problem.code).unwrap().as_str().unwrap().to_owned(), problem.field.clone()))
        .collect();
    let expected: Vec<_> = expected.iter().map(|(code, field)| ((*code).to_owned(), (*field).to_owned())).collect();
    assert_eq!(codes, expected);
    assert!(problems.all().iter().all(|problem| !problem.message.is_empty()));
}

#[test]
fn faults_come_all_at_once() {
    check(
        json!({
            "amount": "0.00", "creditor": { "kind": "consumer" },
            "debtor": { "insolvency": { "kind": "unknown", "openedOn": "2026-11-10", "publishedOn": "2026-11-03" } },
        }),
        &[("zeroAmount", "amount"), ("unknownValue", "creditor.kind"), ("outOfRange", "debtor.insolvency.publishedOn")],
    );
    check(json!({ "creditor": { "kind": "publicBody" } }), &[("unknownValue", "creditor.kind")]);
}

#[test]
fn unknown_fields_and_values_are_refused_by_name() {
    check(json!({ "contested": "maybe" }), &[("unknownValue", "contested")]);
    check(json!({ "debtor": { "siren": "1" } }), &[("unknownField", "debtor.siren")]);
    check(json!({ "debtor": { "guarantor": "perhaps" } }), &[("unknownValue", "debtor.guarantor")]);
    check(json!({ "debtor": { "guarantor": 1 } }), &[("wrongType", "debtor.guarantor")]);
    check(json!({ "done": [{ "kind": "reminder", "on": "2026-02-30" }] }), &[("invalidDate", "done[0].on")]);
    check(json!({ "basis": null }), &[("missingField", "basis")]);
}

#[test]
fn faults_of_the_limitation_have_their_place() {
    let problems = ask(facts(json!({ "limitation": { "asOf": "2026-11-22", "claim": "business" } }))).unwrap_err();
    assert!(problems.all().iter().all(|problem| problem.field.starts_with("limitation")), "{problems:?}");
}

#[test]
fn faults_of_the_case_and_of_its_limitation_come_together() {
    let facts = facts(json!({ "amount": "0.00", "limitation": { "asOf": "2026-11-22", "claim": "business" } }));
    let problems = ask(facts).unwrap_err();
    let fields: Vec<_> = problems.all().iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields[0], "amount");
    assert!(fields.len() > 1 && fields[1..].iter().all(|field| field.starts_with("limitation")), "{fields:?}");
}

#[test]
fn a_fact_may_be_unknown() {
    for value in [json!(true), json!(false), json!("unknown")] {
        assert!(ask(facts(json!({ "debtor": { "struckOff": value, "cooperates": value, "guarantor": value } }))).is_ok());
    }
}

#[test]
fn the_limitation_given_is_read_on_the_day_of_the_guidance() {
    let guidance = ask(facts(json!({
        "limitation": { "asOf": "2026-01-01", "claim": "carriage", "performedOn": "2025-12-01" }
    })))
    .unwrap();
    assert!(has_note(&guidance, "limitationDay"));
    assert!(has_note(&guidance, "limitationNear"), "1 December 2026 is nine days away");
}
