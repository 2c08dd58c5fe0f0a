//! What was done to the paragraphs of a letter, to be undone and done again.

use dument_letters::LetterKind;
use leptos::prelude::*;

use crate::case::{Draft, Words};
use crate::state::State;

/// More steps than this are forgotten, the oldest first.
const MOST: usize = 200;

/// A change of the paragraphs of one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    kind: LetterKind,
    /// The paragraph that was changed; none for the whole letter.
    paragraph: Option<String>,
    before: Words,
    after: Words,
}

/// The steps taken, and those taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Steps {
    past: Vec<Step>,
    future: Vec<Step>,
}

impl Steps {
    /// Notes a step; a letter typed within a word joins the step before it.
    fn take(&mut self, step: Step, within_a_word: bool) {
        self.future.clear();
        match self.past.last_mut() {
            Some(last)
                if within_a_word && last.kind == step.kind && last.paragraph == step.paragraph && last.after == step.before =>
            {
                last.after = step.after;
            }
            _ => self.past.push(step),
        }
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// The last step of this letter, where it is as that step left it: another case may have been opened since.
    fn last(&self, kind: LetterKind, draft: &Draft) -> Option<usize> {
        self.past.iter().rposition(|step| step.kind == kind).filter(|i| draft.reads(&self.past[*i].after))
    }

    /// The step to take again.
    fn next(&self, kind: LetterKind, draft: &Draft) -> Option<usize> {
        self.future.iter().rposition(|step| step.kind == kind).filter(|i| draft.reads(&self.future[*i].before))
    }

    /// Takes the last step back; says which paragraph it changed.
    fn undo(&mut self, kind: LetterKind, draft: &mut Draft) -> Option<String> {
        let step = self.past.remove(self.last(kind, draft)?);
        draft.put_back(step.before.clone());
        let paragraph = step.paragraph.clone();
        self.future.push(step);
        paragraph
    }

    /// Takes the step again.
    fn redo(&mut self, kind: LetterKind, draft: &mut Draft) -> Option<String> {
        let step = self.future.remove(self.next(kind, draft)?);
        draft.put_back(step.after.clone());
        let paragraph = step.paragraph.clone();
        self.past.push(step);
        paragraph
    }
}

/// The edits of every letter of this visit.
#[derive(Clone, Copy)]
pub struct Edits(RwSignal<Steps>);

impl Edits {
    /// None yet.
    #[must_use]
    pub fn none() -> Self {
        Self(RwSignal::new(Steps::default()))
    }

    /// Changes a paragraph of a letter, or the whole letter, and notes the step.
    pub fn change(self, state: State, kind: LetterKind, paragraph: Option<&str>, change: impl FnOnce(&mut Draft)) {
        let mut step = None;
        let mut within_a_word = false;
        state.change(|case| {
            let draft = case.letters.entry(kind).or_default();
            let text = |draft: &Draft| paragraph.and_then(|id| draft.rewritten(id)).map(str::to_owned);
            let (before, text_before) = (draft.words(), text(draft));
            change(draft);
            within_a_word =
                matches!((text_before, text(draft)), (Some(before), Some(after)) if is_within_a_word(&before, &after));
            step = (!draft.reads(&before)).then(|| Step {
                kind,
                paragraph: paragraph.map(str::to_owned),
                before,
                after: draft.words(),
            });
        });
        if let Some(step) = step {
            self.0.update(|steps| steps.take(step, within_a_word));
        }
    }

    /// Takes the last step back, and shows where.
    pub fn undo(self, state: State, kind: LetterKind) {
        self.step(state, kind, Steps::undo);
    }

    /// Takes again the step taken back last, and shows where.
    pub fn redo(self, state: State, kind: LetterKind) {
        self.step(state, kind, Steps::redo);
    }

