//! A fact that may be unknown.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Code;
use crate::reading::{Given, Read, Reading};

/// Yes, no, or not known: `true`, `false` or `"unknown"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "boolean | \"unknown\""))]
pub enum YesNo {
    /// `true`
    Yes,
    /// `false`
    No,
    /// `"unknown"`
    #[default]
    Unknown,
}

impl YesNo {
    /// The answer, where there is one.
    #[must_use]
    pub fn known(self) -> Option<bool> {
        match self {
            Self::Yes => Some(true),
            Self::No => Some(false),
            Self::Unknown => None,
        }
    }
}

impl From<bool> for YesNo {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// The two forms in which the fact is written.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Form {
    Known(bool),
    Named(Unknown),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Unknown {
    Unknown,
}

impl Serialize for YesNo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => Form::Known(true),
            Self::No => Form::Known(false),
            Self::Unknown => Form::Named(Unknown::Unknown),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for YesNo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Form::deserialize(deserializer)? {
            Form::Known(yes) => yes.into(),
            Form::Named(Unknown::Unknown) => Self::Unknown,
        })
    }
}

impl Read for YesNo {
    fn read(given: &Given<'_>, reading: &mut Reading) -> Option<Self> {
        match given {
            Given::Truth(yes) => Some((*yes).into()),
            Given::Text(text) if text == "unknown" => Some(Self::Unknown),
            Given::Text(text) => {
                let possible = "Valeurs possibles\u{a0}: true, false, \"unknown\".";
                reading.problem(Code::UnknownValue, format!("«\u{a0}{text}\u{a0}» n’est pas une valeur possible. {possible}"));
                None
            }
            _ => {
                reading.problem(Code::WrongType, "Il faut ici true, false ou \"unknown\".");
                None
            }
        }
    }

    fn stand_in() -> Option<Self> {
        Some(Self::Unknown)
    }
}
