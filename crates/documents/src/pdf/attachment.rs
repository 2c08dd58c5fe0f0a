//! A file within a PDF, such as the case that the letter was made from.

use krilla::Data;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::DateTime;

use crate::Error;
use crate::file::safe_name;
use crate::pdf::short;

/// A file to carry within a PDF: what the document was made from, so that the PDF reopens the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The name under which it is saved, such as « dossier.json ». What no system takes is replaced, accents too.
    pub name: String,
    /// What it is, such as `application/json`.
    pub media_type: String,
    /// What it is for, in the language of the document: what a reader's list of attachments shows.
    pub description: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Attachment {
    /// As the PDF library embeds it, dated by the letter.
    pub(super) fn embedded(&self, written: DateTime) -> Result<EmbeddedFile, Error> {
        let media_type = MimeType::new(&self.media_type).ok_or_else(|| Error::Attachment(self.name.clone()))?;
        Ok(EmbeddedFile {
            // The library writes the name in one encoding where readers expect two: they agree on plain letters alone.
            path: safe_name(&self.name).replace(|c: char| !c.is_ascii(), "-"),
            mime_type: Some(media_type),
            description: Some(short(&self.description)),
            association_kind: AssociationKind::Source,
            data: Data::from(self.bytes.clone()),
            modification_date: Some(written),
            compress: Some(true),
            location: None,
        })
    }
}
