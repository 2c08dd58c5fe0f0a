//! Files that are cut, damaged or made to harm: each is read or refused, none panics, none grows without end.

use dument_documents::Zip;
use dument_intake::{Invoice, InvoiceKind, Options, Payment, Reader, RefusalCode, export, read};
use dument_law::{Day, Money};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params};
use proptest::prelude::*;

const UBL: &str = include_str!("../../../fuzz/seeds/einvoices/ubl.xml");
const CII: &str = include_str!("../../../fuzz/seeds/einvoices/cii.xml");
const CSV: &str = include_str!("../../../fuzz/seeds/tables/french.csv");
const FEC: &str = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|\
                   EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n\
                   VE|Ventes|1|20260105|411|Clients|D|Dupont|F-1|20260105|Vente|120,00|0|A|||\n\
                   BQ|Banque|2|20260205|411|Clients|D|Dupont|V|20260205|Virement F-1|0|130|A|||\n";

fn workbook() -> Vec<u8> {
    let invoice = Invoice::new("F-1", InvoiceKind::Invoice, Money::from_cents(185_000), "EUR");
    let payment = Payment {
        debtor: invoice.debtor.clone(),
        on: None,
        amount: Money::from_cents(1),
        currency: "EUR".into(),
        reference: None,
        label: None,
    };
    export::xlsx(&[invoice], &[payment], Day::new(2026, 11, 22).expect("a day"))
}

fn pdf() -> Vec<u8> {
    let packed = compress_to_vec_zlib(UBL.as_bytes(), 6);
    let held = compress_to_vec_zlib(b"6 0 <</Type/Filespec/UF(factur-x.xml)/EF<</F 5 0 R>>>>", 6);
    let stream = |number: u32, dictionary: &str, data: &[u8]| {
        let start = format!("{number} 0 obj <<{dictionary}/Filter/FlateDecode/Length {}>> stream\n", data.len());
        [start.as_bytes(), data, b"\nendstream endobj\n"].concat()
    };
    let objects = [stream(5, "/Type/EmbeddedFile", &packed), stream(9, "/Type/ObjStm/N 1/First 4", &held)].concat();
    [&b"%PDF-1.7\n"[..], &objects, b"trailer<</Root 1 0 R>>\n%%EOF"].concat()
}

fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let wide: Vec<u8> = CSV.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        ("UBL", UBL.into()),
        ("CII", CII.into()),
        ("CSV", CSV.into()),
        ("CSV in UTF-16", [&[0xff, 0xfe], wide.as_slice()].concat()),
        ("FEC", FEC.into()),
        ("XLSX", workbook()),
        ("PDF", pdf()),
        ("JSON", export::json(&[Invoice::new("F-1", InvoiceKind::Invoice, Money::from_cents(1), "EUR")], &[]).into_bytes()),
    ]
}

/// Reads to the end, whatever comes of it.
fn endures(bytes: Vec<u8>) {
    let mut reader = Reader::new("x", bytes, Options::default());
    for _ in 0..1_000 {
        if reader.step().finished {
            let _ = reader.finish();
            return;
        }
    }
    panic!("no end");
}

#[test]
fn every_sample_is_whole() {
    for (name, bytes) in samples() {
        let found = read(name, bytes, Options::default()).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        assert!(found.invoices().count() > 0, "{name}");
    }
}

#[test]
fn a_file_may_end_anywhere() {
    for (_, bytes) in samples() {
        for end in 0..bytes.len() {
            endures(bytes[..end].to_vec());
        }
    }
}

#[test]
fn what_is_cut_is_never_half_an_e_invoice() {
    for text in [UBL, CII] {
        for end in 0..text.trim_end().len() {
            assert!(read("x", text.as_bytes()[..end].to_vec(), Options::default()).is_err(), "{end}");
        }
    }
}

/// One entry of a hundred thousand lines of the largest amount: their sum is more than is held.
#[test]
fn a_fec_whose_sums_are_too_large_is_read_without_them() {
    let (header, _) = FEC.split_once('\n').expect("lines");
    let line = "VE|Ventes|1|20260105|411|Clients|D|Dupont|F-1|20260105|Vente|999999999999,99|0||||\n";
    let vat = "VE|Ventes|1|20260105|4457|TVA|||F-1|20260105|Vente|0|999999999999,99||||\n";
    let text = [header, "\n", &line.repeat(100_000), &vat.repeat(100_000)].concat();
    let found = read("fec.txt", text.into_bytes(), Options::default()).expect("a FEC");
    let codes: Vec<RefusalCode> = found.refusals().map(|(_, refusal)| refusal.code).collect();
    assert_eq!((found.lines.len(), codes), (1, vec![RefusalCode::InvalidAmount]));
}

