//! The WordPress plug-in: what is written by hand in `wordpress/`, and the site, which the blog then serves itself.

use std::fs;

use anyhow::{Context, Result};

use super::{Files, VERSION, below, files};
use crate::workspace;

/// The parts written by hand.
const SOURCES: &str = "wordpress/dument";

/// What stands for the version of the workspace in them.
const VERSION_PLACEHOLDER: &str = "0.0.0-workspace";

/// The whole plug-in.
pub(super) fn files_of(site: &Files) -> Result<Files> {
    let mut plugin = files(SOURCES)?;
    for (path, bytes) in &mut plugin {
        let text = std::str::from_utf8(bytes).with_context(|| path.clone())?;
        *bytes = text.replace(VERSION_PLACEHOLDER, VERSION).into_bytes();
    }
    plugin.insert("LICENSE".to_owned(), fs::read(workspace::path("LICENSE"))?);
    plugin.extend(below("site", site));
    Ok(plugin)
}
