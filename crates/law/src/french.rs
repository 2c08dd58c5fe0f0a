//! Amounts, rates and days as French prints them, with the spaces of its typography.

use crate::{Day, Money, Percent};

/// Narrow no-break space: between thousands, before €, before ; ! and ?.
pub const NARROW: char = '\u{202f}';
/// No-break space: before : and %, inside « ».
pub const NO_BREAK: char = '\u{a0}';

/// The twelve months, from January.
pub const MONTHS: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/// `1 850,00 €`
#[must_use]
pub fn money(amount: Money) -> String {
    format!("{}{NARROW}€", decimal(&amount.to_string()))
}

/// `12,40 %`
#[must_use]
pub fn percent(rate: Percent) -> String {
    format!("{}{NO_BREAK}%", decimal(&rate.to_string()))
}

/// `16 mai 2026`, `1er juillet 2026`
#[must_use]
pub fn day(day: Day) -> String {
    let number = match day.day_of_month() {
        1 => "1er".to_owned(),
        n => n.to_string(),
    };
    format!("{number}{NO_BREAK}{} {}", MONTHS[day.month() as usize - 1], day.year())
}

/// `16/05/2026`
#[must_use]
pub fn short_day(day: Day) -> String {
    format!("{:02}/{:02}/{:04}", day.day_of_month(), day.month(), day.year())
}

/// `1 jour`, `45 jours`: French counts 0 and 1 as singular.
#[must_use]
pub fn count(number: i64, singular: &str, plural: &str) -> String {
    let noun = if number.abs() < 2 { singular } else { plural };
    format!("{}{NO_BREAK}{noun}", decimal(&number.to_string()))
}

/// `votre effectif, votre bénéfice et le siège du tribunal`
#[must_use]
pub fn list(items: &[&str]) -> String {
    let mut list = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            list.push_str(if i + 1 == items.len() { " et " } else { ", " });
        }
        list.push_str(item);
    }
    list
}

/// `il reste 45 jours`, `il reste 4 ans et 10 mois`: what is left until a day to come, in the unit one thinks in.
#[must_use]
pub fn time_left(as_of: Day, last_day: Day) -> String {
    /// Up to three months, one counts the days.
    const IN_DAYS: i64 = 92;
    /// More months than any two days of the calendar accepted here lie apart.
    const MONTHS_AT_MOST: u32 = 12 * 300;
    let days = last_day.days_since(as_of);
    let whole = (1..=MONTHS_AT_MOST).take_while(|months| as_of.plus_months(*months) <= last_day).last().unwrap_or(0);
    let (years, months) = (i64::from(whole / 12), i64::from(whole % 12));
    let in_years = count(years, "an", "ans");
    match (days, years, months) {
        (0, ..) => "c’est aujourd’hui".to_owned(),
        (..=IN_DAYS, ..) => format!("il reste {}", count(days, "jour", "jours")),
        (_, 0, _) => format!("il reste {months}{NO_BREAK}mois"),
        (_, _, 0) => format!("il reste {in_years}"),
        _ => format!("il reste {in_years} et {months}{NO_BREAK}mois"),
    }
}

/// A decimal with a point, grouped by thousands and with a comma.
#[must_use]
pub fn decimal(plain: &str) -> String {
    let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain), |rest| ("−", rest));
    let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, decimals)| (whole, Some(decimals)));
    let mut printed = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            printed.push(NARROW);
        }
        printed.push(digit);
    }
    if let Some(decimals) = decimals {
        printed.push(',');
        printed.push_str(decimals);
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_as_french_does() {
        assert_eq!(money(Money::from_cents(185_000)), "1\u{202f}850,00\u{202f}€");
        assert_eq!(money(Money::from_cents(123_456_789)), "1\u{202f}234\u{202f}567,89\u{202f}€");
        assert_eq!(money(Money::from_cents(-5)), "−0,05\u{202f}€");
        assert_eq!(percent(Percent::from_hundredths(1240)), "12,40\u{a0}%");
        assert_eq!(day("2026-07-01".parse().unwrap()), "1er\u{a0}juillet 2026");
        assert_eq!(short_day("2026-07-01".parse().unwrap()), "01/07/2026");
        assert_eq!(count(1, "jour", "jours"), "1\u{a0}jour");
        assert_eq!(count(1850, "jour", "jours"), "1\u{202f}850\u{a0}jours");
    }

    #[test]
    fn says_what_is_left() {
        let left = |from: &str, to: &str| time_left(from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(left("2026-06-30", "2031-05-16"), "il reste 4\u{a0}ans et 10\u{a0}mois");
        assert_eq!(left("2026-06-30", "2027-06-30"), "il reste 1\u{a0}an");
        assert_eq!(left("2026-06-30", "2026-12-30"), "il reste 6\u{a0}mois");
        assert_eq!(left("2026-06-30", "2026-07-01"), "il reste 1\u{a0}jour");
        assert_eq!(left("2026-06-30", "2026-06-30"), "c’est aujourd’hui");
    }
}
