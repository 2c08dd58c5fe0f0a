//! The PDF itself: accessible, archival, and the same every time.

#[path = "samples/files.rs"]
mod files;
mod samples;

use dument_documents::{Attachment, Error, missing_characters, pdf};
use dument_letters::{Block, Document};
use proptest::prelude::*;
use samples::{PAYMENT, formal_notice, paragraph, texts};

/// Every accent, sign and space of French typography, and names from elsewhere.
const FRENCH: &str = "« À l’été, Noël\u{a0}: où naît l’œuf\u{202f}? ÇA, ÉÈÊËÎÏÔÙÛÜŸ ŒÆ – 12,40\u{a0}% − 5\u{202f}€ »";
const NAMES: &str = "Łukasz Şahin, Ștefan Țîrlea, Ψαρρός, Щербаков, Nguyễn Đức, Ḥasan Ṭāriq";
/// What comes with a text that was pasted: a hyphen that doesn't break, fixed spaces, ligatures.
const PASTED: &str = "sous\u{2011}traitance, 10\u{2009}%, \u{2003}de\u{fb01}n, \u{fb02}eur";

fn letter(blocks: Vec<Block>) -> Document {
    Document { blocks, ..formal_notice() }
}

#[test]
fn gives_the_same_bytes_every_time() {
    for (_, document) in files::all().into_iter().filter(|(name, _)| !name.ends_with("hundred")) {
        assert_eq!(pdf(&document, Some(&files::case())), pdf(&document, Some(&files::case())));
    }
}

/// The PDF library itself checks PDF/A-2a and PDF/UA-1, and gives an error where a rule is broken.
#[test]
fn writes_accessible_archival_pdf_of_anything() {
    let subject = Block::Subject { text: "Objet".to_owned() };
    let documents = [
        letter(vec![]),
        letter(vec![Block::PageBreak]),
        letter(vec![paragraph("a", "")]),
        letter(vec![subject, Block::Heading { text: String::new(), level: 1 }]),
        letter(vec![Block::Table { caption: String::new(), columns: vec![], rows: vec![] }]),
        letter(vec![Block::Signatures { parties: vec![] }, Block::Handwritten { instruction: String::new(), lines: 0 }]),
        letter(vec![Block::PaymentCode { payload: String::new(), caption: String::new() }]),
        Document { title: String::new(), author: String::new(), ..letter(vec![paragraph("a", "Texte.")]) },
    ];
    for document in documents.into_iter().chain(files::all().map(|(_, document)| document)) {
        let file = pdf(&document, None).unwrap_or_else(|error| panic!("{error}: {document:?}"));
        assert!(file.starts_with(b"%PDF-1.7") && file.trim_ascii_end().ends_with(b"%%EOF"));
    }
}

/// About one stream in 256 ends with a carriage return: its length must not be in doubt (PDF/A), and the table of objects
/// must still say where each begins.
#[test]
fn ends_every_stream_beyond_doubt() {
    for i in 0..3000 {
        let mut doubtful = false;
        let file = pdf(&letter(vec![paragraph("a", &format!("Lettre n° {i}."))]), None).unwrap();
        let read = lossy(&file);
        let table = read.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
        let entries = read[table..].lines().skip(2).take_while(|line| line.ends_with(['n', 'f']));
        for (object, entry) in entries.enumerate().skip(1) {
            let at: usize = entry[..10].parse().unwrap();
            assert!(read[at..].starts_with(&format!("{object} 0 obj\n")), "object {object} of letter {i}");
        }
        for stream in read.match_indices("/Length ").map(|(at, _)| &read[at + 8..]) {
            let length: usize = stream.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap();
            let content = &stream[stream.find("stream\n").unwrap() + 7..];
            let doubt = content[..length].ends_with('\r');
            doubtful |= doubt;
            let end = if doubt { "\r\nendstream" } else { "\nendstream" };
            assert!(content[length..].starts_with(end), "a stream of letter {i}");
        }
        if doubtful {
            return;
        }
    }
    panic!("no stream that this is about");
}

/// Each byte as a character, so that places stay the same.
fn lossy(file: &[u8]) -> String {
    file.iter().map(|&byte| if byte.is_ascii() { char::from(byte) } else { '?' }).collect()
}

#[test]
fn takes_names_of_ten_thousand_characters() {
    for name in ["É".repeat(10_000), "😀".repeat(10_000)] {
        let document = Document {
            title: name.clone(),
            author: name.clone(),
            blocks: vec![
                Block::Sender { lines: vec![name.clone()] },
                Block::Subject { text: name.clone() },
                Block::PaymentCode { payload: PAYMENT.to_owned(), caption: name.clone() },
            ],
            ..formal_notice()
        };
        let attachment = Attachment { name: name.clone(), description: name, ..files::case() };
        assert!(pdf(&document, Some(&attachment)).is_ok());
    }
}

#[test]
fn refuses_what_it_cannot_write_in_a_sentence() {
    let too_long = letter(vec![Block::PaymentCode { payload: "A".repeat(332), caption: "Payer".to_owned() }]);
    assert_eq!(pdf(&too_long, None), Err(Error::PaymentCode));
    assert!(Error::PaymentCode.to_string().starts_with("Le code de paiement n’a pas pu être dessiné"));
    let untyped = Attachment { media_type: "json; charset".to_owned(), ..files::case() };
    assert_eq!(pdf(&formal_notice(), Some(&untyped)), Err(Error::Attachment("dossier été.json".to_owned())));
    // The longest that the guidelines allow.
    assert!(pdf(&letter(vec![Block::PaymentCode { payload: "é".repeat(165), caption: "Payer".to_owned() }]), None).is_ok());
}

#[test]
fn shows_european_names_and_names_the_rest() {
    assert_eq!(
        missing_characters(&letter(vec![paragraph("a", FRENCH), paragraph("b", NAMES), paragraph("c", PASTED)])),
        Vec::<char>::new()
    );
    let document = letter(vec![paragraph("a", "Tōkyō 東京, 東"), Block::Enclosures { items: texts(&["😀"]) }]);
    assert_eq!(missing_characters(&document), ['東', '京', '😀']);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Any characters at all, in any field: right, or named; never a broken file.
    #[test]
    fn takes_any_characters(text in any::<String>(), more in "\\PC{0,200}") {
        let document = Document {
            title: text.clone(),
            author: more.clone(),
            blocks: vec![
                Block::Sender { lines: vec![text.clone(), more.clone()] },
                Block::Recipient { lines: vec![more.clone(), text.clone()] },
                Block::Subject { text: text.clone() },
                paragraph("a", &more),
                Block::PaymentCode { payload: text.chars().take(80).collect(), caption: more.clone() },
                Block::Enclosures { items: vec![text, more] },
            ],
            ..formal_notice()
        };
        prop_assert!(pdf(&document, Some(&files::case())).is_ok());
    }
}
