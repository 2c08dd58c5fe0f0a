//! Every route, status, reason, term and helper is reached by some case; what can’t be is listed, and only that.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use dument_law::Reference;
use dument_law::procedures::{Condition, DeadlineId, HelperId, OptionId, Status, Strength, procedures};
use serde_json::{Value, json};

use crate::domain::Draw;
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

/// How many cases are drawn: enough that each rare reason is met several times over.
const CASES: usize = 1500;

/// What the hand-made cases and the drawn ones reach.
#[derive(Default)]
struct Seen {
    met: BTreeSet<(OptionId, Condition)>,
    failed: BTreeSet<(OptionId, Condition)>,
    statuses: HashSet<(OptionId, Status)>,
}

static SEEN: LazyLock<Seen> = LazyLock::new(|| {
    let mut draw = Draw::new();
    let drawn = (0..CASES).map(|_| procedures(&draw.case(), Reference::published()).unwrap());
    let mut seen = Seen::default();
    for guidance in situations().into_iter().map(guide).chain(drawn) {
        for option in guidance.options {
            seen.statuses.insert((option.id, option.status));
            for reason in option.reasons {
                (if reason.met { &mut seen.met } else { &mut seen.failed }).insert((option.id, reason.condition));
            }
        }
    }
    seen
});

/// Every condition: one that no case has is a rule that nobody can meet.
const CONDITIONS: [Condition; 42] = [
    Condition::Due,
    Condition::NotTimeBarred,
    Condition::NoInsolvency,
    Condition::DebtorRepresented,
    Condition::DebtorInFrance,
    Condition::DebtorInUnion,
    Condition::DebtorAbroad,
    Condition::CompetentCourt,
    Condition::PrivateDebtor,
    Condition::PublicDebtor,
    Condition::ProfessionalDebtor,
    Condition::DeterminedSum,
    Condition::UnderCeiling,
    Condition::BetweenMerchants,
    Condition::NotBetweenMerchants,
    Condition::InForce,
    Condition::Uncontested,
    Condition::NotSeriouslyContestable,
    Condition::PriorAttempt,
    Condition::EnforceableTitle,
    Condition::NoTitle,
    Condition::Proven,
    Condition::Seizable,
    Condition::Authorisation,
    Condition::ThreatenedClaim,
    Condition::OngoingContract,
    Condition::SuspensionAllowed,
    Condition::GoodsHeld,
    Condition::GoodsSold,
    Condition::RetentionAgreed,
    Condition::DirectActionGranted,
    Condition::Guaranteed,
    Condition::GuarantorReachable,
    Condition::LiablePartners,
    Condition::PursuedInVain,
    Condition::ChequeUnpaid,
    Condition::InsolvencyOpened,
    Condition::BornBeforeOpening,
    Condition::DeclarationOpen,
    Condition::ClaimBackOpen,
    Condition::StruckOff,
    Condition::Irrecoverable,
];

/// Conditions that no fact makes fail, since a judge, a deed or the reader has the last word: shown as met or to be checked.
const NEVER_FAILED: [(OptionId, Condition); 13] = [
    (OptionId::PaymentOrder, Condition::DeterminedSum),
    (OptionId::PaymentOrder, Condition::PriorAttempt),
    (OptionId::PaymentOrder, Condition::Proven),
    (OptionId::SummaryProceedings, Condition::PriorAttempt),
    (OptionId::SummaryProceedings, Condition::Proven),
    (OptionId::OrdinaryProceedings, Condition::PriorAttempt),
    (OptionId::OrdinaryProceedings, Condition::Proven),
    (OptionId::ProtectiveAttachment, Condition::Seizable),
    (OptionId::ProtectiveAttachment, Condition::Authorisation),
    (OptionId::ProtectiveAttachment, Condition::ThreatenedClaim),
    (OptionId::RetentionOfTitle, Condition::RetentionAgreed),
    (OptionId::Guarantor, Condition::GuarantorReachable),
    (OptionId::AdministrativeSummary, Condition::Proven),
];

/// Statuses that a route never has: an amicable step is for everyone; means of pressure rest on facts that aren’t asked, so
/// that no plan counts on them.
const NEVER_HAD: [(OptionId, Status); 14] = [
    (OptionId::CheckDebtor, Status::Blocked),
    (OptionId::CheckDebtor, Status::NotConcerned),
    (OptionId::Call, Status::NotConcerned),
    (OptionId::Reminder, Status::NotConcerned),
    (OptionId::FormalNotice, Status::NotConcerned),
    (OptionId::SummonsToPay, Status::Recommended),
    (OptionId::SummonsToPay, Status::NotConcerned),
    (OptionId::Mediation, Status::NotConcerned),
    (OptionId::ProtectiveAttachment, Status::NotConcerned),
    (OptionId::Enforcement, Status::NotConcerned),
    (OptionId::SuspendPerformance, Status::Recommended),
    (OptionId::Retention, Status::Recommended),
    (OptionId::VatRelief, Status::NotConcerned),
    (OptionId::ForeignLawyer, Status::Blocked),
];

#[test]
fn every_reason_is_reached_met_and_failed() {
    let Seen { met, failed, .. } = &*SEEN;
    let only_failed: Vec<_> = failed.difference(met).collect();
    assert!(only_failed.is_empty(), "never met: {only_failed:?}");
    let only_met: BTreeSet<_> = met.difference(failed).copied().collect();
    assert_eq!(only_met, BTreeSet::from(NEVER_FAILED), "never failed, and the list of those");
    let unseen: Vec<_> = CONDITIONS.iter().filter(|condition| met.iter().all(|(_, seen)| seen != *condition)).collect();
    assert!(unseen.is_empty(), "no case has {unseen:?}");
}

#[test]
fn every_route_reaches_every_status_it_can_have() {
    let statuses = [Status::Recommended, Status::Possible, Status::Blocked, Status::NotConcerned];
    let all = OptionId::ALL.iter().flat_map(|id| statuses.map(|status| (*id, status)));
    let missing: HashSet<_> = all.filter(|pair| !SEEN.statuses.contains(pair)).collect();
    assert_eq!(missing, HashSet::from(NEVER_HAD));
}
