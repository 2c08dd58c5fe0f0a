//! The account to pay into: IBAN and BIC.

use std::fmt;
use std::str::FromStr;

use dument_law::french::NO_BREAK;
use dument_law::problem::{Code, string_form};

/// An international account number whose check digits and national structure are right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Iban(iban::Iban);

impl Iban {
    /// `FR14 2004 1010 0505 0001 3M02 606`, in groups of four that stay on one line.
    #[must_use]
    pub fn printed(self) -> String {
        self.0.to_string().replace(' ', &NO_BREAK.to_string())
    }
}

/// The identifier of a bank (ISO 9362), of eight or eleven characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Bic(String);

/// Why a text is no IBAN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IbanError {
    /// Not the shape of an IBAN, or not that of its country.
    #[error("Un IBAN commence par deux lettres de pays et deux chiffres\u{202f}; un IBAN français a 27 caractères.")]
    Malformed,
    /// The check digits are wrong.
    #[error("Cet IBAN est inexact\u{a0}: vérifiez chaque caractère sur votre relevé d’identité bancaire.")]
    Checksum,
}

impl IbanError {
    /// The stable code of the same problem in the JavaScript API.
    #[must_use]
    pub fn code(self) -> Code {
        Code::InvalidIban
    }
}

/// Why a text is no BIC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Un BIC a huit ou onze caractères, par exemple «\u{a0}AGRIFRPP\u{a0}».")]
pub struct BicError;

impl BicError {
    /// The stable code of the same problem in the JavaScript API.
    #[must_use]
    pub fn code(self) -> Code {
        Code::InvalidBic
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect::<String>().to_ascii_uppercase()
}

impl FromStr for Iban {
    type Err = IbanError;

    /// Reads an IBAN with or without spaces, in capitals or not.
    fn from_str(text: &str) -> Result<Self, IbanError> {
        compact(text).parse().map(Self).map_err(|error| match error {
            iban::ParseIbanError::InvalidBaseIban { source: iban::ParseBaseIbanError::InvalidChecksum } => IbanError::Checksum,
            _ => IbanError::Malformed,
        })
    }
}

impl FromStr for Bic {
    type Err = BicError;

    /// Reads a BIC with or without spaces, in capitals or not.
    fn from_str(text: &str) -> Result<Self, BicError> {
        let bic = compact(text);
        let shape = matches!(bic.len(), 8 | 11)
            && bic.bytes().all(|b| b.is_ascii_alphanumeric())
            && bic.bytes().skip(4).take(2).all(|b| b.is_ascii_uppercase());
        if shape { Ok(Self(bic)) } else { Err(BicError) }
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(iban::IbanLike::electronic_str(&self.0))
    }
}

impl fmt::Display for Bic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

string_form!(Iban, "IBAN");
string_form!(Bic, "BIC");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_an_account_by_its_check_digits() {
        for (text, expected) in [
            ("FR14 2004 1010 0505 0001 3M02 606", Ok("FR1420041010050500013M02606")),
            ("fr1420041010050500013m02606", Ok("FR1420041010050500013M02606")),
            ("FR15 2004 1010 0505 0001 3M02 606", Err(IbanError::Checksum)),
            ("FR14 2004 1010 0505 0001 3M02", Err(IbanError::Checksum)),
            ("1234", Err(IbanError::Malformed)),
            ("", Err(IbanError::Malformed)),
        ] {
            assert_eq!(text.parse::<Iban>().map(|iban| iban.to_string()), expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn prints_in_groups_of_four() {
        let iban: Iban = "FR1420041010050500013M02606".parse().unwrap();
        assert_eq!(iban.printed().replace('\u{a0}', " "), "FR14 2004 1010 0505 0001 3M02 606");
    }

    #[test]
    fn knows_the_shape_of_a_bic() {
        for (text, valid) in
            [("AGRIFRPP", true), ("agri fr pp 882", true), ("AGRI1RPP", false), ("AGRIFR", false), ("ÀGRIFRP", false)]
        {
            assert_eq!(text.parse::<Bic>().is_ok(), valid, "{text}");
        }
    }
}
