//! The text of the letter as WordprocessingML: every block a paragraph of its own style, the statement a table.

use std::fmt::Write as _;

use dument_letters::document::{Align, Column, Item, TableRow};
use dument_letters::{Block, Document};

use super::escape;
use crate::words::Words;

/// Twentieths of a point, the unit of the format.
type Twips = u32;

const fn mm(millimetres: Twips) -> Twips {
    millimetres * 14400 / 254
}

/// Between the margins.
const MEASURE: Twips = mm(160);
const TOP: Twips = mm(20);
/// Where the DL window's part that always shows begins and ends down the page, and where the letter may go on.
const WINDOW: (Twips, Twips) = (mm(45), mm(85));
const BELOW_WINDOW: Twips = mm(92);
/// Line heights of the styles `SenderName`, `Sender` and `Recipient`.
const SENDER_NAME_LINE: Twips = 320;
const SENDER_LINE: Twips = 240;
const RECIPIENT_LINE: Twips = 290;
/// Room for a signature by hand.
const SIGNATURE_ROOM: Twips = mm(20);
/// About how wide a character of a label and of a cell is, in the widest font that may stand in for the one asked for.
const LABEL_CHARACTER: Twips = 124;
const CELL_CHARACTER: Twips = 122;
/// Between two columns of a table.
const GAP: Twips = 170;

/// The main part of the package.
pub(super) fn document_part(document: &Document) -> String {
    let mut body = Body { xml: String::new(), words: Words::of(document.language), flow: Flow::default() };
    for (i, block) in document.blocks.iter().enumerate() {
        // A signature is never alone on its page, and facts follow the sentence that announces them.
        let kept = matches!(document.blocks.get(i + 1), Some(Block::Signature { .. } | Block::Facts { .. }));
        body.block(block, kept);
    }
    body.finish()
}

/// Where the letter is.
#[derive(Default)]
struct Flow {
    /// Height of the sender's lines, until the flow below the window begins.
    sender: Twips,
    has_recipient: bool,
    begun: bool,
    new_page: bool,
    after_table: bool,
}

/// A paragraph's properties beyond its style.
#[derive(Default)]
struct Properties {
    keep_next: bool,
    before: Option<Twips>,
    after: Option<Twips>,
    /// Labels stand in a column so wide, values after it.
    label: Option<Twips>,
    right: bool,
    /// The frame of the recipient, from the top of the page.
    frame: Option<Twips>,
}

struct Body {
    xml: String,
    words: Words,
    flow: Flow,
}

impl Body {
    fn block(&mut self, block: &Block, keep_next: bool) {
        match block {
            Block::Sender { lines } => self.sender(lines),
            Block::Recipient { lines } => self.recipient(lines),
            Block::PlaceAndDate { text } => self.text("Date", text, keep_next),
            Block::Delivery { text } => self.text("Delivery", text, keep_next),
            Block::Subject { text } => {
                let subject = format!("{}{text}", self.words.subject);
                self.text("Title", &subject, true);
            }
            Block::References { items } => self.labelled(items, keep_next),
            Block::Heading { text, level } => self.text(if *level <= 1 { "Heading1" } else { "Heading2" }, text, true),
            Block::Paragraph { text, .. } => self.text("Normal", text, keep_next),
            Block::Table { caption, columns, rows } => self.table(caption, columns, rows),
            Block::Facts { title, items } => {
                if !title.is_empty() {
                    self.text("FactsTitle", title, true);
                }
                self.labelled(items, keep_next);
            }
            Block::Signature { lines } => self.signature(lines),
            Block::Enclosures { items } => self.enclosures(items),
            Block::PageBreak => self.flow.new_page = self.flow.begun,
        }
    }

    fn text(&mut self, style: &str, text: &str, keep_next: bool) {
        self.paragraph(style, text, Properties { keep_next, ..Properties::default() });
    }

    /// A paragraph of the flow.
    fn paragraph(&mut self, style: &str, text: &str, mut properties: Properties) {
        if !self.flow.begun {
            self.flow.begun = true;
            if self.flow.has_recipient {
                properties.before = Some(BELOW_WINDOW.saturating_sub(TOP + self.flow.sender));
            } else if self.flow.sender > 0 {
                properties.before = Some(mm(8));
            }
        } else if std::mem::take(&mut self.flow.after_table) && properties.before.is_none() && style == "Normal" {
            properties.before = Some(200);
        }
        self.raw_paragraph(style, text, &properties);
    }

