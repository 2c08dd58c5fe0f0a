//! The payment code that a banking application reads: European Payments Council, EPC069-12, version 2 (quick response code for the
//! initiation of a SEPA credit transfer).

use dument_law::Money;
use dument_law::french::{NARROW, NO_BREAK};

use crate::bank_account::{Bic, Iban};

/// The letters of a remittance text, at most.
pub(crate) const REMITTANCE: usize = 140;
/// The letters of a name, the bytes of the whole and the cents of an amount, at most.
const NAME: usize = 70;
const BYTES: usize = 331;
const CENTS: std::ops::RangeInclusive<i64> = 1..=99_999_999_999;

/// What the code holds; nothing for an amount that the standard doesn't allow.
///
/// A name or a reference that is too long is cut: the account, which decides where the money goes, never is.
pub(crate) fn payload(payee: &str, iban: Iban, bic: Option<&Bic>, amount: Money, reference: &str) -> Option<String> {
    if !CENTS.contains(&amount.cents()) {
        return None;
    }
    let bic = bic.map(Bic::to_string).unwrap_or_default();
    let mut name = plain(payee, NAME);
    let mut remittance = plain(reference, REMITTANCE);
    // Service tag, version, UTF-8, identification; no purpose, no structured reference.
    let written =
        |name: &str, remittance: &str| format!("BCD\n002\n1\nSCT\n{bic}\n{name}\n{iban}\nEUR{amount}\n\n\n{remittance}");
    while written(&name, &remittance).len() > BYTES && (remittance.pop().is_some() || name.pop().is_some()) {}
    Some(written(name.trim_end(), remittance.trim_end()))
}

/// A text with ordinary spaces, of so many letters at most.
fn plain(text: &str, letters: usize) -> String {
    text.replace([NARROW, NO_BREAK], " ").chars().take(letters).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn iban() -> Iban {
        "FR14 2004 1010 0505 0001 3M02 606".parse().unwrap()
    }

    #[test]
    fn holds_what_the_standard_asks_line_by_line() {
        let bic: Bic = "PSSTFRPPNTE".parse().unwrap();
        let payload = payload("Atelier Nord SARL", iban(), Some(&bic), Money::from_cents(191_771), "F-2026-014");
        assert_eq!(
            payload.as_deref(),
            Some("BCD\n002\n1\nSCT\nPSSTFRPPNTE\nAtelier Nord SARL\nFR1420041010050500013M02606\nEUR1917.71\n\n\nF-2026-014")
        );
    }

    #[test]
    fn amounts_outside_the_standard_have_no_code() {
        for (cents, has_code) in [(0, false), (-100, false), (1, true), (99_999_999_999, true), (100_000_000_000, false)] {
            assert_eq!(payload("A", iban(), None, Money::from_cents(cents), "F").is_some(), has_code, "{cents}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_named_the_code_keeps_its_lines_and_its_size(name in "\\PC{1,120}", reference in "\\PC{0,200}", cents in 1..1_000_000_i64) {
            let amount = Money::from_cents(cents);
            let payload = payload(&name, iban(), None, amount, &reference).unwrap();
            let lines: Vec<&str> = payload.split('\n').collect();
            prop_assert_eq!(lines.len(), 11);
            prop_assert!(payload.len() <= 331);
            prop_assert!(lines[5].chars().count() <= 70 && lines[10].chars().count() <= 140);
            prop_assert_eq!(lines[6], "FR1420041010050500013M02606");
            prop_assert_eq!(lines[7].strip_prefix("EUR").unwrap().parse::<Money>().unwrap(), amount);
        }
    }
}
