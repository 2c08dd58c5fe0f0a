//! The start and each event, in the order of their days, with what each did.

use serde::{Deserialize, Serialize};

use super::effect::{Action, Cause, Effect, Ending};
use super::input::{ClaimKind, Input};
use super::period::{Basis, Period};
use super::span::Length;
use super::track::{Origin, Reading, Track};
use crate::order::{in_order, rank};
use crate::{Day, Event, EventKind, Outcome, french};

/// What a moment is: the start of the period, or an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum MomentKind {
    /// The start of the period.
    Start,
    /// An event, at its beginning or at its end.
    #[serde(untagged)]
    Event(EventKind),
}

/// A day on which something happened that bears on limitation, or that one could believe does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// The day.
    pub on: Day,
    /// What happened: `start`, or the kind of the event that begins or ends.
    pub kind: MomentKind,
    /// What it did to the cautious date.
    pub effect: Effect,
    /// The last day as it stands after this moment (for a waiver, the last day it would give); absent while it isn't known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Day>,
    /// Why, in French.
    pub message: String,
    /// The id of the text that says so.
    pub source: String,
}

/// An event seen from the claim.
#[derive(Clone, Debug)]
pub(super) struct Fact<'a> {
    event: &'a Event,
    cause: Cause,
    standing: Standing,
    /// The day on which what it began ends, where it lasts and that is known.
    ends_on: Option<Day>,
}

/// Whether an event counts at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Counts,
    /// Before the period.
    TooEarly,
    /// A suspension before any text knew it.
    BeforeText,
    /// After the day of computation.
    ToCome,
    /// Proceedings that came to nothing (C. civ. 2243).
    Undone,
}

/// After every kind of event, in six bits.
const LAST: u32 = 63;

/// The events in an order that doesn't depend on how they were given.
pub(super) fn facts<'a>(input: &'a Input, period: &Period) -> Vec<Fact<'a>> {
    let facts: Vec<Fact<'a>> = input
        .events
        .iter()
        .map(|event| {
            let cause = Cause::of(event.kind, input.claim);
            let came_to_nothing = matches!(event.outcome, Some(Outcome::Withdrawn | Outcome::Lapsed | Outcome::Dismissed));
            let standing = if event.on > input.as_of {
                Standing::ToCome
            } else if event.on < period.opened_on {
                Standing::TooEarly
            } else if cause.action == Action::Suspends && event.on < period.suspensions_from {
                Standing::BeforeText
            } else if came_to_nothing && matches!(cause.action, Action::Proceedings(_)) {
                Standing::Undone
            } else {
                Standing::Counts
            };
            let lasts = standing == Standing::Counts && cause.action.lasts();
            Fact { event, cause, standing, ends_on: period.ends_on(event).filter(|_| lasts) }
        })
        .collect();
    // What makes two events of one day differ, in 31 bits: the kind, the end, the outcome. An act of enforcement, which no long stop
    // bounds (C. civ. 2232), is enough by itself: whatever else interrupts that day comes before it.
    let then = |event: &Event| {
        let kind = if event.kind == EventKind::EnforcementAct { LAST } else { event.kind as u32 };
        let outcome = event.outcome.map_or(0, |outcome| outcome as u32 + 1);
        (kind << 25) | (event.until.map_or(0, Day::number) << 3) | outcome
    };
    in_order(facts, |fact| rank(fact.event.on, then(fact.event)))
}

impl Fact<'_> {
    /// Whether it still lasts, as far as is known.
    fn is_open(&self) -> bool {
        let lasts = matches!(self.cause.action, Action::Suspends | Action::Proceedings(Ending::Open));
        self.standing == Standing::Counts && lasts && self.event.until.is_none()
    }
}

/// The events without those that still last: what would be left if they came to nothing.
pub(super) fn without_open<'a>(facts: &[Fact<'a>]) -> Vec<Fact<'a>> {
    facts.iter().filter(|fact| !fact.is_open()).cloned().collect()
}

