//! Opens a case again from a file: its own, or a PDF that carries it.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::case::attached::{attached, is_pdf};
use crate::case::file::{self, FileError, Opened};
use crate::compression::{LONGEST, Layout, inflated};

/// Why a file opens no case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReopenError {
    /// The browser did not give the file.
    #[error("Ce fichier n’a pas pu être lu.")]
    Unread,
    /// A letter made without its case, or any other PDF.
    #[error("Ce PDF ne contient pas de dossier Dûment\u{a0}: le dossier n’y est que si vous aviez choisi de le joindre.")]
    NoCase,
    /// A case that can't be read.
    #[error(transparent)]
    Case(#[from] FileError),
}

/// What a file that was chosen or dropped holds.
pub async fn bytes_of(chosen: &Blob) -> Result<Vec<u8>, ReopenError> {
    let bytes = JsFuture::from(chosen.array_buffer()).await.map_err(|_| ReopenError::Unread)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// Reads the cases in a file.
pub async fn reopen(bytes: &[u8]) -> Result<Opened, ReopenError> {
    if !is_pdf(bytes) {
        return Ok(file::open(&String::from_utf8_lossy(bytes))?);
    }
    let mut refused = ReopenError::NoCase;
    for found in attached(bytes).into_iter().filter(|found| found.bytes.len() <= LONGEST) {
        let content = if found.deflated { inflated(found.bytes, Layout::Zlib).await.ok() } else { Some(found.bytes.to_vec()) };
        match content.map(|content| file::open(&String::from_utf8_lossy(&content))) {
            Some(Ok(opened)) => return Ok(opened),
            // Another file that happens to be attached says nothing.
            Some(Err(error)) if error != FileError::Unreadable => refused = error.into(),
            _ => {}
        }
    }
    Err(refused)
}
