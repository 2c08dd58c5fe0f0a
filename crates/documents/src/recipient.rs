//! Whom a message goes to: an address or a number that may stand in a header or in a link, and nothing else.

use crate::{Error, characters};

/// How much of a wrong address is told back.
const TOLD: usize = 60;

/// An e-mail address, `nom@exemple.fr`, in the plain form that every program takes (RFC 5321).
///
/// Quoted names, comments and letters beyond ASCII are refused: rare, and each a way into a header.
///
/// # Errors
/// [`Error::Email`] where it is no such address.
pub(crate) fn email(typed: &str) -> Result<&str, Error> {
    let address = typed.trim();
    let good = address.len() <= 254
        && address.rsplit_once('@').is_some_and(|(name, domain)| {
            let mut labels = domain.split('.');
            name.len() <= 64 && name.split('.').all(is_atom) && labels.clone().count() > 1 && labels.all(is_label)
        });
    if good { Ok(address) } else { Err(Error::Email(told(typed))) }
}

/// The part of a name between two dots.
fn is_atom(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
}

/// The part of a domain between two dots.
fn is_label(part: &str) -> bool {
    !part.is_empty()
        && part.len() <= 63
        && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !part.starts_with('-')
        && !part.ends_with('-')
}

/// A telephone number as one dials it: digits, with `+` first where the country is given.
///
/// A national number stays one: overseas departments have country codes of their own, which its digits don't say.
///
/// # Errors
/// [`Error::Phone`] where it is none.
pub(crate) fn phone(typed: &str) -> Result<String, Error> {
    /// Digits of a number with its country, at most (ITU-T E.164).
    const MOST: usize = 15;
    /// Emergency and service numbers are no debtors.
    const FEWEST: usize = 6;
    let plain: String =
        typed.replace("(0)", "").chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '/' | '(' | ')')).collect();
    let (plus, digits) = match plain.strip_prefix('+').or_else(|| plain.strip_prefix("00")) {
        Some(international) => ("+", international),
        None => ("", plain.as_str()),
    };
    if (FEWEST..=MOST).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(format!("{plus}{digits}"))
    } else {
        Err(Error::Phone(told(typed)))
    }
}

/// What was typed, fit for a sentence.
fn told(typed: &str) -> String {
    let line = characters::line(typed);
    let mut told: String = line.chars().take(TOLD).collect();
    if line.chars().count() > TOLD {
        told.push('…');
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_addresses() {
        for address in ["compta@brun.example", "a.b+factures@sous.domaine.fr", "o'neil@exemple.co.uk", " x@y.fr "] {
            assert_eq!(email(address).as_deref(), Ok(address.trim()));
        }
    }

    #[test]
    fn refuses_what_would_slip_into_a_header() {
        for address in [
            "",
            "compta",
            "compta@brun",
            "a@b.fr\r\nBcc: c@d.fr",
            "a@b.fr, c@d.fr",
            "Brun <a@b.fr>",
            "\"a b\"@c.fr",
            "a..b@c.fr",
            "a@-b.fr",
            "é@b.fr",
            "a@é.fr",
            "a@b.fr?cc=c@d.fr",
        ] {
            assert!(email(address).is_err(), "{address}");
        }
        assert!(email(&format!("{}@b.fr", "a".repeat(65))).is_err());
    }

    #[test]
    fn a_wrong_address_is_told_short_and_on_one_line() {
        let error = email(&format!("a\r\n\u{0}{}", "é".repeat(10_000))).unwrap_err().to_string();
        assert!(error.chars().count() < 250 && !error.contains(['\r', '\n', '\u{0}']), "{error}");
    }

    #[test]
    fn dials_as_typed() {
        for (typed, dialled) in [
            ("06 12 34 56 78", "0612345678"),
            ("+33 (0)6.12.34.56.78", "+33612345678"),
            ("0033\u{a0}6-12-34-56-78", "+33612345678"),
            ("+262 692 12 34 56", "+262692123456"),
        ] {
            assert_eq!(phone(typed).as_deref(), Ok(dialled));
        }
        for typed in ["", "112", "06 12 34 56 78 ou 01", "+33?body=x", "++33612345678", "1234567890123456"] {
            assert!(phone(typed).is_err(), "{typed}");
        }
    }
}
