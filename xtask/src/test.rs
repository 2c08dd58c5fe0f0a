//! `cargo xtask test`: everything that must hold.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::slice;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::args::{Extent, Mode};
use crate::browsers::Browser;
use crate::shell::{self, read, say, which};
use crate::{bench, build, debian, full, python, samples, workspace};

/// The browser, and what opens the files that the tests make.
const TOOLS: [(&str, &str); 9] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("qpdf", "qpdf"),
    ("pdftotext", "poppler-utils"),
    ("mutool", "mupdf-tools"),
    ("soffice", "libreoffice-writer-nogui"),
    ("pandoc", "pandoc"),
    ("unzip", "unzip"),
    ("age", "age"),
];

/// Where random cases start: the same for everyone, so that what passed once passes again.
const SEED: &str = "2026";

/// What tells it to proptest.
const RANDOM_FROM: &str = "PROPTEST_RNG_SEED";

/// The native part, then what is shipped, then what is slow, as far as `extent` goes.
pub(crate) fn run(extent: Extent) -> Result<()> {
    let start = Instant::now();
    format()?;
    lints()?;
    documentation()?;
    native_tests()?;
    if extent != Extent::Fast {
        independent_computations("100000", Some(SEED))?;
        build::run(&Mode::Release.into())?;
        bench::weight::check_budgets()?;
        node_modules()?;
        package_tests()?;
        document_tests()?;
        intake_tests()?;
        browser_tests()?;
    }
    if extent == Extent::Full {
        full::run()?;
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
    shell::run(cargo().args(["test", "--workspace", "--exclude", "xtask"]).env(RANDOM_FROM, SEED))?;
    shell::run(cargo().args(["test", "--package", "xtask"]))
}

/// The engine beside a computation written another way, on many more cases than while one writes: compiled for speed.
pub(crate) fn independent_computations(cases: &str, seed: Option<&str>) -> Result<()> {
    const TESTS: [&str; 2] = ["the_engine_equals_the_day_by_day_computation", "agrees_with_a_walk_from_day_to_day"];
    say(format!("Independent computations, {cases} random cases each"));
    shell::run(
        cargo()
            .args(["test", "--release", "--package", "dument-law", "--test", "penalties", "--test", "limitation", "--"])
            .args(TESTS)
            .env("DUMENT_CASES", cases)
            .envs(seed.map(|seed| (RANDOM_FROM, seed))),
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

/// What reads accounting files, on files that nobody here wrote.
fn intake_tests() -> Result<()> {
    node_modules()?;
    let python = python::set_up()?;
    let samples = samples::fetch(&python)?;
    say("Tests of the intake");
    shell::run(cargo().args(["build", "--package", "dument-intake", "--examples"]))?;
    let variables = [
        ("DUMENT_INTAKE", workspace::path("target/debug/examples")),
        ("DUMENT_XRECHNUNG", samples.xrechnung),
        ("DUMENT_FACTUR_X", samples.factur_x),
        ("DUMENT_FEC", samples.fec),
        ("DUMENT_PYTHON", python),
    ];
    run_node_tests("intake", &variables)
}

/// What drives a browser, and the browser.
pub(crate) fn set_up_browser() -> Result<()> {
    node_modules()?;
    let missing: Vec<&str> = TOOLS.iter().filter(|(program, _)| which(program).is_none()).map(|(_, package)| *package).collect();
    if missing.is_empty() { Ok(()) } else { debian::ensure(&missing, "the browser tests") }
}

fn browser_tests() -> Result<()> {
    set_up_browser()?;
    say("Browser tests, in Chromium");
    run_in_browser(&tests_of("browser")?, &[])
}

/// The tests of the job, in a browser beside Chromium.
pub(crate) fn tests_in(browser: Browser) -> Result<()> {
    let told = browser.set_up()?;
    say(format!("Browser tests of the job, in {}", browser.name()));
    let files: Vec<String> = browser.tests().iter().map(|name| format!("browser/{name}.test.mjs")).collect();
    run_in_browser(&files, &told)
}

/// A browser on a busy machine may fall behind what drives it: a file of tests that fails is run once more, and named at the end
/// even where it passes then, for it may be the application that raced. One that fails twice has failed.
fn run_in_browser(files: &[String], told: &[(&str, PathBuf)]) -> Result<()> {
    let run = |file: &String| run_node_files(slice::from_ref(file), told);
    let (mut unsteady, mut failed) = (Vec::new(), Vec::new());
    for file in files {
        if run(file).is_err() {
            say(format!("{file} failed: once more"));
            if run(file).is_ok() { unsteady.push(file.as_str()) } else { failed.push(file.as_str()) }
        }
    }
    if !unsteady.is_empty() {
        say(format!("Passed the second time alone, so a race to look for: {}", unsteady.join(", ")));
    }
    ensure!(failed.is_empty(), "failed twice: {}", failed.join(", "));
    Ok(())
}

fn node_tests(folder: &str) -> Result<()> {
    run_node_tests(folder, &[])
}

/// Runs `tests/<folder>/*.test.mjs`, telling them where things are.
pub(crate) fn run_node_tests(folder: &str, places: &[(&str, PathBuf)]) -> Result<()> {
    run_node_files(&tests_of(folder)?, places)
}

/// The files `tests/<folder>/*.test.mjs`; a folder without any is a mistake, not a success.
fn tests_of(folder: &str) -> Result<Vec<String>> {
    let files: Vec<String> = workspace::files(&workspace::path("tests").join(folder))?
        .iter()
        .filter_map(|file| file.to_str())
        .filter(|file| file.ends_with(".test.mjs"))
        .map(|file| format!("{folder}/{file}"))
        .collect();
    if files.is_empty() {
        bail!("there is no test in tests/{folder}");
    }
    Ok(files)
}

fn run_node_files(files: &[String], told: &[(&str, PathBuf)]) -> Result<()> {
    shell::run(
        Command::new("node")
            // One at a time: some put files of their own beside the page.
            .args(["--test", "--test-concurrency=1"])
            .args(files)
            .env("DUMENT_XTASK", env::current_exe()?)
            .envs(told.iter().cloned())
            .current_dir(workspace::path("tests")),
    )
}

pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.current_dir(workspace::root());
    cargo
}
