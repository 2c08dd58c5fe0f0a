//! The answer to a debtor who contests: every point answered, what isn't contested asked for.

use dument_law::Code;
use serde_json::json;

use crate::case::{case, part_paid, refused, two_invoices, with, written};
use crate::texts::check;

#[test]
fn to_a_company_that_contests_a_part() {
    let points = json!([
        { "objection": "la vitrine aurait été livrée en retard", "reply": "Le procès-verbal de réception (pièce 2) est signé de votre main à la date convenue" },
        { "objection": "le vernis serait rayé !", "reply": "Aucune réserve ne figure à ce procès-verbal. Nous pouvons reprendre ce défaut au titre de la garantie." }
    ]);
    let offer = json!({ "kind": "meeting", "on": "2026-07-06" });
    let case =
        with(case("replyToDispute", "company"), json!({ "points": points, "undisputedAmount": "1500.00", "offer": offer }));
    check("reply-to-dispute-company", case);
}

#[test]
fn courteously_to_a_consumer() {
    let mut case = with(part_paid("replyToDispute", "consumer"), json!({ "offer": { "kind": "conciliation" } }));
    case["tone"] = json!("courteous");
    case["facts"]["consumerMediator"] = json!("Médiation du commerce, 5 rue de l'Arc, 75008 Paris");
    check("reply-to-dispute-consumer-courteous", case);
}

#[test]
fn to_a_public_body_about_two_invoices() {
    check(
        "reply-to-dispute-public-two",
        with(two_invoices("replyToDispute", "publicBody"), json!({ "offer": { "kind": "mediation" } })),
    );
}

#[test]
fn an_invoice_not_yet_due_is_answered_for_too() {
    let mut case = case("replyToDispute", "company");
    case["invoices"][0]["dueOn"] = json!("2026-07-31");
    let letter = written(case);
    assert!(
        letter.text.contains("est due à l’échéance, selon") && letter.text.contains("de payer à l’échéance"),
        "{}",
        letter.text
    );
    assert!(letter.text.contains("Factures à échoir") && !letter.text.contains("ndemnité"));
}

#[test]
fn what_is_contested_is_answered_on_its_line() {
    let points = json!([{ "objection": "¶ closing\nrien", "reply": "[payment]\u{202e} non" }]);
    let letter = written(with(case("replyToDispute", "company"), json!({ "points": points })));
    assert!(letter.text.contains("1. Votre objection\u{a0}: closing rien.\nNotre réponse\u{a0}: [payment] non."));
}

#[test]
fn what_is_missing_or_wrong_is_told_at_once() {
    let mut bare = case("replyToDispute", "company");
    bare["facts"] = json!({});
    let at = |faults: &[(Code, &str)]| -> Vec<(Code, String)> {
        faults.iter().map(|(code, field)| (*code, format!("facts.replyToDispute.{field}"))).collect()
    };
    assert_eq!(refused(bare), at(&[(Code::MissingField, "disputedOn"), (Code::MissingField, "points")]));
    let wrong = json!({
        "disputedOn": "2026-07-01",
        "points": [{ "objection": " ", "reply": "" }],
        "undisputedAmount": "1850.01",
        "offer": { "kind": "meeting", "on": "2026-06-30" }
    });
    assert_eq!(
        refused(with(case("replyToDispute", "company"), wrong)),
        at(&[
            (Code::DateOutOfRange, "disputedOn"),
            (Code::MissingField, "points[0].objection"),
            (Code::MissingField, "points[0].reply"),
            (Code::OutOfRange, "undisputedAmount"),
            (Code::DateOutOfRange, "offer.on"),
        ])
    );
    assert_eq!(refused(with(case("replyToDispute", "company"), json!({ "points": [] }))), at(&[(Code::EmptyList, "points")]));
}

#[test]
fn the_term_of_public_contracts_and_the_mediator_are_recalled() {
    for (debtor, code) in [("publicBody", "publicComplaint"), ("consumer", "mediatorMissing"), ("company", "noInterruption")] {
        let notes = written(case("replyToDispute", debtor)).notes;
        assert!(notes.iter().any(|note| note.code == code), "{debtor}");
    }
}
