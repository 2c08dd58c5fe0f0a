//! What `cargo xtask test --full` adds: too slow for every day, run before each release.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::args::Mode;
use crate::browsers::Browser;
use crate::shell::{self, read, say};
use crate::{debian, package, python, release, site, test, wordpress, workspace};

/// Where the release is made a second time, deeper than here, from nothing.
const AGAIN: &str = "target/again";

/// Apache as the program alone; nginx has no such package.
const SERVERS: [&str; 4] = ["apache2-bin", "media-types", "nginx", "libnginx-mod-http-brotli-static"];

/// Cases never drawn before, the fuzz targets, the job in the further browsers, the site on real servers, the release, what it
/// holds, and the same once more.
pub(crate) fn run() -> Result<()> {
    test::independent_computations("1000000", None)?;
    fuzz_targets_compile()?;
    release::run(&Mode::Release.into())?;
    test::set_up_browser()?;
    test::tests_in(Browser::Firefox)?;
    test::tests_in(Browser::WebKit)?;
    debian::ensure(&SERVERS, "the tests on real servers")?;
    say("Tests on real servers");
    test::run_node_tests("hosting", &[])?;
    say("Tests of the release");
    test::run_node_tests("release", &[("DUMENT_PYTHON", python::set_up()?)])?;
    let told = wordpress::set_up()?;
    say("Tests of the WordPress plug-in, in a WordPress");
    test::run_node_tests("wordpress", &told)?;
    made_again_it_is_the_same()
}

/// They are run by hand, but what they call is moved by all: apart from the workspace, nothing else would notice.
fn fuzz_targets_compile() -> Result<()> {
    say("Fuzz targets");
    shell::run(
        test::cargo()
            .args(["clippy", "--locked", "--bins", "--manifest-path"])
            .arg(workspace::path("fuzz/Cargo.toml"))
            .arg("--target-dir")
            .arg(workspace::path("target/fuzz"))
            .args(["--", "-D", "warnings"]),
    )
}

/// The same sources in another folder, built from nothing, must give the very same bytes.
fn made_again_it_is_the_same() -> Result<()> {
    say("The release once more, from a copy of the sources elsewhere");
    let again = workspace::path(AGAIN);
    if again.exists() {
        fs::remove_dir_all(&again)?;
    }
    let copy = again.join("a folder/with another name");
    copy_sources(&copy)?;
    shell::run(
        test::cargo()
            .args(["run", "--quiet", "--package", "xtask", "--", "release"])
            .env("SOURCE_DATE_EPOCH", release::moment()?.to_string())
            .env_remove("CARGO_TARGET_DIR")
            .current_dir(&copy),
    )?;
    let different = [site::FOLDER, package::FOLDER, release::FOLDER]
        .map(|folder| differences(&workspace::path(folder), &copy.join(folder)).map(|found| (folder, found)));
    for outcome in different {
        let (folder, found) = outcome?;
        ensure!(found.is_empty(), "made again, {folder}/ differs in:\n{}", found.join("\n"));
    }
    fs::remove_dir_all(&again)?;
    Ok(())
}

/// What git knows or would add, as it lies here.
fn copy_sources(to: &Path) -> Result<()> {
    let listed = read(
        Command::new("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(workspace::root()),
    )
    .context("git tells which files are sources")?;
    for file in listed.split('\0').filter(|file| !file.is_empty()) {
        let from = workspace::path(file);
        // Deleted, and not yet committed so.
        if from.is_file() {
            let to = to.join(file);
            fs::create_dir_all(to.parent().unwrap_or(&to))?;
            fs::copy(from, to)?;
        }
    }
    Ok(())
}

/// The files that two folders don't share byte for byte.
fn differences(one: &Path, other: &Path) -> Result<Vec<String>> {
    let mut files = workspace::files(one)?;
    ensure!(!files.is_empty(), "{} is empty", one.display());
    files.extend(workspace::files(other)?);
    files.sort();
    files.dedup();
    let read = |path| fs::read(path).ok();
    Ok(files
        .into_iter()
        .filter(|file| read(one.join(file)) != read(other.join(file)))
        .map(|file| file.to_string_lossy().into_owned())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_folders_do_not_share_is_named() {
        let folder = workspace::memory("full-tests");
        let [one, other] = ["one", "other"].map(|name| folder.join(name));
        for (folder, file, text) in
            [(&one, "a", "same"), (&other, "a", "same"), (&one, "b/c", "1"), (&other, "b/c", "2"), (&other, "d", "")]
        {
            workspace::write_if_changed(&folder.join(file), text.as_bytes()).unwrap();
        }
        assert_eq!(differences(&one, &other).unwrap(), ["b/c", "d"]);
        assert_eq!(differences(&one, &one).unwrap(), [""; 0]);
        assert!(differences(&folder.join("none"), &other).is_err());
    }
}
