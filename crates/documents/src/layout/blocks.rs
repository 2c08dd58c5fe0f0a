//! From the blocks of a letter to strips: where a French business letter has each of its parts.

use dument_letters::document::{Column, Item, Language, TableRow};
use dument_letters::{Block, Document};

use crate::fonts::{Fonts, Length, Style};
use crate::layout::Layout;
use crate::layout::flow::{Strip, avoid_widows, paginate};
use crate::layout::lines::break_lines;
use crate::layout::page::{
    BELOW_WINDOW, BODY, FOLD_MARK, FOLDS, FOOTER, HEADING_1, HEADING_2, Ink, LEFT, MEASURE, NAME, Page, RECIPIENT_WIDTH,
    RIGHT_COLUMN, Rule, SENDER_WIDTH, SMALL, STRONG, SUBJECT, TOP, Text, WINDOW_BOTTOM, WINDOW_TOP, tenth_mm,
};
use crate::layout::structure::{Role, Structure};
use crate::layout::table::{self, baseline, lines_height};
use crate::words::Words;

/// A longer head is no head: it goes with the text.
const SENDER_LINES: usize = 16;
/// Between two paragraphs.
const PARAGRAPH_GAP: Length = 6_500;
/// Between two parts of a letter.
const PART_GAP: Length = 11_500;
/// Room for a signature by hand.
const SIGNATURE_ROOM: Length = tenth_mm(180);
/// More lines of enclosures than this stand below the signature.
const ENCLOSURES_BESIDE: usize = 9;
/// Between the manner of delivery and the date beside it.
const DELIVERY_GAP: Length = 6_000;
/// Between a label and its value.
const LABEL_GAP: Length = 14_000;

