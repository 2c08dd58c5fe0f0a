//! The plan: what to do next, in order, dated from the day of the guidance and from what was done.

use dument_law::procedures::{Lawyer, OptionId::*, Recoverable, Status, Strength};
use serde_json::{Value, json};

use crate::{check_plan, guide, has_note, option, plan, status};

fn done(kind: &str, on: &str) -> Value {
    json!([{ "kind": kind, "on": on }])
}

#[test]
fn nothing_written_yet() {
    // Reminder today; 8 days later, Monday 30 November, the notice; 15 days later, Tuesday 15 December, the court.
    let guidance =
        check_plan(json!({}), &[("reminder", "2026-11-22"), ("formalNotice", "2026-11-30"), ("paymentOrder", "2026-12-15")]);
    assert_eq!(status(&guidance, UncontestedCommercial), Status::Possible);
    assert!(has_note(&guidance, "uncontestedDecreeUnknown"));
}

#[test]
fn after_a_reminder_comes_the_notice() {
    check_plan(
        json!({ "done": done("reminder", "2026-10-20") }),
        &[("formalNotice", "2026-11-22"), ("paymentOrder", "2026-12-07")],
    );
    // Reminded on 18 November: the notice waits until the 26th, the court until 11 December.
    check_plan(
        json!({ "done": done("reminder", "2026-11-18") }),
        &[("formalNotice", "2026-11-26"), ("paymentOrder", "2026-12-11")],
    );
}

#[test]
fn after_the_notice_comes_the_court() {
    check_plan(json!({ "done": done("formalNotice", "2026-10-20") }), &[("paymentOrder", "2026-11-22")]);
    // Its fifteen days end on 5 December, a Saturday.
    check_plan(json!({ "done": done("formalNotice", "2026-11-20") }), &[("paymentOrder", "2026-12-07")]);
    check_plan(json!({ "done": done("summonsToPay", "2026-10-20") }), &[("paymentOrder", "2026-11-22")]);
}

#[test]
fn a_claim_not_due_yet_asks_for_nothing() {
    for due in ["2026-11-22", "2026-12-01"] {
        let guidance = check_plan(json!({ "dueOn": due }), &[("checkDebtor", "2026-11-22"), ("call", "2026-11-22")]);
        for id in [Reminder, FormalNotice, PaymentOrder, SummaryProceedings, OrdinaryProceedings, SmallClaims] {
            assert_eq!(status(&guidance, id), Status::Blocked, "{id:?}");
        }
        assert!(has_note(&guidance, "notDue"));
    }
}

#[test]
fn an_unknown_due_date_is_said() {
    let guidance = guide(json!({ "dueOn": null }));
    assert!(has_note(&guidance, "dueDateUnknown"));
    assert_eq!(plan(&guidance)[0].0, "reminder");
}

#[test]
fn a_serious_dispute_is_settled_or_judged() {
    let contested = |amount: &str, debtor: &str| {
        let done = done("formalNotice", "2026-10-20");
        json!({ "amount": amount, "contested": "yes", "debtor": { "kind": debtor }, "done": done })
    };
    // Between merchants, a small sum: the conciliator is free and not mandatory; three months later the court.
    let guidance =
        check_plan(contested("1850.00", "company"), &[("conciliator", "2026-11-22"), ("ordinaryProceedings", "2027-02-22")]);
    assert_eq!(option(&guidance, OrdinaryProceedings).prior, None);
    assert_eq!(status(&guidance, SummaryProceedings), Status::Blocked);
    check_plan(contested("8000.00", "company"), &[("mediation", "2026-11-22"), ("ordinaryProceedings", "2027-02-22")]);
    // Before the tribunal judiciaire, up to 5 000 EUR the attempt is mandatory.
    let guidance =
        check_plan(contested("5000.00", "liberal"), &[("conciliator", "2026-11-22"), ("ordinaryProceedings", "2027-02-22")]);
    assert!(option(&guidance, OrdinaryProceedings).prior.is_some());
    assert_eq!(option(&guide(contested("5000.01", "liberal")), OrdinaryProceedings).prior, None);
}

#[test]
fn an_objection_without_ground_takes_summary_proceedings() {
    let facts = json!({ "debtor": { "answer": "disputes" }, "done": done("formalNotice", "2026-10-20") });
    check_plan(facts, &[("summaryProceedings", "2026-11-22")]);
    let partly = json!({ "contested": "partly", "debtor": { "kind": "consumer" }, "done": done("formalNotice", "2026-10-20") });
    let guidance = check_plan(partly, &[("conciliator", "2026-11-22"), ("summaryProceedings", "2027-02-22")]);
    assert!(has_note(&guidance, "contestedPartly"));
}

