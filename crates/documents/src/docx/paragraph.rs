//! A paragraph as WordprocessingML.

use std::fmt::Write as _;

use super::push_escaped;
use crate::characters;

/// Twentieths of a point, the unit of the format.
pub(super) type Twips = u32;

/// Millimetres in twentieths of a point.
pub(super) const fn mm(millimetres: Twips) -> Twips {
    millimetres * 14400 / 254
}

/// How wide the recipient's frame is, and how far from the left of the page it stands.
const FRAME: (Twips, Twips) = (mm(85), mm(105));

/// What a paragraph adds to its style.
#[derive(Default)]
pub(super) struct Properties {
    /// Stays on the page of the next.
    pub(super) keep_next: bool,
    /// Space above and below.
    pub(super) before: Option<Twips>,
    pub(super) after: Option<Twips>,
    /// Its label stands in a column so wide, its value after it.
    pub(super) label: Option<Twips>,
    /// Figures, at the right of their cell.
    pub(super) right: bool,
    /// In the frame of the recipient, so far from the top of the page.
    pub(super) frame: Option<Twips>,
}

/// Begins a paragraph; its properties stand in the order that the schema wants.
pub(super) fn begin(xml: &mut String, style: &str, properties: &Properties, new_page: bool) {
    xml.push_str("<w:p><w:pPr>");
    if style != "Normal" {
        put(xml, format_args!(r#"<w:pStyle w:val="{style}"/>"#));
    }
    if properties.keep_next {
        xml.push_str("<w:keepNext/>");
    }
    if new_page {
        xml.push_str("<w:pageBreakBefore/>");
    }
    if let Some(y) = properties.frame {
        let (width, x) = FRAME;
        let place = format_args!(r#"w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="{y}" w:anchorLock="1""#);
        put(xml, format_args!(r#"<w:framePr w:w="{width}" w:wrap="around" {place}/>"#));
    }
    if let Some(label) = properties.label {
        put(xml, format_args!(r#"<w:tabs><w:tab w:val="left" w:pos="{label}"/></w:tabs>"#));
    }
    if properties.before.is_some() || properties.after.is_some() {
        xml.push_str("<w:spacing");
        for (side, space) in [("before", properties.before), ("after", properties.after)] {
            if let Some(space) = space {
                put(xml, format_args!(r#" w:{side}="{space}""#));
            }
        }
        xml.push_str("/>");
    }
    if let Some(label) = properties.label {
        put(xml, format_args!(r#"<w:ind w:left="{label}" w:hanging="{label}"/>"#));
    }
    if properties.right {
        xml.push_str(r#"<w:jc w:val="right"/>"#);
    }
    xml.push_str("</w:pPr>");
}

/// Adds a run: line breaks are elements of their own.
pub(super) fn run(xml: &mut String, text: &str) {
    /// So that spaces at the ends stay.
    const TEXT: &str = r#"<w:t xml:space="preserve">"#;
    if text.is_empty() {
        return;
    }
    xml.push_str("<w:r>");
    xml.push_str(TEXT);
    for character in text.chars().filter_map(characters::visible) {
        if character == '\n' {
            xml.push_str("</w:t><w:br/>");
            xml.push_str(TEXT);
        } else {
            push_escaped(xml, character);
        }
    }
    xml.push_str("</w:t></w:r>");
}

/// Adds a tab.
pub(super) fn tab(xml: &mut String) {
    xml.push_str("<w:r><w:tab/></w:r>");
}

/// Ends a paragraph.
pub(super) fn end(xml: &mut String) {
    xml.push_str("</w:p>");
}

/// Writes into a string, which never fails.
pub(super) fn put(xml: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = xml.write_fmt(text);
}
