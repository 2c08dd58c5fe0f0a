//! The browsers beside Chromium: what each needs, and which tests it runs.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::shell::{run, say, which};
use crate::{debian, workspace};

/// What drives Firefox: Debian has none, crates.io has its source.
const GECKODRIVER: &str = "0.37.0";

/// The tests of the job a visitor came for, a letter written and taken away among them: a browser that passes them serves.
/// Chromium runs all others too.
const JOB: [&str; 11] = [
    "main-job",
    "bad-input",
    "cases",
    "due-date",
    "keyboard",
    "ledger",
    "ledger-leaving",
    "limitation",
    "penalties",
    "smoke",
    "store-leaving",
];

/// A browser that runs the tests of [`JOB`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Firefox,
    WebKit,
}

impl Browser {
    /// As the tests call it, in the variable `DUMENT_BROWSER`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The tests it runs. The one file and work without a network are promised for Firefox as for Chromium, and only in Firefox did
    /// the guide lose the focus; `WebKit`'s driver takes a minute over a ledger in two tabs.
    pub(crate) fn tests(self) -> Vec<&'static str> {
        let further: &[&str] =
            if self == Self::Firefox { &["offline", "one-file", "letters", "guide", "ledger-keeping"] } else { &[] };
        [&JOB, further].concat()
    }

    /// Programs, and the packages of the distribution that hold them.
    fn needs(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Firefox => &[("firefox-esr", "firefox-esr")],
            Self::WebKit => &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")],
        }
    }

    /// Installs what is missing; gives what the tests must be told of it.
    pub(crate) fn set_up(self) -> Result<Vec<(&'static str, PathBuf)>> {
        let missing: Vec<&str> =
            self.needs().iter().filter(|(program, _)| which(program).is_none()).map(|(_, package)| *package).collect();
        if !missing.is_empty() {
            debian::ensure(&missing, &format!("the tests in {}", self.name()))?;
        }
        let mut told = vec![("DUMENT_BROWSER", PathBuf::from(self.name()))];
        if self == Self::Firefox {
            told.push(("DUMENT_GECKODRIVER", geckodriver()?));
        }
        Ok(told)
    }
}

/// The driver of Firefox: the machine's own, or one built here, once.
fn geckodriver() -> Result<PathBuf> {
    if let Some(installed) = which("geckodriver") {
        return Ok(installed);
    }
    let folder = workspace::path("target").join(format!("geckodriver-{GECKODRIVER}"));
    let program = folder.join("bin/geckodriver");
    if !program.is_file() {
        say(format!("Building geckodriver {GECKODRIVER}, for the tests in Firefox (once, some minutes)"));
        let build = folder.join("build");
        run(Command::new("cargo")
            .args(["install", "geckodriver", "--version", GECKODRIVER, "--locked", "--debug", "--quiet", "--root"])
            .arg(&folder)
            .arg("--target-dir")
            .arg(&build)
            .env("CARGO_PROFILE_DEV_DEBUG", "false"))?;
        ensure!(program.is_file(), "cargo install left no {}", program.display());
        // The program is all that is needed of it.
        std::fs::remove_dir_all(build)?;
    }
    Ok(program)
}
