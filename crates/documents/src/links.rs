//! Links that open a message already written: `mailto:` (RFC 6068) and `sms:` (RFC 5724).

use crate::{Error, Sms, characters, recipient};

/// The longest link.
///
/// No standard sets one. Windows passes no more than 2 083 characters to a program, and browsers based on Chromium open
/// nothing beyond 2 046 (Chromium issue 727909): this stays below both.
const LONGEST: usize = 2_000;

/// A link that opens an e-mail, written and ready to be sent. It can attach nothing: [`crate::eml()`] does.
///
/// # Errors
/// [`Error::Email`] where the address is none, [`Error::LinkTooLong`] where programs would cut the message.
pub fn mailto(to: Option<&str>, subject: &str, body: &str) -> Result<String, Error> {
    let to = to.map(recipient::email).transpose()?.unwrap_or_default();
    let subject = encode(&characters::line(subject));
    let body = encode(body).replace("%0A", "%0D%0A");
    checked(format!("mailto:{}?subject={subject}&body={body}", encode(to).replace("%40", "@")))
}

/// A link that opens a text message, on a telephone, written and ready to be sent.
///
/// `?&body=` is both what Android reads, as the standard has it, and what iOS reads, which wants `&` from version 8 on.
///
/// # Errors
/// [`Error::Phone`] where the number is none, [`Error::LinkTooLong`] where programs would cut the message.
pub fn sms(to: Option<&str>, message: &Sms) -> Result<String, Error> {
    let to = to.map(recipient::phone).transpose()?.unwrap_or_default();
    checked(format!("sms:{to}?&body={}", encode(&message.text)))
}

fn checked(link: String) -> Result<String, Error> {
    if link.len() <= LONGEST { Ok(link) } else { Err(Error::LinkTooLong) }
}

/// Every byte but letters, digits and four signs as `%20` writes it.
fn encode(text: &str) -> String {
    let text: String = text.chars().filter_map(characters::visible).collect();
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            push_percent(&mut encoded, byte);
        }
    }
    encoded
}

/// Adds a byte as a sign and two digits.
pub(crate) fn push_percent(encoded: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for sign in [b'%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]] {
        encoded.push(char::from(sign));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_program_opens_the_message() {
        assert_eq!(
            mailto(Some("compta+dus@brun.example"), "Facture n°\u{a0}12", "Bonjour,\nil reste 10 €\u{202f}?").unwrap(),
            "mailto:compta%2Bdus@brun.example?subject=Facture%20n%C2%B0%C2%A012\
             &body=Bonjour%2C%0D%0Ail%20reste%2010%20%E2%82%AC%E2%80%AF%3F"
        );
        assert_eq!(mailto(None, "", "").unwrap(), "mailto:?subject=&body=");
    }

    #[test]
    fn a_telephone_opens_the_message() {
        let message = Sms::new("Facture F-1 & F-2\u{a0}:\r\nmerci\u{202f}!");
        assert_eq!(
            sms(Some("+33 6 12 34 56 78"), &message).unwrap(),
            "sms:+33612345678?&body=Facture%20F-1%20%26%20F-2%20%3A%0Amerci%20%21"
        );
        assert_eq!(sms(None, &Sms::new("a")).unwrap(), "sms:?&body=a");
    }

    #[test]
    fn nothing_slips_into_the_link() {
        let link = mailto(None, "a&bcc=x@y.fr\r\nBcc: z@y.fr", "b&attach=/etc/passwd#?").unwrap();
        assert_eq!(link.matches('&').count(), 1);
        assert!(!link.contains(['#', ' ', '\r', '\n']), "{link}");
        assert!(mailto(Some("a@b.fr?cc=c@d.fr&x"), "", "").is_err());
    }

    #[test]
    fn a_long_message_is_refused_rather_than_cut() {
        let left = LONGEST - "mailto:?subject=&body=".len();
        assert!(mailto(None, "", &"a".repeat(left)).is_ok());
        assert_eq!(mailto(None, "", &"a".repeat(left + 1)), Err(Error::LinkTooLong));
        assert_eq!(sms(None, &Sms::new(&"é".repeat(400))), Err(Error::LinkTooLong));
    }
}
