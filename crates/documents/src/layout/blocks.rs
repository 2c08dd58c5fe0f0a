//! From the blocks of a letter to strips: where a French business letter has each of its parts.

use dument_letters::document::{Column, Item, Language, TableRow};
use dument_letters::{Block, Document};

use crate::fonts::{Fonts, Length, Style};
use crate::layout::Layout;
use crate::layout::flow::{Repeated, Strip, avoid_widows, keep_together, keep_with_next, paginate};
use crate::layout::lines::break_lines;
use crate::layout::page::{
    BODY, FOLD_MARK, FOLDS, FOOTER, HEADING_1, HEADING_2, Ink, LEFT, MEASURE, Page, Rule, SMALL, STRONG, SUBJECT, TOP, Text,
};
use crate::layout::structure::{Role, Structure};
use crate::layout::table::{self, baseline};
use crate::words::Words;

/// Between two paragraphs.
pub(super) const PARAGRAPH_GAP: Length = 6_500;
/// Between two parts of a letter.
pub(super) const PART_GAP: Length = 11_500;
/// Between a label and its value.
pub(super) const LABEL_GAP: Length = 14_000;

/// The document being set.
pub(crate) struct Setter<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) words: Words,
    /// Size of the flow's text and gaps, in percent.
    pub(super) percent: Length,
    pub(super) structure: Structure,
    pub(super) letterhead: Page,
    /// Whether the window shows an address.
    pub(super) addressed: bool,
    /// Down to where the letterhead reaches on the first page.
    pub(super) reached: Length,
    pub(super) strips: Vec<Strip>,
    pub(super) repeated: Repeated,
    new_page: bool,
    /// Where in the flow the last signature begins.
    pub(super) signature: Option<usize>,
    /// The levels of the last heading and of those above it, the subject's 0 first: shown levels are never skipped.
    levels: Vec<u8>,
}

impl<'a> Setter<'a> {
    pub(crate) fn new(fonts: &'a Fonts, language: Language, percent: Length) -> Self {
        Self {
            fonts,
            words: Words::of(language),
            percent,
            structure: Structure::default(),
            letterhead: Page::default(),
            addressed: false,
            reached: TOP,
            strips: Vec::new(),
            repeated: Repeated::default(),
            new_page: false,
            signature: None,
            levels: Vec::new(),
        }
    }

    /// Sets every block, fills the pages and numbers them.
    pub(crate) fn set(mut self, document: &Document) -> Layout {
        for block in &document.blocks {
            self.block(block);
        }
        let mut pages = paginate(self.letterhead, self.reached, &self.strips, &self.repeated);
        if self.addressed {
            fold_marks(&mut pages[0]);
        }
        number(self.fonts, &mut pages, document);
        Layout { pages, structure: self.structure }
    }

    fn block(&mut self, block: &Block) {
        if !matches!(block, Block::Enclosures { .. }) {
            self.signature = None;
        }
        match block {
            Block::Sender { lines } => self.sender(lines),
            Block::Recipient { lines } => self.recipient(lines),
            Block::PlaceAndDate { text } => self.place_and_date(text),
            Block::Delivery { text } => self.delivery(text),
            // A heading without a title is none (PDF/UA).
            Block::Subject { text } | Block::Heading { text, .. } if text.trim().is_empty() => {}
            Block::Subject { text } => self.subject(text),
            Block::References { items } => self.references(items),
            Block::Heading { text, level } => self.heading(text, *level),
            Block::Paragraph { text, .. } => {
                let part = self.structure.root(Role::Paragraph);
                let mut strips = self.lines(part, BODY, text, LEFT, MEASURE);
                avoid_widows(&mut strips);
                self.push(strips, PARAGRAPH_GAP);
            }
            Block::Table { columns, .. } if columns.is_empty() => {}
            Block::Table { caption, columns, rows } => self.table(caption, columns, rows),
            Block::Bars { caption, items, lengths } => self.bars(caption, items, lengths),
            Block::Facts { title, items } => {
                // The paragraph before introduces them.
                self.keep_last();
                self.facts(title, items);
            }
            Block::Signature { lines } => self.signature(lines),
            Block::Signatures { parties } => self.signatures(parties),
            Block::Handwritten { instruction, lines } => self.handwritten(instruction, *lines),
            Block::PaymentCode { payload, caption } => self.payment_code(payload, caption),
            Block::Enclosures { items } => self.enclosures(items),
            Block::PageBreak => self.new_page = !self.strips.is_empty(),
        }
    }

    /// The strips of a text broken to a measure.
    pub(super) fn lines(&self, part: usize, style: Style, text: &str, x: Length, measure: Length) -> Vec<Strip> {
        let style = style.at(self.percent);
        break_lines(self.fonts, style, text, measure)
            .into_iter()
            .map(|line| Text { x, y: baseline(style), style, content: line.text, part: Some(part) })
            .map(|text| Strip { height: style.leading, texts: vec![text], ..Strip::default() })
            .collect()
    }

    /// Keeps what is last in the flow on the page of what comes next.
    pub(super) fn keep_last(&mut self) {
        if let Some(last) = self.strips.last_mut().filter(|_| !self.new_page) {
            last.keep_with_next = true;
        }
    }

    /// How wide a text of the flow is.
    pub(super) fn width(&self, style: Style, text: &str) -> Length {
        self.fonts.width(style.at(self.percent), text)
    }