/// Whether an end was given that changes nothing: of an event that has none, or the term of a plan that doesn't count.
pub(super) fn some_end_ignored(input: &Input, moments: &[Moment]) -> bool {
    input.events.iter().any(|event| {
        let used = match event.kind {
            EventKind::PaymentPlanSigned => {
                let kind = MomentKind::Event(event.kind);
                let waived = |moment: &Moment| moment.kind == kind && moment.on == event.on && moment.effect == Effect::Waived;
                input.claim != ClaimKind::Public && !moments.iter().any(waived)
            }
            _ => Cause::of(event.kind, input.claim).action.lasts(),
        };
        event.until.is_some() && !used
    })
}

/// Whether an outcome was given for what isn't proceedings.
pub(super) fn some_outcome_ignored(input: &Input) -> bool {
    let proceedings = |event: &Event| matches!(Cause::of(event.kind, input.claim).action, Action::Proceedings(_));
    input.events.iter().any(|event| event.outcome.is_some() && !proceedings(event))
}

/// Runs the events through one reading, and tells each.
pub(super) fn run(facts: &[Fact<'_>], track: &mut Track<'_>) -> Vec<Moment> {
    // On one day, what begins comes before what ends.
    let mut turns: Vec<(Day, bool, usize)> = Vec::new();
    for (index, fact) in facts.iter().enumerate() {
        turns.push((fact.event.on, false, index));
        if let Some(end) = fact.ends_on {
            turns.push((end, true, index));
        }
    }
    let turns = in_order(turns, |&(on, ends, _)| rank(on, ends.into()));
    turns.into_iter().filter_map(|(on, ends, index)| turn(&facts[index], on, ends, index, track)).collect()
}

/// Applies the beginning or the end of one event.
fn turn(fact: &Fact<'_>, on: Day, ends: bool, index: usize, track: &mut Track<'_>) -> Option<Moment> {
    track.advance(on);
    let over_since = track.last_day();
    let effect = if ends { end(fact, on, index, track)? } else { begin(fact, index, track) };
    let last_day = match effect {
        Effect::Waived => Some(track.span.last_day(on)),
        _ => track.last_day(),
    };
    let (message, source) = match (effect, ends) {
        (Effect::TooLate | Effect::Waived, _) => after_the_end(fact, effect, over_since, track),
        (_, true) => at_the_end(fact, on, effect, track),
        (_, false) => at_the_beginning(fact, on, track),
    };
    Some(Moment { on, kind: MomentKind::Event(fact.event.kind), effect, last_day, message, source: source.to_owned() })
}

fn begin(fact: &Fact<'_>, index: usize, track: &mut Track<'_>) -> Effect {
    let Event { kind, on, until, outcome } = *fact.event;
    match fact.standing {
        Standing::TooEarly | Standing::BeforeText | Standing::ToCome => return Effect::None,
        Standing::Undone => return Effect::Undone,
        Standing::Counts => {}
    }
    match (fact.cause.action, kind) {
        (Action::Interrupts, EventKind::Acknowledgment) => track.interrupt_or_waive(on, None),
        (Action::Interrupts, EventKind::PaymentPlanSigned) => {
            track.interrupt_or_waive(on, until.filter(|_| !track.period.is_public()))
        }
        (Action::Interrupts, EventKind::EnforcementAct) => track.interrupt(on, Origin::Justice),
        (Action::Interrupts, _) => track.interrupt(on, Origin::Debtor),
        (Action::Proceedings(Ending::SameDay), _) if until.is_none() => {
            let effect = track.open_proceedings(index, on);
            track.close_proceedings(index, on, outcome);
            effect
        }
        (Action::Proceedings(_), _) => track.open_proceedings(index, on),
        (Action::Suspends, _) => track.suspend(index, on),
        (Action::Nothing, _) => Effect::None,
    }
}

fn end(fact: &Fact<'_>, on: Day, index: usize, track: &mut Track<'_>) -> Option<Effect> {
    match fact.cause.action {
        Action::Proceedings(_) => track.close_proceedings(index, on, fact.event.outcome),
        Action::Suspends => track.resume(index, on),
        Action::Interrupts | Action::Nothing => None,
    }
}

/// What to say of an event when it begins, and the text that says so.
fn at_the_beginning(fact: &Fact<'_>, on: Day, track: &Track<'_>) -> (String, &'static str) {
    let cause = &fact.cause;
    let sentence = cause.sentence;
    let message = match (fact.standing, cause.action) {
        (Standing::ToCome, _) => "Postérieur au jour du calcul\u{a0}: pas encore compté.".to_owned(),
        (Standing::TooEarly, _) => "Antérieur au point de départ du délai\u{a0}: sans effet.".to_owned(),
        (Standing::BeforeText, _) => {
            "À cette date, aucune loi ne suspendait encore la prescription pour ce motif\u{a0}: sans effet.".to_owned()
        }
        (Standing::Undone, _) if track.period.is_public() => {
            // The law of public debtors doesn't say so: hence the cautious reading, and no article of the Code civil.
            let message = "La procédure n’a pas abouti\u{a0}: par prudence, l’interruption est tenue pour effacée.";
            return (message.to_owned(), "loi-68-1250-2");
        }
        (Standing::Undone, _) => return (undone(fact.event).to_owned(), "cciv-2243"),
        (Standing::Counts, Action::Nothing) => sentence.to_owned(),
        (Standing::Counts, Action::Proceedings(_)) if fact.ends_on.is_some() || fact.is_open() => {
            format!("{sentence} Aucun délai ne court avant la fin de la procédure.")
        }
        (Standing::Counts, Action::Interrupts | Action::Proceedings(_)) => format!("{sentence} {}", new_period(on, track)),
        (Standing::Counts, Action::Suspends) => format!("{sentence} Ce qui restait du délai courra ensuite."),
    };
    (message, cause.source)
}

fn undone(event: &Event) -> &'static str {
    match event.outcome {
        Some(Outcome::Withdrawn) => {
            "La procédure s’est terminée par un désistement\u{a0}: l’interruption est effacée, comme si elle n’avait jamais eu lieu."
        }
        Some(Outcome::Lapsed) => {
            "La procédure est périmée ou caduque\u{a0}: par prudence, l’interruption est tenue pour effacée, comme si elle n’avait \
             jamais eu lieu."
        }
        _ => "La demande a été définitivement rejetée\u{a0}: l’interruption est effacée, comme si elle n’avait jamais eu lieu.",
    }
}

