//! Both weights, as the PDF library embeds them.

use std::sync::OnceLock;

use krilla::Data;
use krilla::text::Font;
use subsetter::{GlyphRemapper, Tag};

use crate::fonts::{DATA, Face, Fonts};

/// The fonts of every document.
pub(super) struct Faces {
    regular: Font,
    semibold: Font,
}

impl Faces {
    /// Read the first time; `None` can only mean that the build embedded something else.
    pub(super) fn embedded() -> Option<&'static Self> {
        static EMBEDDED: OnceLock<Option<Faces>> = OnceLock::new();
        let read = || Some(Self { regular: Font::new(DATA.into(), 0)?, semibold: Font::new(instance(Face::Semibold)?, 0)? });
        EMBEDDED.get_or_init(read).as_ref()
    }

    pub(super) fn of(&self, face: Face) -> Font {
        match face {
            Face::Regular => self.regular.clone(),
            Face::Semibold => self.semibold.clone(),
        }
    }
}

/// A font of one weight with every glyph in its place: made once, because the library would make it anew, glyph by glyph,
/// for every document.
fn instance(face: Face) -> Option<Data> {
    let mut all = GlyphRemapper::new();
    for glyph in 1..Fonts::embedded()?.glyph_count() {
        all.remap(glyph);
    }
    let font = subsetter::subset_with_variations(DATA, 0, &[(Tag::new(b"wght"), face.weight())], &all).ok()?;
    Some(Data::from(font))
}
