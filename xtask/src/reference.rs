//! The figures of the law as a file: beside the site, where its owner may put a newer edition, with the schema of its form.

use std::fs;

use anyhow::{Context, Result};
use dument_law::Reference;

use crate::workspace;

/// The file of the figures, at the root of the site: the application reads it, and takes it where it is newer and whole.
pub(crate) const NAME: &str = "reference.json";

/// The schema of that file, in the site and in the package.
pub(crate) const SCHEMA_NAME: &str = "reference.schema.json";

/// The edition that this program holds, laid out to be read and changed by hand.
pub(crate) fn published() -> Result<String> {
    Ok(serde_json::to_string_pretty(Reference::published())? + "\n")
}

/// The schema, as it is written beside the figures' types.
pub(crate) fn schema() -> Result<String> {
    let path = workspace::path("crates/law").join(SCHEMA_NAME);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_the_published_figures() {
        assert_eq!(&serde_json::from_str::<Reference>(&published().unwrap()).unwrap(), Reference::published());
    }

    /// That schema and engine agree on each field is tested with a validator, in `tests/package`.
    #[test]
    fn the_schema_is_whole() {
        let schema: serde_json::Value = serde_json::from_str(&schema().unwrap()).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}
