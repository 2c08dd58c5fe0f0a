//! The module that writes letters: it asks back what the law says, which the application knows.

use std::cell::RefCell;

use dument_law::penalties::{self, Statement};
use dument_law::reading::{self, Fields, Given};
use dument_law::{Day, Note, Source};
use dument_letters::{Document, Letter, LetterKind};
use js_sys::{Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::case::reading::{Fault, field_of};
use crate::modules;
use crate::reference;

#[wasm_bindgen]
extern "C" {
    type Letters;

    #[wasm_bindgen(method, catch)]
    fn letter(this: &Letters, input: &str, engine: &JsValue) -> Result<JsValue, JsValue>;
}

/// Why there is no letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// The module could not be fetched, or is of another version: a sentence for the visitor.
    Failed(String),
    /// The letter can't be written from these facts.
    Refused(Vec<Fault>),
}

/// Writes a letter from an input's JSON, or says all that is wrong with it.
pub async fn write(kind: LetterKind, input: &str) -> Result<Letter, Unwritten> {
    let module: Letters =
        modules::load("dument_letters").await.map_err(|error| Unwritten::Failed(error.to_string()))?.unchecked_into();
    STATEMENT.set(None);
    let written = ENGINE.with(|engine| module.letter(input, engine));
    let text = |value: &JsValue| value.as_string().unwrap_or_default();
    match written {
        Ok(letter) => read(kind, &text(&letter), STATEMENT.take()).ok_or_else(stopped),
        Err(problems) => {
            let faults = faults(&text(&problems));
            Err(if faults.is_empty() { stopped() } else { Unwritten::Refused(faults) })
        }
    }
}

thread_local! {
    /// What was owed when the module last asked: the letter's own statement, which needn't cross back.
    static STATEMENT: RefCell<Option<Statement>> = const { RefCell::new(None) };
}

/// The letter in the module's answer, with the statement that was given to it.
fn read(kind: LetterKind, answer: &str, statement: Option<Statement>) -> Option<Letter> {
    const DOCUMENT: [&str; 5] = ["language", "title", "author", "writtenOn", "blocks"];
    let Given::Fields(fields) = serde_json::from_str(answer).ok()? else { return None };
    let subject = text(&fields, "subject").to_owned();
    let plain = text(&fields, "text").to_owned();
    let notes = list(&fields, "notes").iter().filter_map(note).collect();
    let sources = list(&fields, "sources").iter().filter_map(|source| reading::read::<Source>(source).ok()).collect();
    let document = fields.into_iter().filter(|(name, _)| DOCUMENT.contains(&name.as_ref())).collect();
    let Document { language, title, author, written_on, blocks } = reading::read(&Given::Fields(document)).ok()?;
    Some(Letter {
        kind,
        subject,
        language,
        title,
        author,
        written_on,
        blocks,
        text: plain,
        statement: statement?,
        notes,
        sources,
    })
}

/// The text of that name; empty where there is none.
fn text<'a>(fields: Fields<'a, '_>, name: &str) -> &'a str {
    match fields.iter().find(|(field, _)| field == name) {
        Some((_, Given::Text(text))) => text,
        _ => "",
    }
}

/// The list of that name.
fn list<'a, 'b>(fields: Fields<'a, 'b>, name: &str) -> &'a [Given<'b>] {
    match fields.iter().find(|(field, _)| field == name) {
        Some((_, Given::List(list))) => list,
        _ => &[],
    }
}

fn note(given: &Given<'_>) -> Option<Note> {
    let Given::Fields(fields) = given else { return None };
    let make = if text(fields, "severity") == "warning" { Note::warning } else { Note::info };
    Some(make(text(fields, "code"), text(fields, "message")))
}

/// The module stopped, or is of another version than the page.
fn stopped() -> Unwritten {
    Unwritten::Failed(
        "Ce qui écrit les lettres s’est arrêté\u{a0}: rechargez la page. Ce que vous avez saisi est intact.".to_owned(),
    )
}

/// What the module finds wrong, each fault by the `id` of the case's own field, which groups some of them otherwise.
fn faults(problems: &str) -> Vec<Fault> {
    let Ok(Given::List(problems)) = serde_json::from_str(problems) else { return Vec::new() };
    problems.iter().filter_map(|problem| if let Given::Fields(fields) = problem { Some(fault(fields)) } else { None }).collect()
}