/// The document being set.
pub(crate) struct Setter<'a> {
    fonts: &'a Fonts,
    words: Words,
    /// Size of the flow's text and gaps, in percent.
    percent: Length,
    structure: Structure,
    letterhead: Page,
    /// Whether the window shows an address.
    addressed: bool,
    /// Down to where the letterhead reaches on the first page.
    reached: Length,
    strips: Vec<Strip>,
    headers: Vec<Strip>,
    new_page: bool,
    /// Where in the flow the last signature begins.
    signature: Option<usize>,
    /// The level of the last heading: levels are never skipped.
    level: u16,
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
            headers: Vec::new(),
            new_page: false,
            signature: None,
            level: 0,
        }
    }

    /// Sets every block, fills the pages and numbers them.
    pub(crate) fn set(mut self, document: &Document) -> Layout {
        for block in &document.blocks {
            self.block(block);
        }
        let mut pages = paginate(self.letterhead, self.reached, &self.strips, &self.headers);
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
            Block::PlaceAndDate { text } => {
                let part = self.structure.root(Role::Paragraph);
                let width = LEFT + MEASURE - RIGHT_COLUMN;
                let strips = self.lines(part, BODY, text, RIGHT_COLUMN, width);
                self.push(strips, PART_GAP);
            }
            Block::Delivery { text } => self.delivery(text),
            Block::Subject { text } => self.subject(text),
            Block::References { items } => self.references(items),
            Block::Heading { text, level } => self.heading(text, *level),
            Block::Paragraph { text, .. } => {
                let part = self.structure.root(Role::Paragraph);
                let mut strips = self.lines(part, BODY, text, LEFT, MEASURE);
                avoid_widows(&mut strips);
                self.push(strips, PARAGRAPH_GAP);
            }
            Block::Table { caption, columns, rows } => self.table(caption, columns, rows),
            Block::Facts { title, items } => {
                // The paragraph before introduces them.
                self.keep_last();
                self.facts(title, items);
            }
            Block::Signature { lines } => self.signature(lines),
            Block::Enclosures { items } => self.enclosures(items),
            Block::PageBreak => self.new_page = !self.strips.is_empty(),
        }
    }

    /// The strips of a text broken to a measure.
    fn lines(&self, part: usize, style: Style, text: &str, x: Length, measure: Length) -> Vec<Strip> {
        let style = style.at(self.percent);
        break_lines(self.fonts, style, text, measure)
            .into_iter()
            .map(|line| Strip {
                height: style.leading,
                texts: vec![Text { x, y: baseline(style), style, text: line.text, part: Some(part) }],
                ..Strip::default()
            })
            .collect()
    }

    /// Keeps what is last in the flow on the page of what comes next.
    fn keep_last(&mut self) {
        if let Some(last) = self.strips.last_mut().filter(|_| !self.new_page) {
            last.keep_with_next = true;
        }
    }

    /// How wide a text of the flow is.
    fn width(&self, style: Style, text: &str) -> Length {
        self.fonts.width(style.at(self.percent), text)
    }

    /// A gap of the flow: gaps give way twice as fast as text.
    fn gap(&self, full: Length) -> Length {
        full * (2 * self.percent - 100) / 100
    }

    /// Adds the strips of a block to the flow.
    fn push(&mut self, mut strips: Vec<Strip>, before: Length) {
        if let Some(first) = strips.first_mut() {
            first.before = if self.strips.is_empty() { 0 } else { self.gap(before) };
            first.new_page = std::mem::take(&mut self.new_page);
        }
        self.strips.append(&mut strips);
    }

    /// At the top left, clear of the envelope's window.
    fn sender(&mut self, lines: &[String]) {
        let part = self.structure.root(Role::Paragraph);
        let head = self.address(lines, NAME, SMALL, SENDER_WIDTH);
        if self.strips.is_empty() && head.len() <= SENDER_LINES {
            let end = self.fixed(part, head, LEFT, TOP);
            self.reached = self.reached.max(end + PART_GAP);
        } else {
            self.address_in_flow(part, lines);
        }
    }

    /// In the middle of the envelope's window.
    fn recipient(&mut self, lines: &[String]) {
        let part = self.structure.root(Role::Paragraph);
        let address = self.address(lines, STRONG, BODY, RECIPIENT_WIDTH);
        let height = lines_height(BODY, address.len());
        if self.strips.is_empty() && !self.addressed && height <= WINDOW_BOTTOM - WINDOW_TOP {
            self.addressed = true;
            self.fixed(part, address, RIGHT_COLUMN, (WINDOW_TOP + WINDOW_BOTTOM - height) / 2);
            self.reached = self.reached.max(BELOW_WINDOW);
        } else {
            self.address_in_flow(part, lines);
        }
    }

    /// The lines of an address, each broken to a measure: the name in one style, the rest in another.
    fn address(&self, lines: &[String], name: Style, rest: Style, measure: Length) -> Vec<(Style, String)> {
        let style = |i| if i == 0 { name } else { rest };
        let broken = |(i, line): (usize, &String)| {
            break_lines(self.fonts, style(i), line, measure).into_iter().map(move |line| (style(i), spaced(line.text)))
        };
        lines.iter().enumerate().flat_map(broken).collect()
    }

    /// Texts at a fixed place of the first page; gives where they end.
    fn fixed(&mut self, part: usize, lines: Vec<(Style, String)>, x: Length, mut y: Length) -> Length {
        for (style, text) in lines {
            self.letterhead.texts.push(Text { x, y: y + baseline(style), style, text, part: Some(part) });
            y += style.leading;
        }
        y
    }

    /// An address that is not the letter's own, such as the second party's of an agreement, or that the window can't
    /// hold.
    fn address_in_flow(&mut self, part: usize, lines: &[String]) {
        let mut strips = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let mut lines = self.lines(part, if i == 0 { STRONG } else { BODY }, line, LEFT, MEASURE);
            lines
                .iter_mut()
                .flat_map(|strip| &mut strip.texts)
                .for_each(|text| text.text = spaced(std::mem::take(&mut text.text)));
            strips.append(&mut lines);
        }
        keep_together(&mut strips);
        self.push(strips, PARAGRAPH_GAP);
    }

    /// On the line of the date, at the left, where there is room.
    fn delivery(&mut self, text: &str) {
        let part = self.structure.root(Role::Paragraph);
        let strips = self.lines(part, BODY, text, LEFT, MEASURE);
        let beside = |strip: &Strip| strip.texts.len() == 1 && strip.texts[0].x == RIGHT_COLUMN;
        let narrow = self.width(BODY, text) + DELIVERY_GAP < RIGHT_COLUMN - LEFT;
        match (self.strips.as_mut_slice(), &strips[..]) {
            ([date], [line]) if narrow && beside(date) => date.texts.extend(line.texts.iter().cloned()),
            _ => self.push(strips, PARAGRAPH_GAP),
        }
    }

    fn subject(&mut self, text: &str) {
        self.level = 1;
        let part = self.structure.root(Role::Heading(1, text.to_owned()));
        let mut strips = self.lines(part, SUBJECT, &format!("{}{text}", self.words.subject), LEFT, MEASURE);
        keep_together(&mut strips);
        if let Some(last) = strips.last_mut() {
            last.keep_with_next = true;
        }
        self.push(strips, PART_GAP + PARAGRAPH_GAP);
    }

    fn heading(&mut self, text: &str, level: u8) {
        let style = if level <= 1 { HEADING_1 } else { HEADING_2 };
        self.level = (u16::from(level.max(1)) + 1).min(self.level + 1);
        let part = self.structure.root(Role::Heading(self.level, text.to_owned()));
        let mut strips = self.lines(part, style, text, LEFT, MEASURE);
        strips.iter_mut().for_each(|strip| strip.keep_with_next = true);
        self.push(strips, PART_GAP);
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
            strips.iter_mut().for_each(|strip| strip.keep_with_next = true);
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
            strips.iter_mut().for_each(|strip| strip.keep_with_next = true);
            self.push(strips, PART_GAP);
        }
        let laid_out = table::lay_out(self.fonts, self.percent, &mut self.structure, table, columns, rows);
        let repeated = if let [header] = &laid_out.header[..] {
            let mut header = header.clone();
            header.texts.iter_mut().for_each(|text| text.part = None);
            self.headers.push(header);
            Some(self.headers.len() - 1)
        } else {
            None
        };
        let before = if caption.is_empty() { PART_GAP } else { PARAGRAPH_GAP / 3 };
        self.push(laid_out.header, before);
        let rows = laid_out.rows.into_iter().map(|row| Strip { header: repeated, ..row }).collect();
        self.push(rows, 0);
    }

    /// Name and capacity under the room for a signature, never alone on a page.
    fn signature(&mut self, lines: &[String]) {
        let part = self.structure.root(Role::Paragraph);
        let mut strips = self.lines(part, BODY, &lines.join("\n"), RIGHT_COLUMN, LEFT + MEASURE - RIGHT_COLUMN);
        keep_together(&mut strips);
        self.keep_last();
        self.signature = Some(self.strips.len());
        self.push(strips, SIGNATURE_ROOM);
    }

    /// At the left of the signature just above, or below it where there are many.
    fn enclosures(&mut self, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let beside = self.signature;
        let measure = if beside.is_some() { RIGHT_COLUMN - LEFT - LABEL_GAP } else { MEASURE };
        let part = self.structure.root(Role::Paragraph);
        let title = if items.len() == 1 { self.words.enclosure } else { self.words.enclosures };
        let mut strips = self.lines(part, BODY, title, LEFT, measure);
        let list = self.structure.root(Role::List);
        let dash = self.width(BODY, "– ");
        for item in items {
            let entry = self.structure.child(list, Role::ListItem);
            let label = self.structure.child(entry, Role::Label);
            let body = self.structure.child(entry, Role::ListBody);
            let mut lines = self.lines(body, BODY, item, LEFT + dash, measure - dash);
            if let Some(first) = lines.first_mut() {
                let style = BODY.at(self.percent);
                first.texts.insert(0, Text { x: LEFT, y: baseline(style), style, text: "– ".to_owned(), part: Some(label) });
            }
            strips.append(&mut lines);
        }
        match beside {
            Some(signature) if strips.len() <= ENCLOSURES_BESIDE => self.put_beside(signature, &strips),
            _ => {
                avoid_widows(&mut strips);
                self.push(strips, PART_GAP);
            }
        }
    }

    /// Sets strips at the left of the signature, down to its last line, or lower where they are higher than its room.
    fn put_beside(&mut self, signature: usize, strips: &[Strip]) {
        let signature = &mut self.strips[signature..];
        let taken: Length = signature.iter().map(|strip| strip.before + strip.height).sum();
        let height: Length = strips.iter().map(|strip| strip.height).sum();
        let mut y = (taken - height).max(PART_GAP) - signature[0].before;
        for strip in strips {
            signature[0].texts.extend(strip.texts.iter().map(|text| Text { y: y + text.y, ..text.clone() }));
            y += strip.height;
        }
        let missing = y + signature[0].before - taken;
        if let Some(last) = signature.last_mut() {
            last.height += missing.max(0);
        }
    }
}

fn keep_together(strips: &mut [Strip]) {
    if let Some((_, all_but_last)) = strips.split_last_mut() {
        all_but_last.iter_mut().for_each(|strip| strip.keep_with_next = true);
    }
}

/// Addresses are read on as one sentence: their lines end with a space.
fn spaced(mut text: String) -> String {
    if !text.ends_with(' ') {
        text.push(' ');
    }
    text
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
        page.texts.push(Text { x, y: FOOTER, style: SMALL, text: number, part: None });
        let running = break_lines(fonts, SMALL, &document.title, MEASURE - LABEL_GAP - SENDER_WIDTH / 4);
        if let (true, Some(line)) = (i > 0, running.into_iter().next()) {
            page.texts.push(Text { x: LEFT, y: FOOTER, style: SMALL, text: line.text, part: None });
        }
    }
}
