//! DOCX: real styles, a real table, a letter that Word, LibreOffice and Pages edit cleanly.

mod body;
mod paragraph;
mod table;

use dument_letters::Document;

use crate::characters;
use crate::words::Words;
use crate::zip::Zip;

/// Characters of the title that have room at the foot of a page.
const RUNNING: usize = 80;

/// Makes a DOCX of a document.
#[must_use]
pub fn docx(document: &Document) -> Vec<u8> {
    let document = characters::prepare(document, |text| text);
    let day = document.written_on.to_string();
    let running: String = document.title.chars().take(RUNNING).collect();
    let fill = |part: &str| {
        part.replace("{language}", Words::of(document.language).tag)
            .replace("{day}", &day)
            .replace("{title}", &escape(&document.title))
            .replace("{running}", &escape(&running))
            .replace("{author}", &escape(&document.author))
    };
    let mut archive = Zip::of_day(document.written_on);
    for (name, part) in [
        ("[Content_Types].xml", include_str!("parts/content_types.xml")),
        ("_rels/.rels", include_str!("parts/package_relationships.xml")),
        ("docProps/app.xml", include_str!("parts/app.xml")),
        ("docProps/core.xml", include_str!("parts/core.xml")),
        ("word/_rels/document.xml.rels", include_str!("parts/document_relationships.xml")),
        ("word/fontTable.xml", include_str!("parts/font_table.xml")),
        ("word/footer1.xml", include_str!("parts/footer.xml")),
        ("word/numbering.xml", include_str!("parts/numbering.xml")),
        ("word/settings.xml", include_str!("parts/settings.xml")),
        ("word/styles.xml", include_str!("parts/styles.xml")),
    ] {
        archive.add(name, fill(part).as_bytes());
    }
    archive.add("word/document.xml", body::document_part(&document).as_bytes());
    archive.finish()
}

/// Text as XML writes it, in content and in attributes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // So that no text is taken for a place to fill in.
            '{' => escaped.push_str("&#123;"),
            other => escaped.push(other),
        }
    }
    escaped
}
