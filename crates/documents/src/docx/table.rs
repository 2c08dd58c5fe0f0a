//! A table as WordprocessingML: a header that comes back on every page, rows that are never cut, totals in bold.

use dument_letters::document::{Align, Column, TableRow};

use super::body::{At, Body, MEASURE};
use super::escape;
use super::paragraph::{Properties, Twips, put};

/// About how wide a character of a cell is, in the widest font that may stand in for the one asked for.
const CELL_CHARACTER: Twips = 122;
/// Between two columns of a table.
const GAP: Twips = 170;

impl Body {
    pub(super) fn table(&mut self, caption: &str, columns: &[Column], rows: &[TableRow]) {
        if columns.is_empty() {
            return;
        }
        if !caption.is_empty() || self.new_page || self.at != At::Text {
            self.text("Caption", caption, true);
        }
        let widths = column_widths(columns, rows);
        put(
            &mut self.xml,
            format_args!(
                concat!(
                    r#"<w:tbl><w:tblPr><w:tblStyle w:val="Statement"/><w:tblW w:w="{}" w:type="dxa"/>"#,
                    r#"<w:tblLayout w:type="fixed"/>"#,
                    r#"<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>"#,
                    r#"<w:tblCaption w:val="{}"/></w:tblPr><w:tblGrid>"#
                ),
                MEASURE,
                escape(caption)
            ),
        );
        for width in &widths {
            put(&mut self.xml, format_args!(r#"<w:gridCol w:w="{width}"/>"#));
        }
        self.xml.push_str("</w:tblGrid>");
        let header =
            TableRow { cells: columns.iter().map(|column| column.title.clone()).collect(), total: false, carried: Vec::new() };
        self.row("CellHeader", &header, columns, &widths, true);
        for (i, row) in rows.iter().enumerate() {
            let keep_next = rows.get(i + 1).is_some_and(|next| next.total);
            self.row(if row.total { "CellTotal" } else { "Cell" }, row, columns, &widths, keep_next);
        }
        self.xml.push_str("</w:tbl>");
        self.at = At::Table;
    }

    fn row(&mut self, style: &str, row: &TableRow, columns: &[Column], widths: &[Twips], keep_next: bool) {
        self.xml.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if style == "CellHeader" {
            self.xml.push_str("<w:tblHeader/>");
        }
        self.xml.push_str("</w:trPr>");
        let last = columns.len().saturating_sub(1);
        for (i, (column, width)) in columns.iter().zip(widths).enumerate() {
            put(&mut self.xml, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>"#));
            if style == "CellTotal" {
                self.xml.push_str(r#"<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>"#);
            }
            if i == last {
                self.xml.push_str(r#"<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>"#);
            }
            self.xml.push_str("</w:tcPr>");
            let properties = Properties { keep_next, right: column.align == Align::End, ..Properties::default() };
            self.raw_paragraph(style, row.cells.get(i).map_or("", String::as_str), &properties);
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }
}

/// Columns of figures as wide as their widest cell asks for, the rest shared among the columns of words.
fn column_widths(columns: &[Column], rows: &[TableRow]) -> Vec<Twips> {
    let mut widths = Vec::new();
    let (mut total, mut words) = (0, 0);
    for (i, column) in columns.iter().enumerate() {
        let mut widest = column.title.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
        for row in rows {
            widest = widest.max(row.cells.get(i).map_or(0, |cell| cell.chars().count()));
        }
        let need = (Twips::try_from(widest).unwrap_or(Twips::MAX).min(90) + 1) * CELL_CHARACTER + GAP;
        total += need;
        words += Twips::from(column.align == Align::Start);
        widths.push(need);
    }
    for (column, width) in columns.iter().zip(&mut widths) {
        if total > MEASURE || words == 0 {
            *width = *width * MEASURE / total.max(1);
        } else if column.align == Align::Start {
            *width += (MEASURE - total) / words;
        }
    }
    widths
}
