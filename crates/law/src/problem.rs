//! What is wrong with an input: every fault at once, each with a code, a place and a French sentence.

use std::fmt;
use std::ops::ControlFlow;

use deserr::{DeserializeError, ErrorKind, IntoValue, MergeWithError, ValueKind, ValuePointerRef};
use serde::Serialize;

/// What kind of fault: stable, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ProblemCode"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Code {
    /// An amount above what is accepted.
    AmountTooLarge,
    /// A date whose year is outside what is accepted.
    DateOutOfRange,
    /// A file that could not be made of a letter, though nothing in the letter is wrong.
    DocumentFailed,
    /// An end before its beginning.
    EndBeforeStart,
    /// An indemnity or costs asked from a consumer.
    IndemnityFromConsumer,
    /// Payment of an earlier claim asked after insolvency proceedings opened.
    InsolvencyOpened,
    /// Not a bank identifier.
    InvalidBic,
    /// Not a day of the calendar.
    InvalidDate,
    /// Not an account number, or one whose check digits are wrong.
    InvalidIban,
    /// Not an amount.
    InvalidMoney,
    /// Not a percentage.
    InvalidPercent,
    /// Not a postcode of the country.
    InvalidPostcode,
    /// Not a company number, or one whose check digit is wrong.
    InvalidSiren,
    /// Not the number of an establishment, or one whose check digit is wrong.
    InvalidSiret,
    /// Not a VAT number, or one whose key is wrong.
    InvalidVatNumber,
    /// A field that this input needs.
    MissingField,
    /// An amount below zero.
    NegativeAmount,
    /// A rate below zero.
    NegativePercent,
    /// Nothing is left to pay.
    NothingDue,
    /// A due date to come, where something must be late.
    NotYetDue,
    /// A number outside its range.
    OutOfRange,
    /// A rate outside its range.
    PercentOutOfRange,
    /// A day for which no rate is known.
    RateUnknown,
    /// An amount with fractions of a cent.
    TooManyDecimals,
    /// More lines than an envelope's window shows.
    TooManyLines,
    /// A field that doesn't exist.
    UnknownField,
    /// A value that isn't one of those possible.
    UnknownValue,
    /// A language in which this letter doesn't exist.
    UnsupportedLanguage,
    /// A list with nothing in it.
    EmptyList,
    /// A number, text, list or object where another is expected.
    WrongType,
    /// An amount of zero where there must be something owed.
    ZeroAmount,
}

/// One fault of an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Problem {
    /// The kind of fault.
    pub code: Code,
    /// Where: a path such as `invoices[2].dueOn`; empty for the whole input.
    pub field: String,
    /// A French sentence that says what to do.
    pub message: String,
}

