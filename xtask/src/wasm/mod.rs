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
    /// What of the package is built.
    target: &'static [&'static str],
    /// Cargo features it is built with.
    features: &'static str,
    /// Whether the optional optimiser gains on it (it makes the documents module larger).
    optimise: bool,
}

/// A library as a module alone: where Rust could link it too, Cargo leaves out the optimisation of the whole, a quarter less to
/// compile and a fifteenth less to download.
const LIBRARY: &[&str] = &["--lib", "--crate-type", "cdylib"];

/// The application: what a visitor downloads first.
pub(crate) const APPLICATION: Module =
    Module { package: "dument", artifact: "dument", name: "dument", target: &["--bin", "dument"], features: "", optimise: true };

/// The engine without the screen, for the npm package.
pub(crate) const ENGINE: Module =
    Module { package: "dument-js", artifact: "dument_js", name: "dument_engine", target: LIBRARY, features: "", optimise: false };

/// The engine with what is measured besides: for the bench, never shipped.
pub(crate) const BENCH: Module = Module { name: "dument_bench", features: "bench", ..ENGINE };

/// What writes letters: loaded by the package with the engine, by the application with the first letter.
pub(crate) const LETTERS: Module = Module {
    package: "dument-js-letters",
    artifact: "dument_js_letters",
    name: "dument_letters",
    target: LIBRARY,
    features: "",
    optimise: false,
};

/// PDF, loaded with the first one.
pub(crate) const PDF: Module = Module {
    package: "dument-js-pdf",
    artifact: "dument_js_pdf",
    name: "dument_pdf",
    target: LIBRARY,
    features: "",
    optimise: false,
};

/// DOCX, loaded with the first one.
pub(crate) const DOCX: Module = Module {
    package: "dument-js-docx",
    artifact: "dument_js_docx",
    name: "dument_docx",
    target: LIBRARY,
    features: "",
    optimise: false,
};

/// Text, e-mail draft, CSV and archive, loaded with the first one.
pub(crate) const DOCUMENTS: Module = Module {
    package: "dument-js-documents",
    artifact: "dument_js_documents",
    name: "dument_documents",
    target: LIBRARY,
    features: "",
    optimise: false,
};

/// A toolchain that is set up, and how it is to build.
pub(crate) struct Compiler {
    toolchain: Toolchain,
    mode: Mode,
}

impl Compiler {
    /// Sets up what is missing.
    pub(crate) fn set_up(mode: Mode) -> Result<Self> {
        Ok(Self { toolchain: Toolchain::set_up(TARGET)?, mode })
    }

    /// Compiles several modules, one after the other.
    pub(crate) fn compile_all<const N: usize>(&self, modules: [&Module; N]) -> Result<Vec<Bindings>> {
        modules.iter().map(|module| self.compile(module)).collect()
    }

    /// Compiles one module: alone, so that no feature another one asks for weighs on it.
    pub(crate) fn compile(&self, module: &Module) -> Result<Bindings> {
        say(format!("Compiling {} to WebAssembly", module.package));
        let mut cargo = self.toolchain.cargo();
        cargo
            .current_dir(workspace::root())
            .env("CARGO_TARGET_DIR", workspace::path(TARGET_FOLDER))
            // Views are joined by type-erased parts rather than one type each: an eighth less to download.
            .env("RUSTFLAGS", "--cfg erase_components")
            .args(["rustc", "--target", TARGET, "--package", module.package, "--features", module.features])
            .args(module.target);
        let profile = match self.mode {
            Mode::Release => {
                cargo.arg("--release");
                "release"
            }
            Mode::Dev => "debug",
        };
        run(&mut cargo)?;

        let file = workspace::path(TARGET_FOLDER).join(TARGET).join(profile).join(module.artifact).with_extension("wasm");
        let wasm = fs::read(&file).with_context(|| format!("{} left no WebAssembly module", module.package))?;
        Bindings::of(module, &wasm, self.mode)
    }
}
