//! Why a document could not be made.

/// A failure to make a file; its message is French, for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The PDF library refused the document, or its check of PDF/A and PDF/UA found a fault.
    #[error("Le PDF n’a pas pu être créé ({0}). La lettre est intacte : choisissez un autre format, ou imprimez la page.")]
    Pdf(String),
}
