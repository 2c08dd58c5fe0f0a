//! The end of a letter: who signs, and what is enclosed.

use crate::fonts::Length;
use crate::layout::blocks::{LABEL_GAP, PART_GAP, Setter};
use crate::layout::flow::{Strip, avoid_widows, keep_together};
use crate::layout::page::{BODY, LEFT, MEASURE, RIGHT_COLUMN, Text, tenth_mm};
use crate::layout::structure::Role;
use crate::layout::table::baseline;

/// Room for a signature by hand.
const SIGNATURE_ROOM: Length = tenth_mm(180);
/// More lines of enclosures than this stand below the signature.
const ENCLOSURES_BESIDE: usize = 9;

impl Setter<'_> {
    /// Name and capacity under the room for a signature, never alone on a page.
    pub(super) fn signature(&mut self, lines: &[String]) {
        let part = self.structure.root(Role::Paragraph);
        let mut strips = vec![Strip { height: self.gap(SIGNATURE_ROOM), ..Strip::default() }];
        strips.append(&mut self.lines(part, BODY, &lines.join("\n"), RIGHT_COLUMN, LEFT + MEASURE - RIGHT_COLUMN));
        keep_together(&mut strips);
        self.keep_last();
        self.signature = Some(self.strips.len());
        self.push(strips, 0);
    }

    /// At the left of the signature just above, or below it where there are many.
    pub(super) fn enclosures(&mut self, items: &[String]) {
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
                first.texts.insert(0, Text { x: LEFT, y: baseline(style), style, content: "– ".to_owned(), part: Some(label) });
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
        let taken: Length = signature.iter().map(|strip| strip.height).sum();
        let height: Length = strips.iter().map(|strip| strip.height).sum();
        let mut y = (taken - height).max(PART_GAP);
        for strip in strips {
            signature[0].texts.extend(strip.texts.iter().map(|text| Text { y: y + text.y, ..text.clone() }));
            y += strip.height;
        }
        if let Some(last) = signature.last_mut() {
            last.height += (y - taken).max(0);
        }
    }
}
