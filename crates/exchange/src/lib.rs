//! Between JSON and Rust's types, and the one form of every refusal: what each WebAssembly module's exports are made with.

mod document;

use dument_law::reading::{self, Given, Read};
use dument_law::{Code, Problems};
use serde::Serialize;

pub use document::document;

/// Reads an input, computes, and writes the result, or every fault of the input.
///
/// # Errors
/// A list of problems, written too.
pub fn answer<I: Read, R: Serialize>(input: &str, compute: impl FnOnce(&I) -> Result<R, Problems>) -> Result<String, String> {
    match given(input).and_then(|given| reading::answer(&given, compute)) {
        Ok(result) => Ok(written(&result)),
        Err(problems) => Err(refused(&problems)),
    }
}

/// Reads an input, or says every fault of its form.
///
/// # Errors
/// A list of problems, written.
pub fn read<I: Read>(input: &str) -> Result<I, String> {
    given(input).and_then(|given| reading::read(&given)).map_err(|problems| refused(&problems))
}

/// The plain value of an input. What has no end and what is nested deeper than any input is refused here.
fn given(input: &str) -> Result<Given<'_>, Problems> {
    Given::of_json(input).ok_or_else(|| {
        let message = "Il faut un objet simple, fait de textes, de nombres, de listes et d’objets.";
        Problems::one(Code::WrongType, "", message)
    })
}

/// A result as JSON.
#[must_use]
pub fn written<R: Serialize + ?Sized>(result: &R) -> String {
    // Results are plain data with text keys: nothing in them can fail.
    serde_json::to_string(result).unwrap_or_default()
}

/// Problems as JSON.
#[must_use]
pub fn refused(problems: &Problems) -> String {
    written(problems.all())
}
