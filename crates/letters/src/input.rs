//! The facts a letter is written from.

use dument_law::penalties::{Imputation, Regime};
use dument_law::reading::Read;
use dument_law::{Day, YesNo};
use serde::{Deserialize, Serialize};

use crate::document::Language;
use crate::invoice::Invoice;
use crate::kind::{LetterKind, Tone};
use crate::kinds::acknowledgment::Acknowledgment;
use crate::kinds::claim_declaration::ClaimDeclaration;
use crate::kinds::conciliation_request::ConciliationRequest;
use crate::kinds::guarantor_notice::GuarantorNotice;
use crate::kinds::payment_order_request::PaymentOrderRequest;
use crate::kinds::payment_plan::PaymentPlan;
use crate::kinds::penalty_claim::PenaltyClaim;
use crate::kinds::public_demand::PublicDemand;
use crate::kinds::reply_to_dispute::ReplyToDispute;
use crate::kinds::retention_notice::RetentionNotice;
use crate::kinds::suspension_notice::SuspensionNotice;
use crate::party::Party;
use crate::penalty_options::PenaltyOptions;

/// Everything a letter says comes from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LetterInput", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// What the letter is.
    pub kind: LetterKind,
    /// Its language; French by default.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub language: Language,
    /// The day it is dated, to which interest is counted.
    pub written_on: Day,
    /// The town it is dated from; by default the creditor's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who writes.
    pub creditor: Party,
    /// Who is written to.
    pub debtor: Party,
    /// The unpaid invoices, at least one, all of them late.
    pub invoices: Vec<Invoice>,
    /// How interest is counted.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub penalties: PenaltyOptions,
    /// The days the debtor is given to pay or to answer; by default those customary for the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_within_days: Option<u32>,
    /// The voice of a reminder; a formal notice is always firm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// Whether the letter carries a code that a banking application reads to prepare the payment (EPC069-12); no by default.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub payment_code: bool,
    /// What happened before, and what else the letter should say.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub facts: Facts,
}

/// What happened before, and what else a letter should say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LetterFacts", optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct Facts {
    /// Whether an association owes the claim for a professional activity; until it is said, the lower claim is made.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub association_acts_as_professional: YesNo,
    /// The days of the letters sent before for these invoices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub earlier_letters: Vec<Day>,
    /// The consumer ombudsman the creditor has named, with the address or site where a consumer reaches them.
    #[doc(alias = "médiateur de la consommation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consumer_mediator: Option<String>,
    /// For a debit note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty_claim: Option<PenaltyClaim>,
    /// For an agreement to pay by instalments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_plan: Option<PaymentPlan>,
    /// For an acknowledgment of the debt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledgment: Option<Acknowledgment>,
    /// For the answer to a debtor who contests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to_dispute: Option<ReplyToDispute>,
    /// For the notice to who stands surety.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guarantor_notice: Option<GuarantorNotice>,
    /// What is enclosed besides copies of the invoices, such as « Bon de livraison signé le 14 avril 2026 ».
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub enclosures: Vec<String>,
    /// For the declaration of a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_declaration: Option<ClaimDeclaration>,
    /// For a request for a payment order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_order_request: Option<PaymentOrderRequest>,
    /// For a demand to a public body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_demand: Option<PublicDemand>,
    /// For a request to a conciliator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conciliation_request: Option<ConciliationRequest>,
    /// For the notice that work or deliveries are suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspension_notice: Option<SuspensionNotice>,
    /// For the notice that goods are kept, or claimed back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_notice: Option<RetentionNotice>,
}

/// Whom the law of late payment sees in a debtor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressee {
    /// Who acts for a business (C. com. L441-10).
    #[doc(alias = "professionnel")]
    Business,
    /// Who doesn't: a consumer, and an association unless it acts as a professional.
    #[doc(alias = "consommateur")]
    Consumer,
    /// A public buyer (CCP L2192-12 to L2192-14).
    #[doc(alias = "acheteur public")]
    PublicBody,
}

impl Input {
    /// The law of late payment that applies.
    #[must_use]
    pub fn regime(&self) -> Regime {
        Regime::against(self.debtor.kind, self.facts.association_acts_as_professional.known())
    }

    /// The day to which the statement counts: that of the letter; in a declaration, that of the judgment which stopped interest.
    pub(crate) fn counted_to(&self) -> Day {
        let judgment = self.penalties.insolvency_opened_on.filter(|_| self.kind == LetterKind::ClaimDeclaration);
        judgment.unwrap_or(self.written_on)
    }

    /// What a part payment pays first: principal in a debit note, which closes the invoices, and towards a surety who wasn't told in time of
    /// what is owed (C. civ. 2302, 2303); else what the debtor's own law says, or what was chosen.
    pub(crate) fn imputation(&self) -> Imputation {
        let to_principal = match self.kind {
            LetterKind::PenaltyClaim => true,
            LetterKind::GuarantorNotice => self.facts.guarantor_notice.as_ref().is_some_and(|notice| !notice.owes_interest()),
            _ => false,
        };
        if to_principal {
            Imputation::PrincipalFirst
        } else {
            self.regime().own_imputation().unwrap_or(self.penalties.imputation)
        }
    }

    /// Whom the law of late payment sees in the debtor: the lower claim where that isn't said.
    #[must_use]
    pub fn addressee(&self) -> Addressee {
        match self.regime() {
            Regime::Business | Regime::Judgment => Addressee::Business,
            Regime::Consumer => Addressee::Consumer,
            Regime::Public => Addressee::PublicBody,
        }
    }
}
