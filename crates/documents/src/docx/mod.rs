//! DOCX: real styles, a real table, a letter that Word, LibreOffice and Pages edit cleanly.

mod body;
mod closing;
mod paragraph;
mod payment_code;
mod table;

use dument_letters::Document;

use crate::Error;
use crate::characters;
use crate::words::Words;
use crate::zip::Zip;

/// Characters of a title or a name that have room at the head or the foot of a page.
const RUNNING: usize = 80;

/// Makes a DOCX of a document.
///
/// # Errors
/// [`Error::PaymentCode`] where a payment code can't hold its payload.
pub fn docx(document: &Document) -> Result<Vec<u8>, Error> {
    let document = characters::prepare(document, |text| text);
    let body = body::document_part(&document)?;
    let day = document.written_on.to_string();
    let running = |text: &str| escape(&characters::line(text).chars().take(RUNNING).collect::<String>());
    let fill = |part: &str| {
        part.replace("{language}", Words::of(document.language).tag)
            .replace("{day}", &day)
            .replace("{title}", &escape(&document.title))
            .replace("{author}", &escape(&document.author))
            .replace("{runningTitle}", &running(&document.title))
            .replace("{runningAuthor}", &running(&document.author))
            .replace("{pictures}", &payment_code::relationships(body.pictures.len()))
    };
    let mut zip = Zip::of_day(document.written_on);
    let footer = include_str!("parts/footer.xml");
    for (name, part) in [
        ("[Content_Types].xml", include_str!("parts/content_types.xml")),
        ("_rels/.rels", include_str!("parts/package_relationships.xml")),
        ("docProps/app.xml", include_str!("parts/app.xml")),
        ("docProps/core.xml", include_str!("parts/core.xml")),
        ("word/_rels/document.xml.rels", include_str!("parts/document_relationships.xml")),
        ("word/fontTable.xml", include_str!("parts/font_table.xml")),
        ("word/footer1.xml", footer),
        ("word/footer2.xml", footer),
        ("word/header1.xml", include_str!("parts/header.xml")),
        ("word/numbering.xml", include_str!("parts/numbering.xml")),
        ("word/settings.xml", include_str!("parts/settings.xml")),
        ("word/styles.xml", include_str!("parts/styles.xml")),
    ] {
        zip.add(name, fill(part).as_bytes());
    }
    zip.add("word/document.xml", body.xml.as_bytes());
    for (i, picture) in body.pictures.iter().enumerate() {
        zip.add(&format!("word/{}", payment_code::file_name(i)), picture);
    }
    Ok(zip.finish())
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
