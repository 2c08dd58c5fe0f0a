//! The reminder plan as it is typed: texts, right or wrong, and the plan that they make.

use dument_law::{Money, PartyKind, french};
use dument_ledger::Risk;
use dument_ledger::reminders::{Action, PlanStep, ReminderPlan, Segment, When};
use dument_letters::{LetterKind, Tone};

use crate::entry::amount;
use crate::pages::letters::catalogue;
use crate::words;

/// What is done at a step: its voice stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A call.
    Call,
    /// A letter.
    Letter(LetterKind),
    /// To choose a procedure.
    Procedure,
}

/// The letters that remind, from the mildest.
const LETTERS: [LetterKind; 6] = [
    LetterKind::TextMessage,
    LetterKind::EmailReminder,
    LetterKind::Reminder,
    LetterKind::SecondReminder,
    LetterKind::FormalNotice,
    LetterKind::PublicDemand,
];

/// How likely a client is not to pay, in words.
pub const RISKS: [(Risk, &str); 4] =
    [(Risk::Unknown, "non précisé"), (Risk::Low, "faible"), (Risk::Medium, "à surveiller"), (Risk::High, "élevé")];

impl What {
    /// All of them, as they are offered.
    #[must_use]
    pub fn all() -> Vec<(Self, String)> {
        let mut all = vec![(Self::Call, "Appeler".to_owned())];
        all.extend(LETTERS.map(|letter| (Self::Letter(letter), catalogue::name(letter).to_owned())));
        all.push((Self::Procedure, "Choisir une procédure".to_owned()));
        all
    }
}

/// A fault of the plan, by its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Such as `segments[0].steps[2]`.
    pub field: String,
    /// What to do, in French.
    pub message: String,
}

/// The plan as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its groups.
    pub segments: Vec<DraftSegment>,
}

/// A group as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftSegment {
    id: String,
    /// What clients are, where not all are meant.
    pub kinds: Vec<PartyKind>,
    /// How likely they are not to pay, where not all are meant.
    pub risks: Vec<Risk>,
    /// Its name.
    pub name: String,
    /// Why its steps are what they are.
    pub why: String,
    /// That or more is late.
    pub from_amount: String,
    /// Less than that is late.
    pub below_amount: String,
    /// The oldest invoice is so many days late.
    pub from_days: String,
    /// What is done.
    pub steps: Vec<DraftStep>,
}

/// A step as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftStep {
    step: PlanStep,
    /// Days after the due date.
    pub days: String,
    /// What is done.
    pub what: What,
}

fn typed(sum: Option<Money>) -> String {
    sum.map(|sum| french::decimal(&sum.to_string())).unwrap_or_default()
}

impl Draft {
    /// A plan, to be changed.
    #[must_use]
    pub fn of(plan: &ReminderPlan) -> Self {
        Self { segments: plan.segments.iter().map(DraftSegment::of).collect() }
    }

    /// The plan, or all that is wrong with it.
    pub fn read(&self) -> Result<ReminderPlan, Vec<Fault>> {
        let mut faults = Vec::new();
        let segments = self.segments.iter().enumerate().map(|(i, segment)| segment.read(i, &mut faults)).collect();
        let plan = ReminderPlan { segments };
        if let (true, Err(problems)) = (faults.is_empty(), plan.check()) {
            faults.extend(problems.all().iter().map(|one| Fault { field: one.field.clone(), message: one.message.clone() }));
        }
        if faults.is_empty() { Ok(plan) } else { Err(faults) }
    }

    /// Adds a group before the last, which takes everyone else; its steps are that one's.
    pub fn add_segment(&mut self) {
        let Some(last) = self.segments.last().cloned() else { return };
        let name = "Nouveau groupe".to_owned();
        let why = String::new();
        let segment = DraftSegment { id: self.free("groupe"), name, why, ..last };
        self.segments.insert(self.segments.len() - 1, segment);
    }

    /// Removes a group, unless it is the last.
    pub fn remove_segment(&mut self, i: usize) {
        if i + 1 < self.segments.len() {
            self.segments.remove(i);
        }
    }

    /// Adds a step at the end of a group.
    pub fn add_step(&mut self, i: usize) {
        let id = self.free("etape");
        if let Some(segment) = self.segments.get_mut(i) {
            let step = PlanStep { id, days: 0, action: Action::Call, skippable: false, why: String::new() };
            segment.steps.push(DraftStep { step, days: String::new(), what: What::Call });
        }
    }

    /// Removes a step.
    pub fn remove_step(&mut self, i: usize, j: usize) {
        if let Some(segment) = self.segments.get_mut(i)
            && j < segment.steps.len()
        {
            segment.steps.remove(j);
        }
    }

    /// A name that no group and no step has.
    fn free(&self, word: &str) -> String {
        let taken = |id: &str| {
            self.segments.iter().any(|segment| segment.id == id || segment.steps.iter().any(|step| step.step.id == id))
        };
        (1..u32::MAX).map(|n| format!("{word}-{n}")).find(|id| !taken(id)).unwrap_or_default()
    }
}

impl DraftSegment {
    fn of(segment: &Segment) -> Self {
        Self {
            id: segment.id.clone(),
            kinds: segment.when.kinds.clone(),
            risks: segment.when.risks.clone(),
            name: segment.name.clone(),
            why: segment.why.clone(),
            from_amount: typed(segment.when.from_amount),
            below_amount: typed(segment.when.below_amount),
            from_days: segment.when.from_days.map(|days| days.to_string()).unwrap_or_default(),
            steps: segment.steps.iter().map(DraftStep::of).collect(),
        }
    }

