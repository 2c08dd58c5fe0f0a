//! An e-mail draft that opens in a mail program, ready to be addressed and sent, with the letter attached as PDF.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dument_letters::Document;
use dument_letters::document::Language;

use crate::{Error, characters, pdf, text};

/// Never in base64, so never in a part.
const BOUNDARY: &str = "=_dument";
/// Bytes of UTF-8 in an encoded word: with the name of the header, a line is at most 76 characters long (RFC 2047).
const ENCODED_WORD: usize = 39;
/// Bytes in a line of base64, which is 76 characters long (RFC 2045).
const BASE64_LINE: usize = 57;

/// Makes an e-mail draft: the title as subject, the text as body, the PDF attached.
///
/// It names no sender and no recipient: the mail program asks, and `X-Unsent` makes it open as a draft.
///
/// # Errors
/// Those of [`pdf()`].
pub fn eml(document: &Document) -> Result<Vec<u8>, Error> {
    let attached = pdf(document)?;
    let title = characters::prepare(document, |text| text).title;
    let name = match document.language {
        Language::Fr => "lettre.pdf",
        Language::En => "letter.pdf",
    };
    let body = text(document).replace('\n', "\r\n");
    let lines = [
        format!("Subject: {}", encoded_words(&title)),
        "X-Unsent: 1".to_owned(),
        "MIME-Version: 1.0".to_owned(),
        format!("Content-Type: multipart/mixed; boundary=\"{BOUNDARY}\""),
        String::new(),
        format!("--{BOUNDARY}"),
        "Content-Type: text/plain; charset=utf-8".to_owned(),
        "Content-Transfer-Encoding: base64".to_owned(),
        String::new(),
        base64_lines(body.as_bytes()),
        format!("--{BOUNDARY}"),
        format!("Content-Type: application/pdf; name=\"{name}\""),
        "Content-Transfer-Encoding: base64".to_owned(),
        format!("Content-Disposition: attachment; filename=\"{name}\""),
        String::new(),
        base64_lines(&attached),
        format!("--{BOUNDARY}--"),
        String::new(),
    ];
    Ok(lines.join("\r\n").into_bytes())
}

fn base64_lines(bytes: &[u8]) -> String {
    let lines: Vec<String> = bytes.chunks(BASE64_LINE).map(|chunk| STANDARD.encode(chunk)).collect();
    lines.join("\r\n")
}

/// Any text as a header holds it: encoded words, one a line, never cut inside a character.
fn encoded_words(text: &str) -> String {
    let mut words = vec![String::new()];
    for character in text.replace('\n', " ").chars() {
        if words.last().is_some_and(|word| word.len() + character.len_utf8() > ENCODED_WORD) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    let encoded: Vec<String> = words.iter().map(|word| format!("=?UTF-8?B?{}?=", STANDARD.encode(word))).collect();
    encoded.join("\r\n ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_subjects_in_short_words() {
        let subject = encoded_words(&"Réclamation d’un montant dû\u{202f}! ".repeat(8));
        assert!(subject.split("\r\n ").all(|word| word.len() <= 67 && word.starts_with("=?UTF-8?B?") && word.ends_with("?=")));
        let decoded: Vec<u8> = subject
            .split("\r\n ")
            .flat_map(|word| STANDARD.decode(word.trim_start_matches("=?UTF-8?B?").trim_end_matches("?=")).unwrap())
            .collect();
        assert_eq!(String::from_utf8(decoded).unwrap(), "Réclamation d’un montant dû\u{202f}! ".repeat(8));
    }
}
