//! An invoice, what settled it, and what the user corrected of it by hand.

use std::collections::BTreeSet;

use dument_law::{Day, Money};
use serde::{Deserialize, Serialize};

use crate::Currency;
use crate::debtor::is_default;

/// An invoice of a debtor. Every amount is in its currency, VAT included.
#[doc(alias = "facture")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// Its number, as printed on it.
    pub number: String,
    /// The day of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
    /// The day by which it had to be paid.
    #[doc(alias = "échéance")]
    pub due_on: Day,
    /// Where that day comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due_from: DueFrom,
    /// The day the work was done or the goods were delivered: limitation is counted from it where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performed_on: Option<Day>,
    /// The whole of it.
    #[doc(alias = "montant TTC")]
    pub amount: Money,
    /// Its currency.
    #[serde(default, skip_serializing_if = "is_default")]
    pub currency: Currency,
    /// What was paid, credited or given up of it, in the order of its days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settlements: Vec<Settlement>,
    /// What was paid besides, on days that no file gives. It counts as paid on every day of computation, and is left out of every
    /// figure that needs its day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub paid_undated: Money,
    /// What was sold or done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The debtor's order.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub order: String,
    /// The files that told of it, each once, in the order in which they were merged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<Origin>,
    /// What the user set by hand: no later file changes it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub corrected: BTreeSet<InvoiceFieldName>,
}

impl Invoice {
    /// An invoice in euros of which nothing else is known.
    #[must_use]
    pub fn new(number: impl Into<String>, due_on: Day, amount: Money) -> Self {
        Self {
            number: number.into(),
            issued_on: None,
            due_on,
            due_from: DueFrom::default(),
            performed_on: None,
            amount,
            currency: Currency::EURO,
            settlements: Vec::new(),
            paid_undated: Money::ZERO,
            description: String::new(),
            order: String::new(),
            origins: Vec::new(),
            corrected: BTreeSet::new(),
        }
    }

    /// What settled it by the end of a day, of one kind.
    #[must_use]
    pub fn settled(&self, kind: SettlementKind, as_of: Day) -> Money {
        let dated = self.settlements.iter().filter(|settlement| settlement.kind == kind && settlement.is_by(as_of));
        let dated = dated.map(|settlement| settlement.amount).sum();
        if kind == SettlementKind::Payment { self.paid_undated + dated } else { dated }
    }

    /// What is left of it at the end of a day, never less than nothing: the amount, less payments, credit notes and what was given up
    /// by then. Nothing before the day of issue.
    #[doc(alias = "reste dû")]
    #[must_use]
    pub fn open(&self, as_of: Day) -> Money {
        if !self.is_issued(as_of) {
            return Money::ZERO;
        }
        (self.amount - self.taken_off(as_of)).max(Money::ZERO)
    }

    /// What payments, credit notes and what was given up took off by the end of a day.
    pub(crate) fn taken_off(&self, as_of: Day) -> Money {
        let dated = self.settlements.iter().filter(|settlement| settlement.is_by(as_of)).map(|settlement| settlement.amount);
        self.paid_undated + dated.sum()
    }

    /// Whether it was issued by that day; an invoice whose day of issue isn't known was.
    #[must_use]
    pub fn is_issued(&self, as_of: Day) -> bool {
        self.issued_on.is_none_or(|issued_on| issued_on <= as_of)
    }

    /// Puts what settled it in the order of its days; what has no day first.
    pub(crate) fn order_settlements(&mut self) {
        self.settlements.sort();
    }
}

/// Where a due date comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DueFrom {
    /// A file or the user gives it.
    #[default]
    Given,
    /// The terms of payment that a file gives.
    Terms,
    /// The term of the law where nothing is agreed (C. com. L441-10, I), from the day of issue as that of delivery isn't known.
    Law,
}

/// What took away from an invoice.
#[doc(alias = "règlement")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settlement {
    /// When; unknown for a credit note or a loss whose day no file gives, which then counts from the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// A payment, a credit note, or what was given up.
    pub kind: SettlementKind,
    /// How much.
    pub amount: Money,
    /// The number of the credit note, or the reference of the payment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// Whether the user entered it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by_hand: bool,
}

