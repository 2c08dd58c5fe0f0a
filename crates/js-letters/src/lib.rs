//! The letters of the JavaScript API: a WebAssembly module of its own, because a visitor who only wants a date should not
//! download what writes letters. What is owed is counted by the engine, another module, which it calls back.

use dument_law::penalties::{self, Statement};
use dument_law::{Code, Problems, Source};
use dument_letters::{Input, Law};
use js_sys::Function;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// A letter as a document tree, ready to be rendered.
///
/// `penalties` counts what is owed and `cited` names sources: the functions of those names of the engine's module, which take and give
/// JSON.
///
/// # Errors
/// Every one of the input's problems, as JSON.
#[wasm_bindgen]
pub fn letter(input: &str, penalties: &Function, cited: &Function) -> Result<String, String> {
    let statement =
        |facts: &penalties::Input| -> Result<Statement, Problems> { asked(penalties, &dument_exchange::written(facts)) };
    let sources = |ids: &[&str]| -> Vec<Source> { asked(cited, &dument_exchange::written(ids)).unwrap_or_default() };
    dument_exchange::answer(input, |input: &Input| dument_letters::write(input, &Law { statement: &statement, cited: &sources }))
}

/// What the engine answers.
fn asked<R: DeserializeOwned>(engine: &Function, question: &str) -> Result<R, Problems> {
    let read = |answer: &JsValue| answer.as_string().unwrap_or_default();
    match engine.call1(&JsValue::NULL, &question.into()) {
        Ok(answer) => serde_json::from_str(&read(&answer)).map_err(|_| not_understood()),
        Err(refusal) => Err(serde_json::from_str(&read(&refusal)).unwrap_or_else(|_| not_understood())),
    }
}

/// An engine of another version.
fn not_understood() -> Problems {
    Problems::one(Code::WrongType, "", "Le moteur de calcul n’est pas de la même version que les lettres : rechargez la page.")
}
