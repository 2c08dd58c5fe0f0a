//! A folder that ends up holding just what was added to it; what is already right isn't touched.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::workspace;

/// Files to be, by their path in the folder.
pub(crate) struct Output {
    folder: PathBuf,
    files: BTreeMap<String, Vec<u8>>,
}

impl Output {
    /// Nothing yet, in a folder given from the root of the checkout.
    pub(crate) fn new(folder: &str) -> Self {
        Self { folder: workspace::path(folder), files: BTreeMap::new() }
    }

    pub(crate) fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Writes the files, then removes whatever else the folder holds.
    pub(crate) fn write(self) -> Result<()> {
        for (path, bytes) in &self.files {
            workspace::write_if_changed(&self.folder.join(path), bytes)?;
        }
        for file in workspace::files(&self.folder)? {
            if !self.files.contains_key(&*file.to_string_lossy()) {
                fs::remove_file(self.folder.join(file))?;
            }
        }
        Ok(())
    }
}
