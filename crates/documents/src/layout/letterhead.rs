//! The head of a letter: its sender, and its recipient in the window of the envelope.

use crate::fonts::{Length, Style};
use crate::layout::blocks::{PARAGRAPH_GAP, PART_GAP, Setter};
use crate::layout::flow::{Strip, keep_together};
use crate::layout::lines::break_lines;
use crate::layout::page::{
    BELOW_WINDOW, BODY, LEFT, MEASURE, NAME, RECIPIENT_WIDTH, RIGHT_COLUMN, SENDER_WIDTH, SMALL, STRONG, TOP, Text,
    WINDOW_BOTTOM, WINDOW_TOP,
};
use crate::layout::structure::Role;
use crate::layout::table::{baseline, lines_height};

/// A longer head is no head: it goes with the text.
const SENDER_LINES: usize = 16;
/// Between the manner of delivery and the date beside it.
const DELIVERY_GAP: Length = 6_000;

impl Setter<'_> {
    /// At the top left, clear of the envelope's window.
    pub(super) fn sender(&mut self, lines: &[String]) {
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
    pub(super) fn recipient(&mut self, lines: &[String]) {
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
        for (style, content) in lines {
            self.letterhead.texts.push(Text { x, y: y + baseline(style), style, content, part: Some(part) });
            y += style.leading;
        }
        y
    }

    /// An address that is not the letter's own, such as the second party's of an agreement, or that the window can't
    /// hold.
    fn address_in_flow(&mut self, part: usize, lines: &[String]) {
        let mut strips = Vec::new();
        for (i, line) in lines.iter().enumerate() {
            let line = spaced(line.clone());
            strips.append(&mut self.lines(part, if i == 0 { STRONG } else { BODY }, &line, LEFT, MEASURE));
        }
        keep_together(&mut strips);
        self.push(strips, PARAGRAPH_GAP);
    }

    /// In the column of the recipient.
    pub(super) fn place_and_date(&mut self, text: &str) {
        let part = self.structure.root(Role::Paragraph);
        let strips = self.lines(part, BODY, text, RIGHT_COLUMN, LEFT + MEASURE - RIGHT_COLUMN);
        self.push(strips, PART_GAP);
    }

    /// On the line of the date, at the left, where there is room.
    pub(super) fn delivery(&mut self, text: &str) {
        let part = self.structure.root(Role::Paragraph);
        let strips = self.lines(part, BODY, text, LEFT, MEASURE);
        let beside = |strip: &Strip| strip.texts.len() == 1 && strip.texts[0].x == RIGHT_COLUMN;
        let narrow = self.width(BODY, text) + DELIVERY_GAP < RIGHT_COLUMN - LEFT;
        match (self.strips.as_mut_slice(), &strips[..]) {
            ([date], [line]) if narrow && beside(date) => date.texts.extend(line.texts.iter().cloned()),
            _ => self.push(strips, PARAGRAPH_GAP),
        }
    }
}

/// Addresses are read on as one sentence: their lines end with a space.
fn spaced(mut text: String) -> String {
    if !text.ends_with(' ') {
        text.push(' ');
    }
    text
}
