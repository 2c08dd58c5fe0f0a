//! Public debtors, insurance premiums, the long stop, titles.

use dument_law::limitation::{Effect, Limitation};
use serde_json::{Value, json};

use crate::case::{check, codes, compute, effects, note};

#[track_caller]
fn public(events: Value, cautious: Option<&str>) -> Limitation {
    let mut input = json!({ "asOf": "2035-01-01", "claim": "public", "performedOn": "2026-04-01" });
    input["events"] = events;
    check(input, cautious, None)
}

#[test]
fn any_written_demand_interrupts_against_a_public_body() {
    for kind in ["writtenDemand", "reminder", "formalNotice", "acknowledgment", "partPayment"] {
        // Year 2029: to 31 December 2033.
        let result = public(json!([{ "kind": kind, "on": "2029-02-10" }]), Some("2033-12-31"));
        assert_eq!(effects(&result), [Effect::Interrupts], "{kind}");
        assert_eq!(result.timeline[1].source, "loi-68-1250-2", "{kind}");
        assert_eq!(result.cautious.starts_on, "2030-01-01".parse().unwrap());
    }
    assert_eq!(effects(&public(json!([{ "kind": "summonsToPay", "on": "2029-02-10" }]), Some("2030-12-31"))), [Effect::None]);
}

#[test]
fn a_lawsuit_against_a_public_body_counts_from_the_year_of_the_decision() {
    let lawsuit =
        |outcome: &str| json!([{ "kind": "courtClaim", "on": "2029-02-10", "until": "2031-06-30", "outcome": outcome }]);
    public(lawsuit("settled"), Some("2035-12-31"));
    public(lawsuit("granted"), Some("2035-12-31"));
    public(lawsuit("dismissed"), Some("2030-12-31"));
    assert!(public(json!([{ "kind": "courtClaim", "on": "2029-02-10" }]), None).pending);
}

#[test]
fn a_demand_within_the_year_of_the_work_leaves_the_date() {
    let result = public(json!([{ "kind": "reminder", "on": "2026-06-01" }]), Some("2030-12-31"));
    assert_eq!(effects(&result), [Effect::Interrupts]);
}

#[test]
fn a_demand_after_four_years_comes_too_late() {
    assert_eq!(effects(&public(json!([{ "kind": "writtenDemand", "on": "2031-01-01" }]), Some("2030-12-31"))), [Effect::TooLate]);
}

#[test]
fn a_public_body_may_not_waive_limitation() {
    for kind in ["acknowledgment", "paymentPlanSigned"] {
        let result = public(json!([{ "kind": kind, "on": "2031-01-01", "until": "2033-01-01" }]), Some("2030-12-31"));
        assert_eq!(effects(&result), [Effect::TooLate], "{kind}");
        assert_eq!(result.timeline[1].source, "loi-68-1250-6", "{kind}");
        assert!(codes(&result).contains(&"untilIgnored"), "{kind}");
    }
}

#[test]
fn mediation_with_a_public_body_suspends_six_months_at_most() {
    // From 1 March to 1 September 2029: 184 days. 31 December 2030 + 184 days = 3 July 2031.
    let long = public(json!([{ "kind": "mediation", "on": "2029-03-01", "until": "2030-03-01" }]), Some("2031-07-03"));
    assert!(codes(&long).contains(&"publicMediation"));
    assert_eq!(long.timeline[2].on, "2029-09-01".parse().unwrap());
    assert_eq!(long.timeline[2].source, "loi-68-1250-2-1");
    // From 1 March to 1 May 2029: 61 days.
    public(json!([{ "kind": "mediation", "on": "2029-03-01", "until": "2029-05-01" }]), Some("2031-03-02"));
    // Six months are left at least after it.
    public(json!([{ "kind": "mediation", "on": "2030-12-30", "until": "2030-12-31" }]), Some("2031-06-30"));
    assert!(public(json!([{ "kind": "mediation", "on": "2029-03-01" }]), None).pending);
}

#[test]
fn what_undoes_a_lawsuit_against_a_public_body_is_caution() {
    let lost = public(
        json!([{ "kind": "courtClaim", "on": "2029-02-10", "until": "2031-06-30", "outcome": "withdrawn" }]),
        Some("2030-12-31"),
    );
    assert_eq!(effects(&lost), [Effect::Undone]);
    assert_eq!(lost.timeline[1].source, "loi-68-1250-2");
    assert!(lost.timeline[1].message.contains("par prudence"));
}

#[test]
fn letters_of_debated_effect_are_not_counted_and_that_is_told() {
    for (claim, field, source) in [("carriageInternational", "concludedOn", "cmr-32"), ("telecom", "dueOn", "cpostes-l34-2")] {
        for kind in ["writtenDemand", "registeredNotice", "reminder", "formalNotice"] {
            let mut facts = json!({ "asOf": "2026-11-22", "claim": claim, "events": [{ "kind": kind, "on": "2026-11-01" }] });
            facts[field] = json!("2026-05-16");
            let result = compute(facts);
            assert_eq!(effects(&result), [Effect::None], "{claim} {kind}");
            assert_eq!(result.timeline[1].source, source, "{claim} {kind}");
            assert!(result.timeline[1].message.contains("pas comptée"), "{claim} {kind}");
        }
    }
}

