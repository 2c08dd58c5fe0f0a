//! An e-mail draft that opens in a mail program, ready to be sent (RFC 5322, 2045, 2047, 2231).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dument_letters::Document;

use crate::file::{self, File};
use crate::{Error, characters, recipient, text};

/// Never in base64, so never in a part.
const BOUNDARY: &str = "=_dument";
/// Bytes of UTF-8 in an encoded word: with the name of the header, a line is at most 76 characters long (RFC 2047).
const ENCODED_WORD: usize = 39;
/// Bytes in a line of base64, which is 76 characters long (RFC 2045).
const BASE64_LINE: usize = 57;
/// Characters of a file name in a line of its header.
const NAME_LINE: usize = 50;

/// Makes an e-mail draft: the title of the document as subject, its text as body, the files attached.
///
/// It names no sender: the mail program knows. `X-Unsent` makes Outlook open it as a draft; others show it, to be sent anew.
/// No header can be added by what a field holds.
///
/// # Errors
/// [`Error::Email`] where the recipient is no e-mail address.
pub fn eml(document: &Document, to: Option<&str>, attachments: &[File]) -> Result<Vec<u8>, Error> {
    let mut lines = Vec::new();
    if let Some(to) = to {
        lines.push(format!("To: {}", recipient::email(to)?));
    }
    let title = characters::prepare(document, |text| text).title;
    lines.extend([
        format!("Subject: {}", encoded_words(&characters::line(&title))),
        "X-Unsent: 1".to_owned(),
        "MIME-Version: 1.0".to_owned(),
        format!("Content-Type: multipart/mixed; boundary=\"{BOUNDARY}\""),
        String::new(),
    ]);
    let body = text(document).replace('\n', "\r\n");
    part(&mut lines, "Content-Type: text/plain; charset=utf-8", None, body.as_bytes());
    let names = file::distinct_names(attachments.iter().map(|file| file::safe_name(&file.name)));
    for (file, name) in attachments.iter().zip(&names) {
        part(&mut lines, &format!("Content-Type: {}", file::media_type(name)), Some(name), &file.bytes);
    }
    lines.extend([format!("--{BOUNDARY}--"), String::new()]);
    Ok(lines.join("\r\n").into_bytes())
}

fn part(lines: &mut Vec<String>, content_type: &str, name: Option<&str>, bytes: &[u8]) {
    lines.extend([format!("--{BOUNDARY}"), content_type.to_owned(), "Content-Transfer-Encoding: base64".to_owned()]);
    if let Some(name) = name {
        lines.push("Content-Disposition: attachment;".to_owned());
        lines.extend(parameter("filename", name));
    }
    lines.push(String::new());
    lines.extend(bytes.chunks(BASE64_LINE).map(|chunk| STANDARD.encode(chunk)));
}

/// A parameter of a header: plain where it is short and of ASCII, else encoded and cut into lines (RFC 2231).
fn parameter(key: &str, value: &str) -> Vec<String> {
    if value.is_ascii() && value.len() <= NAME_LINE {
        return vec![format!(" {key}=\"{value}\"")];
    }
    let mut pieces = vec![String::new()];
    for byte in value.bytes() {
        let byte = if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        };
        if pieces.last().is_some_and(|piece| piece.len() + byte.len() > NAME_LINE) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(&byte);
        }
    }
    let last = pieces.len() - 1;
    let line = |(i, piece): (usize, &String)| {
        let charset = if i == 0 { "UTF-8''" } else { "" };
        format!(" {key}*{i}*={charset}{piece}{}", if i < last { ";" } else { "" })
    };
    pieces.iter().enumerate().map(line).collect()
}

/// Any text as a header holds it: encoded words, one a line, never cut inside a character.
fn encoded_words(text: &str) -> String {
    let mut words = vec![String::new()];
    for character in text.chars() {
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

    #[test]
    fn names_files_as_every_program_reads_them() {
        assert_eq!(parameter("filename", "lettre.pdf"), [" filename=\"lettre.pdf\""]);
        assert_eq!(parameter("filename", "décompte 1.pdf"), [" filename*0*=UTF-8''d%C3%A9compte%201.pdf"]);
        let long = parameter("filename", &format!("{}.pdf", "é".repeat(30)));
        assert_eq!(long.len(), 4);
        assert!(long.iter().all(|line| line.len() <= 76), "{long:?}");
        assert!(long[3].starts_with(" filename*3*=%") || long[3].starts_with(" filename*3*="), "{long:?}");
    }
}