/// What to say when proceedings or a suspension end, and the text that says so.
fn at_the_end(fact: &Fact<'_>, on: Day, effect: Effect, track: &Track<'_>) -> (String, &'static str) {
    let suspension = fact.cause.action == Action::Suspends;
    let ended = match (suspension, fact.event.outcome, fact.event.kind) {
        (true, ..) if fact.ends_on < fact.event.until => {
            "Avec une personne publique, une médiation ne suspend pas le délai plus longtemps\u{a0}: la suspension a pris fin."
        }
        (true, ..) => "La suspension a pris fin.",
        (_, Some(Outcome::Granted), EventKind::ClaimDeclared) => {
            "La créance a été admise, ce qui est compté ici comme un titre\u{a0}: à faire vérifier."
        }
        (_, Some(Outcome::Granted), EventKind::ProtectiveMeasure) => {
            "La saisie conservatoire a abouti, ce qui est compté ici comme l’obtention d’un titre\u{a0}: à faire vérifier."
        }
        (_, Some(Outcome::Granted), _) => "La demande a été accueillie\u{a0}: vous avez un titre.",
        (_, Some(Outcome::Settled), _) => "La procédure s’est terminée par un accord.",
        _ => "La procédure a pris fin.",
    };
    let then = match effect {
        Effect::None => "Une autre est en cours\u{a0}: le délai ne court toujours pas.".to_owned(),
        Effect::Resumes if track.interrupted() => "Une procédure est en cours\u{a0}: le délai ne court toujours pas.".to_owned(),
        Effect::Resumes => format!(
            "Le délai reprend pour ce qui restait, et pour {} au moins.",
            Length::Months(track.period.after_suspension).words()
        ),
        _ => new_period(on, track),
    };
    let source = match (suspension, fact.event.outcome) {
        (false, _) if track.period.is_public() => "loi-68-1250-2",
        (false, Some(Outcome::Granted)) => "cpce-l111-4",
        (false, _) if fact.event.kind == EventKind::ClaimDeclared => "ccom-l622-25-1",
        (false, _) => "cciv-2242",
        (true, _) => fact.cause.source,
    };
    (format!("{ended} {then}"), source)
}

