//! From a crate of the workspace to a WebAssembly module and the JavaScript that talks to it.

mod bindings;
mod optimiser;
mod toolchain;

use std::fs;

use anyhow::{Context, Result};

pub(crate) use bindings::Bindings;

use crate::args::Mode;
use crate::shell::{run, say};
use crate::workspace;
use toolchain::Toolchain;

const TARGET: &str = "wasm32-unknown-unknown";

/// Its own folder: the WebAssembly builds have other flags, perhaps another compiler.
const TARGET_FOLDER: &str = "target/wasm";

/// One of the modules that are shipped.
pub(crate) struct Module {
    package: &'static str,
    /// The file that cargo leaves, without `.wasm`.
    artifact: &'static str,
    /// What the built files are called.
    pub(crate) name: &'static str,
    /// Whether the optional optimiser gains on it (it makes the documents module larger).
    optimise: bool,
}

/// The application: what a visitor downloads first.
pub(crate) const APPLICATION: Module = Module { package: "dument", artifact: "dument", name: "dument", optimise: true };

/// The engine without the screen, for the npm package.
pub(crate) const ENGINE: Module = Module { package: "dument-js", artifact: "dument_js", name: "dument_engine", optimise: false };

/// PDF and DOCX, loaded when first needed by the application and by the npm package.
pub(crate) const DOCUMENTS: Module =
    Module { package: "dument-js-documents", artifact: "dument_js_documents", name: "dument_documents", optimise: false };

/// The three modules, built.
pub(crate) struct Built {
    pub(crate) application: Bindings,
    pub(crate) engine: Bindings,
    pub(crate) documents: Bindings,
}

/// Builds the three, one after the other: each alone, so that no feature one of them asks for weighs on another.
pub(crate) fn build(mode: Mode) -> Result<Built> {
    let toolchain = Toolchain::set_up(TARGET)?;
    Ok(Built {
        application: APPLICATION.build(&toolchain, mode)?,
        engine: ENGINE.build(&toolchain, mode)?,
        documents: DOCUMENTS.build(&toolchain, mode)?,
    })
}

impl Module {
    fn build(&self, toolchain: &Toolchain, mode: Mode) -> Result<Bindings> {
        say(format!("Compiling {} to WebAssembly", self.package));
        let mut cargo = toolchain.cargo();
        cargo.current_dir(workspace::root()).env("CARGO_TARGET_DIR", workspace::path(TARGET_FOLDER)).args([
            "build",
            "--target",
            TARGET,
            "--package",
            self.package,
        ]);
        let profile = match mode {
            Mode::Release => {
                cargo.arg("--release");
                "release"
            }
            Mode::Dev => "debug",
        };
        run(&mut cargo)?;

        let file = workspace::path(TARGET_FOLDER).join(TARGET).join(profile).join(self.artifact).with_extension("wasm");
        // TODO: remove once the crate is a cdylib.
        if !file.exists() {
            return Ok(Bindings::none(self));
        }
        let wasm = fs::read(&file).with_context(|| format!("{} left no WebAssembly module", self.package))?;
        Bindings::of(self, &wasm, mode)
    }
}
