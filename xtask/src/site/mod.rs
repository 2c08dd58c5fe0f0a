//! The site in `dist/`: plain files that work on any static host, in any folder.
//!
//! Everything the pages load lies in `assets/` under a name that holds the digest of its content, so that a
//! browser keeps it for good; the pages themselves, and what other sites may name, keep their own names.

pub(crate) mod compression;
pub(crate) mod policy;
mod shell;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use dument_pages::Page;

use crate::args::Mode;
use crate::digest;
use crate::output::Output;
use crate::reference;
use crate::wasm::Bindings;
use crate::workspace;

/// Where the site is left.
pub(crate) const FOLDER: &str = "dist";

/// The hashed files of the site, by what they are called in the sources (`fonts/serif.woff2`) or, for what is
/// made here, by a short name (`app`, `style`).
type Assets = BTreeMap<String, String>;

/// Puts the site together.
pub(crate) fn assemble(application: &Bindings, on_demand: &[Bindings], mode: Mode) -> Result<()> {
    let www = workspace::path("www");
    let mut output = Output::new(FOLDER);
    let mut assets = Assets::new();

    for file in workspace::files(&www)? {
        let name = file.to_string_lossy().into_owned();
        let bytes = fs::read(www.join(&file))?;
        match role(&name) {
            Role::Shell | Role::Style => {}
            Role::Asset => add_asset(&mut output, &mut assets, &name, &name, bytes),
            Role::AsIs => output.add(name, bytes),
        }
    }
    let style = style(&www, &assets)?;
    add_asset(&mut output, &mut assets, "style", "style.css", style);
    add_module(&mut output, &mut assets, "app", "wasm", application);
    for bindings in on_demand {
        add_module(&mut output, &mut assets, bindings.name, &format!("{}-wasm", bindings.name), bindings);
    }

    let template = fs::read_to_string(www.join("index.html")).context("www/index.html")?;
    for page in Page::ALL {
        let html = shell::fill(&template, page, &assets)?;
        output.add(format!("{}index.html", page.path()), html);
    }
    output.add(reference::SCHEMA_NAME, reference::schema()?);
    if mode == Mode::Release {
        compression::add_forms(&mut output)?;
    }
    // Without compressed forms: the site's owner may replace it, and a host would go on serving the old ones.
    output.add(reference::NAME, reference::published()?);
    output.write()
}

/// What becomes of a file of `www/`.
enum Role {
    /// The template of every page.
    Shell,
    /// A part of the one style sheet.
    Style,
    /// Loaded by the pages: named by its content.
    Asset,
    /// Kept under its own name.
    AsIs,
}

fn role(name: &str) -> Role {
    let in_style = name.starts_with("style/") && workspace::extension(name) == "css";
    match name {
        "index.html" => Role::Shell,
        "start.js" => Role::Asset,
        _ if in_style => Role::Style,
        _ if name.starts_with("fonts/") && workspace::extension(name) == "woff2" => Role::Asset,
        _ => Role::AsIs,
    }
}

/// `www/style/*.css` in the order of their names, each font by its hashed name.
fn style(www: &Path, assets: &Assets) -> Result<Vec<u8>> {
    let folder = www.join("style");
    let mut css = String::new();
    for file in workspace::files(&folder)? {
        if file.extension().is_some_and(|extension| extension == "css") {
            css.push_str(&fs::read_to_string(folder.join(&file))?);
        }
    }
    for (source, hashed) in assets {
        // Both lie in `assets/`.
        let beside = hashed.trim_start_matches("assets/");
        css = css.replace(&format!("../{source}"), beside);
    }
    ensure!(!css.contains("../fonts/"), "www/style names a font that isn't in www/fonts");
    Ok(css.into_bytes())
}

/// Adds `bytes` to `assets/`, and remembers under which name.
fn add_asset(output: &mut Output, assets: &mut Assets, key: &str, name: &str, bytes: Vec<u8>) {
    let name = Path::new(name);
    let stem = name.file_stem().unwrap_or_default().to_string_lossy();
    let extension = name.extension().unwrap_or_default().to_string_lossy();
    let path = format!("assets/{stem}-{}.{extension}", digest::short(&bytes));
    output.add(path.as_str(), bytes);
    assets.insert(key.to_owned(), path);
}

/// Adds a module: its JavaScript asks for its WebAssembly by the hashed name.
fn add_module(output: &mut Output, assets: &mut Assets, key: &str, wasm_key: &str, bindings: &Bindings) {
    let wasm_name = format!("{}.wasm", bindings.name);
    add_asset(output, assets, wasm_key, &wasm_name, bindings.wasm.clone());
    let hashed = assets[wasm_key].trim_start_matches("assets/").to_owned();
    let js = bindings.js.replace(&bindings.wasm_name(), &hashed);
    let js_name = format!("{}.js", bindings.name);
    add_asset(output, assets, key, &js_name, js.into_bytes());
    for (path, bytes) in &bindings.snippets {
        output.add(format!("assets/{}", path.display()), bytes.as_slice());
    }
}
