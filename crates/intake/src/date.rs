//! Days as files write them.

use dument_law::Day;

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateError {
    /// No form of date, or no such day of the calendar.
    Malformed,
    /// `03/04/2026`, in a file that writes some of its days with the month first and others with the day first.
    Ambiguous,
}

/// What stands first in `03/04/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// The day, as French does.
    DayFirst,
    /// The month, as some software set in English does.
    MonthFirst,
    /// The file shows both.
    Mixed,
}

/// The beginnings of the names of the months, in French and in English, without accents.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["fev", "feb"],
    &["mar"],
    &["avr", "apr"],
    &["mai", "may"],
    &["juin", "jun"],
    &["juil", "jul"],
    &["aou", "aug"],
    &["sep"],
    &["oct"],
    &["nov"],
    &["dec"],
];

/// A day made of three numbers, if the calendar has it and the application accepts its year.
pub(crate) fn day(year: u32, month: u32, day: u32) -> Option<Day> {
    let year = i32::try_from(year).ok()?;
    Day::YEARS.contains(&year).then(|| Day::new(year, month, day)).flatten()
}

/// Reads eight digits, `20261122`.
pub(crate) fn compact(text: &[u8]) -> Option<Day> {
    let text = text.trim_ascii();
    if text.len() != 8 {
        return None;
    }
    Some(day(number(&text[..4])?, number(&text[4..6])?, number(&text[6..])?)).flatten()
}

/// Reads `2026-11-22`, with or without a time or a zone behind.
pub(crate) fn iso(text: &str) -> Option<Day> {
    let text = text.trim();
    let (date, rest) = text.split_at_checked(10)?;
    let rest_is_time = rest.is_empty() || rest.starts_with(['T', ' ', '+', '-', 'Z']);
    rest_is_time.then(|| date.parse().ok()).flatten()
}

/// Reads a day as people and their tools write it: `22/11/2026`, `22.11.26`, `2026-11-22 00:00:00`, `22 nov. 2026`, `20261122`.
pub(crate) fn written(text: &str, order: DateOrder) -> Result<Day, DateError> {
    if let Some(day) = iso(text).or_else(|| compact(text.as_bytes())) {
        return Ok(day);
    }
    let [first, second, third] = parts(text).ok_or(DateError::Malformed)?;
    let year_first = first.len() == 4;
    let (year, left, right) = if year_first { (first, second, third) } else { (third, first, second) };
    let year = match (year.len(), digits(year)) {
        (4, Some(year)) => year,
        (2, Some(year)) => 2000 + year,
        _ => return Err(DateError::Malformed),
    };
    if let Some(month) = month_named(right) {
        return digits(left).and_then(|number| day(year, month, number)).ok_or(DateError::Malformed);
    }
    if let Some(month) = month_named(left) {
        return digits(right).and_then(|number| day(year, month, number)).ok_or(DateError::Malformed);
    }
    let (Some(left), Some(right)) = (digits(left), digits(right)) else { return Err(DateError::Malformed) };
    let read = match order {
        _ if year_first => day(year, left, right),
        DateOrder::DayFirst => day(year, right, left),
        DateOrder::MonthFirst => day(year, left, right),
        // One of the two readings is no day, or both are the same one.
        DateOrder::Mixed if left > 12 => day(year, right, left),
        DateOrder::Mixed if right > 12 || left == right => day(year, left, right),
        DateOrder::Mixed => return Err(DateError::Ambiguous),
    };
    read.ok_or(DateError::Malformed)
}

/// Which order a text shows for certain: `22/11/2026` or `11/22/2026`, where `03/04/2026` shows none.
pub(crate) fn shown_order(text: &str) -> Option<DateOrder> {
    let [first, second, third] = parts(text)?;
    let (left, right) = (digits(first)?, digits(second)?);
    if first.len() == 4 || !matches!(third.len(), 2 | 4) {
        return None;
    }
    match (left, right) {
        (13..=31, 1..=12) => Some(DateOrder::DayFirst),
        (1..=12, 13..=31) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// The three parts of a date, a time behind them left out.
fn parts(text: &str) -> Option<[&str; 3]> {
    let mut parts =
        text.trim().split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ',')).filter(|part| !part.is_empty());
    let three = [parts.next()?, parts.next()?, parts.next()?];
    let three = [three[0], three[1], three[2].split_once('T').map_or(three[2], |(date, _)| date)];
    parts.all(|part| part.contains(':') || matches!(part, "AM" | "PM" | "Z")).then_some(three)
}

fn digits(text: &str) -> Option<u32> {
    let text = text.strip_suffix("er").unwrap_or(text);
    (text.len() <= 4).then(|| number(text.as_bytes())).flatten()
}

fn number(digits: &[u8]) -> Option<u32> {
    (!digits.is_empty() && digits.iter().all(u8::is_ascii_digit))
        .then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

fn month_named(text: &str) -> Option<u32> {
    let plain = text.to_lowercase().replace(['é', 'è'], "e").replace('û', "u");
    let named = |names: &&[&str]| names.iter().any(|name| plain.starts_with(name));
    (1..).zip(MONTHS.iter()).find(|(_, names)| named(names)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_usual_form() {
        for text in [
            "22/11/2026",
            "22.11.26",
            "22-11-2026",
            "2026-11-22",
            "2026/11/22",
            "2026-11-22 00:00:00",
            "2026-11-22T10:00:00+01:00",
            "22/11/2026 10:30",
            "20261122",
            "22 novembre 2026",
            "22 nov. 2026",
            "Nov 22, 2026",
        ] {
            assert_eq!(written(text, DateOrder::DayFirst).map(|day| day.to_string()), Ok("2026-11-22".into()), "{text}");
        }
        assert_eq!(written("1er août 2026", DateOrder::DayFirst).unwrap().to_string(), "2026-08-01");
        for text in ["", "demain", "30/02/2026", "22/11", "1/1/206", "22/11/2026/1", "01/01/1492", "12345678901"] {
            assert_eq!(written(text, DateOrder::DayFirst), Err(DateError::Malformed), "{text}");
        }
    }

    #[test]
    fn a_day_that_could_be_two_is_none() {
        let read = |text, order| written(text, order).map(|day| day.to_string());
        assert_eq!(read("03/04/2026", DateOrder::DayFirst), Ok("2026-04-03".into()));
        assert_eq!(read("03/04/2026", DateOrder::MonthFirst), Ok("2026-03-04".into()));
        assert_eq!(read("03/04/2026", DateOrder::Mixed), Err(DateError::Ambiguous));
        assert_eq!(read("03/03/2026", DateOrder::Mixed), Ok("2026-03-03".into()));
        assert_eq!(read("13/04/2026", DateOrder::Mixed), Ok("2026-04-13".into()));
        assert_eq!(read("04/13/2026", DateOrder::Mixed), Ok("2026-04-13".into()));
        assert_eq!(shown_order("13/04/2026"), Some(DateOrder::DayFirst));
        assert_eq!(shown_order("04/13/26"), Some(DateOrder::MonthFirst));
        assert_eq!(shown_order("03/04/2026"), None);
        assert_eq!(shown_order("2026-13-04"), None);
    }
}
