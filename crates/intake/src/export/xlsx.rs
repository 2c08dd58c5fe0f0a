//! The ledger as a workbook (ECMA-376): one sheet, texts within the cells, amounts and days as numbers with a format.
//!
//! Written here: one sheet of values takes these lines; the known writer brings charts, images and floats.

use std::fmt::Write;

use dument_documents::Zip;
use dument_law::Day;

use super::rows::{self, Value};
use crate::{Invoice, Payment};

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Factures" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const WORKBOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// The styles of cells: 0 plain, 1 a day, 2 an amount, 3 a header.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;

/// The day that spreadsheets count from.
const EPOCH: (i32, u32, u32) = (1899, 12, 30);

pub(super) fn workbook(invoices: &[Invoice], payments: &[Payment], dated: Day) -> Vec<u8> {
    let mut zip = Zip::of_day(dated);
    for (name, part) in [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet(invoices, payments)),
    ] {
        zip.add(name, part.as_bytes());
    }
    zip.finish()
}

fn sheet(invoices: &[Invoice], payments: &[Payment]) -> String {
    let mut sheet = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="31" width="18" customWidth="1"/></cols><sheetData>"#,
    );
    let mut number = 1;
    let headers = rows::HEADERS.map(Value::from);
    row(&mut sheet, number, &headers, true);
    rows::each(invoices, payments, |values| {
        number += 1;
        row(&mut sheet, number, values, false);
    });
    sheet.push_str("</sheetData></worksheet>");
    sheet
}

fn row(sheet: &mut String, number: usize, values: &[Value], header: bool) {
    let _ = write!(sheet, r#"<row r="{number}">"#);
    for (column, value) in values.iter().enumerate() {
        let place = place(column, number);
        let _ = match value {
            Value::Nothing => Ok(()),
            Value::Amount(amount) => write!(sheet, r#"<c r="{place}" s="2"><v>{amount}</v></c>"#),
            Value::Day(day) => write!(sheet, r#"<c r="{place}" s="1"><v>{}</v></c>"#, serial(*day)),
            Value::Text(text) => {
                let style = if header { r#" s="3""# } else { "" };
                let text = escaped(text);
                write!(sheet, r#"<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
            }
        };
    }
    sheet.push_str("</row>");
}

/// `A1`, `AE12`: there are fewer columns than two letters name.
fn place(column: usize, row: usize) -> String {
    const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[column % LETTERS.len()]);
    match column / LETTERS.len() {
        0 => format!("{last}{row}"),
        more => format!("{}{last}{row}", char::from(LETTERS[(more - 1) % LETTERS.len()])),
    }
}

fn serial(day: Day) -> i64 {
    let (year, month, of_month) = EPOCH;
    Day::new(year, month, of_month).map_or(0, |epoch| day.days_since(epoch))
}

/// A text of XML, without the characters that no XML may hold.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\n' | '\t' => escaped.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days_and_columns_as_spreadsheets_do() {
        assert_eq!(serial("2026-11-22".parse().unwrap()), 46_348);
        assert_eq!(
            (place(0, 1), place(25, 2), place(26, 3), place(30, 4)),
            ("A1".into(), "Z2".into(), "AA3".into(), "AE4".into())
        );
        assert_eq!(escaped("a & <b>\u{1}\n"), "a &amp; &lt;b&gt;\n");
    }
}
