//! The kinds of letters, from the courteous reminder to the formal notice.

use serde::{Deserialize, Serialize};

use dument_law::reading::Read;

/// What a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LetterKind {
    /// A first reminder: it supposes an oversight and counts no penalty.
    #[doc(alias = "première relance")]
    Reminder,
    /// A second reminder: it counts what is owed and announces the formal notice.
    #[doc(alias = "deuxième relance")]
    SecondReminder,
    /// The formal notice to pay (C. civ. 1344), sent by registered letter.
    #[doc(alias = "mise en demeure")]
    FormalNotice,
}

/// The voice of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// To keep a good customer.
    Courteous,
    /// To be taken at one's word.
    Firm,
}

impl LetterKind {
    /// The days to pay or to answer that are customary: eight after a reminder, fifteen after a formal notice. No text
    /// sets them; a formal notice must leave a reasonable time (C. civ. 1231).
    #[must_use]
    pub fn customary_days(self) -> u32 {
        match self {
            Self::Reminder | Self::SecondReminder => 8,
            Self::FormalNotice => 15,
        }
    }

    /// The tone that suits the letter where none is chosen.
    #[must_use]
    pub fn customary_tone(self) -> Tone {
        match self {
            Self::Reminder => Tone::Courteous,
            Self::SecondReminder | Self::FormalNotice => Tone::Firm,
        }
    }

    /// How it is sent, where that matters to its effect.
    #[must_use]
    pub fn delivery(self) -> Option<&'static str> {
        (self == Self::FormalNotice).then_some("Lettre recommandée avec avis de réception")
    }

    /// Whether it asks for more than the invoices themselves: interest and what the law adds to it.
    #[must_use]
    pub fn counts_interest(self) -> bool {
        self != Self::Reminder
    }
}
