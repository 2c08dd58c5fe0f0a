//! Breaking a text into lines: ragged right, the rag as even as it can be.

use crate::fonts::{Fonts, Length, Style};

/// A line of text that fits its measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// What it says; a line broken at a space keeps it at its end, so that copied text keeps its words apart.
    pub(crate) text: String,
    /// Its width without that space.
    pub(crate) width: Length,
}

/// What stays before a hyphen that ends a line has so many letters at least: not « ci- ».
const SHORTEST_PART: usize = 4;
/// Ending a line with a hyphen weighs as much as leaving 25 points of it empty.
const HYPHEN_WEIGHT: i64 = 250 * 250;

/// What may not be broken: a word, or a part of one.
struct Piece<'a> {
    text: &'a str,
    width: Length,
    /// Whether a space follows.
    spaced: bool,
}

impl Piece<'_> {
    fn space(&self) -> &'static str {
        if self.spaced { " " } else { "" }
    }
}

/// Breaks a text into lines no wider than the measure. A line break in the text stays one.
pub(crate) fn break_lines(fonts: &Fonts, style: Style, text: &str, measure: Length) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        // Read on, the words before a line break and after it are two.
        if let Some(last) = lines.last_mut().filter(|last: &&mut Line| !last.text.ends_with(' ')) {
            last.text.push(' ');
        }
        let mut broken = break_paragraph(fonts, style, paragraph, measure);
        if broken.is_empty() {
            broken.push(Line { text: String::new(), width: 0 });
        }
        lines.append(&mut broken);
    }
    lines
}

/// The width of the widest part that can't be broken at a space or hyphen.
pub(crate) fn widest_word(fonts: &Fonts, style: Style, text: &str) -> Length {
    text.split('\n').flat_map(|line| pieces(fonts, style, line, Length::MAX)).map(|piece| piece.width).max().unwrap_or_default()
}

fn break_paragraph(fonts: &Fonts, style: Style, text: &str, measure: Length) -> Vec<Line> {
    let pieces = pieces(fonts, style, text, measure);
    lightest_breaks(&pieces, fonts.width(style, " "), measure)
        .windows(2)
        .map(|bounds| {
            let mut text: String = pieces[bounds[0]..bounds[1]].iter().flat_map(|piece| [piece.text, piece.space()]).collect();
            if bounds[1] == pieces.len() {
                text.truncate(text.trim_end_matches(' ').len());
            }
            Line { width: fonts.width(style, text.trim_end_matches(' ')), text }
        })
        .collect()
}

/// Splits at spaces and inside compound words (never inside a reference such as F-2026-014), and cuts what is wider
/// than the measure.
fn pieces<'a>(fonts: &Fonts, style: Style, text: &'a str, measure: Length) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut parts = Vec::new();
        let mut start = 0;
        for (hyphen, _) in word.match_indices('-') {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            let long = word[start..hyphen].chars().count() >= SHORTEST_PART;
            if long && letter(word[..hyphen].chars().next_back()) && letter(word[hyphen + 1..].chars().next()) {
                parts.push(&word[start..=hyphen]);
                start = hyphen + 1;
            }
        }
        parts.push(&word[start..]);
        for part in parts {
            cut(fonts, style, part, measure, &mut pieces);
        }
        if let Some(last) = pieces.last_mut() {
            last.spaced = true;
        }
    }
    pieces
}

/// Cuts what is wider than the measure, a little early: kerning at a cut is another than inside a word.
fn cut<'a>(fonts: &Fonts, style: Style, part: &'a str, measure: Length, pieces: &mut Vec<Piece<'a>>) {
    let whole = fonts.width(style, part);
    if whole <= measure {
        pieces.push(Piece { text: part, width: whole, spaced: false });
        return;
    }
    let room = measure - style.size / 4;
    let (mut start, mut width) = (0, 0);
    for glyph in fonts.glyphs(style.face, part) {
        let advance = style.scale(glyph.advance);
        if width + advance > room && glyph.shows.start > start {
            // It fills its line: nothing joins it again.
            pieces.push(Piece { text: &part[start..glyph.shows.start], width: measure, spaced: false });
            (start, width) = (glyph.shows.start, 0);
        }
        width += advance;
    }
    pieces.push(Piece { text: &part[start..], width, spaced: false });
}

/// Where lines start and end so that the squares of their empty ends add up to the least; the last line may be short,
/// but not one short word alone.
fn lightest_breaks(pieces: &[Piece<'_>], space: Length, measure: Length) -> Vec<usize> {
    let count = pieces.len();
    // From piece i on: the least weight, and where its first line ends.
    let mut best = vec![(0_i64, count); count + 1];
    for start in (0..count).rev() {
        best[start] = (i64::MAX, start + 1);
        let mut width = 0;
        for end in start + 1..=count {
            width += pieces[end - 1].width;
            if width > measure && end > start + 1 {
                break;
            }
            let slack = i64::from((measure - width).max(0) / 100);
            let weight = if end < count {
                slack * slack + if pieces[end - 1].spaced { 0 } else { HYPHEN_WEIGHT }
            } else if width < measure / 8 && start > 0 {
                slack * slack / 2
            } else {
                0
            };
            let total = weight.saturating_add(best[end].0);
            if total < best[start].0 {
                best[start] = (total, end);
            }
            if pieces[end - 1].spaced {
                width += space;
            }
        }
    }
    let mut bounds = vec![0];
    let mut at = 0;
    while at < count {
        at = best[at].1;
        bounds.push(at);
    }
    bounds
}
