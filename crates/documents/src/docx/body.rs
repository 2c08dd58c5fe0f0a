//! The text of the letter as WordprocessingML: every block a paragraph of its own style, the statement a table.

use dument_letters::document::Item;
use dument_letters::{Block, Document};

use super::paragraph::{self, Properties, Twips, mm};
use super::template::fill;
use crate::Error;
use crate::words::Words;

/// Between the margins.
pub(super) const MEASURE: Twips = mm(160);
const TOP: Twips = mm(20);
/// Where the DL window's part that always shows begins and ends down the page, and where the letter may go on.
const WINDOW: (Twips, Twips) = (mm(45), mm(85));
const BELOW_WINDOW: Twips = mm(92);
/// Line heights of the styles `SenderName`, `Sender` and `Recipient`.
const SENDER_NAME_LINE: Twips = 320;
const SENDER_LINE: Twips = 240;
const RECIPIENT_LINE: Twips = 290;
/// About how wide a character of a label is, in the widest font that may stand in for the one asked for.
const LABEL_CHARACTER: Twips = 124;

/// The main part of the package, and the pictures it shows.
pub(super) struct Written {
    pub(super) xml: String,
    pub(super) pictures: Vec<Vec<u8>>,
}

/// Writes the main part.
pub(super) fn document_part(document: &Document) -> Result<Written, Error> {
    let mut body = Body {
        xml: String::new(),
        pictures: Vec::new(),
        words: Words::of(document.language),
        at: At::Head { sender: 0, addressed: false },
        new_page: false,
    };
    for (i, block) in document.blocks.iter().enumerate() {
        // A signature is never alone on its page, and facts follow the sentence that announces them.
        let kept =
            matches!(document.blocks.get(i + 1), Some(Block::Signature { .. } | Block::Signatures { .. } | Block::Facts { .. }));
        body.block(block, kept)?;
    }
    Ok(body.finish())
}

/// Where in the letter the next block comes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// In its head, after so high a sender, and whether a recipient stands in the window.
    Head { sender: Twips, addressed: bool },
    /// In its text.
    Text,
    /// Right after a table.
    Table,
}

/// The body being written.
pub(super) struct Body {
    pub(super) xml: String,
    pub(super) pictures: Vec<Vec<u8>>,
    pub(super) words: Words,
    pub(super) at: At,
    /// Whether a page break comes first.
    pub(super) new_page: bool,
}

impl Body {
    fn block(&mut self, block: &Block, keep_next: bool) -> Result<(), Error> {
        match block {
            Block::Sender { lines } => self.sender(lines),
            Block::Recipient { lines } => self.recipient(lines),
            Block::PlaceAndDate { text } => self.text("Date", text, keep_next),
            Block::Delivery { text } => self.text("Delivery", text, keep_next),
            Block::Subject { text } => {
                let subject = format!("{}{text}", self.words.subject);
                self.text("Title", &subject, true);
            }
            Block::References { items } => self.labelled(items, keep_next),
            Block::Heading { text, level } => self.text(if *level <= 1 { "Heading1" } else { "Heading2" }, text, true),
            Block::Paragraph { text, .. } => self.text("Normal", text, keep_next),
            Block::Table { caption, columns, rows } => self.table(caption, columns, rows),
            // Bars in words: nothing is drawn in a file that is to be edited.
            Block::Facts { title, items } | Block::Bars { caption: title, items, .. } => {
                if !title.is_empty() {
                    self.text("FactsTitle", title, true);
                }
                self.labelled(items, keep_next);
            }
            Block::Signature { lines } => self.signature(lines),
            Block::Signatures { parties } => self.signatures(parties),
            Block::Handwritten { instruction, lines } => self.handwritten(instruction, *lines, keep_next),
            Block::PaymentCode { payload, caption } => self.payment_code(payload, caption)?,
            Block::Enclosures { items } => self.enclosures(items),
            Block::PageBreak => self.new_page = !matches!(self.at, At::Head { .. }),
        }
        Ok(())
    }

