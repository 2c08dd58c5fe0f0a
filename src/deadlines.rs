//! The days that count in a case, as events for a calendar: when to go on, terms of proceedings, limitation.

use dument_documents::Deadline;
use dument_law::procedures::{Bound, Guidance};
use dument_law::{Day, french};

use crate::case::Case;
use crate::case::reading::name_of_invoice;
use crate::state::InvoiceLimitation;

/// How many days before a step or the term of one the calendar reminds.
const SOON: [u32; 2] = [3, 0];
/// How many days before limitation: time to find a lawyer, then time to act.
const LONG: [u32; 3] = [90, 30, 7];

/// Every day to come that counts, as it is known on the day of computation.
#[must_use]
pub fn deadlines(case: &Case, guidance: Option<&Guidance>, limitations: &[InvoiceLimitation], as_of: Day) -> Vec<Deadline> {
    let debtor = case.debtor.name.trim();
    let of_debtor = if debtor.is_empty() { String::new() } else { format!(" ({debtor})") };
    let event = |id: String, day: Day, title: &str, description: &str, reminders: &[u32]| Deadline {
        id,
        day,
        title: format!("{title}{of_debtor}"),
        description: format!(
            "{description}\n\nCalculé au {} avec Dûment, à vérifier avec un professionnel du droit.",
            french::day(as_of)
        ),
        reminders: reminders.to_vec(),
    };
    let mut all = Vec::new();
    if let Some(guidance) = guidance {
        for step in &guidance.plan {
            if let Some(on) = step.on.filter(|on| *on > as_of) {
                all.push(event(format!("etape-{}", step.option.title()), on, &step.title, &step.why, &[0]));
            }
        }
        for deadline in guidance.deadlines.iter().filter(|deadline| deadline.last_day >= as_of) {
            let bound = match deadline.bound {
                Bound::Latest => "au plus tard",
                Bound::Earliest => "au plus tôt",
            };
            let title = format!("{}, {bound}", deadline.id.title());
            all.push(event(format!("delai-{}", deadline.id.title()), deadline.last_day, &title, &deadline.message, &SOON));
        }
    }
    for InvoiceLimitation { invoice, limitation } in limitations {
        let Some((day, last_day)) = limitation.act_before.zip(limitation.cautious.last_day).filter(|(day, _)| *day >= as_of)
        else {
            continue;
        };
        let name = case.invoices.get(*invoice).map(|typed| name_of_invoice(typed, *invoice)).unwrap_or_default();
        let description = format!(
            "La prescription est acquise après le {}. Une relance ou une mise en demeure ne prolonge pas ce délai, sauf contre une administration.",
            french::day(last_day)
        );
        let title = format!("Facture {name}\u{a0}: dernier jour ouvré pour agir en justice");
        all.push(event(format!("prescription-{name}"), day, &title, &description, &LONG));
    }
    all
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
        let limitations = [InvoiceLimitation { invoice: 0, limitation }];
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
}
