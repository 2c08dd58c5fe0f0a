//! The notice to who stands surety: within the limit, and without the interest that a natural person may not owe.

use dument_law::Code;
use dument_letters::{Block, Letter};
use serde_json::{Value, json};

use crate::case::{case, part_paid, refused, two_invoices, with, written};
use crate::texts::check;

fn asked(letter: &Letter) -> String {
    let amount = letter.blocks.iter().find_map(|block| match block {
        Block::Facts { items, .. } => items.last().map(|item| item.value.replace('\u{202f}', "")),
        _ => None,
    });
    amount.unwrap()
}

#[test]
fn to_a_company_jointly_liable() {
    check("guarantor-notice-company", case("guarantorNotice", "company"));
}

#[test]
fn to_a_natural_person_not_known_to_have_been_told() {
    let facts = json!({ "naturalPerson": true, "joint": false, "limit": "1000.00" });
    check("guarantor-notice-person", with(part_paid("guarantorNotice", "company"), facts));
}

#[test]
fn for_a_consumer_about_two_invoices() {
    let mut case = with(
        two_invoices("guarantorNotice", "consumer"),
        json!({ "naturalPerson": true, "informedInTime": true, "joint": "unknown" }),
    );
    case["penalties"] = json!({ "noticeReceivedOn": "2026-06-10" });
    check("guarantor-notice-consumer-two", case);
}

#[test]
fn no_more_is_asked_than_the_limit() {
    for (limit, expected) in [("1917.71", "1917,71€"), ("1917.70", "1917,70€"), ("300.00", "300,00€"), ("9999.00", "1917,71€")]
    {
        let letter = written(with(case("guarantorNotice", "company"), json!({ "limit": limit })));
        assert_eq!(asked(&letter), expected);
        assert_eq!(letter.text.contains("nous ne vous demandons que la limite"), expected != "1917,71€", "{limit}");
    }
}

#[test]
fn a_natural_person_owes_interest_only_if_told_in_time() {
    for (natural, informed, expected) in [
        (false, json!("unknown"), "1414,49€"),
        (true, json!(true), "1414,49€"),
        // Payments then went to the principal: 1 850,00 − 500,00.
        (true, json!("unknown"), "1350,00€"),
        (true, json!(false), "1350,00€"),
    ] {
        let letter = written(with(
            part_paid("guarantorNotice", "company"),
            json!({ "naturalPerson": natural, "informedInTime": informed }),
        ));
        assert_eq!(asked(&letter), expected, "{natural} {informed}");
        let left_out = expected == "1350,00€";
        assert_eq!(letter.notes.iter().any(|note| note.code == "interestLeftOut"), left_out);
        assert_eq!(letter.text.contains("énalité"), !left_out, "{}", letter.text);
        assert_eq!(letter.text.contains("article\u{a0}2303"), natural);
        if left_out {
            assert_eq!(letter.statement.totals.principal_due.to_string(), "1350.00");
        }
    }
}

#[test]
fn the_letter_goes_to_the_surety_and_a_copy_to_the_debtor() {
    let letter = written(case("guarantorNotice", "company"));
    assert!(letter.blocks.iter().any(|block| matches!(block, Block::Recipient { lines } if lines[0] == "Paule Brun")));
    assert!(letter.text.contains("une copie de cette lettre à Brun & Fils SAS"));
    assert!(letter.text.contains("Copie de l’acte de cautionnement du 1er\u{a0}septembre 2025"));
}

#[test]
fn only_what_is_known_is_said_of_joint_liability() {
    for (joint, said) in
        [(json!(true), "solidaire, nous n’avons pas"), (json!(false), "vous pouvez, dès les premières poursuites")]
    {
        let text = written(with(case("guarantorNotice", "company"), json!({ "joint": joint }))).text;
        assert!(text.contains(said), "{text}");
    }
    let text = written(with(case("guarantorNotice", "company"), json!({ "joint": "unknown" }))).text;
    assert!(!text.contains("solidaire") && !text.contains("2305"), "{text}");
}

#[test]
fn what_to_check_in_the_deed_is_said() {
    for (facts, code, said) in [
        (json!({ "naturalPerson": true, "joint": true }), "jointMention", true),
        (json!({ "naturalPerson": false, "joint": true }), "jointMention", false),
        (json!({ "naturalPerson": true, "limit": null }), "limitMissing", true),
        (json!({ "naturalPerson": true }), "limitMissing", false),
        (json!({ "naturalPerson": true }), "proportionality", true),
    ] {
        let letter = written(with(case("guarantorNotice", "company"), facts.clone()));
        assert_eq!(letter.notes.iter().any(|note| note.code == code), said, "{code}: {facts}");
    }
}

#[test]
fn costs_that_a_surety_is_not_asked_for_are_not_proven_to_it() {
    let enclosed = |facts: Value| {
        let mut case = with(case("guarantorNotice", "company"), facts);
        case["penalties"] = json!({ "extraCosts": [{ "label": "Sommation de payer", "amount": "85.20" }] });
        written(case).text.contains("Justificatifs")
    };
    assert!(enclosed(json!({ "naturalPerson": false })));
    assert!(!enclosed(json!({ "naturalPerson": true })));
}

#[test]
fn no_natural_person_is_asked_during_a_safeguard_or_a_reorganisation() {
    let insolvent = |facts: Value| {
        let mut case = with(case("guarantorNotice", "company"), facts);
        case["penalties"] = json!({ "insolvencyOpenedOn": "2026-06-10" });
        case
    };
    let suspended = [(Code::InsolvencyOpened, "facts.guarantorNotice.debtorInLiquidation".to_owned())];
    assert_eq!(refused(insolvent(json!({ "naturalPerson": true }))), suspended);
    assert_eq!(refused(insolvent(json!({ "naturalPerson": true, "debtorInLiquidation": false }))), suspended);
    for facts in [json!({ "naturalPerson": true, "debtorInLiquidation": true }), json!({ "naturalPerson": false })] {
        let letter = written(insolvent(facts));
        assert!(letter.notes.iter().any(|note| note.code == "declareToo"));
    }
}

#[test]
fn an_invoice_paid_late_is_not_for_a_natural_person_who_was_not_told() {
    let mut case = with(part_paid("guarantorNotice", "company"), json!({ "naturalPerson": true }));
    case["invoices"][0]["payments"][0]["amount"] = json!("1850.00");
    assert_eq!(refused(case.clone()), [(Code::NothingDue, "invoices[0]".to_owned())]);
    written(with(case, json!({ "informedInTime": true })));
}

#[test]
fn refusals() {
    assert_eq!(refused(case("guarantorNotice", "publicBody")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
    let at = |faults: &[(Code, &str)]| -> Vec<(Code, String)> {
        faults.iter().map(|(code, field)| (*code, format!("facts.guarantorNotice.{field}"))).collect()
    };
    let mut bare = case("guarantorNotice", "company");
    bare["facts"] = json!({});
    assert_eq!(refused(bare), at(&[(Code::MissingField, "guarantor"), (Code::MissingField, "signedOn")]));
    let wrong = json!({ "signedOn": "2026-07-01", "limit": "0.00" });
    assert_eq!(
        refused(with(case("guarantorNotice", "company"), wrong)),
        at(&[(Code::DateOutOfRange, "signedOn"), (Code::ZeroAmount, "limit")])
    );
}
