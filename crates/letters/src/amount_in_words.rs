//! Amounts and counts in words, in traditional French spelling.

use dument_law::Money;
use french_numbers::{PRE_REFORM_MASCULINE, french_number_options};

/// « mille neuf cent dix-sept euros et soixante et onze centimes »
#[doc(alias = "somme en toutes lettres")]
#[must_use]
pub fn amount_in_words(amount: Money) -> String {
    let printed = amount.to_string();
    let (sign, unsigned) = printed.strip_prefix('-').map_or(("", printed.as_str()), |rest| ("moins ", rest));
    let (euros, cents) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let number = |digits: &str| digits.parse::<u64>().unwrap_or_default();
    match (number(euros), number(cents)) {
        (euros, 0) => format!("{sign}{}", in_euros(euros)),
        (0, cents) => format!("{sign}{}", in_cents(cents)),
        (euros, cents) => format!("{sign}{} et {}", in_euros(euros), in_cents(cents)),
    }
}

/// « quinze », « quatre-vingts »
#[must_use]
pub fn in_words(number: u64) -> String {
    french_number_options(&number, &PRE_REFORM_MASCULINE)
}

fn in_euros(euros: u64) -> String {
    // « million » and « milliard » are nouns: « deux millions d’euros », but « deux millions cent euros ».
    let link = if euros >= 1_000_000 && euros.is_multiple_of(1_000_000) { " d’" } else { " " };
    format!("{}{link}euro{}", in_words(euros), plural(euros))
}

fn in_cents(cents: u64) -> String {
    format!("{} centime{}", in_words(cents), plural(cents))
}

fn plural(number: u64) -> &'static str {
    if number < 2 { "" } else { "s" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_amounts_as_french_does() {
        for (amount, words) in [
            ("0.00", "zéro euro"),
            ("0.01", "un centime"),
            ("0.80", "quatre-vingts centimes"),
            ("1.00", "un euro"),
            ("1.01", "un euro et un centime"),
            ("21.00", "vingt et un euros"),
            ("71.91", "soixante et onze euros et quatre-vingt-onze centimes"),
            ("80.00", "quatre-vingts euros"),
            ("81.00", "quatre-vingt-un euros"),
            ("99.99", "quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes"),
            ("100.00", "cent euros"),
            ("101.00", "cent un euros"),
            ("200.00", "deux cents euros"),
            ("201.00", "deux cent un euros"),
            ("280.00", "deux cent quatre-vingts euros"),
            ("1000.00", "mille euros"),
            ("1917.71", "mille neuf cent dix-sept euros et soixante et onze centimes"),
            ("2000.00", "deux mille euros"),
            ("80000.00", "quatre-vingt mille euros"),
            ("200000.00", "deux cent mille euros"),
            ("1000000.00", "un million d’euros"),
            ("2000000.50", "deux millions d’euros et cinquante centimes"),
            ("2000100.00", "deux millions cent euros"),
            ("80000000.00", "quatre-vingts millions d’euros"),
            ("200000000.00", "deux cents millions d’euros"),
            ("1000000000.00", "un milliard d’euros"),
            (
                "999999999999.99",
                "neuf cent quatre-vingt-dix-neuf milliards neuf cent quatre-vingt-dix-neuf millions \
                 neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf euros et \
                 quatre-vingt-dix-neuf centimes",
            ),
        ] {
            assert_eq!(amount_in_words(amount.parse().unwrap()), words, "{amount}");
        }
    }

    #[test]
    fn writes_counts() {
        assert_eq!((in_words(8), in_words(15)), ("huit".to_owned(), "quinze".to_owned()));
    }
}
