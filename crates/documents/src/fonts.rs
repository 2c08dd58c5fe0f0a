//! The embedded font, its two weights and their measures: which glyph shows a character, and how wide it is.

use std::ops::Range;
use std::sync::OnceLock;

use dument_letters::Document;
use skrifa::instance::Size;
use skrifa::raw::TableProvider as _;
use skrifa::raw::tables::kern::SubtableKind;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::kerning::Kerning;
use crate::prepare;

/// A length in thousandths of a point: whole numbers, so that the same text breaks the same way everywhere.
pub(crate) type Length = i32;

/// Units to the em.
const EM: Length = 1000;

/// A weight of the document's typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Semibold,
}

/// The font file: both weights are instances of it.
pub(crate) const DATA: &[u8] = include_bytes!("../fonts/dument-serif.ttf");

impl Face {
    /// How bold, on the font's axis.
    pub(crate) fn weight(self) -> f32 {
        match self {
            Self::Regular => 400.0,
            Self::Semibold => 600.0,
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

impl Style {
    /// The same, larger or smaller.
    pub(crate) fn at(self, percent: Length) -> Self {
        Self { face: self.face, size: self.size * percent / 100, leading: self.leading * percent / 100 }
    }

    /// A length in thousandths of the em, at this size.
    pub(crate) fn scale(self, units: Length) -> Length {
        units.saturating_mul(self.size / 100) / (EM / 100)
    }
}

/// A glyph, the character it shows (as its place in the text) and its advance in thousandths of the em.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: GlyphId,
    pub(crate) shows: Range<usize>,
    pub(crate) advance: Length,
}

/// The glyph and the advance of every character of a face, at its code point.
struct Metrics(Vec<Option<(GlyphId, Length)>>);

impl Metrics {
    /// Reads the embedded font; `None` can only mean that the build embedded something else.
    fn new(font: &FontRef<'_>, face: Face) -> Option<Self> {
        let location = font.axes().location([("wght", face.weight())]);
        let advances = font.glyph_metrics(Size::unscaled(), &location);
        let mut characters = Vec::new();
        for (code, id) in font.charmap().mappings() {
            let code = usize::try_from(code).ok()?;
            characters.resize(characters.len().max(code + 1), None);
            characters[code] = Some((id, whole(advances.advance_width(id)?)));
        }
        Some(Self(characters))
    }

    fn character(&self, character: char) -> Option<(GlyphId, Length)> {
        let code = usize::try_from(u32::from(character)).ok()?;
        self.0.get(code).copied().flatten()
    }
}

/// An advance between two weights falls between two units.
#[expect(clippy::cast_possible_truncation, reason = "a glyph is a few thousand units wide at most")]
fn whole(advance: f32) -> Length {
    advance.round() as Length
}

/// The measures of both faces; they are kerned alike.
pub(crate) struct Fonts {
    regular: Metrics,
    semibold: Metrics,
    kerning: Kerning,
    glyph_count: u16,
}

impl Fonts {
    /// Both weights, read the first time.
    pub(crate) fn embedded() -> Option<&'static Self> {
        static EMBEDDED: OnceLock<Option<Fonts>> = OnceLock::new();
        EMBEDDED.get_or_init(Self::read).as_ref()
    }

    fn read() -> Option<Self> {
        let font = FontRef::new(DATA).ok()?;
        let SubtableKind::Format0(pairs) = font.kern().ok()?.subtables().next()?.ok()?.kind().ok()? else { return None };
        let [regular, semibold] = [Face::Regular, Face::Semibold].map(|face| Metrics::new(&font, face));
        Some(Self {
            regular: regular?,
            semibold: semibold?,
            kerning: Kerning::new(&pairs),
            glyph_count: font.maxp().ok()?.num_glyphs(),
        })
    }

    /// How many glyphs each weight has, the one for what is missing included.
    pub(crate) fn glyph_count(&self) -> u16 {
        self.glyph_count
    }

    fn metrics(&self, face: Face) -> &Metrics {
        match face {
            Face::Regular => &self.regular,
            Face::Semibold => &self.semibold,
        }
    }

    /// The glyphs that show a text, kerned.
    pub(crate) fn glyphs(&self, face: Face, text: &str) -> Vec<Glyph> {
        let metrics = self.metrics(face);
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(text.len());
        for (at, character) in text.char_indices() {
            let Some((id, advance)) = metrics.character(character) else { continue };
            if let Some(last) = glyphs.last_mut() {
                last.advance += self.kerning.between(last.id, id);
            }
            glyphs.push(Glyph { id, shows: at..at + character.len_utf8(), advance });
        }
        glyphs
    }

    /// How wide a text is in a style.
    pub(crate) fn width(&self, style: Style, text: &str) -> Length {
        let metrics = self.metrics(style.face);
        let (mut units, mut last): (Length, _) = (0, None);
        for (id, advance) in text.chars().filter_map(|character| metrics.character(character)) {
            let kerning = last.map_or(0, |last| self.kerning.between(last, id));
            units = units.saturating_add(advance + kerning);
            last = Some(id);
        }
        style.scale(units)
    }

    /// The text with what the fonts lack named in its place, such as `[U+6771 U+4EAC]`: never an empty box.
    fn printable(&self, text: &str, missing: &mut Vec<char>) -> String {
        let mut printable = String::with_capacity(text.len());
        let mut naming = false;
        for character in text.chars() {
            let shown = character == '\n' || self.regular.character(character).is_some();
            match (naming, shown) {
                (false, false) => printable.push('['),
                (true, false) => printable.push(' '),
                (true, true) => printable.push(']'),
                (false, true) => {}
            }
            naming = !shown;
            if shown {
                printable.push(character);
            } else {
                printable.extend(format!("U+{:04X}", u32::from(character)).chars());
                if !missing.contains(&character) {
                    missing.push(character);
                }
            }
        }
        if naming {
            printable.push(']');
        }
        printable
    }

    /// The document as it can be set, and the characters that had to be named instead of shown.
    pub(crate) fn prepare(&self, document: &Document) -> (Document, Vec<char>) {
        let mut missing = Vec::new();
        let prepared = prepare::prepare(document, |text| self.printable(&text, &mut missing));
        (prepared, missing)
    }
}

/// The characters of a document that its PDF names, as in `[U+6771 U+4EAC]`, because the embedded fonts can't show them, in
/// order of appearance. They hold the Latin, Greek and Cyrillic alphabets.
#[must_use]
pub fn missing_characters(document: &Document) -> Vec<char> {
    Fonts::embedded().map_or_else(Vec::new, |fonts| fonts.prepare(document).1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, printed: &str) {
        assert_eq!(Fonts::embedded().unwrap().printable(text, &mut Vec::new()), printed);
    }

    #[test]
    fn names_what_the_fonts_lack() {
        check("Tōkyō 東京, 東", "Tōkyō [U+6771 U+4EAC], [U+6771]");
        check("Nguyễn Đức, Ψαρρός, Щербаков", "Nguyễn Đức, Ψαρρός, Щербаков");
        check("שלום", "[U+05E9 U+05DC U+05D5 U+05DD]");
        check("a 😀 b", "a [U+1F600] b");
        // Letters come composed; a mark that no composed letter has would stand beside its own.
        check("é x\u{302}", "é x[U+0302]");
        check("", "");
    }

    proptest! {
        /// No glyph is ever missing: each character is one that both fonts hold.
        #[test]
        fn shows_nothing_the_fonts_lack(text in any::<String>()) {
            let fonts = Fonts::embedded().unwrap();
            let printed = fonts.printable(&text, &mut Vec::new());
            for face in [Face::Regular, Face::Semibold] {
                prop_assert!(printed.chars().all(|c| c == '\n' || fonts.metrics(face).character(c).is_some()), "{}", printed);
            }
        }
    }
}
