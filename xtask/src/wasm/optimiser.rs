//! Binaryen's optimiser, where npm's `binaryen` is installed: worth two percent of the application, never needed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::shell::{run, say};
use crate::workspace;

/// Named one by one: "all" would write modules that browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The optimiser, if it is there. Debian's is too old for what wasm-bindgen writes.
pub(super) fn find() -> Option<PathBuf> {
    let program = workspace::path("tests/node_modules/.bin/wasm-opt");
    program.is_file().then_some(program)
}

/// Rewrites a module, smaller.
pub(super) fn run_on(program: &Path, module: &Path) -> Result<()> {
    say("Optimising with wasm-opt");
    run(Command::new(program).arg("-Oz").args(FEATURES).arg(module).arg("--output").arg(module))
}
