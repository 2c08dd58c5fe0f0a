//! Every shape of document, by the name of its file.

use dument_documents::Attachment;
use dument_letters::Document;

use crate::samples::{agreement, formal_notice, hostile, long_notice};

pub(crate) fn all() -> [(&'static str, Document); 6] {
    [
        ("notice", formal_notice()),
        // Two pages, twelve lines.
        ("annex", long_notice(9)),
        ("hundred", long_notice(100)),
        ("five-hundred", long_notice(500)),
        ("agreement", agreement()),
        ("hostile", hostile()),
    ]
}

/// A file to attach: the case that a letter was made from.
pub(crate) fn case() -> Attachment {
    Attachment {
        name: "dossier été.json".to_owned(),
        media_type: "application/json".to_owned(),
        description: "Le dossier, à rouvrir dans Dûment".to_owned(),
        bytes: "{ \"creditor\": { \"name\": \"Atelier Nord, œuvres à façon\" } }\n".repeat(40).into_bytes(),
    }
}