fn fault(problem: Fields<'_, '_>) -> Fault {
    let path = field_of(text(problem, "field"));
    let field = match path.as_str() {
        "penalties-insolvencyOpenedOn" => "insolvency-openedOn".to_owned(),
        path if path.starts_with("facts-enclosures") => "enclosures".to_owned(),
        path if path.starts_with("facts-earlierLetters") => "events".to_owned(),
        path => path.replace("-siret", "-siren"),
    };
    let code = text(problem, "code");
    Fault {
        missing: code == "missingField",
        forbidden: matches!(code, "notApplicable" | "insolvencyOpened" | "indemnityFromConsumer"),
        ..Fault::of(field, text(problem, "message"))
    }
}

thread_local! {
    /// One for the visit: the module calls it while it writes a letter.
    static ENGINE: JsValue = engine();
}

/// What the module asks of the law: the functions of the npm package's engine that it calls, in JSON.
///
/// Made of closures rather than exported: what is exported weighs on the first part of the application.
fn engine() -> JsValue {
    let engine = Object::new();
    let offer = |name: &str, function: JsValue| {
        // A new object takes any property.
        let _ = Reflect::set(&engine, &JsValue::from_str(name), &function);
    };
    offer("penalties", Closure::<dyn Fn(String) -> Result<String, JsValue>>::new(|facts: String| owed(&facts)).into_js_value());
    offer("cited", Closure::<dyn Fn(String) -> Result<String, JsValue>>::new(|ids: String| cited(&ids)).into_js_value());
    offer(
        "number",
        Closure::<dyn Fn(String, String) -> Option<u32>>::new(|figure: String, day: String| number(&figure, &day))
            .into_js_value(),
    );
    engine.into()
}

/// What is owed, or every one of the input's problems.
fn owed(facts: &str) -> Result<String, JsValue> {
    let given: Given<'_> = serde_json::from_str(facts).map_err(|_| JsValue::NULL)?;
    let statement = reading::answer(&given, |input| penalties::penalties(input, reference::in_use()))
        .map_err(|problems| written(problems.all()))?;
    let told = written(&statement);
    STATEMENT.set(Some(statement));
    Ok(told)
}

/// The texts of these ids.
fn cited(ids: &str) -> Result<String, JsValue> {
    let ids: Vec<String> = serde_json::from_str(ids).map_err(|_| JsValue::NULL)?;
    Ok(written(&reference::in_use().cited(ids.iter().map(String::as_str))))
}

/// A figure of the law on a day, where it is known then.
fn number(figure: &str, day: &str) -> Option<u32> {
    let day: Day = day.parse().ok()?;
    reference::in_use().number(figure, day)
}

fn written<T: Serialize + ?Sized>(result: &T) -> String {
    // Results are plain data with text keys: nothing in them can fail.
    serde_json::to_string(result).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;

    use super::*;
    use crate::case::Case;

    #[test]
    fn a_letter_comes_back_as_it_was_written() {
        let mut case: Case = serde_json::from_str(
            r#"{"creditor":{"kind":"company","name":"Atelier Nord","street":"12 rue des Lices","postcode":"49000","town":"Angers"},
                "debtor":{"kind":"company","name":"Brun","street":"4 quai Rambaud","postcode":"69002","town":"Lyon"}}"#,
        )
        .unwrap();
        case.invoices[0].number = "F-2026-014".to_owned();
        case.invoices[0].amount = "1 850,00".to_owned();
        case.invoices[0].due_on = "16/05/2026".to_owned();
        let kind = LetterKind::FormalNotice;
        let told = case.letter_input(kind, "2026-06-30".parse().unwrap()).unwrap();
        let input = serde_json::from_str(&told.input).unwrap();
        let letter = dument_letters::letter(&input, Reference::published()).unwrap();
        assert_eq!(read(kind, &written(&letter), Some(letter.statement.clone())), Some(letter));
        assert_eq!(read(kind, "{}", None), None);
    }

    #[test]
    fn faults_come_back_by_their_field() {
        let problems = r#"[{"code":"missingField","field":"facts.replyToDispute.points[0].reply","message":"Répondez."},
                           {"code":"notApplicable","field":"debtor.siret","message":"Non."}]"#;
        let found = faults(problems);
        assert_eq!(found[0], Fault::missing("facts-replyToDispute-points-0-reply", "Répondez."));
        assert_eq!((found[1].field.as_str(), found[1].forbidden), ("debtor-siren", true));
        assert!(faults("boum").is_empty());
    }
}
