//! Rows of a text with delimiters, found out by its first lines.

use std::io::Cursor;

use super::cell::Row;
use crate::limits;
use crate::refusal::{Refusal, RefusalCode};
use crate::text::Encoding;

/// A text being read row by row.
pub(super) struct CsvRows {
    reader: csv::Reader<Cursor<Vec<u8>>>,
    record: csv::StringRecord,
    total: usize,
    /// How many lines end before this byte.
    ended: u32,
    at: usize,
}

/// The marks that part cells.
const DELIMITERS: [u8; 4] = *b";\t,|";
/// How many lines are looked at.
const LOOKED_AT: usize = 40;

impl CsvRows {
    /// The rows of a file that is a table; `None` for bytes that are no text with delimiters.
    pub(super) fn of(bytes: Vec<u8>) -> Option<Self> {
        let encoding = Encoding::of(&bytes);
        let text = match encoding {
            Encoding::Utf8 if std::str::from_utf8(&bytes).is_ok() => bytes,
            _ => encoding.decode(&bytes).into_owned().into_bytes(),
        };
        // Texts have no zero bytes; binary files do.
        if memchr::memchr(0, &text).is_some() {
            return None;
        }
        let delimiter = delimiter(&text)?;
        let total = text.len();
        let reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(Cursor::new(text));
        Some(Self { reader, record: csv::StringRecord::new(), total, ended: 0, at: 0 })
    }

    pub(super) fn done(&self) -> (usize, usize) {
        (usize::try_from(self.reader.position().byte()).unwrap_or(self.total), self.total)
    }

    /// The line on which the next row starts, from 1. The reader's own count stops before the line feed of a CR LF and before empty
    /// lines.
    fn line(&mut self) -> u32 {
        let text = self.reader.get_ref().get_ref();
        let from = usize::try_from(self.reader.position().byte()).unwrap_or(text.len()).min(text.len());
        let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let start = from + text[from..].iter().take_while(is_end).count();
        for end in memchr::memchr2_iter(b'\r', b'\n', &text[self.at..start]).map(|end| self.at + end) {
            // Of a CR LF the second one counts.
            self.ended += u32::from(text[end] == b'\n' || text.get(end + 1) != Some(&b'\n'));
        }
        self.at = start;
        self.ended + 1
    }

    /// Reads the next row; false at the end.
    pub(super) fn next(&mut self, row: &mut Row) -> Result<bool, Refusal> {
        let line = self.line();
        match self.reader.read_record(&mut self.record) {
            Ok(false) => return Ok(false),
            Ok(true) => {}
            Err(_) => {
                return Err(Refusal::new(
                    RefusalCode::DamagedFile,
                    "Ce fichier contient des caractères illisibles. Exportez-le de nouveau, en CSV avec l’encodage UTF-8.",
                ));
            }
        }
        row.clear(line);
        if self.record.len() > limits::TABLE_COLUMNS || self.record.iter().any(|cell| cell.len() > limits::CELL_BYTES) {
            return Err(super::too_large());
        }
        for cell in &self.record {
            row.push().text.push_str(cell.strip_prefix('\u{feff}').unwrap_or(cell).trim());
        }
        Ok(true)
    }
}

/// The delimiter that gives the most lines the same number of cells, more than one.
fn delimiter(text: &[u8]) -> Option<u8> {
    let count = |delimiter: u8| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
        let mut record = csv::ByteRecord::new();
        let mut widths = Vec::new();
        while widths.len() < LOOKED_AT && reader.read_byte_record(&mut record).is_ok_and(|more| more) {
            widths.push(record.len());
        }
        widths.sort_unstable();
        let usual = widths.iter().copied().max_by_key(|width| (widths.iter().filter(|other| *other == width).count(), *width))?;
        let alike = widths.iter().filter(|width| **width == usual).count();
        (usual > 1).then_some((alike * usual, delimiter))
    };
    // Of two that do as well, the first of the list.
    DELIMITERS.into_iter().rev().filter_map(count).max_by_key(|(score, _)| *score).map(|(_, delimiter)| delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &[&[&str]]) {
        let mut rows = CsvRows::of(bytes.to_vec()).unwrap();
        let mut row = Row::default();
        let mut read: Vec<Vec<String>> = Vec::new();
        while rows.next(&mut row).unwrap() {
            read.push(row.cells().iter().map(|cell| cell.text.clone()).collect());
        }
        assert_eq!(read, expected);
    }

    #[test]
    fn rows_stand_on_the_lines_that_an_editor_shows() {
        for (text, expected) in [
            ("a;b\nc;d\ne;f\n", vec![1, 2, 3]),
            ("a;b\r\nc;d\r\ne;f", vec![1, 2, 3]),
            ("a;b\rc;d\re;f\r", vec![1, 2, 3]),
            ("a;b\r\n\r\n\r\nc;d\r\n", vec![1, 4]),
            ("\n\na;b\n\nc;d\n\n", vec![3, 5]),
            ("\u{feff}a;\"b\r\nc\"\r\nd;e\r\n", vec![1, 3]),
        ] {
            let mut rows = CsvRows::of(text.as_bytes().to_vec()).unwrap();
            let (mut row, mut lines) = (Row::default(), Vec::new());
            while rows.next(&mut row).unwrap() {
                lines.push(row.number);
            }
            assert_eq!(lines, expected, "{text:?}");
        }
    }

    #[test]
    fn finds_delimiter_and_encoding() {
        let rows: &[&[&str]] = &[&["Numéro", "Montant"], &["F-1", "1 850,00"]];
        check("Numéro;Montant\nF-1;1 850,00\n".as_bytes(), rows);
        check("\u{feff}Numéro\tMontant\r\nF-1\t1 850,00".as_bytes(), rows);
        check("Numéro,Montant\nF-1,\"1 850,00\"\n".as_bytes(), rows);
        check(b"Num\xe9ro;Montant\nF-1;1 850,00\n", rows);
        let wide: Vec<u8> = "\u{feff}Numéro;Montant\nF-1;1 850,00\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, rows);
        check(b"a;\"b\nc\";d\n1;2;3\n", &[&["a", "b\nc", "d"], &["1", "2", "3"]]);
        assert!(CsvRows::of(b"Bonjour".to_vec()).is_none());
        assert!(CsvRows::of(b"a;b\0c".to_vec()).is_none());
    }
}