#[test]
fn an_unknown_dispute_says_what_each_answer_changes() {
    let guidance = guide(json!({ "contested": "unknown" }));
    assert!(has_note(&guidance, "contestedUnknown"));
    assert_eq!(status(&guidance, PaymentOrder), Status::Recommended);
    let guidance = guide(json!({ "contested": "unknown", "debtor": { "answer": "disputes" } }));
    assert!(has_note(&guidance, "answerDisputes"));
    assert_eq!(status(&guidance, OrdinaryProceedings), Status::Recommended);
}

#[test]
fn a_public_body_has_its_own_ladder() {
    let public = |changes: Value| {
        let mut facts = json!({ "debtor": { "kind": "publicBody", "publicKind": "local" } });
        crate::merge(&mut facts, changes);
        facts
    };
    // 30 days later is Tuesday 22 December, 60 days Thursday 21 January.
    let guidance = check_plan(
        public(json!({})),
        &[("publicDemand", "2026-11-22"), ("businessOmbudsman", "2026-12-22"), ("administrativeSummary", "2027-01-21")],
    );
    for id in [PaymentOrder, ProtectiveAttachment, SummaryProceedings, SmallClaims, UncontestedCommercial, Enforcement] {
        assert_eq!(status(&guidance, id), Status::Blocked, "{id:?}");
    }
    check_plan(
        public(json!({ "done": done("writtenDemand", "2026-10-12") })),
        &[("businessOmbudsman", "2026-11-22"), ("administrativeSummary", "2026-12-22")],
    );
    let guidance = check_plan(
        public(json!({ "contested": "yes" })),
        &[("publicDemand", "2026-11-22"), ("businessOmbudsman", "2026-12-22"), ("ordinaryProceedings", "2027-01-21")],
    );
    assert_eq!(option(&guidance, OrdinaryProceedings).court.as_deref(), Some("Tribunal administratif"));
}

#[test]
fn a_debtor_abroad() {
    let abroad = |place: &str, amount: &str, contested: &str| {
        let done = done("formalNotice", "2026-10-20");
        json!({ "amount": amount, "contested": contested, "debtor": { "place": place }, "done": done })
    };
    check_plan(abroad("eu", "20000.00", "no"), &[("europeanPaymentOrder", "2026-11-22")]);
    check_plan(abroad("eu", "20000.00", "yes"), &[("ordinaryProceedings", "2026-11-22"), ("foreignLawyer", "2026-11-22")]);
    let guidance = check_plan(abroad("denmark", "3000.00", "no"), &[("foreignLawyer", "2026-11-22")]);
    assert_eq!(status(&guidance, EuropeanPaymentOrder), Status::NotConcerned);
    check_plan(abroad("abroad", "3000.00", "no"), &[("foreignLawyer", "2026-11-22")]);
}

#[test]
fn special_contracts_have_special_ways() {
    // Subcontract: the direct action a month after the notice, the court at once.
    let guidance = guide(json!({ "basis": "subcontract", "done": done("formalNotice", "2026-10-20") }));
    assert_eq!(status(&guidance, DirectAction), Status::Recommended);
    let guidance = guide(json!({ "basis": "carriage" }));
    assert_eq!(status(&guidance, DirectAction), Status::Recommended);
    // An accepted bill: attachment without authorisation, then the order.
    check_plan(
        json!({ "basis": "acceptedBill", "done": done("formalNotice", "2026-10-20") }),
        &[("protectiveAttachment", "2026-11-22"), ("paymentOrder", "2026-11-22")],
    );
    let guidance = guide(json!({ "debtor": { "guarantor": true } }));
    assert_eq!(status(&guidance, Guarantor), Status::Recommended);
}

#[test]
fn a_company_struck_off_needs_a_representative() {
    let guidance = check_plan(
        json!({ "debtor": { "struckOff": true } }),
        &[("checkDebtor", "2026-11-22"), ("adHocRepresentative", "2026-11-22")],
    );
    assert_eq!(status(&guidance, PaymentOrder), Status::Blocked);
    // A person struck off still owes, and can be sued.
    let guidance = guide(json!({ "debtor": { "kind": "soleTrader", "struckOff": true } }));
    assert_eq!(status(&guidance, PaymentOrder), Status::Recommended);
    assert_eq!(status(&guidance, AdHocRepresentative), Status::NotConcerned);
}

