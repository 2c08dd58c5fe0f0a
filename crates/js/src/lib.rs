//! The JavaScript API: plain objects in, plain objects out, every fault of an input in one error.
//!
//! Nothing is computed here: each function reads its input, calls the engine and writes the result.

mod exchange;

use std::cell::RefCell;

use dument_law::{Reference, limitation, penalties, procedures};
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
/// Throws an `Error` with `code`, `field`, `message` and every one of the `problems`.
#[wasm_bindgen(js_name = penalties)]
pub fn penalties(input: &JsValue) -> Result<JsValue, JsValue> {
    exchange::answer(input, |input| with_reference(|reference| penalties::penalties(input, reference)))
}

/// Until when the claim can be brought to court.
///
/// # Errors
/// Throws an `Error` with `code`, `field`, `message` and every one of the `problems`.
#[wasm_bindgen(js_name = limitation)]
pub fn limitation(input: &JsValue) -> Result<JsValue, JsValue> {
    exchange::answer(input, |input| with_reference(|reference| limitation::limitation(input, reference)))
}

/// What to do next, and every route compared for this very claim.
///
/// # Errors
/// Throws an `Error` with `code`, `field`, `message` and every one of the `problems`.
#[wasm_bindgen(js_name = procedures)]
pub fn procedures(input: &JsValue) -> Result<JsValue, JsValue> {
    exchange::answer(input, |input| with_reference(|reference| procedures::procedures(input, reference)))
}

/// A letter as a document tree, ready to be rendered.
///
/// # Errors
/// Throws an `Error` with `code`, `field`, `message` and every one of the `problems`.
#[wasm_bindgen(js_name = letter)]
pub fn letter(input: &JsValue) -> Result<JsValue, JsValue> {
    exchange::answer(input, |input| with_reference(|reference| dument_letters::letter(input, reference)))
}

/// Every dated figure of the law, with its validity and its source.
///
/// # Errors
/// None: the figures are plain data.
#[wasm_bindgen(js_name = reference)]
pub fn reference() -> Result<JsValue, JsValue> {
    with_reference(exchange::write)
}

/// Computes with these figures from now on, in the form that `reference` gives.
///
/// # Errors
/// Throws an `Error` with `code`, `field`, `message` and every one of the `problems`.
#[wasm_bindgen(js_name = useReference)]
pub fn use_reference(figures: &JsValue) -> Result<(), JsValue> {
    let figures = exchange::read::<Reference>(figures)?;
    exchange::accept(figures.check())?;
    REFERENCE.set(Some(figures));
    Ok(())
}
