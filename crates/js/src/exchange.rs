//! Between JSON and Rust's types, and the one form of every refusal.

use dument_law::reading::{self, Given, Read};
use dument_law::{Code, Problems};
use serde::Serialize;

/// Reads an input, computes, and writes the result, or every fault of the input.
///
/// # Errors
/// A list of problems, written too.
pub(crate) fn answer<I: Read, R: Serialize>(
    input: &str,
    compute: impl FnOnce(&I) -> Result<R, Problems>,
) -> Result<String, String> {
    match given(input).and_then(|given| reading::answer(&given, compute)) {
        Ok(result) => Ok(written(&result)),
        Err(problems) => Err(written(problems.all())),
    }
}

/// Reads an input, or says every fault of its form.
#[cfg(feature = "bench")]
pub(crate) fn read<I: Read>(input: &str) -> Result<I, String> {
    given(input).and_then(|given| reading::read(&given)).map_err(|problems| written(problems.all()))
}

/// The plain value of an input. What has no end and what is nested deeper than any input is refused here.
fn given(input: &str) -> Result<Given<'_>, Problems> {
    serde_json::from_str(input).map_err(|_| {
        let message = "Il faut un objet simple, fait de textes, de nombres, de listes et d’objets.";
        Problems::one(Code::WrongType, "", message)
    })
}

/// A result as JSON.
pub(crate) fn written<R: Serialize + ?Sized>(result: &R) -> String {
    // Results are plain data with text keys: nothing in them can fail.
    serde_json::to_string(result).unwrap_or_default()
}
