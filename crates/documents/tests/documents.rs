//! The PDF itself: accessible, archival, and the same every time.

mod samples;

use dument_documents::{missing_characters, pdf};
use dument_letters::{Block, Document};
use samples::{formal_notice, hostile, long_notice, paragraph, texts};

/// Every accent, sign and space of French typography, and names from elsewhere.
const FRENCH: &str = "« À l’été, Noël\u{a0}: où naît l’œuf\u{202f}? ÇA, ÉÈÊËÎÏÔÙÛÜŸ ŒÆ – 12,40\u{a0}% − 5\u{202f}€ »";
const NAMES: &str = "Łukasz Şahin, Ștefan Țîrlea, Ψαρρός, Щербаков, Nguyễn Đức";

fn letter(blocks: Vec<Block>) -> Document {
    Document { blocks, ..formal_notice() }
}

#[test]
fn gives_the_same_bytes_every_time() {
    for document in [formal_notice(), long_notice(40), hostile()] {
        assert_eq!(pdf(&document, None), pdf(&document, None));
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
        let file = pdf(&document, None).unwrap_or_else(|error| panic!("{error}: {document:?}"));
        assert!(file.starts_with(b"%PDF-1.7") && file.trim_ascii_end().ends_with(b"%%EOF"));
    }
}

#[test]
fn shows_european_names_and_names_the_rest() {
    assert_eq!(missing_characters(&letter(vec![paragraph("a", FRENCH), paragraph("b", NAMES)])), Vec::<char>::new());
    let document = letter(vec![paragraph("a", "Tōkyō 東京, 東"), Block::Enclosures { items: texts(&["😀"]) }]);
    assert_eq!(missing_characters(&document), ['東', '京', '😀']);
}
