//! The browser's own database, IndexedDB: one text for each case, under its id.

use std::cell::{Cell, RefCell};

use idb::event::VersionChangeEvent;
use idb::{DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{JSON, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::DomException;

use super::NotStored;
use super::record::{Record, VERSION, Verdict};
use crate::address::is_framed;

/// Its name in the browser.
pub const NAME: &str = "dument";
/// The name of the ledger's, in the browser.
const LEDGER: &str = "dument-suivi";
/// Where its texts are.
const CASES: &str = "cases";

/// An open database.
#[derive(Debug)]
pub struct Database {
    inner: idb::Database,
    /// What leads to the transaction that was begun last: only one that is known can be aborted.
    last: RefCell<Option<ObjectStore>>,
    abandoned: Cell<bool>,
}

/// What can happen to an open database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// A tab of an older version holds it: opening waits.
    Waiting,
    /// A newer version wants it.
    Outdated,
    /// Another tab erases it.
    Erased,
    /// The browser took it away.
    Closed,
}

/// What became of a record that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is kept, as this revision.
    Kept(u32),
    /// Another one is kept under its id, and stays.
    Behind,
}

impl Database {
    /// Opens it, made where there is none yet.
    pub async fn open(happened: impl Fn(Happened) + Clone + 'static) -> Result<Self, NotStored> {
        if is_framed() {
            return Err(NotStored::Framed);
        }
        let mut request = Factory::new().and_then(|factory| factory.open(NAME, Some(VERSION))).map_err(not_stored)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database()
                && !database.store_names().iter().any(|name| name == CASES)
            {
                // Where it can't be made, opening fails, and that is told.
                let _ = database.create_object_store(CASES, ObjectStoreParams::new());
            }
        });
        let tell = happened.clone();
        request.on_blocked(move |_| tell(Happened::Waiting));
        let mut database = request.await.map_err(not_stored)?;
        let tell = happened.clone();
        database.on_version_change(move |event| {
            let newer = VersionChangeEvent::try_from(JsValue::from(event)).and_then(|event| event.new_version());
            tell(if matches!(newer, Ok(None)) { Happened::Erased } else { Happened::Outdated });
        });
        database.on_close(move |_| happened(Happened::Closed));
        Ok(Self { inner: database, last: RefCell::default(), abandoned: Cell::default() })
    }

    /// Lets it go, for another tab to change or erase it.
    pub fn close(&self) {
        self.inner.close();
    }

    /// Gives up what is being read or written, and lets it go.
    pub fn abandon(&self) {
        self.abandoned.set(true);
        if let Some(store) = self.last.take() {
            // One that is over can't be aborted any more, and needn't be.
            let _ = store.transaction().abort();
        }
        self.close();
    }

    /// Every text, by its id.
    pub async fn all(&self) -> Result<Vec<(String, String)>, NotStored> {
        let read = async || all(&self.begin(TransactionMode::ReadOnly)?.1).await;
        read().await.map_err(|error| self.why(error))
    }

    /// The text of an id.
    pub async fn get(&self, id: &str) -> Result<Option<String>, NotStored> {
        let get = async || self.begin(TransactionMode::ReadOnly)?.1.get(JsValue::from(id))?.await;
        get().await.map(|value| value.map(text)).map_err(|error| self.why(error))
    }

    /// Keeps a record in the place of the revision it was made from, and of no other: both are looked at in one transaction.
    pub async fn put(&self, id: &str, record: &Record) -> Result<Put, NotStored> {
        let (transaction, store) = self.write()?;
        match record.in_place_of(self.stored(&store, id).await?.as_deref()) {
            Verdict::Newest(record) => {
                // Its outcome is that of the transaction.
                let _request = store.put(&record.write().into(), Some(&id.into())).map_err(|error| self.why(error))?;
                self.done(transaction).await?;
                Ok(Put::Kept(record.revision))
            }
            Verdict::Same(revision) => Ok(Put::Kept(revision)),
            Verdict::Other => Ok(Put::Behind),
        }
    }

    /// Keeps a text as it is, unless there is one under its id.
    pub async fn add(&self, id: &str, text: &str) -> Result<(), NotStored> {
        let (transaction, store) = self.write()?;
        if self.stored(&store, id).await?.is_none() {
            let _request = store.put(&text.into(), Some(&id.into())).map_err(|error| self.why(error))?;
            self.done(transaction).await?;
        }
        Ok(())
    }

    /// Takes a text away.
    pub async fn delete(&self, id: &str) -> Result<(), NotStored> {
        let (transaction, store) = self.write()?;
        let _request = store.delete(JsValue::from(id)).map_err(|error| self.why(error))?;
        self.done(transaction).await
    }

    fn write(&self) -> Result<(Transaction, ObjectStore), NotStored> {
        self.begin(TransactionMode::ReadWrite).map_err(|error| self.why(error))
    }

    fn begin(&self, mode: TransactionMode) -> Result<(Transaction, ObjectStore), Error> {
        let transaction = self.inner.transaction(&[CASES], mode)?;
        self.last.replace(Some(transaction.object_store(CASES)?));
        let store = transaction.object_store(CASES)?;
        Ok((transaction, store))
    }

    /// The text of an id, within a transaction.
    async fn stored(&self, store: &ObjectStore, id: &str) -> Result<Option<String>, NotStored> {
        let get = async || store.get(JsValue::from(id))?.await;
        get().await.map(|value| value.map(text)).map_err(|error| self.why(error))
    }

    async fn done(&self, transaction: Transaction) -> Result<(), NotStored> {
        done(transaction).await.map_err(|why| if self.abandoned.get() { NotStored::Abandoned } else { why })
    }

    fn why(&self, error: Error) -> NotStored {
        if self.abandoned.get() { NotStored::Abandoned } else { not_stored(error) }
    }
}

