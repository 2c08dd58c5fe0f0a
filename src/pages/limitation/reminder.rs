//! The last working day to act, as an event for a calendar, with its reminders.

use chrono::Duration;
use dument_law::{Day, french};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};

/// How many days before the last one the calendar reminds. Ours to choose: time to find a lawyer, then time to act.
const REMINDERS: [i64; 3] = [90, 30, 7];

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

/// `20310516`
fn plain(day: Day) -> String {
    day.to_string().replace('-', "")
}

impl Deadline {
    /// The name of the file.
    pub(super) fn file_name(&self) -> String {
        format!("dument-prescription-{}.ics", self.act_before)
    }

    /// The event as an iCalendar file. The same deadline is always the same event: taken in twice, it stays one.
    pub(super) fn calendar(&self) -> String {
        let Self { invoice, act_before, last_day, as_of } = self;
        let summary = format!("Facture {invoice}\u{a0}: dernier jour ouvré pour agir en justice");
        let description = format!(
            "La prescription est acquise après le {}. Une relance ou une mise en demeure ne prolonge pas ce délai, sauf contre une \
             administration. Calculé au {} avec Dûment, à vérifier avec un professionnel du droit.",
            french::day(*last_day),
            french::day(*as_of),
        );
        let mut event = Event::new();
        event
            .uid(&format!("prescription-{}-{}@dument", identifier(invoice), plain(*last_day)))
            .add_property("DTSTAMP", format!("{}T000000Z", plain(*as_of)))
            .append_property(date("DTSTART", *act_before))
            .append_property(date("DTEND", act_before.next()))
            .summary(&summary)
            .description(&description);
        for days in REMINDERS {
            event.alarm(Alarm::display(&summary, -Duration::days(days)));
        }
        Calendar::new().push(event.done()).done().to_string()
    }
}

/// A whole day as the value of a property.
fn date(name: &str, day: Day) -> Property {
    Property::new(name, plain(day)).add_parameter("VALUE", "DATE").done()
}

/// The letters and digits of a name.
fn identifier(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_takes_the_deadline_in() {
        let deadline = Deadline {
            invoice: "F-2026-014".to_owned(),
            act_before: "2031-05-16".parse().unwrap(),
            last_day: "2031-05-16".parse().unwrap(),
            as_of: "2026-06-30".parse().unwrap(),
        };
        let file = deadline.calendar();
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
        for line in [
            "DTSTAMP:20260630T000000Z",
            "DTSTART;VALUE=DATE:20310516",
            "DTEND;VALUE=DATE:20310517",
            "UID:prescription-F2026014-20310516@dument",
            "TRIGGER:-P90D",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} is not in\n{file}");
        }
        assert_eq!(file, deadline.calendar(), "no clock and no chance in it");
        assert!(file.lines().all(|line| line.len() <= 75), "{file}");
        assert_eq!(deadline.file_name(), "dument-prescription-2031-05-16.ics");
    }
}
