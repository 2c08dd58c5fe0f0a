//! The days that count, as events for a calendar: terms of procedures, promises and instalments, limitation, the day's own steps.

use std::collections::BTreeMap;

use dument_documents::Deadline;
use dument_law::{Day, french};

use crate::book::{Book, Derived};
use crate::commitment::{CommitmentState, PartState};
use crate::procedure::{Bound, TermId};
use crate::{DebtorId, EventId, Record};

/// How many days before a term the calendar reminds.
const SOON: [u32; 2] = [3, 0];
/// How many days before limitation: time to find a lawyer, then time to act.
const LONG: [u32; 3] = [90, 30, 7];
/// How many months ahead limitation is told: further, it would fill a calendar for years.
const AHEAD_MONTHS: u32 = 12;

impl Book {
    /// Every day to come that counts, of one debtor or of all, in order.
    #[must_use]
    pub fn deadlines(&self, debtor: Option<DebtorId>) -> Vec<Deadline> {
        let mut deadlines = Vec::new();
        for (id, record) in &self.ledger().debtors {
            if debtor.is_some_and(|one| one != *id) {
                continue;
            }
            let Some(derived) = self.derived().get(id) else { continue };
            let diary = Diary { as_of: self.as_of(), id: *id, record };
            deadlines.extend(diary.terms(derived));
            deadlines.extend(diary.promises(derived));
            deadlines.extend(diary.limitation(derived));
        }
        for todo in self.today().todos.into_iter().filter(|todo| debtor.is_none_or(|one| one == todo.debtor)) {
            let Some(record) = self.ledger().debtors.get(&todo.debtor) else { continue };
            let diary = Diary { as_of: self.as_of(), id: todo.debtor, record };
            for task in todo.tasks.iter().filter(|task| task.procedure.is_none()) {
                let what = task.step.clone().unwrap_or_else(|| task.title.clone());
                deadlines.push(diary.event(&format!("jour-{what}"), self.as_of(), &task.title, &task.why, &[0]));
            }
        }
        deadlines.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
        deadlines
    }

    /// The same as a calendar file; nothing where no day counts, as programs refuse an empty one.
    #[must_use]
    pub fn calendar(&self, debtor: Option<DebtorId>) -> Option<String> {
        let deadlines = self.deadlines(debtor);
        (!deadlines.is_empty()).then(|| dument_documents::calendar(&deadlines, self.as_of()))
    }
}

struct Diary<'a> {
    as_of: Day,
    id: DebtorId,
    record: &'a Record,
}

impl Diary<'_> {
    fn event(&self, id: &str, day: Day, title: &str, description: &str, reminders: &[u32]) -> Deadline {
        Deadline {
            id: format!("suivi-{}-{id}", self.id),
            day,
            title: format!("{title} ({})", self.record.debtor.name),
            description: format!(
                "{description}\n\nCalculé au {} avec Dûment, à vérifier avec un professionnel du droit.",
                french::day(self.as_of)
            ),
            reminders: reminders.to_vec(),
        }
    }

    fn terms(&self, derived: &Derived) -> Vec<Deadline> {
        let procedures = &derived.standing.procedures.all;
        let terms = procedures.iter().flat_map(|procedure| procedure.terms.iter().map(move |term| (procedure.id, term)));
        let mut named: BTreeMap<(EventId, TermId), usize> = BTreeMap::new();
        terms
            .filter(|(_, term)| term.day >= self.as_of)
            .map(|(procedure, term)| {
                // Where the court isn't known, an opposition has a term for each: two events of one name would be one.
                let before = named.entry((procedure, term.id)).or_default();
                let again = if *before > 0 { format!("-{before}") } else { String::new() };
                *before += 1;
                let bound = match term.bound {
                    Bound::Latest => "au plus tard",
                    Bound::Earliest => "au plus tôt",
                    Bound::Theirs => "dernier jour",
                };
                let title = format!("{}, {bound}", term.id.title());
                self.event(&format!("delai-{procedure}-{:?}{again}", term.id), term.day, &title, &term.message, &SOON)
            })
            .collect()
    }

    fn promises(&self, derived: &Derived) -> Vec<Deadline> {
        let running = derived.standing.commitments.iter().filter(|one| one.state == CommitmentState::Running);
        let mut deadlines = Vec::new();
        for commitment in running {
            // Named by its place among all parts: it keeps its name when an earlier one is paid.
            let parts = commitment.parts.iter().enumerate();
            for (i, part) in parts.filter(|(_, part)| part.state == PartState::Pending) {
                let what = if commitment.plan { "Échéance de l’échéancier" } else { "Paiement promis" };
                let title = format!("{what}\u{a0}: {}", french::money(part.amount - part.paid));
                let description = "Regardez votre compte le lendemain\u{a0}: sans paiement, les relances reprennent.";
                deadlines.push(self.event(
                    &format!("promesse-{}-{i}", commitment.id),
                    part.expected_by,
                    &title,
                    description,
                    &[0],
                ));
            }
        }
        deadlines
    }

    /// One event for each last day of limitation, whatever the number of invoices.
    fn limitation(&self, derived: &Derived) -> Vec<Deadline> {
        let until = self.as_of.plus_months(AHEAD_MONTHS);
        let mut days: Vec<(Day, &str)> = derived
            .dues
            .iter()
            .filter(|(_, dues)| !dues.barred)
            .filter_map(|(id, dues)| {
                let day = dues.act_before.filter(|day| (self.as_of..=until).contains(day))?;
                Some((day, self.record.invoices.get(id)?.number.as_str()))
            })
            .collect();
        days.sort_unstable();
        let groups = days.chunk_by(|(a, _), (b, _)| a == b);
        groups
            .filter_map(|group| {
                let (day, _) = group.first()?;
                let numbers: Vec<&str> = group.iter().map(|(_, number)| *number).collect();
                let description = format!(
                    "Dernier jour ouvré pour agir en justice\u{a0}: {}. Une relance ne prolonge pas ce délai, sauf contre une \
                     personne publique.",
                    numbers.join(", ")
                );
                Some(self.event(&format!("prescription-{day}"), *day, "Agir avant la prescription", &description, &LONG))
            })
            .collect()
    }
}
