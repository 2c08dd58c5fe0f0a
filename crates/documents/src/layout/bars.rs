//! Sums as bars: each with what it is before it and the sum behind it, as one figure.

use dument_letters::document::Item;

use crate::fonts::Length;
use crate::layout::blocks::{LABEL_GAP, PARAGRAPH_GAP, Setter};
use crate::layout::flow::Strip;
use crate::layout::page::{CELL, Drawing, LEFT, MEASURE, Square};
use crate::layout::structure::Role;

/// Between two bars.
const GAP: Length = 5_000;

impl Setter<'_> {
    /// The bars below each other. Who can't see them hears the caption, and each sum with its label.
    pub(super) fn bars(&mut self, caption: &str, items: &[Item], lengths: &[u32]) {
        if lengths.iter().all(|length| *length == 0) {
            return;
        }
        let heard: Vec<String> = items.iter().map(|item| format!("{}, {}", item.label, item.value)).collect();
        let figure = self.structure.root(Role::Figure(format!("{caption}. {}.", heard.join(". "))));
        let style = CELL.at(self.percent);
        let widest = |text: fn(&Item) -> &str| items.iter().map(|item| self.fonts.width(style, text(item))).max().unwrap_or(0);
        let labels = widest(|item| &item.label).min(MEASURE / 3);
        let values = widest(|item| &item.value).min(MEASURE / 3);
        let x = LEFT + labels + LABEL_GAP;
        let room = LEFT + MEASURE - x - LABEL_GAP - values;
        let mut strip = Strip::default();
        let mut squares = Vec::new();
        for (item, length) in items.iter().zip(lengths) {
            let width = room / 1000 * Length::try_from(*length).unwrap_or(1000).min(1000);
            let y = strip.height;
            if width > 0 {
                squares.push(Square { x, y: y + style.leading / 6, width, height: style.leading * 2 / 3 });
            }
            let label = self.lines(figure, CELL, &item.label, LEFT, labels);
            let value = self.lines(figure, CELL, &item.value, x + width + LABEL_GAP / 2, values);
            strip.height = strip.stack(y, &label).max(strip.stack(y, &value)) + GAP;
        }
        strip.drawings.push(Drawing { squares, part: figure });
        self.push(vec![strip], PARAGRAPH_GAP);
    }
}
