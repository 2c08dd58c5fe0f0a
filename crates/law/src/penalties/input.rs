//! The facts a statement of late penalties is made of.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::reading::Read;
use crate::{Day, Money, PartyKind, Percent};

/// What is owed, by when, at which rate, and what was paid of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PenaltiesInput", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// The day of computation: interest runs to it, that day included.
    pub as_of: Day,
    /// Which law of late payment applies.
    pub regime: Regime,
    /// The agreed yearly rate; by default none, so that the law sets it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub rate: Rate,
    /// What becomes of a rate agreed under three times the legal rate (business only).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub below_floor: BelowFloor,
    /// How days become a fraction of a year.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub day_count: DayCount,
    /// What a part payment pays first.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub imputation: Imputation,
    /// Who is owed: decides which legal rate applies (consumer and judgment only).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub creditor: CreditorKind,
    /// The day the debtor received the formal notice (consumer only): interest runs from the day after.
    #[doc(alias = "mise en demeure")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_received_on: Option<Day>,
    /// The day the decision was served on the debtor (judgment only): two months later the legal rate rises.
    #[doc(alias = "signification")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub served_on: Option<Day>,
    /// The day of the judgment that opened insolvency proceedings against the debtor: its eve is the last day that
    /// bears interest, but for an invoice that is due and was issued on that day or later.
    #[doc(alias = "procédure collective")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insolvency_opened_on: Option<Day>,
    /// Interest on interest, where a contract or a decision grants it.
    #[doc(alias = "capitalisation")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compounding: Option<Compounding>,
    /// A penalty the contract sets for each invoice paid late, beside interest (business only).
    #[doc(alias = "clause pénale")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalty_clause: Option<PenaltyClause>,
    /// Proven costs of recovery above the indemnity (business and public only).
    #[doc(alias = "indemnisation complémentaire")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub extra_costs: Vec<ExtraCost>,
    /// The unpaid or late-paid invoices, at least one.
    pub invoices: Vec<Invoice>,
}

impl Input {
    /// These invoices on that day under that regime, with every choice left at its default.
    #[must_use]
    pub fn new(as_of: Day, regime: Regime, invoices: Vec<Invoice>) -> Self {
        Self {
            as_of,
            regime,
            rate: Rate::default(),
            below_floor: BelowFloor::default(),
            day_count: DayCount::default(),
            imputation: Imputation::default(),
            creditor: CreditorKind::default(),
            notice_received_on: None,
            served_on: None,
            insolvency_opened_on: None,
            compounding: None,
            penalty_clause: None,
            extra_costs: Vec::new(),
            invoices,
        }
    }

    /// The day on which insolvency proceedings stopped the interest of an invoice (C. com. L622-28). A claim later than
    /// the judgment is paid when it falls due (L622-17): it is taken for one where the invoice is due and was issued on
    /// that day or later. Without a day of issue it counts as earlier, the smaller claim.
    pub(super) fn insolvency_over(&self, invoice: &Invoice) -> Option<Day> {
        self.insolvency_opened_on
            .filter(|opened_on| invoice.due_on < *opened_on || invoice.issued_on.is_none_or(|issued_on| issued_on < *opened_on))
    }
}

/// Which law of late payment applies: it follows the debtor, or the judgment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Regime {
    /// A debtor who acts for a business (C. com. L441-10).
    Business,
    /// A public buyer (CCP L2192-12 to L2192-14, R2192-31).
    Public,
    /// A consumer (C. civ. 1231-6).
    Consumer,
    /// Sums a court has ordered to be paid (C. civ. 1231-7, CMF L313-3).
    Judgment,
}

impl Regime {
    /// The regime of a debtor before any judgment. Whether an association acts for a business depends on the contract:
    /// until that is said, the lower claim is made, that against a consumer.
    #[must_use]
    pub fn against(debtor: PartyKind, association_acts_as_professional: Option<bool>) -> Self {
        match debtor {
            PartyKind::Company
            | PartyKind::SoleTrader
            | PartyKind::Craftsman
            | PartyKind::Liberal
            | PartyKind::Farmer
            | PartyKind::CivilCompany => Self::Business,
            PartyKind::Association if association_acts_as_professional == Some(true) => Self::Business,
            PartyKind::Association | PartyKind::Consumer => Self::Consumer,
            PartyKind::PublicBody => Self::Public,
        }
    }

    /// What a part payment pays first, where that isn't left to the parties: a public buyer pays interest after the principal
    /// (CCP R2192-36; Conseil d’État, 23 May 2012, no 346352).
    #[must_use]
    pub fn own_imputation(self) -> Option<Imputation> {
        (self == Self::Public).then_some(Imputation::PrincipalFirst)
    }
}

