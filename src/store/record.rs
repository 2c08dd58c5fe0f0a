//! A case as it is kept: its facts as they are exported, the name given to it, and the revision that tells two tabs apart.
//!
//! A record is a text. Each version of its form has a step to the next, from text to text, and an example in
//! `versions/`; what is newer or damaged is told apart, and stays where it is, untouched.

use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::case::file::{self, FileError};

/// The version of the form written here.
pub const VERSION: u32 = 2;

/// From each version to the next, the oldest first. Version 1 was the exported case alone, in `localStorage`.
const STEPS: [Step; VERSION as usize - 1] = [from_1];

type Step = fn(&str) -> Result<String, FileError>;

/// A case as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// The name the visitor gave it; empty for the debtor's.
    pub name: String,
    /// How many times it was kept.
    pub revision: u32,
    /// When it last changed, by the visitor's clock: `2026-11-22T14:05:09`; empty where that isn't known.
    pub changed_at: String,
    /// The case, as it is exported.
    pub file: String,
}

/// A record in the form of version 2.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Second<'a> {
    store: u32,
    name: &'a str,
    revision: u32,
    changed_at: &'a str,
    file: &'a str,
}

impl Record {
    /// A case to be kept.
    #[must_use]
    pub fn of(case: &Case, name: &str, revision: u32, changed_at: String) -> Self {
        Self { name: name.to_owned(), revision, changed_at, file: file::write(case) }
    }

    /// Reads a record of any version up to this one. The case in it is another matter: see [`Record::case`].
    pub fn read(text: &str) -> Result<Self, FileError> {
        let version = version(text)?;
        if version > VERSION {
            return Err(FileError::Newer(version));
        }
        let mut text = text.to_owned();
        for step in STEPS.iter().skip(version as usize - 1) {
            text = step(&text)?;
        }
        serde_json::from_str(&text).map_err(|_| FileError::Unreadable)
    }

    /// The record as it is kept.
    ///
    /// # Panics
    /// Never: a record is made of texts and a number, which JSON holds.
    #[must_use]
    pub fn write(&self) -> String {
        let Self { name, revision, changed_at, file } = self;
        serde_json::to_string(&Second { store: VERSION, name, revision: *revision, changed_at, file })
            .expect("JSON holds texts and numbers")
    }

    /// The case.
    pub fn case(&self) -> Result<Case, FileError> {
        file::read(&self.file)
    }

    /// What becomes of this record, made from the revision it names, beside the text kept under its id.
    #[must_use]
    pub fn in_place_of(&self, stored: Option<&str>) -> Verdict {
        let newest = || Verdict::Newest(Self { revision: self.revision + 1, ..self.clone() });
        let Some(stored) = stored else { return newest() };
        match Self::read(stored) {
            Ok(stored) if stored.name == self.name && stored.file == self.file => Verdict::Same(stored.revision),
            Ok(stored) if stored.revision == self.revision => newest(),
            _ => Verdict::Other,
        }
    }
}

/// What becomes of a record that is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is kept, as the next revision.
    Newest(Record),
    /// The same is kept already, as this revision.
    Same(u32),
    /// Another stands in its place, changed elsewhere or unreadable here: it stays.
    Other,
}

/// Of which version a record is.
fn version(text: &str) -> Result<u32, FileError> {
    #[derive(Deserialize)]
    struct Head {
        store: Option<u32>,
        format: Option<String>,
    }
    let head: Head = serde_json::from_str(text).map_err(|_| FileError::Unreadable)?;
    match (head.store, head.format) {
        (Some(version), _) if version > 1 => Ok(version),
        (None, Some(format)) if format == "dument" => Ok(1),
        _ => Err(FileError::Unreadable),
    }
}

/// Version 1 was the exported case, without a name, a revision or a date.
fn from_1(text: &str) -> Result<String, FileError> {
    serde_json::to_string(&Second { store: 2, name: "", revision: 1, changed_at: "", file: text })
        .map_err(|_| FileError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A record as the application of some version kept it.
    fn kept_by(version: u32) -> String {
        let path = format!("{}/src/store/versions/{version}.json", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("{path} is missing: each version of the store needs a record as it was kept then"))
    }

    #[test]
    fn a_record_of_every_version_opens() {
        for version in 1..=VERSION {
            let text = kept_by(version);
            assert_eq!(super::version(&text), Ok(version), "versions/{version}.json");
            let case = Record::read(&text).unwrap().case().unwrap();
            assert_eq!(case.debtor.name, "Brun & Fils", "versions/{version}.json");
            assert_eq!(case.invoices[0].amount, "1 850,00", "versions/{version}.json");
            assert_eq!(case.invoices[1].due_on, "30/02/2026", "what was typed wrong is kept");
            assert_eq!(case.creditor.iban, "FR76 3000", "versions/{version}.json");
        }
    }

    #[test]
    fn there_is_an_example_of_each_version_and_of_no_other() {
        let folder = format!("{}/src/store/versions", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), VERSION as usize);
    }

    #[test]
    fn the_form_does_not_change_without_a_new_version() {
        let newest = kept_by(VERSION);
        assert_eq!(Record::read(&newest).unwrap().write(), newest.trim_end(), "change VERSION, and add a step and an example");
    }

    #[test]
    fn the_first_version_is_taken_over_whole() {
        let text = kept_by(1);
        let record = Record::read(&text).unwrap();
        assert_eq!(record, Record { name: String::new(), revision: 1, changed_at: String::new(), file: text });
    }

    #[test]
    fn what_is_newer_or_damaged_is_told_apart() {
        assert_eq!(Record::read(r#"{"store":3,"what":"ever"}"#), Err(FileError::Newer(3)));
        for damaged in ["", "{", "{}", "[]", r#"{"store":1}"#, r#"{"store":2}"#, r#"{"format":"autre","version":1}"#] {
            assert_eq!(Record::read(damaged), Err(FileError::Unreadable), "{damaged}");
        }
        let newer_case = Record::read(r#"{"format":"dument","version":99,"case":{}}"#).unwrap().case();
        assert_eq!(newer_case, Err(FileError::Newer(99)));
    }

    fn record(name: &str, revision: u32) -> Record {
        Record::of(&Case::default(), name, revision, "2026-11-22T14:05:09".to_owned())
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(Record::read(&record("Toit", 3).write()), Ok(record("Toit", 3)));
    }

    #[test]
    fn a_record_takes_the_place_of_the_revision_it_was_made_from() {
        assert_eq!(record("Toit", 0).in_place_of(None), Verdict::Newest(record("Toit", 1)));
        let stored = record("Mur", 3).write();
        assert_eq!(record("Toit", 3).in_place_of(Some(&stored)), Verdict::Newest(record("Toit", 4)));
    }

    #[test]
    fn a_record_never_takes_the_place_of_what_it_has_not_seen() {
        let stored = record("Mur", 4).write();
        assert_eq!(record("Toit", 3).in_place_of(Some(&stored)), Verdict::Other, "another tab was faster");
        assert_eq!(record("Toit", 3).in_place_of(Some(r#"{"store":3}"#)), Verdict::Other, "from a newer version");
        assert_eq!(record("Toit", 3).in_place_of(Some("{")), Verdict::Other, "damaged");
    }

    #[test]
    fn what_was_kept_already_is_known_again() {
        let stored = Record { changed_at: String::new(), ..record("Toit", 4) }.write();
        assert_eq!(record("Toit", 3).in_place_of(Some(&stored)), Verdict::Same(4));
    }
}
