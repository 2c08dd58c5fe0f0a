//! What to say on the telephone.

use dument_letters::{Block, Letter};
use serde_json::json;

use crate::case::{DEBTORS, case, two_invoices, written};
use crate::texts::check;

#[test]
fn to_a_company() {
    check("phone-script-company", case("phoneScript", "company"));
}

#[test]
fn firm_to_a_consumer_about_two_invoices() {
    let mut case = two_invoices("phoneScript", "consumer");
    case["tone"] = json!("firm");
    check("phone-script-consumer-firm-two", case);
}

#[test]
fn to_a_public_body() {
    check("phone-script-public", case("phoneScript", "publicBody"));
}

fn headings(letter: &Letter) -> Vec<&str> {
    let headings = letter.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, level: 2 } => Some(text.as_str()),
        _ => None,
    });
    headings.collect()
}

#[test]
fn every_script_goes_from_before_the_call_to_after_it() {
    for debtor in DEBTORS {
        let letter = written(case("phoneScript", debtor));
        assert_eq!(
            headings(&letter),
            [
                "Avant d’appeler",
                "Pour commencer",
                "Les faits",
                "La question",
                "Selon la réponse",
                "Pour conclure",
                "Après l’appel"
            ]
        );
        for block in &letter.blocks {
            assert!(!matches!(block, Block::Sender { .. } | Block::Signature { .. } | Block::Enclosures { .. }));
        }
    }
}

#[test]
fn the_caller_is_named_as_far_as_known() {
    let mut case = case("phoneScript", "company");
    assert!(written(case.clone()).text.contains("Bonjour, Claire Martin à l’appareil, pour Atelier Nord SARL."));
    case["creditor"]["contact"]["name"] = json!("Paul Roy");
    assert!(written(case.clone()).text.contains("Bonjour, Paul Roy à l’appareil, pour Atelier Nord SARL."));
    for detail in ["contact", "signatory"] {
        case["creditor"].as_object_mut().unwrap().remove(detail);
    }
    assert!(written(case).text.contains("Bonjour, Atelier Nord SARL à l’appareil."));
}

#[test]
fn a_consumer_alone_is_told() {
    let consumer = written(case("phoneScript", "consumer"));
    assert!(consumer.text.contains("N’en parlez qu’à la personne elle-même"));
    assert!(consumer.sources.iter().any(|source| source.id == "cconso-l121-6"));
    assert!(!written(case("phoneScript", "association")).text.contains("personne elle-même"));
}
