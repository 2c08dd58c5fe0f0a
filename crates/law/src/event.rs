//! What happened to a claim, by date: payments, letters, acts and proceedings.

use serde::{Deserialize, Serialize};

use crate::Day;
use crate::reading::Read;

/// The kind of an event. What each did to limitation is told by the timeline of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    /// The debtor acknowledged the debt.
    #[doc(alias = "reconnaissance de dette")]
    Acknowledgment,
    /// The debtor paid a part.
    #[doc(alias = "paiement partiel")]
    PartPayment,
    /// The debtor signed a payment plan.
    #[doc(alias = "échéancier")]
    PaymentPlanSigned,
    /// An act of enforcement under a title.
    #[doc(alias = "acte d’exécution forcée")]
    EnforcementAct,
    /// A claim was brought before a court, summary proceedings included: the day of service.
    #[doc(alias = "assignation")]
    CourtClaim,
    /// A payment order was served on the debtor.
    #[doc(alias = "signification de l’injonction de payer")]
    PaymentOrderServed,
    /// A protective measure was carried out.
    #[doc(alias = "saisie conservatoire")]
    ProtectiveMeasure,
    /// The claim was declared in insolvency proceedings.
    #[doc(alias = "déclaration de créance")]
    ClaimDeclared,
    /// Mediation or conciliation: the written agreement to it, else the first meeting.
    #[doc(alias = "médiation")]
    #[doc(alias = "conciliation")]
    Mediation,
    /// A participatory procedure was agreed.
    #[doc(alias = "procédure participative")]
    ParticipatoryProcedure,
    /// The debtor agreed to take part in the small claims procedure.
    #[doc(alias = "petites créances")]
    SmallClaimsAccepted,
    /// A court ordered a measure of inquiry before trial.
    #[doc(alias = "mesure d’instruction")]
    CourtExpert,
    /// A written demand to a public body.
    #[doc(alias = "réclamation écrite")]
    WrittenDemand,
    /// A registered letter for an insurance premium.
    #[doc(alias = "lettre recommandée")]
    RegisteredNotice,
    /// A reminder.
    #[doc(alias = "relance")]
    Reminder,
    /// A formal notice.
    #[doc(alias = "mise en demeure")]
    FormalNotice,
    /// A summons to pay, served by a judicial officer without a title.
    #[doc(alias = "sommation de payer")]
    SummonsToPay,
    /// A payment order was asked for.
    #[doc(alias = "requête en injonction de payer")]
    PaymentOrderRequested,
    /// The invoice was issued again.
    InvoiceReissued,
    /// A collection agency was called in.
    #[doc(alias = "société de recouvrement")]
    CollectionAgency,
    /// A payment order was made by the court.
    #[doc(alias = "ordonnance d’injonction de payer")]
    PaymentOrderMade,
    /// The debtor formed an opposition to a payment order.
    #[doc(alias = "opposition")]
    OppositionFormed,
    /// An order to pay an uncontested commercial claim was served (CPCE L126-2).
    #[doc(alias = "commandement de payer")]
    NonContestationServed,
    /// An unpaid cheque was first presented.
    ChequePresented,
    /// An enforceable title was obtained.
    #[doc(alias = "titre exécutoire")]
    TitleObtained,
}

/// How proceedings ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The court granted the claim: there is a title.
    Granted,
    /// The parties settled.
    Settled,
    /// The claimant withdrew.
    #[doc(alias = "désistement")]
    Withdrawn,
    /// The proceedings lapsed.
    #[doc(alias = "péremption")]
    #[doc(alias = "caducité")]
    Lapsed,
    /// The court dismissed the claim for good.
    #[doc(alias = "rejet")]
    Dismissed,
}

/// Something that happened to a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ClaimEvent", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// When.
    pub on: Day,
    /// When it ended, for proceedings and suspensions; for a payment plan, the term of the sum claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// How it ended, for proceedings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}
