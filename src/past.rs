//! What something was before each change, to go back to it and forth again.

use std::collections::VecDeque;

/// More states than these are forgotten, the oldest first.
const MOST: usize = 100;

/// How much all states may weigh together, in whatever they are weighed in; the last one stays whatever it weighs.
const HEAVIEST: usize = 20_000;

/// The states before the present one, and those that were gone back from.
#[derive(Clone, Debug)]
pub struct Past<T> {
    before: VecDeque<State<T>>,
    after: Vec<State<T>>,
    /// The field that was typed in last: what follows in it is the same change.
    field: Option<String>,
}

#[derive(Clone, Debug)]
struct State<T> {
    state: T,
    weight: usize,
}

impl<T> Default for Past<T> {
    fn default() -> Self {
        Self { before: VecDeque::new(), after: Vec::new(), field: None }
    }
}

impl<T: PartialEq> Past<T> {
    /// Notes a change by the state before it. Where it was typed in the field that the change before was typed in, it joins that one.
    pub fn note(&mut self, before: T, weight: usize, field: Option<String>) {
        self.after.clear();
        let joins = field.is_some() && field == self.field && !self.before.is_empty();
        self.field = field;
        if joins {
            return;
        }
        self.before.push_back(State { state: before, weight });
        while self.before.len() > MOST || (self.before.len() > 1 && self.weight() > HEAVIEST) {
            self.before.pop_front();
        }
    }

    /// The field is left: what is typed in it later is another change.
    pub fn leave_field(&mut self) {
        self.field = None;
    }

    /// Goes back: gives the state before the last change that still shows, and keeps the present one to go forth to.
    pub fn back(&mut self, now: T, weight: usize) -> Option<T> {
        self.field = None;
        // What was typed and taken away again left no trace.
        while self.before.back().is_some_and(|last| last.state == now) {
            self.before.pop_back();
        }
        let State { state, .. } = self.before.pop_back()?;
        self.after.push(State { state: now, weight });
        Some(state)
    }

    /// Goes forth: gives the state that was gone back from, and keeps the present one to go back to.
    pub fn forth(&mut self, now: T, weight: usize) -> Option<T> {
        self.field = None;
        let State { state, .. } = self.after.pop()?;
        self.before.push_back(State { state: now, weight });
        Some(state)
    }

    /// Whether there is a state to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether there is one to go forth to.
    #[must_use]
    pub fn can_go_forth(&self) -> bool {
        !self.after.is_empty()
    }

    /// Forgets all: something else is at hand.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    fn weight(&self) -> usize {
        self.before.iter().map(|state| state.weight).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text, with its past.
    #[derive(Default)]
    struct Text {
        now: String,
        past: Past<String>,
    }

    impl Text {
        fn change(&mut self, now: &str, field: Option<&str>) {
            let before = std::mem::replace(&mut self.now, now.to_owned());
            self.past.note(before, 1, field.map(str::to_owned));
        }

        fn back(&mut self) -> Option<&str> {
            self.now = self.past.back(self.now.clone(), 1)?;
            Some(&self.now)
        }

        fn forth(&mut self) -> Option<&str> {
            self.now = self.past.forth(self.now.clone(), 1)?;
            Some(&self.now)
        }
    }

    #[test]
    fn what_is_typed_in_one_field_is_one_change() {
        let mut text = Text::default();
        for typed in ["1", "18", "185", "1850"] {
            text.change(typed, Some("amount"));
        }
        text.change("1850 x", Some("name"));
        assert_eq!(text.back(), Some("1850"));
        assert_eq!(text.back(), Some(""));
        assert_eq!(text.back(), None);
        assert_eq!(text.forth(), Some("1850"));
        assert_eq!(text.forth(), Some("1850 x"));
        assert_eq!(text.forth(), None);
    }

    #[test]
    fn a_field_that_was_left_begins_another_change() {
        let mut text = Text::default();
        text.change("1", Some("amount"));
        text.past.leave_field();
        text.change("12", Some("amount"));
        text.change("12 ", None);
        text.change("12 €", Some("amount"));
        for expected in ["12 ", "12", "1", ""] {
            assert_eq!(text.back(), Some(expected));
        }
    }

    #[test]
    fn a_change_that_left_no_trace_is_passed_over() {
        let mut text = Text::default();
        text.change("1", None);
        text.change("12", Some("amount"));
        text.change("1", Some("amount"));
        assert_eq!(text.back(), Some(""));
        assert_eq!(text.forth(), Some("1"));
    }

    #[test]
    fn a_new_change_ends_the_way_forth() {
        let mut text = Text::default();
        text.change("a", None);
        text.back();
        text.change("b", None);
        assert!(!text.past.can_go_forth());
        assert_eq!(text.back(), Some(""));
    }

    #[test]
    fn the_oldest_is_forgotten_and_the_last_never() {
        let mut past = Past::default();
        for n in 0..=2 * MOST {
            past.note(n, 1, None);
        }
        assert_eq!(std::iter::from_fn(|| past.back(usize::MAX, 1)).count(), MOST);
        let mut past = Past::default();
        for n in 0..9 {
            past.note(n, HEAVIEST, None);
        }
        assert_eq!(past.back(9, HEAVIEST), Some(8));
        assert_eq!(past.back(8, HEAVIEST), None);
    }

    proptest! {
        /// Back through all states, and forth through them again.
        #[test]
        fn every_earlier_state_comes_back(texts in proptest::collection::vec("[ab]{0,2}", 0..MOST)) {
            let mut text = Text::default();
            let mut states = vec![String::new()];
            for now in &texts {
                if *now != text.now {
                    text.change(now, None);
                    states.push(now.clone());
                }
            }
            for earlier in states.iter().rev().skip(1) {
                prop_assert_eq!(text.back(), Some(earlier.as_str()));
            }
            prop_assert_eq!(text.back(), None);
            for later in states.iter().skip(1) {
                prop_assert_eq!(text.forth(), Some(later.as_str()));
            }
            prop_assert_eq!(text.forth(), None);
        }

        /// Whatever is done, going forth takes back what going back did.
        #[test]
        fn forth_is_the_contrary_of_back(steps in proptest::collection::vec((0..4_u8, "[ab]{0,2}", proptest::option::of("[xy]")), 0..60)) {
            let mut text = Text::default();
            for (step, now, field) in steps {
                match step {
                    0 | 1 if now != text.now => text.change(&now, field.as_deref()),
                    2 => {
                        let before = text.now.clone();
                        if text.back().is_some() {
                            prop_assert_ne!(&text.now, &before);
                            prop_assert_eq!(text.forth(), Some(before.as_str()));
                            text.back();
                        }
                    }
                    3 => {
                        let before = text.now.clone();
                        if text.forth().is_some() {
                            prop_assert_eq!(text.back(), Some(before.as_str()));
                            text.forth();
                        }
                    }
                    _ => text.past.leave_field(),
                }
            }
        }
    }
}
