//! Amounts, rates, days and numbers as British English prints them, for letters to a debtor abroad.

use dument_law::french::NO_BREAK;
use dument_law::{Day, Money, Percent};

/// The twelve months, from January.
pub(crate) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// `€1,850.00`
pub(crate) fn money(amount: Money) -> String {
    let printed = decimal(&amount.to_string());
    match printed.strip_prefix('−') {
        Some(unsigned) => format!("−€{unsigned}"),
        None => format!("€{printed}"),
    }
}

/// `12.40%`
pub(crate) fn percent(rate: Percent) -> String {
    format!("{}%", decimal(&rate.to_string()))
}

/// `22 November 2026`
pub(crate) fn day(day: Day) -> String {
    format!("{}{NO_BREAK}{} {}", day.day_of_month(), MONTHS[day.month() as usize - 1], day.year())
}

/// A decimal with a point, its thousands parted by commas.
pub(crate) fn decimal(plain: &str) -> String {
    let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain), |rest| ("−", rest));
    let (whole, decimals) = unsigned.split_at(unsigned.find('.').unwrap_or(unsigned.len()));
    let mut printed = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            printed.push(',');
        }
        printed.push(digit);
    }
    printed + decimals
}

/// “fifteen”, “one hundred and five”
pub(crate) fn in_words(number: u64) -> String {
    let with_rest = |unit: u64, name: &str| {
        let head = format!("{} {name}", in_words(number / unit));
        match number % unit {
            0 => head,
            rest if rest < 100 => format!("{head} and {}", in_words(rest)),
            rest => format!("{head} {}", in_words(rest)),
        }
    };
    match number {
        0..20 => ONES[usize::try_from(number).unwrap_or_default()].into(),
        20..100 => {
            let tens = TENS[usize::try_from(number / 10).unwrap_or_default()];
            if number.is_multiple_of(10) { tens.into() } else { format!("{tens}-{}", in_words(number % 10)) }
        }
        100..1_000 => with_rest(100, "hundred"),
        1_000..1_000_000 => with_rest(1_000, "thousand"),
        1_000_000..1_000_000_000 => with_rest(1_000_000, "million"),
        _ => with_rest(1_000_000_000, "billion"),
    }
}

/// “one thousand nine hundred and seventeen euros and seventy-one cents”
pub(crate) fn amount_in_words(amount: Money) -> String {
    let cents = amount.cents().unsigned_abs();
    let sign = if amount.cents() < 0 { "minus " } else { "" };
    let counted = |number: u64, noun: &str| format!("{} {noun}{}", in_words(number), if number == 1 { "" } else { "s" });
    match (cents / 100, cents % 100) {
        (euros, 0) => format!("{sign}{}", counted(euros, "euro")),
        (0, cents) => format!("{sign}{}", counted(cents, "cent")),
        (euros, cents) => format!("{sign}{} and {}", counted(euros, "euro"), counted(cents, "cent")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_english_does() {
        assert_eq!(money(Money::from_cents(185_000)), "€1,850.00");
        assert_eq!(money(Money::from_cents(123_456_789)), "€1,234,567.89");
        assert_eq!(money(Money::from_cents(-5)), "−€0.05");
        assert_eq!(percent(Percent::from_hundredths(1215)), "12.15%");
        assert_eq!(day("2026-07-01".parse().unwrap()), "1\u{a0}July 2026");
    }

    #[test]
    fn writes_numbers_in_words() {
        for (number, words) in [
            (0, "zero"),
            (15, "fifteen"),
            (21, "twenty-one"),
            (100, "one hundred"),
            (105, "one hundred and five"),
            (1_040, "one thousand and forty"),
            (1_917, "one thousand nine hundred and seventeen"),
            (200_000, "two hundred thousand"),
            (2_000_100, "two million one hundred"),
            (1_000_000_001, "one billion and one"),
        ] {
            assert_eq!(in_words(number), words);
        }
    }

    #[test]
    fn writes_amounts_in_words() {
        for (cents, words) in [
            (0, "zero euros"),
            (1, "one cent"),
            (100, "one euro"),
            (191_771, "one thousand nine hundred and seventeen euros and seventy-one cents"),
            (-250, "minus two euros and fifty cents"),
        ] {
            assert_eq!(amount_in_words(Money::from_cents(cents)), words);
        }
    }
}
