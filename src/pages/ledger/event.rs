//! What happened with a client: how it is told on the screen, and how it is typed.

use dument_law::procedures::Answer;
use dument_law::{Day, EventKind, Money, french};
use dument_ledger::{Event, Instalment, Sending, What};
use dument_letters::LetterKind;

use crate::entry::{amount, date};
use crate::pages::letters::catalogue;
use crate::words;

/// What can be noted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A telephone call.
    #[default]
    Call,
    /// A letter or a message sent.
    Letter,
    /// What the client answered.
    Answer,
    /// A promise to pay.
    Promise,
    /// A plan of payment.
    Plan,
    /// A promise or a plan that no longer holds.
    PlanEnded,
    /// A dispute.
    Disputed,
    /// A dispute that is over.
    DisputeSettled,
    /// No reminder for a while.
    Paused,
    /// Something that limitation may know.
    Other,
    /// A note alone.
    Note,
}

impl Kind {
    /// All of them, the most frequent first.
    pub const ALL: [(Self, &str); 11] = [
        (Self::Call, "Appel téléphonique"),
        (Self::Letter, "Lettre ou message envoyé"),
        (Self::Answer, "Réponse du client"),
        (Self::Promise, "Promesse de paiement"),
        (Self::Plan, "Échéancier convenu"),
        (Self::PlanEnded, "Promesse ou échéancier rompu"),
        (Self::Disputed, "Contestation"),
        (Self::DisputeSettled, "Contestation réglée"),
        (Self::Paused, "Pause des relances"),
        (Self::Other, "Autre événement (médiation, reconnaissance de dette…)"),
        (Self::Note, "Note"),
    ];
}

/// What a client can answer, in words.
pub const ANSWERS: [(Answer, &str); 5] = [
    (Answer::None, "il ne répond pas"),
    (Answer::Promises, "il promet de payer"),
    (Answer::AsksTime, "il demande du temps"),
    (Answer::Disputes, "il conteste"),
    (Answer::PaidPart, "il a payé une partie"),
];

/// How a letter is sent, in words.
pub const SENDINGS: [(Sending, &str); 5] = [
    (Sending::Unknown, "non précisé"),
    (Sending::Electronic, "par courriel ou message"),
    (Sending::Post, "par courrier simple"),
    (Sending::Registered, "en recommandé"),
    (Sending::Officer, "par commissaire de justice"),
];

/// The letters that are sent to a client.
pub const LETTERS: [LetterKind; 11] = [
    LetterKind::TextMessage,
    LetterKind::EmailReminder,
    LetterKind::Reminder,
    LetterKind::SecondReminder,
    LetterKind::FormalNotice,
    LetterKind::PenaltyClaim,
    LetterKind::PaymentPlan,
    LetterKind::ReplyToDispute,
    LetterKind::SuspensionNotice,
    LetterKind::PublicDemand,
    LetterKind::ConciliationRequest,
];

/// An event as it is typed: texts, right or wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What.
    pub kind: Kind,
    /// When.
    pub on: String,
    /// Whether someone answered a call.
    pub reached: Option<bool>,
    /// Which letter.
    pub letter: Option<LetterKind>,
    /// How it was sent.
    pub sending: Sending,
    /// What was answered.
    pub answer: Option<Answer>,
    /// How much is promised or disputed.
    pub amount: String,
    /// By when, or until when.
    pub until: String,
    /// The instalments of a plan: when, and how much.
    pub instalments: Vec<(String, String)>,
    /// Whether the client signed the plan.
    pub signed: bool,
    /// Something that limitation may know.
    pub other: Option<EventKind>,
    /// Words.
    pub note: String,
}

/// What is wrong with a field of the form, by its name.
pub type Fault = (String, String);

