//! The declaration of a claim in insolvency proceedings.

use dument_law::Code;
use dument_letters::Block;
use serde_json::{Value, json};

use crate::case::{case, practitioner, refused, two_invoices, written};
use crate::texts::check;

const KIND: &str = "claimDeclaration";

fn with(mut case: Value, field: &str, value: Value) -> Value {
    case["facts"][KIND][field] = value;
    case
}

/// The second invoice falls due after the judgment.
fn partly_to_come() -> Value {
    let mut case = two_invoices(KIND, "company");
    case["invoices"][1]["dueOn"] = json!("2026-07-31");
    case
}

fn note(case: Value, code: &str) -> String {
    let notes = written(case).notes;
    notes.into_iter().find(|note| note.code == code).map(|note| note.message).unwrap_or_default()
}

#[test]
fn of_one_invoice() {
    check("claim-declaration", case(KIND, "company"));
}

#[test]
fn of_invoices_due_and_to_come_with_a_security() {
    let mut case = partly_to_come();
    for (field, value) in [
        ("proceedings", "liquidation"),
        ("registerNumber", "2026J00412"),
        ("publishedOn", "2026-06-28"),
        ("security", "nantissement du fonds de commerce inscrit le 3 mars 2025"),
        ("title", "jugement du 12 mai 2026"),
        ("pendingBefore", "cour d'appel de Lyon"),
    ] {
        case = with(case, field, json!(value));
    }
    case = with(with(case, "interestGoesOn", json!(true)), "retentionOfTitle", json!(true));
    case["facts"]["earlierLetters"] = json!(["2026-06-02"]);
    case["facts"]["enclosures"] = json!(["Devis accepté le 3 mars 2026", "Bon de livraison signé le 14 avril 2026"]);
    check("claim-declaration-whole", case);
}

#[test]
fn of_an_association_s_debt() {
    check("claim-declaration-association", case(KIND, "association"));
}

#[test]
fn what_is_declared_is_counted_on_the_day_of_the_judgment() {
    // 35 days to 19 June, the eve: 1 850,00 × 12,15 % × 34 / 365 = 20,9380… → 20,94; with 40,00, 1 910,94.
    let letter = written(case(KIND, "company"));
    assert_eq!(letter.statement.as_of.to_string(), "2026-06-20");
    assert_eq!(letter.statement.totals.total.to_string(), "1910.94");
    assert!(letter.text.contains("1\u{202f}910,94\u{202f}€ (mille neuf cent dix euros et quatre-vingt-quatorze centimes)"));
}

#[test]
fn what_falls_due_later_is_declared_without_interest_or_indemnity() {
    let letter = written(partly_to_come());
    // 1 910,94 + 620,50
    assert!(letter.text.contains("2\u{202f}531,44\u{202f}€"), "{}", letter.text);
    assert_eq!(letter.statement.invoices[1].total.to_string(), "0.00");
    assert!(letter.text.contains("Factures à échoir"));
}

#[test]
fn nothing_yet_due_is_declared_too() {
    let mut case = case(KIND, "company");
    case["invoices"][0]["dueOn"] = json!("2026-08-16");
    let text = written(case).text;
    assert!(text.contains("rien n’était encore exigible") && text.contains("1\u{202f}850,00\u{202f}€"), "{text}");
    assert!(!text.contains("Décompte"), "{text}");
}

