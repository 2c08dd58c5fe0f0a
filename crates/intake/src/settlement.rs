//! What was paid: of an invoice, or of none that is known.

use dument_law::{Day, Money};
use serde::{Deserialize, Serialize};

use crate::Party;

/// What took away from an invoice: a payment, or a credit note set against it.
#[doc(alias = "règlement")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settlement {
    /// A payment or a credit note.
    pub kind: SettlementKind,
    /// The day of the payment, or of issue of the credit note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// How much of it counts for this invoice.
    pub amount: Money,
    /// The number of the credit note, or the reference of the payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// What kind of settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SettlementKind {
    /// Money came in.
    Payment,
    /// A credit note was set against the invoice.
    #[doc(alias = "avoir")]
    CreditNote,
    /// The creditor gave it up: a rounding, a bad debt written off.
    #[doc(alias = "perte")]
    WriteOff,
}

/// A payment that belongs to no invoice of the file, or what is left of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// Who paid.
    pub debtor: Party,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// How much.
    pub amount: Money,
    /// Its currency, as ISO 4217 writes it: `EUR`.
    pub currency: String,
    /// Its reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The words written beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}
