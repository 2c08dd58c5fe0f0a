//! Procedures under way: each replayed from its dated acts, never stored beside them.

mod state;
mod term;

use dument_law::{Code, Day, Place, Problem, Reference, french};
use serde::Serialize;

use crate::{Act, ActKind, EventId, InvoiceId, ProcedureKind, Record, Tribunal, What};
pub use state::State;
use term::Clock;
pub use term::{Bound, Term, TermId};

/// A procedure as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Procedure {
    /// Its first act.
    pub id: EventId,
    /// Which procedure it is.
    pub kind: ProcedureKind,
    /// The invoices it is about; none named means all.
    pub invoices: Vec<InvoiceId>,
    /// The day of its first act.
    pub opened_on: Day,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub since: Day,
    /// The terms that run.
    pub terms: Vec<Term>,
    /// The acts that can come next.
    pub next: Vec<ActKind>,
    /// What led there, oldest first, lapses of time among the acts.
    pub steps: Vec<Step>,
    /// Whether the order asked for was made for a part alone: serving it gives up the rest (CPC 1409).
    pub partly: bool,
}

impl Procedure {
    /// The day on which it first came to one of these states.
    pub(crate) fn entered(&self, states: &[State]) -> Option<Day> {
        self.steps.iter().find(|step| states.contains(&step.state)).map(|step| step.on)
    }

    /// Where an act leads from where it stands. An order that no judgment confirmed can be opposed even once it is enforceable: whom it
    /// didn't reach in person has a month from the first act that does, or from the first seizure (CPC 1416).
    fn after(&self, act: &Act) -> Option<State> {
        let enforceable = self.kind == ProcedureKind::PaymentOrder && matches!(self.state, State::Title | State::Enforcing);
        let judged = || self.steps.iter().any(|step| step.act == Some(ActKind::OppositionJudged));
        if act.kind() == ActKind::OrderOpposed && enforceable && !judged() {
            return Some(State::OrderOpposed);
        }
        self.state.after(act)
    }

    fn next(&self) -> Vec<ActKind> {
        ActKind::ALL.into_iter().filter(|kind| self.after(&Act::sample(*kind)).is_some()).collect()
    }
}

/// A step of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// When.
    pub on: Day,
    /// The act; none where time alone did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<ActKind>,
    /// The event that told of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<EventId>,
    /// The state it led to.
    pub state: State,
}

/// An act that can't have been, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Impossible {
    /// The event that tells of it.
    pub event: EventId,
    /// A French sentence.
    pub why: String,
}

impl From<Impossible> for Problem {
    fn from(impossible: Impossible) -> Self {
        Self { code: Code::NotApplicable, field: "event".to_owned(), message: impossible.why }
    }
}

/// What all procedures of a debtor come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Procedures {
    /// Each as it stands, in the order in which they were opened.
    pub all: Vec<Procedure>,
    /// The acts that can't have been: left out of every state.
    pub impossible: Vec<Impossible>,
}

/// A procedure while its acts are played again.
struct Running<'a> {
    procedure: Procedure,
    clock: Clock<'a>,
}

impl Running<'_> {
    /// Lets time pass, up to and including that day.
    fn pass(&mut self, until: Day) {
        while let Some(lapse) = self.clock.lapse(self.procedure.state).filter(|lapse| lapse.on <= until) {
            self.enter(lapse.on, lapse.to, None);
        }
    }

    fn enter(&mut self, on: Day, state: State, act: Option<(ActKind, EventId)>) {
        self.procedure.state = state;
        self.procedure.since = on;
        self.clock.since = on;
        let (act, event) = act.unzip();
        self.procedure.steps.push(Step { on, act, event, state });
    }

    /// Plays an act, or says why it can't have been.
    fn play(&mut self, on: Day, act: &Act, event: EventId) -> Result<(), String> {
        let kind = act.kind();
        self.pass(on);
        let Some(to) = self.procedure.after(act) else { return Err(refusal(kind, &self.procedure, on, &self.clock)) };
        if kind == ActKind::ReliefRequested
            && let Some(until) = self.clock.relief_until().filter(|until| on > *until)
        {
            return Err(format!("Le relevé de forclusion ne pouvait être demandé que jusqu’au {}.", french::day(until)));
        }
        match act {
            Act::OrderMade { partly } => {
                self.clock.made_on = Some(on);
                self.procedure.partly = *partly;
            }
            Act::OrderEnforceable => self.clock.made_on = self.clock.made_on.or(Some(on)),
            _ => {}
        }
        self.enter(on, to, Some((kind, event)));
        Ok(())
    }
}

