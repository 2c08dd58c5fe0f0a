//! The first reminder as an e-mail.

use dument_letters::Block;
use serde_json::json;

use crate::case::{DEBTORS, case, part_paid, two_invoices, written};
use crate::texts::check;

#[test]
fn to_a_company() {
    check("email-reminder-company", case("emailReminder", "company"));
}

#[test]
fn firm_to_a_consumer_who_paid_a_part() {
    let mut case = part_paid("emailReminder", "consumer");
    case["tone"] = json!("firm");
    check("email-reminder-consumer-firm-part-paid", case);
}

#[test]
fn to_a_public_body_about_two_invoices() {
    check("email-reminder-public-two", two_invoices("emailReminder", "publicBody"));
}

#[test]
fn its_subject_names_the_invoice_and_its_body_opens_with_a_greeting() {
    for debtor in DEBTORS {
        let letter = written(case("emailReminder", debtor));
        assert_eq!(letter.subject, "Facture n°\u{a0}F-2026-014 échue le 16\u{a0}mai 2026");
        assert!(letter.text.starts_with("Bonjour,\n"), "{debtor}");
        assert!(letter.text.chars().count() < 1_200, "{debtor}: it is short");
    }
}

#[test]
fn its_signature_holds_the_mentions_of_a_letter() {
    let mut case = case("emailReminder", "company");
    let signature = |case| {
        let letter = written(case);
        letter.blocks.into_iter().find_map(|block| match block {
            Block::Signature { lines } => Some(lines),
            _ => None,
        })
    };
    let whole = signature(case.clone()).unwrap().join("\n").replace('\u{202f}', " ");
    for mention in
        ["Claire Martin\nGérante\nAtelier Nord SARL\n", "au capital de 10 000,00 €", "732 829 320 RCS Angers", "02 71 22 33 55"]
    {
        assert!(whole.contains(mention), "{mention:?} in {whole}");
    }
    case["creditor"]["signatory"] = json!(null);
    case["creditor"]["contact"] = json!(null);
    assert!(signature(case).unwrap().starts_with(&["Atelier Nord SARL".to_owned()]));
}
