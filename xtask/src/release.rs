//! `cargo xtask release`: all that is published, in `release/`. The same sources give the same bytes, wherever they lie.

mod archive;
mod bill;
mod plugin;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::args::BuildOptions;
use crate::output::Output;
use crate::shell::{read, say};
use crate::site::{self, one_file};
use crate::{build, digest, package, wasm, workspace};

/// Where the release is left.
pub(crate) const FOLDER: &str = "release";

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Files by their path in an archive.
type Files = BTreeMap<String, Vec<u8>>;

/// Builds, then packs what was built.
pub(crate) fn run(options: &BuildOptions) -> Result<()> {
    ensure!(
        !wasm::has_optimiser(),
        "npm's binaryen is in tests/node_modules: a release is made without, so that anyone can make the same bytes; remove it first"
    );
    build::run(options)?;
    say("Packing the release");
    let made = moment()?;
    let site = files(site::FOLDER)?;

    let mut output = Output::new(FOLDER);
    output.add(format!("dument-{VERSION}-site.tar.gz"), archive::tar_gz(&below(&format!("dument-{VERSION}-site"), &site), made)?);
    output.add(format!("dument-{VERSION}-wordpress.zip"), archive::zip(&below("dument", &plugin::files_of(&site)?), made)?);
    output.add(format!("dument-{VERSION}.tgz"), archive::tar_gz(&below("package", &files(package::FOLDER)?), made)?);
    output.add(format!("dument-{VERSION}.cdx.json"), bill::of_materials()?);
    output.add(one_file::NAME, site.get(one_file::NAME).context("the site offers itself as one file")?.as_slice());
    let sums = output.files().fold(String::new(), |mut sums, (name, bytes)| {
        // Writing to a string never fails.
        let _ = writeln!(sums, "{}  {name}", digest::hex(bytes));
        sums
    });
    output.add("SHA256SUMS", sums);
    output.write()?;
    say(format!("The release is in {FOLDER}/"));
    Ok(())
}

/// When the sources were last changed, in seconds since 1970, as <https://reproducible-builds.org/specs/source-date-epoch/> says:
/// hosts tell by a file's time whether a browser's copy is still good, so it can't be one time for ever.
pub(crate) fn moment() -> Result<i64> {
    let told = match env::var("SOURCE_DATE_EPOCH") {
        Ok(told) => told,
        Err(_) => read(Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(workspace::root()))
            .context("without git, SOURCE_DATE_EPOCH must say when the sources were last changed")?,
    };
    told.parse().with_context(|| format!("`{told}` is no number of seconds since 1970"))
}

/// The files of a folder of the checkout.
fn files(folder: &str) -> Result<Files> {
    let folder = workspace::path(folder);
    workspace::files(&folder)?
        .into_iter()
        .map(|file| Ok((file.to_string_lossy().into_owned(), fs::read(folder.join(&file))?)))
        .collect()
}

/// The same files in a folder.
fn below(folder: &str, files: &Files) -> Files {
    files.iter().map(|(path, bytes)| (format!("{folder}/{path}"), bytes.clone())).collect()
}
