//! DOCX: real styles, a real table, a letter that Word, LibreOffice and Pages edit cleanly.

mod body;
mod closing;
mod paragraph;
mod payment_code;
mod table;
mod template;

use dument_letters::Document;

use crate::Error;
use crate::characters;
use crate::words::Words;
use crate::zip::Zip;
use template::fill;

/// Characters of a title or a name that have room at the head or the foot of a page.
const RUNNING: usize = 80;

/// Makes a DOCX of a document.
///
/// # Errors
/// [`Error::PaymentCode`] where a payment code can't hold its payload.
pub fn docx(document: &Document) -> Result<Vec<u8>, Error> {
    let body = body::document_part(document)?;
    let title = characters::title(document);
    let running = |text: &str| escape(&text.chars().take(RUNNING).collect::<String>());
    let values = [
        ("language", Words::of(document.language).tag),
        ("day", &document.written_on.to_string()),
        ("title", &escape(&title)),
        ("author", &escape(&document.author)),
        ("runningTitle", &running(&title)),
        ("runningAuthor", &running(&characters::line(&document.author))),
        ("pictures", &payment_code::relationships(body.pictures.len())),
    ];
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
        zip.add(name, fill(part, &values).as_bytes());
    }
    zip.add("word/document.xml", body.xml.as_bytes());
    for (i, picture) in body.pictures.iter().enumerate() {
        zip.add(&format!("word/{}", payment_code::file_name(i)), picture);
    }
    Ok(zip.finish())
}

/// Text as XML writes it, in content and in attributes: what can't be seen left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars().filter_map(characters::visible) {
        push_escaped(&mut escaped, character);
    }
    escaped
}

/// Adds a character as XML writes it.
fn push_escaped(xml: &mut String, character: char) {
    match character {
        '&' => xml.push_str("&amp;"),
        '<' => xml.push_str("&lt;"),
        '>' => xml.push_str("&gt;"),
        '"' => xml.push_str("&quot;"),
        other => xml.push(other),
    }
}
