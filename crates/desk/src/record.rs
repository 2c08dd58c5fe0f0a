//! A record of the ledger as it is stored: a text with the version of its form.
//!
//! Each version has a step to the next, from text to text, and an example in `versions/`; what is newer or damaged is told apart
//! and stays as it is.

use dument_intake::Mapping;
use dument_ledger::{Record, Settings};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The version of the form written here.
pub const VERSION: u32 = 1;

/// From each version to the next, the oldest first: none yet.
const STEPS: [Step; VERSION as usize - 1] = [];

type Step = fn(Value) -> Option<Value>;

/// What a record holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stored {
    /// What holds for every debtor.
    Settings(Box<Settings>),
    /// A debtor with its invoices and events.
    Debtor(Box<Record>),
    /// What the columns of tables give, as corrected by hand.
    Mappings(Vec<Mapping>),
    /// Nothing any more: a debtor that was removed.
    Removed,
}

/// Why a record isn't opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Another version of this application wrote it.
    #[error("Cette partie du suivi a été gardée par une version plus récente de Dûment.")]
    Newer,
    /// It is no record.
    #[error("Cette partie du suivi est abîmée.")]
    Damaged,
}

/// A record around what it holds.
#[derive(Serialize)]
struct Written<'a> {
    /// The version; the name tells it from the records of cases.
    ledger: u32,
    /// Its key, so that a file of records says whose each is.
    key: &'a str,
    #[serde(flatten)]
    stored: &'a Stored,
}

/// What every record says of itself first.
#[derive(Deserialize)]
pub(crate) struct Keyed {
    key: String,
    #[serde(rename = "ledger")]
    _version: u32,
}

impl Keyed {
    /// The key of a record; nothing where the text is none.
    pub(crate) fn key(text: &str) -> Option<String> {
        serde_json::from_str::<Self>(text).ok().map(|keyed| keyed.key)
    }
}

impl Stored {
    /// Reads a record of any version up to this one.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let mut value: Value = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
        let fields = value.as_object_mut().ok_or(Unreadable::Damaged)?;
        fields.remove("key");
        let version = fields.remove("ledger");
        let version = version.and_then(|version| u32::try_from(version.as_u64()?).ok()).filter(|version| *version > 0);
        let version = version.ok_or(Unreadable::Damaged)?;
        if version > VERSION {
            return Err(Unreadable::Newer);
        }
        for step in STEPS.iter().skip(version as usize - 1) {
            value = step(value).ok_or(Unreadable::Damaged)?;
        }
        serde_json::from_value(value).map_err(|_| Unreadable::Damaged)
    }

    /// The record as it is stored under a key.
    ///
    /// # Panics
    /// Never: a record is texts, numbers and lists, which JSON holds.
    #[must_use]
    pub fn write(&self, key: &str) -> String {
        serde_json::to_string(&Written { ledger: VERSION, key, stored: self }).expect("JSON holds texts, numbers and lists")
    }
}
