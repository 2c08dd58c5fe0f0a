//! How a letter ends: who signs, what is written by hand, what is enclosed.

use dument_letters::document::SigningParty;

use super::body::{At, Body, MEASURE};
use super::paragraph::{self, Properties, Twips, mm, put};

/// Room for a signature by hand.
const SIGNATURE_ROOM: Twips = mm(20);
/// Between two who sign side by side.
const PARTY_GAP: Twips = mm(10);
/// Enclosures that stay on one page.
const KEPT_TOGETHER: usize = 12;

impl Body {
    /// Name and capacity, under the room for a signature.
    pub(super) fn signature(&mut self, lines: &[String]) {
        for (i, line) in lines.iter().enumerate() {
            let before = (i == 0).then_some(SIGNATURE_ROOM);
            let properties = Properties { keep_next: i + 1 < lines.len(), before, ..Properties::default() };
            self.paragraph("Signature", line, properties);
        }
    }

    /// Side by side, two or three in a row: a table without lines, each cell read whole before the next.
    pub(super) fn signatures(&mut self, parties: &[SigningParty]) {
        if parties.is_empty() {
            return;
        }
        if self.new_page || self.at != At::Text {
            self.text("FactsTitle", "", true);
        }
        let across = if parties.len() == 3 { 3 } else { 2 };
        let width = MEASURE / 6 * if across == 3 { 2 } else { 3 };
        put(
            &mut self.xml,
            format_args!(
                concat!(
                    r#"<w:tbl><w:tblPr><w:tblStyle w:val="Signatures"/><w:tblW w:w="{}" w:type="dxa"/>"#,
                    r#"<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#
                ),
                MEASURE
            ),
        );
        for _ in 0..across {
            put(&mut self.xml, format_args!(r#"<w:gridCol w:w="{width}"/>"#));
        }
        self.xml.push_str("</w:tblGrid>");
        for row in parties.chunks(across) {
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for place in 0..across {
                put(&mut self.xml, format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>"#));
                if place + 1 < across {
                    put(&mut self.xml, format_args!(r#"<w:tcMar><w:right w:w="{PARTY_GAP}" w:type="dxa"/></w:tcMar>"#));
                }
                self.xml.push_str("</w:tcPr>");
                match row.get(place) {
                    Some(party) => self.signing_party(party),
                    // A cell holds a paragraph, even where nobody signs.
                    None => self.raw_paragraph("Signatory", "", &Properties::default()),
                }
                self.xml.push_str("</w:tc>");
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
        self.at = At::Table;
    }

    /// As whom, room for the signature, a line to sign on, name and capacity.
    fn signing_party(&mut self, party: &SigningParty) {
        self.raw_paragraph("SigningParty", &party.title, &Properties::default());
        let name = party.lines.first().map_or("", String::as_str);
        self.raw_paragraph("SignatoryName", name, &Properties::default());
        for line in party.lines.iter().skip(1) {
            self.raw_paragraph("Signatory", line, &Properties::default());
        }
    }

    /// The instruction, then ruled lines with nothing on them: what is to be written is never printed there.
    pub(super) fn handwritten(&mut self, instruction: &str, lines: u8, keep_next: bool) {
        self.text("Normal", instruction, lines > 0 || keep_next);
        for line in 1..=lines {
            self.begin("Handwritten", Properties { keep_next: line < lines || keep_next, ..Properties::default() });
            paragraph::tab(&mut self.xml);
            paragraph::end(&mut self.xml);
        }
    }

    pub(super) fn enclosures(&mut self, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let title = if items.len() == 1 { self.words.enclosure } else { self.words.enclosures };
        self.text("Enclosures", title, true);
        for (i, item) in items.iter().enumerate() {
            // None goes overleaf alone.
            let keep_next = items.len() <= KEPT_TOGETHER && i + 1 < items.len();
            self.text("ListBullet", item, keep_next);
        }
    }
}
