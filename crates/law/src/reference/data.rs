//! The tables that the build script makes of `data/`.

use super::{Figure, Reference, Row, Source, Unit};
use crate::Day;

struct FigureData {
    id: &'static str,
    label: &'static str,
    unit: &'static str,
    known_until: Option<&'static str>,
    rows: &'static [RowData],
}

struct RowData {
    from: &'static str,
    until: Option<&'static str>,
    value: &'static str,
    reference: &'static str,
    source: &'static str,
    uncertain: bool,
    note: Option<&'static str>,
}

struct SourceData {
    id: &'static str,
    title: &'static str,
    url: &'static str,
}

/// What to look at again, and when.
pub(super) struct WatchedData {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) review_on: &'static str,
    pub(super) source: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/reference_data.rs"));

/// Where the figure stands among those published.
pub(super) fn position(id: &str) -> Option<usize> {
    BY_ID.binary_search_by(|at| FIGURES[*at].id.cmp(id)).ok().map(|found| BY_ID[found])
}

pub(super) fn day(text: &str) -> Day {
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
    Reference { read_on: day(LAST_READ_ON), known_until, figures, sources }
}
