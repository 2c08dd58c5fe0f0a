//! What a letter says: from a case and its statement to a document tree, in exact French.
//!
//! [`letter()`] takes the facts of a case ([`Input`]) and gives a [`Letter`]: a [`Document`] ready for any format, and
//! what its writer should know. The sentences live in `templates/`, apart from code and typed against the facts.

mod address;
mod advice;
mod amount_in_words;
mod bank_account;
mod claim;
mod correspondent;
pub mod document;
mod english;
mod exhibits;
mod figures;
mod fold;
mod forbidden;
mod input;
mod invoice;
mod kind;
mod kinds;
mod letter;
mod line;
mod mentions;
mod party;
mod payment_code;
mod penalty_options;
mod period;
mod plain_text;
mod refusal;
mod siren;
mod statement_table;
pub mod typography;
mod vat_number;
mod wording;
mod words;

pub use address::Address;
pub use amount_in_words::{amount_in_words, in_words};
pub use bank_account::{Bic, BicError, Iban, IbanError};
pub use correspondent::Correspondent;
pub use document::{Block, Document, Language};
pub use figures::unfounded;
pub use forbidden::{Forbidden, forbidden};
pub use input::{Addressee, Facts, Input};
pub use invoice::Invoice;
pub use kind::{LetterKind, Tone};
pub use kinds::acknowledgment::Acknowledgment;
pub use kinds::claim_declaration::{ClaimDeclaration, Proceedings};
pub use kinds::conciliation_request::ConciliationRequest;
pub use kinds::guarantor_notice::GuarantorNotice;
pub use kinds::payment_order_request::PaymentOrderRequest;
pub use kinds::payment_plan::{Instalment, PaymentPlan, PlanInterest};
pub use kinds::penalty_claim::PenaltyClaim;
pub use kinds::public_demand::{Complaint, PublicDemand};
pub use kinds::reply_to_dispute::{DisputedPoint, Offer, ReplyToDispute};
pub use kinds::retention_notice::{RetentionNotice, RetentionRight};
pub use kinds::suspension_notice::{Suspended, SuspensionNotice};
pub use letter::{Law, Letter, letter, write};
pub use line::Line;
pub use party::{Contact, Party, Signatory};
pub use penalty_options::PenaltyOptions;
pub use period::period;
pub use plain_text::plain_text;
pub use siren::{Siren, SirenError, Siret, SiretError};
pub use vat_number::{VatNumber, VatNumberError};
