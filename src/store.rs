//! What is kept on the visitor's machine, from the first keystroke on: nothing typed is lost, nothing leaves.

use web_sys::Storage;

use crate::case::Case;
use crate::case::file::{self, FileError};

const CASE: &str = "dument.dossier";
const ASIDE: &str = "dument.dossier.mis-de-cote";

/// What was found on the machine at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing: a new visitor.
    Nothing,
    /// The case of an earlier visit.
    Case(Box<Case>),
    /// Something that can't be opened: kept aside whole, to be downloaded.
    Unreadable {
        /// Why.
        why: FileError,
        /// The stored text as it was.
        text: String,
    },
    /// The browser refuses to store anything here: the work goes on in memory.
    Blocked,
}

/// The browser would not store the case: storage is blocked or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Le navigateur refuse d’enregistrer le dossier sur cet appareil. Téléchargez-le avant de fermer la page.")]
pub struct NotStored;

fn storage() -> Option<Storage> {
    leptos::prelude::window().local_storage().ok().flatten()
}

/// Opens what is kept; what can't be opened is put aside first, so that nothing overwrites it.
#[must_use]
pub fn open() -> Found {
    let Some(storage) = storage() else { return Found::Blocked };
    let Ok(stored) = storage.get_item(CASE) else { return Found::Blocked };
    let Some(text) = stored else { return Found::Nothing };
    match file::read(&text) {
        Ok(case) => Found::Case(Box::new(case)),
        Err(why) => {
            let aside = storage.get_item(ASIDE).ok().flatten();
            if aside.as_deref() != Some(&text) {
                let free = std::iter::once(ASIDE.to_owned()).chain((2..).map(|n| format!("{ASIDE}.{n}")));
                let name = free.into_iter().find(|name| matches!(storage.get_item(name), Ok(None) | Err(_)));
                if name.is_none_or(|name| storage.set_item(&name, &text).is_err()) {
                    return Found::Blocked;
                }
            }
            Found::Unreadable { why, text }
        }
    }
}

/// Keeps the case.
pub fn keep(case: &Case) -> Result<(), NotStored> {
    storage().ok_or(NotStored)?.set_item(CASE, &file::write(case)).map_err(|_| NotStored)
}

/// Erases the case and all that was put aside.
pub fn erase() {
    let Some(storage) = storage() else { return };
    let count = storage.length().unwrap_or_default();
    let ours: Vec<String> =
        (0..count).filter_map(|i| storage.key(i).ok().flatten()).filter(|name| name.starts_with("dument.")).collect();
    for name in ours {
        // Removing an entry can't fail but where storage is blocked, and then there is none.
        let _ = storage.remove_item(&name);
    }
}
