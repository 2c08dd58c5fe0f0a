//! `cargo xtask test`: everything that must hold.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::args::Mode;
use crate::shell::{self, read, say, which};
use crate::{bench, build, debian, python, workspace};

/// The browser, and what opens the files that the tests make.
const TOOLS: [(&str, &str); 8] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("qpdf", "qpdf"),
    ("pdftotext", "poppler-utils"),
    ("mutool", "mupdf-tools"),
    ("soffice", "libreoffice-writer-nogui"),
    ("pandoc", "pandoc"),
    ("unzip", "unzip"),
];

/// The native part, then (unless `fast`) what is shipped.
pub(crate) fn run(fast: bool) -> Result<()> {
    let start = Instant::now();
    format()?;
    lints()?;
    documentation()?;
    native_tests()?;
    if !fast {
        independent_computations()?;
        build::run(Mode::Release)?;
        bench::weight::check_budgets()?;
        node_modules()?;
        package_tests()?;
        document_tests()?;
        browser_tests()?;
    }
    let took = start.elapsed().as_secs();
    say(format!("All is well ({} min {} s)", took / 60, took % 60));
    Ok(())
}

fn format() -> Result<()> {
    say("Format");
    shell::run(cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    say("Lints");
    shell::run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn documentation() -> Result<()> {
    say("Documentation");
    shell::run(cargo().args(["doc", "--workspace", "--no-deps", "--document-private-items"]).env("RUSTDOCFLAGS", "-D warnings"))
}

/// xtask apart, as it was built: in one go with the others its dependencies would get their features, and be built again.
fn native_tests() -> Result<()> {
    say("Native tests and doc tests");
    shell::run(cargo().args(["test", "--workspace", "--exclude", "xtask"]))?;
    shell::run(cargo().args(["test", "--package", "xtask"]))
}

/// The engine beside a computation written another way, on many more cases than while one writes.
fn independent_computations() -> Result<()> {
    const CASES: &str = "100000";
    const TESTS: [&str; 2] = ["the_engine_equals_the_day_by_day_computation", "agrees_with_a_walk_from_day_to_day"];
    say(format!("Independent computations, {CASES} random cases each"));
    shell::run(
        cargo()
            .args(["test", "--package", "dument-law", "--test", "penalties", "--test", "limitation", "--"])
            .args(TESTS)
            .env("DUMENT_CASES", CASES),
    )
}

fn node_modules() -> Result<()> {
    const OLDEST: u32 = 20;
    let version = read(Command::new("node").arg("--version")).context("Node is needed")?;
    let major = version.trim_start_matches('v').split('.').next();
    ensure!(
        major.and_then(|major| major.parse().ok()).is_some_and(|major: u32| major >= OLDEST),
        "Node {OLDEST} or newer is needed, this one is {version}"
    );

    let lock = fs::read(workspace::path("tests/package-lock.json"))?;
    let stamp = workspace::path("tests/node_modules/.installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say("Installing what the tests use from npm");
    shell::run(
        Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(workspace::path("tests")),
    )?;
    workspace::write_if_changed(&stamp, &lock)?;
    Ok(())
}

fn package_tests() -> Result<()> {
    say("Tests of the npm package");
    node_tests("package")
}

/// The sample documents, opened by programs that nobody here wrote.
fn document_tests() -> Result<()> {
    set_up_browser()?;
    let python = python::set_up()?;
    let samples = workspace::path("target/samples");
    if samples.exists() {
        fs::remove_dir_all(&samples)?;
    }
    say("Tests of the documents");
    for (example, folder) in [("samples", samples.clone()), ("letters", samples.join("letters"))] {
        shell::run(cargo().args(["run", "--package", "dument-documents", "--example", example, "--"]).arg(folder))?;
    }
    run_node_tests("documents", &[("DUMENT_SAMPLES", samples), ("DUMENT_PYTHON", python)])
}

/// What drives a browser, and the browser.
pub(crate) fn set_up_browser() -> Result<()> {
    node_modules()?;
    let missing: Vec<&str> = TOOLS.iter().filter(|(program, _)| which(program).is_none()).map(|(_, package)| *package).collect();
    if missing.is_empty() { Ok(()) } else { debian::ensure(&missing, "the browser tests") }
}

fn browser_tests() -> Result<()> {
    set_up_browser()?;
    say("Browser tests");
    node_tests("browser")
}

fn node_tests(folder: &str) -> Result<()> {
    run_node_tests(folder, &[])
}

/// Runs `tests/<folder>/*.test.mjs`, telling them where things are; a folder without any is a mistake, not a success.
fn run_node_tests(folder: &str, places: &[(&str, PathBuf)]) -> Result<()> {
    let tests = workspace::path("tests");
    let files: Vec<String> = workspace::files(&tests.join(folder))?
        .iter()
        .filter_map(|file| file.to_str())
        .filter(|file| file.ends_with(".test.mjs"))
        .map(|file| format!("{folder}/{file}"))
        .collect();
    if files.is_empty() {
        bail!("there is no test in tests/{folder}");
    }
    shell::run(
        Command::new("node")
            // One browser at a time: they share the processors with nobody.
            .args(["--test", "--test-concurrency=1"])
            .args(files)
            .env("DUMENT_XTASK", env::current_exe()?)
            .envs(places.iter().cloned())
            .current_dir(tests),
    )
}

fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.current_dir(workspace::root());
    cargo
}
