//! Rates and multiples as people type them: `12`, `12,40 %`, `1.5`.

use dument_law::Percent;
use dument_law::percent::PercentError;

use super::{split_number, without_spaces};

/// Why a typed text is no rate, as a sentence that says what to type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RateError {
    /// Nothing typed.
    #[error("Indiquez le taux de votre contrat, par exemple 12,40.")]
    Empty,
    /// Letters or other signs.
    #[error("Écrivez le taux en chiffres, par exemple 12,40.")]
    Unreadable,
    /// Below zero.
    #[error("Un taux ne peut pas être négatif.")]
    Negative,
    /// More than 1 000 or too many decimals.
    #[error("Vérifiez le taux\u{a0}: il va de 0 à 1 000, avec six décimales au plus.")]
    OutOfRange,
}

/// Reads a typed rate.
pub fn read(typed: &str) -> Result<Percent, RateError> {
    let text = without_spaces(typed);
    let text = text.trim_end_matches('%').trim_start_matches('+');
    if text.is_empty() {
        return Err(RateError::Empty);
    }
    let unsigned = text.trim_start_matches(['-', '−', '–']);
    let (whole, decimals) = split_number(unsigned).ok_or(RateError::Unreadable)?;
    if unsigned.len() != text.len() {
        return Err(RateError::Negative);
    }
    let plain = if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") };
    plain.parse().map_err(|error| match error {
        PercentError::Malformed => RateError::Unreadable,
        PercentError::Negative => RateError::Negative,
        PercentError::OutOfRange => RateError::OutOfRange,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_usual_forms_and_says_what_is_wrong() {
        for (typed, rate) in [("12", "12.00"), ("12,40 %", "12.40"), ("1.5", "1.50"), ("4,125%", "4.125"), ("+10", "10.00")] {
            assert_eq!(read(typed).map(|rate| rate.to_string()), Ok(rate.into()), "{typed}");
        }
        for (typed, error) in [
            ("", RateError::Empty),
            ("douze", RateError::Unreadable),
            ("-1", RateError::Negative),
            ("5000", RateError::OutOfRange),
        ] {
            assert_eq!(read(typed), Err(error), "{typed}");
        }
    }
}
