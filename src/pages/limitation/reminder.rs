//! The last working day to act, as an event for a calendar, with its reminders (RFC 5545).
//!
//! Written here, a dozen lines of one known shape: a library would bring a clock and chance into every file.

use dument_law::{Day, french};

/// How many days before the last one the calendar reminds. Ours to choose: time to find a lawyer, then time to act.
const REMINDERS: [u32; 3] = [90, 30, 7];

/// The longest line of a calendar file, in bytes.
const LONGEST: usize = 75;

/// What a calendar needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deadline {
    /// The invoice, as it is called.
    pub(super) invoice: String,
    /// The last working day.
    pub(super) act_before: Day,
    /// The last day of the period.
    pub(super) last_day: Day,
    /// The day it was computed.
    pub(super) as_of: Day,
}

impl Deadline {
    /// The name of the file.
    pub(super) fn file_name(&self) -> String {
        format!("dument-prescription-{}.ics", self.act_before)
    }

    /// The event as an iCalendar file. The same deadline is always the same event: taken in twice, it stays one.
    pub(super) fn calendar(&self) -> String {
        let Self { invoice, act_before, last_day, as_of } = self;
        let summary = text(&format!("Facture {invoice}\u{a0}: dernier jour ouvré pour agir en justice"));
        let description = text(&format!(
            "La prescription est acquise après le {}. Une relance ou une mise en demeure ne prolonge pas ce délai, sauf contre une \
             administration. Calculé au {} avec Dûment, à vérifier avec un professionnel du droit.",
            french::day(*last_day),
            french::day(*as_of),
        ));
        let mut lines = vec![
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Dument//Prescription//FR".to_owned(),
            "BEGIN:VEVENT".to_owned(),
            format!("UID:prescription-{}-{}@dument", identifier(invoice), plain(*last_day)),
            format!("DTSTAMP:{}T000000Z", plain(*as_of)),
            format!("DTSTART;VALUE=DATE:{}", plain(*act_before)),
            format!("DTEND;VALUE=DATE:{}", plain(act_before.next())),
            format!("SUMMARY:{summary}"),
            format!("DESCRIPTION:{description}"),
            "TRANSP:TRANSPARENT".to_owned(),
        ];
        for days in REMINDERS {
            lines.extend([
                "BEGIN:VALARM".to_owned(),
                "ACTION:DISPLAY".to_owned(),
                format!("TRIGGER:-P{days}D"),
                format!("DESCRIPTION:{summary}"),
                "END:VALARM".to_owned(),
            ]);
        }
        lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
        lines.iter().map(|line| folded(line)).collect()
    }
}

/// `20310516`
fn plain(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// The letters and digits of a name.
fn identifier(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A text as the value of a property: its separators escaped, what can't be printed left out.
fn text(plain: &str) -> String {
    let mut escaped = String::new();
    for c in plain.chars().filter(|c| !c.is_control()) {
        if matches!(c, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A line with its end, broken where it is too long: what follows a break starts with a space.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(invoice: &str) -> String {
        let deadline = Deadline {
            invoice: invoice.to_owned(),
            act_before: "2031-05-16".parse().unwrap(),
            last_day: "2031-05-16".parse().unwrap(),
            as_of: "2026-06-30".parse().unwrap(),
        };
        assert_eq!(deadline.file_name(), "dument-prescription-2031-05-16.ics");
        deadline.calendar()
    }

    #[test]
    fn a_calendar_takes_the_deadline_in() {
        let file = check("F-2026-014");
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
        for line in [
            "DTSTAMP:20260630T000000Z",
            "DTSTART;VALUE=DATE:20310516",
            "DTEND;VALUE=DATE:20310517",
            "UID:prescription-F2026014-20310516@dument",
            "TRIGGER:-P90D",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} is not in\n{file}");
        }
    }

    #[test]
    fn lines_are_short_and_texts_come_back_whole() {
        let file = check("A;B,C\\D\r\nEND:VCALENDAR");
        assert!(file.split("\r\n").all(|line| line.len() <= LONGEST), "{file}");
        assert_eq!(file.matches("END:VCALENDAR\r\n").count(), 1, "{file}");
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains("SUMMARY:Facture A\\;B\\,C\\\\DEND:VCALENDAR\u{a0}: dernier jour"), "{unfolded}");
        assert!(unfolded.contains("ne prolonge pas ce délai\\, sauf contre une administration."), "{unfolded}");
    }
}
