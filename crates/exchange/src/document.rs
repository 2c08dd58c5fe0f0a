//! From a letter's JSON to the document that is rendered.

use dument_law::reading::{self, Given};
use dument_law::{Code, Problems};
use dument_letters::Document;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::refused;

/// The fields of a letter that make its document.
const FIELDS: [&str; 5] = ["language", "title", "author", "writtenOn", "blocks"];

#[wasm_bindgen]
extern "C" {
    /// A text in a form of Unicode. Named alone: the library of all of JavaScript leaves a kilobyte behind.
    #[wasm_bindgen(js_namespace = ["String", "prototype", "normalize"], js_name = call)]
    fn normalize(text: &str, form: &str) -> String;
}

/// Reads the document of a letter.
///
/// Accents typed as separate marks are composed first (Unicode form C): the fonts hold composed letters.
///
/// # Errors
/// Every fault in it, as JSON.
pub fn document(letter: &str) -> Result<Document, String> {
    let composed = normalize(letter, "NFC");
    let Some(Given::Fields(mut fields)) = Given::of_json(&composed) else {
        let message = "Il faut une lettre\u{a0}: un objet simple, tel que la fonction letter le donne.";
        return Err(refused(&Problems::one(Code::WrongType, "", message)));
    };
    fields.retain(|(name, _)| FIELDS.contains(&name.as_ref()));
    reading::read(&Given::Fields(fields)).map_err(|problems| refused(&problems))
}
