//! The last working day to act, as an event for a calendar, with its reminders.

use dument_documents::calendar;
use dument_law::{Day, french};

/// How many days before the last one the calendar reminds. Ours to choose: time to find a lawyer, then time to act.
const REMINDERS: [u32; 3] = [90, 30, 7];

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

    /// The event as a calendar file. Taken in again on a day it has moved, it moves the event that is there.
    pub(super) fn calendar(&self) -> String {
        let Self { invoice, act_before, last_day, as_of } = self;
        let event = dument_documents::Deadline {
            id: format!("prescription-{invoice}"),
            day: *act_before,
            title: format!("Facture {invoice}\u{a0}: dernier jour ouvré pour agir en justice"),
            description: format!(
                "La prescription est acquise après le {}. Une relance ou une mise en demeure ne prolonge pas ce délai, sauf contre une \
                 administration. Calculé au {} avec Dûment, à vérifier avec un professionnel du droit.",
                french::day(*last_day),
                french::day(*as_of),
            ),
            reminders: REMINDERS.to_vec(),
        };
        calendar(&[event], *as_of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_takes_the_deadline_in() {
        let deadline = Deadline {
            invoice: "F-2026-014".to_owned(),
            act_before: "2031-05-16".parse().unwrap(),
            last_day: "2031-05-17".parse().unwrap(),
            as_of: "2026-06-30".parse().unwrap(),
        };
        assert_eq!(deadline.file_name(), "dument-prescription-2031-05-16.ics");
        let file = deadline.calendar().replace("\r\n ", "");
        for line in [
            "DTSTART;VALUE=DATE:20310516",
            "SUMMARY:Facture F-2026-014\u{a0}: dernier jour ouvré pour agir en justice",
            "TRIGGER:-P89DT15H",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} is not in\n{file}");
        }
        assert!(file.contains("acquise après le 17\u{a0}mai 2031. Une relance"), "{file}");
    }
}
