//! The rescue file: everything that is kept, just as it is kept. It is written where nothing can be read, by `www/start.js`
//! after a crash or here for what a newer version kept, and read again like any exported case.

use serde::{Deserialize, Serialize};

use super::record::Record;
use crate::case::file::FileError;

/// The name of the form, and of the file.
const FORMAT: &str = "dument-secours";

/// How every record of the ledger begins.
const LEDGER: &str = r#"{"ledger":"#;

#[derive(Serialize, Deserialize)]
struct Rescue {
    format: String,
    records: Vec<String>,
}

/// The file of these records.
///
/// # Panics
/// Never: JSON holds texts.
#[must_use]
pub fn write(records: Vec<String>) -> String {
    serde_json::to_string(&Rescue { format: FORMAT.to_owned(), records }).expect("JSON holds texts")
}

/// The records of a rescue file, each readable or not; nothing where the text is another file.
#[must_use]
pub fn read(text: &str) -> Option<Vec<Result<Record, FileError>>> {
    let rescue: Rescue = serde_json::from_str(text).ok()?;
    (rescue.format == FORMAT).then(|| {
        let mut texts = rescue.records;
        // Those of the ledger are no cases: the page « Suivi » takes them.
        texts.retain(|text| !text.starts_with(LEDGER));
        // A change that waited may have been kept as well.
        texts.sort_unstable();
        texts.dedup();
        texts.iter().map(|text| Record::read(text)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;

    #[test]
    fn everything_comes_back() {
        let record = Record::of(&Case::default(), "Toit", 3, String::new());
        let first = crate::case::file::write(&Case::default());
        let file = write(vec![record.write(), "{".to_owned(), first, record.write()]);
        let back = read(&file).unwrap();
        assert_eq!(back.len(), 3, "once each");
        assert!(back.contains(&Ok(record)));
        assert!(back.contains(&Err(FileError::Unreadable)));
        assert_eq!(back.iter().filter(|record| record.is_ok()).count(), 2, "a case of version 1 too");
    }

    #[test]
    fn another_file_is_none() {
        assert_eq!(read("{}"), None);
        assert_eq!(read(r#"{"format":"dument","version":1,"case":{}}"#), None);
    }
}