    fn read(&self, i: usize, faults: &mut Vec<Fault>) -> Segment {
        let mut sum = |field: &str, typed: &str| {
            if typed.trim().is_empty() {
                return None;
            }
            let read = amount::read(typed);
            read.map_err(|error| faults.push(Fault { field: format!("segments[{i}].{field}"), message: error.to_string() })).ok()
        };
        let (from_amount, below_amount) = (sum("from", &self.from_amount), sum("below", &self.below_amount));
        let from_days = (!self.from_days.trim().is_empty()).then(|| self.from_days.trim().parse::<u32>());
        if matches!(from_days, Some(Err(_))) {
            faults.push(Fault { field: format!("segments[{i}].days"), message: "Un nombre entier de jours.".to_owned() });
        }
        let steps =
            self.steps.iter().enumerate().map(|(j, step)| step.read(&format!("segments[{i}].steps[{j}]"), faults)).collect();
        Segment {
            id: self.id.clone(),
            name: self.name.clone(),
            when: When {
                kinds: self.kinds.clone(),
                risks: self.risks.clone(),
                from_amount,
                below_amount,
                from_days: from_days.and_then(Result::ok),
            },
            why: self.why.clone(),
            steps,
        }
    }

    /// Who is in it, in words.
    #[must_use]
    pub fn who(&self) -> String {
        let mut said = Vec::new();
        if !self.kinds.is_empty() {
            let kinds: Vec<&str> = self.kinds.iter().map(|kind| words::debtor(*kind)).collect();
            said.push(kinds.join(" ou "));
        }
        if !self.risks.is_empty() {
            let risks: Vec<&str> = RISKS.iter().filter(|(risk, _)| self.risks.contains(risk)).map(|(_, words)| *words).collect();
            said.push(format!("un risque {}", risks.join(" ou ")));
        }
        let plain = |typed: &str| typed.trim().to_owned();
        if !self.from_amount.trim().is_empty() {
            said.push(format!("{}\u{202f}€ de retard ou plus", plain(&self.from_amount)));
        }
        if !self.below_amount.trim().is_empty() {
            said.push(format!("moins de {}\u{202f}€ de retard", plain(&self.below_amount)));
        }
        if !self.from_days.trim().is_empty() {
            said.push(format!("un retard de {}\u{a0}jours ou plus", plain(&self.from_days)));
        }
        if said.is_empty() { "tous les autres clients".to_owned() } else { said.join(", ") }
    }
}

impl DraftStep {
    fn of(step: &PlanStep) -> Self {
        let what = match step.action {
            Action::Call => What::Call,
            Action::Letter { letter, .. } => What::Letter(letter),
            Action::Procedure => What::Procedure,
        };
        Self { step: step.clone(), days: step.days.to_string(), what }
    }

    fn read(&self, field: &str, faults: &mut Vec<Fault>) -> PlanStep {
        let days = self.days.trim().parse::<i32>();
        if days.is_err() {
            let message =
                "Un nombre entier de jours\u{a0}; avec un signe moins avant l’échéance.".replace("\u{a0};", "\u{202f};");
            faults.push(Fault { field: format!("{field}.days"), message });
        }
        let before = self.step.action;
        let action = match (self.what, before) {
            (What::Call, _) => Action::Call,
            (What::Procedure, _) => Action::Procedure,
            (What::Letter(letter), Action::Letter { letter: same, .. }) if letter == same => before,
            (What::Letter(letter), _) => Action::Letter { letter, tone: voice(letter) },
        };
        let unchanged = action == before && days.as_ref().is_ok_and(|days| *days == self.step.days);
        // The reason given was that of the step as it was.
        let why = if unchanged { self.step.why.clone() } else { String::new() };
        PlanStep { id: self.step.id.clone(), days: days.unwrap_or_default(), action, skippable: self.step.skippable, why }
    }
}

/// The voice of a letter where none was chosen.
fn voice(letter: LetterKind) -> Tone {
    match letter {
        LetterKind::SecondReminder | LetterKind::FormalNotice | LetterKind::PublicDemand => Tone::Firm,
        _ => Tone::Courteous,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        let plan = ReminderPlan::default();
        assert_eq!(Draft::of(&plan).read(), Ok(plan));
    }

    #[test]
    fn what_is_typed_wrong_is_told_where_it_is() {
        let mut draft = Draft::of(&ReminderPlan::default());
        draft.segments[0].steps[0].days = "bientôt".to_owned();
        draft.segments[1].from_amount = "mille".to_owned();
        let fields: Vec<String> = draft.read().unwrap_err().into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["segments[0].steps[0].days", "segments[1].from"]);
    }

    #[test]
    fn what_clients_are_and_their_risk_are_conditions() {
        let mut draft = Draft::of(&ReminderPlan::default());
        let segment = draft.segments.last_mut().unwrap();
        segment.kinds = vec![PartyKind::Consumer];
        segment.risks = vec![Risk::High, Risk::Medium];
        assert_eq!(segment.who(), "un particulier, un risque à surveiller ou élevé");
        let when = DraftSegment::read(&segment.clone(), 0, &mut Vec::new()).when;
        assert!(when.kinds.contains(&PartyKind::Consumer) && when.risks.contains(&Risk::High) && when.risks.len() == 2);
    }

    #[test]
    fn groups_and_steps_come_and_go() {
        let plan = ReminderPlan::default();
        let mut draft = Draft::of(&plan);
        draft.add_segment();
        assert_eq!(draft.segments.len(), plan.segments.len() + 1);
        draft.remove_segment(plan.segments.len() - 1);
        draft.add_step(0);
        let last = draft.segments[0].steps.len() - 1;
        draft.remove_step(0, last);
        assert_eq!(draft.read(), Ok(plan));
        assert_eq!(draft.segments.last().unwrap().who(), "tous les autres clients");
    }
}
