//! What no compiler checks, kept true by tests.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace;

/// Rooms that draw: coordinates are no money. Everywhere else a float is one by mistake.
const FLOAT_ROOMS: [&str; 1] = ["crates/documents/"];

/// The Rust sources of the workspace, by their path from its root.
fn sources() -> Vec<(String, String)> {
    files_in(&["src", "crates", "xtask"], &["rs"])
}

fn files_in(folders: &[&str], extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in folders {
        for file in workspace::files(&workspace::path(folder)).unwrap() {
            let wanted = file.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted));
            if wanted {
                let path: PathBuf = Path::new(folder).join(file);
                let text = fs::read_to_string(workspace::root().join(&path)).unwrap();
                found.push((path.to_string_lossy().into_owned(), text));
            }
        }
    }
    found
}

#[track_caller]
fn nothing(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<String> = sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    nothing("without a module doc (`//!`) in its first line", &silent);
}

#[test]
fn money_and_dates_are_never_floats() {
    let floats = [32, 64].map(|bits| format!("f{bits}"));
    let mut found = Vec::new();
    for (path, text) in sources() {
        if FLOAT_ROOMS.iter().any(|room| path.starts_with(room)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            // What is thrown away unread carries nothing.
            let code = floats.iter().fold(code.to_owned(), |code, float| code.replace(&format!("_: {float}"), ""));
            let mut words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
            if words.any(|word| floats.iter().any(|float| word == float)) {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    nothing("a float", &found);
}

/// A link to a law is a link; a script, a style or a font from elsewhere would be a request that tells who reads.
#[test]
fn shipped_files_load_nothing_from_elsewhere() {
    const NAMESPACE: &str = "http://www.w3.org/";
    let mut found = Vec::new();
    for (path, text) in files_in(&["www", "crates/js/pkg"], &["html", "css", "js", "svg", "webmanifest"]) {
        for (number, line) in text.lines().enumerate() {
            let line = line.replace(NAMESPACE, "");
            let elsewhere = line.contains("http://") || line.contains("https://");
            let is_link = line.contains("<a ") || line.trim_start().starts_with(['*', '/']);
            if elsewhere && !is_link {
                found.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    nothing("an address of another site", &found);
}