#[test]
fn what_is_under_way_goes_on() {
    check_plan(json!({ "done": done("paymentOrderRequested", "2026-11-10") }), &[("paymentOrder", "2026-11-22")]);
    check_plan(json!({ "done": done("paymentOrderMade", "2026-11-10") }), &[("paymentOrder", "2026-11-22")]);
    // Served on 14 November: enforceable from 15 January 2027.
    check_plan(json!({ "done": done("paymentOrderServed", "2026-11-14") }), &[("enforcement", "2027-01-15")]);
    check_plan(
        json!({ "done": [{ "kind": "paymentOrderServed", "on": "2026-11-02" }, { "kind": "oppositionFormed", "on": "2026-11-20" }] }),
        &[("ordinaryProceedings", "2026-11-22")],
    );
    check_plan(json!({ "done": done("titleObtained", "2026-11-10") }), &[("enforcement", "2026-11-22")]);
    check_plan(json!({ "done": done("courtClaim", "2026-11-10") }), &[("ordinaryProceedings", "2026-11-22")]);
    check_plan(json!({ "done": done("paymentPlanSigned", "2026-11-10") }), &[("paymentPlan", "2026-11-22")]);
    // Served on 30 October: the month ends on Monday 30 November, the report can be drawn up from 8 December.
    check_plan(json!({ "done": done("nonContestationServed", "2026-10-30") }), &[("uncontestedCommercial", "2026-12-08")]);
    let consumer = json!({ "debtor": { "kind": "consumer" }, "done": done("smallClaimsAccepted", "2026-11-10") });
    check_plan(consumer, &[("smallClaims", "2026-11-22")]);
    // A plan that was broken: notice was given after it.
    let broken =
        json!({ "done": [{ "kind": "paymentPlanSigned", "on": "2026-10-10" }, { "kind": "formalNotice", "on": "2026-10-20" }] });
    check_plan(broken, &[("paymentOrder", "2026-11-22")]);
}

#[test]
fn insolvency_after_the_declaration_and_for_later_claims() {
    let insolvency = json!({ "kind": "liquidation", "openedOn": "2026-11-03", "publishedOn": "2026-11-10" });
    let guidance = guide(json!({ "debtor": { "insolvency": insolvency }, "done": done("claimDeclared", "2026-11-20") }));
    assert_eq!(plan(&guidance), [("vatRelief".to_owned(), "2026-11-22".to_owned())]);
    // Partners of a civil company in liquidation answer once the claim is declared.
    let guidance = guide(json!({
        "debtor": { "kind": "civilCompany", "insolvency": insolvency, "guarantor": true },
        "done": done("claimDeclared", "2026-11-20"),
    }));
    assert_eq!(status(&guidance, CompanyPartners), Status::Recommended);
    // Performed after the opening: the ordinary ladder is open.
    let guidance = guide(json!({ "performedOn": "2026-11-04", "dueOn": "2026-11-10", "debtor": { "insolvency": insolvency } }));
    assert_eq!(plan(&guidance)[0].0, "reminder");
    assert!(has_note(&guidance, "laterClaim"));
    assert_eq!(status(&guidance, ClaimDeclaration), Status::NotConcerned);
    // Performed on a day nobody knows: declared, to be safe.
    let guidance = guide(json!({ "performedOn": null, "dueOn": "2026-11-10", "debtor": { "insolvency": insolvency } }));
    assert_eq!(plan(&guidance), [("claimDeclaration".to_owned(), "2026-11-22".to_owned())]);
    assert!(has_note(&guidance, "claimBirthUnknown"));
    // Opened after the day of the guidance: not yet.
    let guidance = guide(json!({ "asOf": "2026-11-02", "debtor": { "insolvency": insolvency } }));
    assert_eq!(plan(&guidance)[0].0, "reminder");
    assert!(has_note(&guidance, "futureInsolvency"));
}

#[test]
fn a_missed_declaration_asks_for_relief_then_is_lost() {
    let insolvency = json!({ "kind": "reorganisation", "openedOn": "2026-01-05", "publishedOn": "2026-01-12" });
    let claim = |as_of: &str| {
        let debtor = json!({ "insolvency": insolvency });
        json!({ "asOf": as_of, "performedOn": "2025-11-03", "dueOn": "2025-12-03", "debtor": debtor })
    };
    // Two months: 12 March 2026; six months: 12 July 2026, a Sunday, then Monday 13.
    assert_eq!(status(&guide(claim("2026-03-12")), ClaimDeclaration), Status::Recommended);
    assert_eq!(status(&guide(claim("2026-07-13")), ClaimDeclaration), Status::Recommended);
    assert_eq!(status(&guide(claim("2026-07-15")), ClaimDeclaration), Status::Blocked);
}

