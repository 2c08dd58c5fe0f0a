//! The module that writes letters: it asks back what the law says, which the application knows.

use dument_law::reading::{self, Given};
use dument_law::{Day, penalties};
use dument_letters::Letter;
use serde::{Deserialize, Serialize};
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

/// What the module finds wrong with an input.
#[derive(Deserialize)]
struct Problem {
    code: String,
    field: String,
    message: String,
}

/// Writes a letter from an input's JSON, or says all that is wrong with it.
pub async fn write(input: &str) -> Result<Letter, Unwritten> {
    let module: Letters =
        modules::load("dument_letters").await.map_err(|error| Unwritten::Failed(error.to_string()))?.unchecked_into();
    let engine = JsValue::from(Engine);
    match module.letter(input, &engine) {
        Ok(letter) => serde_json::from_str(&letter.as_string().unwrap_or_default()).map_err(|_| stopped()),
        Err(problems) => {
            let problems: Vec<Problem> = serde_json::from_str(&problems.as_string().unwrap_or_default()).unwrap_or_default();
            let faults: Vec<Fault> = problems.into_iter().map(fault).collect();
            Err(if faults.is_empty() { stopped() } else { Unwritten::Refused(faults) })
        }
    }
}

/// The module stopped, or is of another version than the page.
fn stopped() -> Unwritten {
    Unwritten::Failed(
        "Ce qui écrit les lettres s’est arrêté\u{a0}: rechargez la page. Ce que vous avez saisi est intact.".to_owned(),
    )
}

/// A fault of the engine by the `id` of the case's own field, which groups some of them otherwise.
fn fault(problem: Problem) -> Fault {
    let path = field_of(&problem.field);
    let field = match path.as_str() {
        "penalties-insolvencyOpenedOn" => "insolvency-openedOn".to_owned(),
        path if path.starts_with("facts-enclosures") => "enclosures".to_owned(),
        path if path.starts_with("facts-earlierLetters") => "events".to_owned(),
        path => path.replace("-siret", "-siren"),
    };
    Fault {
        missing: problem.code == "missingField",
        forbidden: matches!(problem.code.as_str(), "notApplicable" | "insolvencyOpened" | "indemnityFromConsumer"),
        ..Fault::of(field, problem.message)
    }
}

/// What the module asks of the law: the functions of the npm package's engine that it calls, in JSON.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub struct Engine;

#[wasm_bindgen]
#[allow(clippy::unused_self, reason = "the module calls methods of an object")]
impl Engine {
    /// What is owed.
    ///
    /// # Errors
    /// Every one of the input's problems.
    pub fn penalties(&self, facts: &str) -> Result<String, JsValue> {
        let given: Given<'_> = serde_json::from_str(facts).map_err(|_| JsValue::NULL)?;
        reading::answer(&given, |input| penalties::penalties(input, reference::in_use()))
            .map(|statement| written(&statement))
            .map_err(|problems| written(problems.all()).into())
    }

    /// The texts of these ids.
    ///
    /// # Errors
    /// Nothing but a list of texts is taken.
    pub fn cited(&self, ids: &str) -> Result<String, JsValue> {
        let ids: Vec<String> = serde_json::from_str(ids).map_err(|_| JsValue::NULL)?;
        Ok(written(&reference::in_use().cited(ids.iter().map(String::as_str))))
    }

    /// A figure of the law on a day, where it is known then.
    #[must_use]
    pub fn number(&self, figure: &str, day: &str) -> Option<u32> {
        let day: Day = day.parse().ok()?;
        reference::in_use().number(figure, day)
    }
}

fn written<T: Serialize + ?Sized>(result: &T) -> String {
    // Results are plain data with text keys: nothing in them can fail.
    serde_json::to_string(result).unwrap_or_default()
}
