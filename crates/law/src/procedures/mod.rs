//! The choice of a recovery procedure: what to do next, and for every route whether it is open and why.
//!
//! A route is a list of typed conditions and its content; the conditions look at derived facts, the plan ranks what is
//! open. Nothing decides for the reader: each condition of the law is shown with the fact that
//! meets or fails it.

pub mod guidance;
pub mod input;
pub mod yes_no;

pub use guidance::{
    Bound, Condition, Cost, CostItem, Deadline, DeadlineId, Duration, Guidance, HelperId, HelperOption, Lawyer, LimitationEffect,
    MissingEvidence, OptionId, Proof, Reason, Recoverable, RouteOption, Status, Step, Strength,
};
pub use input::{Answer, Basis, Contested, Creditor, Debtor, Done, Evidence, Input, Insolvency, InsolvencyKind};
pub use yes_no::YesNo;

use crate::{Code, Problems, Reference};

/// What to do about an unpaid claim: a plan, and every route with its reasons.
///
/// # Errors
/// Facts that can't be, all at once: nothing owed, a creditor who is a consumer or a public body.
pub fn procedures(input: &Input, _reference: &Reference) -> Result<Guidance, Problems> {
    Err(Problems::one(Code::ZeroAmount, "amount", format!("Rien n’est dû : {}.", crate::french::money(input.amount))))
}
