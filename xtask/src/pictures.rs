//! `cargo xtask pictures`: the icons and the picture of shared links, from their drawings.
//!
//! The pictures are committed, so this runs only when a drawing changes: `www/icons/mark.svg`, `tests/pictures/social.svg`.

use std::process::Command;

use anyhow::Result;

use crate::shell::{run as run_program, say};
use crate::{debian, test, workspace};

/// What the browser draws, and what makes it small without changing a point of it.
pub(crate) fn run() -> Result<()> {
    test::set_up_browser()?;
    debian::ensure(&["optipng"], "the pictures")?;
    say("Drawing");
    run_program(Command::new("node").arg("pictures/make.mjs").current_dir(workspace::path("tests")))?;
    let icons = workspace::path("www/icons");
    let pictures =
        workspace::files(&icons)?.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "png"));
    run_program(Command::new("optipng").args(["-quiet", "-strip", "all", "-o5"]).args(pictures).current_dir(icons))
}
