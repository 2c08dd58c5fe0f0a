//! What to do today: for each debtor, what matters most first.
//!
//! Reminders wait by themselves: for a promise that isn't due, a plan that is kept, a dispute, a pause, a procedure, insolvency, and for
//! the days that the last letter gave to pay. They go on when a promise is broken. A step that comes on a day that isn't worked comes on
//! the next one.

use dument_law::working_day::on_or_after;
use dument_law::{Day, Money, french};
use dument_letters::{LetterKind, Tone};
use serde::{Deserialize, Serialize};

use crate::book::{Book, Derived};
use crate::commitment::CommitmentState;
use crate::figures::sums::is_reminder;
use crate::procedure::{Bound, Procedure, State, TermId};
use crate::reminders::{Action, PlanStep, STEP_DAYS, Segment, level};
use crate::standing::{Standing, is_about};
use crate::{DebtorId, Event, EventId, Invoice, InvoiceId, ProcedureKind, Record, What};

/// What to do on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Today {
    /// The day.
    pub as_of: Day,
    /// Whether it is worked: what is to be sent can wait otherwise.
    pub worked: bool,
    /// For each debtor, what to do: what matters most first.
    pub todos: Vec<Todo>,
    /// How many other debtors are late, for whom reminders wait.
    pub waiting: usize,
}

/// What to do about one debtor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Todo {
    /// Who.
    pub debtor: DebtorId,
    /// Its name.
    pub name: String,
    /// What is late of it, in euros.
    pub late: Money,
    /// What to do, what matters most first.
    pub tasks: Vec<Task>,
    /// Whether the debtor's kind must be said before a letter counts interest.
    pub kind_unknown: bool,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Task {
    /// What it is, the most urgent kind first.
    pub kind: TaskKind,
    /// The last day for it, where it has one; else the day it was due.
    pub on: Day,
    /// The invoices it is about.
    pub invoices: Vec<InvoiceId>,
    /// What is open of them, in euros.
    pub amount: Money,
    /// The letter to send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<LetterKind>,
    /// In which voice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// The step of the reminder plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// The procedure it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<EventId>,
    /// What to do, in a few French words.
    pub title: String,
    /// Why, in French.
    pub why: String,
}

/// What a task is. The order is that of their urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskKind {
    /// To interrupt a limitation that comes near.
    Limitation,
    /// To do what a procedure asks.
    Procedure,
    /// To follow up a promise that was broken.
    BrokenPromise,
    /// To choose a procedure.
    ChooseProcedure,
    /// To send a letter.
    Letter,
    /// To call.
    Call,
}

impl Book {
    /// What to do on the book's day.
    #[must_use]
    pub fn today(&self) -> Today {
        let mut todos: Vec<(Rank, Todo)> = Vec::new();
        let mut waiting = 0;
        for (id, record) in &self.ledger().debtors {
            let Some(derived) = self.derived().get(id) else { continue };
            let one = One { book: self, record, derived };
            let late = one.late();
            let mut tasks = one.tasks();
            if tasks.is_empty() {
                waiting += usize::from(late.is_positive());
                continue;
            }
            tasks.sort_by_key(|task| (task.kind, task.on));
            let weight = one.weight();
            let name = record.debtor.name.clone();
            let kind_unknown = record.debtor.kind.is_none();
            let first = tasks.first().map(|task| (task.kind, task.on));
            todos.push((Rank::of(first, weight, *id), Todo { debtor: *id, name, late, tasks, kind_unknown }));
        }
        todos.sort_by_key(|(rank, _)| *rank);
        let as_of = self.as_of();
        Today {
            as_of,
            worked: dument_law::working_day::is_working_day(as_of, self.ledger().settings.territory),
            todos: todos.into_iter().map(|(_, todo)| todo).collect(),
            waiting,
        }
    }
}

