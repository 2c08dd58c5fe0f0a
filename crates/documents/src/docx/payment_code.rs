//! A payment code in a DOCX: a picture of one bit a point (PNG), sharp in every word processor, and its caption.

use qrcodegen::QrCode;

use super::body::Body;
use super::escape;
use super::paragraph::{self, Properties, put};
use super::template::fill;
use crate::Error;
use crate::checksum::{adler32, crc32};
use crate::deflate::deflate;
use crate::payment_code::{QUIET, code, module};

/// Points of a module's side: word processors blur what they enlarge.
const POINTS: i32 = 8;
/// English metric units in a tenth of a millimetre.
const TENTH_MM: i32 = 3600;
/// Relationships before those of pictures.
const RELATIONSHIPS: usize = 7;

/// The name of a picture's part, from the folder of the document.
pub(super) fn file_name(picture: usize) -> String {
    format!("media/code{}.png", picture + 1)
}

/// What tells the document where its pictures are.
pub(super) fn relationships(pictures: usize) -> String {
    let mut xml = String::new();
    for picture in 0..pictures {
        put(
            &mut xml,
            format_args!(
                r#"<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="{}"/>"#,
                RELATIONSHIPS + 1 + picture,
                file_name(picture)
            ),
        );
    }
    xml
}

impl Body {
    /// The code, with its caption for those who can't see it, then the caption for all.
    pub(super) fn payment_code(&mut self, payload: &str, caption: &str) -> Result<(), Error> {
        let code = code(payload).ok_or(Error::PaymentCode)?;
        let alternative = if caption.trim().is_empty() { self.words.payment_code } else { caption };
        let side = (code.size() + 2 * QUIET) * module(&code) * TENTH_MM;
        let number = self.pictures.len() + 1;
        self.begin("PaymentCode", Properties { keep_next: !caption.is_empty(), ..Properties::default() });
        let drawing = fill(
            include_str!("parts/drawing.xml"),
            &[
                ("side", &side.to_string()),
                ("name", &format!("{} {number}", self.words.payment_code)),
                ("number", &number.to_string()),
                ("relationship", &(RELATIONSHIPS + number).to_string()),
                ("alternative", &escape(alternative)),
            ],
        );
        self.xml.push_str(&drawing);
        paragraph::end(&mut self.xml);
        if !caption.is_empty() {
            self.text("Normal", caption, false);
        }
        self.pictures.push(png(&code));
        Ok(())
    }
}

/// The code as a PNG of one bit a point, dark on white, with its quiet zone.
fn png(code: &QrCode) -> Vec<u8> {
    let side = (code.size() + 2 * QUIET) * POINTS;
    let mut rows = Vec::new();
    for y in 0..side {
        // No filter.
        rows.push(0);
        for byte in 0..side / 8 {
            let light = |bit: i32| u8::from(!code.get_module((byte * 8 + bit) / POINTS - QUIET, y / POINTS - QUIET));
            rows.push((0..8).fold(0, |points, bit| points << 1 | light(bit)));
        }
    }
    let mut header = Vec::new();
    header.extend(side.to_be_bytes());
    header.extend(side.to_be_bytes());
    // One bit a point, grey, and the only compression, filter and order there are.
    header.extend([1, 0, 0, 0, 0]);

    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, content) in [(b"IHDR", header), (b"IDAT", zlib(&rows)), (b"IEND", Vec::new())] {
        let named = [name.as_slice(), &content].concat();
        png.extend(u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes());
        png.extend(&named);
        png.extend(crc32(&named).to_be_bytes());
    }
    png
}

/// Deflated bytes as PNG wants them (RFC 1950): a window of 32 KiB, no dictionary, and a checksum.
fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut zlib = vec![0x78, 0x01];
    zlib.extend(deflate(bytes));
    zlib.extend(adler32(bytes).to_be_bytes());
    zlib
}
