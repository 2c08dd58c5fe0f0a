//! The word-processor files of the JavaScript API: a WebAssembly module of its own, loaded with the first one.

use dument_law::{Code, Problems};
use wasm_bindgen::prelude::*;

/// A letter for a word processor.
///
/// Takes the JSON of what `letter()` gives, or of any object with its `language`, `title`, `author`, `writtenOn` and `blocks`; other
/// fields are left aside. The same letter always gives the same bytes.
///
/// # Errors
/// Every problem of the letter, as JSON.
#[wasm_bindgen]
pub fn docx(letter: &str) -> Result<Vec<u8>, String> {
    dument_documents::docx(&dument_exchange::document(letter)?).map_err(|failure| {
        // No field of the letter is at fault.
        dument_exchange::refused(&Problems::one(Code::DocumentFailed, "", failure.to_string()))
    })
}
