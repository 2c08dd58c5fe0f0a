//! The lighter files, read again by others' readers: whole, harmless, and the same every time.

#![expect(clippy::unwrap_used, reason = "the helpers of tests fail as tests do")]

mod samples;

use std::io::{Cursor, Read};

use dument_documents::{Error, File, archive, csv, docx, eml, exhibits, text};
use dument_letters::{Block, Document};
use quick_xml::Reader;
use quick_xml::events::Event;
use samples::{agreement, formal_notice, hostile, items, long_notice, paragraph, row, short_rows, statement, texts};

/// Every accent, sign and space of French typography, and names from elsewhere.
const FRENCH: &str = "« À l’été, Noël\u{a0}: où naît l’œuf\u{202f}? ÇA, ÉÈÊËÎÏÔÙÛÜŸ ŒÆ – 12,40\u{a0}% − 5\u{202f}€ »";
const NAMES: &str = "Łukasz Şahin, Ștefan Țîrlea, Ψαρρός, Щербаков, Nguyễn Đức";

fn letter(blocks: Vec<Block>) -> Document {
    Document { blocks, ..formal_notice() }
}

fn file(name: &str, bytes: &[u8]) -> File {
    File { name: name.to_owned(), bytes: bytes.to_vec() }
}

/// The files of a ZIP, in order.
fn unzipped(zip: &[u8]) -> Vec<File> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let count = archive.len();
    let read = |i| {
        let mut entry = archive.by_index(i).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        file(&entry.name().unwrap(), &bytes)
    };
    (0..count).map(read).collect()
}

/// The XML parts of a DOCX, by name.
fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let xml = |file: &File| !file.name.starts_with("word/media/");
    unzipped(docx).into_iter().filter(xml).map(|file| (file.name, String::from_utf8(file.bytes).unwrap())).collect()
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
    let parts = parts(&docx(document).unwrap());
    parts.into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1
}

#[test]
fn gives_the_same_bytes_every_time() {
    for document in [formal_notice(), long_notice(40), agreement(), hostile()] {
        assert_eq!(docx(&document).unwrap(), docx(&document).unwrap());
        assert_eq!(eml(&document, None, &[]), eml(&document, None, &[]));
    }
}

#[test]
fn writes_docx_that_is_well_formed_and_whole() {
    for document in [formal_notice(), long_notice(40), agreement(), hostile()] {
        let parts = parts(&docx(&document).unwrap());
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
    let parts = parts(&docx(&formal_notice()).unwrap());
    let styles = &parts.iter().find(|(name, _)| name == "word/styles.xml").unwrap().1;
    for used in body.split("<w:pStyle w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(styles.contains(&format!("w:styleId=\"{used}\"")), "{used}");
    }
}

