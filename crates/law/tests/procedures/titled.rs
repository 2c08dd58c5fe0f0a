//! What was answered, proven, begun or obtained, and how it moves the plan.

use dument_law::procedures::{Condition, OptionId::*, Status};
use serde_json::{Value, json};

use crate::{check_plan, guide, has_note, option, plan, status};

fn done(kind: &str, on: &str) -> Value {
    json!([{ "kind": kind, "on": on }])
}

#[test]
fn a_title_is_enforced_for_ten_years() {
    let guidance = check_plan(json!({ "done": done("titleObtained", "2026-11-10") }), &[("enforcement", "2026-11-22")]);
    assert!(guidance.plan[0].why.contains("10\u{a0}novembre 2036"), "{}", guidance.plan[0].why);
    assert!(has_note(&guidance, "titleStart"));
    for id in [PaymentOrder, SummaryProceedings, OrdinaryProceedings, SmallClaims] {
        assert_eq!(status(&guidance, id), Status::NotConcerned, "{id:?}");
    }
    // Ten years from 10/11/2016 end on 10/11/2026, twelve days ago.
    let guidance =
        guide(json!({ "performedOn": "2016-01-08", "dueOn": "2016-02-08", "done": done("titleObtained", "2016-11-10") }));
    assert_eq!(status(&guidance, Enforcement), Status::Blocked);
    assert_eq!(plan(&guidance)[0].0, "call");
    // An act of enforcement in 2020 carries it to 2030.
    let acts = json!([{ "kind": "titleObtained", "on": "2016-11-10" }, { "kind": "enforcementAct", "on": "2020-03-02" }]);
    let guidance = guide(json!({ "performedOn": "2016-01-08", "dueOn": "2016-02-08", "done": acts }));
    assert!(guidance.plan[0].why.contains("2\u{a0}mars 2030"), "{}", guidance.plan[0].why);
}

#[test]
fn a_condemned_public_body_is_made_to_pay_not_seized() {
    // Two months from 10/11/2026 end on 10/01/2027: the day after is Monday 11.
    let guidance = check_plan(
        json!({ "debtor": { "kind": "publicBody", "publicKind": "local" }, "done": done("titleObtained", "2026-11-10") }),
        &[("publicDemand", "2027-01-11")],
    );
    assert!(guidance.plan[0].why.contains("paiement d’office"));
    assert!(option(&guidance, PublicDemand).steps.iter().any(|step| step.contains("mandatement d’office au préfet")));
    assert_eq!(status(&guidance, Enforcement), Status::Blocked);
    // The State: its accountant pays on sight of the decision.
    let state = json!({ "debtor": { "kind": "publicBody", "publicKind": "state" }, "done": done("titleObtained", "2026-06-10") });
    let guidance = check_plan(state, &[("publicDemand", "2026-11-22")]);
    assert!(option(&guidance, PublicDemand).steps.iter().any(|step| step.contains("présentez la décision au comptable public")));
}

#[test]
fn after_a_vain_seizure_come_the_partners_and_the_vat() {
    let acts = json!([{ "kind": "titleObtained", "on": "2026-03-10" }, { "kind": "enforcementAct", "on": "2026-06-10" }]);
    check_plan(
        json!({ "debtor": { "kind": "civilCompany", "guarantor": true }, "done": acts }),
        &[
            ("enforcement", "2026-11-22"),
            ("companyPartners", "2026-11-22"),
            ("vatRelief", "2026-11-22"),
            ("guarantor", "2026-11-22"),
        ],
    );
}

#[test]
fn a_title_against_a_debtor_out_of_reach() {
    let titled = |debtor: Value| json!({ "debtor": debtor, "done": done("titleObtained", "2026-11-10") });
    check_plan(titled(json!({ "place": "abroad" })), &[("enforcement", "2026-11-22"), ("foreignLawyer", "2026-11-22")]);
    check_plan(titled(json!({ "struckOff": true })), &[("checkDebtor", "2026-11-22"), ("adHocRepresentative", "2026-11-22")]);
}

