//! The letters of the JavaScript API: a WebAssembly module of its own, because a visitor who only wants a date should not
//! download what writes letters. What is owed is counted by the engine, another module, which it calls back.

use dument_law::penalties::{self, Statement};
use dument_law::{Code, Day, Problems, Source};
use dument_letters::{Input, Law};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The engine's module, or anything with these of its functions.
    pub type Engine;

    #[wasm_bindgen(method, catch)]
    fn penalties(this: &Engine, facts: &str) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn cited(this: &Engine, ids: &str) -> Result<String, JsValue>;

    #[wasm_bindgen(method)]
    fn number(this: &Engine, figure: &str, day: &str) -> Option<u32>;
}

/// A letter as a document tree, ready to be rendered.
///
/// # Errors
/// Every one of the input's problems, as JSON.
#[wasm_bindgen]
pub fn letter(input: &str, engine: &Engine) -> Result<String, String> {
    let statement = |facts: &penalties::Input| -> Result<Statement, Problems> {
        answered(engine.penalties(&dument_exchange::written(facts)))
    };
    let cited = |ids: &[&str]| -> Vec<Source> { answered(engine.cited(&dument_exchange::written(ids))).unwrap_or_default() };
    let number = |figure: &str, day: Day| engine.number(figure, &day.to_string());
    dument_exchange::answer(input, |input: &Input| {
        dument_letters::write(input, &Law { statement: &statement, cited: &cited, number: &number })
    })
}

/// What the engine answers, or its refusal.
fn answered<R: DeserializeOwned>(answer: Result<String, JsValue>) -> Result<R, Problems> {
    match answer {
        Ok(answer) => serde_json::from_str(&answer).map_err(|_| not_understood()),
        Err(refusal) => Err(serde_json::from_str(&refusal.as_string().unwrap_or_default()).unwrap_or_else(|_| not_understood())),
    }
}

/// An engine of another version.
fn not_understood() -> Problems {
    Problems::one(Code::WrongType, "", "Le moteur de calcul n’est pas de la même version que les lettres : rechargez la page.")
}
