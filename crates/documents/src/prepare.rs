//! A document made fit to be laid out: each of its texts without what can't be seen, then set as the fonts can show it.

use dument_letters::document::{Column, Item, SigningParty, TableRow};
use dument_letters::{Block, Document};

use crate::characters::visible;
use crate::words::Words;

/// The same document with the visible characters alone, each of its texts then passed through `set`; never without a
/// title.
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
        Block::Bars { caption, items, lengths } => {
            Block::Bars { caption: text(caption), items: pairs(items, text), lengths: lengths.clone() }
        }
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

fn all(lines: &[String], text: &mut impl FnMut(&str) -> String) -> Vec<String> {
    lines.iter().map(|line| text(line)).collect()
}

fn pairs(items: &[Item], text: &mut impl FnMut(&str) -> String) -> Vec<Item> {
    items.iter().map(|item| Item { label: text(&item.label), value: text(&item.value) }).collect()
}
