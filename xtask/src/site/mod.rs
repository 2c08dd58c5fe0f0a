//! The site in `dist/`: plain files that work on any static host, in any folder.
//!
//! Everything the pages load lies in `assets/` under a name that holds the digest of its content, so that a
//! browser keeps it for good; the pages themselves, and what other sites may name, keep their own names.

mod by_hand;
pub(crate) mod compression;
mod hosting;
mod offline;
pub(crate) mod one_file;
pub(crate) mod policy;
mod script;
mod shell;
mod style;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use dument_pages::{Embedded, Page, Part};

use self::shell::Shell;
use crate::args::{BuildOptions, Mode};
use crate::digest;
use crate::output::Output;
use crate::reference;
use crate::wasm::{Bindings, LINK};
use crate::workspace;

/// Where the site is left.
pub(crate) const FOLDER: &str = "dist";

/// The schema of exported cases, as a test writes it beside what reads them.
const CASE_SCHEMA: &str = "case.schema.json";

/// The hashed files of the site, by what they are called in the sources (`fonts/serif.woff2`) or, for what is
/// made here, by a short name (`app`).
type Assets = BTreeMap<String, String>;

/// Puts the site together.
pub(crate) fn assemble(application: &Bindings, on_demand: &[Bindings], options: &BuildOptions) -> Result<()> {
    let www = workspace::path("www");
    let mut output = Output::new(FOLDER);
    let mut assets = Assets::new();

    for file in workspace::files(&www)? {
        let name = file.to_string_lossy().into_owned();
        let bytes = fs::read(www.join(&file))?;
        match role(&name) {
            Role::Template | Role::Style => {}
            Role::Asset if name == "start.js" => {
                let script = String::from_utf8(bytes).context(name.clone())?;
                add_asset(&mut output, &mut assets, &name, &name, script::without_comments(&script).into_bytes());
            }
            Role::Asset => add_asset(&mut output, &mut assets, &name, &name, bytes),
            Role::AsIs => output.add(name, bytes),
        }
    }
    let first_style = style::first(&www, &assets)?;
    add_asset(&mut output, &mut assets, "tools-style", "tools.css", style::of_tools(&www)?.into_bytes());
    add_application(&mut output, &mut assets, application)?;
    for bindings in on_demand {
        add_module(&mut output, &mut assets, bindings.name, &format!("{}-wasm", bindings.name), bindings);
    }

    let template = fs::read_to_string(www.join("index.html")).context("www/index.html")?;
    for page in Page::ALL {
        let shell = Shell { page, embedded: None, assets: &assets, style: &first_style, site_url: options.site_url.as_deref() };
        let html = shell.fill(&template)?;
        output.add(format!("{}index.html", page.path()), html);
    }
    let template = fs::read_to_string(www.join("embed.html")).context("www/embed.html")?;
    let style = first_style.clone() + &style::of_frames(&www)?;
    for tool in Embedded::ALL {
        let site_url = options.site_url.as_deref();
        let shell = Shell { page: tool.page(), embedded: Some(tool), assets: &assets, style: &style, site_url };
        output.add(format!("{}index.html", tool.path()), shell.fill(&template)?);
    }
    let shell = Shell { page: Page::Home, embedded: None, assets: &assets, style: &first_style, site_url: None };
    let one_file = one_file::assemble(&output, &www, shell)?;
    offline::add_worker(&mut output, &www, options.mode)?;
    output.add(hosting::HEADERS, hosting::headers());
    output.add(reference::SCHEMA_NAME, reference::schema()?);
    output.add(CASE_SCHEMA, fs::read(workspace::path("src/case").join(CASE_SCHEMA))?);
    if options.mode == Mode::Release {
        compression::add_forms(&mut output)?;
    }
    // What it holds is compressed.
    output.add(one_file::NAME, one_file);
    // Without compressed forms: the site's owner may replace it, and a host would go on serving the old ones.
    output.add(reference::NAME, reference::published()?);
    output.write()
}

