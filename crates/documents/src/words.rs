//! The few words that the form of a letter adds to its text, in the language of the document.

use dument_letters::document::Language;

/// The words of a language.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    /// Before the subject.
    pub(crate) subject: &'static str,
    /// Before the only enclosure.
    pub(crate) enclosure: &'static str,
    /// Before several enclosures.
    pub(crate) enclosures: &'static str,
    /// The title of a document that has none: an accessible file must have one.
    pub(crate) untitled: &'static str,
    /// For screen readers and word processors.
    pub(crate) tag: &'static str,
}

impl Words {
    pub(crate) fn of(language: Language) -> Self {
        match language {
            Language::Fr => Self {
                subject: "Objet\u{a0}: ",
                enclosure: "Pièce jointe\u{a0}:",
                enclosures: "Pièces jointes\u{a0}:",
                untitled: "Lettre",
                tag: "fr-FR",
            },
            Language::En => Self {
                subject: "Subject: ",
                enclosure: "Enclosure:",
                enclosures: "Enclosures:",
                untitled: "Letter",
                tag: "en-GB",
            },
        }
    }
}
