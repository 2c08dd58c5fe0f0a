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
        let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
        self.row("CellHeader", &titles, columns, &widths, true);
        for (i, row) in rows.iter().enumerate() {
            let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
            let keep_next = rows.get(i + 1).is_some_and(|next| next.total);
            self.row(if row.total { "CellTotal" } else { "Cell" }, &cells, columns, &widths, keep_next);
        }
        self.xml.push_str("</w:tbl>");
        self.at = At::Table;
    }

    fn row(&mut self, style: &str, cells: &[&str], columns: &[Column], widths: &[Twips], keep_next: bool) {
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
            self.raw_paragraph(style, cells.get(i).copied().unwrap_or_default(), &properties);
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }
}

/// Columns of figures as wide as their widest cell asks for, the rest shared among the columns of words.
fn column_widths(columns: &[Column], rows: &[TableRow]) -> Vec<Twips> {
    let needs: Vec<Twips> = columns
        .iter()
        .enumerate()
        .map(|(i, column)| {
            let cells = rows.iter().filter_map(|row| row.cells.get(i)).map(|cell| cell.chars().count());
            let title = column.title.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
            let widest = Twips::try_from(cells.max().unwrap_or(0).max(title)).unwrap_or(Twips::MAX);
            (widest.min(90) + 1) * CELL_CHARACTER + GAP
        })
        .collect();
    let total: Twips = needs.iter().sum();
    let words = columns.iter().filter(|column| column.align == Align::Start).count();
    if total > MEASURE || words == 0 {
        return needs.iter().map(|need| need * MEASURE / total.max(1)).collect();
    }
    let rest = (MEASURE - total) / Twips::try_from(words).unwrap_or(1);
    columns.iter().zip(&needs).map(|(column, need)| if column.align == Align::Start { need + rest } else { *need }).collect()
}
