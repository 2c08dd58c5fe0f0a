//! What erases the time that had run.

use dument_law::limitation::Effect;
use serde_json::json;

use crate::case::{business, check, codes, compute, effects, note};

#[test]
fn at_once() {
    for kind in
        ["acknowledgment", "partPayment", "paymentPlanSigned", "enforcementAct", "paymentOrderServed", "protectiveMeasure"]
    {
        // 1 March 2030 + 5 years.
        let result = business(json!([{ "kind": kind, "on": "2030-03-01" }]), Some("2035-03-01"));
        assert_eq!(effects(&result), [Effect::Interrupts], "{kind}");
        assert_eq!(result.timeline[1].last_day, result.cautious.last_day, "{kind}");
        assert_eq!(result.cautious.starts_on, "2030-03-01".parse().unwrap(), "{kind}");
        assert!(!result.pending);
    }
}

#[test]
fn while_proceedings_last() {
    for kind in ["courtClaim", "claimDeclared"] {
        let result = business(json!([{ "kind": kind, "on": "2030-03-01" }]), None);
        assert!(result.pending && !result.cautious.expired && result.act_before.is_none(), "{kind}");
        assert_eq!(result.cautious.days_left, None);
        // Undone, the claim would have lapsed on 16 May 2031.
        let note = result.notes.iter().find(|note| note.code == "pending").unwrap();
        assert!(note.message.contains("16\u{a0}mai 2031"), "{}", note.message);
    }
}

#[test]
fn ended_proceedings_give_a_new_period_from_their_end() {
    for kind in ["courtClaim", "claimDeclared", "paymentOrderServed", "protectiveMeasure"] {
        for outcome in [json!(null), json!("settled")] {
            let mut event = json!({ "kind": kind, "on": "2030-03-01", "until": "2031-07-01" });
            if !outcome.is_null() {
                event["outcome"] = outcome;
            }
            // The end comes after 16 May 2031, which no longer matters: 1 July 2031 + 5 years.
            let result = business(json!([event]), Some("2036-07-01"));
            assert_eq!(effects(&result), [Effect::Interrupts, Effect::Starts], "{kind}");
        }
    }
}

#[test]
fn granted_proceedings_give_a_title() {
    for kind in ["courtClaim", "claimDeclared", "paymentOrderServed", "protectiveMeasure"] {
        let granted = json!([{ "kind": kind, "on": "2030-03-01", "until": "2031-07-01", "outcome": "granted" }]);
        let result = business(granted, Some("2041-07-01"));
        assert!(codes(&result).contains(&"enforceableTitle"), "{kind}");
        assert_eq!(result.long_stop, None, "{kind}");
    }
    // An act of enforcement gives ten years again: 5 January 2034 + 10.
    business(
        json!([{ "kind": "courtClaim", "on": "2030-03-01", "until": "2031-07-01", "outcome": "granted" },
               { "kind": "enforcementAct", "on": "2034-01-05" }]),
        Some("2044-01-05"),
    );
}

#[test]
fn proceedings_that_come_to_nothing_never_were() {
    for kind in ["courtClaim", "claimDeclared", "paymentOrderServed", "protectiveMeasure"] {
        for outcome in ["withdrawn", "lapsed", "dismissed"] {
            let ended = json!([{ "kind": kind, "on": "2030-03-01", "until": "2031-07-01", "outcome": outcome }]);
            assert_eq!(effects(&business(ended, Some("2031-05-16"))), [Effect::Undone], "{kind} {outcome}");
            let undated = json!([{ "kind": kind, "on": "2030-03-01", "outcome": outcome }]);
            assert_eq!(effects(&business(undated, Some("2031-05-16"))), [Effect::Undone], "{kind} {outcome}");
        }
    }
}

#[test]
fn what_came_during_undone_proceedings_counts_again() {
    // The acknowledgment of 1 June 2030 interrupts by itself: + 5 years.
    business(
        json!([{ "kind": "courtClaim", "on": "2030-03-01", "until": "2032-07-01", "outcome": "dismissed" },
               { "kind": "acknowledgment", "on": "2030-06-01" }]),
        Some("2035-06-01"),
    );
    // That of 1 June 2031 comes after 16 May 2031: too late to interrupt, a waiver at most.
    let late = compute(json!({ "asOf": "2035-01-01", "claim": "business", "dueOn": "2026-05-16", "events": [
        { "kind": "courtClaim", "on": "2030-03-01", "until": "2032-07-01", "outcome": "dismissed" },
        { "kind": "acknowledgment", "on": "2031-06-01" }] }));
    assert_eq!(effects(&late), [Effect::Undone, Effect::Waived]);
}

