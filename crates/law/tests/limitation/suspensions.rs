//! What makes the period stand still.

use dument_law::limitation::Effect;
use serde_json::json;

use crate::case::{business, effects};

const KINDS: [&str; 4] = ["mediation", "participatoryProcedure", "smallClaimsAccepted", "courtExpert"];

#[test]
fn the_rest_runs_on() {
    for kind in KINDS {
        // From 1 March to 1 June 2028: 92 days. 16 May 2031 + 92 days: 15 in May, 30 in June, 31 in July, 16 August.
        let result = business(json!([{ "kind": kind, "on": "2028-03-01", "until": "2028-06-01" }]), Some("2031-08-16"));
        assert_eq!(effects(&result), [Effect::Suspends, Effect::Resumes], "{kind}");
    }
}

#[test]
fn pending_without_an_end() {
    for kind in KINDS {
        let result = business(json!([{ "kind": kind, "on": "2028-03-01" }]), None);
        assert!(result.pending, "{kind}");
        assert_eq!(effects(&result), [Effect::Suspends], "{kind}");
    }
}

#[test]
fn overlapping_suspensions_count_once() {
    // Together from 1 March to 1 July 2028: 122 days. 16 May 2031 + 122: 15, 30, 31, 31, then 15 September.
    for events in [
        json!([{ "kind": "mediation", "on": "2028-03-01", "until": "2028-06-01" },
               { "kind": "courtExpert", "on": "2028-05-01", "until": "2028-07-01" }]),
        json!([{ "kind": "courtExpert", "on": "2028-03-01", "until": "2028-07-01" },
               { "kind": "mediation", "on": "2028-04-01", "until": "2028-05-01" }]),
    ] {
        business(events, Some("2031-09-15"));
    }
}

#[test]
fn an_acknowledgment_during_a_suspension_waits_for_its_end() {
    // New period on 1 April 2028, standing still until 1 June 2028: 61 days. 1 April 2033 + 61 days = 1 June 2033.
    business(
        json!([{ "kind": "mediation", "on": "2028-03-01", "until": "2028-06-01" },
               { "kind": "acknowledgment", "on": "2028-04-01" }]),
        Some("2033-06-01"),
    );
}

#[test]
fn a_claim_after_a_suspension_interrupts() {
    business(
        json!([{ "kind": "mediation", "on": "2028-03-01", "until": "2028-06-01" },
               { "kind": "paymentOrderServed", "on": "2031-08-16" }]),
        Some("2036-08-16"),
    );
}

#[test]
fn a_suspension_within_proceedings_changes_nothing() {
    business(
        json!([{ "kind": "courtClaim", "on": "2028-01-01", "until": "2030-01-01" },
               { "kind": "mediation", "on": "2028-06-01", "until": "2028-12-01" }]),
        Some("2035-01-01"),
    );
    // One that outlasts them holds the new period still, here for 31 days.
    business(
        json!([{ "kind": "courtClaim", "on": "2028-01-01", "until": "2030-01-01" },
               { "kind": "mediation", "on": "2028-06-01", "until": "2030-02-01" }]),
        Some("2035-02-01"),
    );
}

#[test]
fn too_late_to_suspend() {
    let late = business(json!([{ "kind": "mediation", "on": "2031-05-17", "until": "2031-08-01" }]), Some("2031-05-16"));
    assert_eq!(effects(&late), [Effect::TooLate]);
}
