//! How interest is counted in a letter: the choices of a statement.

use dument_law::Day;
use dument_law::penalties::{
    self, BelowFloor, Compounding, CreditorKind, DayCount, ExtraCost, Imputation, PenaltyClause, Rate, Regime,
};
use dument_law::reading::Read;
use serde::{Deserialize, Serialize};

/// How interest is counted in a letter: the choices of a statement, without its invoices, its regime (the debtor
/// decides it) and its day (the letter's own).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct PenaltyOptions {
    /// The agreed yearly rate; by default none, so that the law sets it.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub rate: Rate,
    /// What becomes of a rate agreed under three times the legal rate (business only).
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub below_floor: BelowFloor,
    /// How days become a fraction of a year.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub day_count: DayCount,
    /// What a part payment pays first.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub imputation: Imputation,
    /// Who is owed: decides which legal rate applies (consumer only).
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub creditor: CreditorKind,
    /// The day the debtor received an earlier formal notice (consumer only): interest runs from the day after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_received_on: Option<Day>,
    /// The day a decision was served: no letter uses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub served_on: Option<Day>,
    /// The day of the judgment that opened insolvency proceedings against the debtor.
    #[doc(alias = "procédure collective")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub insolvency_opened_on: Option<Day>,
    /// Interest on interest, where a contract or a decision grants it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compounding: Option<Compounding>,
    /// A penalty the contract sets for each invoice paid late (business only).
    #[doc(alias = "clause pénale")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty_clause: Option<PenaltyClause>,
    /// Proven costs of recovery above the indemnity (business and public only).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub extra_costs: Vec<ExtraCost>,
}

impl PenaltyOptions {
    /// The facts of a statement of these invoices on that day.
    #[must_use]
    pub fn statement_input(&self, as_of: Day, regime: Regime, invoices: Vec<penalties::Invoice>) -> penalties::Input {
        let Self {
            rate,
            below_floor,
            day_count,
            imputation,
            creditor,
            notice_received_on,
            served_on,
            insolvency_opened_on,
            compounding,
            penalty_clause,
            extra_costs,
        } = self.clone();
        penalties::Input {
            as_of,
            regime,
            rate,
            below_floor,
            day_count,
            imputation,
            creditor,
            notice_received_on,
            served_on,
            insolvency_opened_on,
            compounding,
            penalty_clause,
            extra_costs,
            invoices,
        }
    }
}
