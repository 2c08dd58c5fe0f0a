//! The npm package in `pkg/`: the WebAssembly modules, as they come from Rust, behind one hand-written JavaScript module.

use std::fs;

use anyhow::{Context, Result};

use crate::output::Output;
use crate::reference;
use crate::wasm::Bindings;
use crate::workspace;

/// Where the package is left.
pub(crate) const FOLDER: &str = "pkg";

/// The parts written by hand.
const SOURCES: &str = "crates/js/pkg";

/// What stands for the version of the workspace in `package.json`.
const VERSION_PLACEHOLDER: &str = "0.0.0-workspace";

/// Puts the package together.
pub(crate) fn assemble(modules: &[Bindings]) -> Result<()> {
    let sources = workspace::path(SOURCES);
    let mut output = Output::new(FOLDER);
    for file in workspace::files(&sources)? {
        let text = fs::read_to_string(sources.join(&file)).with_context(|| file.display().to_string())?;
        let text = text.replace(VERSION_PLACEHOLDER, env!("CARGO_PKG_VERSION"));
        output.add(file.to_string_lossy(), text);
    }
    for bindings in modules {
        let name = bindings.name;
        output.add(format!("{name}.js"), bindings.js.as_str());
        output.add(format!("{name}.d.ts"), bindings.declarations.as_str());
        output.add(bindings.wasm_name(), bindings.wasm.as_slice());
        for (path, bytes) in &bindings.snippets {
            output.add(path.to_string_lossy(), bytes.as_slice());
        }
    }
    output.add(reference::SCHEMA_NAME, reference::schema()?);
    output.add("LICENSE", fs::read(workspace::path("LICENSE"))?);
    output.write()
}
