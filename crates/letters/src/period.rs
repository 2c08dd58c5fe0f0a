//! Runs and lists of days, as a French sentence has them.

use dument_law::{Day, french};

/// « du 17 mai au 30 juin 2026 », « du 21 au 30 juin 2026 », « le 30 juin 2026 »
#[must_use]
pub fn period(from: Day, to: Day) -> String {
    if from == to {
        format!("le {}", french::day(from))
    } else {
        format!("du {} au {}", before(from, to, french::day), french::day(to))
    }
}

/// « 2 juin 2026 », « 2 et 15 juin 2026 », « 2 juin et 1er juillet 2026 »
pub(crate) fn days(days: &[Day]) -> String {
    listed(days, french::day, " et ")
}

/// Several days as a language prints them, the last one after its word for “and”.
pub(crate) fn listed(days: &[Day], print: fn(Day) -> String, and: &str) -> String {
    let Some((last, others)) = days.split_last() else { return String::new() };
    if others.is_empty() {
        return print(*last);
    }
    let others: Vec<String> = days.windows(2).map(|pair| before(pair[0], pair[1], print)).collect();
    format!("{}{and}{}", others.join(", "), print(*last))
}

/// A day without the year and the month that the next one repeats.
pub(crate) fn before(day: Day, next: Day, print: fn(Day) -> String) -> String {
    let printed = print(day);
    if day.year() != next.year() {
        return printed;
    }
    let separator = if day.month() == next.month() { french::NO_BREAK } else { ' ' };
    printed.split(separator).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn says_shared_parts_once() {
        for (from, to, expected) in [
            ("2026-06-30", "2026-06-30", "le 30 juin 2026"),
            ("2026-06-21", "2026-06-30", "du 21 au 30 juin 2026"),
            ("2026-07-01", "2026-07-10", "du 1er au 10 juillet 2026"),
            ("2026-05-17", "2026-06-30", "du 17 mai au 30 juin 2026"),
            ("2025-12-31", "2026-01-01", "du 31 décembre 2025 au 1er janvier 2026"),
        ] {
            assert_eq!(period(day(from), day(to)).replace(french::NO_BREAK, " "), expected);
        }
    }

    #[test]
    fn lists_days() {
        let listed =
            |texts: &[&str]| days(&texts.iter().map(|text| day(text)).collect::<Vec<_>>()).replace(french::NO_BREAK, " ");
        assert_eq!(listed(&["2026-06-02"]), "2 juin 2026");
        assert_eq!(listed(&["2026-06-02", "2026-06-15"]), "2 et 15 juin 2026");
        assert_eq!(listed(&["2026-06-02", "2026-06-15", "2026-07-01"]), "2, 15 juin et 1er juillet 2026");
        assert_eq!(listed(&["2025-12-15", "2026-01-05"]), "15 décembre 2025 et 5 janvier 2026");
    }
}
