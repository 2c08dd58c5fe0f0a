//! The request to a court conciliator.

use dument_law::Code;
use serde_json::json;

use crate::case::{case, refused, two_invoices, written};
use crate::texts::check;

const KIND: &str = "conciliationRequest";

#[test]
fn with_a_company_whose_conciliator_is_not_known() {
    check("conciliation-request", case(KIND, "company"));
}

#[test]
fn with_a_consumer_who_contests() {
    let mut case = two_invoices(KIND, "consumer");
    case["facts"]["earlierLetters"] = json!(["2026-06-02", "2026-06-15"]);
    case["facts"][KIND] = json!({
        "conciliator": {
            "name": "Monsieur Luc Perrin",
            "attention": "Conciliateur de justice",
            "address": { "lines": ["Mairie", "Boulevard de la Résistance"], "postcode": "49100", "town": "Angers" }
        },
        "account": "La vitrine a été posée le 14 avril 2026 et la cliente l'utilise depuis",
        "debtorPosition": "Le bois aurait une teinte trop claire.",
        "proposal": "Nous acceptons trois mensualités égales"
    });
    check("conciliation-request-consumer", case);
}

#[test]
fn it_tells_that_limitation_goes_on() {
    let letter = written(case(KIND, "company"));
    assert!(letter.notes.iter().any(|note| note.code == "requestDoesNotSuspend"));
    assert!(letter.notes.iter().any(|note| note.code == "conciliationFree" && note.message.contains("3\u{a0}mois")));
}

#[test]
fn the_conciliator_is_that_of_the_debtor_s_place() {
    let letter = written(case(KIND, "company"));
    assert!(letter.text.contains("compétent pour 69002 Lyon"), "{}", letter.text);
    assert!(letter.notes.iter().any(|note| note.code == "conciliatorToFind"));
}

#[test]
fn it_is_refused_against_a_public_body_and_in_insolvency() {
    assert_eq!(refused(case(KIND, "publicBody")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
    let mut insolvent = case(KIND, "company");
    insolvent["penalties"] = json!({ "insolvencyOpenedOn": "2026-06-10" });
    assert_eq!(refused(insolvent), [(Code::InsolvencyOpened, "penalties.insolvencyOpenedOn".to_owned())]);
}
