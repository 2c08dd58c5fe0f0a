//! The desk as its runner uses it: records in and out, questions, changes, files.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use dument_desk::{Desk, Refused, Stored, Unreadable, VERSION};
use dument_law::Reference;
use serde_json::{Value, json};

const DAY: &str = "2026-06-30";
const BRUN: &str = "0000000000000001";

fn record_of(version: u32) -> String {
    let path = format!("{}/tests/versions/{version}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{path} is missing: each version needs a record as it was stored then"))
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.load(BRUN, &record_of(1));
    desk
}

fn look(desk: &mut Desk, question: &Value) -> Value {
    serde_json::from_str(&desk.look(&question.to_string()).unwrap()).unwrap()
}

fn sheet(desk: &mut Desk) -> Value {
    look(desk, &json!({ "look": "debtor", "id": BRUN, "asOf": DAY }))
}

fn note(desk: &mut Desk, words: &str) {
    let event = json!({ "on": DAY, "what": { "kind": "note" }, "note": words });
    let edits = json!([{ "edit": "addEvent", "debtor": BRUN, "event": event }]);
    desk.change(&json!({ "change": "edits", "name": "note", "edits": edits }).to_string()).unwrap();
}

#[test]
fn a_record_of_every_version_opens() {
    for version in 1..=VERSION {
        let mut desk = Desk::new();
        desk.load(BRUN, &record_of(version));
        let sheet = sheet(&mut desk);
        assert_eq!(sheet["record"]["debtor"]["name"], "Brun & Fils", "versions/{version}.json");
        assert_eq!(sheet["open"], "1350.00", "1850.00 - 500.00");
        assert_eq!(sheet["late"], "1350.00");
    }
}

#[test]
fn the_form_does_not_change_without_a_new_version() {
    let newest = record_of(VERSION);
    let stored = Stored::read(&newest).unwrap();
    let again: Value = serde_json::from_str(&stored.write(BRUN)).unwrap();
    let newest: Value = serde_json::from_str(&newest).unwrap();
    assert_eq!(again, newest, "change VERSION, and add a step and an example");
}