    pub(super) fn text(&mut self, style: &str, text: &str, keep_next: bool) {
        self.paragraph(style, text, Properties { keep_next, ..Properties::default() });
    }

    /// A paragraph of the flow.
    pub(super) fn paragraph(&mut self, style: &str, text: &str, properties: Properties) {
        self.begin(style, properties);
        paragraph::run(&mut self.xml, text);
        paragraph::end(&mut self.xml);
    }

    /// Begins a paragraph of the flow: the first goes below the envelope's window, the one after a table keeps off it.
    pub(super) fn begin(&mut self, style: &str, mut properties: Properties) {
        match self.at {
            At::Head { sender, addressed: true } => properties.before = Some(BELOW_WINDOW.saturating_sub(TOP + sender)),
            At::Head { sender: 1.., .. } => properties.before = Some(mm(8)),
            At::Table if style == "Normal" => properties.before = Some(200),
            At::Head { .. } | At::Table | At::Text => {}
        }
        self.at = At::Text;
        paragraph::begin(&mut self.xml, style, &properties, std::mem::take(&mut self.new_page));
    }

    /// A paragraph where it stands, on a new page if one was asked for.
    pub(super) fn raw_paragraph(&mut self, style: &str, text: &str, properties: &Properties) {
        paragraph::begin(&mut self.xml, style, properties, std::mem::take(&mut self.new_page));
        paragraph::run(&mut self.xml, text);
        paragraph::end(&mut self.xml);
    }

    fn sender(&mut self, lines: &[String]) {
        for (i, line) in lines.iter().enumerate() {
            let (style, height) = if i == 0 { ("SenderName", SENDER_NAME_LINE) } else { ("Sender", SENDER_LINE) };
            if let At::Head { sender, .. } = &mut self.at {
                *sender += height;
                self.raw_paragraph(style, line, &Properties::default());
            } else {
                self.text(style, line, false);
            }
        }
    }

    /// A frame in the middle of the envelope's window; a second recipient goes with the text.
    fn recipient(&mut self, lines: &[String]) {
        let height = RECIPIENT_LINE * Twips::try_from(lines.len()).unwrap_or(Twips::MAX / RECIPIENT_LINE);
        let mut frame = None;
        if let At::Head { addressed: addressed @ false, .. } = &mut self.at {
            *addressed = true;
            frame = Some(((WINDOW.0 + WINDOW.1).saturating_sub(height) / 2).max(WINDOW.0));
        }
        for (i, line) in lines.iter().enumerate() {
            let style = if i == 0 { "RecipientName" } else { "Recipient" };
            if frame.is_some() {
                self.raw_paragraph(style, line, &Properties { frame, ..Properties::default() });
            } else {
                let after = (i + 1 == lines.len()).then_some(140);
                self.paragraph(style, line, Properties { after, ..Properties::default() });
            }
        }
    }

    fn labelled(&mut self, items: &[Item], keep_next: bool) {
        let widest = items.iter().map(|item| item.label.chars().count()).max().unwrap_or(0);
        let label =
            Some((Twips::try_from(widest).unwrap_or(Twips::MAX / LABEL_CHARACTER) * LABEL_CHARACTER + 240).min(MEASURE / 2));
        for (i, item) in items.iter().enumerate() {
            let last = i + 1 == items.len();
            let properties =
                Properties { keep_next: !last || keep_next, after: last.then_some(140), label, ..Properties::default() };
            self.begin("Facts", properties);
            paragraph::run(&mut self.xml, &item.label);
            paragraph::tab(&mut self.xml);
            paragraph::run(&mut self.xml, &item.value);
            paragraph::end(&mut self.xml);
        }
    }

    fn finish(mut self) -> Written {
        // A body ends with a paragraph, never with a table.
        if self.at != At::Text {
            self.raw_paragraph("Footer", "", &Properties::default());
        }
        let xml = fill(include_str!("parts/document.xml"), &[("body", &self.xml)]);
        Written { xml, pictures: self.pictures }
    }
}
