//! Which compiler makes the WebAssembly.
//!
//! 1. The active toolchain, where its library for the target is there.
//! 2. The same, after one `rustup target add` (a failure is remembered, so that it isn't tried at every build).
//! 3. Debian's own compiler and library sources, where no such download is possible.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::debian;
use crate::shell::{read, run_within, say, which};
use crate::workspace;

/// A compiler that can make WebAssembly.
pub(crate) enum Toolchain {
    /// The active one.
    Active,
    /// Debian's, which builds the standard library too.
    Debian { linker: PathBuf },
}

const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_PACKAGES: [&str; 3] = ["cargo-web", "rustc-web", "rust-web-src"];

/// The library is some 20 MB: a slow line gets it in this time, a closed one mostly fails at once.
const DOWNLOAD_LIMIT: Duration = Duration::from_mins(3);

impl Toolchain {
    /// Finds one, or sets it up.
    pub(crate) fn set_up(target: &str) -> Result<Self> {
        let sysroot = PathBuf::from(read(Command::new("rustc").args(["--print", "sysroot"]))?);
        if has_library(&sysroot, target) || add_target(&sysroot, target)? {
            return Ok(Self::Active);
        }
        debian::ensure(&DEBIAN_PACKAGES, "the WebAssembly build")?;
        Ok(Self::Debian { linker: linker(&sysroot)? })
    }

    /// The compiler itself.
    pub(super) fn rustc(&self) -> &'static str {
        match self {
            Self::Active => "rustc",
            Self::Debian { .. } => DEBIAN_RUSTC,
        }
    }

    /// Cargo, ready to be told what to build.
    pub(crate) fn cargo(&self) -> Command {
        match self {
            Self::Active => Command::new(env::var_os("CARGO").unwrap_or("cargo".into())),
            Self::Debian { linker } => {
                let mut cargo = Command::new(DEBIAN_CARGO);
                for (name, _) in env::vars_os().filter(|(name, _)| is_of_the_caller(name)) {
                    cargo.env_remove(name);
                }
                cargo
                    .env("RUSTC", DEBIAN_RUSTC)
                    // The library is built from its sources, which a stable compiler does only so.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .arg("-Zbuild-std=std,panic_abort");
                cargo
            }
        }
    }
}

/// What the `cargo run` around xtask sets, and another compiler must not see.
fn is_of_the_caller(name: &OsString) -> bool {
    let name = name.to_string_lossy();
    name == "CARGO"
        || name == "LD_LIBRARY_PATH"
        || name == "RUSTUP_TOOLCHAIN"
        || name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_MANIFEST_")
}

fn has_library(sysroot: &Path, target: &str) -> bool {
    sysroot.join("lib/rustlib").join(target).join("lib").is_dir()
}

/// Whether rustup could add the target, now.
fn add_target(sysroot: &Path, target: &str) -> Result<bool> {
    let failure = workspace::memory("rustup-target-add-failed");
    let this = sysroot.to_string_lossy();
    if which("rustup").is_none() || fs::read_to_string(&failure).is_ok_and(|known| known == this) {
        return Ok(false);
    }
    say(format!("Adding the target {target} to the active toolchain"));
    let outcome = run_within(Command::new("rustup").args(["target", "add", target]), DOWNLOAD_LIMIT);
    if let Err(error) = outcome {
        say(format!("{error}: using the distribution's compiler instead (remove target/xtask to try again)"));
        workspace::write_if_changed(&failure, this.as_bytes())?;
        return Ok(false);
    }
    Ok(has_library(sysroot, target))
}

/// The linker of the active toolchain, else Debian's.
fn linker(sysroot: &Path) -> Result<PathBuf> {
    let about = read(Command::new("rustc").arg("-vV"))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let own = sysroot.join("lib/rustlib").join(host).join("bin/rust-lld");
    if own.is_file() {
        return Ok(own);
    }
    debian::ensure(&["lld"], "linking WebAssembly")?;
    Ok(PathBuf::from("/usr/bin/wasm-ld"))
}
