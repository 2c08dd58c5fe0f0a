//! `cargo xtask build`: the site in `dist/` and the npm package in `pkg/`.

use anyhow::Result;

use crate::args::BuildOptions;
use crate::shell::say;
use crate::wasm::{APPLICATION, Compiler, DOCUMENTS, DOCX, ENGINE, LEDGER, LETTERS, PDF, SEAL};
use crate::{package, site};

/// Sets up what is missing, compiles, and puts both together.
pub(crate) fn run(options: &BuildOptions) -> Result<()> {
    site(options)?;
    let compiler = Compiler::set_up(options.mode)?;
    package::assemble(&compiler.compile_all([&ENGINE, &LETTERS, &PDF, &DOCX, &DOCUMENTS])?)?;
    say(format!("The npm package is in {}/", package::FOLDER));
    Ok(())
}

/// The site alone: what is needed to serve it.
pub(crate) fn site(options: &BuildOptions) -> Result<()> {
    let compiler = Compiler::set_up(options.mode)?;
    let on_demand = compiler.compile_all([&LETTERS, &PDF, &DOCX, &DOCUMENTS, &SEAL, &LEDGER])?;
    site::assemble(&compiler.compile(&APPLICATION)?, &on_demand, options)?;
    say(format!("The site is in {}/", site::FOLDER));
    Ok(())
}