#[test]
fn several_proceedings_last_until_the_last_ends() {
    business(
        json!([{ "kind": "courtClaim", "on": "2030-03-01", "until": "2031-07-01" },
               { "kind": "claimDeclared", "on": "2031-01-01", "until": "2033-01-01" }]),
        Some("2038-01-01"),
    );
}

#[test]
fn the_last_of_several_in_any_order() {
    business(
        json!([{ "kind": "partPayment", "on": "2031-02-01" }, { "kind": "acknowledgment", "on": "2028-01-01" }]),
        Some("2036-02-01"),
    );
}

#[test]
fn on_the_last_day_still_and_the_day_after_no_more() {
    business(json!([{ "kind": "enforcementAct", "on": "2031-05-16" }]), Some("2036-05-16"));
    let late = business(json!([{ "kind": "enforcementAct", "on": "2031-05-17" }]), Some("2031-05-16"));
    assert_eq!(effects(&late), [Effect::TooLate]);
    assert!(late.cautious.expired);
}

#[test]
fn an_acknowledgment_after_the_end_is_a_waiver() {
    for kind in ["acknowledgment", "paymentPlanSigned"] {
        let result = check(
            json!({ "asOf": "2035-01-01", "claim": "business", "dueOn": "2026-05-16",
                    "events": [{ "kind": kind, "on": "2032-02-01" }] }),
            Some("2031-05-16"),
            Some("2037-02-01"),
        );
        assert_eq!(effects(&result), [Effect::Waived]);
        assert!(result.cautious.expired && !result.arguable.unwrap().expired);
        assert_eq!(result.arguable.unwrap().starts_on, "2032-02-01".parse().unwrap());
        assert_eq!(result.timeline[1].source, "cciv-2251");
    }
    let paid = business(json!([{ "kind": "partPayment", "on": "2032-02-01" }]), Some("2031-05-16"));
    assert_eq!(effects(&paid), [Effect::TooLate]);
}

#[test]
fn the_rule_of_the_other_date_is_told() {
    let told = |due_on: &str, events: serde_json::Value| {
        let facts =
            json!({ "asOf": "2035-01-01", "claim": "business", "performedOn": "2026-04-01", "dueOn": due_on, "events": events });
        note(&compute(facts), "arguableDate").to_owned()
    };
    assert!(told("2026-05-16", json!([])).contains("échéance convenue"));
    let plan = json!([{ "kind": "paymentPlanSigned", "on": "2027-01-01", "until": "2029-01-01" }]);
    assert!(told("2026-04-01", plan).contains("échéancier"));
    assert!(told("2026-04-01", json!([{ "kind": "acknowledgment", "on": "2033-01-01" }])).contains("renoncé"));
}

#[test]
fn a_plan_after_the_end_waives_from_its_own_day() {
    // The waiver's day + 5 years, whatever its term; that is told.
    let result = check(
        json!({ "asOf": "2035-01-01", "claim": "business", "dueOn": "2026-05-16",
                "events": [{ "kind": "paymentPlanSigned", "on": "2032-02-01", "until": "2034-02-01" }] }),
        Some("2031-05-16"),
        Some("2037-02-01"),
    );
    assert!(codes(&result).contains(&"untilIgnored"));
}

#[test]
fn an_event_between_the_two_last_days_keeps_the_arguable_date_alive() {
    // Completed on 1 April, due on 16 May 2026; order served on 1 May 2031: after the cautious date, before the other.
    let result = check(
        json!({ "asOf": "2031-05-02", "claim": "business", "performedOn": "2026-04-01", "dueOn": "2026-05-16",
                "events": [{ "kind": "paymentOrderServed", "on": "2031-05-01" }] }),
        Some("2031-04-01"),
        Some("2036-05-01"),
    );
    assert_eq!(effects(&result), [Effect::TooLate]);
    assert!(result.cautious.expired && !result.pending);
}

#[test]
fn both_readings_meet_after_an_interruption() {
    check(
        json!({ "asOf": "2035-01-01", "claim": "business", "performedOn": "2026-04-01", "dueOn": "2026-05-16",
                "events": [{ "kind": "acknowledgment", "on": "2030-05-01" }] }),
        Some("2035-05-01"),
        None,
    );
}
