//! What the steps of a route tell of the law that no date or amount shows.

use dument_law::procedures::{DeadlineId, LimitationEffect, OptionId, OptionId::*};
use serde_json::{Value, json};

use crate::{guide, option};

/// The steps of a route tell each of these.
#[track_caller]
fn check_steps(changes: Value, id: OptionId, words: &[&str]) {
    let guidance = guide(changes);
    let steps = option(&guidance, id).steps.join("\n");
    for word in words {
        assert!(steps.contains(word), "no “{word}” in\n{steps}");
    }
}

#[test]
fn a_payment_order_tells_its_request_and_its_terms() {
    check_steps(json!({}), PaymentOrder, &["décompte", "liste des pièces", "renvoyée devant le tribunal"]);
    check_steps(
        json!({}),
        PaymentOrder,
        &["dans les 3\u{a0}mois", "1\u{a0}mois à compter", "frais de greffe sous 15\u{a0}jours"],
    );
    check_steps(json!({ "debtor": { "kind": "consumer" } }), PaymentOrder, &["avocat dans les 15\u{a0}jours"]);
    let guidance = guide(json!({}));
    assert_eq!(option(&guidance, PaymentOrder).limitation_effect, LimitationEffect::InterruptsOnService);
}

#[test]
fn an_order_not_handed_over_leaves_the_debtor_longer() {
    let guidance = guide(json!({ "done": [{ "kind": "paymentOrderServed", "on": "2026-11-14" }] }));
    let opposition = guidance.deadlines.iter().find(|deadline| deadline.id == DeadlineId::PaymentOrderOpposition).unwrap();
    assert!(opposition.message.contains("remis en personne"), "{}", opposition.message);
    assert!(opposition.message.contains("Gardez l’acte de signification"), "{}", opposition.message);
}

#[test]
fn small_claims_tell_who_conducts_them_and_how_they_end() {
    let consumer = json!({ "debtor": { "kind": "consumer" } });
    check_steps(
        consumer.clone(),
        SmallClaims,
        &["cour d’appel", "1\u{a0}mois pour accepter", "Son silence ou son refus met fin"],
    );
    check_steps(consumer.clone(), SmallClaims, &["un autre commissaire l’exécutera", "dispense de tentative amiable"]);
    assert_eq!(option(&guide(consumer), SmallClaims).limitation_effect, LimitationEffect::Suspends);
}

#[test]
fn uncontested_claims_tell_their_terms() {
    let words =
        ["commandement de payer", "1\u{a0}mois pour payer ou contester", "même sans motif", "8\u{a0}jours", "6\u{a0}mois"];
    check_steps(json!({}), UncontestedCommercial, &words);
    assert!(crate::has_note(&guide(json!({})), "uncontestedDecreeUnknown"));
}

#[test]
fn a_declaration_tells_what_it_holds() {
    let insolvency = json!({ "kind": "liquidation", "openedOn": "2026-10-09", "publishedOn": "2026-10-15" });
    let facts = json!({ "debtor": { "insolvency": insolvency } });
    let words = ["au liquidateur", "la date d’envoi compte", "au jour du jugement", "sûretés", "sincère", "sous 30\u{a0}jours"];
    check_steps(facts, ClaimDeclaration, &words);
}

#[test]
fn a_cheque_tells_its_two_terms() {
    check_steps(json!({ "basis": "cheque" }), UnpaidCheque, &["30\u{a0}jours", "commandement de payer", "sous 15\u{a0}jours"]);
}

#[test]
fn an_overseas_debtor_has_the_same_term_in_the_steps_and_the_deadline() {
    // One month, and one more for the distance (CPC 643).
    check_steps(json!({ "debtor": { "place": "overseas" } }), PaymentOrder, &["Le client a 2\u{a0}mois à compter"]);
    // An order of the old regime could be enforced after a month: never before the debtor's own term.
    let old = json!({ "debtor": { "place": "overseas" }, "done": [{ "kind": "paymentOrderMade", "on": "2026-08-20" }] });
    check_steps(old, PaymentOrder, &["Sans avis d’opposition reçu 2\u{a0}mois"]);
}

#[test]
fn a_court_at_choice_tells_the_duties_of_both() {
    let words = ["frais de greffe sous 15\u{a0}jours", "avocat dans les 15\u{a0}jours", "jamais été interrompue"];
    check_steps(json!({ "creditor": { "kind": "liberal" } }), PaymentOrder, &words);
}
