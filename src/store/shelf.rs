//! Every case kept on the machine: what the page « Mes dossiers » lists, and what it does with them.

use leptos::prelude::*;

use super::database::Put;
use super::keeper::{self, NotOpened, connect};
use super::record::Record;
use super::tabs::{self, News};
use super::{NotStored, Notice, database, pending, title};
use crate::case::Case;
use crate::case::file::FileError;
use crate::state::State;
use crate::today;

/// A case on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its text, as it is kept.
    pub text: String,
    /// What is in it, or why that can't be read here: it then stays as it is.
    pub content: Result<(Record, Case), FileError>,
}

impl Kept {
    /// What is in a text.
    #[must_use]
    pub fn read(id: String, text: String) -> Self {
        let content = Record::read(&text).and_then(|record| record.case().map(|case| (record, case)));
        Self { id, text, content }
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.content {
            Ok((record, case)) => title(&record.name, &case.debtor.name),
            Err(_) => "Dossier illisible ici".to_owned(),
        }
    }
}

/// Every kept case, the last changed first.
pub async fn all(state: State) -> Result<Vec<Kept>, NotStored> {
    if keeper::is_erased() {
        return Ok(Vec::new());
    }
    let texts = connect(state).await?.all().await?;
    let mut all: Vec<_> = texts.into_iter().map(|(id, text)| Kept::read(id, text)).collect();
    let changed_at = |kept: &Kept| kept.content.as_ref().map(|(record, _)| record.changed_at.clone()).unwrap_or_default();
    all.sort_by_key(|kept| std::cmp::Reverse(changed_at(kept)));
    Ok(all)
}

/// The texts that a newer version kept, to be taken away as they are.
pub async fn texts_of_newer() -> Result<Vec<String>, NotStored> {
    database::texts_of_newer().await
}

/// Gives a case a name; an empty one gives it the debtor's again.
pub async fn rename(state: State, kept: &Kept, name: String) -> Result<(), NotOpened> {
    if kept.id == state.kept.id.get_untracked() {
        state.kept.name.set(name);
        return Ok(());
    }
    let (record, _) = kept.content.clone()?;
    match connect(state).await?.put(&kept.id, &Record { name, ..record }).await? {
        Put::Kept(revision) => {
            tell(state, News::Kept { id: kept.id.clone(), revision });
            Ok(())
        }
        // Another tab was faster: the list shows what it did.
        Put::Behind => Err(NotOpened::Gone),
    }
}

/// Keeps a copy of a case.
pub async fn duplicate(state: State, kept: &Kept) -> Result<(), NotOpened> {
    let (record, _) = kept.content.clone()?;
    let copy = Record { name: format!("{} (copie)", kept.title()), revision: 0, changed_at: today::moment(), ..record };
    put_new(state, &copy).await
}

/// Keeps cases from a file beside the others; opens the only one.
pub async fn import(state: State, mut cases: Vec<(Case, String)>) -> Result<(), NotOpened> {
    if cases.len() == 1
        && let Some((case, name)) = cases.pop()
    {
        return keeper::begin_with(state, case, name).await;
    }
    for (case, name) in cases {
        put_new(state, &Record::of(&case, &name, 0, today::moment())).await?;
    }
    Ok(())
}

async fn put_new(state: State, record: &Record) -> Result<(), NotOpened> {
    let id = keeper::new_id();
    if let Put::Kept(revision) = connect(state).await?.put(&id, record).await? {
        tell(state, News::Kept { id, revision });
    }
    Ok(())
}

/// Deletes a case. It can be put back as long as the page is open.
pub async fn delete(state: State, kept: Kept) -> Result<(), NotStored> {
    connect(state).await?.delete(&kept.id).await?;
    pending::forget(&kept.id);
    if kept.id == state.kept.id.get_untracked() {
        keeper::clear(state);
    }
    tell(state, News::Deleted { id: kept.id.clone() });
    state.kept.notice.set(Some(Notice::Deleted(Box::new(kept))));
    Ok(())
}

/// Deletes the case at work.
pub async fn delete_open(state: State) -> Result<(), NotOpened> {
    let kept = keeper::on_desk(state).await;
    match delete(state, kept.clone()).await {
        // It was on the screen alone.
        Err(_) if keeper::is_in_memory(state) => {
            keeper::clear(state);
            state.kept.notice.set(Some(Notice::Deleted(Box::new(kept))));
            Ok(())
        }
        deleted => Ok(deleted?),
    }
}

/// Puts a deleted case back, and opens it where nothing else is open.
pub async fn put_back(state: State, kept: &Kept) -> Result<(), NotOpened> {
    let reopened = keeper::is_empty(state);
    match connect(state).await {
        Ok(database) => database.add(&kept.id, &kept.text).await?,
        // It was on the screen alone, and goes back there.
        Err(why) => {
            let (record, case) = kept.content.clone()?;
            return if reopened { keeper::begin_with(state, case, record.name).await } else { Err(why.into()) };
        }
    }
    let revision = kept.content.as_ref().map_or(1, |(record, _)| record.revision);
    tell(state, News::Kept { id: kept.id.clone(), revision });
    if reopened { keeper::open(state, kept.id.clone()).await } else { Ok(()) }
}

fn tell(state: State, news: News) {
    tabs::tell(&news);
    state.kept.changes.update(|n| *n += 1);
}
