//! The reminder plan: for each segment of debtors, what is done how many days after the due date.

use std::sync::OnceLock;

use dument_law::{Code, Money, PartyKind, Problem, Problems};
use dument_letters::{LetterKind, Tone};
use serde::{Deserialize, Serialize};

use crate::debtor::is_default;
use crate::{Debtor, Risk};

/// How many days after the due date a step can be: further is a typing error.
pub(crate) const STEP_DAYS: std::ops::RangeInclusive<i32> = -60..=1000;

/// The plan of all segments. The first whose condition a debtor meets is its own.
#[doc(alias = "plan de relance")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReminderPlan {
    /// In the order in which they are tried; the last one takes every debtor.
    pub segments: Vec<Segment>,
}

/// Debtors who are reminded alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// Tells it from the others.
    pub id: String,
    /// Its name, in French.
    pub name: String,
    /// Who is in it.
    #[serde(default)]
    pub when: When,
    /// Why its steps are what they are, in French.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What is done, in order.
    pub steps: Vec<PlanStep>,
}

/// Who is in a segment: those who meet all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct When {
    /// One of these kinds; none means any, known or not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<PartyKind>,
    /// One of these risks; none means any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<Risk>,
    /// Less than that is late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below_amount: Option<Money>,
    /// That or more is late.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_amount: Option<Money>,
    /// The oldest invoice is so many days late, or more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_days: Option<u32>,
}

impl When {
    /// Whether a debtor meets it.
    #[must_use]
    pub fn takes(&self, debtor: &Debtor, late: Money, oldest_days: i64) -> bool {
        (self.kinds.is_empty() || debtor.kind.is_some_and(|kind| self.kinds.contains(&kind)))
            && (self.risks.is_empty() || self.risks.contains(&debtor.risk))
            && self.below_amount.is_none_or(|below| late < below)
            && self.from_amount.is_none_or(|from| late >= from)
            && self.from_days.is_none_or(|days| oldest_days >= i64::from(days))
    }
}

/// What is done so many days after the due date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanStep {
    /// Tells it from the others of its segment.
    pub id: String,
    /// Days after the due date; below zero before it. Where that day isn't worked, the next one that is.
    pub days: i32,
    /// What is done.
    pub action: Action,
    /// Whether it is left out once a later step's day has come.
    #[serde(default, skip_serializing_if = "is_default")]
    pub skippable: bool,
    /// Why, in French.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
pub enum Action {
    /// A call.
    Call,
    /// A letter.
    Letter {
        /// Which.
        letter: LetterKind,
        /// In which voice.
        tone: Tone,
    },
    /// To choose a procedure, in the guide.
    Procedure,
}

impl Action {
    /// How far it goes: a reminder, a second one, a demand that puts the debtor in default, a procedure. A call is none of these.
    #[must_use]
    pub fn level(self) -> u8 {
        match self {
            Self::Call => 0,
            Self::Letter { letter, .. } => level(letter),
            Self::Procedure => 4,
        }
    }
}

/// How far a letter goes; 0 for one that asks for no payment.
pub(crate) fn level(letter: LetterKind) -> u8 {
    match letter {
        LetterKind::TextMessage | LetterKind::EmailReminder | LetterKind::Reminder => 1,
        LetterKind::SecondReminder => 2,
        LetterKind::FormalNotice | LetterKind::PublicDemand => 3,
        _ => 0,
    }
}

impl Default for ReminderPlan {
    /// The plan that comes with the program: `data/reminders.json`.
    fn default() -> Self {
        static PUBLISHED: OnceLock<ReminderPlan> = OnceLock::new();
        let read = || serde_json::from_str(include_str!("../data/reminders.json"));
        PUBLISHED.get_or_init(|| read().unwrap_or(ReminderPlan { segments: Vec::new() })).clone()
    }
}

impl ReminderPlan {
    /// The segment of a debtor, of whom so much is late and the oldest invoice so many days.
    #[must_use]
    pub fn segment(&self, debtor: &Debtor, late: Money, oldest_days: i64) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.when.takes(debtor, late, oldest_days))
    }

    /// Whether it can be followed.
    ///
    /// # Errors
    /// Everything that is wrong at once: no segment for everyone at the end, steps out of order or closer than the days that a letter
    /// gives to pay, a procedure without a demand before it, a claim of penalties against a consumer.
    pub fn check(&self) -> Result<(), Problems> {
        let mut problems = Vec::new();
        let mut wrong = |field: String, message: &str| {
            problems.push(Problem { code: Code::NotApplicable, field, message: message.to_owned() });
        };
        if self.segments.last().is_none_or(|last| last.when != When::default()) {
            let message = "Le dernier segment doit accueillir tous les autres clients\u{a0}: retirez ses conditions.";
            wrong("segments".to_owned(), message);
        }
        for (i, segment) in self.segments.iter().enumerate() {
            let field = format!("segments[{i}]");
            if segment.name.trim().is_empty() {
                wrong(format!("{field}.name"), "Donnez un nom à ce segment.");
            }
            if self.segments[..i].iter().any(|other| other.id == segment.id) {
                wrong(format!("{field}.id"), "Deux segments ont le même identifiant.");
            }
            if segment.steps.is_empty() {
                wrong(format!("{field}.steps"), "Ajoutez au moins une étape.");
            }
            for (j, step) in segment.steps.iter().enumerate() {
                for message in segment.faults(j, step) {
                    wrong(format!("{field}.steps[{j}]"), message);
                }
            }
        }
        Problems::check(problems)
    }
}

