//! Rows of a sheet of a workbook: texts, numbers, days; of a formula the value that was saved.

use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::cell::{Kind, Row};
use super::workbook::{Workbook, attribute, damaged};
use crate::limits;
use crate::refusal::Refusal;

/// A sheet being read.
pub(super) struct SheetRows {
    reader: Reader<Cursor<Vec<u8>>>,
    buffer: Vec<u8>,
    total: usize,
    row: u32,
}

/// A cell being read.
#[derive(Default)]
struct Open {
    /// `s` shared, `inlineStr`, `str`, `b`, `e`, `d`, or a number.
    kind: String,
    style: usize,
    value: String,
}

impl SheetRows {
    pub(super) fn new(part: Vec<u8>) -> Self {
        let total = part.len();
        let mut reader = Reader::from_reader(Cursor::new(part));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), total, row: 0 }
    }

    pub(super) fn done(&self) -> (usize, usize) {
        (usize::try_from(self.reader.buffer_position()).unwrap_or(self.total), self.total)
    }

    /// Reads the next row that has cells; false at the end.
    pub(super) fn next(&mut self, workbook: &Workbook, row: &mut Row) -> Result<bool, Refusal> {
        let mut in_row = false;
        let mut cell: Option<Open> = None;
        // Within the value of a cell, or the text of one.
        let mut in_value = false;
        let mut column = 0;
        loop {
            self.buffer.clear();
            match self.reader.read_event_into(&mut self.buffer).map_err(|_| damaged())? {
                Event::Start(element) => match element.local_name().into_inner() {
                    "row" => {
                        let stated = attribute(&element, "r")?.and_then(|number| number.parse().ok());
                        self.row = stated.unwrap_or(self.row + 1);
                        row.clear(self.row);
                        (in_row, column) = (true, 0);
                    }
                    "c" if in_row => {
                        let stated = attribute(&element, "r")?.and_then(|place| column_of(&place));
                        column = stated.unwrap_or(column);
                        if column >= limits::TABLE_COLUMNS {
                            return Err(super::too_large());
                        }
                        // Empty cells are left out of the file.
                        while row.cells().len() < column {
                            row.push();
                        }
                        column += 1;
                        let style = attribute(&element, "s")?.and_then(|style| style.parse().ok()).unwrap_or_default();
                        cell = Some(Open { kind: attribute(&element, "t")?.unwrap_or_default(), style, value: String::new() });
                    }
                    "v" | "t" => in_value = cell.is_some(),
                    _ => {}
                },
                Event::End(element) => match element.local_name().into_inner() {
                    "row" if in_row => return Ok(true),
                    "c" => {
                        if let Some(open) = cell.take() {
                            fill(workbook, &open, row);
                        }
                    }
                    "v" | "t" => in_value = false,
                    "sheetData" => return Ok(false),
                    _ => {}
                },
                Event::Text(text) if in_value => add(cell.as_mut(), &text.into_inner())?,
                Event::CData(text) if in_value => add(cell.as_mut(), &text.into_inner())?,
                Event::GeneralRef(reference) if in_value => {
                    let character = reference.resolve_char_ref().map_err(|_| damaged())?;
                    let character = character.or_else(|| crate::xml::predefined(&reference.into_inner())).ok_or_else(damaged)?;
                    add(cell.as_mut(), character.encode_utf8(&mut [0; 4]))?;
                }
                Event::DocType(_) => return Err(damaged()),
                Event::Eof => return Ok(false),
                _ => {}
            }
        }
    }
}

fn add(cell: Option<&mut Open>, text: &str) -> Result<(), Refusal> {
    let Some(cell) = cell else { return Ok(()) };
    if cell.value.len() + text.len() > limits::CELL_BYTES {
        return Err(super::too_large());
    }
    cell.value.push_str(text);
    Ok(())
}

/// Puts the value of a cell into the row; what is an error of a formula stays empty.
fn fill(workbook: &Workbook, open: &Open, row: &mut Row) {
    let cell = row.push();
    let value = open.value.trim();
    match open.kind.as_str() {
        "s" => {
            let shared = value.parse::<usize>().ok().and_then(|index| workbook.shared.get(index));
            cell.text.push_str(shared.map_or("", |text| text.trim()));
        }
        "inlineStr" | "str" => cell.text.push_str(value),
        "d" => {
            cell.kind = Kind::Day;
            cell.text.push_str(value.get(..10).unwrap_or(value));
        }
        "b" | "e" => {}
        _ if value.is_empty() => {}
        _ => {
            if let Some(day) = workbook.day(open.style, value) {
                cell.kind = Kind::Day;
                cell.text.push_str(&day.to_string());
            } else {
                cell.kind = Kind::Number;
                cell.text.push_str(&plain_number(value));
            }
        }
    }
}

/// A number as written by a spreadsheet, `1.5E3` or `119.99999999999999`, as digits and a point. What binary numbers add
/// far behind the point is taken away.
fn plain_number(value: &str) -> String {
    use rust_decimal::Decimal;
    /// Spreadsheets count with fifteen digits: what stands behind the eighth decimal is no one's amount.
    const DECIMALS: u32 = 8;
    let read = value.parse::<Decimal>().or_else(|_| Decimal::from_scientific(value));
    read.map_or_else(|_| value.to_owned(), |number| number.round_dp(DECIMALS).normalize().to_string())
}

/// The column of a place such as `AB12`, counted from 0.
fn column_of(place: &str) -> Option<usize> {
    let letters: Vec<u8> = place.bytes().take_while(u8::is_ascii_alphabetic).collect();
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let number = letters.iter().fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some(number - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_noise_of_binary_numbers_away() {
        for (value, plain) in [
            ("119.99999999999999", "120"),
            ("1.5E3", "1500"),
            ("1850.1", "1850.1"),
            ("-0.30000000000000004", "-0.3"),
            ("1E-3", "0.001"),
            ("x", "x"),
        ] {
            assert_eq!(plain_number(value), plain, "{value}");
        }
    }

    #[test]
    fn finds_columns() {
        for (place, column) in
            [("A1", Some(0)), ("Z9", Some(25)), ("AA10", Some(26)), ("XFD1", Some(16_383)), ("12", None), ("ABCD1", None)]
        {
            assert_eq!(column_of(place), column, "{place}");
        }
    }
}
