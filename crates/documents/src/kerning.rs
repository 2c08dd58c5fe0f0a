//! What stands between two glyphs beside their advances.

use skrifa::GlyphId;
use skrifa::raw::tables::kern::Subtable0;

use crate::fonts::Length;

/// The pairs of a font as a table, a row for each glyph that is ever kerned: text asks for every pair of its letters,
/// several times over.
pub(crate) struct Kerning {
    /// The place of each glyph in the table, 0 for those that are never kerned.
    places: Vec<usize>,
    values: Vec<Length>,
    side: usize,
}

impl Kerning {
    pub(crate) fn new(pairs: &Subtable0<'_>) -> Self {
        let mut places: Vec<usize> = Vec::new();
        let mut side = 1;
        for pair in pairs.pairs() {
            for glyph in [pair.left(), pair.right()] {
                let glyph = usize::from(glyph.to_u16());
                if places.len() <= glyph {
                    places.resize(glyph + 1, 0);
                }
                if places[glyph] == 0 {
                    places[glyph] = side;
                    side += 1;
                }
            }
        }
        let mut values = vec![0; side * side];
        for pair in pairs.pairs() {
            let (left, right) = (usize::from(pair.left().to_u16()), usize::from(pair.right().to_u16()));
            values[places[left] * side + places[right]] = Length::from(pair.value());
        }
        Self { places, values, side }
    }

    /// In thousandths of the em.
    pub(crate) fn between(&self, left: GlyphId, right: GlyphId) -> Length {
        self.values[self.place(left) * self.side + self.place(right)]
    }

    fn place(&self, glyph: GlyphId) -> usize {
        usize::try_from(glyph.to_u32()).ok().and_then(|glyph| self.places.get(glyph)).copied().unwrap_or(0)
    }
}
