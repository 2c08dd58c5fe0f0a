//! What each condition rests on, and what is said of facts that don’t decide.

use dument_law::Severity;
use dument_law::procedures::{Condition, Guidance, OptionId, OptionId::*, Reason};

use serde_json::{Value, json};

use crate::{guide, has_note, option, plan};

fn reason(guidance: &Guidance, id: OptionId, condition: Condition) -> &Reason {
    option(guidance, id).reasons.iter().find(|reason| reason.condition == condition).unwrap()
}

#[track_caller]
fn check_source(guidance: &Guidance, id: OptionId, condition: Condition, source: &str) {
    assert_eq!(reason(guidance, id, condition).source, source, "{id:?}");
}

#[test]
fn a_route_that_stops_at_the_border_cites_its_own_text() {
    let guidance = guide(json!({}));
    for (id, source) in [
        (PaymentOrder, "cpc-1406"),
        (Conciliator, "cpc-1536"),
        (BusinessOmbudsman, "mediateur-des-entreprises"),
        (SummonsToPay, "cciv-1344"),
        (SmallClaims, "cpce-l125-1"),
        (UncontestedCommercial, "cpce-l126-1"),
    ] {
        check_source(&guidance, id, Condition::DebtorInFrance, source);
    }
}

#[test]
fn a_step_of_private_law_cites_its_own_text() {
    let guidance = guide(json!({}));
    for (id, source) in [
        (Conciliator, "cpc-1536"),
        (PaymentPlan, "cciv-2044"),
        (Acknowledgment, "cciv-1376"),
        (Retention, "cciv-2286"),
        (RetentionOfTitle, "cciv-2367"),
    ] {
        check_source(&guidance, id, Condition::PrivateDebtor, source);
    }
}

#[test]
fn the_limitation_of_public_debts_has_its_own_law() {
    let public = guide(json!({ "debtor": { "kind": "publicBody", "publicKind": "state" } }));
    check_source(&public, AdministrativeSummary, Condition::NotTimeBarred, "loi-68-1250-1");
    check_source(&guide(json!({})), PaymentOrder, Condition::NotTimeBarred, "cciv-2219");
}

#[test]
fn a_person_struck_off_can_still_be_served_and_it_is_said() {
    let struck_off = |kind: &str| guide(json!({ "debtor": { "kind": kind, "struckOff": true } }));
    for kind in ["consumer", "publicBody", "soleTrader", "craftsman", "liberal", "farmer"] {
        let guidance = struck_off(kind);
        assert!(has_note(&guidance, "struckOffIgnored"), "{kind}");
        let said = reason(&guidance, PaymentOrder, Condition::DebtorRepresented);
        assert!(said.met && said.message.starts_with("Le client est radié, mais"), "{kind}: {}", said.message);
        let unknown = guide(json!({ "debtor": { "kind": kind, "struckOff": "unknown" } }));
        let said = reason(&unknown, PaymentOrder, Condition::DebtorRepresented);
        assert!(said.met && !said.message.contains("À vérifier"), "{kind}: {}", said.message);
    }
    for kind in ["company", "civilCompany", "association"] {
        let guidance = struck_off(kind);
        assert!(!has_note(&guidance, "struckOffIgnored"), "{kind}");
        assert!(!reason(&guidance, PaymentOrder, Condition::DebtorRepresented).met, "{kind}");
    }
}

#[test]
fn a_cheque_or_an_accepted_bill_goes_before_mediation() {
    for (basis, special) in [("cheque", "unpaidCheque"), ("acceptedBill", "protectiveAttachment")] {
        for contested in ["yes", "partly"] {
            let guidance = guide(json!({ "basis": basis, "contested": contested, "amount": "18500.00" }));
            let plan: Vec<String> = plan(&guidance).into_iter().map(|(option, _)| option).collect();
            let place = |option: &str| plan.iter().position(|step| step == option);
            let first = place(special).unwrap_or_else(|| panic!("{basis}, contested {contested}: {plan:?}"));
            for later in ["mediation", "conciliator", "summaryProceedings", "ordinaryProceedings"] {
                assert!(place(later).is_none_or(|later| later > first), "{basis}: {plan:?}");
            }
        }
    }
}

#[track_caller]
fn check_decree_note(changes: Value, expected: bool) {
    let guidance = guide(changes);
    let note = guidance.notes.iter().find(|note| note.code == "uncontestedDecreeUnknown");
    assert_eq!(note.map(|note| note.severity), expected.then_some(Severity::Warning));
}

#[test]
fn the_decree_that_is_awaited_is_told_of_where_it_matters() {
    check_decree_note(json!({}), true);
    check_decree_note(json!({ "contested": "yes" }), false);
    check_decree_note(json!({ "debtor": { "place": "eu" } }), false);
    check_decree_note(json!({ "performedOn": "2019-01-08", "dueOn": "2019-02-08" }), false);
}

#[test]
fn a_note_names_what_it_is_about() {
    let message = |changes: Value, code: &str| {
        let guidance = guide(changes);
        guidance.notes.iter().find(|note| note.code == code).unwrap().message.clone()
    };
    let civil = json!({ "debtor": { "kind": "liberal" } });
    assert!(message(civil.clone(), "legalAidContribution").contains("contribution de 50"));
    assert!(message(civil, "amicableCeilingMayChange").starts_with("Jusqu’à 5"));
}
