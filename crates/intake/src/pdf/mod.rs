//! A PDF: the e-invoice attached to it, if there is one.
//!
//! Objects are found by going through the file from its start, not by its table: so a broken table is no obstacle, and no
//! chain of references is ever followed that could turn in a circle. Known readers of PDF were weighed: hayro-syntax
//! inflates without a limit, lopdf brings random numbers, ciphers and Brotli for the one attachment wanted here.

mod scan;
mod value;

use crate::einvoice;
use crate::refusal::{Refusal, RefusalCode};
use scan::Attachment;

/// The names that Factur-X, ZUGFeRD and XRechnung give the invoice, the surest first.
const NAMES: [&str; 3] = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"];

/// Reads the e-invoice that a PDF holds.
pub(crate) fn read(bytes: &[u8]) -> Result<einvoice::Read, Refusal> {
    let mut attachments = scan::attachments(bytes)?;
    attachments.retain(|attachment| attachment.name.to_lowercase().ends_with(".xml"));
    // Later objects replace earlier ones: a changed PDF is written at its end.
    attachments.reverse();
    attachments.sort_by_key(|attachment| rank(&attachment.name));
    let mut reason = None;
    for attachment in attachments {
        let Attachment { name, content } = attachment;
        let read = content.and_then(|content| einvoice::read(&content, Some(name)));
        match read {
            // The plain standard has no name of its own for what a PDF holds.
            Ok(read) => return Ok(einvoice::Read { detail: read.detail.replacen("CII", "Factur-X", 1), ..read }),
            Err(refusal) if refusal.code != RefusalCode::NotAnInvoice => {
                reason.get_or_insert(refusal);
            }
            Err(_) => {}
        }
    }
    Err(reason.unwrap_or_else(|| {
        Refusal::new(
            RefusalCode::NoInvoiceInPdf,
            "Ce PDF ne contient pas de facture électronique\u{a0}: c’est une simple image de la facture. Exportez-la au format \
             Factur-X, ou saisissez-la.",
        )
    }))
}

fn rank(name: &str) -> usize {
    NAMES.iter().position(|known| name.eq_ignore_ascii_case(known)).unwrap_or(NAMES.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    const XML: &str = r#"<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><b:ID>F-1</b:ID><a:LegalMonetaryTotal><b:TaxInclusiveAmount>10</b:TaxInclusiveAmount></a:LegalMonetaryTotal></Invoice>"#;

    fn stream(number: u32, dictionary: &str, data: &[u8]) -> Vec<u8> {
        let mut object = format!("{number} 0 obj\n<< {dictionary} >>\nstream\r\n").into_bytes();
        object.extend(data);
        object.extend(b"\nendstream\nendobj\n");
        object
    }

    fn file(parts: &[&[u8]]) -> Vec<u8> {
        [&b"%PDF-1.7\n"[..], &parts.concat(), b"%%EOF"].concat()
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&str, RefusalCode>) {
        let read = read(bytes).map(|read| read.line.place.number.unwrap_or_default());
        assert_eq!(read.as_deref().map_err(|refusal| refusal.code), expected);
    }

    fn filespec(number: u32, name: &str, target: u32) -> Vec<u8> {
        format!("{number} 0 obj << /Type /Filespec /F ({name}) /UF ({name}) /EF << /F {target} 0 R >> >> endobj\n").into_bytes()
    }

    #[test]
    fn finds_the_invoice_however_the_file_is_written() {
        let packed = compress_to_vec_zlib(XML.as_bytes(), 6);
        let flate = "/Type /EmbeddedFile /Filter /FlateDecode /Length 7 0 R";
        check(&file(&[&stream(5, flate, &packed), &filespec(6, "factur-x.xml", 5)]), Ok("F-1"));
        // Not compressed, a wrong length, an EF apart, a name in UTF-16.
        let apart = b"6 0 obj<</EF 8 0 R/UF<FEFF0061002E0058004D004C>>>endobj 8 0 obj<</F 5 0 R>>endobj ";
        check(&file(&[&stream(5, "/Length 3", XML.as_bytes()), apart]), Ok("F-1"));
        // In an object stream.
        let spec = "<</Type/Filespec/F(factur-x.xml)/EF<</F 5 0 R>>>>";
        let objects = compress_to_vec_zlib(format!("6 0 {spec}").as_bytes(), 6);
        let holder = stream(9, "/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode]", &objects);
        check(&file(&[&stream(5, flate, &packed), &holder]), Ok("F-1"));
    }

    #[test]
    fn says_why_there_is_none() {
        check(&file(&[b"1 0 obj<</Type/Catalog>>endobj"]), Err(RefusalCode::NoInvoiceInPdf));
        check(&file(&[&stream(5, "", b"<a/>"), &filespec(6, "a.xml", 5)]), Err(RefusalCode::NoInvoiceInPdf));
        check(&file(&[&filespec(6, "factur-x.xml", 5)]), Err(RefusalCode::DamagedFile));
        check(&file(&[b"trailer <</Encrypt 3 0 R>>"]), Err(RefusalCode::EncryptedFile));
        // A bomb, and references that turn in a circle.
        let bomb = compress_to_vec_zlib(&vec![0; crate::limits::XML_BYTES + 1], 6);
        let flate = "/Filter /FlateDecode";
        check(&file(&[&stream(5, flate, &bomb), &filespec(6, "factur-x.xml", 5)]), Err(RefusalCode::TooLarge));
        check(&file(&[b"6 0 obj<</EF 6 0 R/F(factur-x.xml)>>endobj"]), Err(RefusalCode::DamagedFile));
    }

    #[test]
    fn endless_work_is_refused() {
        let open = file(&[&b"1 0 obj (".repeat(5_000)]);
        assert!(read(&open).is_err());
        let nested = file(&[b"1 0 obj ", &b"[".repeat(100_000)]);
        assert!(read(&nested).is_err());
    }
}
