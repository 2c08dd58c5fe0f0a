//! Dates as people type them: `22/11/2026`, `22.11.26`, `2026-11-22`, `22 novembre 2026`, `1er juillet 2026`.

use dument_law::Day;
use dument_law::french::MONTHS;

use super::lowercase;

/// Why a typed text is no date, as a sentence that says what to type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing typed.
    #[error("Indiquez la date, par exemple 16/05/2026.")]
    Empty,
    /// No form of date.
    #[error("Écrivez la date avec le jour, le mois et l’année, par exemple 16/05/2026.")]
    Unreadable,
    /// The calendar has no such day.
    #[error("Le {day} {month} {year} n’existe pas. Vérifiez le jour\u{a0}: ce mois en compte {last}.")]
    NoSuchDay {
        /// The day typed.
        day: u32,
        /// The month's name.
        month: &'static str,
        /// The year typed.
        year: i32,
        /// The month's last day.
        last: u32,
    },
    /// No such month.
    #[error("Il n’y a pas de {0}e mois. Écrivez le jour, puis le mois, par exemple 16/05/2026.")]
    NoSuchMonth(u32),
    /// Outside [`Day::YEARS`].
    #[error("Vérifiez l’année\u{a0}: elle doit être comprise entre 1900 et 2200.")]
    YearOutOfRange,
}

/// Reads a typed date.
///
/// ```
/// use dument::entry::date;
/// assert_eq!(date::read("1er juillet 2026").unwrap().to_string(), "2026-07-01");
/// ```
pub fn read(typed: &str) -> Result<Day, DateError> {
    let text = lowercase(typed.trim());
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ','))
        .filter(|part| !part.is_empty() && *part != "le")
        .collect();
    let compact = (parts.len() == 1 && text.len() == 8 && text.is_ascii()).then(|| [&text[..2], &text[2..4], &text[4..]]);
    let [first, second, third] = match (compact, parts.as_slice()) {
        (Some(split), _) => split,
        (None, [first, second, third]) => [*first, *second, *third],
        _ => return Err(DateError::Unreadable),
    };
    let (year, month, day) = if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    let day = number(day.strip_suffix("er").unwrap_or(day), 2)?;
    let month = month_number(month)?;
    let year = match year.len() {
        2 => 2000 + number(year, 2)?,
        4 => number(year, 4)?,
        _ => return Err(DateError::Unreadable),
    };
    let year = i32::try_from(year).map_err(|_| DateError::YearOutOfRange)?;
    if !Day::YEARS.contains(&year) {
        return Err(DateError::YearOutOfRange);
    }
    let Some(first_of_month) = Day::new(year, month, 1) else { return Err(DateError::NoSuchMonth(month)) };
    Day::new(year, month, day).ok_or_else(|| DateError::NoSuchDay {
        day,
        month: MONTHS[month as usize - 1],
        year,
        last: first_of_month.plus_months(1).eve().day_of_month(),
    })
}

fn number(text: &str, longest: usize) -> Result<u32, DateError> {
    if text.is_empty() || text.len() > longest || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::Unreadable);
    }
    text.parse().map_err(|_| DateError::Unreadable)
}

/// A month by its number, its name or the start of its name, with or without accents.
fn month_number(text: &str) -> Result<u32, DateError> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return number(text, 2);
    }
    let plain = |name: &str| name.replace(['é', 'è'], "e").replace('û', "u");
    let wanted = plain(text);
    let mut matching = (1..).zip(MONTHS).filter(|(_, name)| wanted.chars().count() >= 3 && plain(name).starts_with(&wanted));
    match (matching.next(), matching.next()) {
        (Some((number, _)), None) => Ok(number),
        _ => Err(DateError::Unreadable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_usual_form() {
        for typed in [
            "22/11/2026",
            "22.11.26",
            "22-11-2026",
            "2026-11-22",
            "22 novembre 2026",
            "le 22 nov. 2026",
            "22\u{a0}novembre\u{202f}2026",
            "22112026",
            " 22 / 11 / 2026 ",
        ] {
            assert_eq!(read(typed).map(|day| day.to_string()), Ok("2026-11-22".into()), "{typed}");
        }
        for (typed, day) in [
            ("1er juillet 2026", "2026-07-01"),
            ("1/7/26", "2026-07-01"),
            ("3 aout 2026", "2026-08-03"),
            ("29/02/2024", "2024-02-29"),
        ] {
            assert_eq!(read(typed).map(|day| day.to_string()), Ok(day.into()), "{typed}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(
            read("30/02/2026").unwrap_err().to_string(),
            "Le 30 février 2026 n’existe pas. Vérifiez le jour\u{a0}: ce mois en compte 28."
        );
        for (typed, error) in [
            ("", DateError::Empty),
            ("demain", DateError::Unreadable),
            ("22/11", DateError::Unreadable),
            ("22/11/026", DateError::Unreadable),
            ("12 ju 2026", DateError::Unreadable),
            ("1/13/2026", DateError::NoSuchMonth(13)),
            ("1/1/0206", DateError::YearOutOfRange),
            ("٢٢/11/2026", DateError::Unreadable),
        ] {
            assert_eq!(read(typed), Err(error), "{typed}");
        }
    }
}
