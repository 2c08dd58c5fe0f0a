//! The dated figures of the law: rates, ceilings, fees and terms, each with its validity and its source.

mod data;
pub mod upkeep;
mod wholeness;

use std::sync::OnceLock;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::Day;
use crate::reading::Read;

/// Where a rule or a figure can be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// Stable id, such as `ccom-l441-10`: lines, options and notes cite it.
    pub id: String,
    /// The French name of the text, as one would cite it.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "FigureUnit"))]
#[serde(rename_all = "camelCase")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "FigureRow", optional_fields))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Row {
    /// First day of validity.
    pub from: Day,
    /// Last day of validity; absent where the next row's start says it, and while nothing newer is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The figure, a decimal with a point.
    pub value: String,
    /// The text that sets it.
    pub reference: String,
    /// The id of the source where it was read.
    pub source: String,
    /// Whether the primary text was not seen, or its date is not sure.
    #[serde(default)]
    pub uncertain: bool,
    /// What is uncertain or worth knowing, in French.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Figure {
    /// Stable id, such as `refinancingRate`.
    pub id: String,
    /// Its French name.
    pub label: String,
    /// What it counts.
    pub unit: Unit,
    /// The last day for which it is known; absent for a figure that holds until a text changes it.
    #[serde(skip_serializing_if = "Option::is_none")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reference {
    /// The day on which figures were last read in their sources: of two editions, the later is the newer one.
    pub read_on: Day,
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
        // Figures given instead of the published ones usually keep their order.
        let usual = data::position(id).and_then(|at| self.figures.get(at)).filter(|figure| figure.id == id);
        usual.or_else(|| self.figures.iter().find(|figure| figure.id == id))
    }

    /// The value of a figure in force on a day.
    #[must_use]
    pub fn on(&self, id: &str, day: Day) -> Option<&Row> {
        self.figure(id)?.on(day)
    }

    /// The whole number a figure is on a day, such as the months of a term.
    #[must_use]
    pub fn number(&self, id: &str, day: Day) -> Option<u32> {
        self.on(id, day)?.value.parse().ok()
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

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn the_published_reference_reads_back() {
        let written = serde_json::to_string(Reference::published()).unwrap();
        assert_eq!(serde_json::from_str::<Reference>(&written).unwrap(), *Reference::published());
    }

    /// A rule may be annulled and come back; a rate is always known, up to the last published half-year.
    #[test]
    fn a_half_yearly_rate_leaves_no_day_out() {
        for figure in Reference::published().figures.iter().filter(|figure| figure.known_until.is_some()) {
            assert!(figure.rows.iter().all(|row| row.until.is_none()), "{}", figure.id);
        }
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
