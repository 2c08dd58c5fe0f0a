//! The cases of the legal brief that concern procedures, with their numbers there.

use dument_law::procedures::{DeadlineId, Lawyer, OptionId::*, Status};
use serde_json::json;

use crate::{check_plan, guide, has_note, option, plan, status};

#[test]
fn c11_a_claim_that_ends_today_a_sunday_is_still_alive() {
    // Sale due 22/11/2021, five years: last day 22/11/2026, a Sunday, not moved. Today it can be saved by an
    // acknowledgment or a summons; tomorrow it is barred.
    let sale =
        json!({ "performedOn": "2021-11-22", "dueOn": "2021-11-22", "done": [{ "kind": "formalNotice", "on": "2022-01-10" }] });
    let guidance = check_plan(sale.clone(), &[("acknowledgment", "2026-11-22"), ("summaryProceedings", "2026-11-22")]);
    assert!(has_note(&guidance, "limitationNear"));

    let mut tomorrow = sale;
    tomorrow["asOf"] = json!("2026-11-23");
    let guidance = check_plan(tomorrow, &[("call", "2026-11-23"), ("acknowledgment", "2026-11-23")]);
    assert!(has_note(&guidance, "timeBarred"));
    assert_eq!(status(&guidance, SummaryProceedings), Status::Blocked);
    assert_eq!(status(&guidance, PaymentOrder), Status::Blocked);
}

#[test]
fn c13_a_carriage_about_to_be_barred_takes_a_summons_not_a_payment_order() {
    // Delivered 23/11/2025, one year: last day 23/11/2026, tomorrow.
    let guidance = check_plan(
        json!({ "basis": "carriage", "performedOn": "2025-11-23", "dueOn": "2025-12-23" }),
        &[("acknowledgment", "2026-11-22"), ("summaryProceedings", "2026-11-22")],
    );
    assert_eq!(status(&guidance, PaymentOrder), Status::Possible);
    assert!(has_note(&guidance, "limitationNear"));
}

#[test]
fn c17_a_conciliation_under_way_suspends_and_counts_as_the_attempt() {
    // First meeting 01/11/2026, thirty days before the last day (01/12/2026): suspended, so nothing is urgent, and the
    // attempt of CPC 750-1 is made.
    let guidance = guide(json!({
        "amount": "900.00", "performedOn": "2024-12-01", "dueOn": "2024-12-01", "contested": "yes",
        "debtor": { "kind": "consumer" },
        "done": [{ "kind": "formalNotice", "on": "2026-05-04" }, { "kind": "mediation", "on": "2026-11-01" }],
    }));
    assert_eq!(plan(&guidance), [("ordinaryProceedings".to_owned(), "2026-11-22".to_owned())]);
    assert_eq!(option(&guidance, OrdinaryProceedings).prior, None);
    assert!(!has_note(&guidance, "limitationNear"));
}

#[test]
fn c19_a_cooperative_consumer_plans_then_small_claims_then_a_payment_order() {
    let guidance = guide(json!({
        "amount": "3100.00", "creditor": { "kind": "craftsman" }, "debtor": { "kind": "consumer", "cooperates": true },
    }));
    let options: Vec<_> = guidance.plan.iter().map(|step| step.option).collect();
    assert_eq!(options, [PaymentPlan, SmallClaims, FormalNotice, PaymentOrder]);
    let order = option(&guidance, PaymentOrder);
    assert_eq!(order.prior, None, "no CPC 750-1 before a payment order");
    assert_eq!(order.lawyer, Lawyer::NotRequired);
    assert!(order.court.as_deref().unwrap().starts_with("Tribunal judiciaire"));
    assert!(order.forms[0].contains("12948"));
    // Two years from 08/09/2026 (completion, earlier than the due date).
    let barred = order.reasons.iter().find(|reason| reason.message.contains("2028")).unwrap();
    assert!(barred.met, "{}", barred.message);
}

#[test]
fn c21_a_civil_company_goes_to_the_tribunal_judiciaire() {
    // 38 000 EUR: above 10 000, a lawyer for summary proceedings, none for the payment order.
    let guidance = guide(json!({
        "amount": "38000.00", "debtor": { "kind": "civilCompany" }, "evidence": ["writtenAcknowledgment"],
        "done": [{ "kind": "formalNotice", "on": "2026-10-20" }],
    }));
    for id in [SummaryProceedings, PaymentOrder] {
        assert!(option(&guidance, id).court.as_deref().unwrap().starts_with("Tribunal judiciaire"), "{id:?}");
        assert!(matches!(status(&guidance, id), Status::Possible | Status::Recommended), "{id:?}");
    }
    assert_eq!(option(&guidance, SummaryProceedings).lawyer, Lawyer::Required);
    assert_eq!(option(&guidance, PaymentOrder).lawyer, Lawyer::NotRequired);
}

