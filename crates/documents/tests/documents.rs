//! The files themselves: readable by others' readers, whole, and the same every time.

#![expect(clippy::unwrap_used, reason = "the helpers of tests fail as tests do")]

mod samples;

use std::io::{Cursor, Read};

use dument_documents::{docx, eml, missing_characters, pdf, text};
use dument_letters::{Block, Document};
use quick_xml::Reader;
use quick_xml::events::Event;
use samples::{formal_notice, hostile, items, long_notice, paragraph, short_rows, texts};

/// Every accent, sign and space of French typography, and names from elsewhere.
const FRENCH: &str = "« À l’été, Noël\u{a0}: où naît l’œuf\u{202f}? ÇA, ÉÈÊËÎÏÔÙÛÜŸ ŒÆ – 12,40\u{a0}% − 5\u{202f}€ »";
const NAMES: &str = "Łukasz Şahin, Ștefan Țîrlea, Ψαρρός, Щербаков, Nguyễn Đức";

fn letter(blocks: Vec<Block>) -> Document {
    Document { blocks, ..formal_notice() }
}

/// The parts of a DOCX, by name.
fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let count = archive.len();
    let read = |i| {
        let mut file = archive.by_index(i).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        (name, content)
    };
    (0..count).map(read).collect()
}

/// The text of an XML part; panics where it isn't well-formed.
fn xml_text(part: &str) -> String {
    let mut reader = Reader::from_str(part);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return text,
            Event::Text(part) => text.push_str(&part.decode().unwrap()),
            Event::GeneralRef(reference) => text.push(match &*reference.decode().unwrap() {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "#123" => '{',
                other => panic!("{other}"),
            }),
            Event::Start(element) | Event::Empty(element) => element.attributes().for_each(|attribute| {
                attribute.unwrap();
            }),
            _ => {}
        }
    }
}

fn body(document: &Document) -> String {
    let parts = parts(&docx(document));
    parts.into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1
}

#[test]
fn gives_the_same_bytes_every_time() {
    for document in [formal_notice(), long_notice(40), hostile()] {
        assert_eq!(pdf(&document), pdf(&document));
        assert_eq!(docx(&document), docx(&document));
        assert_eq!(eml(&document), eml(&document));
    }
}

/// The PDF library itself checks PDF/A-2a and PDF/UA-1, and gives an error where a rule is broken.
#[test]
fn writes_accessible_archival_pdf_of_anything() {
    let subject = Block::Subject { text: "Objet".to_owned() };
    let documents = [
        formal_notice(),
        long_notice(500),
        hostile(),
        letter(vec![]),
        letter(vec![Block::PageBreak]),
        letter(vec![paragraph("a", "")]),
        letter(vec![subject, Block::Heading { text: String::new(), level: 1 }]),
        letter(vec![Block::Table { caption: String::new(), columns: vec![], rows: vec![] }]),
        Document { title: String::new(), author: String::new(), ..letter(vec![paragraph("a", "Texte.")]) },
    ];
    for document in documents {
        let file = pdf(&document).unwrap_or_else(|error| panic!("{error}: {document:?}"));
        assert!(file.starts_with(b"%PDF-1.7") && file.trim_ascii_end().ends_with(b"%%EOF"));
    }
}

#[test]
fn shows_european_names_and_names_the_rest() {
    assert_eq!(missing_characters(&letter(vec![paragraph("a", FRENCH), paragraph("b", NAMES)])), Vec::<char>::new());
    let document = letter(vec![paragraph("a", "Tōkyō 東京, 東"), Block::Enclosures { items: texts(&["😀"]) }]);
    assert_eq!(missing_characters(&document), ['東', '京', '😀']);
}

#[test]
fn writes_docx_that_is_well_formed_and_whole() {
    for document in [formal_notice(), long_notice(40), hostile()] {
        let parts = parts(&docx(&document));
        assert_eq!(parts[0].0, "[Content_Types].xml");
        for (name, part) in &parts {
            xml_text(part);
            assert!(name.contains(".rels") || name.starts_with('[') || parts[0].1.contains(&format!("/{name}\"")), "{name}");
        }
    }
    let all = xml_text(&body(&letter(vec![paragraph("a", FRENCH), paragraph("b", NAMES), paragraph("c", "<b>&amp;</b> ]]>")])));
    for kept in [FRENCH, NAMES, "<b>&amp;</b> ]]>"] {
        assert!(all.contains(kept), "{kept}");
    }
}

#[test]
fn writes_a_real_table_and_real_styles() {
    let body = body(&formal_notice());
    assert_eq!(body.matches("<w:tr>").count(), 1 + short_rows().len());
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1);
    for style in ["SenderName", "RecipientName", "Date", "Delivery", "Title", "Facts", "Caption", "Signature", "ListBullet"] {
        assert!(body.contains(&format!(r#"<w:pStyle w:val="{style}"/>"#)), "{style}");
    }
    let parts = parts(&docx(&formal_notice()));
    let styles = &parts.iter().find(|(name, _)| name == "word/styles.xml").unwrap().1;
    for used in body.split("<w:pStyle w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(styles.contains(&format!("w:styleId=\"{used}\"")), "{used}");
    }
}

#[test]
fn dates_and_names_a_docx_by_its_letter() {
    let parts = parts(&docx(&Document { title: "A & B <1> {author}".to_owned(), ..formal_notice() }));
    let core = &parts.iter().find(|(name, _)| name == "docProps/core.xml").unwrap().1;
    assert!(
        core.contains("2026-07-10T00:00:00Z") && core.contains("<dc:title>A &amp; B &lt;1&gt; &#123;author}</dc:title>"),
        "{core}"
    );
    assert!(core.contains("<dc:language>fr-FR</dc:language>"));
}

#[test]
fn writes_text_without_control_characters() {
    let text = text(&hostile());
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
    assert!(text.contains("שלום") && !text.contains('\u{202e}'));
}

#[test]
fn drafts_an_email_that_any_program_reads() {
    let draft = String::from_utf8(eml(&hostile()).unwrap()).unwrap();
    assert!(draft.is_ascii() && draft.starts_with("Subject: =?UTF-8?B?") && draft.contains("\r\nX-Unsent: 1\r\n"));
    assert!(draft.split("\r\n").all(|line| line.len() <= 76 && !line.contains(['\r', '\n'])));
    assert!(draft.ends_with("\r\n--=_dument--\r\n"));
}

#[test]
fn puts_labels_before_values() {
    let document = letter(vec![Block::Facts { title: "Pour payer".to_owned(), items: items(&[("IBAN", "FR76")]) }]);
    assert!(body(&document).contains(r"IBAN</w:t><w:tab/><w:t"));
}
