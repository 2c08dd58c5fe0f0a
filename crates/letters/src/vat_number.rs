//! VAT numbers within the European Union; the key of French ones is checked.

use std::fmt;
use std::str::FromStr;

use dument_law::problem::{Code, string_form};

use crate::siren::Siren;

/// A VAT number, such as `FR44732829320`.
#[doc(alias = "numéro de TVA intracommunautaire")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct VatNumber(String);

impl VatNumber {
    /// The company a French number belongs to; `None` for a number of another country.
    #[must_use]
    pub fn siren(&self) -> Option<Siren> {
        self.0.strip_prefix("FR")?.get(2..)?.parse().ok()
    }
}

/// Why a text is no VAT number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VatNumberError {
    /// Not a country and up to twelve letters or digits.
    #[error("Un numéro de TVA commence par deux lettres de pays, par exemple «\u{a0}FR44732829320\u{a0}».")]
    Malformed,
    /// The key of a French number doesn't fit its SIREN, or its SIREN is wrong.
    #[error("Ce numéro de TVA est inexact\u{a0}: vérifiez chaque chiffre.")]
    Checksum,
}

impl VatNumberError {
    /// The stable code of the same problem in the JavaScript API.
    #[must_use]
    pub fn code(self) -> Code {
        Code::InvalidVatNumber
    }
}

impl FromStr for VatNumber {
    type Err = VatNumberError;

    /// Reads a number with or without spaces, in capitals or not.
    fn from_str(text: &str) -> Result<Self, VatNumberError> {
        let number: String = text.chars().filter(|character| !character.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let shape = number.is_ascii() && (4..=14).contains(&number.len());
        if !shape || !number[..2].bytes().all(|b| b.is_ascii_uppercase()) || !number.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(VatNumberError::Malformed);
        }
        match number.strip_prefix("FR") {
            None => Ok(Self(number)),
            Some(french) if french.len() != 11 => Err(VatNumberError::Malformed),
            Some(french) => {
                let (key, siren) = french.split_at(2);
                let siren: Siren = siren.parse().map_err(|_| VatNumberError::Checksum)?;
                // A key with a letter belongs to the newer form, whose check is not public.
                let expected = (12 + 3 * (siren.number() % 97)) % 97;
                let right = key.parse::<u32>().map_or(true, |key| key == expected);
                if right { Ok(Self(number)) } else { Err(VatNumberError::Checksum) }
            }
        }
    }
}

impl fmt::Display for VatNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

string_form!(VatNumber, "numéro de TVA");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_the_key_of_french_numbers() {
        // 732 829 320 mod 97 = 43; 12 + 3 × 43 = 141; 141 mod 97 = 44.
        for (text, expected) in [
            ("FR44732829320", Ok("FR44732829320")),
            ("fr 44 732 829 320", Ok("FR44732829320")),
            ("FR45732829320", Err(VatNumberError::Checksum)),
            ("FR44732829321", Err(VatNumberError::Checksum)),
            ("FR4473282932", Err(VatNumberError::Malformed)),
            ("DE123456789", Ok("DE123456789")),
            ("732829320", Err(VatNumberError::Malformed)),
            ("É1234567", Err(VatNumberError::Malformed)),
            ("", Err(VatNumberError::Malformed)),
        ] {
            assert_eq!(text.parse::<VatNumber>().map(|number| number.to_string()), expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn names_the_company_of_a_french_number() {
        let french: VatNumber = "FR44732829320".parse().unwrap();
        assert_eq!(french.siren().map(|siren| siren.to_string()).as_deref(), Some("732829320"));
        assert_eq!("DE123456789".parse::<VatNumber>().unwrap().siren(), None);
    }
}
