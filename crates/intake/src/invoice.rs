//! An invoice or a credit note, as its file states it.

use dument_law::{Day, Money};
use serde::{Deserialize, Serialize};

use crate::{Party, Settlement};

/// An invoice or a credit note. Every amount is positive: the kind says which way it goes.
///
/// What is left of it is `amount - paid - settlements`, never less than nothing; `remaining` is what the file itself says is left.
#[doc(alias = "facture")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// Its number, as written but for spaces around it.
    pub number: String,
    /// An invoice or a credit note.
    pub kind: InvoiceKind,
    /// The day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
    /// The due date; among what was derived where it follows from the terms.
    #[doc(alias = "échéance")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// The payment terms, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// The whole of it, VAT included.
    #[doc(alias = "montant TTC")]
    pub amount: Money,
    /// The whole without VAT.
    #[doc(alias = "montant HT")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net: Option<Money>,
    /// The VAT.
    #[doc(alias = "TVA")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat: Option<Money>,
    /// The currency of every amount of this invoice, as ISO 4217 writes it: `EUR`.
    pub currency: String,
    /// What is paid beside `settlements`, on days the file doesn't give.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub paid: Money,
    /// What is left to pay, where the file says it.
    #[doc(alias = "reste dû")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining: Option<Money>,
    /// What was paid or credited of it, each with its day; none of these is a line of the file once more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settlements: Vec<Settlement>,
    /// Who owes it.
    #[doc(alias = "débiteur")]
    pub debtor: Party,
    /// Who is owed; empty where the file doesn't say, as in one's own accounts.
    #[doc(alias = "créancier")]
    #[serde(default, skip_serializing_if = "Party::is_empty")]
    pub creditor: Party,
    /// The account to pay to, without spaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iban: Option<String>,
    /// What is written on it beside the figures: penalties, indemnity, discount and the rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The buyer's order.
    #[doc(alias = "bon de commande")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// The invoices a credit note or a corrected invoice refers to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refers_to: Vec<Credited>,
}

impl Invoice {
    /// An invoice of which nothing else is known yet.
    pub fn new(number: impl Into<String>, kind: InvoiceKind, amount: Money, currency: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            kind,
            issued_on: None,
            due_on: None,
            terms: None,
            amount,
            net: None,
            vat: None,
            currency: currency.into(),
            paid: Money::ZERO,
            remaining: None,
            settlements: Vec::new(),
            debtor: Party::default(),
            creditor: Party::default(),
            iban: None,
            notes: Vec::new(),
            order: None,
            contract: None,
            refers_to: Vec::new(),
        }
    }
}

/// Which way an invoice goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InvoiceKind {
    /// The debtor owes it.
    #[default]
    Invoice,
    /// It takes away from what the debtor owes.
    #[doc(alias = "avoir")]
    CreditNote,
}

/// An earlier invoice that one points to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Credited {
    /// The number of the earlier invoice.
    pub number: String,
    /// Its day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
}

/// A note of an e-invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// What it is about (UNTDID 4451): `PMD` late penalties, `PMT` the indemnity of 40 euros, `AAB` discount for early payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Its words.
    pub text: String,
}

/// Serde asks by reference.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn is_zero(amount: &Money) -> bool {
    amount.is_zero()
}