    fn step(self, state: State, kind: LetterKind, step: fn(&mut Steps, LetterKind, &mut Draft) -> Option<String>) {
        let mut paragraph = None;
        state.change(|case| {
            let draft = case.letters.entry(kind).or_default();
            self.0.update(|steps| paragraph = step(steps, kind, draft));
        });
        if let Some(id) = paragraph {
            request_animation_frame(move || super::paragraph::focus(&id));
        }
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(self, state: State, kind: LetterKind) -> Memo<bool> {
        self.can(state, kind, Steps::last)
    }

    /// Whether there is one to take again.
    #[must_use]
    pub fn can_redo(self, state: State, kind: LetterKind) -> Memo<bool> {
        self.can(state, kind, Steps::next)
    }

    fn can(self, state: State, kind: LetterKind, found: fn(&Steps, LetterKind, &Draft) -> Option<usize>) -> Memo<bool> {
        Memo::new(move |_| {
            state.case.with(|case| {
                self.0.with(|steps| {
                    case.letters.get(&kind).map_or_else(
                        || found(steps, kind, &Draft::default()).is_some(),
                        |draft| found(steps, kind, draft).is_some(),
                    )
                })
            })
        })
    }
}

/// Whether two texts differ by one sign that belongs to a word: what undoing takes back together.
fn is_within_a_word(before: &str, after: &str) -> bool {
    let (short, long) = if before.len() < after.len() { (before, after) } else { (after, before) };
    if short.chars().count() + 1 != long.chars().count() {
        return false;
    }
    let same = short.chars().zip(long.chars()).take_while(|(one, other)| one == other).count();
    let sign = long.chars().nth(same);
    sign.is_some_and(|sign| !sign.is_whitespace()) && long.chars().skip(same + 1).eq(short.chars().skip(same))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: LetterKind = LetterKind::Reminder;

    /// Types texts one after the other into a paragraph that reads « Payez. », as the page does.
    fn typed(texts: &[&str]) -> (Steps, Draft) {
        let (mut steps, mut draft) = (Steps::default(), Draft::default());
        for text in texts {
            let before = draft.words();
            let old = draft.rewritten("demand").unwrap_or("Payez.").to_owned();
            draft.rewrite("demand", "Payez.", text);
            let step = Step { kind: KIND, paragraph: Some("demand".to_owned()), before, after: draft.words() };
            steps.take(step, is_within_a_word(&old, text));
        }
        (steps, draft)
    }

    #[test]
    fn a_word_is_undone_at_once() {
        let (mut steps, mut draft) = typed(&["Payez. ", "Payez. M", "Payez. Me", "Payez. Mer", "Payez. Mer ", "Payez. Mer e"]);
        let mut undo = || {
            assert_eq!(steps.undo(KIND, &mut draft).as_deref(), Some("demand"));
            draft.rewritten("demand").map(str::to_owned)
        };
        assert_eq!(undo().as_deref(), Some("Payez. Mer"), "the second space began a step, which its word joined");
        assert_eq!(undo(), None, "so did the first");
        assert_eq!(steps.undo(KIND, &mut draft), None);
    }

    #[test]
    fn what_was_undone_is_done_again_until_something_else_is() {
        let (mut steps, mut draft) = typed(&["Réglez.", "Versez."]);
        steps.undo(KIND, &mut draft);
        steps.redo(KIND, &mut draft);
        assert_eq!(draft.rewritten("demand"), Some("Versez."));
        steps.undo(KIND, &mut draft);
        let before = draft.words();
        draft.restore_all();
        steps.take(Step { kind: KIND, paragraph: None, before, after: draft.words() }, false);
        assert_eq!(steps.redo(KIND, &mut draft), None);
        steps.undo(KIND, &mut draft);
        assert_eq!(draft.rewritten("demand"), Some("Réglez."), "even a return to the letter's own words is undone");
    }

    #[test]
    fn another_case_has_nothing_to_undo() {
        let (mut steps, _) = typed(&["Réglez."]);
        let mut other = Draft::default();
        assert_eq!(steps.undo(KIND, &mut other), None);
        assert_eq!(other, Draft::default());
        assert_eq!(steps.undo(LetterKind::FormalNotice, &mut other), None, "nor another letter");
    }

    #[test]
    fn words_end_at_spaces() {
        for (before, after, within) in [
            ("Mer", "Merc", true),
            ("Merc", "Mer", true),
            ("Mer", "Mer ", false),
            ("Mer", "Mer ci", false),
            ("Mer", "Mar", false),
            ("été", "éte", false),
        ] {
            assert_eq!(is_within_a_word(before, after), within, "{before} / {after}");
        }
    }
}
