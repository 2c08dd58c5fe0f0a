//! What serves the site without a network: `www/service-worker.js`, told which files make this version, and their digests.
//!
//! Written by us rather than taken from Workbox: that one keeps the files of every version in one cache and takes the old ones out
//! when a new version starts, so a page still open in another tab would lose what it loads on demand.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use dument_pages::Page;
use sha2::{Digest as _, Sha256};

use crate::args::Mode;
use crate::digest;
use crate::output::Output;

/// At the root of the site: a worker serves what lies beside and below it.
pub(super) const WORKER: &str = "service-worker.js";

/// Put in its place by who no longer wants it.
const REMOVAL: &str = "service-worker-removal.js";

/// For other sites alone.
const SHARED_PICTURE: &str = "icons/social.png";

/// Adds the worker, once all that it serves is there. In development it is the one that removes itself: each page shall come from
/// the sources.
pub(super) fn add_worker(output: &mut Output, www: &Path, mode: Mode) -> Result<()> {
    let source = if mode == Mode::Release { WORKER } else { REMOVAL };
    let template = fs::read_to_string(www.join(source)).with_context(|| format!("www/{source}"))?;
    let worker = filled(&template, output.files())?;
    output.add(WORKER, worker);
    Ok(())
}

/// The worker for these files. Its version changes with any of them, and with its own text.
fn filled<'a>(template: &str, files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<String> {
    let list: Vec<(&str, String)> = files
        .filter_map(|(path, bytes)| address(path).map(|address| (address, bytes)))
        .map(|(address, bytes)| (address, format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))))
        .collect();
    let list = serde_json::to_string(&list)?;
    let version = digest::short(format!("{template}{list}").as_bytes());
    Ok(template.replace("{{files}}", &list).replace("{{version}}", &version))
}

/// Where the worker serves a file, if it does: pages by their folders, what they load, and what an installed application shows.
fn address(path: &str) -> Option<&str> {
    let loaded = ["assets/", "icons/"].iter().any(|folder| path.starts_with(folder)) && path != SHARED_PICTURE;
    match path.strip_suffix("index.html") {
        // Pages that stand within other sites' are theirs to load.
        Some(folder) => Page::ALL.iter().any(|page| page.path() == folder).then_some(folder),
        None => (loaded || path == "manifest.webmanifest").then_some(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const FILES = new Map({{files}}), VERSION = \"{{version}}\";";

    fn worker(files: &[(&str, &str)]) -> String {
        filled(TEMPLATE, files.iter().map(|(path, text)| (*path, text.as_bytes()))).unwrap()
    }

    /// Checked with `printf accueil | openssl dgst -sha256 -binary | base64`.
    #[test]
    fn pages_and_what_they_load_are_listed_with_their_digests() {
        let worker = worker(&[
            ("index.html", "accueil"),
            ("guide/index.html", "guide"),
            ("assets/a-1.js", "a"),
            ("icons/social.png", "b"),
            ("fonts/OFL.txt", "c"),
            ("embed/v1/guide/index.html", "d"),
        ]);
        assert!(
            worker.starts_with(
                r#"const FILES = new Map([["","sha256-zM7rVV1ARph+51ZbjtVE66re561jIWPOVFEewq5oUBU="],["guide/","sha256-"#
            ),
            "{worker}"
        );
        assert!(worker.contains(r#"["assets/a-1.js","sha256-"#), "{worker}");
        for other in ["social", "OFL", "embed"] {
            assert!(!worker.contains(other), "{worker}");
        }
    }

    #[test]
    fn the_version_is_that_of_every_file() {
        let version = |worker: String| worker.rsplit_once(" = ").unwrap().1.to_owned();
        assert_eq!(version(worker(&[("index.html", "a")])), version(worker(&[("index.html", "a")])));
        assert_ne!(version(worker(&[("index.html", "a")])), version(worker(&[("index.html", "b")])));
    }
}
