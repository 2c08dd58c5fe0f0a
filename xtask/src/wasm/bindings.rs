//! The JavaScript around a WebAssembly module, made by wasm-bindgen, which is linked in:
//! its version can't differ from the one in `Cargo.lock`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{Module, Parts, imports, optimiser, parts};
use crate::args::Mode;
use crate::digest;
use crate::shell::say;
use crate::workspace;

/// A module that JavaScript can load: `import init from "./<name>.js"; await init()`.
pub(crate) struct Bindings {
    /// What the files are called.
    pub(crate) name: &'static str,
    pub(crate) js: String,
    /// TypeScript declarations.
    pub(crate) declarations: String,
    pub(crate) wasm: Vec<u8>,
    /// JavaScript that crates bring along, by its path beside the module.
    pub(crate) snippets: Vec<(PathBuf, Vec<u8>)>,
    /// What was cut from the module, to be fetched later.
    pub(crate) parts: Option<Parts>,
}

/// Changes when the same module would give other bindings.
const RECIPE: &str = "6";

impl Bindings {
    /// The name under which `js` asks for the module, beside itself.
    pub(crate) fn wasm_name(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// Makes them, or takes them from the last time where the module is the same.
    pub(super) fn of(module: &Module, wasm: &[u8], mode: Mode) -> Result<Self> {
        let optimiser = optimiser::find().filter(|_| module.application && mode == Mode::Release);
        let folder = workspace::memory("bindings").join(module.name);
        let stamp = folder.join("stamp");
        let key = format!("{} {RECIPE} {mode:?} {}", digest::hex(wasm), optimiser.is_some());
        if fs::read_to_string(&stamp).is_ok_and(|last| last == key) {
            return Self::read(module.name, &folder);
        }

        say(format!("Binding {} to JavaScript", module.name));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let wasm = if module.application { parts::cut(wasm, &folder)? } else { wasm.to_vec() };
        Bindgen::new()
            .input_bytes(module.name, wasm)
            .web(true)?
            .typescript(true)
            .omit_default_module_path(false)
            .keep_debug(mode == Mode::Dev)
            // The parts share the table of functions.
            .keep_lld_exports(module.application)
            .remove_name_section(mode == Mode::Release)
            .remove_producers_section(true)
            .generate(&folder)
            .with_context(|| format!("wasm-bindgen refused {}", module.name))?;
        if let Some(optimiser) = optimiser {
            optimiser::run_on(&optimiser, &folder.join(format!("{}_bg.wasm", module.name)))?;
        }
        if module.application && mode == Mode::Release {
            shorten_imports(module.name, &folder)?;
        }
        let bindings = Self::read(module.name, &folder)?;
        fs::write(stamp, key)?;
        Ok(bindings)
    }

    fn read(name: &'static str, folder: &Path) -> Result<Self> {
        let beside = folder.join("snippets");
        let snippets = workspace::files(&beside)?
            .into_iter()
            .map(|file| Ok((Path::new("snippets").join(&file), fs::read(beside.join(&file))?)))
            .collect::<Result<_>>()?;
        Ok(Self {
            name,
            js: fs::read_to_string(folder.join(format!("{name}.js")))?,
            declarations: fs::read_to_string(folder.join(format!("{name}.d.ts")))?,
            wasm: fs::read(folder.join(format!("{name}_bg.wasm")))?,
            snippets,
            parts: parts::read(folder)?,
        })
    }
}

/// Every visitor waits for the application: what it asks of JavaScript gets shorter names.
fn shorten_imports(name: &str, folder: &Path) -> Result<()> {
    let (wasm_file, js_file) = (folder.join(format!("{name}_bg.wasm")), folder.join(format!("{name}.js")));
    let (wasm, js) = imports::shorten(&fs::read(&wasm_file)?, &fs::read_to_string(&js_file)?)?;
    fs::write(wasm_file, wasm)?;
    fs::write(js_file, js)?;
    Ok(())
}
