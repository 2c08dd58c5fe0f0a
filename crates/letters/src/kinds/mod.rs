//! What each kind of letter is: its own facts, what forbids it, and what it makes of the facts.
//!
//! One file a kind: the type of its facts, `check` (everything that is wrong with them, or why the law forbids the letter) and `write`,
//! which is called once nothing is wrong.

#![allow(clippy::ref_binding_to_reference, reason = "askama's own code binds the facts by one reference more")]

pub(crate) mod acknowledgment;
pub(crate) mod claim_declaration;
pub(crate) mod conciliation_request;
pub(crate) mod email_reminder;
pub(crate) mod formal_notice;
pub(crate) mod guarantor_notice;
pub(crate) mod payment_order_request;
pub(crate) mod payment_plan;
pub(crate) mod penalty_claim;
pub(crate) mod phone_script;
pub(crate) mod public_demand;
pub(crate) mod reminder;
pub(crate) mod reply_to_dispute;
pub(crate) mod retention_notice;
pub(crate) mod second_reminder;
pub(crate) mod suspension_notice;
pub(crate) mod text_message;

use dument_law::penalties::Statement;
use dument_law::problem::Problem;
use dument_law::{Money, Note};

use crate::claim::Claim;
use crate::document::{Block, Item};
use crate::input::{Addressee, Input};
use crate::kind::LetterKind;
use crate::letter::Law;
use crate::wording::Text;

/// What a letter is written from.
pub(crate) struct Draft<'a> {
    /// The facts as given.
    pub(crate) input: &'a Input,
    /// Whom the law of late payment sees in the debtor.
    pub(crate) addressee: Addressee,
    /// What is claimed, and its statement.
    pub(crate) claim: Claim<'a>,
    /// What the law answers.
    pub(crate) law: &'a Law<'a>,
}

/// What stands above the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Head {
    /// Sender, window of the envelope, place and date, subject, references.
    #[default]
    Letter,
    /// A title alone, as of an agreement that two parties sign.
    Deed,
    /// Nothing: what is said or pasted.
    Bare,
}

/// What a kind of letter makes of the facts; by default the creditor's letter to the debtor.
#[derive(Default)]
pub(crate) struct Form {
    pub(crate) text: Text,
    pub(crate) head: Head,
    /// Who is written to, where that isn't the debtor: as the window of an envelope shows it.
    pub(crate) recipient: Option<Vec<String>>,
    /// What stands beneath the subject, where that isn't the list of the invoices.
    pub(crate) references: Option<Vec<Item>>,
    /// The blocks of the places that only this kind's templates name, such as `[instalments]`.
    pub(crate) parts: Vec<(&'static str, Vec<Block>)>,
    /// Who signs, where that isn't the creditor alone; an empty list where no one does.
    pub(crate) signature: Option<Vec<Block>>,
    /// The sum to pay, where that isn't all of the claim.
    pub(crate) asks: Option<Money>,
    /// What is enclosed beside copies of the invoices and the statement; `None` where nothing is, not even those.
    pub(crate) enclosures: Option<Vec<String>>,
    /// What its writer should know.
    pub(crate) notes: Vec<Note>,
}

impl From<Text> for Form {
    fn from(text: Text) -> Self {
        Self { text, enclosures: Some(Vec::new()), ..Self::default() }
    }
}

/// Adds what is wrong with the facts of this kind alone, or why the law forbids the letter.
pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    match input.kind {
        LetterKind::PhoneScript
        | LetterKind::TextMessage
        | LetterKind::EmailReminder
        | LetterKind::Reminder
        | LetterKind::SecondReminder
        | LetterKind::FormalNotice => {}
        LetterKind::PenaltyClaim => penalty_claim::check(input, problems),
        LetterKind::PaymentPlan => payment_plan::check(input, problems),
        LetterKind::Acknowledgment => acknowledgment::check(input, problems),
        LetterKind::ReplyToDispute => reply_to_dispute::check(input, problems),
        LetterKind::SuspensionNotice => suspension_notice::check(input, problems),
        LetterKind::RetentionNotice => retention_notice::check(input, problems),
        LetterKind::GuarantorNotice => guarantor_notice::check(input, problems),
        LetterKind::ClaimDeclaration => claim_declaration::check(input, problems),
        LetterKind::PaymentOrderRequest => payment_order_request::check(input, problems),
        LetterKind::PublicDemand => public_demand::check(input, problems),
        LetterKind::ConciliationRequest => conciliation_request::check(input, problems),
    }
}

/// Adds the sums of this kind that don't fit what the statement counts.
pub(crate) fn check_sums(input: &Input, statement: &Statement, problems: &mut Vec<Problem>) {
    if input.kind == LetterKind::PaymentPlan {
        payment_plan::check_sums(input, statement, problems);
    }
}

/// Writes a letter about which nothing is wrong.
pub(crate) fn write(draft: &Draft<'_>) -> Form {
    match draft.input.kind {
        LetterKind::PhoneScript => phone_script::write(draft),
        LetterKind::TextMessage => text_message::write(draft),
        LetterKind::EmailReminder => email_reminder::write(draft),
        LetterKind::Reminder => reminder::write(draft),
        LetterKind::SecondReminder => second_reminder::write(draft),
        LetterKind::FormalNotice => formal_notice::write(draft),
        LetterKind::PenaltyClaim => penalty_claim::write(draft),
        LetterKind::PaymentPlan => payment_plan::write(draft),
        LetterKind::Acknowledgment => acknowledgment::write(draft),
        LetterKind::ReplyToDispute => reply_to_dispute::write(draft),
        LetterKind::SuspensionNotice => suspension_notice::write(draft),
        LetterKind::RetentionNotice => retention_notice::write(draft),
        LetterKind::GuarantorNotice => guarantor_notice::write(draft),
        LetterKind::ClaimDeclaration => claim_declaration::write(draft),
        LetterKind::PaymentOrderRequest => payment_order_request::write(draft),
        LetterKind::PublicDemand => public_demand::write(draft),
        LetterKind::ConciliationRequest => conciliation_request::write(draft),
    }
}
