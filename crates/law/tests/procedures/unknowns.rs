//! What isn’t known, and what each answer would change; what was given for nothing.

use std::collections::BTreeSet;

use dument_law::Reference;
use dument_law::procedures::{Contested, Guidance, Input, Step, procedures};
use serde_json::{Value, json};

use crate::domain::Draw;
use crate::{guide, has_note};

/// The remark of a code, its no-break spaces made plain.
#[track_caller]
fn note(guidance: &Guidance, code: &str) -> String {
    let note = guidance.notes.iter().find(|note| note.code == code);
    note.unwrap_or_else(|| panic!("no {code}: {:?}", guidance.notes)).message.replace(['\u{a0}', '\u{202f}'], " ")
}

#[track_caller]
fn check(facts: Value, code: &str, expected: &[&str]) {
    let message = note(&guide(facts), code);
    for part in expected {
        assert!(message.contains(part), "{part:?} is missing from {message:?}");
    }
}

#[test]
fn an_unknown_dispute() {
    check(
        json!({ "contested": "unknown" }),
        "contestedUnknown",
        &[
            "S’il ne conteste pas : le plan ne change pas.",
            "S’il conteste une partie : « Référé-provision » remplace « Envoyer une relance » et « Injonction de payer ».",
            "S’il conteste sérieusement : « Saisir un conciliateur de justice » et « Procès au fond » remplacent « Envoyer une \
             relance » et « Injonction de payer ».",
        ],
    );
    check(
        json!({ "contested": "unknown", "amount": "20000.00", "debtor": { "answer": "disputes" } }),
        "answerDisputes",
        &["le plan suppose que oui", "« Référé-provision » remplace « Proposer une médiation » et « Procès au fond »"],
    );
}

#[test]
fn an_unknown_debtor() {
    let unknown = json!({ "debtor": { "struckOff": "unknown", "cooperates": "unknown", "guarantor": "unknown" } });
    check(unknown.clone(), "struckOffUnknown", &["S’il est radié : « Vérifier la situation du client » et « Faire désigner"]);
    check(
        unknown.clone(),
        "cooperatesUnknown",
        &[
            "S’il en cherche une : « Signer un échéancier » remplace « Envoyer une relance ».",
            "S’il n’en cherche pas : le plan ne change pas.",
        ],
    );
    check(
        unknown,
        "guarantorUnknown",
        &["Si quelqu’un s’est porté caution : « Demander le paiement à la caution » s’ajoute au plan."],
    );
    // A consumer can’t be struck off: the answer doesn’t matter, and that is said.
    let consumer = json!({ "debtor": { "kind": "consumer", "struckOff": "unknown" } });
    check(consumer, "struckOffUnknown", &["Quelle que soit la réponse, le plan ne change pas."]);
}

#[test]
fn an_unknown_answer_is_told_only_where_it_matters() {
    check(
        json!({}),
        "answerUnknown",
        &[
            "S’il promet de payer : « Obtenir une reconnaissance de dette » remplace « Envoyer une relance ».",
            "S’il demande un délai ou s’il a payé une partie : « Signer un échéancier » remplace « Envoyer une relance ».",
        ],
    );
    let held = guide(json!({ "done": [{ "kind": "titleObtained", "on": "2026-11-10" }] }));
    assert!(!has_note(&held, "answerUnknown"));
}

#[test]
fn an_unknown_date() {
    check(
        json!({ "dueOn": null, "performedOn": null }),
        "dueDateUnknown",
        &[
            "Si elle n’est pas encore échue : « Vérifier la situation du client » et « Téléphoner au client » remplacent",
            "Si elle est échue depuis un mois : le plan ne change pas",
            "Si elle est échue depuis six ans : « Téléphoner au client » et « Obtenir une reconnaissance de dette » remplacent",
        ],
    );
    check(
        json!({ "basis": "carriage", "performedOn": null }),
        "deliveryUnknown",
        &["Si elle date de onze mois : « Obtenir une reconnaissance de dette » et « Référé-provision » remplacent"],
    );
}

