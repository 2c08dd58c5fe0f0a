//! The dated figures of the law: rates, ceilings, fees and terms, each with its validity and its source.

use std::sync::OnceLock;

use deserr::{Deserr, ValuePointerRef};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::{Code, Day, Money, Problems, problem};

/// Where a rule or a figure can be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Deserr)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Source {
    /// Stable id, such as `ccom-l441-10`: lines, options and notes cite it.
    pub id: String,
    /// The French name of the text, as one would cite it.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Deserr)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "FigureUnit"))]
#[serde(rename_all = "camelCase")]
#[deserr(rename_all = camelCase)]
pub enum Unit {
    /// Percent a year.
    Percent,
    /// Percentage points.
    Points,
    /// A number of times.
    Multiple,
    /// Euros.
    Euro,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
    /// A number of persons.
    Employees,
}

/// One figure over a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Deserr)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "FigureRow", optional_fields))]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields, validate = decimal_value -> Problems)]
pub struct Row {
    /// First day of validity.
    pub from: Day,
    /// Last day of validity; absent where the next row's start says it, and while nothing newer is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[deserr(default)]
    pub until: Option<Day>,
    /// The figure, a decimal with a point.
    pub value: String,
    /// The text that sets it.
    pub reference: String,
    /// The id of the source where it was read.
    pub source: String,
    /// Whether the primary text was not seen, or its date is not sure.
    #[deserr(default)]
    pub uncertain: bool,
    /// What is uncertain or worth knowing, in French.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[deserr(default)]
    pub note: Option<String>,
}

/// Refuses a figure that isn't a number from zero to a thousand billion: a computation could only guess.
fn decimal_value(row: Row, at: ValuePointerRef<'_>) -> Result<Row, Problems> {
    let plain = row.value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number: Option<Decimal> = row.value.parse().ok().filter(|_| plain);
    if number.is_some_and(|number| number <= Money::MAX.decimal()) {
        return Ok(row);
    }
    let message = "Il faut ici un nombre positif écrit en chiffres, avec un point, par exemple «\u{a0}12.40\u{a0}».";
    Err(Problems::one(Code::OutOfRange, problem::path(at.push_key("value")), message))
}

impl Row {
    /// The figure as an exact decimal.
    #[must_use]
    pub fn decimal(&self) -> Decimal {
        self.value.parse().unwrap_or_default()
    }

    /// Whether the figure is in force on that day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A figure of the law and its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Deserr)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Figure {
    /// Stable id, such as `refinancingRate`.
    pub id: String,
    /// Its French name.
    pub label: String,
    /// What it counts.
    pub unit: Unit,
    /// The last day for which it is known; absent for a figure that holds until a text changes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[deserr(default)]
    pub known_until: Option<Day>,
    /// Its values, oldest first, without overlap.
    pub rows: Vec<Row>,
}

impl Figure {
    /// The value in force on a day, if any is known.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&Row> {
        self.rows.iter().rev().find(|row| row.holds_on(day))
    }

    /// The newest value that began by that day, though it may have ended since.
    #[must_use]
    pub fn begun_by(&self, day: Day) -> Option<&Row> {
        self.rows.iter().rev().find(|row| row.from <= day)
    }

    /// The first day for which a value is known.
    #[must_use]
    pub fn known_from(&self) -> Option<Day> {
        self.rows.first().map(|row| row.from)
    }

    /// The last value known.
    #[must_use]
    pub fn last(&self) -> Option<&Row> {
        self.rows.last()
    }
}

/// Every dated figure the engine knows, and the sources they cite.
///
/// The published figures come with the program; newer ones can be given instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Deserr)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Reference {
    /// The day up to which every half-yearly rate is published.
    pub known_until: Day,
    /// The figures, each with its history.
    pub figures: Vec<Figure>,
    /// The texts and pages the figures, lines, options and notes cite by `id`.
    pub sources: Vec<Source>,
}

impl Reference {
    /// The figures that come with this version of the program.
    #[must_use]
    pub fn published() -> &'static Self {
        static PUBLISHED: OnceLock<Reference> = OnceLock::new();
        PUBLISHED.get_or_init(data::published)
    }

    /// The history of a figure.
    #[must_use]
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The value of a figure in force on a day.
    #[must_use]
    pub fn on(&self, id: &str, day: Day) -> Option<&Row> {
        self.figure(id)?.on(day)
    }

    /// Refuses figures given from outside with which the engine could not compute: one that is missing, one whose values
    /// overlap or stand out of order, one that cites no known source.
    pub fn check(&self) -> Result<(), Problems> {
        let mut problems = Vec::new();
        for figure in &Self::published().figures {
            if self.figure(&figure.id).is_none() {
                problems.push(Problem {
                    code: Code::MissingField,
                    field: "figures".to_owned(),
                    message: format!("Le chiffre « {} » est nécessaire.", figure.id),
                });
            }
        }
        for (i, figure) in self.figures.iter().enumerate() {
            for (j, row) in figure.rows.iter().enumerate() {
                let follows = j == 0 || figure.rows[j - 1].until.unwrap_or(figure.rows[j - 1].from) < row.from;
                if !follows || row.until.is_some_and(|until| until < row.from) {
                    problems.push(Problem {
                        code: Code::OutOfRange,
                        field: format!("figures[{i}].rows[{j}].from"),
                        message: "Les valeurs d’un chiffre se suivent dans le temps, sans se chevaucher.".to_owned(),
                    });
                }
                if self.sources.iter().all(|source| source.id != row.source) {
                    problems.push(Problem {
                        code: Code::UnknownValue,
                        field: format!("figures[{i}].rows[{j}].source"),
                        message: format!("La source « {} » n’est pas dans la liste des sources.", row.source),
                    });
                }
            }
        }
        Problems::check(problems)
    }

    /// The named sources, each once, in the order first cited.
    #[must_use]
    pub fn cited<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Vec<Source> {
        let mut cited: Vec<Source> = Vec::new();
        for id in ids {
            if cited.iter().all(|source| source.id != id) {
                cited.extend(self.sources.iter().find(|source| source.id == id).cloned());
            }
        }
        cited
    }
}

