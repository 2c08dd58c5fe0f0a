//! The key figures, as they are shown.

use dument_law::{Day, Money};
use dument_ledger::Currency;
use dument_ledger::figures::{self, Age, AgedAmount, KeyFigures, Value};
use serde::{Deserialize, Serialize};

/// The key figures on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// The day of computation.
    pub as_of: Day,
    /// The first day of the time that figures over time are about.
    pub from: Day,
    /// What is open in euros, by how long it has been due.
    pub aged: Vec<Aged>,
    /// All of it.
    pub open: Money,
    /// The figures, in the order in which they are shown.
    pub figures: Vec<Figure>,
    /// What is open in other currencies: in none of the figures.
    pub foreign: Vec<(Currency, i64, Money)>,
}

/// What is open of one age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Aged {
    /// The age.
    pub age: Age,
    /// How many invoices.
    pub count: i64,
    /// Their sum.
    pub amount: Money,
}

impl Aged {
    pub(crate) fn of(AgedAmount { age, count, amount }: AgedAmount) -> Self {
        Self { age, count, amount }
    }
}

/// One key figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Its name.
    pub label: String,
    /// Euros, where it is a sum.
    pub money: Option<Money>,
    /// The plain number of any other figure, with its decimal point.
    pub number: Option<String>,
    /// What that number counts: « % », « jours », « fois ».
    pub unit: String,
    /// Why there is no figure.
    pub none: Option<String>,
    /// What it means.
    pub definition: String,
    /// What it was made of: what, and its value as it is shown.
    pub inputs: Vec<(String, String)>,
    /// What was left out, each with why.
    pub left_out: Vec<String>,
    /// What was aimed at.
    pub target: Option<Target>,
}

/// What was aimed at, and how the figure stands to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// « plus de 90 % ».
    pub text: String,
    /// Whether it is met.
    pub met: bool,
    /// What to do, where it isn't.
    pub advice: Option<String>,
}

impl Figures {
    pub(crate) fn of(known: KeyFigures) -> Self {
        Self {
            as_of: known.as_of,
            from: known.from,
            open: known.aged.total,
            aged: known.aged.ages.into_iter().map(Aged::of).collect(),
            figures: known.figures.into_iter().map(Figure::of).collect(),
            foreign: known.other_currencies.into_iter().map(|other| (other.currency, other.count, other.amount)).collect(),
        }
    }
}

impl Figure {
    fn of(known: figures::Figure) -> Self {
        let mut money = None;
        let mut none = None;
        let (number, unit) = match known.value {
            Value::Money(amount) => {
                money = Some(amount);
                (None, "")
            }
            Value::Percent(number) => (Some(number), "%"),
            Value::Days(number) => (Some(number), "jours"),
            Value::Times(number) => (Some(number), "fois"),
            Value::None(why) => {
                none = Some(why);
                (None, "")
            }
        };
        Self {
            label: known.label.to_owned(),
            money,
            number: number.map(|number| number.as_str().to_owned()),
            unit: unit.to_owned(),
            none,
            definition: known.definition,
            inputs: known.inputs.into_iter().map(|input| (input.label.to_owned(), input.value)).collect(),
            left_out: known.left_out,
            target: known.target.map(|target| Target {
                text: target.text,
                met: target.met,
                advice: target.advice.map(str::to_owned),
            }),
        }
    }
}
