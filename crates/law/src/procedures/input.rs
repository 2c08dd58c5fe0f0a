//! The facts of a case that decide which procedures are open.

use serde::{Deserialize, Serialize};

use super::{Profit, YesNo};
use crate::limitation;
use crate::reading::Read;
use crate::{Day, EventKind, Money, PartyKind, Place, PublicKind};

/// The facts of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ProceduresInput", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// The day for which the guidance is given: nothing reads the clock.
    pub as_of: Day,
    /// Principal still due, VAT included.
    pub amount: Money,
    /// Interest and indemnity accrued so far; each rule counts what its text counts, and says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accrued: Option<Money>,
    /// When the goods were delivered or the service completed: the claim was born then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performed_on: Option<Day>,
    /// When payment was due.
    #[doc(alias = "échéance")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// Who is owed.
    pub creditor: Creditor,
    /// Who owes.
    pub debtor: Debtor,
    /// Whether the debtor contests the debt.
    pub contested: Contested,
    /// What the claim rests on.
    pub basis: Basis,
    /// What proves the claim; empty where it isn't known yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub evidence: Vec<Evidence>,
    /// The seat of the competent court, such as `"Lyon"`: tells a tribunal des activités économiques.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub court: Option<String>,
    /// What was done already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub done: Vec<Done>,
    /// The facts of its limitation, where more is known than what stands above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limitation: Option<limitation::Input>,
}

/// Who is owed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ProceduresCreditor", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Creditor {
    /// What the creditor is in law: neither a consumer nor a public body.
    pub kind: PartyKind,
    /// How many people the creditor employs: decides the contribution to economic justice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Yearly turnover, mean of the last three years.
    #[doc(alias = "chiffre d’affaires")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnover: Option<Money>,
    /// Yearly profit, mean of the last three years; below zero for a loss.
    #[doc(alias = "bénéfice moyen")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_profit: Option<Profit>,
}

/// Who owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ProceduresDebtor", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Debtor {
    /// What the debtor is in law, for this contract.
    pub kind: PartyKind,
    /// Which public body, where the debtor is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_kind: Option<PublicKind>,
    /// Where the debtor has its seat or home.
    pub place: Place,
    /// Whether the debtor was struck off the register of companies.
    #[doc(alias = "radié")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub struck_off: Option<YesNo>,
    /// Whether the debtor looks for a solution with the creditor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cooperates: Option<YesNo>,
    /// Whether someone stands surety for the debt.
    #[doc(alias = "caution")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantor: Option<YesNo>,
    /// What the debtor answered so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// The insolvency proceedings opened against the debtor.
    #[doc(alias = "procédure collective")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insolvency: Option<Insolvency>,
}

/// What the debtor answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DebtorAnswer"))]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// Nothing.
    None,
    /// They promise to pay.
    Promises,
    /// They ask for time.
    AsksTime,
    /// They dispute the debt.
    Disputes,
    /// They paid a part.
    PaidPart,
}

/// Insolvency proceedings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Insolvency {
    /// Which proceedings.
    pub kind: InsolvencyKind,
    /// The day of the judgment that opened them.
    pub opened_on: Day,
    /// The day they were published in the BODACC: the terms of creditors run from it.
    pub published_on: Day,
}

/// The kind of insolvency proceedings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum InsolvencyKind {
    /// Before insolvency, at the debtor's request.
    #[doc(alias = "sauvegarde")]
    Safeguard,
    /// To save the business.
    #[doc(alias = "redressement judiciaire")]
    Reorganisation,
    /// To end it.
    #[doc(alias = "liquidation judiciaire")]
    Liquidation,
    /// Not known.
    Unknown,
}

/// Whether the debtor contests the debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Contested {
    /// Not contested, or without any serious ground.
    No,
    /// A part of it.
    Partly,
    /// Seriously.
    Yes,
    /// Not known.
    Unknown,
}

/// What the claim rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ProcedureBasis"))]
#[serde(rename_all = "camelCase")]
pub enum Basis {
    /// A contract of sale or service.
    Contract,
    /// The carriage of goods.
    #[doc(alias = "transport")]
    Carriage,
    /// A subcontract of works or industry.
    #[doc(alias = "sous-traitance")]
    Subcontract,
    /// A lease.
    #[doc(alias = "bail")]
    Lease,
    /// A cheque that was not paid.
    #[doc(alias = "chèque impayé")]
    Cheque,
    /// A bill of exchange accepted by the debtor, or a promissory note.
    #[doc(alias = "lettre de change acceptée")]
    AcceptedBill,
}

/// What proves a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Evidence {
    /// A quote the debtor signed.
    #[doc(alias = "devis signé")]
    SignedQuote,
    /// An order.
    #[doc(alias = "bon de commande")]
    Order,
    /// A contract.
    Contract,
    /// A signed delivery note.
    #[doc(alias = "bon de livraison")]
    DeliveryNote,
    /// A report of acceptance of the work.
    #[doc(alias = "procès-verbal de réception")]
    Acceptance,
    /// General terms the debtor accepted.
    #[doc(alias = "conditions générales acceptées")]
    TermsAccepted,
    /// A writing in which the debtor acknowledges the debt.
    #[doc(alias = "reconnaissance écrite")]
    WrittenAcknowledgment,
    /// Letters and e-mails.
    Correspondence,
    /// The status of the invoice on an e-invoicing platform.
    #[doc(alias = "statut sur la plateforme")]
    PlatformStatus,
}

/// Something that was done already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DoneStep"))]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// What.
    pub kind: EventKind,
    /// When.
    pub on: Day,
}
