//! The statement: every line of interest, and the sums that add up.

use std::borrow::Cow;
use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

use super::basis::Basis;
use super::input::{ExtraCost, Regime};
use crate::{Day, Money, Note, Percent, Source};

/// What is owed on a day, line by line, each line with its reason.
#[doc(alias = "décompte")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// The day of computation.
    pub as_of: Day,
    /// The law of late payment that was applied.
    pub regime: Regime,
    /// Whether a line rests on a rate that isn't published yet.
    pub provisional: bool,
    /// One statement for each invoice, in the order given.
    pub invoices: Vec<InvoiceStatement>,
    /// The costs above the indemnity that are counted.
    pub extra_costs: Vec<ExtraCost>,
    /// The sums over all invoices.
    pub totals: Totals,
    /// What to know or to check about this statement.
    pub notes: Vec<Note>,
    /// The texts and pages that lines, figures and notes rest on.
    pub sources: Vec<Source>,
}

/// What is owed of one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InvoiceStatement {
    /// Its number.
    pub number: String,
    /// The day by which it had to be paid.
    pub due_on: Day,
    /// Days from the due date to the last day that could bear interest.
    pub days_late: u32,
    /// The lines of interest, oldest first, without gap or overlap.
    pub lines: Vec<Line>,
    /// What each payment and credit up to the day of computation went to, in the order in which they count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub applied: Vec<Applied>,
    /// All interest, paid or not: the sum of the lines.
    pub interest: Money,
    /// What payments paid of the interest.
    pub interest_paid: Money,
    /// The interest still owed.
    pub interest_due: Money,
    /// The principal still owed; nothing while the invoice isn't due yet.
    pub principal_due: Money,
    /// The fixed indemnity for recovery costs.
    #[doc(alias = "indemnité forfaitaire")]
    pub indemnity: Money,
    /// What of the indemnity is still owed.
    pub indemnity_due: Money,
    /// The penalty the contract sets.
    #[doc(alias = "clause pénale")]
    pub clause: Money,
    /// Principal, interest and indemnity still owed, and the contract's penalty.
    pub total: Money,
    /// What each further day adds.
    pub per_day: Money,
    /// The yearly rate of the day after, at which that is computed; absent where that day bears no interest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub per_day_percent: Option<Percent>,
}

/// Interest over consecutive days at one rate on one sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "StatementLine"))]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// The first day that bears interest.
    pub from: Day,
    /// The last day that bears interest.
    pub to: Day,
    /// How many days, both included.
    pub days: u32,
    /// The sum that bears interest: the unpaid principal, and the interest that has joined it.
    pub principal: Money,
    /// Percent a year.
    pub percent: Percent,
    /// What the rate is made of.
    pub basis: Basis,
    /// Whether the rate isn't published yet for some of these days.
    pub provisional: bool,
    /// The interest, rounded once to the cent.
    pub interest: Money,
    /// The id of the text this line rests on.
    pub source: Cow<'static, str>,
}

/// What a payment or a credit went to. What these parts leave of its amount was more than was owed.
#[doc(alias = "imputation")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "AppliedPayment"))]
#[serde(rename_all = "camelCase")]
pub struct Applied {
    /// Its day.
    pub on: Day,
    /// What it is.
    pub what: AppliedKind,
    /// How much.
    pub amount: Money,
    /// What of it paid interest.
    pub interest: Money,
    /// What of it lowered the principal.
    pub principal: Money,
    /// What of it paid the fixed indemnity.
    pub indemnity: Money,
}

/// What lowers a debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AppliedKind {
    /// Money received.
    Payment,
    /// A credit note.
    Credit,
}

/// The sums over all invoices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// All interest, paid or not.
    pub interest: Money,
    /// What payments paid of the interest.
    pub interest_paid: Money,
    /// The interest still owed.
    pub interest_due: Money,
    /// The principal still owed.
    pub principal_due: Money,
    /// The fixed indemnities.
    pub indemnity: Money,
    /// What of the indemnities is still owed.
    pub indemnity_due: Money,
    /// The penalties the contract sets.
    pub clause: Money,
    /// The costs above the indemnity.
    pub extra_costs: Money,
    /// All that is still owed, the costs above the indemnity included.
    pub total: Money,
    /// What each further day adds.
    pub per_day: Money,
}

impl Totals {
    /// What is owed besides the principal: interest, indemnities, penalties of the contract, proven costs.
    #[doc(alias = "accessoires")]
    #[must_use]
    pub fn accessories(&self) -> Money {
        self.total - self.principal_due
    }
}

impl AddAssign<&InvoiceStatement> for Totals {
    fn add_assign(&mut self, invoice: &InvoiceStatement) {
        self.interest += invoice.interest;
        self.interest_paid += invoice.interest_paid;
        self.interest_due += invoice.interest_due;
        self.principal_due += invoice.principal_due;
        self.indemnity += invoice.indemnity;
        self.indemnity_due += invoice.indemnity_due;
        self.clause += invoice.clause;
        self.total += invoice.total;
        self.per_day += invoice.per_day;
    }
}
