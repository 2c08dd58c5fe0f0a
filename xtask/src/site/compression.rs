//! Brotli, gzip and LZMA, once per content: what was compressed before, by the same libraries, is found again by its digest.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use lzma_rust2::{LzmaOptions, LzmaWriter};

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
    let known = known(bytes)?;
    let (br, gz) = (known.with_extension("br"), known.with_extension("gz"));
    if let (Ok(br), Ok(gz)) = (fs::read(&br), fs::read(&gz)) {
        return Ok(Compressed { br, gz });
    }
    let compressed = Compressed { br: brotli(bytes)?, gz: gzip(bytes)? };
    workspace::write_if_changed(&br, &compressed.br)?;
    workspace::write_if_changed(&gz, &compressed.gz)?;
    Ok(compressed)
}

/// As LZMA, in the form `.lzma`: a third smaller than gzip, and no browser takes it apart by itself (`www/one-file/unpack.js`). What
/// comes `before`, and who takes it apart has already, needs not be said again.
pub(super) fn lzma(bytes: &[u8], before: &[u8]) -> Result<Vec<u8>> {
    let known = known(&[before, bytes].concat())?.with_extension(format!("{}.lzma", before.len()));
    if let Ok(compressed) = fs::read(&known) {
        return Ok(compressed);
    }
    let mut options = LzmaOptions::with_preset(9);
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    options.lc = 4;
    options.pb = 0;
    options.preset_dict = (!before.is_empty()).then(|| before.to_vec());
    // The library writes no head where something comes before.
    let size = u64::try_from(bytes.len())?;
    let mut head = vec![options.get_props()];
    head.extend(options.dict_size.to_le_bytes());
    head.extend(size.to_le_bytes());
    let mut writer = LzmaWriter::new(head, &options, false, false, Some(size))?;
    writer.write_all(bytes)?;
    let compressed = writer.finish()?;
    workspace::write_if_changed(&known, &compressed)?;
    Ok(compressed)
}

/// Where the forms of a content are kept.
fn known(bytes: &[u8]) -> Result<PathBuf> {
    // Another version of a library, or another of its features, gives other bytes.
    let libraries = digest::short(&fs::read(workspace::path("Cargo.lock"))?);
    Ok(workspace::memory("compressed").join(libraries).join(digest::hex(bytes)))
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