/// « Un nouveau délai de 5 ans court à partir de ce jour. »
fn new_period(on: Day, track: &Track<'_>) -> String {
    let length = track.span.on(on).length.of_words();
    if track.interrupted() {
        return "Une procédure est en cours\u{a0}: le délai ne court toujours pas.".to_owned();
    }
    if track.pending() {
        return format!("Un nouveau délai {length} courra à la fin de la suspension.");
    }
    let starts_on = track.span.starts_on(on);
    let from = if starts_on == on { "de ce jour".to_owned() } else { format!("du {}", french::day(starts_on)) };
    let short = if track.stopped_short { ", dans la limite du délai butoir" } else { "" };
    format!("Un nouveau délai {length} court à partir {from}{short}.")
}

/// What to say of an event that comes after the last day.
fn after_the_end(fact: &Fact<'_>, effect: Effect, last_day: Option<Day>, track: &Track<'_>) -> (String, &'static str) {
    let since = last_day.map(|day| format!(" le {}", french::day(day))).unwrap_or_default();
    if effect == Effect::Waived {
        let message = format!(
            "Le délai s’est terminé{since}. En reconnaissant sa dette après cette date, le débiteur a pu renoncer à la \
             prescription, si sa volonté est sans équivoque\u{a0}: à faire vérifier."
        );
        return (message, "cciv-2251");
    }
    let acknowledged = matches!(fact.event.kind, EventKind::Acknowledgment | EventKind::PaymentPlanSigned);
    if acknowledged && track.period.is_public() {
        let message = format!(
            "Trop tard\u{a0}: le délai s’est terminé{since}, et une administration ne peut pas renoncer à la prescription. Vous \
             pouvez lui demander d’en être relevé."
        );
        return (message, "loi-68-1250-6");
    }
    let message = if fact.event.kind == EventKind::PartPayment {
        format!(
            "Trop tard\u{a0}: le délai s’est terminé{since}. Ce qui a été payé reste acquis, mais ne suffit pas à faire repartir le délai."
        )
    } else {
        format!("Trop tard\u{a0}: le délai s’est terminé{since}.")
    };
    (message, "cciv-2229")
}

/// The moment from which the cautious period is counted.
pub(super) fn start(input: &Input, period: &Period) -> Moment {
    let track = Track::new(period, Reading::Cautious);
    let day = french::day(track.starts_on);
    let length = period.span.on(period.opened_on).length.of_words();
    let agreed = if period.agreed { " convenu entre les parties" } else { "" };
    let delivery = matches!(input.claim, ClaimKind::Carriage | ClaimKind::Removal);
    let message = if period.is_public() {
        format!(
            "Le délai {length} commence le {day}, premier jour de l’année qui suit celle où la créance est née\u{202f}; ce jour compte."
        )
    } else {
        let from = match period.basis {
            Basis::Performance if delivery => "de la livraison".to_owned(),
            Basis::Performance => "de la fin de la prestation ou de la livraison".to_owned(),
            Basis::DueDate => "de l’échéance".to_owned(),
            Basis::Conclusion(months) => {
                format!("de la fin des {} qui suivent la conclusion du contrat", Length::Months(months).words())
            }
            Basis::Presentation => "de la fin du délai de présentation du chèque".to_owned(),
            Basis::Title => "du titre exécutoire".to_owned(),
        };
        format!("Le délai {length}{agreed} se compte à partir {from}, le {day}\u{202f}; ce jour ne compte pas.")
    };
    let last_day = track.last_day();
    Moment {
        on: track.starts_on,
        kind: MomentKind::Start,
        effect: Effect::Starts,
        last_day,
        message,
        source: period.source.clone(),
    }
}
