//! Paths in the modules: a panic names where it happened, which must not say on whose machine, nor weigh more than needed.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::shell::read;
use crate::workspace;

/// What the compiler is told, so that the same sources give the same bytes wherever they lie.
pub(super) fn without_the_machine(target: &str, rustc: &str) -> Result<Vec<String>> {
    let mut flags: Vec<String> = dependencies(target)?.iter().map(|folder| remap(folder, "")).collect();
    flags.push(remap(&workspace::root().to_string_lossy(), ""));
    // Where the sources of Rust's own library lie, if they do: as the compiler names them, and as they are.
    let library = PathBuf::from(read(Command::new(rustc).args(["--print", "sysroot"]))?).join("lib/rustlib/src/rust");
    flags.extend(
        [fs::canonicalize(&library).ok(), Some(library)]
            .into_iter()
            .flatten()
            .map(|place| remap(&place.to_string_lossy(), "rust")),
    );
    Ok(flags)
}

fn remap(from: &str, to: &str) -> String {
    format!("--remap-path-prefix={from}={to}")
}

/// The folders where Cargo unpacked what the workspace depends on: their names differ from one machine to another.
fn dependencies(target: &str) -> Result<BTreeSet<String>> {
    let cargo = env::var_os("CARGO").unwrap_or("cargo".into());
    let text = read(
        Command::new(cargo)
            .args(["metadata", "--format-version", "1", "--filter-platform", target])
            .current_dir(workspace::root()),
    )?;
    let metadata: Value = serde_json::from_str(&text)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no package")?;
    Ok(packages
        .iter()
        .filter(|package| package["source"].is_string())
        .filter_map(|package| Path::new(package["manifest_path"].as_str()?).parent()?.parent()?.to_str())
        .map(str::to_owned)
        .collect())
}
