//! Who owes and who is owed, and where.

use serde::{Deserialize, Serialize};

use crate::reading::Read;

/// What a party is in law: decides the court, the regime of interest and the limitation period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PartyKind {
    /// A company that is commercial by its form: SARL, EURL, SA, SAS, SASU, SNC, SCA, SCS (C. com. L210-1).
    #[doc(alias = "société commerciale")]
    Company,
    /// A merchant in their own name.
    #[doc(alias = "commerçant")]
    SoleTrader,
    /// A craftsman in their own name.
    #[doc(alias = "artisan")]
    Craftsman,
    /// A member of a liberal profession.
    #[doc(alias = "profession libérale")]
    Liberal,
    /// A farmer.
    #[doc(alias = "agriculteur")]
    Farmer,
    /// A civil company, such as an SCI.
    #[doc(alias = "société civile")]
    CivilCompany,
    /// An association.
    Association,
    /// A person acting for private needs.
    #[doc(alias = "consommateur")]
    Consumer,
    /// The State, a local authority, a public hospital or undertaking.
    #[doc(alias = "personne publique")]
    PublicBody,
}

/// Which public body a debtor is: decides its payment term (CCP R2192-10, R2192-11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PublicKind {
    /// The State and its bodies.
    State,
    /// A local authority and its bodies.
    Local,
    /// A public health establishment.
    Hospital,
    /// A public undertaking.
    PublicUndertaking,
}

/// Where a debtor is established.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// Metropolitan France but for Alsace-Moselle.
    #[default]
    France,
    /// Bas-Rhin, Haut-Rhin, Moselle.
    AlsaceMoselle,
    /// An overseas department or community.
    Overseas,
    /// Another member State of the European Union, but for Denmark.
    Eu,
    /// Denmark, which is outside the European payment order.
    Denmark,
    /// Anywhere else.
    Abroad,
}
