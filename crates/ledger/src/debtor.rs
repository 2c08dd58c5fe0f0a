//! Who owes: what is known of a debtor, and what the user corrected of it by hand.

use std::collections::BTreeSet;

use dument_law::penalties::Rate;
use dument_law::procedures::Evidence;
use dument_law::{Money, PartyKind, Place};
use serde::{Deserialize, Serialize};

/// A debtor, as files and the user tell of it. Numbers are kept without spaces, right or wrong.
#[doc(alias = "débiteur")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Debtor {
    /// Its name.
    pub name: String,
    /// What it is in law; unknown until a file or the user says it, and asked for: interest, indemnity, court and limitation depend on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PartyKind>,
    /// Whether an association acts as a professional.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acts_as_professional: Option<bool>,
    /// The number of the company, nine digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siren: Option<String>,
    /// The number of the establishment, fourteen digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siret: Option<String>,
    /// The VAT number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<String>,
    /// Its accounts in the creditor's books, such as `411BRUN`; each file may use another.
    #[doc(alias = "compte auxiliaire")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<String>,
    /// Where it is.
    #[serde(skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Whom to speak to.
    #[serde(skip_serializing_if = "Contact::is_empty")]
    pub contact: Contact,
    /// In which part of France or of the world, for terms and courts; metropolitan France where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The rate of late interest agreed with it; the law's own where nothing is said.
    #[serde(skip_serializing_if = "is_default")]
    pub rate: Rate,
    /// What it may owe at most, set by the user.
    #[doc(alias = "encours autorisé")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Money>,
    /// How likely it is not to pay, as the user sees it.
    #[serde(skip_serializing_if = "is_default")]
    pub risk: Risk,
    /// What the user noted.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The exhibits at hand for this debtor's claims.
    #[doc(alias = "pièces")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exhibits: Vec<Evidence>,
    /// What the user set by hand: no later file changes it.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub corrected: BTreeSet<DebtorFieldName>,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Address {
    /// Street and what goes with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// The postcode.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postcode: String,
    /// The town.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub town: String,
    /// The country, where it isn't France.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country: String,
}

impl Address {
    /// Whether nothing of it is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Whom to speak to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Contact {
    /// The person or the department.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The e-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// The telephone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

impl Contact {
    /// Whether nothing of it is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How likely a debtor is not to pay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Risk {
    /// Not said.
    #[default]
    Unknown,
    /// A good payer.
    Low,
    /// One to watch.
    Medium,
    /// One who pays late, or may not pay.
    High,
}

/// A field of a debtor with its new value: how the user sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "field", content = "value", rename_all = "camelCase")]
pub enum DebtorField {
    /// [`Debtor::name`]
    Name(String),
    /// [`Debtor::kind`]
    Kind(Option<PartyKind>),
    /// [`Debtor::acts_as_professional`]
    ActsAsProfessional(Option<bool>),
    /// [`Debtor::siren`]
    Siren(Option<String>),
    /// [`Debtor::siret`]
    Siret(Option<String>),
    /// [`Debtor::vat_number`]
    VatNumber(Option<String>),
    /// [`Debtor::accounts`]
    Accounts(Vec<String>),
    /// [`Debtor::address`]
    Address(Address),
    /// [`Debtor::contact`]
    Contact(Contact),
    /// [`Debtor::place`]
    Place(Option<Place>),
    /// [`Debtor::rate`]
    Rate(Rate),
    /// [`Debtor::limit`]
    Limit(Option<Money>),
    /// [`Debtor::risk`]
    Risk(Risk),
    /// [`Debtor::notes`]
    Notes(String),
    /// [`Debtor::exhibits`]
    Exhibits(Vec<Evidence>),
}

/// Which field of a debtor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DebtorFieldName {
    /// [`Debtor::name`]
    Name,
    /// [`Debtor::kind`]
    Kind,
    /// [`Debtor::acts_as_professional`]
    ActsAsProfessional,
    /// [`Debtor::siren`]
    Siren,
    /// [`Debtor::siret`]
    Siret,
    /// [`Debtor::vat_number`]
    VatNumber,
    /// [`Debtor::accounts`]
    Accounts,
    /// [`Debtor::address`]
    Address,
    /// [`Debtor::contact`]
    Contact,
    /// [`Debtor::place`]
    Place,
    /// [`Debtor::rate`]
    Rate,
    /// [`Debtor::limit`]
    Limit,
    /// [`Debtor::risk`]
    Risk,
    /// [`Debtor::notes`]
    Notes,
    /// [`Debtor::exhibits`]
    Exhibits,
}

impl DebtorField {
    /// Which field it sets.
    #[must_use]
    pub fn name(&self) -> DebtorFieldName {
        match self {
            Self::Name(_) => DebtorFieldName::Name,
            Self::Kind(_) => DebtorFieldName::Kind,
            Self::ActsAsProfessional(_) => DebtorFieldName::ActsAsProfessional,
            Self::Siren(_) => DebtorFieldName::Siren,
            Self::Siret(_) => DebtorFieldName::Siret,
            Self::VatNumber(_) => DebtorFieldName::VatNumber,
            Self::Accounts(_) => DebtorFieldName::Accounts,
            Self::Address(_) => DebtorFieldName::Address,
            Self::Contact(_) => DebtorFieldName::Contact,
            Self::Place(_) => DebtorFieldName::Place,
            Self::Rate(_) => DebtorFieldName::Rate,
            Self::Limit(_) => DebtorFieldName::Limit,
            Self::Risk(_) => DebtorFieldName::Risk,
            Self::Notes(_) => DebtorFieldName::Notes,
            Self::Exhibits(_) => DebtorFieldName::Exhibits,
        }
    }

    /// Sets it, by hand.
    pub(crate) fn set(self, debtor: &mut Debtor) {
        debtor.corrected.insert(self.name());
        match self {
            Self::Name(name) => debtor.name = name,
            Self::Kind(kind) => debtor.kind = kind,
            Self::ActsAsProfessional(answer) => debtor.acts_as_professional = answer,
            Self::Siren(number) => debtor.siren = number.map(bare),
            Self::Siret(number) => debtor.siret = number.map(bare),
            Self::VatNumber(number) => debtor.vat_number = number.map(bare),
            Self::Accounts(accounts) => debtor.accounts = accounts,
            Self::Address(address) => debtor.address = address,
            Self::Contact(contact) => debtor.contact = contact,
            Self::Place(place) => debtor.place = place,
            Self::Rate(rate) => debtor.rate = rate,
            Self::Limit(limit) => debtor.limit = limit,
            Self::Risk(risk) => debtor.risk = risk,
            Self::Notes(notes) => debtor.notes = notes,
            Self::Exhibits(exhibits) => debtor.exhibits = exhibits,
        }
    }
}

/// A number without its spaces.
pub(crate) fn bare(number: String) -> String {
    if number.contains(char::is_whitespace) { number.split_whitespace().collect() } else { number }
}

/// Serde leaves out what is as it starts.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
