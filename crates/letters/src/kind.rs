//! The kinds of letters, from the courteous reminder to the formal notice.

use serde::{Deserialize, Serialize};

use dument_law::reading::Read;

/// What a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LetterKind {
    /// What to say on the telephone, before anything is written.
    #[doc(alias = "script téléphonique")]
    PhoneScript,
    /// A short text message to a mobile telephone.
    #[doc(alias = "SMS")]
    TextMessage,
    /// A first reminder as an e-mail.
    #[doc(alias = "relance par courriel")]
    EmailReminder,
    /// A first reminder: it supposes an oversight and counts no penalty.
    #[doc(alias = "première relance")]
    Reminder,
    /// A second reminder: it counts what is owed and announces the formal notice.
    #[doc(alias = "deuxième relance")]
    SecondReminder,
    /// The formal notice to pay (C. civ. 1344), sent by registered letter.
    #[doc(alias = "mise en demeure")]
    FormalNotice,
    /// Interest and indemnity claimed on invoices paid late: a debit note outside VAT.
    #[doc(alias = "note de débit")]
    PenaltyClaim,
    /// An agreement to pay by instalments.
    #[doc(alias = "échéancier")]
    PaymentPlan,
    /// The debtor's acknowledgment of the debt (C. civ. 1376), for him to complete by hand.
    #[doc(alias = "reconnaissance de dette")]
    Acknowledgment,
    /// The answer to a debtor who contests.
    #[doc(alias = "réponse à une contestation")]
    ReplyToDispute,
    /// The notice that work or deliveries are suspended (C. civ. 1219, 1220).
    #[doc(alias = "exception d’inexécution")]
    SuspensionNotice,
    /// The notice that goods are kept until payment, or claimed back where title was reserved (C. civ. 2286, 2367).
    #[doc(alias = "droit de rétention")]
    #[doc(alias = "réserve de propriété")]
    RetentionNotice,
    /// The notice to who stands surety.
    #[doc(alias = "mise en demeure de la caution")]
    GuarantorNotice,
    /// The declaration of a claim in insolvency proceedings (C. com. L622-24, L622-25).
    #[doc(alias = "déclaration de créance")]
    ClaimDeclaration,
    /// The request for a payment order (CPC 1407).
    #[doc(alias = "requête en injonction de payer")]
    PaymentOrderRequest,
    /// The written demand to a public body, which interrupts its limitation.
    #[doc(alias = "réclamation")]
    PublicDemand,
    /// The request to a court conciliator (CPC 1536 and following).
    #[doc(alias = "demande de conciliation")]
    ConciliationRequest,
}

/// The voice of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// To keep a good customer.
    Courteous,
    /// To be taken at one's word.
    Firm,
}

impl LetterKind {
    /// All of them, in the order of the way from a call to a court.
    pub const ALL: [Self; 17] = [
        Self::PhoneScript,
        Self::TextMessage,
        Self::EmailReminder,
        Self::Reminder,
        Self::SecondReminder,
        Self::FormalNotice,
        Self::PenaltyClaim,
        Self::PaymentPlan,
        Self::Acknowledgment,
        Self::ReplyToDispute,
        Self::SuspensionNotice,
        Self::RetentionNotice,
        Self::GuarantorNotice,
        Self::ClaimDeclaration,
        Self::PaymentOrderRequest,
        Self::PublicDemand,
        Self::ConciliationRequest,
    ];

    /// The days to pay or to answer that are customary: eight after a reminder, fifteen after a formal notice. No text
    /// sets them; a formal notice must leave a reasonable time (C. civ. 1231).
    #[must_use]
    pub fn customary_days(self) -> u32 {
        match self {
            Self::FormalNotice | Self::PenaltyClaim | Self::RetentionNotice | Self::GuarantorNotice | Self::PublicDemand => 15,
            _ => 8,
        }
    }

    /// The tone that suits the letter where none is chosen.
    #[must_use]
    pub fn customary_tone(self) -> Tone {
        match self {
            Self::PhoneScript | Self::TextMessage | Self::EmailReminder | Self::Reminder => Tone::Courteous,
            _ => Tone::Firm,
        }
    }

    /// Whether its text changes with the tone.
    #[must_use]
    pub fn has_tones(self) -> bool {
        matches!(
            self,
            Self::PhoneScript
                | Self::TextMessage
                | Self::EmailReminder
                | Self::Reminder
                | Self::SecondReminder
                | Self::PenaltyClaim
                | Self::ReplyToDispute
        )
    }

    /// Whether it is written in English too, for a debtor abroad.
    #[must_use]
    pub fn exists_in_english(self) -> bool {
        matches!(self, Self::Reminder | Self::SecondReminder | Self::FormalNotice)
    }

    /// Whether it is sent by registered letter, where that matters to its effect.
    #[must_use]
    pub fn is_registered(self) -> bool {
        matches!(
            self,
            Self::FormalNotice
                | Self::SuspensionNotice
                | Self::RetentionNotice
                | Self::GuarantorNotice
                | Self::ClaimDeclaration
                | Self::PublicDemand
        )
    }

    /// Whether it asks for more than the invoices themselves: interest and what the law adds to it.
    #[must_use]
    pub fn counts_interest(self) -> bool {
        !matches!(self, Self::PhoneScript | Self::TextMessage | Self::EmailReminder | Self::Reminder)
    }

    /// Whether it is written to who judges, verifies or conciliates, not to who owes: it may name acts of justice.
    pub(crate) fn is_for_an_authority(self) -> bool {
        matches!(self, Self::ClaimDeclaration | Self::PaymentOrderRequest | Self::ConciliationRequest)
    }

    /// Whether it gives the debtor an account to pay into, which those written to someone else in the matter don't, nor a call or a text
    /// message.
    pub(crate) fn shows_account(self) -> bool {
        !self.is_for_an_authority() && self != Self::Acknowledgment && self.names_sender()
    }

    /// Whether it names its sender as a letter of a business must (C. com. R123-237): a call and a text message don't.
    pub(crate) fn names_sender(self) -> bool {
        !matches!(self, Self::PhoneScript | Self::TextMessage)
    }

    /// Whether it tells a consumer of the mediator (C. conso. L612-1, L616-1): once payment is demanded, or a complaint is turned down.
    pub(crate) fn names_consumer_mediator(self) -> bool {
        matches!(self, Self::FormalNotice | Self::ReplyToDispute)
    }

    /// Whether it may be about invoices that are not yet late.
    pub(crate) fn takes_invoices_not_due(self) -> bool {
        matches!(self, Self::PaymentPlan | Self::Acknowledgment | Self::ClaimDeclaration | Self::ReplyToDispute)
    }

    /// Whether it asks the debtor for payment: what may not be done for a claim earlier than insolvency proceedings.
    pub(crate) fn asks_debtor_for_payment(self) -> bool {
        !matches!(self, Self::ClaimDeclaration | Self::GuarantorNotice | Self::RetentionNotice)
    }
}
