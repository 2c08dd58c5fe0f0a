//! The acknowledgment of the debt: complete but for what the debtor alone may write.

use dument_law::Code;
use dument_letters::Block;
use serde_json::json;

use crate::case::{case, part_paid, refused, two_invoices, written};
use crate::texts::check;

#[test]
fn of_a_company() {
    check("acknowledgment-company", case("acknowledgment", "company"));
}

#[test]
fn of_a_consumer_about_two_invoices() {
    let mut case = two_invoices("acknowledgment", "consumer");
    case["facts"]["acknowledgment"] = json!({ "identity": "née le 3 mai 1980 à Angers" });
    check("acknowledgment-consumer-two", case);
}

#[test]
fn the_sum_in_words_is_left_to_the_debtor() {
    for debtor in ["company", "consumer", "association"] {
        let letter = written(part_paid("acknowledgment", debtor));
        let rooms = letter.blocks.iter().filter(|block| matches!(block, Block::Handwritten { lines, .. } if *lines > 0)).count();
        assert_eq!(rooms, 1, "{debtor}");
        assert!(!letter.text.contains("mille"), "{debtor}: the sum stands in words in\n{}", letter.text);
        assert!(letter.text.contains("en toutes lettres et en chiffres"), "{debtor}");
        assert!(letter.notes.iter().any(|note| note.code == "handwrittenMention"), "{debtor}");
    }
}

#[test]
fn the_debtor_alone_signs() {
    let letter = written(case("acknowledgment", "company"));
    let signing = letter.blocks.iter().find_map(|block| match block {
        Block::Signatures { parties } => Some(parties.clone()),
        _ => None,
    });
    let signing = signing.unwrap();
    assert_eq!(signing.len(), 1);
    assert_eq!(signing[0].lines, ["Brun & Fils SAS", "Louis Brun", "Président"]);
}

#[test]
fn refusals() {
    assert_eq!(refused(case("acknowledgment", "publicBody")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
    let mut case = case("acknowledgment", "company");
    case["facts"]["acknowledgment"] = json!({ "dueOn": "2026-06-30" });
    assert_eq!(
        refused(case),
        [(Code::DateOutOfRange, "facts.acknowledgment.dueOn"), (Code::MissingField, "facts.acknowledgment.signatory.name")]
            .map(|(code, field)| (code, field.to_owned()))
    );
}

#[test]
fn a_natural_person_needs_no_fact_at_all() {
    let mut case = case("acknowledgment", "consumer");
    case["facts"] = json!({});
    let letter = written(case);
    assert!(letter.text.contains("Cette somme est exigible"));
    assert!(letter.notes.iter().any(|note| note.code == "birthMissing"));
}

#[test]
fn a_delay_to_pay_changes_nothing_in_a_deed() {
    for kind in ["acknowledgment", "paymentPlan"] {
        let mut case = case(kind, "company");
        case["payWithinDays"] = json!(10);
        assert!(written(case).notes.iter().any(|note| note.code == "daysIgnored"), "{kind}");
    }
}

#[test]
fn what_is_not_yet_due_is_acknowledged_for_its_day() {
    let of = |mut case: serde_json::Value| {
        case["facts"]["acknowledgment"].as_object_mut().unwrap().remove("dueOn");
        for invoice in case["invoices"].as_array_mut().unwrap() {
            invoice["dueOn"] = json!("2026-07-15");
        }
        case
    };
    let text = written(of(case("acknowledgment", "company"))).text;
    assert!(text.contains("à l’échéance, le 15\u{a0}juillet 2026") && text.contains("Factures à échoir"), "{text}");
    let text = written(of(two_invoices("acknowledgment", "company"))).text;
    assert!(text.contains("chaque facture à son échéance") && text.contains("2\u{202f}470,50\u{202f}€"), "{text}");
    let mut some = of(two_invoices("acknowledgment", "company"));
    some["invoices"][0]["dueOn"] = json!("2026-05-16");
    let text = written(some).text;
    assert!(text.contains("ce qui est échu, et chacune des autres") && text.contains("2\u{202f}538,21\u{202f}€"), "{text}");
}
