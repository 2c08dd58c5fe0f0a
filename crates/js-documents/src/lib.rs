//! The documents of the JavaScript API: a WebAssembly module of its own, because a visitor who downloads no letter
//! should not download what writes PDF.

mod exchange;

use dument_law::{Code, Problems};
use wasm_bindgen::prelude::*;

/// A letter as a file: `"pdf"`, `"docx"`, `"txt"` or `"eml"` (an e-mail draft with the PDF attached).
///
/// Takes the JSON of what `letter()` gives, or of any object with its `language`, `title`, `author`, `writtenOn` and `blocks`; other
/// fields are left aside. The same letter always gives the same bytes.
///
/// # Errors
/// Every problem of the letter, as JSON.
#[wasm_bindgen]
pub fn render(letter: &str, format: &str) -> Result<Vec<u8>, String> {
    let document = exchange::document(letter)?;
    match format {
        "pdf" => dument_documents::pdf(&document).map_err(|failure| exchange::failure(&failure)),
        "docx" => Ok(dument_documents::docx(&document)),
        "txt" => Ok(dument_documents::text(&document).into_bytes()),
        "eml" => dument_documents::eml(&document).map_err(|failure| exchange::failure(&failure)),
        other => Err(exchange::refused(&Problems::one(
            Code::UnknownValue,
            "format",
            format!("« {other} » n’est pas un format possible. Formats possibles\u{a0}: pdf, docx, txt, eml."),
        ))),
    }
}

/// The characters of a letter that its PDF can only name, as in `[U+4E00]`: its fonts hold the Latin, Greek and
/// Cyrillic alphabets.
///
/// # Errors
/// Every problem of the letter, as JSON.
#[wasm_bindgen(js_name = missingCharacters)]
pub fn missing_characters(letter: &str) -> Result<Vec<String>, String> {
    let missing = dument_documents::missing_characters(&exchange::document(letter)?);
    Ok(missing.into_iter().map(String::from).collect())
}