#[test]
fn what_the_debtor_answers_is_put_in_writing() {
    let answered = |answer: &str| {
        let guidance = guide(json!({ "debtor": { "answer": answer } }));
        (guidance.plan[0].option, guidance.plan[0].why.clone())
    };
    assert_eq!(answered("promises").0, Acknowledgment);
    assert!(answered("asksTime").1.contains("demande un délai"));
    assert!(answered("paidPart").1.contains("a payé une partie"));
    assert_eq!(answered("disputes").0, FormalNotice);
    assert_eq!(answered("none").0, Reminder);
    // A promise already written: the plan that fits it.
    let written = json!({ "debtor": { "answer": "promises" }, "done": done("acknowledgment", "2026-11-10") });
    assert_eq!(guide(written).plan[0].option, PaymentPlan);
}

#[test]
fn weak_evidence_asks_for_an_acknowledgment_first() {
    let weak = guide(json!({ "evidence": ["correspondence"], "done": done("formalNotice", "2026-10-20") }));
    let options: Vec<_> = weak.plan.iter().map(|step| step.option).collect();
    assert_eq!(options, [Acknowledgment, PaymentOrder]);
    let proven = |evidence: Value| {
        let guidance = guide(json!({ "evidence": evidence }));
        let reasons = &option(&guidance, PaymentOrder).reasons;
        reasons.iter().find(|reason| reason.condition == Condition::Proven).unwrap().message.clone()
    };
    assert!(proven(json!(["correspondence"])).starts_with("À vérifier\u{a0}: rien ne prouve"));
    assert!(proven(json!(["order"])).contains("il manque la preuve de l’exécution"));
    assert!(proven(json!(["deliveryNote"])).contains("il manque la preuve de l’accord"));
    assert!(proven(json!([])).contains("vos preuves ne sont pas connues"));
    assert_eq!(proven(json!(["order", "deliveryNote"])), "Vous pouvez prouver l’accord et son exécution.");
}

#[test]
fn a_protective_measure_calls_for_proceedings() {
    // One month from 10/11/2026.
    let guidance = check_plan(json!({ "done": done("protectiveMeasure", "2026-11-10") }), &[("paymentOrder", "2026-11-22")]);
    let note = guidance.notes.iter().find(|note| note.code == "protectiveSuit").unwrap();
    assert!(note.message.contains("10\u{a0}décembre 2026"), "{}", note.message);
}

#[test]
fn an_opposition_tells_each_court_s_duty() {
    let why = |debtor: &str| {
        let events =
            json!([{ "kind": "paymentOrderServed", "on": "2026-11-02" }, { "kind": "oppositionFormed", "on": "2026-11-20" }]);
        guide(json!({ "debtor": { "kind": debtor }, "done": events })).plan[0].why.clone()
    };
    assert!(why("company").contains("frais de greffe sous 15\u{a0}jours"), "{}", why("company"));
    assert!(why("consumer").contains("avocat sous 15\u{a0}jours"), "{}", why("consumer"));
}

#[test]
fn insolvency_leaves_what_others_owe() {
    let insolvency = json!({ "kind": "reorganisation", "openedOn": "2026-11-03", "publishedOn": "2026-11-10" });
    check_plan(
        json!({ "basis": "carriage", "debtor": { "guarantor": true, "insolvency": insolvency } }),
        &[("claimDeclaration", "2026-11-22"), ("directAction", "2026-11-22"), ("guarantor", "2026-11-22")],
    );
    check_plan(
        json!({ "evidence": ["termsAccepted"], "debtor": { "insolvency": insolvency } }),
        &[("claimDeclaration", "2026-11-22"), ("retentionOfTitle", "2026-11-22")],
    );
}

#[test]
fn what_was_done_for_nothing_is_said() {
    assert!(has_note(&guide(json!({ "done": done("claimDeclared", "2026-11-10") })), "declarationApart"));
    assert!(has_note(&guide(json!({ "done": done("invoiceReissued", "2026-11-10") })), "doneWithoutEffect"));
    let swapped =
        json!([{ "kind": "paymentOrderServed", "on": "2026-10-02" }, { "kind": "paymentOrderMade", "on": "2026-11-02" }]);
    assert!(has_note(&guide(json!({ "done": swapped })), "eventsOutOfOrder"));
    let limitation = json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-10-08" });
    let apart = guide(json!({ "limitation": limitation, "done": done("reminder", "2026-11-10") }));
    assert!(has_note(&apart, "limitationEventsApart"));
    assert!(has_note(&guide(json!({})), "factsAssumed"));
    assert!(!has_note(&guide(json!({ "debtor": { "struckOff": false, "guarantor": false } })), "factsAssumed"));
}
