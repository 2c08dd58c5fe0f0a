//! A condition of a route, and what the facts say of it.

use serde::{Deserialize, Serialize};

/// What a route may ask of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Condition {
    /// Payment is due.
    Due,
    /// The claim isn't time-barred.
    NotTimeBarred,
    /// No insolvency proceedings forbid asking payment of this claim.
    NoInsolvency,
    /// The debtor can still be served: no company struck off without a representative.
    DebtorRepresented,
    /// The debtor is in France.
    DebtorInFrance,
    /// The debtor is in another member State, Denmark aside.
    DebtorInUnion,
    /// The debtor is outside France.
    DebtorAbroad,
    /// A court may hear the case.
    CompetentCourt,
    /// The debtor is no public body.
    PrivateDebtor,
    /// The debtor is a public body.
    PublicDebtor,
    /// The debtor is a professional or a public body, not a consumer.
    ProfessionalDebtor,
    /// The claim rests on a contract and its amount is determined.
    DeterminedSum,
    /// The amount is within the ceiling.
    UnderCeiling,
    /// The claim was invoiced between merchants.
    BetweenMerchants,
    /// The claim isn't one between merchants.
    NotBetweenMerchants,
    /// The text is in force on that day.
    InForce,
    /// The debtor doesn't contest the debt.
    Uncontested,
    /// The debt isn't seriously contestable.
    NotSeriouslyContestable,
    /// An amicable attempt was made, or none is required.
    PriorAttempt,
    /// There is an enforceable title.
    EnforceableTitle,
    /// There is no enforceable title yet.
    NoTitle,
    /// What proves the claim, for the judge who reads it.
    Proven,
    /// The debtor's assets can be seized.
    Seizable,
    /// A judge's authorisation, or a claim that needs none.
    Authorisation,
    /// The claim seems founded, and its recovery threatened.
    ThreatenedClaim,
    /// The contract is still being performed, and may be suspended.
    OngoingContract,
    /// Nothing obliges the creditor to go on.
    SuspensionAllowed,
    /// The creditor holds the debtor's goods.
    GoodsHeld,
    /// Goods were sold.
    GoodsSold,
    /// Retention of title was agreed in writing at the latest on delivery.
    RetentionAgreed,
    /// The law gives a direct action for this contract.
    DirectActionGranted,
    /// Someone stands surety.
    Guaranteed,
    /// The guarantor may be asked despite the insolvency proceedings.
    GuarantorReachable,
    /// The debtor is a company whose partners answer for its debts.
    LiablePartners,
    /// The company was pursued in vain first.
    PursuedInVain,
    /// The claim rests on an unpaid cheque.
    ChequeUnpaid,
    /// Insolvency proceedings are open.
    InsolvencyOpened,
    /// The claim was born before they opened.
    BornBeforeOpening,
    /// The term to declare, or to be relieved, isn't over.
    DeclarationOpen,
    /// The term to claim goods back isn't over.
    ClaimBackOpen,
    /// The debtor was struck off.
    StruckOff,
    /// The claim is lost for good.
    Irrecoverable,
}

/// What the facts say of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Met,
    Failed,
    /// The fact isn't known: the route stays open, and the reader is asked to check.
    ToCheck,
}

/// A condition seen against the facts.
pub(super) struct Check {
    pub(super) condition: Condition,
    pub(super) verdict: Verdict,
    pub(super) message: String,
    pub(super) source: &'static str,
}

impl Condition {
    pub(super) fn met(self, source: &'static str, message: impl Into<String>) -> Check {
        Check { condition: self, verdict: Verdict::Met, message: message.into(), source }
    }

    pub(super) fn failed(self, source: &'static str, message: impl Into<String>) -> Check {
        Check { condition: self, verdict: Verdict::Failed, message: message.into(), source }
    }

    pub(super) fn to_check(self, source: &'static str, message: &str) -> Check {
        Check { condition: self, verdict: Verdict::ToCheck, message: format!("À vérifier : {message}"), source }
    }
}
