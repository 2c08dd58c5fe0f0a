//! The numbers of companies and of their establishments (INSEE), with their check digit.

use std::fmt;
use std::str::FromStr;

use dument_law::french::NARROW;
use dument_law::problem::{Code, string_form};

/// The number of a company: nine digits, the last one a check digit.
#[doc(alias = "numéro d’entreprise")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Siren([u8; 9]);

/// The number of an establishment: its company's SIREN and five digits more.
#[doc(alias = "numéro d’établissement")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct Siret([u8; 14]);

impl Siren {
    /// La Poste: the establishments of this company alone have numbers of another kind of check.
    const LA_POSTE: Self = Self([3, 5, 6, 0, 0, 0, 0, 0, 0]);

    /// `732 829 320`, as French prints it.
    #[must_use]
    pub fn printed(self) -> String {
        grouped(&self.0)
    }

    /// The number before the last digit's check: what a VAT key is computed from.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0.iter().fold(0, |number, digit| number * 10 + u32::from(*digit))
    }
}

impl Siret {
    /// The company this establishment belongs to.
    #[must_use]
    pub fn siren(self) -> Siren {
        let mut digits = [0; 9];
        digits.copy_from_slice(&self.0[..9]);
        Siren(digits)
    }

    /// `732 829 320 00074`, as French prints it.
    #[must_use]
    pub fn printed(self) -> String {
        let establishment: String = self.0[9..].iter().map(|digit| char::from(b'0' + digit)).collect();
        format!("{}{NARROW}{establishment}", self.siren().printed())
    }
}

/// Why a text is no SIREN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SirenError {
    /// Not nine digits.
    #[error("Un numéro SIREN a neuf chiffres, par exemple «\u{a0}732 829 320\u{a0}».")]
    Malformed,
    /// The check digit is wrong.
    #[error("Ce numéro SIREN est inexact\u{a0}: vérifiez chaque chiffre.")]
    Checksum,
}

impl SirenError {
    /// The stable code of the same problem in the JavaScript API.
    #[must_use]
    pub fn code(self) -> Code {
        Code::InvalidSiren
    }
}

/// Why a text is no SIRET.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SiretError {
    /// Not fourteen digits.
    #[error("Un numéro SIRET a quatorze chiffres, par exemple «\u{a0}732 829 320 00074\u{a0}».")]
    Malformed,
    /// The check digit is wrong.
    #[error("Ce numéro SIRET est inexact\u{a0}: vérifiez chaque chiffre.")]
    Checksum,
}

impl SiretError {
    /// The stable code of the same problem in the JavaScript API.
    #[must_use]
    pub fn code(self) -> Code {
        Code::InvalidSiret
    }
}

impl FromStr for Siren {
    type Err = SirenError;

    /// Reads nine digits, with or without spaces.
    fn from_str(text: &str) -> Result<Self, SirenError> {
        let digits = digits(text).ok_or(SirenError::Malformed)?;
        if luhn(&digits) { Ok(Self(digits)) } else { Err(SirenError::Checksum) }
    }
}

impl FromStr for Siret {
    type Err = SiretError;

    /// Reads fourteen digits, with or without spaces.
    fn from_str(text: &str) -> Result<Self, SiretError> {
        let siret = Self(digits(text).ok_or(SiretError::Malformed)?);
        let sum: u32 = siret.0.iter().map(|digit| u32::from(*digit)).sum();
        let post_office = siret.siren() == Siren::LA_POSTE && sum.is_multiple_of(5);
        if luhn(&siret.0) && luhn(&siret.siren().0) || post_office { Ok(siret) } else { Err(SiretError::Checksum) }
    }
}

impl fmt::Display for Siren {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{digit}"))
    }
}

impl fmt::Display for Siret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{digit}"))
    }
}

string_form!(Siren, "numéro SIREN");
string_form!(Siret, "numéro SIRET");

/// The digits of a text, its spaces left out; `None` for anything else or another count.
fn digits<const COUNT: usize>(text: &str) -> Option<[u8; COUNT]> {
    let mut digits = [0; COUNT];
    let mut characters = text.chars().filter(|character| !character.is_whitespace());
    for digit in &mut digits {
        *digit = u8::try_from(characters.next()?.to_digit(10)?).ok()?;
    }
    characters.next().is_none().then_some(digits)
}

/// Luhn's check: every second digit from the right is doubled, its own digits added; the sum ends in 0.
fn luhn(digits: &[u8]) -> bool {
    let weigh = |(place, digit): (usize, &u8)| {
        let weight = if place % 2 == 1 { digit * 2 } else { *digit };
        u32::from(weight / 10 + weight % 10)
    };
    digits.iter().rev().enumerate().map(weigh).sum::<u32>().is_multiple_of(10)
}

fn grouped(digits: &[u8]) -> String {
    let mut printed = String::new();
    for (place, digit) in digits.iter().enumerate() {
        if place > 0 && place % 3 == 0 {
            printed.push(NARROW);
        }
        printed.push(char::from(b'0' + digit));
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_company_number_by_its_check_digit() {
        // INSEE’s own example: 732 829 320 gives 7+6+2+7+2+9+3+4+0 = 40, which ends in 0.
        for (text, expected) in [
            ("732829320", Ok("732829320")),
            ("732 829 320", Ok("732829320")),
            ("732\u{202f}829\u{a0}320", Ok("732829320")),
            ("732829321", Err(SirenError::Checksum)),
            ("73282932", Err(SirenError::Malformed)),
            ("7328293200", Err(SirenError::Malformed)),
            ("73282932O", Err(SirenError::Malformed)),
            ("", Err(SirenError::Malformed)),
        ] {
            assert_eq!(text.parse::<Siren>().map(|siren| siren.to_string()), expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn knows_an_establishment_by_its_check_digit() {
        for (text, valid) in [
            ("73282932000074", true),
            ("732 829 320 00074", true),
            ("73282932000075", false),
            // La Poste’s head office passes Luhn’s check, its other offices the sum of digits divisible by five.
            ("35600000000048", true),
            ("35600000049837", true),
            ("35600000049838", false),
        ] {
            assert_eq!(text.parse::<Siret>().is_ok(), valid, "{text}");
        }
    }

    #[test]
    fn prints_in_groups() {
        assert_eq!("732829320".parse::<Siren>().unwrap().printed(), "732\u{202f}829\u{202f}320");
        assert_eq!("73282932000074".parse::<Siret>().unwrap().printed(), "732\u{202f}829\u{202f}320\u{202f}00074");
    }
}
