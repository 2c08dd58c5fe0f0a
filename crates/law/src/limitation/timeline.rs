//! The start and each event, in the order of their days, with what each did.

use serde::{Deserialize, Serialize};

use super::Effect;
use crate::{Day, EventKind};

/// What a moment is: the start of the period, or an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum MomentKind {
    /// The start of the period.
    Start,
    /// An event, at its beginning or at its end.
    #[serde(untagged)]
    Event(EventKind),
}

/// A day on which something happened that bears on limitation, or that one could believe does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// The day.
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub on: Day,
    /// What happened: `start`, or the kind of the event that begins or ends.
    pub kind: MomentKind,
    /// What it did to the cautious date.
    pub effect: Effect,
    /// The last day as it stands after this moment; absent while it isn't known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", tsify(type = "string"))]
    pub last_day: Option<Day>,
    /// Why, in a French sentence.
    pub message: String,
    /// The id of the text that says so.
    pub source: String,
}
