//! Bad input: every fault at once, by name.

use serde_json::json;

use crate::case::{days, problems, terms};

fn fault(code: &str, field: &str) -> (String, String) {
    (code.to_owned(), field.to_owned())
}

#[test]
fn every_fault_at_once() {
    let found = problems(json!({
        "receivedOn": "2026-01-14",
        "agreed": { "kind": "date", "on": "2026-01-14" },
        "creditor": { "kind": "consumer" },
    }));
    let expected =
        [fault("endBeforeStart", "receivedOn"), fault("endBeforeStart", "agreed.on"), fault("unknownValue", "creditor.kind")];
    assert_eq!(found, expected);
}

#[test]
fn faults_of_form_and_of_meaning_come_together() {
    let found = problems(json!({ "receivedOn": "2026-01-14", "sector": "cheese", "creditor": { "kind": "publicBody" } }));
    let expected =
        [fault("unknownValue", "sector"), fault("endBeforeStart", "receivedOn"), fault("unknownValue", "creditor.kind")];
    assert_eq!(found, expected);
}

#[test]
fn an_agreement_has_the_fields_of_its_kind_and_no_other() {
    assert_eq!(problems(json!({ "agreed": { "kind": "date" } })), [fault("missingField", "agreed.on")]);
    assert_eq!(problems(json!({ "agreed": { "kind": "days" } })), [fault("missingField", "agreed.days")]);
    assert_eq!(problems(json!({ "agreed": { "kind": "none", "days": 30 } })), [fault("unknownField", "agreed.days")]);
    assert_eq!(problems(json!({ "agreed": { "kind": "weeks" } })), [fault("unknownValue", "agreed.kind")]);
    let reading = json!({ "kind": "endOfMonth", "days": 45, "reading": "first" });
    assert_eq!(problems(json!({ "agreed": reading })), [fault("unknownValue", "agreed.reading")]);
}

#[test]
fn at_most_a_thousand_days() {
    terms(json!({ "agreed": days(1000) }));
    assert_eq!(problems(json!({ "agreed": days(1001) })), [fault("outOfRange", "agreed.days")]);
    let end_of_month = json!({ "kind": "endOfMonth", "days": 1001 });
    assert_eq!(problems(json!({ "agreed": end_of_month })), [fault("outOfRange", "agreed.days")]);
    assert_eq!(problems(json!({ "agreed": { "kind": "days", "days": -1 } })), [fault("outOfRange", "agreed.days")]);
}

#[test]
fn unknown_fields_are_refused_by_name() {
    assert_eq!(problems(json!({ "dueOn": "2026-02-15" })), [fault("unknownField", "dueOn")]);
    let debtor = json!({ "kind": "company", "place": "france", "siren": "1" });
    assert_eq!(problems(json!({ "debtor": debtor })), [fault("unknownField", "debtor.siren")]);
}

#[test]
fn a_due_date_after_the_last_year_known_is_a_fault() {
    let issued = |agreed| json!({ "issuedOn": "2200-12-01", "agreed": agreed });
    // 1 December + 30 days: 31 December, and the maximum of sixty days is already in 2201.
    assert_eq!(problems(issued(days(30))), [fault("outOfRange", "issuedOn")]);
    let later = |agreed| json!({ "issuedOn": "2200-10-01", "deliveredOn": "2200-10-01", "agreed": agreed, "debtor": { "kind": "company" } });
    terms(later(days(90)));
    assert_eq!(problems(later(days(92))), [fault("outOfRange", "agreed.days")]);
    let delivered = json!({ "issuedOn": "2200-10-01", "deliveredOn": "2200-12-20", "agreed": { "kind": "none" } });
    assert_eq!(problems(delivered), [fault("outOfRange", "deliveredOn")]);
}