/// The place of a debtor: by its most urgent task, then, where that one has a last day, by that day, else by amount and age.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    urgency: u8,
    day: u32,
    lightness: i128,
    id: DebtorId,
}

impl Rank {
    fn of(first: Option<(TaskKind, Day)>, weight: i128, id: DebtorId) -> Self {
        let (urgency, day) = match first {
            Some((TaskKind::Limitation, on)) => (0, on.number()),
            Some((TaskKind::Procedure, on)) => (1, on.number()),
            Some((TaskKind::BrokenPromise, _)) => (2, 0),
            _ => (3, 0),
        };
        Self { urgency, day, lightness: -weight, id }
    }
}

/// One debtor.
struct One<'a> {
    book: &'a Book,
    record: &'a Record,
    derived: &'a Derived,
}

/// An invoice that nothing stands in the way of asking for, and the step of the plan that is its next.
struct Asked<'a> {
    id: InvoiceId,
    invoice: &'a Invoice,
    open: Money,
    /// The step whose day has come, by its place, and that day.
    due: Option<(usize, Day)>,
}

impl<'a> One<'a> {
    fn as_of(&self) -> Day {
        self.book.as_of()
    }

    fn late(&self) -> Money {
        let sums = &self.derived.sums;
        sums.exposure() - sums.open[0].money()
    }

    /// What is late, each amount by its days.
    fn weight(&self) -> i128 {
        let stands = self.derived.standing.invoices.values();
        stands.map(|stands| i128::from(stands.open.cents()) * i128::from(stands.days_late.max(0))).sum()
    }

    fn tasks(&self) -> Vec<Task> {
        let mut tasks: Vec<Task> = self.limitation().into_iter().collect();
        let procedures = &self.derived.standing.procedures.all;
        tasks.extend(procedures.iter().filter_map(|procedure| self.procedure(procedure)));
        tasks.extend(self.reminder());
        tasks
    }

    /// The sum that is open of some invoices.
    fn open(&self, invoices: &[InvoiceId]) -> Money {
        let euros = |id: &&InvoiceId| self.record.invoices.get(id).is_some_and(|invoice| invoice.currency.is_euro());
        let stands = invoices.iter().filter(euros).filter_map(|id| self.derived.standing.invoices.get(id));
        stands.map(|stands| stands.open).sum()
    }

    fn limitation(&self) -> Option<Task> {
        let soon = self.book.window().soon;
        let near = self.derived.dues.iter().filter_map(|(id, dues)| {
            let stands = self.derived.standing.invoices.get(id)?;
            let near = !dues.barred && stands.open.is_positive() && dues.last_day.is_some_and(|last_day| last_day < soon);
            Some((dues.act_before.filter(|_| near)?, *id))
        });
        let mut near: Vec<(Day, InvoiceId)> = near.collect();
        near.sort_unstable();
        let on = near.first()?.0;
        let invoices: Vec<InvoiceId> = near.into_iter().map(|(_, id)| id).collect();
        let unknown = if self.record.debtor.kind.is_none() {
            " La qualité du client n’est pas connue\u{a0}: le délai le plus court est retenu, indiquez-la d’abord."
        } else {
            ""
        };
        Some(Task {
            kind: TaskKind::Limitation,
            on,
            amount: self.open(&invoices),
            invoices,
            letter: None,
            tone: None,
            step: None,
            procedure: None,
            title: "Agir avant la prescription".to_owned(),
            why: format!(
                "Le dernier jour ouvré pour agir en justice est le {}. Une relance n’y change rien\u{a0}: il faut une reconnaissance \
                 écrite du client ou un acte de justice.{unknown}",
                french::day(on)
            ),
        })
    }

