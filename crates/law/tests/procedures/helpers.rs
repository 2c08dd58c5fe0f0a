//! Who can help, for these facts.

use dument_law::procedures::{Guidance, HelperId, HelperOption};
use serde_json::{Value, json};

use crate::guide;

fn helper(guidance: &Guidance, id: HelperId) -> &HelperOption {
    guidance.helpers.iter().find(|helper| helper.id == id).unwrap()
}

/// Exactly these suit, in the order of the contract.
#[track_caller]
fn check_helpers(changes: Value, suiting: &[HelperId]) {
    let guidance = guide(changes);
    let found: Vec<_> = guidance.helpers.iter().filter(|helper| helper.suits).map(|helper| helper.id).collect();
    assert_eq!(found, suiting);
    for helper in guidance.helpers.iter().filter(|helper| !helper.suits) {
        assert!(helper.when.starts_with("Pas ici"), "{helper:?}");
    }
}

use HelperId::{Assistant, CollectionAgency, CreditInsurer, Factoring, JudicialOfficer, Lawyer, Oneself, OnlineService};

#[test]
fn a_small_uncontested_invoice() {
    check_helpers(json!({}), &[Oneself, OnlineService, CollectionAgency, JudicialOfficer, CreditInsurer, Assistant]);
}

#[test]
fn a_consumer_is_neither_insured_nor_factored() {
    check_helpers(
        json!({ "debtor": { "kind": "consumer" } }),
        &[Oneself, OnlineService, CollectionAgency, JudicialOfficer, Assistant],
    );
}

#[test]
fn above_the_ceilings() {
    // 5 000,01: no online service; 10 000,01: a lawyer at a hearing, still not for a payment order.
    check_helpers(json!({ "amount": "5000.01" }), &[Oneself, CollectionAgency, JudicialOfficer, CreditInsurer, Assistant]);
    check_helpers(
        json!({ "amount": "10000.01" }),
        &[Oneself, CollectionAgency, JudicialOfficer, Lawyer, CreditInsurer, Assistant],
    );
}

#[test]
fn a_serious_dispute_is_for_a_lawyer() {
    check_helpers(json!({ "contested": "yes" }), &[JudicialOfficer, Lawyer, CreditInsurer]);
}

#[test]
fn insolvency_forbids_asking() {
    let insolvency = json!({ "kind": "liquidation", "openedOn": "2026-10-09", "publishedOn": "2026-10-15" });
    check_helpers(json!({ "debtor": { "insolvency": insolvency } }), &[Oneself, Lawyer, CreditInsurer]);
}

#[test]
fn a_public_body_is_asked_by_oneself_or_a_lawyer() {
    check_helpers(json!({ "debtor": { "kind": "publicBody" } }), &[Oneself, Lawyer]);
}

#[test]
fn an_invoice_not_yet_due_can_be_factored() {
    let facts = json!({ "performedOn": "2026-11-08", "dueOn": "2026-12-08" });
    check_helpers(facts, &[Oneself, CreditInsurer, Factoring, Assistant]);
}

#[test]
fn a_title_is_for_a_judicial_officer() {
    let facts = json!({ "done": [{ "kind": "titleObtained", "on": "2026-11-02" }] });
    check_helpers(facts, &[CollectionAgency, JudicialOfficer, CreditInsurer]);
}

#[test]
fn limitation_about_to_end_leaves_no_time() {
    let facts = json!({ "performedOn": "2021-11-01", "dueOn": "2021-12-08" });
    check_helpers(facts, &[JudicialOfficer, Lawyer, CreditInsurer]);
}

#[test]
fn prices_are_those_of_this_claim() {
    let guidance = guide(json!({}));
    // 10 % and 25 % of 1 850 EUR.
    let agency = helper(&guidance, CollectionAgency);
    assert!(agency.price.contains("185,00\u{202f}€ à 462,50\u{202f}€"), "{}", agency.price);
    // One act served 61.90 to 73.18 and at most 208.06, as in the costs.
    let officer = helper(&guidance, JudicialOfficer);
    for amount in ["61,90", "73,18", "208,06"] {
        assert!(officer.price.contains(amount), "{}", officer.price);
    }
}

#[test]
fn the_law_asks_much_of_those_who_recover_for_others() {
    let guidance = guide(json!({}));
    for word in ["procureur", "convention écrite", "quittance"] {
        assert!(helper(&guidance, CollectionAgency).duties.contains(word));
    }
    assert!(helper(&guidance, Assistant).duties.contains("procureur"));
    assert!(helper(&guidance, OnlineService).duties.contains("consultation juridique"));
    assert!(guidance.sources.iter().any(|source| source.id == "cpce-r124-1"));
}
