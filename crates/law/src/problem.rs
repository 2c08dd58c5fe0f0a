//! What is wrong with an input: every fault at once, each with a code, a place and a French sentence.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What kind of fault: stable, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Words that no letter may hold, such as a threat or the look of an act of justice.
    ForbiddenContent,
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
    /// A letter that the law doesn't know for this debtor or this claim.
    NotApplicable,
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
    /// Amounts that don't add up to the sum they divide.
    SumMismatch,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Faults that were noted, at least one.
    pub(crate) fn of(problems: Vec<Problem>) -> Self {
        Self(problems)
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

/// Gives a type that reads from a string its plain form in inputs and results, with the faults of its own error type
/// (which has a method `code`).
#[macro_export]
macro_rules! string_form {
    ($type:ty, $noun:literal $(, $stand_in:literal)?) => {
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

        impl $crate::reading::Read for $type {
            fn read(given: &$crate::reading::Given<'_>, reading: &mut $crate::reading::Reading) -> Option<Self> {
                match reading.text(given, $noun)?.parse::<Self>() {
                    Ok(read) => Some(read),
                    Err(error) => {
                        reading.problem(error.code(), error.to_string());
                        None
                    }
                }
            }

            $(
                fn stand_in() -> Option<Self> {
                    $stand_in.parse().ok()
                }
            )?
        }
    };
}
pub use string_form;
