//! What is kept on the visitor's machine, from the first keystroke on: nothing typed is lost, nothing leaves.
//!
//! Every case is a [`record`] in the browser's own [`database`]. The [`keeper`] of each tab keeps the case that is open
//! there; what could not be kept before a tab went away waits in [`pending`]; the other tabs hear of it through [`tabs`].

pub mod database;
pub mod erasing;
pub mod keeper;
pub mod pending;
pub mod persistence;
pub mod record;
pub mod rescue;
pub mod shelf;
pub mod tabs;
pub mod takeover;

use leptos::prelude::*;
use web_sys::Storage;

use crate::address::is_framed;
use crate::case::Case;
use crate::case::file::FileError;

/// Where the id of the case at work stands: in `sessionStorage` for this tab, in `localStorage` for the next one.
const OPEN: &str = "dument.ouvert";

/// Why the case is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotStored {
    /// The browser keeps nothing for this site.
    #[error(
        "Ce navigateur ne garde rien pour cette page\u{a0}: tout fonctionne, mais ce que vous saisissez disparaîtra avec elle."
    )]
    Blocked,
    /// No room is left.
    #[error(
        "La place manque\u{a0}: le navigateur ne garde plus ce que vous saisissez. Libérez de la place sur cet appareil, puis réessayez."
    )]
    Full,
    /// What is kept was written by a newer version.
    #[error(
        "Vos dossiers ont été gardés par une version plus récente de Dûment. Rechargez la page pour l’obtenir\u{a0}; d’ici là, rien n’est gardé."
    )]
    Newer,
    /// A newer version was opened in another tab.
    #[error(
        "Une version plus récente de Dûment est ouverte dans un autre onglet. Rechargez cette page\u{a0}: elle ne garde plus rien."
    )]
    Outdated,
    /// A tab of an older version holds the database.
    #[error(
        "Un onglet ouvert sur une version plus ancienne de Dûment retient vos dossiers. Fermez-le\u{a0}: ils s’ouvriront ici."
    )]
    Waiting,
    /// The page stands in another site's: it keeps nothing there.
    #[error(
        "Dans cette page, rien n’est gardé\u{a0}: ce que vous saisissez disparaîtra avec elle. Enregistrez le dossier dans un fichier pour le retrouver."
    )]
    Framed,
    /// The browser has not answered for a while.
    #[error(
        "Le navigateur tarde à ouvrir vos dossiers. Vous pouvez continuer\u{a0}: ce que vous saisissez sera gardé dès qu’il répondra."
    )]
    Slow,
    /// The page was left before it was kept.
    #[error("La page a été quittée avant que tout soit gardé\u{a0}: recommencez.")]
    Abandoned,
}

/// How it stands with keeping the case at work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was opened yet.
    #[default]
    Opening,
    /// Every change is kept.
    Kept,
    /// The last change could not be kept.
    Not(NotStored),
    /// Another tab has changed the same case, and this one has changes of its own.
    Behind,
    /// The case was deleted elsewhere: it is only on this screen.
    Removed,
}

/// What the visitor is told once, with what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something was typed before the last case could be opened: both are kept.
    Begun {
        /// The last case.
        last: String,
    },
    /// The last case can't be opened here: it stays as it is, and can be downloaded.
    Unreadable {
        /// Why.
        why: FileError,
        /// As it is kept.
        text: String,
    },
    /// Changes of an earlier visit met others: they are a case of their own.
    CopyKept,
    /// The other tab's version was taken; this was on the screen before.
    Replaced(Box<Case>),
    /// A case from a file took the place of another, which stays kept.
    Opened {
        /// The id of the other.
        before: String,
        /// What it is called.
        title: String,
    },
    /// A case was deleted; it can be put back.
    Deleted(Box<shelf::Kept>),
    /// Another tab erased everything.
    Erased,
}

/// How the case at work is kept, for every component.
#[derive(Clone, Copy)]
pub struct Kept {
    /// How it stands.
    pub keeping: RwSignal<Keeping>,
    /// Its id among the kept cases: as it changes, what a page holds of the case before, folded or touched, begins anew.
    pub id: RwSignal<String>,
    /// The name the visitor gave it; empty for the debtor's.
    pub name: RwSignal<String>,
    /// What is to be told.
    pub notice: RwSignal<Option<Notice>>,
    /// Rises with every change among the kept cases, here or in another tab.
    pub changes: RwSignal<u32>,
}

impl Kept {
    /// Before anything was opened.
    #[must_use]
    pub fn unopened() -> Self {
        Self {
            keeping: RwSignal::default(),
            id: RwSignal::default(),
            name: RwSignal::default(),
            notice: RwSignal::default(),
            changes: RwSignal::default(),
        }
    }
}

/// A name for the case: the visitor's own, else the debtor's.
#[must_use]
pub fn title(name: &str, debtor: &str) -> String {
    match (name.trim(), debtor.trim()) {
        ("", "") => "Dossier sans nom".to_owned(),
        ("", debtor) => format!("Dossier {debtor}"),
        (name, _) => name.to_owned(),
    }
}

/// Whether an earlier visit left anything: it is opened at once.
#[must_use]
pub fn holds_something() -> bool {
    local().is_some_and(|storage| storage.length().is_ok_and(|count| count > 0))
}

/// What the browser keeps for every tab; nothing in a frame, or where it keeps nothing.
#[must_use]
pub fn local() -> Option<Storage> {
    if is_framed() { None } else { window().local_storage().ok().flatten() }
}

fn session() -> Option<Storage> {
    if is_framed() { None } else { window().session_storage().ok().flatten() }
}

/// The names of our entries in a storage.
fn ours(storage: &Storage) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    (0..count).filter_map(|i| storage.key(i).ok().flatten()).filter(|name| name.starts_with("dument.")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_goes_by_its_name_or_its_debtor() {
        assert_eq!(title("", " "), "Dossier sans nom");
        assert_eq!(title("", "Brun & Fils"), "Dossier Brun & Fils");
        assert_eq!(title(" Chantier de Lyon ", "Brun & Fils"), "Chantier de Lyon");
    }
}
