//! Room for words that someone must write by hand.

use crate::fonts::Length;
use crate::layout::blocks::{PARAGRAPH_GAP, Setter};
use crate::layout::flow::{Strip, keep_together};
use crate::layout::page::{BODY, Ink, LEFT, MEASURE, Rule, tenth_mm};
use crate::layout::structure::Role;

/// From one ruled line to the next, whatever the size of the text: a hand needs its room.
const LINE: Length = tenth_mm(90);

impl Setter<'_> {
    /// The instruction, then ruled lines with nothing on them: what is to be written is never printed there.
    pub(super) fn handwritten(&mut self, instruction: &str, lines: u8) {
        let part = self.structure.root(Role::Paragraph);
        let mut strips = self.lines(part, BODY, instruction, LEFT, MEASURE);
        let rule = Rule { x: LEFT, y: LINE, width: MEASURE, thickness: 350, ink: Ink::Grey };
        strips.extend((0..lines).map(|_| Strip { height: LINE, rules: vec![rule.clone()], ..Strip::default() }));
        keep_together(&mut strips);
        self.push(strips, PARAGRAPH_GAP);
    }
}
