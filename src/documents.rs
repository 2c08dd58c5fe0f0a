//! The modules that make files: PDF is one, DOCX another, all other formats a third, each fetched the first time it is wanted.

use dument_law::Day;
use dument_law::reading::Given;
use dument_letters::{Document, Letter};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::modules::{self, NotLoaded};

#[wasm_bindgen]
extern "C" {
    type Pdf;

    #[wasm_bindgen(method, catch)]
    fn pdf(
        this: &Pdf,
        letter: &str,
        name: &str,
        media_type: &str,
        description: &str,
        attached: Option<Vec<u8>>,
    ) -> Result<Uint8Array, JsValue>;

    type Docx;

    #[wasm_bindgen(method, catch)]
    fn docx(this: &Docx, letter: &str) -> Result<Uint8Array, JsValue>;

    type Documents;

    #[wasm_bindgen(method, catch)]
    fn txt(this: &Documents, letter: &str) -> Result<Uint8Array, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn eml(this: &Documents, letter: &str, to: Option<&str>, attached: &JsValue) -> Result<Uint8Array, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn archive(this: &Documents, files: &JsValue, dated: &str) -> Result<Uint8Array, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn exhibits(this: &Documents, letters: Array) -> Result<String, JsValue>;

    /// Files to attach or to archive: made by the module, in whose memory they are.
    type Files;

    #[wasm_bindgen(method)]
    fn add(this: &Files, name: &str, bytes: Uint8Array);
}

/// A file for the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file of text.
    #[must_use]
    pub fn text(name: impl Into<String>, text: &str) -> Self {
        Self { name: name.into(), bytes: text.as_bytes().to_vec() }
    }

    /// The media type, by the end of the name.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        match self.name.rsplit('.').next().unwrap_or_default() {
            "pdf" => "application/pdf",
            "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "txt" => "text/plain;charset=utf-8",
            "eml" => "message/rfc822",
            "ics" => "text/calendar",
            "csv" => "text/csv;charset=utf-8",
            "zip" => "application/zip",
            _ => "application/json",
        }
    }
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The module could not be fetched.
    #[error("{0} La lettre est là\u{a0}: vous pouvez aussi l’imprimer.")]
    NotLoaded(#[from] NotLoaded),
    /// The module refused the letter, in its own words.
    #[error("{0}")]
    Refused(String),
    /// It stopped on the way: no memory left, as a rule.
    #[error(
        "Le fichier n’a pas pu être fabriqué\u{a0}: la mémoire manque peut-être. Fermez d’autres onglets et réessayez, ou imprimez la lettre."
    )]
    Stopped,
}

/// What a module answers, or why it doesn't.
fn answered<T>(answer: Result<T, JsValue>) -> Result<T, RenderError> {
    answer.map_err(|thrown| {
        // Problems are thrown as JSON; anything else is a module that stopped.
        thrown.as_string().and_then(|thrown| sentences(&thrown)).map_or(RenderError::Stopped, RenderError::Refused)
    })
}

/// What a module finds wrong, in its sentences.
fn sentences(problems: &str) -> Option<String> {
    let Ok(Given::List(problems)) = serde_json::from_str(problems) else { return None };
    let message = |problem: &Given<'_>| match problem {
        Given::Fields(fields) => fields.iter().find_map(|(name, value)| match value {
            Given::Text(text) if name == "message" => Some(text.to_string()),
            _ => None,
        }),
        _ => None,
    };
    Some(problems.iter().filter_map(message).collect::<Vec<_>>().join(" "))
}

fn plain(letter: &Letter) -> String {
    written(&letter.document())
}

fn written(document: &Document) -> String {
    // A document is texts and lists, which JSON holds.
    serde_json::to_string(document).unwrap_or_default()
}

async fn documents() -> Result<Documents, RenderError> {
    Ok(modules::load("dument_documents").await?.unchecked_into())
}

/// A list of files in the module's memory.
fn list(module: &Documents, files: &[File]) -> Result<JsValue, RenderError> {
    let class: js_sys::Function =
        js_sys::Reflect::get(module, &"Files".into()).map_err(|_| RenderError::Stopped)?.unchecked_into();
    let list: Files = js_sys::Reflect::construct(&class, &Array::new()).map_err(|_| RenderError::Stopped)?.unchecked_into();
    for file in files {
        list.add(&file.name, Uint8Array::from(file.bytes.as_slice()));
    }
    Ok(list.into())
}

/// The name under which a case is carried in a PDF.
pub const CASE_NAME: &str = "dossier-dument.json";

/// A letter as PDF, with the case it was made from inside where its JSON is given.
pub async fn pdf(letter: &Letter, case: Option<&str>) -> Result<Vec<u8>, RenderError> {
    let module: Pdf = modules::load("dument_pdf").await?.unchecked_into();
    let attached = case.map(|case| case.as_bytes().to_vec());
    let description = "Le dossier Dûment dont cette lettre est tirée";
    Ok(answered(module.pdf(&plain(letter), CASE_NAME, "application/json", description, attached))?.to_vec())
}

/// A document as PDF.
pub async fn pdf_of(document: &Document) -> Result<Vec<u8>, RenderError> {
    let module: Pdf = modules::load("dument_pdf").await?.unchecked_into();
    Ok(answered(module.pdf(&written(document), "", "", "", None))?.to_vec())
}

/// A document as PDF, from its JSON.
pub async fn pdf_of_written(document: &str) -> Result<Vec<u8>, RenderError> {
    let module: Pdf = modules::load("dument_pdf").await?.unchecked_into();
    Ok(answered(module.pdf(document, "", "", "", None))?.to_vec())
}

/// A letter for a word processor.
pub async fn docx(letter: &Letter) -> Result<Vec<u8>, RenderError> {
    let module: Docx = modules::load("dument_docx").await?.unchecked_into();
    Ok(answered(module.docx(&plain(letter)))?.to_vec())
}

/// A letter as plain text.
pub async fn txt(letter: &Letter) -> Result<Vec<u8>, RenderError> {
    Ok(answered(documents().await?.txt(&plain(letter)))?.to_vec())
}

/// An e-mail draft with the files attached.
pub async fn eml(letter: &Letter, to: Option<&str>, attached: &[File]) -> Result<Vec<u8>, RenderError> {
    let module = documents().await?;
    let attached = list(&module, attached)?;
    Ok(answered(module.eml(&plain(letter), to, &attached))?.to_vec())
}

/// All the files in one ZIP.
pub async fn archive(files: &[File], dated: Day) -> Result<Vec<u8>, RenderError> {
    let module = documents().await?;
    let files = list(&module, files)?;
    Ok(answered(module.archive(&files, &dated.to_string()))?.to_vec())
}

/// What is to be gathered with these letters.
pub async fn exhibits(letters: &[Letter]) -> Result<String, RenderError> {
    let letters = letters.iter().map(|letter| JsValue::from(plain(letter))).collect();
    answered(documents().await?.exhibits(letters))
}
