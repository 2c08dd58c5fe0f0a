//! What is enclosed with a letter.

use crate::fonts::Length;
use crate::layout::blocks::{LABEL_GAP, PART_GAP, Setter};
use crate::layout::flow::{Strip, avoid_widows};
use crate::layout::page::{BODY, LEFT, MEASURE, RIGHT_COLUMN, Text};
use crate::layout::structure::Role;
use crate::layout::table::baseline;

/// More lines of enclosures than this stand below the signature.
const ENCLOSURES_BESIDE: usize = 9;

impl Setter<'_> {
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
        let end = signature[0].stack((taken - height).max(PART_GAP), strips);
        if let Some(last) = signature.last_mut() {
            last.height += (end - taken).max(0);
        }
    }
}
