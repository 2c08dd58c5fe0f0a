//! Remarks that come with a result.

use serde::{Deserialize, Serialize};

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Good to know.
    Info,
    /// Something to check or to decide: the figure depends on it.
    Warning,
}

/// A remark on a result: a trap of the law that the input meets, an assumption, a fact left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Stable code, such as `rateIgnored`.
    pub code: String,
    /// One or more French sentences.
    pub message: String,
    /// How much it matters.
    pub severity: Severity,
}

impl Note {
    /// A remark that is good to know.
    pub fn info(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), severity: Severity::Info }
    }

    /// A remark on which a figure or a choice depends.
    pub fn warning(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), severity: Severity::Warning }
    }
}
