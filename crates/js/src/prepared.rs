//! For the bench alone: the computation of a statement, without what crosses between JavaScript and WebAssembly.

use dument_law::penalties;
use wasm_bindgen::prelude::*;

use crate::{exchange, with_reference};

/// Invoices that were read.
#[wasm_bindgen]
pub struct Prepared(penalties::Input);

#[wasm_bindgen]
impl Prepared {
    /// Reads an input.
    ///
    /// # Errors
    /// Every one of the input's problems, as JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(input: &str) -> Result<Self, String> {
        exchange::read(input).map(Self)
    }

    /// Computes every line of the statement, and gives its total alone.
    ///
    /// # Errors
    /// Every one of the input's problems, as JSON.
    pub fn total(&self) -> Result<String, String> {
        let statement = with_reference(|reference| penalties::penalties(&self.0, reference));
        statement.map(|statement| statement.totals.total.to_string()).map_err(|problems| exchange::written(problems.all()))
    }
}
