//! The JavaScript API: an input's JSON in, the result's JSON out, or every fault of the input.
//!
//! Nothing is computed here: each function reads its input, calls the engine and writes the result. `pkg/dument.js` makes
//! plain objects of the texts. A text crosses between JavaScript and WebAssembly at once, where each field of an object
//! would cross on its own: on ten thousand invoices that was the greater part of the time.

#[cfg(feature = "bench")]
mod prepared;

use std::cell::RefCell;

use dument_exchange as exchange;
use dument_law::{Problems, Reference, limitation, payment_terms, penalties, procedures};
use wasm_bindgen::prelude::*;

thread_local! {
    /// Newer figures given by the host, instead of those that come with the program.
    static REFERENCE: RefCell<Option<Reference>> = const { RefCell::new(None) };
}

fn with_reference<T>(compute: impl FnOnce(&Reference) -> T) -> T {
    REFERENCE.with_borrow(|given| compute(given.as_ref().unwrap_or_else(|| Reference::published())))
}

/// What is owed: principal, late penalties and indemnity, line by line.
///
/// # Errors
/// Every one of the input's problems, as JSON.
#[wasm_bindgen(js_name = penalties)]
pub fn penalties(input: &str) -> Result<String, String> {
    exchange::answer(input, |input| with_reference(|reference| penalties::penalties(input, reference)))
}

/// Until when the claim can be brought to court.
///
/// # Errors
/// Every one of the input's problems, as JSON.
#[wasm_bindgen(js_name = limitation)]
pub fn limitation(input: &str) -> Result<String, String> {
    exchange::answer(input, |input| with_reference(|reference| limitation::limitation(input, reference)))
}

/// What to do next, and every route compared for this very claim.
///
/// # Errors
/// Every one of the input's problems, as JSON.
#[wasm_bindgen(js_name = procedures)]
pub fn procedures(input: &str) -> Result<String, String> {
    exchange::answer(input, |input| with_reference(|reference| procedures::procedures(input, reference)))
}

/// When an invoice must be paid, and whether what was agreed is lawful.
///
/// # Errors
/// Every one of the input's problems, as JSON.
#[wasm_bindgen(js_name = paymentTerms)]
pub fn payment_terms(input: &str) -> Result<String, String> {
    exchange::answer(input, |input| with_reference(|reference| payment_terms::payment_terms(input, reference)))
}

/// The texts and pages of these ids, a list, each once and in their order: what the module of the letters asks.
///
/// # Errors
/// Nothing but a list of texts is taken.
#[wasm_bindgen(js_name = cited)]
pub fn cited(ids: &str) -> Result<String, String> {
    exchange::answer(ids, |ids: &Vec<String>| {
        Ok::<_, Problems>(with_reference(|reference| reference.cited(ids.iter().map(String::as_str))))
    })
}

/// The whole number that the figure of this id is on a day (`2026-06-30`), such as the months of a term: what the module of the letters
/// asks.
#[must_use]
#[wasm_bindgen(js_name = number)]
pub fn number(figure: &str, day: &str) -> Option<u32> {
    with_reference(|reference| reference.number(figure, day.parse().ok()?))
}

/// Every dated figure of the law, with its validity and its source.
#[must_use]
#[wasm_bindgen(js_name = reference)]
pub fn reference() -> String {
    with_reference(exchange::written)
}

/// Computes with these figures from now on, in the form that `reference` gives.
///
/// # Errors
/// Every one of the figures' problems, as JSON.
#[wasm_bindgen(js_name = useReference)]
pub fn use_reference(figures: &str) -> Result<String, String> {
    exchange::answer(figures, |figures: &Reference| {
        figures.check()?;
        REFERENCE.set(Some(figures.clone()));
        Ok(())
    })
}