#[test]
fn a_separate_acknowledgment_may_leave_the_short_period() {
    for (claim, field) in [("acceptedBill", "dueOn"), ("endorsedBill", "dueOn"), ("cheque", "issuedOn"), ("business", "dueOn")] {
        let mut facts =
            json!({ "asOf": "2026-11-22", "claim": claim, "events": [{ "kind": "acknowledgment", "on": "2026-07-01" }] });
        facts[field] = json!("2026-05-16");
        let told = codes(&compute(facts)).contains(&"separateAcknowledgment");
        assert_eq!(told, claim != "business", "{claim}");
    }
}

#[test]
fn a_registered_letter_interrupts_for_a_premium() {
    let premium = |kind: &str| {
        json!({ "asOf": "2027-11-22", "claim": "insurancePremium", "dueOn": "2026-05-16",
                "events": [{ "kind": kind, "on": "2027-03-01" }] })
    };
    check(premium("registeredNotice"), Some("2029-03-01"), None);
    check(premium("formalNotice"), Some("2028-05-16"), None);
}

#[test]
fn the_long_stop_bounds_acknowledgments() {
    // Due on 1 July 2009, acknowledged in 2014, 2019 and 2024: 1 June 2029 + 5 would be 2034, cut at 1 July 2029.
    let acknowledged = json!({ "asOf": "2026-11-22", "claim": "business", "performedOn": "2009-07-01", "events": [
        { "kind": "acknowledgment", "on": "2014-06-30" }, { "kind": "acknowledgment", "on": "2019-06-30" },
        { "kind": "acknowledgment", "on": "2024-06-30" }, { "kind": "acknowledgment", "on": "2026-06-01" }] });
    let result = check(acknowledged.clone(), Some("2029-07-01"), None);
    assert!(codes(&result).contains(&"longStopReached"));
    assert_eq!(result.long_stop, Some("2029-07-01".parse().unwrap()));

    // A court claim is excepted (C. civ. 2232, second paragraph): 1 October 2026 + 5 years.
    let mut claimed = acknowledged;
    claimed["events"].as_array_mut().unwrap().push(json!({ "kind": "paymentOrderServed", "on": "2026-10-01" }));
    let result = check(claimed, Some("2031-10-01"), None);
    assert_eq!(result.long_stop, None);
    assert!(!codes(&result).contains(&"longStopReached"));
}

#[test]
fn the_long_stop_knows_its_exceptions() {
    // Completed on 1 July 2009, acknowledged thrice: the long stop is 1 July 2029.
    let acknowledged = |last: Value| {
        json!({ "asOf": "2028-06-01", "claim": "business", "performedOn": "2009-07-01", "events": [
            { "kind": "acknowledgment", "on": "2014-06-30" }, { "kind": "acknowledgment", "on": "2019-06-30" },
            { "kind": "acknowledgment", "on": "2024-06-30" }, last] })
    };
    // A term is excepted (C. civ. 2233): a plan of 1 June 2026 to 1 June 2031 can be pleaded, + 5 years.
    let plan = json!({ "kind": "paymentPlanSigned", "on": "2026-06-01", "until": "2031-06-01" });
    check(acknowledged(plan), Some("2029-07-01"), Some("2036-06-01"));
    // So are a protective measure and an act of enforcement (C. civ. 2244): 1 May 2028 + 5 years.
    for kind in ["protectiveMeasure", "enforcementAct"] {
        check(acknowledged(json!({ "kind": kind, "on": "2028-05-01" })), Some("2033-05-01"), None);
    }
    // A suspension is not: from 1 May 2028, six months would lead past 1 July 2029 only by its days.
    let mediation = json!({ "kind": "mediation", "on": "2028-05-01", "until": "2028-11-01" });
    let result = check(acknowledged(mediation), Some("2029-07-01"), None);
    assert!(note(&result, "longStopReached").contains("1er\u{a0}juillet 2029"));
}

#[test]
fn an_act_of_enforcement_is_enough_on_a_day_that_also_brings_another_interruption() {
    let both = |claim: &str, start: &str, other: &str| {
        let events = json!([{ "kind": "enforcementAct", "on": "2021-02-09" }, { "kind": other, "on": "2021-02-09" }]);
        let mut case = json!({ "asOf": "2021-02-09", "claim": claim, "events": events });
        case[start] = json!("2020-02-27");
        case
    };
    assert_eq!(check(both("business", "performedOn", "partPayment"), Some("2026-02-09"), None).long_stop, None);
    // C. assur. L114-2: a registered letter interrupts too.
    assert_eq!(check(both("insurancePremium", "dueOn", "registeredNotice"), Some("2023-02-09"), None).long_stop, None);
}

#[test]
fn a_title_knows_no_long_stop() {
    let result = compute(json!({ "asOf": "2026-11-22", "claim": "enforceableTitle", "dueOn": "2020-01-10" }));
    assert_eq!(result.long_stop, None);
    assert!(codes(&result).contains(&"titleKind"));
}
