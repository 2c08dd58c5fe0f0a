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
