//! What a tab could not keep before it went away: a page that closes has no time for a database, only for `localStorage`.

use super::record::Record;
use super::{local, ours};

/// Before the id of the case.
const PREFIX: &str = "dument.en-attente.";

/// Leaves a record for the next tab that starts; tells whether the browser took it.
pub fn leave(id: &str, record: &Record) -> bool {
    local().is_some_and(|storage| storage.set_item(&key(id), &record.write()).is_ok())
}

/// Forgets what was left of a case: it is kept, or deleted.
pub fn forget(id: &str) {
    if let Some(storage) = local() {
        // Removing an entry can't fail but where storage is blocked, and then there is none.
        let _ = storage.remove_item(&key(id));
    }
}

/// All that was left, as it is: the id of its case, and the text.
#[must_use]
pub fn left() -> Vec<(String, String)> {
    let Some(storage) = local() else { return Vec::new() };
    let text = |key: &String| storage.get_item(key).ok().flatten();
    ours(&storage).into_iter().filter_map(|key| Some((key.strip_prefix(PREFIX)?.to_owned(), text(&key)?))).collect()
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}
