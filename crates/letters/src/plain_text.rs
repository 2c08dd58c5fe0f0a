//! A document as plain text, to be pasted into a message.

use crate::document::{Align, Block, Document, Item, SigningParty, TableRow};
use crate::words::{self, Labels};

/// The whole document as text: a blank line between its parts, the columns of a table aligned with spaces.
#[must_use]
pub fn plain_text(document: &Document) -> String {
    let labels = words::labels(document.language);
    let parts: Vec<String> = document.blocks.iter().map(|block| part(block, labels)).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

fn part(block: &Block, labels: &Labels) -> String {
    match block {
        Block::Sender { lines } | Block::Recipient { lines } | Block::Signature { lines } => lines.join("\n"),
        Block::PlaceAndDate { text } | Block::Delivery { text } | Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
            text.clone()
        }
        Block::Subject { text } => format!("{}{text}", labels.subject),
        Block::References { items } => labelled(items, labels),
        Block::Facts { title, items } => format!("{title}\n{}", labelled(items, labels)),
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
                let cells = row.cells.iter().zip(columns).zip(&widths);
                let padded = cells.map(|((cell, column), width)| pad(cell, *width, column.align));
                padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
            };
            let lines: Vec<String> = all.iter().map(line).collect();
            format!("{caption}\n{}", lines.join("\n"))
        }
        Block::Signatures { parties } => {
            let party = |party: &SigningParty| format!("{}\n{}", party.title, party.lines.join("\n"));
            parties.iter().map(party).collect::<Vec<_>>().join("\n\n")
        }
        Block::Handwritten { instruction, lines } => format!("{instruction}{}", "\n…".repeat((*lines).into())),
        Block::Enclosures { items } if items.is_empty() => String::new(),
        Block::Enclosures { items } => format!("{}\n{}", labels.enclosures, items.join("\n")),
        // A code says nothing to who reads text: the means of payment stand beside it.
        Block::PaymentCode { .. } | Block::PageBreak => String::new(),
    }
}

fn labelled(items: &[Item], labels: &Labels) -> String {
    let lines: Vec<String> = items.iter().map(|item| format!("{}{}{}", item.label, labels.colon, item.value)).collect();
    lines.join("\n")
}

fn pad(cell: &str, width: usize, align: Align) -> String {
    match align {
        Align::Start => format!("{cell:<width$}"),
        Align::End => format!("{cell:>width$}"),
    }
}
