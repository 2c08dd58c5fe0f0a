//! Why a file or a link could not be made.

/// A failure to make a file or a link; its message is French, for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// More files or bytes than a ZIP holds.
    #[error("Ces fichiers sont trop nombreux ou trop lourds pour une seule archive. Téléchargez-les séparément.")]
    ArchiveTooLarge,
    /// An e-mail address that is none.
    #[error(
        "«\u{a0}{0}\u{a0}» n’est pas une adresse électronique qu’un logiciel de messagerie accepte. Écrivez-la comme nom@exemple.fr, ou laissez-la vide."
    )]
    Email(String),
    /// A message longer than what a link can hold.
    #[error(
        "Ce message est trop long pour s’ouvrir par un lien\u{a0}: il serait coupé. Copiez-le, ou téléchargez-le comme brouillon d’e-mail."
    )]
    LinkTooLong,
    /// The PDF library refused the document, or its check of PDF/A and PDF/UA found a fault.
    #[error("Le PDF n’a pas pu être créé. La lettre est intacte\u{a0}: choisissez un autre format, ou imprimez la page.")]
    Pdf,
    /// A payment code can't hold so long a payload.
    #[error(
        "Le code de paiement n’a pas pu être dessiné\u{a0}: son contenu est trop long. Raccourcissez le nom ou la référence du virement, ou retirez le code de la lettre."
    )]
    PaymentCode,
    /// The media type of a file to attach is none.
    #[error(
        "Le fichier «\u{a0}{0}\u{a0}» n’a pas pu être joint au PDF. La lettre est intacte\u{a0}: choisissez le PDF sans fichier joint."
    )]
    Attachment(String),
    /// A telephone number that is none.
    #[error("«\u{a0}{0}\u{a0}» n’est pas un numéro de téléphone. Écrivez-le comme 06 12 34 56 78 ou +33 6 12 34 56 78.")]
    Phone(String),
}