/// The tables that the build script makes of `data/`.
mod data {
    use super::{Day, Figure, Reference, Row, Source, Unit};

    pub(crate) struct FigureData {
        id: &'static str,
        label: &'static str,
        unit: &'static str,
        known_until: Option<&'static str>,
        rows: &'static [RowData],
    }

    pub(crate) struct RowData {
        from: &'static str,
        until: Option<&'static str>,
        value: &'static str,
        reference: &'static str,
        source: &'static str,
        uncertain: bool,
        note: Option<&'static str>,
    }

    pub(crate) struct SourceData {
        id: &'static str,
        title: &'static str,
        url: &'static str,
    }

    include!(concat!(env!("OUT_DIR"), "/reference_data.rs"));

    fn day(text: &str) -> Day {
        text.parse().expect("the tests read every date of the data")
    }

    fn unit(text: &str) -> Unit {
        match text {
            "percent" => Unit::Percent,
            "points" => Unit::Points,
            "multiple" => Unit::Multiple,
            "euro" => Unit::Euro,
            "days" => Unit::Days,
            "months" => Unit::Months,
            "years" => Unit::Years,
            "employees" => Unit::Employees,
            other => unreachable!("the tests read every unit of the data, so not {other}"),
        }
    }

    pub(super) fn published() -> Reference {
        let figures: Vec<Figure> = FIGURES
            .iter()
            .map(|figure| Figure {
                id: figure.id.to_owned(),
                label: figure.label.to_owned(),
                unit: unit(figure.unit),
                known_until: figure.known_until.map(day),
                rows: figure
                    .rows
                    .iter()
                    .map(|row| Row {
                        from: day(row.from),
                        until: row.until.map(day),
                        value: row.value.to_owned(),
                        reference: row.reference.to_owned(),
                        source: row.source.to_owned(),
                        uncertain: row.uncertain,
                        note: row.note.map(str::to_owned),
                    })
                    .collect(),
            })
            .collect();
        let sources = SOURCES
            .iter()
            .map(|source| Source { id: source.id.to_owned(), title: source.title.to_owned(), url: source.url.to_owned() })
            .collect();
        let known_until = figures.iter().filter_map(|figure| figure.known_until).min().expect("the rates end somewhere");
        Reference { known_until, figures, sources }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_from_outside_are_checked() {
        assert_eq!(Reference::published().check(), Ok(()));
        let check = |change: fn(&mut Reference)| {
            let mut given = Reference::published().clone();
            change(&mut given);
            given.check().unwrap_err().all().iter().map(|problem| problem.code).collect::<Vec<_>>()
        };
        assert!(check(|given| given.figures.clear()).contains(&Code::MissingField));
        let reversed = check(|given| given.figures.iter_mut().find(|figure| figure.rows.len() > 1).unwrap().rows.reverse());
        assert!(reversed.contains(&Code::OutOfRange));
        assert!(check(|given| given.sources.clear()).contains(&Code::UnknownValue));
    }

    #[test]
    fn published_figures_read_whole() {
        let reference = Reference::published();
        for figure in &reference.figures {
            for row in &figure.rows {
                assert!(row.value.parse::<Decimal>().is_ok(), "{} from {}: {}", figure.id, row.from, row.value);
            }
        }
        for source in &reference.sources {
            assert!(source.url.starts_with("https://"), "{}", source.id);
        }
    }

    fn read(row: serde_json::Value) -> Result<Row, Problems> {
        deserr::deserialize(row)
    }

    #[test]
    fn given_figures_are_read_strictly() {
        let row =
            |value: &str| serde_json::json!({ "from": "2027-01-01", "value": value, "reference": "Décision", "source": "s" });
        assert_eq!(read(row("2.65")).unwrap().decimal(), Decimal::new(265, 2));
        for wrong in ["2,65", "-1", "", "abc", "1e3", "9999999999999"] {
            let problems = read(row(wrong)).unwrap_err();
            assert_eq!((problems.all()[0].code, problems.all()[0].field.as_str()), (Code::OutOfRange, "value"), "{wrong}");
        }
    }

    #[test]
    fn the_published_reference_reads_back() {
        let written = serde_json::to_value(Reference::published()).unwrap();
        assert_eq!(deserr::deserialize::<Reference, _, Problems>(written).unwrap(), *Reference::published());
    }

    #[test]
    fn a_figure_gives_the_value_of_a_day() {
        let rate = Reference::published().figure("refinancingRate").unwrap();
        let value = |text: &str| rate.begun_by(text.parse().unwrap()).map(|row| row.value.as_str());
        assert_eq!(value("2012-07-10"), None);
        assert_eq!(value("2026-06-16"), Some("2.15"));
        assert_eq!(value("2026-06-17"), Some("2.40"));
        assert_eq!(value("2030-01-01"), Some("2.65"));
    }
}
