//! The written demand to a public body, and the complaint it can be.

use dument_law::Code;
use serde_json::{Value, json};

use crate::case::{case, refused, two_invoices, written};
use crate::texts::check;

const KIND: &str = "publicDemand";

fn complaint(complaint: &Value) -> Value {
    let mut case = case(KIND, "publicBody");
    case["facts"][KIND] = json!({ "complaint": complaint });
    case
}

fn note(case: Value, code: &str) -> Option<String> {
    written(case).notes.into_iter().find(|note| note.code == code).map(|note| note.message)
}

#[test]
fn for_one_invoice() {
    let mut case = case(KIND, "publicBody");
    case["facts"][KIND] = json!({
        "depositedOn": "2026-04-17",
        "commitmentNumber": "2026-EJ-00471",
        "contract": "marché n° 2026-04, lot 2"
    });
    check("public-demand", case);
}

#[test]
fn as_a_complaint_about_two_invoices() {
    let mut case = two_invoices(KIND, "publicBody");
    case["facts"][KIND] = json!({
        "contract": "marché n° 2026-04, lot 2",
        "complaint": {
            "grounds": [
                "L'acheteur retient le solde au motif que le vantail droit serait voilé. Le procès-verbal de réception du 14 avril 2026 est sans réserve.",
                "L'article 8 du cahier des clauses particulières prévoit le paiement du solde à la réception."
            ],
            "clause": "article 46 du cahier des clauses administratives générales de fournitures courantes et de services",
            "arisenOn": "2026-06-18"
        }
    });
    check("public-demand-complaint-two", case);
}

#[test]
fn it_interrupts_the_limitation_of_public_claims() {
    let text = written(case(KIND, "publicBody")).text;
    assert!(text.contains("68-1250") && text.contains("interrompt la prescription quadriennale"), "{text}");
}

#[test]
fn the_term_of_a_complaint_runs_from_the_disagreement() {
    let grounds = json!(["Le solde est dû."]);
    let term = |day: &str| note(complaint(&json!({ "grounds": grounds, "arisenOn": day })), "complaintTerm").unwrap();
    assert!(term("2026-06-18").contains("au plus tard le 18\u{a0}août 2026"));
    assert!(term("2026-04-01").contains("est passé depuis le 1er\u{a0}juin 2026"));
    assert_eq!(note(complaint(&json!({ "grounds": grounds })), "complaintTerm"), None);
}

#[test]
fn a_demand_alone_is_no_complaint_and_says_so() {
    assert!(note(case(KIND, "publicBody"), "publicComplaint").is_some());
    assert!(!written(case(KIND, "publicBody")).text.contains("réclamation"));
    assert_eq!(note(complaint(&json!({ "grounds": ["Le solde est dû."] })), "publicComplaint"), None);
}

#[test]
fn it_is_refused_where_it_has_no_effect() {
    for debtor in ["company", "consumer", "association"] {
        assert_eq!(refused(case(KIND, debtor)), [(Code::NotApplicable, "debtor.kind".to_owned())], "{debtor}");
    }
    let without_grounds = complaint(&json!({ "grounds": [" "] }));
    assert_eq!(refused(without_grounds), [(Code::MissingField, "facts.publicDemand.complaint.grounds".to_owned())]);
    let to_come = complaint(&json!({ "grounds": ["Le solde est dû."], "arisenOn": "2026-07-02" }));
    assert_eq!(refused(to_come), [(Code::DateOutOfRange, "facts.publicDemand.complaint.arisenOn".to_owned())]);
}

#[test]
fn silence_is_a_refusal_from_which_a_term_may_run() {
    let told = note(case(KIND, "publicBody"), "silenceIsRefusal").unwrap();
    assert_eq!(told.matches("2\u{a0}mois").count(), 2, "{told}");
}