impl Draft {
    /// A form to begin with on a day.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self { on: french::short_day(day), instalments: vec![Default::default(); 3], ..Self::default() }
    }

    /// The event again as it was typed, to be corrected; nothing for an act of a procedure, which has a form of its own.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let plain = |amount: &Option<Money>| amount.map(|amount| french::decimal(&amount.to_string())).unwrap_or_default();
        let mut draft = Self { note: event.note.clone(), ..Self::on(event.on) };
        draft.kind = match &event.what {
            What::Call { reached } => {
                draft.reached = *reached;
                Kind::Call
            }
            What::Letter { letter, by } => {
                draft.letter = Some(*letter);
                draft.sending = *by;
                Kind::Letter
            }
            What::Answer { answer } => {
                draft.answer = Some(*answer);
                Kind::Answer
            }
            What::Promise { amount, by } => {
                draft.amount = plain(amount);
                draft.until = french::short_day(*by);
                Kind::Promise
            }
            What::Plan { instalments, signed } => {
                let typed = |one: &Instalment| (french::short_day(one.due_on), plain(&Some(one.amount)));
                draft.instalments = instalments.iter().map(typed).collect();
                draft.signed = *signed;
                Kind::Plan
            }
            What::PlanEnded => Kind::PlanEnded,
            What::Disputed { amount, reason } => {
                draft.amount = plain(amount);
                if draft.note.is_empty() {
                    draft.note.clone_from(reason);
                }
                Kind::Disputed
            }
            What::DisputeSettled => Kind::DisputeSettled,
            What::Paused { until } => {
                draft.until = french::short_day(*until);
                Kind::Paused
            }
            What::Other { event, until } => {
                draft.other = Some(*event);
                draft.until = until.map(french::short_day).unwrap_or_default();
                Kind::Other
            }
            What::Note => Kind::Note,
            What::Act { .. } => return None,
        };
        Some(draft)
    }

    /// The event, or everything that keeps it from being one.
    pub fn read(&self) -> Result<Event, Vec<Fault>> {
        let mut faults = Faults::default();
        let on = faults.day("on", &self.on);
        let missing = |words: &str| words.to_owned();
        let what = match self.kind {
            Kind::Call => Some(What::Call { reached: self.reached }),
            Kind::Letter => {
                let letter = faults.some("letter", self.letter, missing("Choisissez la lettre envoyée."));
                letter.map(|letter| What::Letter { letter, by: self.sending })
            }
            Kind::Answer => {
                let answer = faults.some("answer", self.answer, missing("Choisissez ce qu’il a répondu."));
                answer.map(|answer| What::Answer { answer })
            }
            Kind::Promise => {
                let amount = faults.amount("amount", &self.amount);
                faults.day("until", &self.until).map(|by| What::Promise { amount, by })
            }
            Kind::Plan => Some(self.plan(&mut faults)),
            Kind::PlanEnded => Some(What::PlanEnded),
            Kind::Disputed => Some(What::Disputed { amount: faults.amount("amount", &self.amount), reason: String::new() }),
            Kind::DisputeSettled => Some(What::DisputeSettled),
            Kind::Paused => faults.day("until", &self.until).map(|until| What::Paused { until }),
            Kind::Other => {
                let other = faults.some("other", self.other, missing("Choisissez l’événement."));
                let until = if self.until.trim().is_empty() { None } else { faults.day("until", &self.until) };
                other.map(|event| What::Other { event, until })
            }
            Kind::Note => {
                if self.note.trim().is_empty() {
                    faults.0.push(("note".to_owned(), "Écrivez ce qu’il faut retenir.".to_owned()));
                }
                Some(What::Note)
            }
        };
        match (on, what) {
            (Some(on), Some(what)) if faults.0.is_empty() => {
                Ok(Event { note: self.note.trim().to_owned(), ..Event::new(on, what) })
            }
            _ => Err(faults.0),
        }
    }

    fn plan(&self, faults: &mut Faults) -> What {
        let mut instalments = Vec::new();
        for (i, (on, amount)) in self.instalments.iter().enumerate() {
            if on.trim().is_empty() && amount.trim().is_empty() {
                continue;
            }
            let due_on = faults.day(&format!("instalment-{i}-on"), on);
            let amount = faults.positive(&format!("instalment-{i}-amount"), amount);
            instalments.extend(due_on.zip(amount).map(|(due_on, amount)| Instalment { due_on, amount }));
        }
        if instalments.is_empty() && faults.0.is_empty() {
            faults.0.push(("instalment-0-on".to_owned(), "Indiquez au moins une échéance, avec son montant.".to_owned()));
        }
        What::Plan { instalments, signed: self.signed }
    }
}

