//! The figures and sources that the build script gathers from `data/`.

use super::{Figure, Reference, Row, Source, Unit};
use crate::Day;

/// What to look at again, and when.
pub(super) struct WatchedData {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) review_on: &'static str,
    pub(super) source: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/reference_data.rs"));

/// The figures and their sources, one a line.
static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/reference.tsv"));

/// Where the figure stands among those published.
pub(super) fn position(id: &str) -> Option<usize> {
    let figures = &Reference::published().figures;
    let found = BY_ID.binary_search_by(|at| figures[usize::from(*at)].id.as_str().cmp(id)).ok()?;
    Some(BY_ID[found].into())
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
    let mut read_on = None;
    let mut figures: Vec<Figure> = Vec::new();
    let mut sources = Vec::new();
    for line in TABLE.lines() {
        let mut fields = line.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let some_day = |text: &str| (!text.is_empty()).then(|| day(text));
        match field() {
            "readOn" => read_on = some_day(field()),
            "figure" => figures.push(Figure {
                id: field().to_owned(),
                label: field().to_owned(),
                unit: unit(field()),
                known_until: some_day(field()),
                rows: Vec::new(),
            }),
            "row" => figures.last_mut().expect("a row follows its figure").rows.push(Row {
                from: day(field()),
                until: some_day(field()),
                value: field().to_owned(),
                reference: field().to_owned(),
                source: field().to_owned(),
                uncertain: !field().is_empty(),
                note: Some(field().to_owned()).filter(|note| !note.is_empty()),
            }),
            _ => sources.push(Source { id: field().to_owned(), title: field().to_owned(), url: field().to_owned() }),
        }
    }
    let known_until = figures.iter().filter_map(|figure| figure.known_until).min().expect("the rates end somewhere");
    Reference { read_on: read_on.expect("the figures were read"), known_until, figures, sources }
}
