//! What a line of a customer account stands for, by the entry it is part of.

use super::journal::{Entry, Item};

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The customer owes it.
    Invoice,
    /// It takes away from a sale.
    CreditNote,
    /// Money came in.
    Payment,
    /// The customer no longer owes it: a loss.
    WriteOff,
    /// Money went back: a payment that was refused, or repaid.
    Reversal,
    /// The debt moved to another account of the customer; nothing was paid.
    Transfer,
    /// Nothing: an amount of zero.
    Nothing,
}

impl Role {
    /// The role of a line; `says_credit` tells whether its words speak of a credit note.
    pub(super) fn of(item: &Item, entry: &Entry, says_credit: bool) -> Self {
        let touches = entry.touches;
        let alone = !(touches.revenue || touches.money || touches.loss || touches.other || touches.opening);
        if item.cents == 0 {
            Self::Nothing
        } else if alone && entry.customer_lines > 1 && entry.customer_sum == 0 {
            Self::Transfer
        } else if item.cents > 0 {
            if touches.money && !touches.revenue { Self::Reversal } else { Self::Invoice }
        } else if touches.money {
            Self::Payment
        } else if touches.revenue || says_credit {
            Self::CreditNote
        } else if touches.loss {
            Self::WriteOff
        } else {
            Self::Payment
        }
    }
}

/// Whether the words of a line speak of a credit note: « Avoir 12 », « AVOIRS », and not « Savoir-faire ».
pub(super) fn says_credit(label: &[u8]) -> bool {
    let words = label.windows(5).enumerate().filter(|(_, word)| word.eq_ignore_ascii_case(b"avoir"));
    words.map(|(at, _)| at.checked_sub(1).and_then(|before| label.get(before))).any(|before| {
        // Letters beyond ASCII have bytes of 0x80 and more.
        before.is_none_or(|before| !before.is_ascii_alphabetic() && before.is_ascii())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_note_is_a_word_of_its_own() {
        for (label, says) in [
            ("Avoir 12", true),
            ("F-1 AVOIRS", true),
            ("avoir", true),
            ("SAVOIR-FAIRE SARL", false),
            ("Savoir, avoir", true),
            ("", false),
        ] {
            assert_eq!(says_credit(label.as_bytes()), says, "{label}");
        }
    }
}
