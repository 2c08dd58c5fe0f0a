//! What figures and states of the ledger are called on the screen.

use dument_law::{Money, french};
use dument_ledger::Currency;
use dument_ledger::standing::Standing;

/// An amount in its currency: « 1 850,00 € », « 1 850,00 USD ».
#[must_use]
pub fn amount(amount: Money, currency: Currency) -> String {
    let euros = french::money(amount);
    if currency.is_euro() { euros } else { euros.replace('€', &currency.to_string()) }
}

/// Where an invoice stands: « 12 jours de retard », « dans 3 jours », « contestée ».
#[must_use]
pub fn standing(standing: Standing, late: i64) -> String {
    match (standing, late) {
        (Standing::Late, 1..) => format!("{} de retard", french::count(late, "jour", "jours")),
        (Standing::Late | Standing::NotDue, 0) => "échéance ce jour".to_owned(),
        (Standing::NotDue, _) => format!("dans {}", french::count(late.saturating_neg(), "jour", "jours")),
        (other, _) => other.title().to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_in_their_currency() {
        let money: Money = "1850".parse().unwrap();
        assert_eq!(amount(money, Currency::EURO), "1\u{202f}850,00\u{202f}€");
        assert_eq!(amount(money, "usd".parse().unwrap()), "1\u{202f}850,00\u{202f}USD");
    }

    #[test]
    fn lateness_is_said() {
        assert_eq!(standing(Standing::Late, 1), "1\u{a0}jour de retard");
        assert_eq!(standing(Standing::NotDue, -3), "dans 3\u{a0}jours");
        assert_eq!(standing(Standing::Disputed, 40), "contestée");
    }
}
