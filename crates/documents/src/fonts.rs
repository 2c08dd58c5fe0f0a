//! The two embedded fonts and their measures: which glyph shows a character, and how wide it is.

use dument_letters::Document;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId};

use crate::characters;

/// A length in thousandths of a point: whole numbers, so that the same text breaks the same way everywhere.
pub(crate) type Length = i32;

/// Units to the em of both fonts.
const EM: Length = 1000;

/// A weight of the document's typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Semibold,
}

impl Face {
    /// The font file.
    pub(crate) fn data(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../fonts/dument-serif-regular.ttf"),
            Self::Semibold => include_bytes!("../fonts/dument-serif-semibold.ttf"),
        }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: Length,
    /// From one baseline to the next.
    pub(crate) leading: Length,
}

/// A glyph and its advance, in thousandths of the em.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: GlyphId,
    pub(crate) advance: Length,
}

/// The measures of both faces.
pub(crate) struct Fonts {
    regular: FontRef<'static>,
    semibold: FontRef<'static>,
}

impl Fonts {
    /// Reads the two embedded fonts; `None` can only mean that the build embedded something else.
    pub(crate) fn new() -> Option<Self> {
        let read = |face: Face| FontRef::new(face.data()).ok();
        Some(Self { regular: read(Face::Regular)?, semibold: read(Face::Semibold)? })
    }

    fn font(&self, face: Face) -> &FontRef<'static> {
        match face {
            Face::Regular => &self.regular,
            Face::Semibold => &self.semibold,
        }
    }

    /// The glyph that shows a character in a face.
    pub(crate) fn glyph(&self, face: Face, character: char) -> Option<Glyph> {
        let font = self.font(face);
        let id = font.cmap().ok()?.map_codepoint(character).filter(|id| id.to_u32() != 0)?;
        let advance = font.hmtx().ok()?.advance(id)?;
        Some(Glyph { id, advance: advance.into() })
    }

    /// How wide a text is in a style.
    pub(crate) fn width(&self, style: Style, text: &str) -> Length {
        let units: Length = text.chars().filter_map(|c| self.glyph(style.face, c)).map(|glyph| glyph.advance).sum();
        units.saturating_mul(style.size / 100) / (EM / 100)
    }

    /// The text with every character that the fonts lack named in its place, such as `[U+4E00]`: never an empty box.
    fn printable(&self, text: &str, missing: &mut Vec<char>) -> String {
        let mut printable = String::with_capacity(text.len());
        for character in text.chars() {
            if character == '\n' || self.glyph(Face::Regular, character).is_some() {
                printable.push(character);
            } else {
                if !missing.contains(&character) {
                    missing.push(character);
                }
                printable.push_str(&format!("[U+{:04X}]", u32::from(character)));
            }
        }
        printable
    }

    /// The document as it can be set, and the characters that had to be named instead of shown.
    pub(crate) fn prepare(&self, document: &Document) -> (Document, Vec<char>) {
        let mut missing = Vec::new();
        let prepared = characters::prepare(document, |text| self.printable(&text, &mut missing));
        (prepared, missing)
    }
}

/// The characters of a document that its PDF names, as in `[U+4E00]`, because the embedded fonts can't show them, in
/// order of appearance. They hold the Latin, Greek and Cyrillic alphabets.
#[must_use]
pub fn missing_characters(document: &Document) -> Vec<char> {
    Fonts::new().map_or_else(Vec::new, |fonts| fonts.prepare(document).1)
}
