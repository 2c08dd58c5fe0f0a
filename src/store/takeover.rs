//! What earlier versions and closed tabs left in `localStorage`: into the database first, and only then removed there.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::database::{Database, Put};
use super::record::Record;
use super::{NotStored, local, ours, pending, title};

/// Where version 1 kept its one case; what it could not open, it kept under names that go on from this one.
const VERSION_1: &str = "dument.dossier";

/// What was taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenOver {
    /// The id of the case of version 1: the one the visitor worked on.
    pub case: Option<String>,
    /// Whether changes of a closed tab met others and are a case of their own now.
    pub copied: bool,
}

/// The case of version 1, where it isn't taken over yet.
#[must_use]
pub fn version_1_text() -> Option<String> {
    local()?.get_item(VERSION_1).ok().flatten()
}

/// Takes everything over. Doing it twice, or in two tabs at once, does it once.
pub async fn take_over(database: &Database) -> Result<TakenOver, NotStored> {
    let mut taken = TakenOver::default();
    for (key, text) in version_1() {
        let id = id_of("v1", &text);
        database.add(&id, &text).await?;
        remove(&key, &text);
        if key == VERSION_1 {
            taken.case = Some(id);
        }
    }
    for (id, text) in pending::left() {
        match Record::read(&text) {
            Ok(record) => {
                if database.put(&id, &record).await? == Put::Behind {
                    database.add(&id_of("copie", &text), &copy(record).write()).await?;
                    taken.copied = true;
                }
            }
            Err(_) => database.add(&id_of("reste", &text), &text).await?,
        }
        pending::forget(&id);
    }
    Ok(taken)
}

/// The same case under a name that says that it is another one.
fn copy(record: Record) -> Record {
    let debtor = record.case().map(|case| case.debtor.name).unwrap_or_default();
    Record { name: format!("{} (copie)", title(&record.name, &debtor)), revision: 1, ..record }
}

fn version_1() -> Vec<(String, String)> {
    let Some(storage) = local() else { return Vec::new() };
    let text = |key: &String| storage.get_item(key).ok().flatten();
    ours(&storage)
        .into_iter()
        .filter(|key| key.starts_with(VERSION_1))
        .filter_map(|key| text(&key).map(|text| (key, text)))
        .collect()
}

/// An id that the same text always gets.
fn id_of(origin: &str, text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{origin}-{:016x}", hasher.finish())
}

/// Removes an entry, unless a tab of version 1 has written it anew.
fn remove(key: &str, text: &str) {
    if let Some(storage) = local()
        && storage.get_item(key).ok().flatten().as_deref() == Some(text)
    {
        // What can be read can be removed.
        let _ = storage.remove_item(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;

    #[test]
    fn the_same_text_gets_the_same_id() {
        assert_eq!(id_of("v1", "{}"), id_of("v1", "{}"));
        assert_ne!(id_of("v1", "{}"), id_of("v1", "{ }"));
        assert!(id_of("v1", "{}").starts_with("v1-"));
    }

    #[test]
    fn a_copy_says_so() {
        let mut case = Case::default();
        case.debtor.name = "Brun & Fils".to_owned();
        let copied = copy(Record::of(&case, "", 7, String::new()));
        assert_eq!((copied.name.as_str(), copied.revision), ("Dossier Brun & Fils (copie)", 1));
    }
}
