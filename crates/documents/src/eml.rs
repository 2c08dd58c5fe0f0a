//! An e-mail draft that opens in a mail program, ready to be sent (RFC 5322, 2045, 2047, 2231).

use dument_letters::Document;

use crate::file::{self, File};
use crate::{Error, base64, characters, links, recipient, text};

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
    let mut draft = String::new();
    if let Some(to) = to {
        line(&mut draft, &["To: ", recipient::email(to)?]);
    }
    line(&mut draft, &["Subject: ", &encoded_words(&characters::title(document))]);
    line(&mut draft, &["X-Unsent: 1"]);
    line(&mut draft, &["MIME-Version: 1.0"]);
    line(&mut draft, &["Content-Type: multipart/mixed; boundary=\"", BOUNDARY, "\""]);
    line(&mut draft, &[]);
    let body = text(document).replace('\n', "\r\n");
    part(&mut draft, "text/plain; charset=utf-8", None, body.as_bytes());
    let names = file::distinct_names(attachments.iter().map(|file| file::safe_name(&file.name)));
    for (file, name) in attachments.iter().zip(&names) {
        part(&mut draft, file::media_type(name), Some(name), &file.bytes);
    }
    line(&mut draft, &["--", BOUNDARY, "--"]);
    Ok(draft.into_bytes())
}

fn line(draft: &mut String, pieces: &[&str]) {
    for piece in pieces {
        draft.push_str(piece);
    }
    draft.push_str("\r\n");
}

fn part(draft: &mut String, media_type: &str, name: Option<&str>, bytes: &[u8]) {
    line(draft, &["--", BOUNDARY]);
    line(draft, &["Content-Type: ", media_type]);
    line(draft, &["Content-Transfer-Encoding: base64"]);
    if let Some(name) = name {
        line(draft, &["Content-Disposition: attachment;", &parameter("filename", name)]);
    }
    line(draft, &[]);
    for chunk in bytes.chunks(BASE64_LINE) {
        line(draft, &[&base64::encode(chunk)]);
    }
}

/// A parameter of a header, on lines of its own: plain where it is short and of ASCII, else encoded and cut (RFC 2231).
fn parameter(key: &str, value: &str) -> String {
    if value.is_ascii() && value.len() <= NAME_LINE {
        return format!("\r\n {key}=\"{value}\"");
    }
    let mut encoded = format!("\r\n {key}*0*=UTF-8''");
    let (mut pieces, mut length) = (1, 0);
    for byte in value.bytes() {
        if length > NAME_LINE {
            encoded.extend([";\r\n ", key, "*", &pieces.to_string(), "*="]);
            (pieces, length) = (pieces + 1, 0);
        }
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            encoded.push(char::from(byte));
            length += 1;
        } else {
            links::push_percent(&mut encoded, byte);
            length += 3;
        }
    }
    encoded
}

/// Any text as a header holds it: encoded words, one a line, never cut inside a character.
fn encoded_words(text: &str) -> String {
    let mut encoded = String::new();
    let mut word = String::new();
    for character in text.chars() {
        if word.len() + character.len_utf8() > ENCODED_WORD {
            push_word(&mut encoded, &word);
            encoded.push_str("\r\n ");
            word.clear();
        }
        word.push(character);
    }
    push_word(&mut encoded, &word);
    encoded
}

fn push_word(encoded: &mut String, word: &str) {
    encoded.push_str("=?UTF-8?B?");
    encoded.push_str(&base64::encode(word.as_bytes()));
    encoded.push_str("?=");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_subjects_in_short_words() {
        let subject = encoded_words(&"Réclamation d’un montant dû\u{202f}! ".repeat(8));
        let words: Vec<&str> = subject.split("\r\n ").collect();
        assert!(words.len() > 6);
        assert!(words.iter().all(|word| word.len() <= 67 && word.starts_with("=?UTF-8?B?") && word.ends_with("?=")), "{subject}");
        assert_eq!(encoded_words("dû"), "=?UTF-8?B?ZMO7?=");
    }

    #[test]
    fn names_files_as_every_program_reads_them() {
        assert_eq!(parameter("filename", "lettre.pdf"), "\r\n filename=\"lettre.pdf\"");
        assert_eq!(parameter("filename", "décompte 1.pdf"), "\r\n filename*0*=UTF-8''d%C3%A9compte%201.pdf");
        let long = parameter("filename", &format!("{}.pdf", "é".repeat(30)));
        let lines: Vec<&str> = long.split("\r\n").skip(1).collect();
        assert_eq!(lines.len(), 4, "{long}");
        assert!(lines.iter().all(|line| line.len() <= 76), "{long}");
        assert!(lines[..3].iter().all(|line| line.ends_with(';')) && lines[3].starts_with(" filename*3*="), "{long}");
    }
}