    fn raw_paragraph(&mut self, style: &str, text: &str, properties: &Properties) {
        let xml = &mut self.xml;
        xml.push_str("<w:p><w:pPr>");
        if style != "Normal" {
            put(xml, format_args!(r#"<w:pStyle w:val="{style}"/>"#));
        }
        // The schema wants these in this order.
        if properties.keep_next {
            xml.push_str("<w:keepNext/>");
        }
        if std::mem::take(&mut self.flow.new_page) {
            xml.push_str("<w:pageBreakBefore/>");
        }
        if let Some(y) = properties.frame {
            let (width, x) = (mm(85), mm(105));
            put(
                xml,
                format_args!(
                    r#"<w:framePr w:w="{width}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="{y}" w:anchorLock="1"/>"#
                ),
            );
        }
        if let Some(label) = properties.label {
            put(xml, format_args!(r#"<w:tabs><w:tab w:val="left" w:pos="{label}"/></w:tabs>"#));
        }
        if properties.before.is_some() || properties.after.is_some() {
            xml.push_str("<w:spacing");
            if let Some(before) = properties.before {
                put(xml, format_args!(r#" w:before="{before}""#));
            }
            if let Some(after) = properties.after {
                put(xml, format_args!(r#" w:after="{after}""#));
            }
            xml.push_str("/>");
        }
        if let Some(label) = properties.label {
            put(xml, format_args!(r#"<w:ind w:left="{label}" w:hanging="{label}"/>"#));
        }
        if properties.right {
            xml.push_str(r#"<w:jc w:val="right"/>"#);
        }
        xml.push_str("</w:pPr>");
        run(xml, text);
        xml.push_str("</w:p>");
    }

    fn sender(&mut self, lines: &[String]) {
        for (i, line) in lines.iter().enumerate() {
            let style = if i == 0 { "SenderName" } else { "Sender" };
            if self.flow.begun {
                self.paragraph(style, line, Properties::default());
            } else {
                self.flow.sender += if i == 0 { SENDER_NAME_LINE } else { SENDER_LINE };
                self.raw_paragraph(style, line, &Properties::default());
            }
        }
    }

    /// A frame in the middle of the envelope's window.
    fn recipient(&mut self, lines: &[String]) {
        let height = RECIPIENT_LINE * Twips::try_from(lines.len()).unwrap_or(Twips::MAX / RECIPIENT_LINE);
        let top = (WINDOW.0 + WINDOW.1).saturating_sub(height) / 2;
        let frame = (!self.flow.begun).then_some(top.max(WINDOW.0));
        for (i, line) in lines.iter().enumerate() {
            let style = if i == 0 { "RecipientName" } else { "Recipient" };
            let last = i + 1 == lines.len();
            let after = (self.flow.begun && last).then_some(140);
            let properties = Properties { frame, after, ..Properties::default() };
            if frame.is_some() {
                self.raw_paragraph(style, line, &properties);
            } else {
                self.paragraph(style, line, properties);
            }
        }
        self.flow.has_recipient |= frame.is_some();
    }

    fn labelled(&mut self, items: &[Item], keep_next: bool) {
        let widest = items.iter().map(|item| item.label.chars().count()).max().unwrap_or(0);
        let label =
            Some((Twips::try_from(widest).unwrap_or(Twips::MAX / LABEL_CHARACTER) * LABEL_CHARACTER + 240).min(MEASURE / 2));
        for (i, item) in items.iter().enumerate() {
            let last = i + 1 == items.len();
            let properties =
                Properties { keep_next: !last || keep_next, after: last.then_some(140), label, ..Properties::default() };
            self.paragraph("Facts", &format!("{}\t{}", item.label, item.value), properties);
        }
    }

    fn signature(&mut self, lines: &[String]) {
        for (i, line) in lines.iter().enumerate() {
            let before = (i == 0).then_some(SIGNATURE_ROOM);
            let properties = Properties { keep_next: i + 1 < lines.len(), before, ..Properties::default() };
            self.paragraph("Signature", line, properties);
        }
    }

    fn enclosures(&mut self, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let title = if items.len() == 1 { self.words.enclosure } else { self.words.enclosures };
        self.text("Enclosures", title, true);
        for item in items {
            self.text("ListBullet", item, false);
        }
    }

    fn table(&mut self, caption: &str, columns: &[Column], rows: &[TableRow]) {
        if !caption.is_empty() || self.flow.new_page {
            self.text("Caption", caption, true);
        }
        self.flow.begun = true;
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
        self.flow.after_table = true;
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

    fn finish(mut self) -> String {
        // A body ends with a paragraph, never with a table.
        if self.flow.after_table || !self.flow.begun {
            self.raw_paragraph("Footer", "", &Properties::default());
        }
        format!(
            concat!(
                r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
                "\n",
                r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
                r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{}"#,
                r#"<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>"#,
                r#"<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="567" w:footer="624" w:gutter="0"/>"#,
                r#"</w:sectPr></w:body></w:document>"#
            ),
            self.xml,
            TOP,
            mm(25),
            mm(25),
            mm(25)
        )
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

/// Adds a run: tabs and line breaks are elements of their own.
fn run(xml: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    xml.push_str("<w:r>");
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            xml.push_str("<w:br/>");
        }
        for (j, part) in line.split('\t').enumerate() {
            if j > 0 {
                xml.push_str("<w:tab/>");
            }
            if !part.is_empty() {
                put(xml, format_args!(r#"<w:t xml:space="preserve">{}</w:t>"#, escape(part)));
            }
        }
    }
    xml.push_str("</w:r>");
}

/// Writes into a string, which never fails.
fn put(xml: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = xml.write_fmt(text);
}
