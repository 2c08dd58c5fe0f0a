//! Tables as CSV for a French spreadsheet: semicolons, decimal commas, and the mark by which it knows UTF-8 (RFC 4180).
//!
//! Written here: what a spreadsheet must be kept from running needs these lines anyway, and quoting adds three.

use dument_letters::document::{Align, Column, TableRow};
use dument_letters::{Block, Document};

use crate::characters;

/// A CSV file being written.
pub struct Csv {
    text: String,
}

impl Csv {
    /// A file without rows yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "what it begins with is not nothing")]
    pub fn new() -> Self {
        Self { text: "\u{feff}".to_owned() }
    }

    /// Adds a row. A cell that a spreadsheet would run as a formula is marked as a text by an apostrophe; numbers stay numbers.
    pub fn row(&mut self, cells: &[&str]) {
        for (place, cell) in cells.iter().enumerate() {
            self.cell(place, cell);
        }
        self.end_row();
    }

    fn cell(&mut self, place: usize, cell: &str) {
        if place > 0 {
            self.text.push(';');
        }
        self.text.push_str(&quoted(&inert(cell)));
    }

    fn end_row(&mut self) {
        self.text.push_str("\r\n");
    }

    /// The whole file.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// The tables of a document, such as the statement. Where there are several, each stands under its caption.
///
/// A column of amounts or rates alone becomes one of plain numbers, with its unit in the header: `10000,00` under
/// « Montant (€) ».
#[must_use]
pub fn csv(document: &Document) -> Vec<u8> {
    let mut csv = Csv::new();
    let table = |block: &Block| matches!(block, Block::Table { .. });
    let several = document.blocks.iter().filter(|block| table(block)).count() > 1;
    let mut first = true;
    for block in &document.blocks {
        let Block::Table { caption, columns, rows } = block else { continue };
        if several {
            if !std::mem::take(&mut first) {
                csv.row(&[]);
            }
            csv.row(&[caption]);
        }
        add_table(&mut csv, columns, rows);
    }
    csv.finish()
}

fn add_table(csv: &mut Csv, columns: &[Column], rows: &[TableRow]) {
    let mut units = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let unit = unit(column, place, rows);
        let suffix = unit.map(|unit| format!(" ({unit})")).unwrap_or_default();
        csv.cell(place, &format!("{}{suffix}", column.title));
        units.push(unit);
    }
    csv.end_row();
    for row in rows {
        for (place, unit) in units.iter().enumerate() {
            let cell = cell(row, place);
            match number(cell) {
                Some((number, found)) if found == *unit => csv.cell(place, &number),
                _ => csv.cell(place, cell),
            }
        }
        csv.end_row();
    }
}

fn cell(row: &TableRow, place: usize) -> &str {
    row.cells.get(place).map_or("", String::as_str)
}

/// The one unit of a column of figures, if every cell that isn't empty is a number of it.
fn unit(column: &Column, place: usize, rows: &[TableRow]) -> Option<char> {
    if column.align == Align::Start {
        return None;
    }
    let mut filled = rows.iter().map(|row| cell(row, place)).filter(|cell| !cell.is_empty());
    let unit = number(filled.next()?)?.1?;
    filled.all(|cell| number(cell).is_some_and(|(_, found)| found == Some(unit))).then_some(unit)
}

/// A number as a letter prints it, `−1 850,00 €`: as a spreadsheet reads it, `-1850,00`, and its unit.
fn number(printed: &str) -> Option<(String, Option<char>)> {
    let unit = printed.chars().last().filter(|last| matches!(last, '€' | '%'));
    let bare: String = printed.trim_end_matches(['€', '%']).chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.replace('−', "-");
    is_number(&bare).then_some((bare, unit))
}

/// `1850`, `-12,5`: a sign, digits, one comma.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    unsigned.split_once(',').map_or_else(|| digits(unsigned), |(whole, decimals)| digits(whole) && digits(decimals))
}

/// A text that no spreadsheet takes for a formula, in the characters of either width.
fn inert(text: &str) -> String {
    let text: String = text.chars().filter_map(characters::visible).collect();
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula && !is_number(&text) { format!("'{text}") } else { text }
}

/// A cell between quotation marks where it needs them.
fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, written: &str) {
        let mut csv = Csv::new();
        csv.row(&[cell, "fin"]);
        assert_eq!(String::from_utf8(csv.finish()).unwrap(), format!("\u{feff}{written};fin\r\n"));
    }

    #[test]
    fn plain_cells_stay() {
        for cell in ["", "Intérêts", "10000,00", "-33,29", "0", "12/07/2026", "a, b", "l’été", "F-2026-014"] {
            check(cell, cell);
        }
    }

    #[test]
    fn separators_are_quoted() {
        check("B; \"bis\"", "\"B; \"\"bis\"\"\"");
        check("un\r\ndeux", "\"un\ndeux\"");
        check(" a ", "\" a \"");
    }

    #[test]
    fn formulas_are_texts() {
        check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
        check("+33 6 12", "'+33 6 12");
        check("-1+1", "'-1+1");
        check("-", "'-");
        check("-1,2,3", "'-1,2,3");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "' =1");
        check("\u{feff}\u{200b}=1", "'=1");
        check("\r\n=1", "\"'\n=1\"");
        check("＝1+1", "'＝1+1");
    }

    #[test]
    fn reads_the_numbers_of_a_letter() {
        assert_eq!(number("−1\u{202f}850,00\u{202f}€"), Some(("-1850,00".to_owned(), Some('€'))));
        assert_eq!(number("12,40\u{a0}%"), Some(("12,40".to_owned(), Some('%'))));
        assert_eq!(number("1\u{202f}850"), Some(("1850".to_owned(), None)));
        for text in ["", "€", "1,2,3\u{202f}€", "12\u{a0}jours", "--1"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
