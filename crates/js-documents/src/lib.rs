//! The light files of the JavaScript API: a WebAssembly module of its own, because a visitor who downloads no file should not
//! download what writes them. PDF and DOCX are others.
//!
//! A letter is the JSON of what `letter()` gives, or of any object with its `language`, `title`, `author`, `writtenOn` and `blocks`;
//! other fields are left aside. The same letter always gives the same bytes.

use dument_documents::{Error, File};
use dument_law::{Code, Day, Problems};
use wasm_bindgen::prelude::*;

/// Files to attach to a message or to put into an archive.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Files(Vec<File>);

#[wasm_bindgen]
impl Files {
    /// None yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file under a name, which is made safe and distinct as it is used.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.0.push(File { name: name.to_owned(), bytes });
    }
}

/// A letter as plain text.
///
/// # Errors
/// Every problem of the letter, as JSON.
#[wasm_bindgen]
pub fn txt(letter: &str) -> Result<Vec<u8>, String> {
    Ok(dument_documents::text(&dument_exchange::document(letter)?).into_bytes())
}

/// The tables of a letter, such as its statement, for a spreadsheet.
///
/// # Errors
/// Every problem of the letter, as JSON.
#[wasm_bindgen]
pub fn csv(letter: &str) -> Result<Vec<u8>, String> {
    Ok(dument_documents::csv(&dument_exchange::document(letter)?))
}

/// An e-mail draft with the files attached, to this address where one is known.
///
/// # Errors
/// Every problem of the letter or of the address, as JSON.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "JavaScript hands its text over")]
pub fn eml(letter: &str, to: Option<String>, attached: &Files) -> Result<Vec<u8>, String> {
    let document = dument_exchange::document(letter)?;
    dument_documents::eml(&document, to.as_deref(), &attached.0).map_err(|failure| failed(&failure))
}

/// All the files in one ZIP, dated by that day (`2026-06-30`).
///
/// # Errors
/// A date that is none, or too many files, as JSON.
#[wasm_bindgen]
pub fn archive(files: &Files, dated: &str) -> Result<Vec<u8>, String> {
    let dated: Day = dated
        .parse()
        .map_err(|_| dument_exchange::refused(&Problems::one(Code::InvalidDate, "dated", "Écrivez la date comme 2026-06-30.")))?;
    dument_documents::archive(&files.0, dated).map_err(|failure| failed(&failure))
}

/// What is to be gathered with these letters: under the title of each, its enclosures, numbered. Empty where none has any.
///
/// # Errors
/// Every problem of the first letter that has some, as JSON.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "JavaScript hands its texts over")]
pub fn exhibits(letters: Vec<String>) -> Result<String, String> {
    let documents = letters.iter().map(|letter| dument_exchange::document(letter)).collect::<Result<Vec<_>, _>>()?;
    Ok(dument_documents::exhibits(&documents))
}

/// A file that could not be made: no field of the letter is at fault.
fn failed(failure: &Error) -> String {
    dument_exchange::refused(&Problems::one(Code::DocumentFailed, "", failure.to_string()))
}
