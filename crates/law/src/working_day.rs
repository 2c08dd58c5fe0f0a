//! Working days and public holidays (C. trav. L3133-1, L3134-13, L3422-2).

use deserr::Deserr;
use serde::{Deserialize, Serialize};

use crate::Place;

/// Which public holidays count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Deserr)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[deserr(rename_all = camelCase)]
pub enum Territory {
    /// Metropolitan France but for Alsace-Moselle: the holidays that hold everywhere.
    #[default]
    France,
    /// Bas-Rhin, Haut-Rhin, Moselle: Good Friday and 26 December too.
    AlsaceMoselle,
    /// Overseas: every day on which some department or community remembers the abolition of slavery, too.
    Overseas,
}

impl From<Place> for Territory {
    /// Courts and post offices concerned by a debtor abroad are those of the mainland.
    fn from(place: Place) -> Self {
        match place {
            Place::AlsaceMoselle => Self::AlsaceMoselle,
            Place::Overseas => Self::Overseas,
            Place::France | Place::Eu | Place::Denmark | Place::Abroad => Self::France,
        }
    }
}