/// Why an act can't come in a state.
fn refusal(kind: ActKind, procedure: &Procedure, on: Day, clock: &Clock<'_>) -> String {
    let state = procedure.state;
    let begins = clock.lapse(state).filter(|lapse| lapse.to.after(&Act::sample(kind)).is_some());
    if let Some(begins) = begins {
        return format!(
            "«\u{a0}{}\u{a0}» n’est possible qu’à partir du {}, et non le {}.",
            kind.title(),
            french::day(begins.on),
            french::day(on)
        );
    }
    let next: Vec<String> = procedure.next().into_iter().map(|kind| format!("«\u{a0}{}\u{a0}»", kind.title())).collect();
    let next: Vec<&str> = next.iter().map(String::as_str).collect();
    let then = if next.is_empty() {
        "plus rien ne peut suivre dans cette procédure".to_owned()
    } else {
        format!("peut suivre\u{a0}: {}", french::list(&next))
    };
    format!(
        "«\u{a0}{}\u{a0}» ne peut pas venir le {}, dans l’état «\u{a0}{}\u{a0}»\u{a0}; {then}.",
        kind.title(),
        french::day(on),
        state.title()
    )
    .replace("\u{a0};", "\u{202f};")
}

/// Every procedure of a debtor as it stands on a day, from the acts up to then.
#[must_use]
pub fn procedures(record: &Record, as_of: Day, reference: &Reference) -> Procedures {
    let place = record.debtor.place.unwrap_or(Place::France);
    let mut running: Vec<Running<'_>> = Vec::new();
    let mut impossible = Vec::new();
    let acts = record.history().into_iter().filter(|(_, event)| event.on <= as_of).filter_map(|(id, event)| match &event.what {
        What::Act { act, of } => Some((id, event, act, *of)),
        _ => None,
    });
    for (id, event, act, of) in acts {
        if let Some((kind, state)) = act.kind().opens().zip(State::first(act)) {
            let (tribunal, published_on) = match act {
                Act::OrderRequested { tribunal } => (*tribunal, None),
                Act::InsolvencyOpened { published_on, .. } => (Tribunal::Unknown, *published_on),
                _ => (Tribunal::Unknown, None),
            };
            let on = event.on;
            let step = Step { on, act: Some(act.kind()), event: Some(id), state };
            running.push(Running {
                procedure: Procedure {
                    id,
                    kind,
                    invoices: event.invoices.clone(),
                    opened_on: on,
                    state,
                    since: on,
                    terms: Vec::new(),
                    next: Vec::new(),
                    steps: vec![step],
                    partly: false,
                },
                clock: Clock { reference, place, since: on, made_on: None, published_on, tribunal },
            });
            continue;
        }
        for one in &mut running {
            one.pass(event.on);
        }
        let meant = running.iter_mut().rev().find(|one| match of {
            Some(first) => one.procedure.id == first,
            None => match act.kind().procedure() {
                Some(kind) => one.procedure.kind == kind,
                // Enforcement goes with whichever procedure gave a title.
                None => one.procedure.steps.iter().any(|step| matches!(step.state, State::Title | State::OrderUnopposed)),
            },
        });
        let outcome = match meant {
            Some(one) => one.play(event.on, act, id),
            None => Err(format!(
                "«\u{a0}{}\u{a0}» ne peut venir qu’après le premier acte de sa procédure\u{a0}: ajoutez-le d’abord.",
                act.kind().title()
            )),
        };
        impossible.extend(outcome.err().map(|why| Impossible { event: id, why }));
    }
    let all = running.into_iter().map(|mut one| {
        one.pass(as_of);
        let mut terms = one.clock.terms(one.procedure.state);
        // What can no longer be asked for isn't a term that runs.
        let once = [TermId::RetentionOfTitle, TermId::ForeclosureRelief];
        terms.retain(|term| term.day >= as_of || !once.contains(&term.id));
        Procedure { terms, next: one.procedure.next(), ..one.procedure }
    });
    Procedures { all: all.collect(), impossible }
}
