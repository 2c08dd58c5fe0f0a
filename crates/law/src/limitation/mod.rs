//! Limitation: until when one can act, and what each event did to that date (C. civ. 2219 to 2254).

mod effect;
mod input;
mod term;
mod timeline;

use serde::{Deserialize, Serialize};

pub use effect::Effect;
pub use input::{ClaimKind, Input, PayableIn};
pub use term::Term;
pub use timeline::{Moment, MomentKind};

use crate::{Code, Day, Note, Problems, Reference, Source};

/// Until when one can act, why, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[doc(alias = "prescription")]
pub struct Limitation {
    /// The date to act by: every open question read against the creditor.
    pub cautious: Term,
    /// The date that could be pleaded, only where it is a later one: never a reason to wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arguable: Option<Term>,
    /// The last working day on or before the cautious last day: limitation isn't put off by a weekend or a holiday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub act_before: Option<Day>,
    /// The day beyond which no suspension and no acknowledgment carries the period, where C. civ. 2232 applies.
    #[doc(alias = "délai butoir")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub long_stop: Option<Day>,
    /// Whether proceedings or a suspension are under way, so that there is no last day yet.
    pub pending: bool,
    /// The start and each event, oldest first, with what each did.
    pub timeline: Vec<Moment>,
    /// Remarks: traps, assumptions, facts left out.
    pub notes: Vec<Note>,
    /// The texts cited by the timeline and behind the period.
    pub sources: Vec<Source>,
}

/// Computes until when one can act.
///
/// # Errors
/// All faults of the input at once: a date that the kind of claim needs, an agreed period out of bounds, proceedings
/// that end before they start.
pub fn limitation(_input: &Input, _reference: &Reference) -> Result<Limitation, Problems> {
    Err(Problems::one(Code::MissingField, "dueOn", "Indiquez la date d’échéance."))
}
