//! What an event does to limitation.

use serde::{Deserialize, Serialize};

/// What a moment of the timeline does to the cautious date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// A full period starts.
    Starts,
    /// What had run is erased: a new full period, at once or when proceedings end.
    #[doc(alias = "interruption")]
    Interrupts,
    /// The period stands still.
    #[doc(alias = "suspension")]
    Suspends,
    /// The rest of the period runs on.
    Resumes,
    /// Proceedings that ended so that they never interrupted.
    #[doc(alias = "non avenue")]
    Undone,
    /// Nothing.
    None,
    /// Nothing any more: the period was over.
    TooLate,
    /// The period was over; the debtor may have waived that.
    #[doc(alias = "renonciation")]
    Waived,
}
