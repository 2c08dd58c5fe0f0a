//! A period with its last day.

use serde::{Deserialize, Serialize};

use crate::Day;

/// The period now running, seen from the day of computation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "LimitationTerm", optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Term {
    /// The day from which it is counted, itself not counted (C. civ. 2228); against a public body, the first day counted.
    pub starts_on: Day,
    /// The last day on which one can still act, to its end (C. civ. 2229); absent while proceedings or a suspension last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Day>,
    /// Whether the day of computation is after the last day.
    pub expired: bool,
    /// Days from the day of computation to the last day: 0 on that day and after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
}

impl Term {
    /// The period as it stands on a day.
    pub(super) fn seen(as_of: Day, starts_on: Day, last_day: Option<Day>) -> Self {
        Self {
            starts_on,
            last_day,
            expired: last_day.is_some_and(|last| as_of > last),
            days_left: last_day.map(|last| last.days_since(as_of).max(0)),
        }
    }

    /// Whether it leaves more time than another.
    pub(super) fn is_later_than(&self, other: &Self) -> bool {
        match (self.last_day, other.last_day) {
            (Some(own), Some(others)) => own > others,
            (own, others) => own.is_none() && others.is_some(),
        }
    }
}