#[test]
fn what_is_newer_or_damaged_is_told_apart_and_never_written_over() {
    assert_eq!(Stored::read(r#"{"ledger":99}"#), Err(Unreadable::Newer));
    for damaged in ["", "{", "[]", "{}", r#"{"ledger":0}"#, r#"{"ledger":1,"what":"ever"}"#] {
        assert_eq!(Stored::read(damaged), Err(Unreadable::Damaged), "{damaged}");
    }
    let mut desk = desk();
    desk.load("0000000000000009", r#"{"ledger":99}"#);
    note(&mut desk, "Vu.");
    let keys: Vec<String> = desk.unsaved().into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, [BRUN]);
    assert_eq!(look(&mut desk, &json!({ "look": "overview" }))["unreadable"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_stored_opens_as_it_was() {
    let mut first = desk();
    note(&mut first, "Vu.");
    let mut second = Desk::new();
    for (key, text) in first.unsaved() {
        second.load(&key, &text);
    }
    assert_eq!(sheet(&mut first), sheet(&mut second));
    first.saved();
    assert!(first.unsaved().is_empty());
}

#[test]
fn a_change_is_taken_back_and_made_again() {
    let mut desk = desk();
    let before = sheet(&mut desk);
    note(&mut desk, "Vu.");
    let after = sheet(&mut desk);
    desk.change(r#"{"change":"undo"}"#).unwrap();
    assert_eq!(sheet(&mut desk), before);
    desk.change(r#"{"change":"redo"}"#).unwrap();
    assert_eq!(sheet(&mut desk), after);
    assert!(desk.change(r#"{"change":"redo"}"#).is_err());
}

#[test]
fn where_another_tab_was_faster_its_record_comes_first() {
    let mut other = desk();
    note(&mut other, "De l’autre onglet.");
    let mut desk = desk();
    note(&mut desk, "D’ici.");
    desk.forget_unsaved();
    for (key, text) in other.unsaved() {
        desk.load(&key, &text);
    }
    note(&mut desk, "D’ici.");
    let told = sheet(&mut desk).to_string();
    assert!(told.contains("De l’autre onglet.") && told.contains("D’ici."), "{told}");
}

#[test]
fn files_change_nothing_before_it_is_asked_for() {
    let mut desk = Desk::new();
    let table = "Numéro de facture;Client;Date de facture;Échéance;Montant TTC\r\nA-1;Brun;02/03/2026;01/04/2026;100,00\r\n";
    let read = |desk: &mut Desk| -> Value {
        desk.begin_reading(&json!({ "asOf": DAY }).to_string()).unwrap();
        desk.begin_file("factures.csv", table.as_bytes().to_vec());
        while !desk.step() {}
        serde_json::from_str(&desk.compare()).unwrap()
    };
    let found = read(&mut desk);
    assert_eq!((&found["new"], &found["debtors"]), (&json!(1), &json!(1)), "{found}");
    assert_eq!(desk.ledger().debtors.len(), 0);
    desk.change(&json!({ "change": "apply", "asOf": DAY, "take": [] }).to_string()).unwrap();
    assert_eq!(desk.ledger().debtors.len(), 1);
    assert_eq!(read(&mut desk)["empty"], true, "the same file again");
    desk.change(r#"{"change":"undo"}"#).unwrap();
    assert_eq!(desk.ledger().debtors.len(), 0);
}

fn read_in(desk: &mut Desk, name: &str, bytes: &[u8]) -> Value {
    desk.begin_reading(&json!({ "asOf": DAY }).to_string()).unwrap();
    desk.begin_file(name, bytes.to_vec());
    while !desk.step() {}
    serde_json::from_str(&desk.compare()).unwrap()
}

#[test]
fn what_was_worked_out_or_looks_wrong_in_lines_is_told() {
    let table = "Numéro de facture;Client;Date de facture;Montant HT;TVA\r\nA-1;Brun;02/03/2026;100,00;20,00\r\n\
                 A-2;Brun;02/03/2026;10,00;2,00\r\n";
    let found = read_in(&mut Desk::new(), "factures.csv", table.as_bytes());
    let notices: Vec<&str> = found["files"][0]["notices"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(
        notices.contains(&"2\u{a0}lignes (2, 3), la première\u{a0}: Le total est la somme du montant hors taxe et de la TVA."),
        "{notices:?}"
    );
    assert!(notices.iter().any(|notice| notice.contains("Aucune échéance n’est indiquée")), "{notices:?}");
}

#[test]
fn a_credit_note_that_waits_is_exported_and_read_again() {
    let table = "Type;Numéro de facture;Client;Date de facture;Montant TTC\r\navoir;AV-1;Brun;02/03/2026;100,00\r\n";
    let mut desk = Desk::new();
    read_in(&mut desk, "avoirs.csv", table.as_bytes());
    desk.change(&json!({ "change": "apply", "asOf": DAY, "take": [] }).to_string()).unwrap();
    for form in ["csv", "json", "xlsx"] {
        let file = desk.export(&json!({ "form": form, "asOf": DAY }).to_string()).unwrap();
        let mut other = Desk::new();
        let found = read_in(&mut other, "suivi", &file);
        assert_eq!(found["deposits"], 1, "{form} {found}");
        assert_eq!(read_in(&mut desk, "suivi", &file)["empty"], true, "{form} into the same ledger");
    }
}

#[test]
fn a_choice_between_other_differences_is_not_made() {
    let table = |amount: &str| {
        format!("Numéro de facture;Client;Date de facture;Échéance;Montant TTC\r\nA-1;Brun;02/03/2026;01/04/2026;{amount}\r\n")
    };
    let mut desk = Desk::new();
    read_in(&mut desk, "mars.csv", table("100,00").as_bytes());
    desk.change(&json!({ "change": "apply", "asOf": DAY, "take": [] }).to_string()).unwrap();
    assert_eq!(read_in(&mut desk, "avril.csv", table("120,00").as_bytes())["conflictsInAll"], 1);
    // Another tab changes the ledger in between.
    desk.load(BRUN, &record_of(1));
    let take = json!({ "change": "apply", "asOf": DAY, "take": [0] }).to_string();
    assert!(matches!(desk.change(&take), Err(Refused::Wrong(_))));
    // Read again, it can be chosen.
    assert_eq!(read_in(&mut desk, "avril.csv", table("120,00").as_bytes())["conflictsInAll"], 1);
    desk.change(&take).unwrap();
}

#[test]
fn everything_goes_into_a_file_and_comes_back() {
    let mut desk = desk();
    note(&mut desk, "À emporter.");
    let file = desk.export(&json!({ "form": "everything", "asOf": DAY }).to_string()).unwrap();
    let mut other = Desk::new();
    other.begin_reading(&json!({ "asOf": DAY }).to_string()).unwrap();
    other.begin_file("suivi.json", file);
    while !other.step() {}
    let found: Value = serde_json::from_str(&other.compare()).unwrap();
    assert_eq!(found["records"], 1, "{found}");
    other.change(&json!({ "change": "apply", "asOf": DAY, "take": [] }).to_string()).unwrap();
    assert_eq!(sheet(&mut desk), sheet(&mut other));
    assert!(other.unsaved().iter().any(|(key, _)| key == BRUN));

    other.change(r#"{"change":"undo"}"#).unwrap();
    assert_eq!(other.ledger(), Desk::new().ledger(), "as it was before the backup");
    let (_, text) = other.unsaved().into_iter().find(|(key, _)| key == BRUN).unwrap();
    assert!(text.contains("removed"), "{text}");
    other.change(r#"{"change":"redo"}"#).unwrap();
    assert_eq!(sheet(&mut desk), sheet(&mut other));
}

#[test]
fn a_backup_from_a_newer_version_says_what_of_it_is_left_aside() {
    let desk = desk();
    let brun = desk.export(&json!({ "form": "everything", "asOf": DAY }).to_string()).unwrap();
    let mut backup: Value = serde_json::from_slice(&brun).unwrap();
    backup["records"].as_array_mut().unwrap().push(json!(r#"{"key":"0000000000000002","ledger":99}"#));
    let mut desk = Desk::new();
    desk.begin_reading(&json!({ "asOf": DAY }).to_string()).unwrap();
    desk.begin_file("suivi.json", backup.to_string().into_bytes());
    let found: Value = serde_json::from_str(&desk.compare()).unwrap();
    assert!(found["files"][0]["notices"][0].as_str().unwrap().contains("1\u{a0}partie"), "{found}");
    desk.change(&json!({ "change": "apply", "asOf": DAY, "take": [] }).to_string()).unwrap();
    assert_eq!(desk.ledger().debtors.len(), 1);
}

#[test]
fn twins_are_told_by_name_and_joined_when_asked() {
    let mut desk = desk();
    let add = json!([{ "edit": "addDebtor", "details": { "name": "BRUN ET FILS" } }, { "edit": "addDebtor", "details": { "name": "Blanc" } }]);
    desk.change(&json!({ "change": "edits", "name": "clients ajoutés", "edits": add }).to_string()).unwrap();
    let pairs = look(&mut desk, &json!({ "look": "twins" }));
    assert_eq!((pairs.as_array().unwrap().len(), &pairs[0]["kept"]), (1, &json!("Brun & Fils")), "{pairs}");
    let join = json!([{ "edit": "joinDebtors", "kept": BRUN, "other": pairs[0]["twins"]["other"] }]);
    desk.change(&json!({ "change": "edits", "name": "clients réunis", "edits": join }).to_string()).unwrap();
    assert_eq!(look(&mut desk, &json!({ "look": "twins" })), json!([]));
    assert_eq!(desk.ledger().debtors.len(), 2);
}

#[test]
fn a_change_of_one_client_says_whose_it_is() {
    let mut desk = Desk::new();
    let edits = json!([{ "edit": "addDebtor", "details": { "name": "Brun" } }]);
    let answer = desk.change(&json!({ "change": "edits", "name": "client ajouté", "edits": edits }).to_string()).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["debtor"], json!(desk.ledger().debtors.keys().next()));
}

#[test]
fn newer_figures_of_the_law_are_followed_and_broken_ones_are_not() {
    let interest = |desk: &mut Desk| look(desk, &json!({ "look": "figures", "asOf": DAY })).to_string();
    let mut desk = desk();
    let before = interest(&mut desk);
    desk.count_by("{}");
    assert_eq!(interest(&mut desk), before);
    let mut newer = Reference::published().clone();
    newer.read_on = newer.read_on.next();
    for figure in newer.figures.iter_mut().filter(|figure| figure.id == "refinancingRate") {
        for row in &mut figure.rows {
            row.value = "9.00".to_owned();
        }
    }
    desk.count_by(&serde_json::to_string(&newer).unwrap());
    assert_ne!(interest(&mut desk), before);
}

#[test]
fn a_question_of_another_version_is_refused() {
    assert!(desk().look("{}").is_err());
    assert!(desk().change(r#"{"change":"everything"}"#).is_err());
}
