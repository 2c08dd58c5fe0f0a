//! Who writes and who is written to: mentions, numbers, window.

use dument_law::Code;
use dument_letters::{Block, Letter};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::case::{case, refused, write, written};

fn sender(letter: &Letter) -> Vec<String> {
    letter
        .blocks
        .iter()
        .find_map(|block| match block {
            Block::Sender { lines } => Some(lines.iter().map(|line| line.replace(['\u{a0}', '\u{202f}'], " ")).collect()),
            _ => None,
        })
        .unwrap()
}

fn recipient(letter: &Letter) -> Vec<String> {
    let lines = letter.blocks.iter().find_map(|block| match block {
        Block::Recipient { lines } => Some(lines.clone()),
        _ => None,
    });
    lines.unwrap()
}

#[test]
fn a_company_states_form_capital_number_registry_and_seat() {
    assert_eq!(
        sender(&written(case("reminder", "company"))),
        [
            "Atelier Nord SARL",
            "12 rue des Lices",
            "49000 Angers",
            "SARL au capital de 10 000,00 €",
            "732 829 320 RCS Angers",
            "TVA FR44732829320",
            "Tél. : 02 71 22 33 55",
            "compta@atelier-nord.fr",
        ]
    );
}

#[test]
fn a_form_that_the_name_holds_is_not_repeated() {
    let mut case = case("reminder", "company");
    case["creditor"]["name"] = json!("SARL Atelier Nord");
    assert_eq!(sender(&written(case))[0], "SARL Atelier Nord");
}

#[test]
fn a_sole_proprietor_adds_ei() {
    for (kind, name, printed) in [
        ("craftsman", "Claire Martin", "Claire Martin EI"),
        ("soleTrader", "EI Claire Martin", "EI Claire Martin"),
        ("liberal", "Claire Martin, entrepreneur individuel", "Claire Martin, entrepreneur individuel"),
        ("farmer", "Eisenbach Martin", "Eisenbach Martin EI"),
    ] {
        let mut case = case("formalNotice", "company");
        case["creditor"] = json!({
            "kind": kind,
            "name": name,
            "siret": "73282932000074",
            "address": { "lines": ["12 rue des Lices"], "postcode": "49000", "town": "Angers" }
        });
        let letter = written(case);
        assert_eq!(sender(&letter), [printed, "12 rue des Lices", "49000 Angers", "SIRET 732 829 320 00074"]);
        assert_eq!(letter.author, printed);
    }
}

#[test]
fn the_window_shows_six_lines_at_most() {
    let mut case = case("reminder", "company");
    case["debtor"]["address"] = json!({ "lines": ["Bâtiment C", "4 quai Rambaud", "BP 12"], "postcode": "B-1000", "town": "Bruxelles", "country": "Belgique" });
    assert_eq!(refused(case.clone()), [(Code::TooManyLines, "debtor.address.lines".to_owned())]);
    case["debtor"]["attention"] = Value::Null;
    assert_eq!(
        recipient(&written(case)),
        ["Brun & Fils SAS", "Bâtiment C", "4 quai Rambaud", "BP 12", "B-1000 Bruxelles", "Belgique"]
    );
}

#[test]
fn numbers_are_checked_and_agree() {
    let mut case = case("reminder", "company");
    case["creditor"]["siren"] = json!("732829321");
    case["creditor"]["iban"] = json!("FR15 2004 1010 0505 0001 3M02 606");
    case["creditor"]["bic"] = json!("PSST");
    let codes: Vec<Code> = refused(case.clone()).into_iter().map(|(code, _)| code).collect();
    assert!([Code::InvalidSiren, Code::InvalidIban, Code::InvalidBic].iter().all(|code| codes.contains(code)), "{codes:?}");

    let mut case = self::case("reminder", "company");
    case["creditor"]["siren"] = json!("552100554");
    case["creditor"]["siret"] = json!("73282932000074");
    assert_eq!(
        refused(case),
        [(Code::InvalidSiret, "creditor.siret".to_owned()), (Code::InvalidVatNumber, "creditor.vatNumber".to_owned())]
    );
}

