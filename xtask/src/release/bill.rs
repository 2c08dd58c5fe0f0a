//! What the release is made of: a bill of materials in CycloneDX 1.6, of what is really linked into the modules and of the fonts.
//!
//! Written as JSON by us: `cargo cyclonedx` names what builds the modules too, at the time it runs and under a number that it draws;
//! the libraries of the format are of twenty packages, for a dozen fields. A test holds it to the standard's own schema.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::VERSION;
use crate::digest;
use crate::shell::read;
use crate::wasm::{SHIPPED, TARGET, rust_version};
use crate::workspace;

const FONT_LICENCE: &str = "OFL-1.1";

/// Each font that is shipped, with what it was made from (`crates/documents/fonts/README.md`).
const FONTS: [(&str, &str, &str); 4] = [
    ("crates/documents/fonts/dument-serif.ttf", "Source Serif 4", "4.005"),
    ("www/fonts/dument-display.woff2", "Source Serif 4", "4.005"),
    ("www/fonts/dument-sans.woff2", "Source Sans 3", "3.052"),
    ("www/fonts/dument-serif.woff2", "Source Serif 4", "4.005"),
];

/// A library that is linked.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Library {
    name: String,
    version: String,
    licence: String,
}

/// The bill, as text.
pub(super) fn of_materials() -> Result<String> {
    let sums = checksums()?;
    let mut components = Vec::new();
    for library in linked()? {
        let own = library.name == "dument" || library.name.starts_with("dument-");
        components.push(component(&library, sums.get(&(library.name.clone(), library.version.clone())), own));
    }
    components.push(standard_library()?);
    for (path, from, version) in FONTS {
        components.push(font(path, from, version)?);
    }
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "dument",
                "name": "dument",
                "version": VERSION,
                "licenses": [{ "license": { "id": "EUPL-1.2" } }],
            },
        },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

/// What Cargo hands to the linker for the shipped modules, though it may keep little of some: not what only builds them, nor macros,
/// which run while one compiles.
fn linked() -> Result<BTreeSet<Library>> {
    let cargo = env::var_os("CARGO").unwrap_or("cargo".into());
    let mut found = BTreeSet::new();
    for module in SHIPPED {
        let tree = read(
            Command::new(&cargo)
                .args(["tree", "--target", TARGET, "--edges", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe"])
                .args(["--format", "{p}|{l}", "--package", module.package, "--features", module.features])
                .current_dir(workspace::root()),
        )?;
        found.extend(tree.lines().filter_map(library));
    }
    Ok(found)
}

/// `leptos v0.8.23|MIT`, or with a path after the version.
fn library(line: &str) -> Option<Library> {
    let (package, licence) = line.split_once('|')?;
    let (name, rest) = package.split_once(" v")?;
    let version = rest.split(' ').next()?;
    Some(Library { name: name.to_owned(), version: version.to_owned(), licence: licence.replace('/', " OR ") })
}

/// What `Cargo.lock` says of each package from the registry: the digest of its sources.
fn checksums() -> Result<BTreeMap<(String, String), String>> {
    let lock: toml::Table = fs::read_to_string(workspace::path("Cargo.lock"))?.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock names no package")?;
    let of = |package: &toml::Value| {
        let text = |field| Some(package.get(field)?.as_str()?.to_owned());
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    Ok(packages.iter().filter_map(of).collect())
}

fn component(library: &Library, checksum: Option<&String>, own: bool) -> Value {
    let Library { name, version, licence } = library;
    let reference = if own { format!("workspace/{name}@{version}") } else { format!("pkg:cargo/{name}@{version}") };
    let mut component = json!({
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "version": version,
        "licenses": [{ "expression": licence }],
    });
    if !own {
        component["purl"] = json!(reference);
    }
    if let Some(checksum) = checksum {
        component["hashes"] = sha256(checksum);
    }
    component
}

/// Rust's own library is linked as well, as the compiler brings it.
fn standard_library() -> Result<Value> {
    let version = rust_version()?;
    Ok(json!({
        "type": "library",
        "bom-ref": format!("rust-std@{version}"),
        "name": "rust-std",
        "version": version,
        "description": "The standard library of Rust, with what it brings along",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    }))
}

fn font(path: &str, from: &str, version: &str) -> Result<Value> {
    let bytes = fs::read(workspace::path(path)).with_context(|| path.to_owned())?;
    let name = path.rsplit('/').next().unwrap_or(path);
    Ok(json!({
        "type": "file",
        "bom-ref": format!("font/{name}"),
        "name": name,
        "version": version,
        "description": format!("Subset of {from}"),
        "licenses": [{ "license": { "id": FONT_LICENCE } }],
        "hashes": sha256(&digest::hex(&bytes)),
    }))
}

fn sha256(hex: &str) -> Value {
    json!([{ "alg": "SHA-256", "content": hex }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_cargo_names_a_library() {
        let read = |line| library(line).map(|library| [library.name, library.version, library.licence]);
        assert_eq!(read("leptos v0.8.23|MIT"), Some(["leptos", "0.8.23", "MIT"].map(str::to_owned)));
        assert_eq!(
            read("dument-law v0.1.0 (/some/where/crates/law)|EUPL-1.2"),
            Some(["dument-law", "0.1.0", "EUPL-1.2"].map(str::to_owned))
        );
        assert_eq!(read("old v1.0.0|MIT/Apache-2.0").unwrap()[2], "MIT OR Apache-2.0");
        assert_eq!(read(""), None);
    }

    #[test]
    fn what_is_linked_is_named_and_what_only_builds_is_not() {
        let names: BTreeSet<String> = linked().unwrap().into_iter().map(|library| library.name).collect();
        for linked in ["dument-law", "leptos", "krilla", "wasm-bindgen"] {
            assert!(names.contains(linked), "{linked} is linked");
        }
        for builds in ["dument-derive", "leptos_macro", "lexopt", "proptest", "xtask"] {
            assert!(!names.contains(builds), "{builds} is not linked");
        }
    }

    #[test]
    fn no_font_is_forgotten() {
        for folder in ["www/fonts", "crates/documents/fonts"] {
            for file in workspace::files(&workspace::path(folder)).unwrap() {
                let path = format!("{folder}/{}", file.display());
                let is_font = ["woff2", "ttf"].contains(&workspace::extension(&path));
                assert_eq!(is_font, FONTS.iter().any(|(font, ..)| *font == path), "{path}");
            }
        }
    }
}
