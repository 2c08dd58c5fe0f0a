//! The ledger of a business: its settings, and one record for each debtor.

use std::collections::BTreeMap;

use dument_law::PartyKind;
use dument_law::working_day::Territory;
use serde::{Deserialize, Serialize};

use crate::debtor::is_default;
use crate::figures::Targets;
use crate::reminders::ReminderPlan;
use crate::{Address, Contact, Debtor, DebtorId, Deposit, DepositId, Event, EventId, Invoice, InvoiceId};

/// All that is known, as it is stored: the settings as one record, each debtor as another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Ledger {
    /// What holds for every debtor.
    pub settings: Settings,
    /// The debtors.
    pub debtors: BTreeMap<DebtorId, Record>,
}

/// One debtor with all of its invoices and events: what is stored together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// Who it is.
    pub debtor: Debtor,
    /// What it was asked to pay, paid or not.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub invoices: BTreeMap<InvoiceId, Invoice>,
    /// What happened.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub events: BTreeMap<EventId, Event>,
    /// What it paid or was credited that no invoice has yet.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub deposits: BTreeMap<DepositId, Deposit>,
}

impl Record {
    /// What happened, oldest first; what shares a day stands in the order in which it was entered.
    #[must_use]
    pub fn history(&self) -> Vec<(EventId, &Event)> {
        let mut history: Vec<_> = self.events.iter().map(|(id, event)| (*id, event)).collect();
        history.sort_by_key(|(id, event)| (event.on, event.order, *id));
        history
    }
}

/// What holds for every debtor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Who is owed: the user.
    pub creditor: Creditor,
    /// Whose public holidays count for the days on which reminders are sent.
    #[serde(skip_serializing_if = "is_default")]
    pub territory: Territory,
    /// What the key figures are held against.
    #[serde(skip_serializing_if = "is_default")]
    pub targets: Targets,
    /// When debtors are reminded, and how.
    #[serde(skip_serializing_if = "is_default")]
    pub reminders: ReminderPlan,
}

/// Who is owed, where files or the user say it.
#[doc(alias = "créancier")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Creditor {
    /// Its name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it is in law; limitation depends on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PartyKind>,
    /// The number of the company or of the establishment.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub siren: String,
    /// The VAT number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub vat_number: String,
    /// Where it is.
    #[serde(skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Whom to speak to.
    #[serde(skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
    /// The account to be paid to.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub iban: String,
}
