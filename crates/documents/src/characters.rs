//! The texts of a document, made fit to be set: no control character, nothing invisible.

use dument_letters::document::{Column, Item, SigningParty, TableRow};
use dument_letters::{Block, Document};

use crate::words::Words;

/// What a character becomes in any format: itself, a plain space or line break, or nothing.
pub(crate) fn visible(character: char) -> Option<char> {
    match character {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        // Soft hyphen, zero-width characters, direction marks and overrides, variation selectors, byte order mark,
        // non-characters, tags.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// A text on one line, its visible characters alone.
pub(crate) fn line(text: &str) -> String {
    text.chars().filter_map(visible).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

/// The title of a document on one line, never empty: an accessible file must have one.
pub(crate) fn title(document: &Document) -> String {
    let title = line(&document.title);
    if title.trim().is_empty() { Words::of(document.language).untitled.to_owned() } else { title }
}

/// The same document with the visible characters alone, each of its texts then passed through `set`; never without a
/// title.
#[cfg(feature = "pdf")]
pub(crate) fn prepare(document: &Document, mut set: impl FnMut(String) -> String) -> Document {
    let mut text = |text: &str| set(text.chars().filter_map(visible).collect());
    let title = text(&document.title);
    Document {
        language: document.language,
        title: if title.trim().is_empty() { Words::of(document.language).untitled.to_owned() } else { title },
        author: text(&document.author),
        written_on: document.written_on,
        blocks: document.blocks.iter().map(|block| prepare_block(block, &mut text)).collect(),
    }
}

#[cfg(feature = "pdf")]
fn prepare_block(block: &Block, text: &mut impl FnMut(&str) -> String) -> Block {
    match block {
        Block::Sender { lines } => Block::Sender { lines: all(lines, text) },
        Block::Recipient { lines } => Block::Recipient { lines: all(lines, text) },
        Block::PlaceAndDate { text: line } => Block::PlaceAndDate { text: text(line) },
        Block::Delivery { text: line } => Block::Delivery { text: text(line) },
        Block::Subject { text: line } => Block::Subject { text: text(line) },
        Block::References { items } => Block::References { items: pairs(items, text) },
        Block::Heading { text: line, level } => Block::Heading { text: text(line), level: *level },
        Block::Paragraph { id, text: line } => Block::Paragraph { id: id.clone(), text: text(line) },
        Block::Table { caption, columns, rows } => Block::Table {
            caption: text(caption),
            columns: columns.iter().map(|column| Column { title: text(&column.title), align: column.align }).collect(),
            rows: rows
                .iter()
                .map(|row| TableRow { cells: all(&row.cells, text), total: row.total, carried: all(&row.carried, text) })
                .collect(),
        },
        Block::Facts { title, items } => Block::Facts { title: text(title), items: pairs(items, text) },
        Block::Signature { lines } => Block::Signature { lines: all(lines, text) },
        Block::Signatures { parties } => Block::Signatures {
            parties: parties
                .iter()
                .map(|party| SigningParty { title: text(&party.title), lines: all(&party.lines, text) })
                .collect(),
        },
        Block::Handwritten { instruction, lines } => Block::Handwritten { instruction: text(instruction), lines: *lines },
        Block::PaymentCode { payload, caption } => Block::PaymentCode { payload: payload.clone(), caption: text(caption) },
        Block::Enclosures { items } => Block::Enclosures { items: all(items, text) },
        Block::PageBreak => Block::PageBreak,
    }
}

#[cfg(feature = "pdf")]
fn all(lines: &[String], text: &mut impl FnMut(&str) -> String) -> Vec<String> {
    lines.iter().map(|line| text(line)).collect()
}

#[cfg(feature = "pdf")]
fn pairs(items: &[Item], text: &mut impl FnMut(&str) -> String) -> Vec<Item> {
    items.iter().map(|item| Item { label: text(&item.label), value: text(&item.value) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_french_and_drops_the_invisible() {
        let kept: String = "a\u{0}b\u{200d}c\u{202e}d\u{202f}€\u{a0}: l’été\r\n\tœ".chars().filter_map(visible).collect();
        assert_eq!(kept, "abcd\u{202f}€\u{a0}: l’été\n œ");
    }
}
