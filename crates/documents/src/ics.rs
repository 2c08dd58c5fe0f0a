//! Deadlines as events for a calendar, with their reminders (iCalendar, RFC 5545).
//!
//! Written here, a few lines of one known shape: the library that was weighed brings the clock and chance into its alarms.

use dument_law::Day;

use crate::characters;
use crate::checksum::crc32;

/// A day by which something must be done.
#[doc(alias = "échéance")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What tells it from every other, such as `prescription-F-2026-014`: the same on the day it has moved, so that a calendar
    /// moves the event it knows rather than adding another.
    pub id: String,
    /// The last day to act.
    pub day: Day,
    /// What the calendar shows.
    pub title: String,
    /// What one should know that day; a line break is `\n`.
    pub description: String,
    /// How many days before the calendar reminds, each time at nine in the morning.
    pub reminders: Vec<u32>,
}

/// The longest line of a calendar file, in bytes.
const LONGEST: usize = 75;
/// Letters of an identifier that stay readable in it.
const READABLE: usize = 60;
/// Sequence numbers count days from here: a file made later replaces one made earlier.
const FIRST_YEAR: i32 = *Day::YEARS.start();

/// The events of a case, as they are known on the day given: whole days, which leave the calendar free.
///
/// The same deadlines always give the same file. Programs refuse a calendar of no event.
#[must_use]
pub fn calendar(deadlines: &[Deadline], as_of: Day) -> String {
    let sequence = Day::new(FIRST_YEAR, 1, 1).map_or(0, |first| as_of.days_since(first).max(0));
    let mut file = String::new();
    let mut known: Vec<String> = Vec::new();
    let mut line = |text: &str| fold(&mut file, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Dument//Dument//FR");
    for deadline in deadlines {
        let summary = escape(&deadline.title);
        let identifier = identifier(&deadline.id);
        let same = known.iter().filter(|id| **id == identifier).count();
        let again = if same > 0 { format!("-{}", same + 1) } else { String::new() };
        line("BEGIN:VEVENT");
        line(&format!("UID:{identifier}{again}@dument"));
        line(&format!("DTSTAMP:{}T000000Z", plain(as_of)));
        line(&format!("SEQUENCE:{sequence}"));
        line(&format!("DTSTART;VALUE=DATE:{}", plain(deadline.day)));
        line(&format!("DTEND;VALUE=DATE:{}", plain(deadline.day.next())));
        line(&format!("SUMMARY:{summary}"));
        if !deadline.description.is_empty() {
            line(&format!("DESCRIPTION:{}", escape(&deadline.description)));
        }
        line("TRANSP:TRANSPARENT");
        for days in &deadline.reminders {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line(&format!("TRIGGER:{}", nine_o_clock(*days)));
            line(&format!("DESCRIPTION:{summary}"));
            line("END:VALARM");
        }
        line("END:VEVENT");
        known.push(identifier);
    }
    line("END:VCALENDAR");
    file
}

/// So many days before, at nine in the morning: counted from midnight, when a day begins.
fn nine_o_clock(days: u32) -> String {
    days.checked_sub(1).map_or_else(|| "PT9H".to_owned(), |days| format!("-P{days}DT15H"))
}

/// `20310516`
fn plain(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// The letters and digits of an identifier, and a check of the whole of it, so that no two become the same.
fn identifier(id: &str) -> String {
    let readable: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(READABLE).collect();
    format!("{readable}-{:08x}", crc32(id.as_bytes()))
}

/// A text as the value of a property: its separators escaped, what can't be seen left out.
fn escape(plain: &str) -> String {
    let mut escaped = String::new();
    for c in plain.chars().filter_map(characters::visible) {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// Adds a line with its end, broken where it is too long: what follows a break starts with a space.
fn fold(file: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(c);
        length += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn limitation(title: &str) -> Deadline {
        Deadline {
            id: "prescription-F-2026-014".to_owned(),
            day: day("2031-05-16"),
            title: title.to_owned(),
            description: "Une relance ne prolonge pas ce délai.\nÀ vérifier, sauf contre une administration.".to_owned(),
            reminders: vec![90, 1, 0],
        }
    }

    #[track_caller]
    fn check(deadlines: &[Deadline], lines: &[&str]) {
        let file = calendar(deadlines, day("2026-06-30"));
        assert!(file.split("\r\n").all(|line| line.len() <= LONGEST && !line.contains(['\r', '\n'])), "{file}");
        let unfolded = file.replace("\r\n ", "");
        for line in lines {
            assert!(unfolded.contains(&format!("\r\n{line}\r\n")), "{line} is not in\n{unfolded}");
        }
    }

    #[test]
    fn a_calendar_takes_the_deadline_in() {
        check(
            &[limitation("Facture F-2026-014\u{a0}: dernier jour pour agir")],
            &[
                "VERSION:2.0",
                "DTSTAMP:20260630T000000Z",
                // 126 years after 1900, 31 of them with a 29 February, and 180 days.
                "SEQUENCE:46201",
                "DTSTART;VALUE=DATE:20310516",
                "DTEND;VALUE=DATE:20310517",
                "SUMMARY:Facture F-2026-014\u{a0}: dernier jour pour agir",
                "DESCRIPTION:Une relance ne prolonge pas ce délai.\\nÀ vérifier\\, sauf contre une administration.",
                "TRIGGER:-P89DT15H",
                "TRIGGER:-P0DT15H",
                "TRIGGER:PT9H",
            ],
        );
    }

    #[test]
    fn no_text_ends_the_event() {
        let hostile = "A;B,C\\D\r\nEND:VCALENDAR\u{0}\u{202e}";
        check(&[limitation(hostile)], &["SUMMARY:A\\;B\\,C\\\\D\\nEND:VCALENDAR"]);
        let file = calendar(&[limitation(hostile)], day("2026-06-30"));
        assert_eq!(file.matches("\r\nEND:VCALENDAR\r\n").count(), 1, "{file}");
    }

    #[test]
    fn an_event_keeps_its_identity_when_it_moves() {
        let uid = |deadline: &Deadline| {
            let file = calendar(std::slice::from_ref(deadline), day("2026-06-30"));
            file.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned()
        };
        let first = limitation("Agir");
        let moved = Deadline { day: day("2032-01-05"), title: "Agir\u{a0}!".to_owned(), ..first.clone() };
        let other = Deadline { id: "prescription-F2026014".to_owned(), ..first.clone() };
        assert_eq!(uid(&first), uid(&moved));
        assert_ne!(uid(&first), uid(&other));
        let long = Deadline { id: "é/".repeat(10_000), ..first };
        assert!(uid(&long).len() < 100);
    }

    #[test]
    fn no_two_events_are_one() {
        let file = calendar(&[limitation("Un"), limitation("Deux")], day("2026-06-30"));
        let mut uids: Vec<&str> = file.lines().filter(|line| line.starts_with("UID:")).collect();
        uids.dedup();
        assert_eq!(uids.len(), 2, "{file}");
    }
}