/// Every text of a database that a newer version made, as it is.
pub async fn texts_of_newer() -> Result<Vec<String>, NotStored> {
    let read = async || {
        let database = Factory::new()?.open(NAME, None)?.await?;
        let found =
            if database.store_names().iter().any(|name| name == CASES) { all(&whole(&database)?).await } else { Ok(Vec::new()) };
        database.close();
        found
    };
    Ok(read().await.map_err(not_stored)?.into_iter().map(|(_, text)| text).collect())
}

/// Erases it whole, and that of the ledger, which `www/ledger.js` lets go.
pub async fn erase() -> Result<(), NotStored> {
    for name in [NAME, LEDGER] {
        Factory::new().and_then(|factory| factory.delete(name)).map_err(not_stored)?.await.map_err(not_stored)?;
    }
    Ok(())
}

fn whole(database: &idb::Database) -> Result<ObjectStore, Error> {
    database.transaction(&[CASES], TransactionMode::ReadOnly)?.object_store(CASES)
}

async fn all(store: &ObjectStore) -> Result<Vec<(String, String)>, Error> {
    // Both are asked for before either is awaited: one transaction sees one state.
    let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (keys, values) = (keys.await?, values.await?);
    Ok(keys.into_iter().map(|key| key.as_string().unwrap_or_default()).zip(values.into_iter().map(text)).collect())
}

/// A value as a text: ours is one; anything else is shown as it is.
fn text(value: JsValue) -> String {
    let shown = || JSON::stringify(&value).ok().and_then(|json| json.as_string()).unwrap_or_default();
    value.as_string().unwrap_or_else(shown)
}

/// Waits until what a transaction did is kept. Only its end tells why it could not be: a full disk shows there.
async fn done(mut transaction: Transaction) -> Result<(), NotStored> {
    let end = Promise::new(&mut |kept, lost| {
        transaction.on_complete(move |_| {
            let _ = kept.call0(&JsValue::NULL);
        });
        transaction.on_abort(move |event| {
            let error = event.target().and_then(|target| Transaction::try_from(target).ok()?.error());
            let name = error.map(|error| error.name()).unwrap_or_default();
            let _ = lost.call1(&JsValue::NULL, &name.into());
        });
    });
    JsFuture::from(end).await.map(|_| ()).map_err(|name| reason(&name.as_string().unwrap_or_default()))
}

fn not_stored(error: Error) -> NotStored {
    let name = match &error {
        Error::DomException(exception) => exception.name(),
        Error::UpdateFailed(thrown)
        | Error::GetFailed(thrown)
        | Error::DeleteFailed(thrown)
        | Error::TransactionOpenFailed(thrown)
        | Error::IndexedDbOpenFailed(thrown) => thrown.dyn_ref().map(DomException::name).unwrap_or_default(),
        _ => String::new(),
    };
    reason(&name)
}

/// Why, by the name of the browser's exception.
fn reason(exception: &str) -> NotStored {
    match exception {
        "QuotaExceededError" => NotStored::Full,
        "VersionError" => NotStored::Newer,
        _ => NotStored::Blocked,
    }
}
