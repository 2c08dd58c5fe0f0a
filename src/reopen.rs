//! Opens a case again from a file: its own, or a PDF that carries it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableWritablePair, Response, WritableStream};

use crate::case::Case;
use crate::case::attached::{attached, is_pdf};
use crate::case::file::{self, FileError};

#[wasm_bindgen]
extern "C" {
    /// The browser's own decompression.
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;

    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// More than any case takes: what is longer is none, and might be made to fill the memory.
const LONGEST: usize = 1_000_000;

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

/// Reads a case from a file that was chosen or dropped.
pub async fn reopen(chosen: &Blob) -> Result<Case, ReopenError> {
    let bytes = JsFuture::from(chosen.array_buffer()).await.map_err(|_| ReopenError::Unread)?;
    let bytes = Uint8Array::new(&bytes).to_vec();
    if !is_pdf(&bytes) {
        return Ok(file::read(&String::from_utf8_lossy(&bytes))?);
    }
    let mut refused = ReopenError::NoCase;
    for found in attached(&bytes).into_iter().filter(|found| found.bytes.len() <= LONGEST) {
        let content = if found.deflated { inflated(found.bytes).await.ok() } else { Some(found.bytes.to_vec()) };
        match content.map(|content| file::read(&String::from_utf8_lossy(&content))) {
            Some(Ok(case)) => return Ok(case),
            // Another file that happens to be attached says nothing.
            Some(Err(error @ FileError::Newer(_))) => refused = error.into(),
            _ => {}
        }
    }
    Err(refused)
}

/// What the browser's own decompression makes of it.
async fn inflated(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let stream = DecompressionStream::new("deflate")?;
    let pair = ReadableWritablePair::new(&stream.readable(), &stream.writable());
    let compressed = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let plain = compressed.stream().pipe_through(&pair);
    let response = Response::new_with_opt_readable_stream(Some(&plain))?;
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    buffer.dyn_into::<js_sys::ArrayBuffer>().map(|buffer| Uint8Array::new(&buffer).to_vec())
}
