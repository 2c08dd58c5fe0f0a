//! Public debtors: thirty, fifty or sixty days from receipt of the invoice or, if later, from performance.

use serde_json::{Value, json};

use crate::case::{check, codes, days, end_of_month, nothing, readings, sources, terms};

fn owed_by(public_kind: &str, facts: Value) -> Value {
    let mut facts = facts;
    facts["debtor"] = json!({ "kind": "publicBody", "publicKind": public_kind, "place": "france" });
    facts
}

#[test]
fn each_body_has_its_term() {
    // Received on 20 January: + 30 = 19 February, + 50 = 11 March, + 60 = 21 March (a Saturday).
    for (kind, due_on) in
        [("state", "2026-02-19"), ("local", "2026-02-19"), ("hospital", "2026-03-11"), ("publicUndertaking", "2026-03-21")]
    {
        let facts = json!({ "receivedOn": "2026-01-20", "deliveredOn": "2026-01-10", "agreed": nothing() });
        let found = check(owed_by(kind, facts), due_on, due_on, true);
        assert!(sources(&found).contains(&"ccp-l2192-10"), "{kind}");
    }
}

#[test]
fn a_later_performance_is_counted_from() {
    // Done on 2 February, after the invoice was received: + 30 = 4 March.
    let facts = json!({ "receivedOn": "2026-01-20", "deliveredOn": "2026-02-02", "agreed": nothing() });
    check(owed_by("state", facts), "2026-03-04", "2026-03-04", true);
}

#[test]
fn without_a_day_of_receipt_the_law_presumes_two_days() {
    // 15 January + 2 = 17 January, + 30 = 16 February.
    let found =
        check(owed_by("state", json!({ "deliveredOn": "2026-01-10", "agreed": nothing() })), "2026-02-16", "2026-02-16", true);
    assert_eq!(codes(&found), ["receiptUnknown"]);
    assert!(sources(&found).contains(&"ccp-r2192-14"));
}

#[test]
fn a_contract_may_shorten_the_term_but_never_lengthen_it() {
    let received =
        |agreed: Value| owed_by("local", json!({ "receivedOn": "2026-01-20", "deliveredOn": "2026-01-10", "agreed": agreed }));
    // 20 days from receipt: 9 February.
    check(received(days(20)), "2026-02-09", "2026-02-19", true);
    // 45 days: 6 March. The contract has no effect beyond 19 February, there is no fine, and both dates are shown.
    let found = check(received(days(45)), "2026-02-19", "2026-02-19", false);
    assert_eq!(codes(&found), ["publicTermTooLong"]);
    assert_eq!(readings(&found), ["agreed 2026-03-06", "lawful 2026-02-19"]);
    assert!(found.fine.is_none());
    assert!(sources(&found).contains(&"ccp-l2192-13"));
}

#[test]
fn days_end_of_month_are_told_from_receipt() {
    // Received on 20 January: its month ends on the 31st, + 10 days = 10 February.
    let facts = json!({ "receivedOn": "2026-01-20", "deliveredOn": "2026-01-10", "agreed": end_of_month(10, "endThen") });
    let found = check(owed_by("state", facts), "2026-02-10", "2026-02-19", true);
    assert_eq!(
        crate::case::message(&found, "rule"),
        "L’échéance convenue est le 10 février 2026 : 10 jours après la fin du mois de réception de la facture ou, plus tard, de fin du \
         travail, le 31 janvier 2026. La loi permet au plus 30 jours après le 20 janvier 2026 (réception de la facture ou, plus tard, \
         fin du travail) : le 19 février 2026."
    );
}

#[test]
fn an_unknown_body_is_taken_for_the_usual_ones_and_the_others_are_told() {
    let facts = json!({ "receivedOn": "2026-01-20", "deliveredOn": "2026-01-10", "agreed": nothing(), "debtor": { "kind": "publicBody" } });
    let found = check(facts, "2026-02-19", "2026-02-19", true);
    let said = crate::case::message(&found, "publicKindUnknown");
    assert!(said.contains("50 jours pour un hôpital") && said.contains("60 jours pour une entreprise publique"), "{said}");
}

#[test]
fn sector_and_periodicity_are_not_counted() {
    let facts = json!({ "receivedOn": "2026-01-20", "deliveredOn": "2026-01-10", "sector": "meat", "periodic": true, "agreed": nothing() });
    let found = check(owed_by("hospital", facts), "2026-03-11", "2026-03-11", true);
    assert_eq!(codes(&found), ["sectorIgnored", "periodicIgnored"]);
    assert!(codes(&terms(owed_by("publicUndertaking", json!({})))).contains(&"publicUndertaking"));
}
