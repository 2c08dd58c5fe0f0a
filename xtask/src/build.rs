//! `cargo xtask build`: the site in `dist/` and the npm package in `pkg/`.

use anyhow::Result;

use crate::args::Mode;
use crate::shell::say;
use crate::{package, site, wasm};

/// Sets up what is missing, compiles, and puts both together.
pub(crate) fn run(mode: Mode) -> Result<()> {
    let built = wasm::build(mode)?;
    site::assemble(&built.application, &built.documents, mode)?;
    package::assemble(&built.engine, &built.documents)?;
    say(format!("The site is in {}/, the npm package in {}/", site::FOLDER, package::FOLDER));
    Ok(())
}
