//! The browser's own compression: nothing to download for it.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, WritableStream};

#[wasm_bindgen]
extern "C" {
    type CompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn readable(this: &CompressionStream) -> ReadableStream;

    #[wasm_bindgen(method, getter)]
    fn writable(this: &CompressionStream) -> WritableStream;

    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;

    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

/// How compressed bytes are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As PDF has them (RFC 1950).
    Zlib,
    /// Nothing around them (RFC 1951).
    Raw,
}

impl Layout {
    fn name(self) -> &'static str {
        match self {
            Self::Zlib => "deflate",
            Self::Raw => "deflate-raw",
        }
    }
}

/// More than any case takes, once it is plain: what is longer is none, and might be made to fill the memory.
pub const LONGEST: usize = 1_000_000;

/// Some bytes, compressed; fails where the browser doesn't know how.
pub async fn deflated(bytes: &[u8], layout: Layout) -> Result<Vec<u8>, JsValue> {
    let stream = CompressionStream::new(layout.name())?;
    piped(bytes, &ReadableWritablePair::new(&stream.readable(), &stream.writable())).await
}

/// What was compressed; fails where it is damaged or longer than [`LONGEST`].
pub async fn inflated(bytes: &[u8], layout: Layout) -> Result<Vec<u8>, JsValue> {
    let stream = DecompressionStream::new(layout.name())?;
    piped(bytes, &ReadableWritablePair::new(&stream.readable(), &stream.writable())).await
}

async fn piped(bytes: &[u8], through: &ReadableWritablePair) -> Result<Vec<u8>, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let reader: ReadableStreamDefaultReader = blob.stream().pipe_through(through).get_reader().unchecked_into();
    let mut read = Vec::new();
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &"done".into())?.is_truthy() {
            return Ok(read);
        }
        read.extend(Uint8Array::new(&Reflect::get(&chunk, &"value".into())?).to_vec());
        if read.len() > LONGEST {
            JsFuture::from(reader.cancel()).await?;
            return Err(JsValue::NULL);
        }
    }
}
