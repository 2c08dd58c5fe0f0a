//! The shape of a result, and the texts it cites.

use dument_law::limitation::Limitation;
use serde_json::json;

use crate::case::compute;

#[test]
fn results_read_as_the_contract_says() {
    let result = compute(json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-05-16", "events": [
        { "kind": "reminder", "on": "2026-06-20" }] }));
    let plain = serde_json::to_value(&result).unwrap();
    assert_eq!(
        plain["cautious"],
        json!({ "startsOn": "2026-05-16", "lastDay": "2031-05-16", "expired": false, "daysLeft": 1636 })
    );
    assert_eq!(plain["timeline"][0]["kind"], json!("start"));
    assert_eq!(plain["timeline"][1]["kind"], json!("reminder"));
    assert_eq!(plain["timeline"][1]["effect"], json!("none"));
    assert!(plain.get("arguable").is_none());
    assert_eq!(serde_json::from_value::<Limitation>(plain).unwrap(), result);
}

#[test]
fn every_moment_has_its_text_and_its_sentence() {
    for claim in ["business", "public", "insurancePremium", "telecom", "enforceableTitle", "unknown"] {
        for kind in [
            "acknowledgment",
            "partPayment",
            "paymentPlanSigned",
            "enforcementAct",
            "courtClaim",
            "paymentOrderServed",
            "protectiveMeasure",
            "claimDeclared",
            "mediation",
            "participatoryProcedure",
            "smallClaimsAccepted",
            "courtExpert",
            "writtenDemand",
            "registeredNotice",
            "reminder",
            "formalNotice",
            "summonsToPay",
            "paymentOrderRequested",
            "invoiceReissued",
            "collectionAgency",
            "paymentOrderMade",
            "oppositionFormed",
            "nonContestationServed",
            "chequePresented",
            "titleObtained",
        ] {
            for outcome in ["granted", "settled", "withdrawn", "lapsed", "dismissed"] {
                let result = compute(json!({ "asOf": "2060-01-01", "claim": claim, "dueOn": "2026-05-16", "events": [
                    { "kind": kind, "on": "2026-05-10" },
                    { "kind": kind, "on": "2027-01-20", "until": "2027-07-01", "outcome": outcome },
                    { "kind": kind, "on": "2050-01-20", "until": "2050-07-01", "outcome": outcome },
                    { "kind": kind, "on": "2060-01-20" }] }));
                for moment in &result.timeline {
                    let cited = result.sources.iter().any(|source| source.id == moment.source);
                    assert!(cited, "{claim} {kind} {outcome}: {}", moment.source);
                    assert!(moment.message.ends_with('.'), "{claim} {kind} {outcome}: {}", moment.message);
                    let plain_space = [" :", " ;", " !", " ?", "« ", " »"].iter().any(|wrong| moment.message.contains(wrong));
                    assert!(!plain_space, "{}", moment.message);
                    assert!(!moment.message.contains(" de 1\u{a0}"), "{}", moment.message);
                }
                for note in &result.notes {
                    assert!(note.message.ends_with('.'), "{}", note.message);
                    let plain_space = [" :", " ;", " !", " ?", "« ", " »"].iter().any(|wrong| note.message.contains(wrong));
                    assert!(!plain_space, "{}", note.message);
                }
            }
        }
    }
}
