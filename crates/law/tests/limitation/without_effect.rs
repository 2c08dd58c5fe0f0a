//! What one could believe does something, and does not.

use dument_law::limitation::Effect;
use serde_json::json;

use crate::case::{business, check, codes, effects};

#[test]
fn letters_and_steps_of_the_creditor() {
    for kind in [
        "reminder",
        "formalNotice",
        "summonsToPay",
        "paymentOrderRequested",
        "invoiceReissued",
        "collectionAgency",
        "writtenDemand",
        "registeredNotice",
        "paymentOrderMade",
        "oppositionFormed",
        "nonContestationServed",
        "chequePresented",
        "titleObtained",
    ] {
        let result = business(json!([{ "kind": kind, "on": "2030-03-01" }]), Some("2031-05-16"));
        assert_eq!(effects(&result), [Effect::None], "{kind}");
        assert!(!result.timeline[1].message.is_empty());
    }
}

#[test]
fn what_is_still_to_come() {
    for kind in ["acknowledgment", "courtClaim", "mediation"] {
        let input = json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-05-16",
                            "events": [{ "kind": kind, "on": "2026-11-23" }] });
        let result = check(input, Some("2031-05-16"), None);
        assert_eq!(effects(&result), [Effect::None], "{kind}");
        assert!(!result.pending);
    }
}

#[test]
fn what_came_before_the_start() {
    for kind in ["partPayment", "courtClaim", "mediation"] {
        let result = business(json!([{ "kind": kind, "on": "2026-05-15" }]), Some("2031-05-16"));
        assert_eq!(result.timeline[0].effect, Effect::None, "{kind}");
        assert!(!result.pending);
    }
}

#[test]
fn an_end_or_an_outcome_given_in_vain_is_told() {
    let result = business(
        json!([{ "kind": "acknowledgment", "on": "2030-03-01", "until": "2030-04-01", "outcome": "granted" }]),
        Some("2035-03-01"),
    );
    assert!(codes(&result).contains(&"untilIgnored") && codes(&result).contains(&"outcomeIgnored"));
}
