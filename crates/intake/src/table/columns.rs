//! What each column gives: by a mapping that is known, by its name, or by what stands in it.

use dument_letters::{Siren, Siret};

use super::cell::{Kind, Row};
use super::names;
use crate::amount;
use crate::checks::compact;
use crate::date::{self, DateOrder};
use crate::mapping::{Column, Field, Mapping, Recognised, Table};

/// How many names of columns make a header.
const ENOUGH: usize = 2;
/// How many samples of a column are shown.
const SAMPLES: usize = 3;

/// The row of the headers among the first rows: the first that holds the most known names.
pub(super) fn header(rows: &[Row], mappings: &[Mapping]) -> Option<usize> {
    let known = |row: &Row| mappings.iter().position(|mapping| is_of(mapping, row));
    if let Some(place) = rows.iter().position(|row| known(row).is_some()) {
        return Some(place);
    }
    let score = |row: &Row| {
        row.cells().iter().filter(|cell| cell.kind == Kind::Text && names::field(&names::plain(&cell.text)).is_some()).count()
    };
    let best = rows.iter().map(score).max().filter(|score| *score >= ENOUGH)?;
    rows.iter().position(|row| score(row) == best)
}

/// Whether a mapping was made for these headers.
fn is_of(mapping: &Mapping, row: &Row) -> bool {
    let headers = row.cells().iter().map(|cell| cell.text.as_str());
    !mapping.headers.is_empty() && mapping.headers.iter().map(String::as_str).eq(headers)
}

/// The table under a header, by the rows that follow it.
pub(super) fn table(header: &Row, rows: &[Row], mappings: &[Mapping]) -> Table {
    let mapping = mappings.iter().find(|mapping| is_of(mapping, header));
    let columns = header.cells().iter().enumerate().map(|(place, cell)| {
        let given = mapping.and_then(|mapping| mapping.fields.get(place).copied().flatten());
        Column {
            header: cell.text.clone(),
            samples: values(rows, place).take(SAMPLES).map(str::to_owned).collect(),
            field: given,
            by: if mapping.is_some() { Recognised::Hand } else { Recognised::No },
        }
    });
    let mut table = Table { header_row: header.number, columns: columns.collect() };
    if mapping.is_none() {
        by_name(&mut table.columns);
        by_content(&mut table.columns, rows);
    }
    table
}

/// Gives each field to the column whose name is surest of it.
fn by_name(columns: &mut [Column]) {
    let mut found: Vec<(Field, usize, usize)> = columns
        .iter()
        .enumerate()
        .filter_map(|(place, column)| names::field(&names::plain(&column.header)).map(|(field, rank)| (field, rank, place)))
        .collect();
    found.sort_unstable();
    found.dedup_by_key(|(field, ..)| *field);
    for (field, _, place) in found {
        columns[place].field = Some(field);
        columns[place].by = Recognised::Name;
    }
}

/// Proposes a field for a column that alone looks like it, where no name gives that field.
fn by_content(columns: &mut [Column], rows: &[Row]) {
    type LooksLike = fn(&str) -> bool;
    let proposals: [(Field, LooksLike); 5] = [
        (Field::Siret, |text| compact(text).parse::<Siret>().is_ok()),
        (Field::Siren, |text| compact(text).parse::<Siren>().is_ok()),
        (Field::Email, |text| text.split_once('@').is_some_and(|(_, host)| host.contains('.') && !text.contains(' '))),
        (Field::IssuedOn, |text| date::written(text, DateOrder::DayFirst).is_ok()),
        (Field::Amount, |text| text.contains([',', '.']) && amount::written(text, None).is_ok()),
    ];
    for (field, looks_like) in proposals {
        if columns.iter().any(|column| column.field == Some(field)) {
            continue;
        }
        let alike = |place: usize| {
            let mut values = values(rows, place).peekable();
            values.peek().is_some() && values.all(looks_like)
        };
        let mut places = (0..columns.len()).filter(|place| columns[*place].field.is_none() && alike(*place));
        if let (Some(place), None) = (places.next(), places.next()) {
            columns[place].field = Some(field);
            columns[place].by = Recognised::Content;
        }
    }
}

/// What stands in a column, empty cells left out.
fn values(rows: &[Row], place: usize) -> impl Iterator<Item = &str> {
    rows.iter().filter_map(move |row| row.cells().get(place)).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty())
}