#[test]
fn small_claims_count_interest_and_leave_merchants_out() {
    let claim = |amount: &str, accrued: &str, debtor: &str| {
        status(&guide(json!({ "amount": amount, "accrued": accrued, "debtor": { "kind": debtor } })), SmallClaims)
    };
    assert_eq!(claim("4900.00", "100.00", "consumer"), Status::Possible);
    assert_eq!(claim("4900.00", "100.01", "consumer"), Status::Blocked);
    assert_eq!(claim("4900.00", "0.00", "company"), Status::Blocked);
    // A craftsman in their own name is no merchant: L126-1 doesn't take the claim, so L125-1 still does.
    assert_eq!(claim("4900.00", "0.00", "craftsman"), Status::Possible);
    // Before the law of 23 April 2026, merchants had it too.
    let before = json!({ "asOf": "2026-04-24", "performedOn": "2026-01-08", "dueOn": "2026-02-08" });
    let guidance = guide(before);
    assert_eq!(status(&guidance, SmallClaims), Status::Possible);
    assert_eq!(status(&guidance, UncontestedCommercial), Status::Blocked);
}

#[test]
fn courts_and_lawyers() {
    let seen = |creditor: &str, debtor: &str, changes: Value| {
        let mut facts = json!({ "creditor": { "kind": creditor }, "debtor": { "kind": debtor } });
        crate::merge(&mut facts, changes);
        let guidance = guide(facts);
        let ordinary = option(&guidance, OrdinaryProceedings);
        (ordinary.court.clone().unwrap(), ordinary.lawyer)
    };
    assert_eq!(seen("craftsman", "craftsman", json!({})).0, "Tribunal de commerce du siège du client");
    assert_eq!(seen("company", "company", json!({ "court": "Lyon" })).0, "Tribunal des activités économiques de Lyon");
    assert_eq!(seen("company", "company", json!({ "court": "Le Havre" })).0, "Tribunal des activités économiques du Havre");
    assert_eq!(seen("company", "company", json!({ "court": "Annecy" })).0, "Tribunal de commerce d’Annecy");
    assert_eq!(
        seen("company", "company", json!({ "court": "Strasbourg", "debtor": { "place": "alsaceMoselle" } })).0,
        "Chambre commerciale du tribunal judiciaire de Strasbourg"
    );
    assert_eq!(
        seen("company", "company", json!({ "debtor": { "place": "overseas" } })).0,
        "Tribunal mixte de commerce du siège du client"
    );
    assert!(seen("liberal", "company", json!({})).0.ends_with("à votre choix"));
    assert!(seen("company", "farmer", json!({})).0.starts_with("Tribunal judiciaire"));
    assert_eq!(
        seen("civilCompany", "consumer", json!({ "basis": "lease" })).0,
        "Juge des contentieux de la protection du lieu du logement"
    );
    // No lawyer up to 10 000 EUR; none at all before the judge of residential leases; unsure for a commercial lease.
    assert_eq!(seen("company", "company", json!({ "amount": "10000.00" })).1, Lawyer::NotRequired);
    assert_eq!(seen("company", "company", json!({ "amount": "10000.01" })).1, Lawyer::Required);
    assert_eq!(seen("company", "company", json!({ "amount": "9990.00", "accrued": "40.00" })).1, Lawyer::Unsure);
    assert_eq!(seen("civilCompany", "consumer", json!({ "basis": "lease", "amount": "20000.00" })).1, Lawyer::NotRequired);
    assert_eq!(seen("civilCompany", "company", json!({ "basis": "lease" })).1, Lawyer::Unsure);
}

#[test]
fn proof_is_weighed() {
    let strength = |evidence: Value| guide(json!({ "evidence": evidence })).proof.strength;
    assert_eq!(strength(json!([])), Strength::Unknown);
    assert_eq!(strength(json!(["correspondence"])), Strength::Weak);
    assert_eq!(strength(json!(["order"])), Strength::Fair);
    assert_eq!(strength(json!(["signedQuote", "deliveryNote"])), Strength::Strong);
    assert_eq!(strength(json!(["writtenAcknowledgment"])), Strength::Strong);
    assert!(guide(json!({ "evidence": ["writtenAcknowledgment", "termsAccepted"] })).proof.missing.is_empty());
}

#[test]
fn a_consumer_never_bears_the_cost_of_letters() {
    let guidance = guide(json!({ "debtor": { "kind": "consumer" } }));
    for id in [Reminder, FormalNotice, SummonsToPay] {
        assert_eq!(option(&guidance, id).cost.recoverable, Recoverable::No, "{id:?}");
    }
}
