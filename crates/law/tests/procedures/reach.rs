//! Every route can be taken for some facts, every status and every term is reached.

use std::collections::BTreeSet;

use dument_law::procedures::{DeadlineId, HelperId, OptionId, Status, Strength};
use serde_json::{Value, json};

use crate::guide;

fn situations() -> Vec<Value> {
    let insolvency = json!({ "kind": "liquidation", "openedOn": "2026-11-03", "publishedOn": "2026-11-10" });
    vec![
        json!({}),
        json!({ "dueOn": "2026-12-01" }),
        json!({ "contested": "yes" }),
        json!({ "contested": "partly", "amount": "20000.00" }),
        json!({ "amount": "20000.00", "contested": "yes", "evidence": ["order"] }),
        json!({ "debtor": { "kind": "consumer", "cooperates": true } }),
        json!({ "debtor": { "place": "eu" }, "evidence": ["correspondence"] }),
        json!({ "debtor": { "place": "eu" }, "contested": "yes" }),
        json!({ "debtor": { "place": "abroad" } }),
        json!({ "debtor": { "kind": "publicBody" }, "done": [{ "kind": "writtenDemand", "on": "2026-10-12" }] }),
        json!({ "debtor": { "kind": "publicBody" }, "evidence": ["order", "deliveryNote"] }),
        json!({ "debtor": { "struckOff": true } }),
        json!({ "debtor": { "guarantor": true } }),
        json!({ "debtor": { "insolvency": insolvency } }),
        json!({
            "debtor": { "kind": "civilCompany", "insolvency": insolvency },
            "done": [{ "kind": "claimDeclared", "on": "2026-11-20" }],
        }),
        json!({ "basis": "cheque", "done": [{ "kind": "chequePresented", "on": "2026-11-04" }] }),
        json!({ "basis": "acceptedBill" }),
        json!({ "basis": "subcontract" }),
        json!({ "performedOn": "2021-11-30", "dueOn": "2021-11-30" }),
        json!({ "done": [{ "kind": "paymentOrderMade", "on": "2026-11-10" }] }),
        json!({ "done": [{ "kind": "paymentOrderServed", "on": "2026-11-10" }] }),
        json!({ "done": [{ "kind": "nonContestationServed", "on": "2026-11-10" }] }),
        json!({ "done": [{ "kind": "titleObtained", "on": "2026-11-10" }] }),
    ]
}

#[test]
fn every_route_is_open_for_some_facts() {
    let mut open = BTreeSet::new();
    for facts in situations() {
        let guidance = guide(facts);
        let taken = guidance.options.iter().filter(|option| matches!(option.status, Status::Recommended | Status::Possible));
        open.extend(taken.map(|option| option.id));
    }
    let closed: Vec<_> = OptionId::ALL.iter().filter(|id| !open.contains(id)).collect();
    assert!(closed.is_empty(), "{closed:?}");
}

#[test]
fn every_route_is_closed_for_some_facts() {
    let mut closed = BTreeSet::new();
    for facts in situations() {
        let guidance = guide(facts);
        let shut = guidance.options.iter().filter(|option| matches!(option.status, Status::Blocked | Status::NotConcerned));
        closed.extend(shut.map(|option| option.id));
    }
    // Looking the debtor up is always open.
    let open: Vec<_> = OptionId::ALL.iter().filter(|id| !closed.contains(id)).collect();
    assert_eq!(open, [&OptionId::CheckDebtor]);
}

#[test]
fn every_status_strength_term_and_helper_is_reached() {
    let (mut statuses, mut terms, mut helpers, mut strengths) = (Vec::new(), BTreeSet::new(), BTreeSet::new(), Vec::new());
    for facts in situations() {
        let guidance = guide(facts);
        statuses.extend(guidance.options.iter().map(|option| option.status));
        terms.extend(guidance.deadlines.iter().map(|deadline| deadline.id));
        helpers.extend(guidance.helpers.iter().filter(|helper| helper.suits).map(|helper| helper.id));
        strengths.push(guidance.proof.strength);
    }
    for status in [Status::Recommended, Status::Possible, Status::Blocked, Status::NotConcerned] {
        assert!(statuses.contains(&status), "{status:?}");
    }
    for strength in [Strength::Strong, Strength::Fair, Strength::Weak, Strength::Unknown] {
        assert!(strengths.contains(&strength), "{strength:?}");
    }
    assert_eq!(terms.len(), DeadlineId::ALL.len(), "{terms:?}");
    assert_eq!(helpers.len(), HelperId::ALL.len(), "{helpers:?}");
}
