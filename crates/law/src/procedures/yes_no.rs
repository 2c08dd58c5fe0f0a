//! A fact that may be unknown.

use deserr::{Deserr, IntoValue, Value, ValuePointerRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::problem::path;
use crate::{Code, Problems};

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

impl Deserr<Problems> for YesNo {
    fn deserialize_from_value<V: IntoValue>(value: Value<V>, at: ValuePointerRef<'_>) -> Result<Self, Problems> {
        match value {
            Value::Boolean(yes) => Ok(yes.into()),
            Value::String(text) if text == "unknown" => Ok(Self::Unknown),
            Value::String(text) => Err(Problems::one(
                Code::UnknownValue,
                path(at),
                format!("« {text} » n’est pas une valeur possible. Valeurs possibles : true, false, \"unknown\"."),
            )),
            _ => Err(Problems::one(Code::WrongType, path(at), "Il faut ici true, false ou \"unknown\".")),
        }
    }
}
