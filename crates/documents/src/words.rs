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
    /// Where a table goes on overleaf: the sums so far, at the foot of the page.
    #[cfg(feature = "pdf")]
    pub(crate) carried_forward: &'static str,
    /// The same, at the head of the next.
    #[cfg(feature = "pdf")]
    pub(crate) brought_forward: &'static str,
    /// What stands for a payment code that has no caption.
    pub(crate) payment_code: &'static str,
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
                #[cfg(feature = "pdf")]
                carried_forward: "À reporter",
                #[cfg(feature = "pdf")]
                brought_forward: "Report",
                payment_code: "Code de paiement",
                tag: "fr-FR",
            },
            Language::En => Self {
                subject: "Subject: ",
                enclosure: "Enclosure:",
                enclosures: "Enclosures:",
                untitled: "Letter",
                #[cfg(feature = "pdf")]
                carried_forward: "Carried forward",
                #[cfg(feature = "pdf")]
                brought_forward: "Brought forward",
                payment_code: "Payment code",
                tag: "en-GB",
            },
        }
    }
}