    /// A gap of the flow: gaps give way twice as fast as text.
    pub(super) fn gap(&self, full: Length) -> Length {
        full * (2 * self.percent - 100) / 100
    }

    /// Adds the strips of a block to the flow.
    pub(super) fn push(&mut self, mut strips: Vec<Strip>, before: Length) {
        if let Some(first) = strips.first_mut() {
            first.before = if self.strips.is_empty() { 0 } else { self.gap(before) };
            first.new_page = std::mem::take(&mut self.new_page);
        }
        self.strips.append(&mut strips);
    }

    fn subject(&mut self, text: &str) {
        let part = self.titled(text, 0);
        let mut strips = self.lines(part, SUBJECT, &format!("{}{text}", self.words.subject), LEFT, MEASURE);
        keep_with_next(&mut strips);
        self.push(strips, PART_GAP + PARAGRAPH_GAP);
    }

    fn heading(&mut self, text: &str, level: u8) {
        let style = if level <= 1 { HEADING_1 } else { HEADING_2 };
        let part = self.titled(text, level.max(1));
        let mut strips = self.lines(part, style, text, LEFT, MEASURE);
        keep_with_next(&mut strips);
        self.push(strips, PART_GAP);
    }

    /// Adds a heading to the structure.
    fn titled(&mut self, text: &str, level: u8) -> usize {
        self.levels.retain(|&above| above < level);
        self.levels.push(level);
        let shown = u16::try_from(self.levels.len()).unwrap_or(u16::MAX);
        self.structure.root(Role::Heading(shown, text.to_owned()))
    }

    fn references(&mut self, items: &[Item]) {
        let mut strips = self.labelled(items);
        keep_together(&mut strips);
        self.push(strips, PARAGRAPH_GAP / 2);
    }

    fn facts(&mut self, title: &str, items: &[Item]) {
        if !title.is_empty() {
            let part = self.structure.root(Role::Paragraph);
            let mut strips = self.lines(part, STRONG, title, LEFT, MEASURE);
            keep_with_next(&mut strips);
            self.push(strips, PART_GAP);
        }
        let mut strips = self.labelled(items);
        keep_together(&mut strips);
        let before = if title.is_empty() { PARAGRAPH_GAP } else { PARAGRAPH_GAP / 3 };
        self.push(strips, before);
    }

    /// Labels in a column, values in the next.
    fn labelled(&mut self, items: &[Item]) -> Vec<Strip> {
        let list = self.structure.root(Role::List);
        let height = BODY.at(self.percent).leading;
        let widest = items.iter().map(|item| self.width(BODY, &item.label)).max().unwrap_or(0);
        let column = widest.min(MEASURE * 2 / 5);
        let value_x = LEFT + column + LABEL_GAP;
        let mut strips = Vec::new();
        for item in items {
            let entry = self.structure.child(list, Role::ListItem);
            let label = self.structure.child(entry, Role::Label);
            let value = self.structure.child(entry, Role::ListBody);
            let mut labels = self.lines(label, BODY, &item.label, LEFT, column);
            let values = self.lines(value, BODY, &item.value, value_x, MEASURE - column - LABEL_GAP);
            labels.resize_with(labels.len().max(values.len()), || Strip { height, ..Strip::default() });
            for (strip, value) in labels.iter_mut().zip(values) {
                strip.texts.extend(value.texts);
            }
            strips.append(&mut labels);
        }
        strips
    }

    fn table(&mut self, caption: &str, columns: &[Column], rows: &[TableRow]) {
        let table = self.structure.root(Role::Table);
        if !caption.is_empty() {
            let part = self.structure.child(table, Role::Caption);
            let mut strips = self.lines(part, STRONG, caption, LEFT, MEASURE);
            keep_with_next(&mut strips);
            self.push(strips, PART_GAP);
        }
        let laid_out = table::lay_out(self, table, columns, rows);
        let repeated = if let [header] = &laid_out.header[..] { Some(self.repeated.header(header)) } else { None };
        let before = if caption.is_empty() { PART_GAP } else { PARAGRAPH_GAP / 3 };
        self.push(laid_out.header, before);
        let mut rows: Vec<Strip> = laid_out.rows.into_iter().map(|row| Strip { header: repeated, ..row }).collect();
        if let Some(last) = rows.last_mut() {
            last.height += self.gap(PARAGRAPH_GAP / 2);
        }
        self.push(rows, 0);
    }
}

fn fold_marks(page: &mut Page) {
    let (x, width) = FOLD_MARK;
    page.rules.extend(FOLDS.map(|y| Rule { x, y, width, thickness: 350, ink: Ink::Grey }));
}

/// « 1/2 » at the foot of every page where there are several, and what it is from the second page on.
fn number(fonts: &Fonts, pages: &mut [Page], document: &Document) {
    let count = pages.len();
    if count < 2 {
        return;
    }
    for (i, page) in pages.iter_mut().enumerate() {
        let number = format!("{}/{count}", i + 1);
        let x = LEFT + MEASURE - fonts.width(SMALL, &number);
        page.texts.push(Text { x, y: FOOTER, style: SMALL, content: number, part: None });
        let running = break_lines(fonts, SMALL, &document.title, MEASURE * 9 / 10);
        if let (true, Some(line)) = (i > 0, running.into_iter().next()) {
            page.texts.push(Text { x: LEFT, y: FOOTER, style: SMALL, content: line.text, part: None });
        }
    }
}
