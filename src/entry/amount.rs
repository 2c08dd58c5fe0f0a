//! Amounts as people type them: `1850`, `1 850,00`, `1.850,00 €`, `1850.00`.

use dument_law::Money;
use dument_law::money::MoneyError;

use super::{lowercase, split_number, without_spaces};

/// Why a typed text is no amount, as a sentence that says what to type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Nothing typed.
    #[error("Indiquez le montant, par exemple 1 850,00.")]
    Empty,
    /// Letters or other signs.
    #[error("Écrivez le montant en chiffres, par exemple 1 850,00.")]
    Unreadable,
    /// Below zero.
    #[error("Un montant dû est positif\u{a0}: enlevez le signe moins. Un avoir se saisit à part, dans la facture.")]
    Negative,
    /// Zero.
    #[error("Indiquez un montant supérieur à zéro.")]
    Zero,
    /// More than two decimals.
    #[error("Deux chiffres au plus après la virgule, par exemple 1 850,00.")]
    TooManyDecimals,
    /// Above [`Money::MAX`].
    #[error("Ce montant dépasse 999 999 999 999,99 €. Vérifiez le nombre de zéros.")]
    TooLarge,
}

/// Reads a typed amount.
///
/// ```
/// use dument::entry::amount;
/// assert_eq!(amount::read(" 1.850,00 € ").unwrap().to_string(), "1850.00");
/// ```
pub fn read(typed: &str) -> Result<Money, AmountError> {
    let mut text = lowercase(&without_spaces(typed).replace(['’', '\''], ""));
    for unit in ["€", "euros", "euro", "eur", "ttc"] {
        text = text.trim_end_matches(unit).trim_start_matches(unit).to_owned();
    }
    if text.is_empty() {
        return Err(AmountError::Empty);
    }
    let unsigned = text.trim_start_matches(['-', '−', '–']);
    let (whole, decimals) = split_number(unsigned).ok_or(AmountError::Unreadable)?;
    if unsigned.len() != text.len() {
        return Err(AmountError::Negative);
    }
    let plain = if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") };
    let amount: Money = plain.parse().map_err(|error| match error {
        MoneyError::Malformed => AmountError::Unreadable,
        MoneyError::Negative => AmountError::Negative,
        MoneyError::TooManyDecimals => AmountError::TooManyDecimals,
        MoneyError::TooLarge => AmountError::TooLarge,
    })?;
    if amount.is_zero() { Err(AmountError::Zero) } else { Ok(amount) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_usual_form() {
        for typed in [
            "1850",
            "1 850,00",
            "1\u{202f}850,00\u{a0}€",
            "1.850,00 €",
            "1850.00",
            "1,850.00",
            "1'850,00",
            "1.850",
            "1850 EUR",
            "1850,0",
        ] {
            assert_eq!(read(typed).map(|amount| amount.to_string()), Ok("1850.00".into()), "{typed}");
        }
        for (typed, amount) in [("1.234.567", "1234567.00"), ("1.234.567,89", "1234567.89"), ("0,62", "0.62"), ("1,5", "1.50")] {
            assert_eq!(read(typed).map(|amount| amount.to_string()), Ok(amount.into()), "{typed}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (typed, error) in [
            ("", AmountError::Empty),
            ("  € ", AmountError::Empty),
            ("mille", AmountError::Unreadable),
            ("12a", AmountError::Unreadable),
            ("1.85.0", AmountError::Unreadable),
            ("1,2,3", AmountError::Unreadable),
            (",", AmountError::Unreadable),
            ("-1850", AmountError::Negative),
            ("−0,5", AmountError::Negative),
            ("0", AmountError::Zero),
            ("1,850", AmountError::TooManyDecimals),
            ("1000000000000000", AmountError::TooLarge),
            ("1e9", AmountError::Unreadable),
            ("٣", AmountError::Unreadable),
        ] {
            assert_eq!(read(typed), Err(error), "{typed}");
        }
    }
}
