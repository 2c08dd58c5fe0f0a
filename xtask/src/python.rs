//! What the tests use from PyPI, in an environment of its own.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::shell::{run, say};
use crate::{debian, workspace};

/// The packages, each with its version.
const REQUIREMENTS: &str = "tests/requirements.txt";

/// Sets the environment up, or takes the last one where the packages are the same; gives its Python.
pub(crate) fn set_up() -> Result<PathBuf> {
    let folder = workspace::memory("python");
    let python = folder.join("bin/python");
    let requirements = std::fs::read(workspace::path(REQUIREMENTS))?;
    let stamp = folder.join("installed");
    if python.is_file() && std::fs::read(&stamp).is_ok_and(|installed| installed == requirements) {
        return Ok(python);
    }
    let complete = Command::new("python3").args(["-c", "import ensurepip"]).output().is_ok_and(|output| output.status.success());
    if !complete {
        debian::ensure(&["python3-venv"], "the tests of the documents")?;
    }
    say("Installing what the tests use from PyPI");
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    run(Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(workspace::path(REQUIREMENTS)))?;
    workspace::write_if_changed(&stamp, &requirements)?;
    Ok(python)
}
