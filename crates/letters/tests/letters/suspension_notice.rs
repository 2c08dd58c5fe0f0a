//! The notice that work, deliveries or services are suspended.

use dument_law::Code;
use serde_json::json;

use crate::case::{case, refused, two_invoices, written};
use crate::texts::check;

const KIND: &str = "suspensionNotice";

#[test]
fn of_work_for_a_company_announced() {
    let mut case = two_invoices(KIND, "company");
    case["facts"]["earlierLetters"] = json!(["2026-06-02"]);
    case["facts"][KIND] = json!({
        "what": "work",
        "description": "pose des menuiseries du second étage",
        "contract": "devis n° 112 accepté le 3 mars 2026",
        "from": "2026-07-15"
    });
    check("suspension-notice-work-announced", case);
}

#[test]
fn of_deliveries_to_a_consumer_at_once() {
    let mut case = case(KIND, "consumer");
    case["facts"][KIND] = json!({ "what": "deliveries" });
    check("suspension-notice-deliveries-consumer", case);
}

#[test]
fn what_protects_the_writer_is_said() {
    let codes = |debtor: &str, facts| {
        let mut case = case(KIND, debtor);
        case["facts"][KIND] = facts;
        written(case).notes.into_iter().map(|note| note.code).collect::<Vec<_>>()
    };
    let work = codes("company", json!({ "what": "work" }));
    assert!(work.iter().any(|code| code == "siteMadeSafe") && work.iter().any(|code| code == "suspensionWithoutNotice"));
    assert!(work.iter().any(|code| code == "worksGuarantee"));
    let announced = codes("consumer", json!({ "what": "services", "from": "2026-07-15" }));
    assert!(!announced.iter().any(|code| code == "siteMadeSafe" || code == "suspensionWithoutNotice"));
    assert!(announced.iter().any(|code| code == "essentialService"));
}

#[test]
fn it_is_refused_where_the_contract_must_go_on() {
    assert_eq!(refused(case(KIND, "publicBody")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
    let mut insolvent = case(KIND, "company");
    insolvent["penalties"] = json!({ "insolvencyOpenedOn": "2026-06-10" });
    assert_eq!(refused(insolvent), [(Code::InsolvencyOpened, "penalties.insolvencyOpenedOn".to_owned())]);
    let mut backwards = case(KIND, "company");
    backwards["facts"][KIND]["from"] = json!("2026-06-29");
    assert_eq!(refused(backwards), [(Code::DateOutOfRange, "facts.suspensionNotice.from".to_owned())]);
    let mut nothing = case(KIND, "company");
    nothing["facts"] = json!({});
    assert_eq!(refused(nothing), [(Code::MissingField, "facts.suspensionNotice.what".to_owned())]);
}

#[test]
fn a_threat_in_the_description_is_refused() {
    let mut case = case(KIND, "company");
    case["facts"][KIND]["description"] = json!("dernier avis avant saisie");
    assert!(refused(case).contains(&(Code::ForbiddenContent, "facts.suspensionNotice.description".to_owned())));
}

#[test]
fn the_guarantee_of_private_works_is_told_with_the_law_s_figures() {
    let letter = written(case(KIND, "company"));
    let note = letter.notes.iter().find(|note| note.code == "worksGuarantee").unwrap();
    assert!(note.message.contains("12\u{202f}000,00\u{202f}€") && note.message.contains("15\u{a0}jours"), "{}", note.message);
}