impl Settlement {
    /// A payment of that day.
    #[must_use]
    pub fn payment(on: Day, amount: Money) -> Self {
        Self { on: Some(on), kind: SettlementKind::Payment, amount, reference: String::new(), by_hand: false }
    }

    /// Whether it counts at the end of that day.
    #[must_use]
    pub fn is_by(&self, as_of: Day) -> bool {
        self.on.is_none_or(|on| on <= as_of)
    }
}

/// What kind of settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SettlementKind {
    /// A credit note was set against the invoice.
    #[doc(alias = "avoir")]
    CreditNote,
    /// Money came in.
    Payment,
    /// The creditor gave it up: a rounding, a bad debt.
    #[doc(alias = "perte")]
    WriteOff,
}

/// A sum received or credited that no invoice has yet: never taken off silently, shown until the user says what it is for.
#[doc(alias = "règlement non affecté")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Deposit {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// A payment or a credit note.
    pub kind: SettlementKind,
    /// The whole of it.
    pub amount: Money,
    /// Its currency.
    #[serde(default, skip_serializing_if = "is_default")]
    pub currency: Currency,
    /// The number of the credit note, or the reference of the payment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// What of it was set against invoices since: the file that told of it goes on telling the whole.
    #[serde(default, skip_serializing_if = "is_default")]
    pub allocated: Money,
    /// The file that told of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Deposit {
    /// What of it is set against no invoice yet.
    #[must_use]
    pub fn left(&self) -> Money {
        self.amount - self.allocated
    }
}

/// The place in a file that told of something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Origin {
    /// The name of the file.
    pub file: String,
    /// The row in it, counted from 1, where it has rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
}

/// A field of an invoice with its new value: how the user sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "camelCase")]
pub enum InvoiceField {
    /// [`Invoice::number`]
    Number(String),
    /// [`Invoice::issued_on`]
    IssuedOn(Option<Day>),
    /// [`Invoice::due_on`]
    DueOn(Day),
    /// [`Invoice::performed_on`]
    PerformedOn(Option<Day>),
    /// [`Invoice::amount`]
    Amount(Money),
    /// [`Invoice::currency`]
    Currency(Currency),
    /// [`Invoice::description`]
    Description(String),
    /// [`Invoice::order`]
    Order(String),
}

/// Which field of an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InvoiceFieldName {
    /// [`Invoice::number`]
    Number,
    /// [`Invoice::issued_on`]
    IssuedOn,
    /// [`Invoice::due_on`]
    DueOn,
    /// [`Invoice::performed_on`]
    PerformedOn,
    /// [`Invoice::amount`]
    Amount,
    /// [`Invoice::currency`]
    Currency,
    /// [`Invoice::description`]
    Description,
    /// [`Invoice::order`]
    Order,
}

impl InvoiceField {
    /// Which field it sets.
    #[must_use]
    pub fn name(&self) -> InvoiceFieldName {
        match self {
            Self::Number(_) => InvoiceFieldName::Number,
            Self::IssuedOn(_) => InvoiceFieldName::IssuedOn,
            Self::DueOn(_) => InvoiceFieldName::DueOn,
            Self::PerformedOn(_) => InvoiceFieldName::PerformedOn,
            Self::Amount(_) => InvoiceFieldName::Amount,
            Self::Currency(_) => InvoiceFieldName::Currency,
            Self::Description(_) => InvoiceFieldName::Description,
            Self::Order(_) => InvoiceFieldName::Order,
        }
    }

    /// Sets it, by hand.
    pub(crate) fn set(self, invoice: &mut Invoice) {
        invoice.corrected.insert(self.name());
        match self {
            Self::Number(number) => invoice.number = number,
            Self::IssuedOn(day) => invoice.issued_on = day,
            Self::DueOn(day) => {
                invoice.due_on = day;
                invoice.due_from = DueFrom::Given;
            }
            Self::PerformedOn(day) => invoice.performed_on = day,
            Self::Amount(amount) => invoice.amount = amount,
            Self::Currency(currency) => invoice.currency = currency,
            Self::Description(description) => invoice.description = description,
            Self::Order(order) => invoice.order = order,
        }
    }
}