    fn procedure(&self, procedure: &Procedure) -> Option<Task> {
        let what = todo(procedure.state)?;
        // What may be claimed back under retention of title is for the calendar: no one knows here whether anything is.
        let term = procedure.terms.iter().find(|term| term.bound == Bound::Latest && term.id != TermId::RetentionOfTitle);
        if procedure.state == State::DeclaredLate && term.is_none() {
            // Relief can't be asked for any more.
            return None;
        }
        let invoices: Vec<InvoiceId> = self
            .record
            .invoices
            .iter()
            .filter(|(id, invoice)| crate::standing::concerns(procedure, **id, invoice))
            .map(|(id, _)| *id)
            .filter(|id| self.derived.standing.invoices.get(id).is_some_and(|stands| stands.open.is_positive()))
            .collect();
        if invoices.is_empty() && procedure.kind != ProcedureKind::Insolvency {
            return None;
        }
        Some(Task {
            kind: TaskKind::Procedure,
            on: term.map_or(procedure.since, |term| term.day),
            amount: self.open(&invoices),
            invoices,
            letter: (procedure.state == State::DeclarationRunning).then_some(LetterKind::ClaimDeclaration),
            tone: None,
            step: None,
            procedure: Some(procedure.id),
            title: what.to_owned(),
            why: term.map_or_else(
                || format!("{}\u{a0}: {}.", procedure.kind.title(), procedure.state.title().to_lowercase()),
                |term| term.message.clone(),
            ),
        })
    }

    /// The one reminder that is due: one letter, or one call, for all of the debtor's invoices.
    fn reminder(&self) -> Option<Task> {
        let late: Vec<(InvoiceId, &Invoice, Money, i64)> = self
            .derived
            .standing
            .invoices
            .iter()
            .filter(|(_, stands)| matches!(stands.standing, Standing::Late | Standing::NotDue))
            .filter_map(|(id, stands)| {
                let invoice = self.record.invoices.get(id).filter(|invoice| invoice.currency.is_euro())?;
                // What is disputed isn't asked for.
                Some((*id, invoice, stands.open - stands.disputed, stands.days_late))
            })
            .collect();
        let is_late = |days: &i64| *days > 0;
        let sum = late.iter().filter(|(.., days)| is_late(days)).map(|(_, _, open, _)| *open).sum();
        let oldest = late.iter().map(|(.., days)| *days).max()?;
        let plan = &self.book.ledger().settings.reminders;
        let segment = plan.segment(&self.record.debtor, sum, oldest)?;
        let asked: Vec<Asked<'_>> = late
            .into_iter()
            .map(|(id, invoice, open, _)| Asked { id, invoice, open, due: self.due(segment, id, invoice) })
            .collect();
        let broken = self.broken(&asked);
        let waits_until = self.waits_until();
        if let Some(broken) = broken {
            return Some(self.follow_up(segment, &asked, broken, waits_until));
        }
        let (at, on) = asked.iter().filter_map(|one| one.due).max_by_key(|(at, on)| (*at, std::cmp::Reverse(*on)))?;
        let step = &segment.steps[at];
        if step.action != Action::Call && waits_until.is_some_and(|until| self.as_of() < until) {
            return None;
        }
        let on = waits_until.filter(|_| step.action != Action::Call).map_or(on, |until| until.max(on));
        Some(self.ask(step, on, &asked))
    }