proptest! {
    #![proptest_config(ProptestConfig::default())]

    #[test]
    fn any_bytes_are_endured(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        endures(bytes);
    }

    #[test]
    fn any_change_is_endured(sample in 0_usize..8, places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = samples().swap_remove(sample).1;
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        endures(bytes);
    }
}

#[track_caller]
fn refused(bytes: Vec<u8>, code: RefusalCode) {
    let refusal = read("x", bytes, Options::default()).expect_err("a refusal");
    assert_eq!(refusal.code, code, "{refusal}");
}

/// A deflated stream of as many mebibytes of spaces, a thousandth of that in size.
fn bomb(mebibytes: usize) -> Vec<u8> {
    let mut piece = Vec::new();
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(6, -15, 0));
    let spaces = vec![b' '; 1 << 20];
    compress_to_output(&mut compressor, &spaces, TDEFLFlush::Sync, |packed| {
        piece.extend_from_slice(packed);
        true
    });
    [piece.repeat(mebibytes), vec![3, 0]].concat()
}

/// An archive of one deflated file, written by hand: our own writer deflates by itself.
fn archive(name: &str, deflated: &[u8], size: u32) -> Vec<u8> {
    let short = |number: usize| u16::try_from(number).expect("short").to_le_bytes();
    let long = |number: usize| u32::try_from(number).expect("long").to_le_bytes();
    let entry = [
        &20_u16.to_le_bytes()[..],
        &0_u16.to_le_bytes(),
        &8_u16.to_le_bytes(),
        &[0; 8],
        &long(deflated.len()),
        &size.to_le_bytes(),
        &short(name.len()),
        &[0; 2],
    ]
    .concat();
    let local = [b"PK\x03\x04", &entry[..], name.as_bytes(), deflated].concat();
    let central = [b"PK\x01\x02\x14\0", &entry[..], &[0; 10], &[0; 4], name.as_bytes()].concat();
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &long(central.len())[..], &long(local.len()), &[0; 2]].concat();
    [local, central, end].concat()
}

#[test]
fn an_archive_that_grows_is_refused() {
    refused(archive("xl/workbook.xml", &bomb(65), 10), RefusalCode::TooLarge);
    // Within the limit it is only spaces, and no workbook.
    refused(archive("xl/workbook.xml", &bomb(1), 10), RefusalCode::MissingColumns);
    refused(archive("document.docx", &bomb(1), 10), RefusalCode::UnknownFile);
}

#[test]
fn a_workbook_whose_texts_are_shared_a_million_times_stays_small() {
    let mut zip = Zip::of_day(Day::new(2026, 11, 22).expect("a day"));
    let huge = "x".repeat(40_000);
    zip.add("xl/workbook.xml", b"<workbook><sheet name='a' r:id='1'/></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", b"<Relationship Id='1' Target='worksheets/sheet1.xml'/>");
    zip.add("xl/sharedStrings.xml", format!("<sst><si><t>{huge}</t></si></sst>").as_bytes());
    zip.add("xl/worksheets/sheet1.xml", b"<worksheet><sheetData></sheetData></worksheet>");
    refused(zip.finish(), RefusalCode::TooLarge);
}

#[test]
fn entities_are_never_expanded() {
    let laughs = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
    refused(format!("{laughs}{UBL}").into_bytes(), RefusalCode::UnsafeXml);
    refused(UBL.replace("Dupont &amp; fils", "&b;").into_bytes(), RefusalCode::UnsafeXml);
    refused(UBL.replace("schemeID=\"0002\"", "schemeID=\"&b;\"").into_bytes(), RefusalCode::UnsafeXml);
}

#[test]
fn depth_and_length_have_an_end() {
    let deep = UBL.replace("<b:ID>", &format!("{}<b:ID>", "<a:Party>".repeat(100)));
    refused(deep.into_bytes(), RefusalCode::TooLarge);
    let long = UBL.replace("Dupont", &"D".repeat(200_000));
    refused(long.into_bytes(), RefusalCode::TooLarge);
    let cell = CSV.replace("Dupont", &"D".repeat(100_000));
    refused(cell.into_bytes(), RefusalCode::TooLarge);
    let columns = format!("Numéro;Montant TTC{}\nF-1;10,00\n", ";x".repeat(2_000));
    refused(columns.into_bytes(), RefusalCode::TooLarge);
}