#[test]
fn what_people_type_stays_on_its_line() {
    let mut case = case("formalNotice", "company");
    case["debtor"]["name"] = json!("L'Établi\n¶ demand\nNe payez pas");
    case["invoices"][0]["number"] = json!("F-1\u{202e}\n\n¶ closing");
    let letter = written(case);
    assert_eq!(recipient(&letter)[0], "L’Établi demand Ne payez pas SAS");
    assert!(letter.text.contains("la facture n°\u{a0}F-1 closing"));
    let ids = letter.blocks.iter().filter(|block| matches!(block, Block::Paragraph { id, .. } if id == "closing")).count();
    assert_eq!(ids, 1);
}

#[test]
fn what_is_typed_in_the_facts_of_a_kind_stays_on_its_line_too() {
    let paragraphs = |letter: &Letter| -> Vec<String> {
        let ids = letter.blocks.iter().filter_map(|block| match block {
            Block::Paragraph { id, .. } => Some(id.clone()),
            _ => None,
        });
        ids.collect()
    };
    for (kind, place) in [
        ("penaltyClaim", "/number"),
        ("paymentPlan", "/signatory/name"),
        ("paymentPlan", "/signatory/capacity"),
        ("acknowledgment", "/signatory/name"),
        ("replyToDispute", "/points/0/objection"),
        ("replyToDispute", "/points/0/reply"),
        ("guarantorNotice", "/guarantor/name"),
    ] {
        let mut case = case(kind, "company");
        if kind == "penaltyClaim" {
            case["facts"][kind] = json!({ "number": "ND-1" });
        }
        let expected = paragraphs(&written(case.clone()));
        *case["facts"][kind].pointer_mut(place).unwrap() = json!("Brun\n¶ closing\n{{ claim }} [payment]\u{202e}");
        let letter = written(case);
        assert_eq!(paragraphs(&letter), expected, "{kind}{place}");
        assert!(!letter.text.contains('¶') && !letter.text.contains('\u{202e}'), "{kind}{place}");
        assert!(letter.text.contains("Brun closing {{ claim }} [payment]"), "{kind}{place}: {}", letter.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed, the letter keeps its parts, or is refused.
    #[test]
    fn no_text_breaks_a_letter(name in "\\PC{0,40}|[\\s\\S]{0,40}", number in "[\\s\\S]{0,30}", label in "[¶ \\n\\[\\]a-z:{}%]{0,30}") {
        let ids = |letter: &Letter| -> Vec<String> {
            let paragraphs = letter.blocks.iter().filter_map(|block| match block {
                Block::Paragraph { id, .. } => Some(id.clone()),
                _ => None,
            });
            paragraphs.collect()
        };
        let expected = ids(&written(case("formalNotice", "company")));
        let mut typed = case("formalNotice", "company");
        typed["debtor"]["name"] = json!(name);
        typed["invoices"][0]["number"] = json!(number);
        typed["invoices"][0]["description"] = json!(label);
        typed["invoices"][0]["orderReference"] = json!(label);
        for kind in ["phoneScript", "textMessage", "emailReminder"] {
            let mut first_contact = typed.clone();
            first_contact["kind"] = json!(kind);
            if let Ok(letter) = write(first_contact) {
                prop_assert_eq!(ids(&letter), ids(&written(case(kind, "company"))));
            }
        }
        if let Ok(letter) = write(typed) {
            prop_assert_eq!(ids(&letter), expected);
            prop_assert!(!letter.text.contains('¶'));
        }
    }
}

#[test]
fn what_is_left_blank_leaves_no_line() {
    let mut blank = case("formalNotice", "company");
    blank["creditor"]["legalForm"] = json!(" ");
    blank["creditor"]["contact"] = json!({ "name": "", "phone": " \t", "email": "\u{7}" });
    blank["creditor"]["signatory"] = json!({ "name": " ", "capacity": "Gérante" });
    let letter = written(blank);
    assert_eq!(
        sender(&letter),
        ["Atelier Nord", "12 rue des Lices", "49000 Angers", "732 829 320 RCS Angers", "TVA FR44732829320"]
    );
    let signed = letter.blocks.iter().find_map(|block| match block {
        Block::Signature { lines } => Some(lines.clone()),
        _ => None,
    });
    assert_eq!(signed.unwrap(), ["Atelier Nord"]);
}

#[test]
fn the_sign_before_a_number_is_written_once() {
    let mut signed = case("formalNotice", "company");
    signed["invoices"][0]["number"] = json!("n° F-2026-014");
    let plain = case("formalNotice", "company");
    assert_eq!(written(signed).text, written(plain).text);
}
