//! The request for a payment order.

use dument_law::Code;
use dument_letters::Block;
use serde_json::{Value, json};

use crate::case::{case, part_paid, refused, two_invoices, with, written};
use crate::texts::check;

const KIND: &str = "paymentOrderRequest";

/// The creditor is a craftsman in his own name.
fn asked_by_a_craftsman(debtor: &str) -> Value {
    let mut case = case(KIND, debtor);
    case["creditor"] = json!({
        "kind": "craftsman",
        "name": "Paul Girard",
        "siren": "732829320",
        "address": { "lines": ["12 rue des Lices"], "postcode": "49000", "town": "Angers" }
    });
    case
}

fn has_note(case: Value, code: &str) -> bool {
    written(case).notes.iter().any(|note| note.code == code)
}

#[test]
fn against_a_company() {
    let mut case = case(KIND, "company");
    case["facts"]["earlierLetters"] = json!(["2026-06-02", "2026-06-15"]);
    case["facts"]["enclosures"] = json!(["Devis n° 112 accepté le 3 mars 2026", "Procès-verbal de réception"]);
    check("payment-order-request", case);
}

#[test]
fn against_a_company_for_two_invoices_part_paid() {
    let mut case = two_invoices(KIND, "company");
    case["invoices"][0]["payments"] = json!([{ "on": "2026-06-10", "amount": "500.00" }]);
    check("payment-order-request-two-part-paid", case);
}

#[test]
fn against_a_consumer_by_a_craftsman() {
    let mut case = asked_by_a_craftsman("consumer");
    for (field, value) in
        [("profession", "menuisier"), ("nationality", "française"), ("bornOn", "1980-03-01"), ("bornIn", "Cholet")]
    {
        case["facts"][KIND][field] = json!(value);
    }
    case["facts"][KIND]["court"] = json!({
        "name": "Tribunal judiciaire d'Angers",
        "address": { "lines": ["Rue Waldeck-Rousseau"], "postcode": "49043", "town": "Angers Cedex" }
    });
    check("payment-order-request-consumer", case);
}

#[test]
fn the_applicant_is_identified_as_the_code_wants() {
    assert!(has_note(asked_by_a_craftsman("company"), "applicantIncomplete"));
    assert!(!has_note(case(KIND, "company"), "applicantIncomplete"));
    let mut association = case(KIND, "company");
    association["creditor"]["kind"] = json!("association");
    association["creditor"].as_object_mut().unwrap().remove("legalForm");
    assert!(!has_note(association, "applicantIncomplete"));
    let mut bare = case(KIND, "company");
    bare["creditor"].as_object_mut().unwrap().remove("signatory");
    assert!(has_note(bare, "applicantIncomplete"));
}

#[test]
fn the_court_named_is_checked_against_the_parties() {
    let named = |debtor: &str, court: &str| {
        let mut case = case(KIND, debtor);
        case["facts"][KIND]["court"]["name"] = json!(court);
        has_note(case, "courtMismatch")
    };
    for (debtor, court, mismatch) in [
        ("company", "Tribunal de commerce de Lyon", false),
        ("company", "Tribunal des activités économiques de Lyon", false),
        ("company", "Tribunal judiciaire de Lyon", true),
        ("company", "Chambre commerciale du tribunal judiciaire de Metz", false),
        ("consumer", "Tribunal judiciaire d'Angers", false),
        ("consumer", "Tribunal de commerce d'Angers", true),
        ("association", "Tribunal de commerce d'Angers", true),
    ] {
        assert_eq!(named(debtor, court), mismatch, "{court} for {debtor}");
    }
}

#[test]
fn terms_come_from_the_law_s_figures() {
    let term = |written_on: &str| {
        let mut case = case(KIND, "company");
        case["writtenOn"] = json!(written_on);
        let notes = written(case).notes;
        notes.into_iter().find(|note| note.code == "requestDoesNotInterrupt").unwrap().message
    };
    assert!(term("2026-05-20").contains("6\u{a0}mois"));
    // The order will come after 1 September 2026, whose orders are to be served sooner.
    assert!(term("2026-06-30").contains("3\u{a0}mois"));
    assert!(term("2026-11-22").contains("3\u{a0}mois"));
}

#[test]
fn a_part_payment_leaves_the_rest() {
    let text = written(part_paid(KIND, "company")).text;
    assert!(text.contains("Elle n’est payée qu’en partie.") && text.contains("1\u{202f}414,49\u{202f}€"), "{text}");
}

#[test]
fn the_account_to_pay_into_is_not_shown_to_the_court() {
    let letter = written(case(KIND, "company"));
    assert!(!letter.text.contains("IBAN"));
    let facts = letter.blocks.iter().filter(|block| matches!(block, Block::Facts { .. })).count();
    assert_eq!(facts, 2);
}

#[test]
fn it_is_refused_where_the_law_knows_no_order() {
    assert_eq!(refused(case(KIND, "publicBody")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
    let mut abroad = case(KIND, "company");
    abroad["debtor"]["address"]["country"] = json!("Belgique");
    assert_eq!(refused(abroad), [(Code::NotApplicable, "debtor.address.country".to_owned())]);
    let mut insolvent = case(KIND, "company");
    insolvent["penalties"] = json!({ "insolvencyOpenedOn": "2026-06-10" });
    assert_eq!(refused(insolvent), [(Code::InsolvencyOpened, "penalties.insolvencyOpenedOn".to_owned())]);
    let mut unaddressed = case(KIND, "company");
    unaddressed["facts"] = json!({});
    assert_eq!(refused(unaddressed), [(Code::MissingField, "facts.paymentOrderRequest.court".to_owned())]);
}

#[test]
fn a_consumer_owes_interest_from_the_notice_or_from_the_order() {
    let before = case(KIND, "consumer");
    assert!(has_note(before.clone(), "interestFromNotice"));
    assert!(written(before.clone()).text.contains("à compter de la signification de l’ordonnance"));
    let mut after = before;
    after["penalties"] = json!({ "noticeReceivedOn": "2026-06-04" });
    assert!(!has_note(after.clone(), "interestFromNotice"));
    let text = written(after).text;
    assert!(text.contains("reçue par le débiteur le 4\u{a0}juin 2026") && !text.contains("signification"), "{text}");
}

#[test]
fn a_contract_that_ends_with_a_stop_ends_the_sentence_once() {
    let request = |contract: &str| written(with(case("paymentOrderRequest", "company"), json!({ "contract": contract }))).text;
    assert_eq!(request("devis n° 112 accepté."), request("devis n° 112 accepté"));
}
