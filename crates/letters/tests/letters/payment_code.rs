//! The code that a banking application reads: what a letter asks for, to the cent.

use dument_law::{Code, Money};
use dument_letters::{Block, Letter};
use serde_json::{Value, json};

use crate::case::{REMINDERS, case, part_paid, refused, two_invoices, written};

fn with_code(mut case: Value) -> Value {
    case["paymentCode"] = json!(true);
    case
}

fn lines(letter: &Letter) -> Vec<String> {
    let payload = letter.blocks.iter().find_map(|block| match block {
        Block::PaymentCode { payload, .. } => Some(payload.clone()),
        _ => None,
    });
    payload.expect("a payment code").split('\n').map(str::to_owned).collect()
}

#[test]
fn a_letter_has_none_unless_it_is_asked_for() {
    let letter = written(case("formalNotice", "company"));
    assert!(!letter.blocks.iter().any(|block| matches!(block, Block::PaymentCode { .. })));
}

#[test]
fn the_code_of_a_formal_notice_is_whole() {
    assert_eq!(
        lines(&written(with_code(case("formalNotice", "company")))),
        [
            "BCD",
            "002",
            "1",
            "SCT",
            "PSSTFRPPNTE",
            "Atelier Nord SARL",
            "FR1420041010050500013M02606",
            "EUR1917.71",
            "",
            "",
            "F-2026-014"
        ]
    );
}

#[test]
fn the_amount_is_that_of_the_statement_or_the_balance_of_a_reminder() {
    for kind in REMINDERS {
        for case in [case(kind, "company"), two_invoices(kind, "publicBody"), part_paid(kind, "consumer")] {
            let letter = written(with_code(case.clone()));
            let balance = Money::from_cents(if case["invoices"][1].is_object() { 247_050 } else { 185_000 });
            let paid = Money::from_cents(if case["invoices"][0]["payments"].is_array() { 50_000 } else { 0 });
            let asked = if kind == "reminder" { balance - paid } else { letter.statement.totals.total };
            assert_eq!(lines(&letter)[7], format!("EUR{asked}"), "{kind}");
        }
    }
}

#[test]
fn the_code_stands_after_the_account_and_says_what_it_does() {
    let letter = written(with_code(case("reminder", "company")));
    let place = letter.blocks.iter().position(|block| matches!(block, Block::PaymentCode { .. })).unwrap();
    assert!(matches!(letter.blocks[place - 1], Block::Facts { .. }));
    let Block::PaymentCode { caption, .. } = &letter.blocks[place] else { unreachable!() };
    assert!(caption.ends_with("un virement de 1\u{202f}850,00\u{202f}€ à Atelier Nord SARL, référence F-2026-014."), "{caption}");
    assert!(letter.notes.iter().any(|note| note.code == "paymentCodeSupport"));
}

#[test]
fn many_invoices_are_recalled_by_the_letter() {
    let mut many = case("formalNotice", "company");
    many["invoices"] =
        (1..=40).map(|n| json!({ "number": format!("F-{n:03}"), "dueOn": "2025-11-30", "amount": "100.10" })).collect();
    assert_eq!(lines(&written(with_code(many)))[10], "40 factures, lettre du 30/06/2026");
}

#[test]
fn what_asks_for_no_single_transfer_has_none_and_says_so() {
    for kind in ["phoneScript", "textMessage", "paymentPlan", "acknowledgment", "claimDeclaration"] {
        let letter = written(with_code(case(kind, "company")));
        assert!(!letter.blocks.iter().any(|block| matches!(block, Block::PaymentCode { .. })), "{kind}");
        assert!(letter.notes.iter().any(|note| note.code == "paymentCodeIgnored"), "{kind}");
    }
    let mut bare = with_code(case("textMessage", "company"));
    bare["creditor"].as_object_mut().unwrap().remove("iban");
    written(bare);
}

#[test]
fn a_code_needs_an_account() {
    let mut bare = with_code(case("formalNotice", "company"));
    bare["creditor"].as_object_mut().unwrap().remove("iban");
    assert_eq!(refused(bare), [(Code::MissingField, "creditor.iban".to_owned())]);
}
