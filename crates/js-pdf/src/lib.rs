//! The PDF files of the JavaScript API: a WebAssembly module of its own, by far the heaviest, loaded with the first PDF.

use dument_documents::Attachment;
use dument_law::{Code, Problems};
use wasm_bindgen::prelude::*;

/// A letter as PDF; with a file attached, such as the case it was made from, that file comes back out of it.
///
/// Takes the JSON of what `letter()` gives, or of any object with its `language`, `title`, `author`, `writtenOn` and `blocks`; other
/// fields are left aside. The same letter always gives the same bytes. Without `bytes`, nothing is attached.
///
/// # Errors
/// Every problem of the letter, as JSON.
#[wasm_bindgen]
pub fn pdf(letter: &str, name: &str, media_type: &str, description: &str, bytes: Option<Vec<u8>>) -> Result<Vec<u8>, String> {
    let document = dument_exchange::document(letter)?;
    let attachment = bytes.map(|bytes| Attachment {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        description: description.to_owned(),
        bytes,
    });
    dument_documents::pdf(&document, attachment.as_ref()).map_err(|failure| {
        // No field of the letter is at fault.
        dument_exchange::refused(&Problems::one(Code::DocumentFailed, "", failure.to_string()))
    })
}

/// The characters of a letter that its PDF can only name, as in `[U+4E00]`: its fonts hold the Latin, Greek and
/// Cyrillic alphabets.
///
/// # Errors
/// Every problem of the letter, as JSON.
#[wasm_bindgen(js_name = missingCharacters)]
pub fn missing_characters(letter: &str) -> Result<Vec<String>, String> {
    let missing = dument_documents::missing_characters(&dument_exchange::document(letter)?);
    Ok(missing.into_iter().map(String::from).collect())
}
