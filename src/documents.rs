//! The module that makes PDF and DOCX files: fetched the first time a file is wanted, and only then.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Provided by the page's start script, which knows where the modules are.
    #[wasm_bindgen(js_name = dumentModule, catch)]
    async fn load(name: &str) -> Result<JsValue, JsValue>;

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

    type Documents;

    #[wasm_bindgen(method, catch)]
    fn docx(this: &Documents, letter: &str) -> Result<Uint8Array, JsValue>;
}

/// A file a letter can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// To sign, print and keep.
    Pdf,
    /// To rework in a word processor.
    Docx,
}

impl Format {
    /// The end of the file's name; the renderer's own name of the format too.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The module could not be fetched.
    #[error("Le module qui fabrique les fichiers n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.")]
    NotLoaded,
    /// The module refused the letter, in its own words.
    #[error("{0}")]
    Refused(String),
}

/// What the module finds wrong with a letter.
#[derive(Deserialize)]
struct Problem {
    message: String,
}

/// Renders a letter.
pub async fn render(letter: &impl Serialize, format: Format) -> Result<Vec<u8>, RenderError> {
    let plain = serde_json::to_string(letter).map_err(|error| RenderError::Refused(error.to_string()))?;
    let module = |name| async move { load(name).await.map_err(|_| RenderError::NotLoaded) };
    let made = match format {
        Format::Pdf => module("dument_pdf").await?.unchecked_into::<Pdf>().pdf(&plain, "", "", "", None),
        Format::Docx => module("dument_documents").await?.unchecked_into::<Documents>().docx(&plain),
    };
    let bytes = made.map_err(|problems| {
        let written = problems.as_string().unwrap_or_default();
        let problems: Vec<Problem> = serde_json::from_str(&written).unwrap_or_default();
        let messages: Vec<String> = problems.into_iter().map(|problem| problem.message).collect();
        RenderError::Refused(messages.join(" "))
    })?;
    Ok(bytes.to_vec())
}