/// What becomes of a file of `www/`.
enum Role {
    /// Filled when the rest is known: every page, what a page says in it, what serves without a network.
    Template,
    /// A part of a style sheet.
    Style,
    /// Loaded by the pages: named by its content.
    Asset,
    /// Kept under its own name.
    AsIs,
}

fn role(name: &str) -> Role {
    let in_style = name.starts_with("style/") && workspace::extension(name) == "css";
    match name {
        "index.html" | "embed.html" | shell::SPRITE | offline::WORKER => Role::Template,
        "start.js" | "aside.js" | "ledger.js" | "framed.js" | "offline.js" => Role::Asset,
        _ if in_style => Role::Style,
        _ if ["by-hand/", "opening/", "one-file/"].iter().any(|folder| name.starts_with(folder)) => Role::Template,
        _ if name.starts_with("fonts/") && workspace::extension(name) == "woff2" => Role::Asset,
        _ => Role::AsIs,
    }
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

/// Adds the application, whose scripts ask for one another: both are named by the digest of the two.
fn add_application(output: &mut Output, assets: &mut Assets, application: &Bindings) -> Result<()> {
    let parts = application.parts.as_ref().context("the application came in one piece")?;
    let mut link = parts.link.clone();
    for (name, bytes) in &parts.pieces {
        let users: Vec<&str> =
            parts.of.iter().filter(|(_, pieces)| pieces.contains(name)).map(|(part, _)| part.as_str()).collect();
        add_asset(output, assets, name, &format!("dument-{}.wasm", users.join("-")), bytes.clone());
        link = link.replace(&format!("./{name}"), beside(&assets[name]));
    }
    for part in Part::ALL {
        let (_, pieces) = parts.of.iter().find(|(name, _)| name == part.name()).with_context(|| {
            format!("the application has no part `{}`: is it still a split point of src/parts.rs?", part.name())
        })?;
        let found = pieces.iter().filter_map(|piece| assets.get(piece)).cloned().collect::<Vec<_>>();
        assets.insert(format!("part:{}", part.name()), found.join(" "));
    }
    add_asset(output, assets, "wasm", "dument.wasm", application.wasm.clone());
    let js = script::without_comments(&application.js).replace(&application.wasm_name(), beside(&assets["wasm"]));
    let digest = digest::short(format!("{js}{link}").as_bytes());
    let [js_name, link_name] = ["dument", "dument-parts"].map(|stem| format!("assets/{stem}-{digest}.js"));
    // Where it imports the script alone: the module knows that by its first name.
    let import = |name: &str| format!("from \"./{name}\"");
    output.add(js_name.as_str(), js.replace(&import(LINK), &import(beside(&link_name))));
    output.add(link_name.as_str(), link.replace("dument.js", beside(&js_name)));
    assets.insert("app".to_owned(), js_name);
    assets.insert("parts".to_owned(), link_name);
    ensure!(application.snippets.is_empty(), "a crate of the application brings JavaScript of its own: add it to the site");
    Ok(())
}

/// The name of a hashed file from another: both lie in `assets/`.
fn beside(path: &str) -> &str {
    path.trim_start_matches("assets/")
}

/// Adds a module: its JavaScript asks for its WebAssembly by the hashed name.
fn add_module(output: &mut Output, assets: &mut Assets, key: &str, wasm_key: &str, bindings: &Bindings) {
    let wasm_name = format!("{}.wasm", bindings.name);
    add_asset(output, assets, wasm_key, &wasm_name, bindings.wasm.clone());
    let js = bindings.js.replace(&bindings.wasm_name(), beside(&assets[wasm_key]));
    let js_name = format!("{}.js", bindings.name);
    add_asset(output, assets, key, &js_name, js.into_bytes());
    for (path, bytes) in &bindings.snippets {
        output.add(format!("assets/{}", path.display()), bytes.as_slice());
    }
}
