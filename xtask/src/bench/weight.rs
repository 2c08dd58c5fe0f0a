//! What a visitor downloads, and what the package holds.

use std::fs;

use anyhow::{Result, ensure};

use crate::site::compression;
use crate::{package, shell, site, workspace};

/// What the first visit may download, compressed: page, style, fonts, scripts and the application. The pages are still in
/// one module: this keeps it from growing until they are split, and leaves room for what another compiler makes of it.
const FIRST_VISIT: u64 = 615_000;

/// What the npm package loads to compute, compressed: WebAssembly and JavaScript.
const ENGINE: u64 = 185_000;

/// What makes a PDF, code and font, compressed: 420 KB were set for it, and the rest is room for another compiler.
const PDF: u64 = 425_000;

/// What makes a DOCX, compressed.
const DOCX: u64 = 40_000;

/// Loaded when the first letter is written or the first file made, not before.
const ON_DEMAND: [&str; 4] = ["dument_letters", "dument_pdf", "dument_docx", "dument_documents"];

/// A shipped file, by what it weighs.
struct Weight {
    name: String,
    raw: u64,
    /// By Brotli, where that is worth it.
    br: Option<u64>,
}

impl Weight {
    fn sent(&self) -> u64 {
        self.br.unwrap_or(self.raw)
    }
}

/// Prints a table of every shipped file, the sum of the first visit, and the modules of the package.
pub(crate) fn print() -> Result<()> {
    let site = site_weights()?;
    ensure!(!site.is_empty(), "there is nothing in {}/ yet: run `cargo xtask build` first", site::FOLDER);
    let (first, later): (Vec<_>, Vec<_>) = site.iter().partition(|weight| is_first(weight));
    table("First visit", &first);
    table("On demand", &later);
    let package = files_of(package::FOLDER)?;
    let (engine, rest): (Vec<_>, Vec<_>) = package.iter().partition(|weight| is_engine(weight));
    table("npm package: the engine", &engine);
    table("npm package: letters, files, declarations and the rest", &rest);
    println!("Budget of the first visit: {} of {FIRST_VISIT} bytes; of the engine: {} of {ENGINE}", sum(&first), sum(&engine));
    Ok(())
}

/// Fails, with the figures, where something that is downloaded has grown too heavy.
pub(crate) fn check_budgets() -> Result<()> {
    let site = site_weights()?;
    let package = files_of(package::FOLDER)?;
    check("The first visit", &site.iter().filter(|weight| is_first(weight)).collect::<Vec<_>>(), FIRST_VISIT)?;
    check("The npm package's engine", &package.iter().filter(|weight| is_engine(weight)).collect::<Vec<_>>(), ENGINE)?;
    for (what, module, budget) in [("What makes a PDF", "dument_pdf", PDF), ("What makes a DOCX", "dument_docx", DOCX)] {
        check(what, &package.iter().filter(|weight| is_of(module, weight)).collect::<Vec<_>>(), budget)?;
    }
    Ok(())
}

fn check(what: &str, weights: &[&Weight], budget: u64) -> Result<()> {
    let sent = sum(weights);
    if sent > budget {
        table(what, weights);
    }
    ensure!(sent <= budget, "{what} weighs {sent} bytes, more than the {budget} it may");
    shell::say(format!("{what} weighs {sent} of at most {budget} bytes"));
    Ok(())
}

/// The home page and what it loads; the other pages differ by a few words.
fn site_weights() -> Result<Vec<Weight>> {
    let mut weights = files_of(site::FOLDER)?;
    weights.retain(|weight| {
        ["index.html", "icons/sprite.svg"].contains(&weight.name.as_str()) || weight.name.starts_with("assets/")
    });
    Ok(weights)
}

fn is_first(weight: &Weight) -> bool {
    !ON_DEMAND.iter().any(|module| weight.name.trim_start_matches("assets/").starts_with(module))
}

/// What a program that only computes loads of the package.
fn is_engine(weight: &Weight) -> bool {
    matches!(workspace::extension(&weight.name), "js" | "wasm") && is_first(weight)
}

/// What a program loads of the package for this module.
fn is_of(module: &str, weight: &Weight) -> bool {
    matches!(workspace::extension(&weight.name), "js" | "wasm") && weight.name.starts_with(module)
}

fn files_of(folder: &str) -> Result<Vec<Weight>> {
    let folder = workspace::path(folder);
    let mut weights = Vec::new();
    for file in workspace::files(&folder)? {
        let name = file.to_string_lossy().into_owned();
        if matches!(workspace::extension(&name), "br" | "gz") {
            continue;
        }
        let bytes = fs::read(folder.join(&file))?;
        let br = if compression::is_worth_it(&name) { Some(length(&compression::compress(&bytes)?.br)?) } else { None };
        weights.push(Weight { raw: length(&bytes)?, br, name });
    }
    Ok(weights)
}

fn length(bytes: &[u8]) -> Result<u64> {
    Ok(u64::try_from(bytes.len())?)
}

fn sum(weights: &[&Weight]) -> u64 {
    weights.iter().map(|weight| weight.sent()).sum()
}

fn table(title: &str, weights: &[&Weight]) {
    println!("| {title:<44} | {:>10} | {:>10} |", "raw", "brotli");
    println!("|{:-<46}|{:->11}:|{:->11}:|", "", "", "");
    for weight in weights {
        let br = weight.br.map_or("–".to_owned(), |bytes| bytes.to_string());
        println!("| {:<44} | {:>10} | {br:>10} |", weight.name, weight.raw);
    }
    let raw: u64 = weights.iter().map(|weight| weight.raw).sum();
    println!("| {:<44} | {raw:>10} | {:>10} |\n", "sum", sum(weights));
}