/// Faults by field, gathered.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn day(&mut self, field: &str, typed: &str) -> Option<Day> {
        date::read(typed).map_err(|error| self.0.push((field.to_owned(), error.to_string()))).ok()
    }

    /// An amount that may be left out.
    fn amount(&mut self, field: &str, typed: &str) -> Option<Money> {
        if typed.trim().is_empty() { None } else { self.positive(field, typed) }
    }

    fn positive(&mut self, field: &str, typed: &str) -> Option<Money> {
        amount::read(typed).map_err(|error| self.0.push((field.to_owned(), error.to_string()))).ok()
    }

    fn some<T>(&mut self, field: &str, chosen: Option<T>, otherwise: String) -> Option<T> {
        if chosen.is_none() {
            self.0.push((field.to_owned(), otherwise));
        }
        chosen
    }
}

/// What happened, in words, without its day.
#[must_use]
pub fn told(what: &What) -> String {
    match what {
        What::Call { reached: Some(true) } => "Appel téléphonique\u{a0}: joint".to_owned(),
        What::Call { reached: Some(false) } => "Appel téléphonique\u{a0}: pas de réponse".to_owned(),
        What::Call { reached: None } => "Appel téléphonique".to_owned(),
        What::Letter { letter, by } => {
            let name = catalogue::name(*letter);
            let how = SENDINGS.iter().find(|(sending, _)| sending == by && *by != Sending::Unknown);
            how.map_or_else(|| format!("Envoyé\u{a0}: {name}"), |(_, how)| format!("Envoyé {how}\u{a0}: {name}"))
        }
        What::Answer { answer } => {
            let words = ANSWERS.iter().find(|(one, _)| one == answer).map_or("", |(_, words)| words);
            format!("Réponse du client\u{a0}: {words}")
        }
        What::Promise { amount, by } => {
            let sum = amount.map(|amount| format!("{} ", french::money(amount))).unwrap_or_default();
            format!("Promesse de payer {sum}avant le {} inclus", french::day(*by))
        }
        What::Plan { instalments, signed } => {
            let count = i64::try_from(instalments.len()).unwrap_or(i64::MAX);
            let signed = if *signed { ", signé" } else { "" };
            format!("Échéancier convenu{signed}\u{a0}: {}", french::count(count, "échéance", "échéances"))
        }
        What::PlanEnded => "Promesse ou échéancier rompu".to_owned(),
        What::Disputed { amount, reason } => {
            let sum = amount.map_or_else(|| " du tout".to_owned(), |amount| format!(" de {}", french::money(amount)));
            let reason = if reason.is_empty() { String::new() } else { format!("\u{a0}: {reason}") };
            format!("Contestation{sum}{reason}")
        }
        What::DisputeSettled => "Contestation réglée".to_owned(),
        What::Paused { until } => format!("Pas de relance jusqu’au {} inclus", french::day(*until)),
        What::Other { event, until } => {
            let end = until.map(|until| format!(", terminé le {}", french::day(until))).unwrap_or_default();
            format!("{}{end}", words::event(*event))
        }
        What::Act { act, .. } => act.kind().title().to_owned(),
        What::Note => "Note".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_promise_is_read_and_typed_again() {
        let draft = Draft {
            kind: Kind::Promise,
            amount: "1 000".to_owned(),
            until: "30/11/2026".to_owned(),
            ..Draft::on(day("2026-11-22"))
        };
        let event = draft.read().unwrap();
        assert_eq!(told(&event.what), "Promesse de payer 1\u{202f}000,00\u{202f}€ avant le 30\u{a0}novembre 2026 inclus");
        assert_eq!(Draft::of(&event).unwrap().read(), Ok(event));
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let draft = Draft { kind: Kind::Promise, on: "hier".to_owned(), amount: "mille".to_owned(), ..Draft::default() };
        let fields: Vec<String> = draft.read().unwrap_err().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["on", "amount", "until"]);
        let plan = Draft { kind: Kind::Plan, ..Draft::on(day("2026-11-22")) };
        assert_eq!(plan.read().unwrap_err()[0].0, "instalment-0-on");
    }
}
