//! Plain text, for an e-mail or the clipboard.

use dument_letters::{Document, plain_text};

use crate::characters;

/// A document as plain text: its words alone, without anything invisible.
#[must_use]
pub fn text(document: &Document) -> String {
    plain_text(document).chars().filter_map(characters::visible).collect()
}
