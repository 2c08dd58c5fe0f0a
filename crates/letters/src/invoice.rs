//! The invoices a letter is about.

use dument_law::penalties::{self, Credit, Payment};
use dument_law::reading::Read;
use dument_law::{Day, Money};
use serde::{Deserialize, Serialize};

use crate::line::Line;

/// An invoice as a letter names it: the facts of its statement, and what helps the debtor to find it.
#[doc(alias = "facture")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LetterInvoice", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// Its number, as printed on it.
    pub number: String,
    /// The day it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
    /// The day by which it had to be paid.
    #[doc(alias = "échéance")]
    pub due_on: Day,
    /// What it asks for, in euros, VAT included.
    pub amount: Money,
    /// What was paid of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub payments: Vec<Payment>,
    /// What was credited on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub credits: Vec<Credit>,
    /// What was delivered or done, such as « Rénovation de la vitrine ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The debtor's own reference: an order, a contract, a commitment number on Chorus Pro.
    #[doc(alias = "bon de commande")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_reference: Option<String>,
}

impl Invoice {
    /// The number without the sign that the letter itself writes before it, as in « n° F-12 ».
    pub(crate) fn printed_number(&self) -> Line {
        let number = self.number.trim_start();
        Line::new(["n°", "N°", "nº", "Nº"].iter().find_map(|sign| number.strip_prefix(sign)).unwrap_or(number))
    }

    /// What was paid up to a day, that day included.
    pub(crate) fn paid_by(&self, day: Day) -> Money {
        self.payments.iter().filter(|payment| payment.on <= day).map(|payment| payment.amount).sum()
    }

    /// What was credited up to a day, that day included.
    pub(crate) fn credited_by(&self, day: Day) -> Money {
        self.credits.iter().filter(|credit| credit.on <= day).map(|credit| credit.amount).sum()
    }

    /// What is left of the invoice itself on a day, without interest: never below nothing.
    pub(crate) fn balance_on(&self, day: Day) -> Money {
        (self.amount - self.paid_by(day) - self.credited_by(day)).max(Money::ZERO)
    }

    /// What of it will be owed but isn't yet on a day: nothing once it is late.
    pub(crate) fn not_yet_due_on(&self, day: Day) -> Money {
        if day <= self.due_on { self.balance_on(day) } else { Money::ZERO }
    }
}

impl From<&Invoice> for penalties::Invoice {
    fn from(invoice: &Invoice) -> Self {
        Self {
            number: invoice.printed_number().into(),
            issued_on: invoice.issued_on,
            due_on: invoice.due_on,
            amount: invoice.amount,
            payments: invoice.payments.clone(),
            credits: invoice.credits.clone(),
        }
    }
}