#[test]
fn every_exhibit_is_numbered() {
    let mut case = two_invoices(KIND, "company");
    case["facts"]["earlierLetters"] = json!(["2026-06-02"]);
    case["facts"]["enclosures"] = json!(["Devis accepté", " "]);
    let letter = written(case);
    let exhibits = letter.blocks.iter().find_map(|block| match block {
        Block::Table { caption, rows, .. } if caption.starts_with("Bordereau") => Some(rows),
        _ => None,
    });
    let numbers: Vec<&str> = exhibits.unwrap().iter().map(|row| row.cells[0].as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4"]);
}

#[test]
fn the_term_runs_from_the_publication() {
    for (published_on, written_on, expected) in [
        ("2026-06-25", "2026-06-30", "au plus tard le 25\u{a0}août 2026"),
        ("2026-11-10", "2026-11-22", "au plus tard le 11\u{a0}janvier 2027"),
        ("2026-06-25", "2026-09-01", ""),
    ] {
        let mut case = with(case(KIND, "company"), "publishedOn", json!(published_on));
        case["writtenOn"] = json!(written_on);
        assert!(note(case, "declarationTerm").contains(expected), "{published_on}");
    }
    let mut late = with(case(KIND, "company"), "publishedOn", json!("2026-06-25"));
    late["writtenOn"] = json!("2026-09-01");
    assert!(note(late, "declarationLate").contains("28\u{a0}décembre 2026"));
}

#[test]
fn a_creditor_abroad_has_longer() {
    let mut case = with(case(KIND, "company"), "publishedOn", json!("2026-06-25"));
    case["creditor"]["address"] =
        json!({ "lines": ["Rue Neuve 1"], "postcode": "1000", "town": "Bruxelles", "country": "Belgique" });
    assert!(note(case, "declarationTerm").contains("26\u{a0}octobre 2026"));
}

#[test]
fn nothing_is_asked_of_the_debtor() {
    let letter = written(case(KIND, "company"));
    assert!(!letter.blocks.iter().any(|block| matches!(block, Block::Facts { .. })));
    assert!(letter.blocks.contains(&Block::Recipient {
        lines: vec!["Maître Anne Le Goff".into(), "Mandataire judiciaire".into(), "20 rue Garibaldi".into(), "69006 Lyon".into()]
    }));
    assert!(!letter.notes.iter().any(|note| note.code == "bornAfterInsolvency" || note.code == "ibanMissing"));
}

#[test]
fn what_is_missing_is_said_at_once() {
    let mut case = case(KIND, "company");
    case["facts"] = json!({});
    case["penalties"] = json!({});
    assert_eq!(
        refused(case),
        [
            "penalties.insolvencyOpenedOn",
            "facts.claimDeclaration.practitioner",
            "facts.claimDeclaration.proceedings",
            "facts.claimDeclaration.court",
        ]
        .map(|field| (Code::MissingField, field.to_owned()))
    );
}

#[test]
fn days_that_cannot_be_are_refused() {
    let mut case = with(case(KIND, "company"), "publishedOn", json!("2026-06-19"));
    assert_eq!(refused(case.clone()), [(Code::DateOutOfRange, "facts.claimDeclaration.publishedOn".to_owned())]);
    case["penalties"]["insolvencyOpenedOn"] = json!("2026-07-10");
    assert!(refused(case).contains(&(Code::DateOutOfRange, "penalties.insolvencyOpenedOn".to_owned())));
}

#[test]
fn a_consumer_has_no_insolvency_proceedings_but_in_alsace_moselle() {
    let declaration = |postcode: &str| {
        let mut case = case(KIND, "consumer");
        case["facts"][KIND]["practitioner"] = practitioner();
        case["debtor"]["address"]["postcode"] = json!(postcode);
        case
    };
    assert_eq!(refused(declaration("49100")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
    written(declaration("67000"));
    assert_eq!(refused(case(KIND, "publicBody")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
}

#[test]
fn an_act_of_justice_may_be_an_exhibit() {
    let mut case = case(KIND, "company");
    case["facts"]["enclosures"] = json!(["Commandement de payer du 3 mars 2026"]);
    assert!(written(case).text.contains("Commandement de payer du 3\u{a0}mars 2026"));
}

#[test]
fn five_hundred_invoices_are_declared_and_listed() {
    let mut case = case(KIND, "company");
    let invoices: Vec<Value> =
        (1..=500).map(|n| json!({ "number": format!("F-{n}"), "dueOn": "2026-05-16", "amount": "100.00" })).collect();
    case["invoices"] = json!(invoices);
    let letter = written(case);
    let longest = letter.blocks.iter().map(|block| if let Block::Table { rows, .. } = block { rows.len() } else { 0 }).max();
    assert_eq!(longest, Some(501));
    assert!(letter.text.contains("500  Facture n°\u{a0}F-500"), "{}", letter.text.len());
}