#[test]
fn dates_and_names_a_docx_by_its_letter() {
    let parts = parts(&docx(&Document { title: "A & B <1> {author}".to_owned(), ..formal_notice() }).unwrap());
    let core = &parts.iter().find(|(name, _)| name == "docProps/core.xml").unwrap().1;
    assert!(
        core.contains("2026-07-10T00:00:00Z") && core.contains("<dc:title>A &amp; B &lt;1&gt; {author}</dc:title>"),
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
    let attached = [file("décompte.csv", b"a;b"), file("a\r\nBcc: x@y.fr", &[0; 1000]), file("décompte.csv", b"")];
    let draft = eml(&hostile(), Some("compta@brun.example"), &attached).unwrap();
    let draft = String::from_utf8(draft).unwrap();
    assert!(draft.starts_with("To: compta@brun.example\r\nSubject: =?UTF-8?B?") && draft.contains("\r\nX-Unsent: 1\r\n"));
    assert!(draft.is_ascii() && draft.split("\r\n").all(|line| line.len() <= 76 && !line.contains(['\r', '\n'])));
    assert!(draft.ends_with("\r\n--=_dument--\r\n") && !draft.contains("\r\nBcc"));
    for name in ["filename*0*=UTF-8''d%C3%A9compte.csv", "filename*0*=UTF-8''d%C3%A9compte%20%282%29.csv", "\"a Bcc- x@y.fr\""] {
        assert!(draft.contains(name), "{name} is not in\n{draft}");
    }
}

#[test]
fn drafts_an_email_to_nobody_in_particular_but_never_to_two() {
    let draft = |to| eml(&formal_notice(), to, &[]).map(|draft| String::from_utf8(draft).unwrap());
    assert!(draft(None).unwrap().starts_with("Subject: "));
    let refused = draft(Some("a@b.fr\r\nBcc: c@d.fr")).unwrap_err();
    assert_eq!(refused, Error::Email("a@b.fr Bcc: c@d.fr".to_owned()));
    assert!(refused.to_string().contains("n’est pas une adresse électronique"));
}

#[test]
fn puts_labels_before_values() {
    let document = letter(vec![Block::Facts { title: "Pour payer".to_owned(), items: items(&[("IBAN", "FR76")]) }]);
    assert!(body(&document).contains(r"IBAN</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t"));
}

#[test]
fn writes_the_statement_for_a_spreadsheet() {
    assert_eq!(
        String::from_utf8(csv(&formal_notice())).unwrap(),
        "\u{feff}Période;Jours;Taux annuel (%);Base (€);Montant (€)\r\n\
         Facture F-2026-014, échue le 20\u{a0}juin 2026;;;;10000,00\r\n\
         du 21 au 30\u{a0}juin 2026;10;12,15;10000,00;33,29\r\n\
         du 1er au 10\u{a0}juillet 2026;10;12,40;10000,00;33,97\r\n\
         Indemnité forfaitaire de recouvrement;;;;40,00\r\n\
         Total dû;;;;10107,26\r\n"
    );
    assert_eq!(csv(&letter(vec![])), "\u{feff}".as_bytes());
}

#[test]
fn writes_several_tables_under_their_captions_and_no_formula() {
    let formula = "=HYPERLINK(\"x\")";
    let table = || statement(vec![row(&[formula, "-5", "a", "", "−5,00\u{202f}€"], false)]);
    let file = String::from_utf8(csv(&letter(vec![table(), paragraph("a", "Texte"), table()]))).unwrap();
    let one = "Décompte au 10\u{a0}juillet 2026\r\nPériode;Jours;Taux annuel;Base;Montant (€)\r\n\
               \"'=HYPERLINK(\"\"x\"\")\";-5;a;;-5,00\r\n";
    assert_eq!(file, format!("\u{feff}{one}\r\n{one}"));
}

#[test]
fn keeps_every_file_in_an_archive() {
    let files =
        [file("Lettre.pdf", &[7; 5000]), file("../lettre.pdf", b"b"), file("lettre.PDF", b""), file("été\u{202e}.txt", b"c")];
    let day = formal_notice().written_on;
    let zip = archive(&files, day).unwrap();
    assert_eq!(zip, archive(&files, day).unwrap());
    let read = unzipped(&zip);
    let names: Vec<&str> = read.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Lettre.pdf", "-lettre.pdf", "lettre (2).PDF", "été.txt"]);
    assert!(read.iter().zip(&files).all(|(read, given)| read.bytes == given.bytes));
    assert!(unzipped(&archive(&[], day).unwrap()).is_empty());
}

#[test]
fn refuses_more_files_than_an_archive_holds() {
    let files = vec![file("a", b""); 65_536];
    assert_eq!(archive(&files, formal_notice().written_on), Err(Error::ArchiveTooLarge));
}

#[test]
fn lists_the_exhibits_of_each_document() {
    let second =
        Document { title: "Requête\u{0}".to_owned(), ..letter(vec![Block::Enclosures { items: texts(&["Décompte"]) }]) };
    assert_eq!(
        exhibits(&[formal_notice(), letter(vec![]), second]),
        "Mise en demeure de payer, facture F-2026-014 (10\u{a0}juillet 2026)\n\
         1. Copie de la facture F-2026-014\n\
         2. Bon de livraison signé du 20\u{a0}mai 2026\n\n\
         Requête (10\u{a0}juillet 2026)\n\
         1. Décompte\n"
    );
    assert_eq!(exhibits(&[]), "");
}

#[test]
fn takes_names_of_ten_thousand_characters() {
    let long = "É".repeat(10_000);
    let document = Document {
        title: long.clone(),
        author: long.clone(),
        ..letter(vec![
            Block::Sender { lines: vec![long.clone()] },
            Block::Recipient { lines: vec![long.clone(); 6] },
            Block::Facts { title: long.clone(), items: items(&[(&long, &long)]) },
            statement(vec![row(&[&long, &long], false)]),
            Block::Enclosures { items: vec![long.clone()] },
        ])
    };
    let parts = parts(&docx(&document).unwrap());
    let body = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    assert_eq!(xml_text(&body.1).matches('É').count(), 13 * 10_000);
    // What runs at the head and the foot of every page is short.
    let footer = parts.iter().find(|(name, _)| name == "word/footer1.xml").unwrap();
    assert_eq!(xml_text(&footer.1).matches('É').count(), 80);
    let draft = String::from_utf8(eml(&document, None, &[file(&long, b"a")]).unwrap()).unwrap();
    assert!(draft.is_ascii() && draft.split("\r\n").all(|line| line.len() <= 76));
    assert_eq!(unzipped(&archive(&[file(&long, b"a")], document.written_on).unwrap())[0].name.chars().count(), 99);
}
