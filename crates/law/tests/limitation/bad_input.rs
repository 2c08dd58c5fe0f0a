//! Bad input: every fault at once, by name.

use serde_json::json;

use crate::case::{check, problems};

fn missing(field: &str) -> (String, String) {
    ("missingField".to_owned(), field.to_owned())
}

#[test]
fn each_claim_names_the_date_it_needs() {
    for (claim, field) in [
        ("business", "dueOn"),
        ("civil", "dueOn"),
        ("consumer", "dueOn"),
        ("public", "dueOn"),
        ("carriage", "performedOn"),
        ("removal", "performedOn"),
        ("carriageInternational", "concludedOn"),
        ("telecom", "dueOn"),
        ("residentialRent", "dueOn"),
        ("commercialRent", "dueOn"),
        ("insurancePremium", "dueOn"),
        ("acceptedBill", "dueOn"),
        ("endorsedBill", "dueOn"),
        ("cheque", "issuedOn"),
        ("enforceableTitle", "dueOn"),
        ("unknown", "dueOn"),
    ] {
        assert_eq!(problems(json!({ "asOf": "2026-11-22", "claim": claim })), [missing(field)], "{claim}");
    }
}

#[test]
fn every_fault_at_once() {
    let found = problems(json!({ "asOf": "2026-11-22", "claim": "business", "agreedYears": 11, "events": [
        { "kind": "mediation", "on": "2026-05-16", "until": "2026-05-15" },
        { "kind": "reminder", "on": "2026-05-16" },
        { "kind": "courtClaim", "on": "2026-05-16", "outcome": "granted" }] }));
    let expected = [
        missing("dueOn"),
        ("outOfRange".to_owned(), "agreedYears".to_owned()),
        ("endBeforeStart".to_owned(), "events[0].until".to_owned()),
        missing("events[2].until"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn agreed_years_from_one_to_ten() {
    let agreed = |years: i32| json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-05-16", "agreedYears": years });
    for years in [-1, 0, 11] {
        assert_eq!(problems(agreed(years)), [("outOfRange".to_owned(), "agreedYears".to_owned())], "{years}");
    }
    check(agreed(1), Some("2027-05-16"), None);
    check(agreed(10), Some("2036-05-16"), None);
}

#[test]
fn unknown_fields_and_values_are_refused_by_name() {
    assert_eq!(
        problems(json!({ "asOf": "2026-11-22", "claim": "business", "dueDate": "2026-05-16" })),
        [("unknownField".to_owned(), "dueDate".to_owned())]
    );
    assert_eq!(problems(json!({ "asOf": "2026-11-22", "claim": "debt", "place": "eu", "dueOn": "2026-02-30" })).len(), 3);
}
