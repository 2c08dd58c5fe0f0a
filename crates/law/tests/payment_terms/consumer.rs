//! Consumers, to whom the law sets no longest term, and associations, of which it depends.

use serde_json::{Value, json};

use crate::case::{check, codes, days, nothing, sources, terms};

fn owed_by(kind: &str, facts: Value) -> Value {
    let mut facts = facts;
    facts["debtor"] = json!({ "kind": kind, "place": "france" });
    facts
}

#[test]
fn a_consumer_pays_as_agreed_whatever_the_term() {
    let found = check(owed_by("consumer", json!({ "agreed": days(120) })), "2026-05-15", "2026-05-15", true);
    assert_eq!(codes(&found), ["noLegalMaximum"]);
    assert!(found.fine.is_none());
}

#[test]
fn a_consumer_who_agreed_nothing_pays_at_delivery() {
    let facts = json!({ "deliveredOn": "2026-01-20", "agreed": nothing() });
    let found = check(owed_by("consumer", facts), "2026-01-20", "2026-01-20", true);
    assert_eq!(sources(&found), ["cciv-1651"]);
    // Never before the invoice.
    let facts = json!({ "deliveredOn": "2026-01-10", "agreed": nothing() });
    assert_eq!(codes(&check(owed_by("consumer", facts), "2026-01-15", "2026-01-15", true)), ["dueBeforeInvoice"]);
}

#[test]
fn an_association_is_taken_for_a_professional_and_it_is_said() {
    let found = check(owed_by("association", json!({ "agreed": days(90) })), "2026-04-15", "2026-03-16", false);
    assert!(codes(&found).contains(&"associationProfessional"));
    assert!(codes(&terms(owed_by("association", json!({})))).contains(&"associationProfessional"));
}
