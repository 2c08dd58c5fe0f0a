//! A document as plain text, to be pasted into a message.

use crate::document::{Align, Block, Document, Item, SigningParty, TableRow};
use crate::words::{self, Labels};

/// The whole document as text: a blank line between its parts, the columns of a table aligned with spaces.
#[must_use]
pub fn plain_text(document: &Document) -> String {
    let labels = words::labels(document.language);
    let mut text = String::new();
    for part in document.blocks.iter().map(|block| part(block, labels)).filter(|part| !part.is_empty()) {
        add(&mut text, "\n\n", &part);
    }
    text.push('\n');
    text
}

fn part(block: &Block, labels: &Labels) -> String {
    match block {
        Block::Sender { lines: texts } | Block::Recipient { lines: texts } | Block::Signature { lines: texts } => lines(texts),
        Block::PlaceAndDate { text } | Block::Delivery { text } | Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
            text.clone()
        }
        Block::Subject { text } => format!("{}{text}", labels.subject),
        Block::References { items } => labelled(items, labels),
        Block::Facts { title, items } | Block::Bars { caption: title, items, .. } => {
            format!("{title}\n{}", labelled(items, labels))
        }
        Block::Table { caption, columns, rows } => {
            let header = TableRow {
                cells: columns.iter().map(|column| column.title.clone()).collect(),
                total: false,
                carried: Vec::new(),
            };
            let all: Vec<&TableRow> = std::iter::once(&header).chain(rows).collect();
            let widths: Vec<usize> = (0..columns.len())
                .map(|place| {
                    all.iter().filter_map(|row| row.cells.get(place)).map(|cell| cell.chars().count()).max().unwrap_or(0)
                })
                .collect();
            let line = |row: &&TableRow| {
                let mut line = String::new();
                for (place, ((cell, column), width)) in row.cells.iter().zip(columns).zip(&widths).enumerate() {
                    line.push_str(if place > 0 { "  " } else { "" });
                    line.push_str(&pad(cell, *width, column.align));
                }
                line.trim_end().to_owned()
            };
            format!("{caption}\n{}", lines(&all.iter().map(line).collect::<Vec<_>>()))
        }
        Block::Signatures { parties } => {
            let mut text = String::new();
            for SigningParty { title, lines: texts } in parties {
                add(&mut text, "\n\n", &format!("{title}\n{}", lines(texts)));
            }
            text
        }
        Block::Handwritten { instruction, lines } => format!("{instruction}{}", "\n…".repeat((*lines).into())),
        Block::Enclosures { items } if items.is_empty() => String::new(),
        Block::Enclosures { items } => format!("{}\n{}", labels.enclosures, lines(items)),
        // A code says nothing to who reads text: the means of payment stand beside it.
        Block::PaymentCode { .. } | Block::PageBreak => String::new(),
    }
}

fn labelled(items: &[Item], labels: &Labels) -> String {
    lines(&items.iter().map(|item| format!("{}{}{}", item.label, labels.colon, item.value)).collect::<Vec<_>>())
}

fn lines(texts: &[String]) -> String {
    let mut all = String::new();
    for (place, text) in texts.iter().enumerate() {
        all.push_str(if place > 0 { "\n" } else { "" });
        all.push_str(text);
    }
    all
}

/// Adds a text, parted from what is there.
fn add(all: &mut String, between: &str, text: &str) {
    if !all.is_empty() {
        all.push_str(between);
    }
    all.push_str(text);
}

fn pad(cell: &str, width: usize, align: Align) -> String {
    match align {
        Align::Start => format!("{cell:<width$}"),
        Align::End => format!("{cell:>width$}"),
    }
}