/// All faults of one input, never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// A single fault.
    pub fn one(code: Code, field: impl Into<String>, message: impl Into<String>) -> Self {
        Self(vec![Problem { code, field: field.into(), message: message.into() }])
    }

    /// The faults, or success where there are none.
    pub fn check(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self(problems)) }
    }

    /// Both results, or the faults of both.
    pub fn both<A, B>(first: Result<A, Self>, second: Result<B, Self>) -> Result<(A, B), Self> {
        match (first, second) {
            (Ok(first), Ok(second)) => Ok((first, second)),
            (Err(mut first), Err(second)) => {
                first.0.extend(second.0);
                Err(first)
            }
            (Err(faults), Ok(_)) | (Ok(_), Err(faults)) => Err(faults),
        }
    }

    /// Every fault, in the order of the input.
    #[must_use]
    pub fn all(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            let separator = if i == 0 { "" } else { " " };
            write!(f, "{separator}{}", problem.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl MergeWithError<Self> for Problems {
    fn merge(self_: Option<Self>, other: Self, _at: ValuePointerRef<'_>) -> ControlFlow<Self, Self> {
        let mut all = self_.map_or_else(Vec::new, |own| own.0);
        all.extend(other.0);
        ControlFlow::Continue(Self(all))
    }
}

impl DeserializeError for Problems {
    fn error<V: IntoValue>(self_: Option<Self>, error: ErrorKind<'_, V>, at: ValuePointerRef<'_>) -> ControlFlow<Self, Self> {
        let here = path(at);
        let problem = match error {
            ErrorKind::IncorrectValueKind { actual, accepted }
                if actual.kind() == ValueKind::NegativeInteger && accepted.contains(&ValueKind::Integer) =>
            {
                Problem { code: Code::OutOfRange, field: here, message: "Il faut ici un nombre positif.".to_owned() }
            }
            ErrorKind::IncorrectValueKind { accepted, .. } => {
                Problem { code: Code::WrongType, field: here, message: expected(accepted) }
            }
            ErrorKind::MissingField { field } => Problem {
                code: Code::MissingField,
                field: join(&here, field),
                message: format!("Le champ « {field} » est nécessaire."),
            },
            ErrorKind::UnknownKey { key, accepted } => Problem {
                code: Code::UnknownField,
                field: join(&here, key),
                message: format!("Le champ « {key} » n’existe pas ici. Champs possibles : {}.", accepted.join(", ")),
            },
            ErrorKind::UnknownValue { value, accepted } => Problem {
                code: Code::UnknownValue,
                field: here,
                message: format!("« {value} » n’est pas une valeur possible. Valeurs possibles : {}.", accepted.join(", ")),
            },
            ErrorKind::BadSequenceLen { expected, .. } => {
                Problem { code: Code::OutOfRange, field: here, message: format!("Cette liste doit avoir {expected} éléments.") }
            }
            // What deserr itself says here is English, and for its own readers: a number out of the type's range, or a
            // `kind` that is none.
            ErrorKind::Unexpected { .. } => Problem {
                code: Code::OutOfRange,
                field: here,
                message: "Cette valeur est hors de ce qui est possible ici : vérifiez-la dans la documentation.".to_owned(),
            },
        };
        Self::merge(self_, Self(vec![problem]), at)
    }
}

fn expected(accepted: &[ValueKind]) -> String {
    let names: Vec<&str> = accepted
        .iter()
        .map(|kind| match kind {
            ValueKind::Null => "rien (null)",
            ValueKind::Boolean => "vrai ou faux (true, false)",
            ValueKind::Integer | ValueKind::NegativeInteger => "un nombre entier",
            ValueKind::Float => "un nombre",
            ValueKind::String => "un texte entre guillemets",
            ValueKind::Sequence => "une liste",
            ValueKind::Map => "un objet",
        })
        .collect();
    format!("Il faut ici {}.", names.join(" ou "))
}

fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// `invoices[2].dueOn`, from the outermost field in.
#[must_use]
pub fn path(at: ValuePointerRef<'_>) -> String {
    match at {
        ValuePointerRef::Origin => String::new(),
        ValuePointerRef::Key { key, prev } => join(&path(*prev), key),
        ValuePointerRef::Index { index, prev } => format!("{}[{index}]", path(*prev)),
    }
}

/// Gives a type that reads from a string its plain form in inputs and results, with the faults of its own error type
/// (which has a method `code`).
#[macro_export]
macro_rules! string_form {
    ($type:ty, $noun:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl deserr::Deserr<$crate::problem::Problems> for $type {
            fn deserialize_from_value<V: deserr::IntoValue>(
                value: deserr::Value<V>,
                at: deserr::ValuePointerRef<'_>,
            ) -> Result<Self, $crate::problem::Problems> {
                let field = $crate::problem::path(at);
                let deserr::Value::String(text) = value else {
                    return Err($crate::problem::Problems::one(
                        $crate::problem::Code::WrongType,
                        field,
                        concat!("Il faut ici un texte entre guillemets (", $noun, ")."),
                    ));
                };
                text.parse::<Self>().map_err(|error| $crate::problem::Problems::one(error.code(), field, error.to_string()))
            }
        }
    };
}
pub use string_form;
