//! `cargo xtask build`: the site in `dist/` and the npm package in `pkg/`.

use anyhow::Result;

use crate::args::Mode;
use crate::shell::say;
use crate::wasm::{APPLICATION, Compiler, DOCUMENTS, DOCX, ENGINE, LETTERS, PDF};
use crate::{package, site};

/// Sets up what is missing, compiles, and puts both together.
pub(crate) fn run(mode: Mode) -> Result<()> {
    site(mode)?;
    let compiler = Compiler::set_up(mode)?;
    package::assemble(&compiler.compile_all([&ENGINE, &LETTERS, &PDF, &DOCX, &DOCUMENTS])?)?;
    say(format!("The npm package is in {}/", package::FOLDER));
    Ok(())
}

/// The site alone: what is needed to serve it.
pub(crate) fn site(mode: Mode) -> Result<()> {
    let compiler = Compiler::set_up(mode)?;
    site::assemble(&compiler.compile(&APPLICATION)?, &compiler.compile_all([&LETTERS, &PDF, &DOCX, &DOCUMENTS])?, mode)?;
    say(format!("The site is in {}/", site::FOLDER));
    Ok(())
}
