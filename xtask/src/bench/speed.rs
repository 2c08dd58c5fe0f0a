//! The engine beside plain JavaScript, the files beside those of other libraries, each in one run; an edit of many invoices,
//! a first visit, Lighthouse: `tests/bench` says how.

use std::env;
use std::process::Command;

use anyhow::Result;

use crate::args::Mode;
use crate::output::Output;
use crate::shell::{run, say};
use crate::wasm::{BENCH, Compiler};
use crate::{test, workspace};

/// Where the module with what is measured besides is left.
const FOLDER: &str = "target/bench";

/// Prints the tables.
pub(super) fn print() -> Result<()> {
    let module = Compiler::set_up(Mode::Release)?.compile(&BENCH)?;
    let mut output = Output::new(FOLDER);
    output.add(format!("{}.js", module.name), module.js.as_str());
    output.add(module.wasm_name(), module.wasm.as_slice());
    output.write()?;
    test::set_up_browser()?;
    say("Timing: nothing else should run on this machine");
    for contest in [
        "bench/speed.mjs",
        "bench/documents.mjs",
        "bench/editing.mjs",
        "bench/ledger.mjs",
        "bench/loading.mjs",
        "bench/lighthouse.mjs",
    ] {
        run(Command::new("node").arg(contest).env("DUMENT_XTASK", env::current_exe()?).current_dir(workspace::path("tests")))?;
    }
    Ok(())
}
