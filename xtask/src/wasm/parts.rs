//! Parting a module: what only its split points reach leaves it, to be fetched at the first need (`src/parts.rs`).

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_encoder::RawSection;
use wasm_split_cli_support::Options;
use wasmparser::Parser;

use crate::workspace;

/// What asks for the parts, beside the module's own JavaScript.
pub(crate) const LINK: &str = "dument_parts.js";

/// What the linker must leave in the module for it to be parted.
pub(super) const LINKER_ARGUMENTS: [&str; 2] = ["--", "-Clink-arg=--emit-relocs"];

/// Hosts that call WebAssembly by another type are served too, as wasm-bindgen does for the module itself.
const INSTANTIATE: &str = include_str!("instantiate.js");
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// The application says in its own words that a part did not come; one that is given up as the page is left is no error.
const COMPLAINT: &str = "console.error(e);";

/// What was cut from a module.
pub(crate) struct Parts {
    /// The script that fetches them.
    pub(crate) link: String,
    /// Each piece, by its file's name.
    pub(crate) pieces: Vec<(String, Vec<u8>)>,
    /// The pieces that make a part, by the part's name.
    pub(crate) of: Vec<(String, Vec<String>)>,
}

/// Cuts a module into `folder`: what stays of it is still to be bound to JavaScript.
pub(super) fn cut(wasm: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let main = folder.join("first.wasm");
    let mut options = Options::new(wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    let link = format!("./{LINK}");
    options.link_name = &link;
    options.main_module = "./dument.js";
    let cut =
        wasm_split_cli_support::transform(options).map_err(|error| anyhow!("the application can't be parted: {error:#}"))?;

    for piece in &cut.split_modules {
        fs::write(piece, without_names(&fs::read(piece)?)?)?;
    }
    let link = fs::read_to_string(folder.join(LINK))?;
    ensure!(
        [STREAMING, COMPLAINT].iter().all(|one| link.contains(one)),
        "the script that fetches the parts isn't as it was: look at {LINK}"
    );
    fs::write(folder.join(LINK), link.replace(STREAMING, "instantiate(src, imports)").replace(COMPLAINT, "") + INSTANTIATE)?;
    let mut parts: Vec<String> = cut.prefetch_map.iter().map(|(part, pieces)| format!("{part} {}\n", pieces.join(" "))).collect();
    parts.sort();
    fs::write(folder.join("parts"), parts.concat())?;
    fs::read(&main).context("the application was parted, and nothing is left of it")
}

/// The parts that were cut into `folder`, if any were.
pub(super) fn read(folder: &Path) -> Result<Option<Parts>> {
    let Ok(list) = fs::read_to_string(folder.join("parts")) else { return Ok(None) };
    let of = list
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(part, pieces)| (part.to_owned(), pieces.split(' ').map(|piece| format!("{piece}.wasm")).collect()))
        .collect();
    let pieces = workspace::files(folder)?
        .into_iter()
        .map(|file| file.to_string_lossy().into_owned())
        .filter(|name| name.starts_with("chunk_") || name.starts_with("split_"))
        .map(|name| fs::read(folder.join(&name)).map(|bytes| (name, bytes)))
        .collect::<Result<_, _>>()?;
    Ok(Some(Parts { link: fs::read_to_string(folder.join(LINK))?, pieces, of }))
}

/// A module without what only a debugger reads.
fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    const CUSTOM: u8 = 0;
    let mut module = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Some((id, range)) = payload?.as_section().filter(|(id, _)| *id != CUSTOM) {
            module.section(&RawSection { id, data: &wasm[range] });
        }
    }
    Ok(module.finish())
}