#[test]
fn c25_insolvency_leaves_only_the_declaration() {
    let guidance = check_plan(
        json!({
            "amount": "9000.00", "performedOn": "2026-08-01", "dueOn": "2026-09-01",
            "debtor": { "insolvency": { "kind": "reorganisation", "openedOn": "2026-11-03", "publishedOn": "2026-11-10" } },
        }),
        &[("claimDeclaration", "2026-11-22")],
    );
    for id in
        [Call, Reminder, FormalNotice, SummonsToPay, PaymentOrder, SummaryProceedings, OrdinaryProceedings, ProtectiveAttachment]
    {
        assert_eq!(status(&guidance, id), Status::Blocked, "{id:?}");
    }
}

#[test]
fn a_declaration_in_other_proceedings_declares_nothing_in_these() {
    // Declared in 2023, opened in November 2026: the claim is still to be declared, and its terms still run.
    let guidance = check_plan(
        json!({
            "amount": "9000.00", "performedOn": "2022-08-01", "dueOn": "2022-09-01",
            "debtor": { "insolvency": { "kind": "reorganisation", "openedOn": "2026-11-03", "publishedOn": "2026-11-10" } },
            "done": [{ "kind": "claimDeclared", "on": "2023-05-01" }],
        }),
        &[("claimDeclaration", "2026-11-22")],
    );
    assert!(guidance.deadlines.iter().any(|deadline| deadline.id == DeadlineId::ClaimDeclaration));
}

#[test]
fn c27_a_small_contested_claim_in_belgium() {
    let guidance = guide(json!({
        "amount": "3500.00", "contested": "yes", "debtor": { "place": "eu" },
        "done": [{ "kind": "formalNotice", "on": "2026-10-20" }],
    }));
    assert_eq!(plan(&guidance), [("europeanSmallClaims".to_owned(), "2026-11-22".to_owned())]);
    assert!(option(&guidance, EuropeanSmallClaims).forms[0].starts_with("Formulaire A"));
    assert_eq!(status(&guidance, EuropeanPaymentOrder), Status::Blocked);
    assert_eq!(status(&guidance, PaymentOrder), Status::Blocked);
}

#[test]
fn c29_an_unpaid_cheque_becomes_a_title_without_a_judge() {
    // First presented 04/11/2026: the thirty days end on 04/12, the certificate is due from 05/12/2026, a Saturday; the
    // step waits for the next working day.
    let guidance = check_plan(
        json!({
            "basis": "cheque",
            "done": [{ "kind": "formalNotice", "on": "2026-11-06" }, { "kind": "chequePresented", "on": "2026-11-04" }],
        }),
        &[("unpaidCheque", "2026-12-07")],
    );
    assert_eq!(status(&guidance, UnpaidCheque), Status::Recommended);
}

#[test]
fn c33_a_micro_entrepreneur_outside_their_business_is_a_consumer() {
    let guidance = guide(json!({ "amount": "900.00", "debtor": { "kind": "consumer" } }));
    // Two years from 08/09/2026, and the tribunal judiciaire.
    let ordinary = option(&guidance, OrdinaryProceedings);
    assert!(ordinary.reasons.iter().any(|reason| reason.message.contains("8\u{a0}septembre 2028")));
    assert!(ordinary.court.as_deref().unwrap().starts_with("Tribunal judiciaire"));
    assert!(ordinary.prior.is_some(), "CPC 750-1 under 5 000 EUR");
    assert_eq!(status(&guidance, UncontestedCommercial), Status::Blocked);
}

#[test]
fn c35_an_accepted_bill_takes_a_payment_order_and_is_soon_barred() {
    // Due 15/12/2023, three years: 15/12/2026, less than three months away.
    let guidance = guide(json!({ "basis": "acceptedBill", "performedOn": null, "dueOn": "2023-12-15", "amount": "12000.00" }));
    assert!(has_note(&guidance, "limitationNear"));
    assert_eq!(status(&guidance, PaymentOrder), Status::Possible);
    assert_eq!(status(&guidance, SummaryProceedings), Status::Recommended);
    assert!(option(&guidance, ProtectiveAttachment).steps[0].starts_with("Aucune autorisation"));
}
