//! Everything that is stored as one file, as `www/start.js` writes it too where nothing else can: to be taken over elsewhere.

use serde::{Deserialize, Serialize};

use crate::record::Keyed;

/// The name of the form.
const FORMAT: &str = "dument-secours";

#[derive(Serialize, Deserialize)]
struct Backup {
    format: String,
    records: Vec<String>,
}

/// The file of these records.
pub(crate) fn write(records: Vec<String>) -> String {
    // Texts alone: they can always be written.
    serde_json::to_string(&Backup { format: FORMAT.to_owned(), records }).unwrap_or_default()
}

/// The records of the ledger in such a file, each with its key; nothing where it is another file.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    // Told apart before it is read whole: other files may be large.
    let head = bytes.get(..bytes.len().min(64))?;
    if !head.windows(FORMAT.len()).any(|part| part == FORMAT.as_bytes()) {
        return None;
    }
    let backup: Backup = serde_json::from_slice(bytes).ok()?;
    let records = backup.records.into_iter().filter_map(|text| Some((Keyed::key(&text)?, text)));
    (backup.format == FORMAT).then(|| records.collect())
}
