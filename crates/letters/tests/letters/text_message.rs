//! The text message: one, as short as can be, in the alphabet of telephones.

use serde_json::{Value, json};

use crate::case::{DEBTORS, case, two_invoices, written};

#[track_caller]
fn check(case: Value, expected: &str) {
    assert_eq!(written(case).text.trim_end(), expected);
}

fn firm(mut case: Value) -> Value {
    case["tone"] = json!("firm");
    case
}

#[test]
fn says_who_what_how_much_since_when_and_how_to_answer() {
    check(
        case("textMessage", "company"),
        "Bonjour, sauf erreur, notre facture F-2026-014 (1 850,00 €, échue le 16/05/2026) reste à payer. Une question ? 02 71 22 33 55. Atelier \
         Nord SARL",
    );
    check(
        firm(case("textMessage", "consumer")),
        "Bonjour, notre facture F-2026-014 (1 850,00 €, échue le 16/05/2026) reste à payer. Merci de la payer sous 8 jours. Une question ? 02 71 \
         22 33 55. Atelier Nord SARL",
    );
    check(
        two_invoices("textMessage", "consumer"),
        "Bonjour, sauf erreur, nos 2 factures échues (2 470,50 € en tout) restent à payer. Une question ? 02 71 22 33 55. Atelier Nord SARL",
    );
    check(
        case("textMessage", "publicBody"),
        "Bonjour, notre facture F-2026-014 (1 850,00 €, échue le 16/05/2026) reste à payer. Une pièce manque-t-elle ? 02 71 22 33 55. Atelier Nord \
         SARL",
    );
    let mut silent = case("textMessage", "company");
    silent["creditor"]["contact"] = json!(null);
    check(
        silent,
        "Bonjour, sauf erreur, notre facture F-2026-014 (1 850,00 €, échue le 16/05/2026) reste à payer. Une question ? Répondez ici. Atelier Nord \
         SARL",
    );
}

#[test]
fn is_one_message_or_two_and_says_so() {
    for debtor in DEBTORS {
        for (case, parts) in [(case("textMessage", debtor), "un seul SMS"), (two_invoices("textMessage", debtor), "un seul SMS")]
        {
            let letter = written(case.clone());
            let length = letter.notes.iter().find(|note| note.code == "textMessageLength").unwrap();
            assert!(length.message.contains(parts), "{}: {}", length.message, letter.text);
            let firm = written(firm(case));
            assert!(firm.text.chars().count() <= 306, "{}", firm.text);
        }
    }
}

#[test]
fn a_name_in_another_alphabet_is_kept_and_counted() {
    let mut case = case("textMessage", "company");
    case["creditor"]["name"] = json!("Жук");
    let letter = written(case);
    assert!(letter.text.contains("Жук"));
    assert!(
        letter.notes.iter().any(|note| note.message.contains("deux SMS") || note.message.contains("trois SMS")),
        "{:?}",
        letter.notes
    );
}
