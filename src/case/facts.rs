//! What one kind of letter alone needs to know: which fields it asks, and what was typed in them as the engine takes it.

use dument_letters::{self as letters, LetterKind};
use serde_json::Value;

use super::Draft;
use super::reading::Fault;

/// Reads what was typed for this kind of letter, and notes every fault.
pub fn read(_kind: LetterKind, _draft: Option<&Draft>, _faults: &mut Vec<Fault>) -> Value {
    Value::Null
}

/// The JSON of an input with the facts of its kind.
#[must_use]
pub fn with(input: &letters::Input, kind: LetterKind, own: Value) -> String {
    let mut whole = serde_json::to_value(input).unwrap_or_default();
    if own.is_object()
        && let Ok(Value::String(name)) = serde_json::to_value(kind)
    {
        whole["facts"][name] = own;
    }
    whole.to_string()
}
