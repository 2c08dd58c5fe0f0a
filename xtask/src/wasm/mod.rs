//! From a crate of the workspace to a WebAssembly module and the JavaScript that talks to it.

mod bindings;
mod imports;
mod optimiser;
mod parts;
mod paths;
mod toolchain;

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

pub(crate) use bindings::Bindings;
pub(crate) use parts::{LINK, Parts};

use crate::args::Mode;
use crate::shell::{read, run, say};
use crate::workspace;
use toolchain::Toolchain;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Its own folder: the WebAssembly builds have other flags, perhaps another compiler.
const TARGET_FOLDER: &str = "target/wasm";

/// One of the modules that are shipped.
pub(crate) struct Module {
    pub(crate) package: &'static str,
    /// The file that cargo leaves, without `.wasm`.
    artifact: &'static str,
    /// What the built files are called.
    pub(crate) name: &'static str,
    /// What of the package is built.
    target: &'static [&'static str],
    /// Cargo features it is built with.
    pub(crate) features: &'static str,
    /// Whether it is the application: cut into parts, and small enough for the optional optimiser to gain on it (it makes the
    /// module of PDF larger).
    application: bool,
}

/// A library as a module alone: where Rust could link it too, Cargo leaves out the optimisation of the whole, a quarter less to
/// compile and a fifteenth less to download.
const LIBRARY: &[&str] = &["--lib", "--crate-type", "cdylib"];

/// The application: what a visitor downloads first.
pub(crate) const APPLICATION: Module = Module {
    package: "dument",
    artifact: "dument",
    name: "dument",
    target: &["--bin", "dument"],
    features: "",
    application: true,
};

/// The engine without the screen, for the npm package.
pub(crate) const ENGINE: Module = Module {
    package: "dument-js",
    artifact: "dument_js",
    name: "dument_engine",
    target: LIBRARY,
    features: "",
    application: false,
};

/// The engine with what is measured besides: for the bench, never shipped.
pub(crate) const BENCH: Module = Module { name: "dument_bench", features: "bench", ..ENGINE };

/// What writes letters: loaded by the package with the engine, by the application with the first letter.
pub(crate) const LETTERS: Module = Module {
    package: "dument-js-letters",
    artifact: "dument_js_letters",
    name: "dument_letters",
    target: LIBRARY,
    features: "",
    application: false,
};

/// PDF, loaded with the first one.
pub(crate) const PDF: Module = Module {
    package: "dument-js-pdf",
    artifact: "dument_js_pdf",
    name: "dument_pdf",
    target: LIBRARY,
    features: "",
    application: false,
};

/// DOCX, loaded with the first one.
pub(crate) const DOCX: Module = Module {
    package: "dument-js-docx",
    artifact: "dument_js_docx",
    name: "dument_docx",
    target: LIBRARY,
    features: "",
    application: false,
};

/// Text, e-mail draft, CSV and archive, loaded with the first one.
pub(crate) const DOCUMENTS: Module = Module {
    package: "dument-js-documents",
    artifact: "dument_js_documents",
    name: "dument_documents",
    target: LIBRARY,
    features: "",
    application: false,
};

/// What seals a file by a passphrase and opens it, loaded with the first one.
pub(crate) const SEAL: Module = Module {
    package: "dument-js-seal",
    artifact: "dument_js_seal",
    name: "dument_seal",
    target: LIBRARY,
    features: "",
    application: false,
};

/// The ledger and what reads the files it is made from, loaded with its page.
pub(crate) const LEDGER: Module = Module {
    package: "dument-js-ledger",
    artifact: "dument_js_ledger",
    name: "dument_ledger",
    target: LIBRARY,
    features: "",
    application: false,
};

/// Every module that is shipped, in the site or in the package.
pub(crate) const SHIPPED: [&Module; 8] = [&APPLICATION, &ENGINE, &LETTERS, &PDF, &DOCX, &DOCUMENTS, &SEAL, &LEDGER];

/// Whether the optional optimiser is there: what it leaves differs from what is made without.
pub(crate) fn has_optimiser() -> bool {
    optimiser::find().is_some()
}

/// The version of the compiler, and so of Rust's own library, that is linked too.
pub(crate) fn rust_version() -> Result<String> {
    let version = read(Command::new(Toolchain::set_up(TARGET)?.rustc()).arg("--version"))?;
    version.split(' ').nth(1).map(str::to_owned).context("rustc tells no version")
}

/// A toolchain that is set up, and how it is to build.
pub(crate) struct Compiler {
    toolchain: Toolchain,
    mode: Mode,
    /// What every crate is compiled with, as Cargo wants to be told.
    flags: String,
}

/// Views are joined by type-erased parts rather than one type each: an eighth less to download.
const ERASED_VIEWS: &str = "--cfg=erase_components";

impl Compiler {
    /// Sets up what is missing.
    pub(crate) fn set_up(mode: Mode) -> Result<Self> {
        let toolchain = Toolchain::set_up(TARGET)?;
        let mut flags = vec![ERASED_VIEWS.to_owned()];
        flags.extend(paths::without_the_machine(TARGET, toolchain.rustc())?);
        Ok(Self { toolchain, mode, flags: flags.join("\u{1f}") })
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
            .env("CARGO_ENCODED_RUSTFLAGS", &self.flags)
            .args(["rustc", "--target", TARGET, "--package", module.package, "--features", module.features])
            .args(module.target);
        let profile = match self.mode {
            Mode::Release => {
                cargo.arg("--release");
                "release"
            }
            Mode::Dev => "debug",
        };
        if module.application {
            cargo.args(parts::LINKER_ARGUMENTS);
        }
        run(&mut cargo)?;

        let file = workspace::path(TARGET_FOLDER).join(TARGET).join(profile).join(module.artifact).with_extension("wasm");
        let wasm = fs::read(&file).with_context(|| format!("{} left no WebAssembly module", module.package))?;
        Bindings::of(module, &wasm, self.mode)
    }
}