#[test]
fn unknown_insolvency_proceedings() {
    let insolvency = json!({ "kind": "unknown", "openedOn": "2026-11-03", "publishedOn": "2026-11-10" });
    let facts = json!({ "dueOn": "2026-11-20", "performedOn": null, "debtor": { "insolvency": insolvency } });
    check(facts.clone(), "insolvencyKindUnknown", &["Si c’est une sauvegarde ou si c’est un redressement judiciaire : "]);
    check(facts, "claimBirthUnknown", &["utile à la procédure : « Envoyer une relance », « Envoyer une mise en demeure » et"]);
    let declared = json!({
        "debtor": { "insolvency": insolvency }, "done": [{ "kind": "claimDeclared", "on": "2026-11-20" }],
    });
    check(
        declared,
        "insolvencyKindUnknown",
        &["Si c’est une sauvegarde ou si c’est un redressement judiciaire : « Récupérer la TVA"],
    );
}

#[test]
fn an_unknown_kind_of_claim() {
    let limitation = json!({ "asOf": "2026-11-22", "claim": "unknown", "dueOn": "2025-01-08", "performedOn": "2025-01-08" });
    check(
        json!({ "limitation": limitation, "performedOn": "2025-01-08", "dueOn": "2025-01-08" }),
        "limitationClaimUnknown",
        &["Si elle naît d’une affaire entre professionnels : ", "Si c’est un transport de marchandises : le plan ne change pas."],
    );
}

#[test]
fn what_is_given_for_nothing_is_said() {
    let guidance = guide(json!({
        "creditor": { "employees": 10, "turnover": "1.00", "averageProfit": "1.00" },
        "court": "Lyon", "debtor": { "kind": "consumer", "publicKind": "state" },
    }));
    for code in ["employeesIgnored", "turnoverIgnored", "averageProfitIgnored", "publicKindIgnored"] {
        assert!(has_note(&guidance, code), "{code}");
    }
    assert!(!has_note(&guidance, "courtIgnored"), "its name is shown");
    assert!(has_note(&guide(json!({ "court": "Lyon", "debtor": { "place": "eu" } })), "courtIgnored"));
    // Before a tribunal des activités économiques, for more than 50 000 EUR, they count.
    let guidance = guide(json!({
        "amount": "200000.00", "court": "Lyon",
        "creditor": { "employees": 300, "turnover": "80000000.00", "averageProfit": "4000000.00" },
    }));
    for code in ["employeesIgnored", "turnoverIgnored", "averageProfitIgnored", "courtIgnored"] {
        assert!(!has_note(&guidance, code), "{code}");
    }
    // A debtor who disputes seriously isn’t asked for a plan.
    assert!(has_note(&guide(json!({ "contested": "yes", "debtor": { "cooperates": true } })), "cooperatesIgnored"));
    let insolvency = json!({ "kind": "liquidation", "openedOn": "2026-11-03", "publishedOn": "2026-11-10" });
    assert!(has_note(&guide(json!({ "debtor": { "answer": "promises", "insolvency": insolvency } })), "answerIgnored"));
    let limitation = json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-10-08" });
    assert!(has_note(&guide(json!({ "limitation": limitation })), "performedOnIgnored"));
}

#[test]
fn what_an_answer_is_said_to_change_it_changes() {
    let reference = Reference::published();
    let mut draw = Draw::new();
    for _ in 0..60 {
        let mut unknown = draw.case();
        unknown.contested = Contested::Unknown;
        let before = procedures(&unknown, reference).unwrap();
        let told = before.notes.iter().find(|note| ["contestedUnknown", "answerDisputes"].contains(&note.code.as_str())).unwrap();
        for contested in [Contested::No, Contested::Partly, Contested::Yes] {
            let after = procedures(&Input { contested, ..unknown.clone() }, reference).unwrap();
            let routes = |plan: &[Step]| plan.iter().map(|step| step.option).collect::<BTreeSet<_>>();
            for moved in routes(&before.plan).symmetric_difference(&routes(&after.plan)) {
                assert!(told.message.contains(moved.title()), "{moved:?} is missing from {}", told.message);
            }
        }
    }
}

#[test]
fn a_spoken_promise_is_told_to_change_nothing() {
    for answer in ["promises", "asksTime"] {
        let promised = json!({ "debtor": { "answer": answer } });
        check(promised.clone(), "promiseUnwritten", &["Dite de vive voix", "un écrit daté"]);
        for kind in ["acknowledgment", "partPayment", "paymentPlanSigned"] {
            let mut written = promised.clone();
            written["done"] = json!([{ "kind": kind, "on": "2026-11-10" }]);
            assert!(!has_note(&guide(written), "promiseUnwritten"), "{answer}, {kind}");
        }
    }
    for answer in ["none", "disputes", "paidPart"] {
        assert!(!has_note(&guide(json!({ "debtor": { "answer": answer } })), "promiseUnwritten"), "{answer}");
    }
}
