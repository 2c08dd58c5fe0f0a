//! The days that count in a case, as events for a calendar: when to go on, terms of proceedings, limitation.

use dument_documents::Deadline;
use dument_law::procedures::{self, Bound, Guidance, Step};
use dument_law::{Day, french};

use crate::case::Case;
use crate::case::reading::name_of_invoice;
use crate::entry::date;
use crate::state::InvoiceLimitation;

/// How many days before a step or the term of one the calendar reminds.
const SOON: [u32; 2] = [3, 0];
/// How many days before limitation: time to find a lawyer, then time to act.
const LONG: [u32; 3] = [90, 30, 7];

/// Makes the events of a case, as they are known on a day.
struct Diary<'a> {
    case: &'a Case,
    as_of: Day,
}

impl Diary<'_> {
    fn event(&self, id: String, day: Day, title: &str, description: &str, reminders: &[u32]) -> Deadline {
        let debtor = self.case.debtor.name.trim();
        let of_debtor = if debtor.is_empty() { String::new() } else { format!(" ({debtor})") };
        Deadline {
            id,
            day,
            title: format!("{title}{of_debtor}"),
            description: format!(
                "{description}\n\nCalculé au {} avec Dûment, à vérifier avec un professionnel du droit.",
                french::day(self.as_of)
            ),
            reminders: reminders.to_vec(),
        }
    }

    fn step(&self, step: &Step) -> Option<Deadline> {
        let on = step.on.filter(|on| *on > self.as_of)?;
        Some(self.event(format!("etape-{}", step.option.title()), on, &step.title, &step.why, &[0]))
    }

    fn term(&self, term: &procedures::Deadline) -> Option<Deadline> {
        let bound = match term.bound {
            Bound::Latest => "au plus tard",
            Bound::Earliest => "au plus tôt",
        };
        let title = format!("{}, {bound}", term.id.title());
        let event = self.event(format!("delai-{}", term.id.title()), term.last_day, &title, &term.message, &SOON);
        (term.last_day >= self.as_of).then_some(event)
    }

    fn promise(&self) -> Option<Deadline> {
        let day = date::read(&self.case.answers.promised_on).ok().filter(|day| *day >= self.as_of)?;
        let description = "Votre client a promis de payer au plus tard ce jour-là\u{a0}: regardez votre compte le lendemain.";
        Some(self.event("promesse".to_owned(), day, "Paiement promis", description, &[0]))
    }

    fn limitation(&self, InvoiceLimitation { invoice, limitation }: &InvoiceLimitation) -> Option<Deadline> {
        let (day, last_day) = limitation.act_before.zip(limitation.cautious.last_day).filter(|(day, _)| *day >= self.as_of)?;
        let name = self.case.invoices.get(*invoice).map(|typed| name_of_invoice(typed, *invoice)).unwrap_or_default();
        let description = format!(
            "La prescription est acquise après le {}. Une relance ou une mise en demeure ne prolonge pas ce délai, sauf contre une administration.",
            french::day(last_day)
        );
        let title = format!("Facture {name}\u{a0}: dernier jour ouvré pour agir en justice");
        Some(self.event(format!("prescription-{name}"), day, &title, &description, &LONG))
    }
}

/// A step of the plan, if it is still to come.
#[must_use]
pub fn of_step(case: &Case, step: &Step, as_of: Day) -> Option<Deadline> {
    Diary { case, as_of }.step(step)
}

/// A term of a procedure, if it still runs.
#[must_use]
pub fn of_term(case: &Case, term: &procedures::Deadline, as_of: Day) -> Option<Deadline> {
    Diary { case, as_of }.term(term)
}

/// The day the debtor promised to pay by, if it is still to come.
#[must_use]
pub fn of_promise(case: &Case, as_of: Day) -> Option<Deadline> {
    Diary { case, as_of }.promise()
}

/// Every day to come that counts, as it is known on the day of computation.
#[must_use]
pub fn deadlines(case: &Case, guidance: Option<&Guidance>, limitations: &[InvoiceLimitation], as_of: Day) -> Vec<Deadline> {
    let diary = Diary { case, as_of };
    let steps = guidance.into_iter().flat_map(|guidance| guidance.plan.iter().filter_map(|step| diary.step(step)));
    let terms = guidance.into_iter().flat_map(|guidance| guidance.deadlines.iter().filter_map(|term| diary.term(term)));
    let limitations = limitations.iter().filter_map(|one| diary.limitation(one));
    steps.chain(terms).chain(diary.promise()).chain(limitations).collect()
}

#[cfg(test)]
mod tests {
    use dument_law::{PartyKind, Reference, limitation, penalties, procedures};

    use super::*;

    /// The days of a claim of 1 850,00 € due on 16 May 2026, with this history, on a day.
    fn days(history: &[(dument_law::EventKind, &str)], as_of: &str) -> Vec<String> {
        let (reference, as_of) = (Reference::published(), as_of.parse().unwrap());
        let mut case = Case::default();
        case.debtor.kind = Some(PartyKind::Company);
        case.debtor.name = "Brun & Fils".to_owned();
        case.invoices[0].number = "F-2026-014".to_owned();
        case.invoices[0].amount = "1 850,00".to_owned();
        case.invoices[0].due_on = "16/05/2026".to_owned();
        case.history = history
            .iter()
            .map(|(kind, on)| crate::case::HistoryEntry {
                kind: *kind,
                on: (*on).to_owned(),
                until: String::new(),
                outcome: None,
            })
            .collect();
        let statement = penalties::penalties(&case.penalties_input(as_of).unwrap(), reference).unwrap();
        let input = case.limitation_inputs(as_of).unwrap().remove(0);
        let limitation = limitation::limitation(&input, reference).unwrap();
        let asked = case.procedures_input(as_of, &statement, Some(input)).unwrap();
        let guidance = procedures::procedures(&asked, reference).unwrap();
        let limitations = [InvoiceLimitation { invoice: 0, limitation: limitation.into() }];
        let found = deadlines(&case, Some(&guidance), &limitations, as_of);
        found.into_iter().map(|deadline| format!("{} {}", deadline.day, deadline.title)).collect()
    }

    #[test]
    fn the_next_steps_and_limitation_go_to_the_calendar() {
        let found = days(&[(dument_law::EventKind::FormalNotice, "25/06/2026")], "2026-06-30");
        assert!(found.iter().all(|day| day.ends_with("(Brun & Fils)") && day.as_str() > "2026-06-30"), "{found:?}");
        assert!(found.iter().any(|day| day.starts_with("2031-05-16 Facture F-2026-014")), "{found:?}");
        assert!(found.len() > 1, "a step follows the notice: {found:?}");
    }

    #[test]
    fn what_is_over_needs_no_reminder() {
        assert!(days(&[], "2031-12-01").iter().all(|day| !day.contains("agir en justice")));
    }

    #[test]
    fn a_promise_goes_to_the_calendar_until_its_day() {
        let mut case = Case::default();
        case.answers.promised_on = "10/12/2026".to_owned();
        let on = |as_of: &str| of_promise(&case, as_of.parse().unwrap()).map(|event| event.day.to_string());
        assert_eq!(on("2026-11-22").as_deref(), Some("2026-12-10"));
        assert_eq!(on("2026-12-10").as_deref(), Some("2026-12-10"));
        assert_eq!(on("2026-12-11"), None);
    }
}