    /// What a step of the plan asks of the user, for every invoice whose first step has come.
    fn ask(&self, step: &PlanStep, on: Day, asked: &[Asked<'_>]) -> Task {
        let invoices: Vec<InvoiceId> =
            asked.iter().filter(|one| one.due.is_some() || self.was_asked(one)).map(|one| one.id).collect();
        let amount = asked.iter().filter(|one| invoices.binary_search(&one.id).is_ok()).map(|one| one.open).sum();
        let (kind, letter, tone, title) = match step.action {
            Action::Call => (TaskKind::Call, Some(LetterKind::PhoneScript), None, "Appeler".to_owned()),
            Action::Letter { letter, tone } => (TaskKind::Letter, Some(letter), Some(tone), title(letter).to_owned()),
            Action::Procedure => (TaskKind::ChooseProcedure, None, None, "Choisir une procédure".to_owned()),
        };
        let days = asked.iter().map(|one| self.as_of().days_since(one.invoice.due_on)).max().unwrap_or_default();
        let age = if days > 0 {
            format!("La plus ancienne facture a {} de retard. ", french::count(days, "jour", "jours"))
        } else {
            String::new()
        };
        let why = format!("{age}{}", step.why);
        Task { kind, on, invoices, amount, letter, tone, step: Some(step.id.clone()), procedure: None, title, why }
    }

    /// Whether an invoice that is late was in a reminder before: it goes with the others.
    fn was_asked(&self, one: &Asked<'_>) -> bool {
        self.as_of() > one.invoice.due_on && self.events(one.id, one.invoice).any(is_reminder)
    }

    /// What happened about an invoice, up to the day.
    fn events(&self, id: InvoiceId, invoice: &'a Invoice) -> impl Iterator<Item = &'a Event> {
        let as_of = self.as_of();
        self.record.events.values().filter(move |event| event.on <= as_of && is_about(event, id, invoice))
    }

    /// The step of the plan whose day has come for an invoice, after those that were done.
    fn due(&self, segment: &Segment, id: InvoiceId, invoice: &'a Invoice) -> Option<(usize, Day)> {
        let done = |step: &PlanStep| match step.action {
            Action::Call => self.events(id, invoice).any(|event| {
                matches!(event.what, What::Call { .. }) && event.on.days_since(invoice.due_on) >= i64::from(step.days.min(0))
            }),
            Action::Letter { letter, .. } => self.events(id, invoice).any(|event| {
                matches!(event.what, What::Letter { letter: sent, .. } if level(sent) >= level(letter))
                    && event.on > invoice.due_on
            }),
            Action::Procedure => false,
        };
        let first = segment.steps.iter().rposition(done).map_or(0, |at| at + 1);
        let day = |step: &PlanStep| {
            // A plan that was stored may never have been checked.
            let days = step.days.clamp(*STEP_DAYS.start(), *STEP_DAYS.end());
            let far = days.unsigned_abs();
            let from = if days < 0 { invoice.due_on.minus_days(far) } else { invoice.due_on.plus_days(far) };
            on_or_after(from, self.book.ledger().settings.territory)
        };
        let come: Vec<(usize, Day)> = segment
            .steps
            .iter()
            .enumerate()
            .skip(first)
            .map(|(at, step)| (at, day(step)))
            .take_while(|(_, on)| *on <= self.as_of())
            .collect();
        // A call before the due date makes no sense once that is over.
        let over = |at: usize| segment.steps[at].days < 0 && self.as_of() > invoice.due_on;
        let last = come.last().map(|(at, _)| *at)?;
        come.into_iter().find(|(at, _)| !over(*at) && (*at == last || !segment.steps[*at].skippable))
    }

    /// The day from which the next letter can leave: once the days that the last one gave to pay are over.
    fn waits_until(&self) -> Option<Day> {
        let as_of = self.as_of();
        let sent = self.record.events.values().filter(|event| event.on <= as_of).filter_map(|event| match event.what {
            What::Letter { letter, .. } if level(letter) > 0 => Some(event.on.plus_days(letter.customary_days()).next()),
            _ => None,
        });
        Some(on_or_after(sent.max()?, self.book.ledger().settings.territory))
    }

    /// The last promise or plan that was broken about some of these invoices and not followed up since: when, and what it was.
    fn broken(&self, asked: &[Asked<'_>]) -> Option<(Day, bool)> {
        let commitments = self.derived.standing.commitments.iter().rev();
        let mut broken = commitments
            .filter(|one| one.state == CommitmentState::Broken)
            .filter(|one| asked.iter().any(|asked| asked.open.is_positive() && one.covers(asked.id)));
        let one = broken.next()?;
        let missed = one.parts.iter().find(|part| part.expected_by < self.as_of() && part.paid < part.amount)?;
        let since = missed.expected_by;
        let followed =
            self.record.events.values().any(|event| event.on > since && event.on <= self.as_of() && is_reminder(event));
        (!followed).then_some((missed.due_on, one.plan))
    }

    fn follow_up(&self, segment: &Segment, asked: &[Asked<'_>], broken: (Day, bool), waits_until: Option<Day>) -> Task {
        let (due_on, plan) = broken;
        let may_write = waits_until.is_none_or(|until| self.as_of() >= until);
        let next = asked.iter().filter_map(|one| one.due).map(|(at, _)| at).max();
        let letter = next.map(|at| segment.steps[at].action).filter(|_| may_write).and_then(|action| match action {
            Action::Letter { letter, tone } => Some((letter, tone)),
            _ => None,
        });
        let invoices: Vec<InvoiceId> = asked.iter().filter(|one| self.as_of() > one.invoice.due_on).map(|one| one.id).collect();
        let amount = asked.iter().filter(|one| invoices.binary_search(&one.id).is_ok()).map(|one| one.open).sum();
        let what = if plan { "L’échéance de l’échéancier" } else { "Le paiement promis pour" };
        let word = if plan { " du" } else { " le" };
        let (then, letter, tone) = match letter {
            Some((letter, tone)) => {
                (format!("La suite du plan\u{a0}: {}.", title(letter).to_lowercase()), Some(letter), Some(tone))
            }
            None => {
                ("Appelez d’abord\u{a0}: la suite du plan n’est pas encore due.".to_owned(), Some(LetterKind::PhoneScript), None)
            }
        };
        Task {
            kind: TaskKind::BrokenPromise,
            on: due_on,
            invoices,
            amount,
            letter,
            tone,
            step: next.map(|at| segment.steps[at].id.clone()),
            procedure: None,
            title: if plan { "Échéancier non tenu" } else { "Promesse non tenue" }.to_owned(),
            why: format!("{what}{word} {} n’est pas arrivé en entier. {then}", french::day(due_on)),
        }
    }
}

/// What a letter is, in a few words.
fn title(letter: LetterKind) -> &'static str {
    match letter {
        LetterKind::TextMessage => "Message de relance",
        LetterKind::EmailReminder => "Relance par courriel",
        LetterKind::Reminder => "Première relance",
        LetterKind::SecondReminder => "Deuxième relance",
        LetterKind::FormalNotice => "Mise en demeure",
        LetterKind::PublicDemand => "Demande écrite de paiement",
        _ => "Lettre",
    }
}

/// What a state asks of the user; nothing where someone else must act, or time must pass.
fn todo(state: State) -> Option<&'static str> {
    Some(match state {
        State::OrderMade => "Faire signifier l’ordonnance",
        State::OrderUnopposed => "Faire exécuter l’ordonnance",
        State::OrderOpposed => "Répondre à l’opposition",
        State::ReportPossible => "Faire dresser le procès-verbal de non-contestation",
        State::ReportEnforceable => "Faire signifier le procès-verbal exécutoire",
        State::SmallClaimAccepted => "Conclure l’accord devant le commissaire de justice",
        State::InsolvencyUnpublished => "Indiquer la date de publication au BODACC",
        State::DeclarationRunning => "Déclarer la créance",
        State::DeclarationMissed | State::DeclaredLate => "Demander le relevé de forclusion",
        State::ReliefGranted => "Déclarer la créance après le relevé de forclusion",
        State::ClaimContested => "Répondre au mandataire",
        State::CertificatePossible => "Demander le certificat de non-paiement",
        State::ChequeCertified => "Faire signifier le certificat de non-paiement",
        State::ChequeTitlePossible => "Demander le titre exécutoire du chèque",
        State::CourtGranted => "Faire signifier la décision",
        State::Title => "Faire exécuter le titre",
        _ => return None,
    })
}