/// The rate of interest agreed between the parties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Rate {
    /// None: the rate of the law.
    #[default]
    Statutory,
    /// So many percent a year.
    Fixed {
        /// Percent a year, such as `"12.00"`.
        percent: Percent,
    },
    /// So many percent a month, simple: `"1.5"` a month is 18.00 a year.
    Monthly {
        /// Percent a month.
        percent: Percent,
    },
    /// So many times the legal rate of business creditors.
    LegalMultiple {
        /// How many times.
        multiple: Percent,
    },
    /// The legal rate of business creditors and so many points.
    LegalPlus {
        /// Points added.
        points: Percent,
    },
    /// The refinancing rate of the European Central Bank and so many points.
    RefinancingPlus {
        /// Points added.
        points: Percent,
    },
}

impl Rate {
    /// Twelve: interest agreed by the month is simple.
    const MONTHS_A_YEAR: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

    /// The percent a year that was agreed, where the agreement is on a figure.
    #[must_use]
    pub fn yearly_percent(self) -> Option<Percent> {
        match self {
            Self::Fixed { percent } => Some(percent),
            Self::Monthly { percent } => Some(percent * Self::MONTHS_A_YEAR),
            Self::Statutory | Self::LegalMultiple { .. } | Self::LegalPlus { .. } | Self::RefinancingPlus { .. } => None,
        }
    }
}

/// What becomes of a rate agreed under three times the legal rate. The law forbids it without saying what follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum BelowFloor {
    /// Interest is computed at three times the legal rate.
    #[default]
    Raise,
    /// Interest is computed as agreed.
    Keep,
}

/// How days become a fraction of a year: no text says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum DayCount {
    /// Every day is 1/365 of a year, in leap years too, as the administration counts.
    #[default]
    Actual365,
    /// Every day is 1/365 or 1/366, by the length of the calendar year of its eve.
    ActualActual,
}

/// What a part payment pays first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Imputation {
    /// Interest, then principal (C. civ. 1343-1).
    #[default]
    InterestFirst,
    /// Principal, then interest, where the contract or the creditor says so.
    PrincipalFirst,
}

impl Imputation {
    /// The other order.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::InterestFirst => Self::PrincipalFirst,
            Self::PrincipalFirst => Self::InterestFirst,
        }
    }
}

/// Who is owed: decides which of the two legal rates applies (CMF D313-1-A).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CreditorKind {
    /// A company, a sole trader, an association, a public body: everyone who isn't an individual acting for private
    /// needs.
    #[default]
    Business,
    /// A natural person who doesn't act for a business.
    Individual,
}

/// Interest on interest (C. civ. 1343-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Compounding {
    /// The day it starts from, such as the day it was asked of the court: unpaid interest joins the base on each
    /// anniversary.
    pub from: Day,
}

/// A penalty agreed in the contract, due once for each invoice paid late: the higher of the two figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct PenaltyClause {
    /// Percent of what was unpaid when the invoice fell due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Percent>,
    /// The least the penalty comes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Money>,
}

/// A proven cost of recovery above the indemnity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExtraCost {
    /// What it was spent on.
    pub label: String,
    /// How much, in euros.
    pub amount: Money,
}

/// An invoice, with what was paid and credited of it.
#[doc(alias = "facture")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// Its number, as printed on it.
    pub number: String,
    /// The day it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Day>,
    /// The day by which it had to be paid; for a judgment, the eve of the first day that bears interest.
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
}

impl Invoice {
    /// An invoice of which nothing was paid.
    #[must_use]
    pub fn unpaid(number: impl Into<String>, due_on: Day, amount: Money) -> Self {
        Self { number: number.into(), issued_on: None, due_on, amount, payments: Vec::new(), credits: Vec::new() }
    }
}

/// A sum received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// The day the money was there: that day still bears interest on the old balance.
    pub on: Day,
    /// How much, in euros.
    pub amount: Money,
}

/// A credit note: it lowers the price, and never pays interest.
#[doc(alias = "avoir")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Credit {
    /// Its day: principal is lower from the day after.
    pub on: Day,
    /// How much, in euros, VAT included.
    pub amount: Money,
    /// Whether it corrects what was never owed, and so lowers principal from the start.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub retroactive: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_debtor_decides_the_regime() {
        for (debtor, regime) in [
            (PartyKind::Company, Regime::Business),
            (PartyKind::SoleTrader, Regime::Business),
            (PartyKind::Craftsman, Regime::Business),
            (PartyKind::Liberal, Regime::Business),
            (PartyKind::Farmer, Regime::Business),
            (PartyKind::CivilCompany, Regime::Business),
            (PartyKind::Consumer, Regime::Consumer),
            (PartyKind::PublicBody, Regime::Public),
        ] {
            for answer in [None, Some(true), Some(false)] {
                assert_eq!(Regime::against(debtor, answer), regime, "{debtor:?}, {answer:?}");
            }
        }
    }

    #[test]
    fn an_association_owes_the_lower_claim_until_it_is_known_to_act_as_a_professional() {
        for (answer, regime) in [(None, Regime::Consumer), (Some(false), Regime::Consumer), (Some(true), Regime::Business)] {
            assert_eq!(Regime::against(PartyKind::Association, answer), regime, "{answer:?}");
        }
    }
}
