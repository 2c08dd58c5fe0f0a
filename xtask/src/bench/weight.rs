//! What a visitor downloads, and what the package holds.

use std::fs;

use anyhow::{Result, ensure};
use dument_pages::Part;

use crate::site::compression;
use crate::{package, shell, site, workspace};

/// What the first visit may download, compressed, until three facts can be typed: page, style, fonts, scripts and the first
/// part of the application.
const FIRST_VISIT: u64 = 250_000;

/// What the npm package loads to compute, compressed: WebAssembly and JavaScript.
const ENGINE: u64 = 185_000;

/// What makes a PDF, code and font, compressed: 420 KB were set for it, and the rest is room for another compiler.
const PDF: u64 = 425_000;

/// What makes a DOCX, compressed.
const DOCX: u64 = 40_000;

/// The whole site as one file, as it lies on a disk.
const ONE_FILE: u64 = 2_500_000;

/// The script that sites put in their pages, compressed.
const LOADER: u64 = 1_500;

/// Loaded when the first letter is written, the first file made or sealed, or in the page of another site, not before: a
/// typeface, an element, modules, and what works beside the page; and what keeps the site for when there is no network, long after the first
/// answers.
const ON_DEMAND: [&str; 12] = [
    "dument-serif",
    "outil",
    "dument_letters",
    "dument_pdf",
    "dument_docx",
    "dument_documents",
    "dument_seal",
    "dument_ledger",
    "ledger",
    "aside",
    "framed",
    "offline",
];

/// What the names of the files hold that bring the further parts of the application, code and style.
fn is_of_part(part: Part, weight: &Weight) -> bool {
    weight.name.starts_with("assets/") && weight.name.split(['-', '/']).any(|word| word == part.name())
}

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
    for part in Part::ALL {
        let pieces: Vec<_> = later.iter().copied().filter(|weight| is_of_part(part, weight)).collect();
        table(&format!("The part \u{ab}{}\u{bb}, at the first need", part.name()), &pieces);
    }
    let modules: Vec<_> = later.into_iter().filter(|weight| !Part::ALL.iter().any(|part| is_of_part(*part, weight))).collect();
    table("On demand", &modules);
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
    let loader = files_of("dist/embed/v1")?;
    check(
        "The loader of the embedded tools",
        &loader.iter().filter(|weight| weight.name == "embed.js").collect::<Vec<_>>(),
        LOADER,
    )?;
    check("The first visit", &site.iter().filter(|weight| is_first(weight)).collect::<Vec<_>>(), FIRST_VISIT)?;
    check("The npm package's engine", &package.iter().filter(|weight| is_engine(weight)).collect::<Vec<_>>(), ENGINE)?;
    for (what, module, budget) in [("What makes a PDF", "dument_pdf", PDF), ("What makes a DOCX", "dument_docx", DOCX)] {
        check(what, &package.iter().filter(|weight| is_of(module, weight)).collect::<Vec<_>>(), budget)?;
    }
    let raw = fs::metadata(workspace::path(site::FOLDER).join(site::one_file::NAME))?.len();
    let one_file = Weight { name: site::one_file::NAME.to_owned(), raw, br: None };
    check("The one file", &[&one_file], ONE_FILE)
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
    weights.retain(|weight| weight.name == "index.html" || weight.name.starts_with("assets/"));
    Ok(weights)
}

fn is_first(weight: &Weight) -> bool {
    !Part::ALL.iter().any(|part| is_of_part(*part, weight))
        && !ON_DEMAND.iter().any(|module| weight.name.trim_start_matches("assets/").starts_with(module))
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