impl Segment {
    /// What is wrong with one of its steps.
    fn faults(&self, at: usize, step: &PlanStep) -> Vec<&'static str> {
        let mut faults = Vec::new();
        let before = &self.steps[..at];
        if before.iter().any(|other| other.id == step.id) {
            faults.push("Deux étapes ont le même identifiant.");
        }
        if !STEP_DAYS.contains(&step.days) {
            faults.push("Une étape va de 60\u{a0}jours avant l’échéance à 1\u{202f}000\u{a0}jours après.");
        }
        if before.last().is_some_and(|last| step.days <= last.days) {
            faults.push("Les étapes doivent se suivre dans l’ordre de leurs jours.");
        }
        let previous = before.iter().rev().find_map(|other| match other.action {
            Action::Letter { letter, .. } => Some((letter, other.days)),
            _ => None,
        });
        if let Some((letter, days)) = previous.filter(|_| step.action != Action::Call) {
            let wait = i32::try_from(letter.customary_days()).unwrap_or(i32::MAX);
            if step.days.saturating_sub(days) <= wait {
                faults.push("L’étape vient avant la fin du délai que la lettre précédente laisse pour payer.");
            }
        }
        match step.action {
            Action::Letter { letter, .. } => {
                if level(letter) == 0 {
                    faults
                        .push("Cette lettre n’est pas une relance\u{a0}: elle s’écrit depuis la page Lettres, quand il le faut.");
                }
                if step.days < 1 {
                    faults.push("Une relance ne peut partir qu’une fois l’échéance passée\u{202f}; avant, un appel suffit.");
                }
                if letter == LetterKind::PublicDemand && self.when.kinds != [PartyKind::PublicBody] {
                    faults.push("La demande à une personne publique n’a de sens que pour un client public.");
                }
                let further = before.iter().any(|other| other.action.level() > level(letter));
                if further {
                    faults.push("Une relance ne peut pas suivre une lettre plus ferme qu’elle.");
                }
            }
            Action::Procedure => {
                if !before.iter().any(|other| other.action.level() == 3 && !other.skippable) {
                    faults.push("Une mise en demeure doit précéder la procédure.");
                }
            }
            Action::Call => {}
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_that_comes_with_the_program_can_be_followed() {
        let plan = ReminderPlan::default();
        assert_eq!(plan.segments.len(), 5);
        plan.check().unwrap();
        assert!(plan.segments.iter().all(|segment| !segment.why.is_empty()));
        assert!(plan.segments.iter().flat_map(|segment| &segment.steps).all(|step| !step.why.is_empty()));
    }

    #[test]
    fn a_debtor_is_in_the_first_segment_that_takes_it() {
        let plan = ReminderPlan::default();
        let debtor = |kind, risk| Debtor { kind, risk, ..Debtor::default() };
        let id = |debtor: &Debtor, late: &str| plan.segment(debtor, late.parse().unwrap(), 10).unwrap().id.clone();
        assert_eq!(id(&debtor(Some(PartyKind::PublicBody), Risk::High), "10.00"), "public");
        assert_eq!(id(&debtor(Some(PartyKind::Consumer), Risk::High), "10.00"), "consumer");
        assert_eq!(id(&debtor(Some(PartyKind::Company), Risk::High), "10.00"), "risky");
        assert_eq!(id(&debtor(None, Risk::Unknown), "99.99"), "small");
        assert_eq!(id(&debtor(None, Risk::Unknown), "100.00"), "usual");
    }

    #[test]
    fn what_cannot_be_followed_is_told_at_once() {
        let mut plan = ReminderPlan::default();
        let usual = plan.segments.last_mut().unwrap();
        // The second reminder five days after the first, the notice one may skip.
        usual.steps[1].days = 4;
        usual.steps[2].days = 8;
        usual.steps[3].skippable = true;
        plan.segments[0].steps[0].days = 0;
        plan.segments[1].steps[0].action = Action::Letter { letter: LetterKind::PublicDemand, tone: Tone::Firm };
        let problems = plan.check().unwrap_err();
        let fields: Vec<&str> = problems.all().iter().map(|problem| problem.field.as_str()).collect();
        let expected = [
            "segments[0].steps[0]",
            "segments[1].steps[0]",
            // Too soon after a letter that gives fifteen days, and milder than it.
            "segments[1].steps[1]",
            "segments[1].steps[1]",
            "segments[4].steps[2]",
            "segments[4].steps[4]",
        ];
        assert_eq!(fields, expected);
    }
}
