//! Brotli and gzip, once per content: what was compressed before is found again by its digest.

use std::fs;
use std::io::Write as _;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

use crate::digest;
use crate::output::Output;
use crate::workspace;

/// Adds `<file>.br` and `<file>.gz` beside every file that gains by it.
pub(super) fn add_forms(output: &mut Output) -> Result<()> {
    let mut forms = Vec::new();
    for (path, bytes) in output.files().filter(|(path, _)| is_worth_it(path)) {
        let compressed = compress(bytes)?;
        forms.push((format!("{path}.br"), compressed.br));
        forms.push((format!("{path}.gz"), compressed.gz));
    }
    for (path, bytes) in forms {
        output.add(path, bytes);
    }
    Ok(())
}

/// The two forms of one content.
pub(crate) struct Compressed {
    pub(crate) br: Vec<u8>,
    pub(crate) gz: Vec<u8>,
}

/// What is worth compressing; fonts and pictures are already.
pub(crate) fn is_worth_it(name: &str) -> bool {
    const EXTENSIONS: [&str; 10] = ["html", "css", "js", "json", "wasm", "svg", "txt", "xml", "webmanifest", "ics"];
    EXTENSIONS.contains(&workspace::extension(name))
}

/// As small as it gets: it is done once and downloaded many times.
pub(crate) fn compress(bytes: &[u8]) -> Result<Compressed> {
    let known = workspace::memory("compressed").join(digest::hex(bytes));
    let (br, gz) = (known.with_extension("br"), known.with_extension("gz"));
    if let (Ok(br), Ok(gz)) = (fs::read(&br), fs::read(&gz)) {
        return Ok(Compressed { br, gz });
    }
    let compressed = Compressed { br: brotli(bytes)?, gz: gzip(bytes)? };
    workspace::write_if_changed(&br, &compressed.br)?;
    workspace::write_if_changed(&gz, &compressed.gz)?;
    Ok(compressed)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { size_hint: bytes.len(), lgwin: 24, quality: 11, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
