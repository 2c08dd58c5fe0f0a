//! What was done already, up to the day of the guidance.

use super::Done;
use crate::order::{in_order, rank};
use crate::{Day, EventKind};

/// The events up to a day, oldest first.
pub(super) struct History(Vec<Done>);

impl History {
    /// Leaves out what is dated after `as_of`.
    pub(super) fn new(done: &[Done], as_of: Day) -> Self {
        let past = done.iter().filter(|event| event.on <= as_of).cloned().collect();
        Self(in_order(past, |event: &Done| rank(event.on, 0)))
    }

    pub(super) fn all(&self) -> &[Done] {
        &self.0
    }

    /// The last day on which one of these happened.
    pub(super) fn last(&self, kinds: &[EventKind]) -> Option<Day> {
        self.latest_of(kinds).map(|event| event.on)
    }

    /// The last of these that happened.
    pub(super) fn latest_of(&self, kinds: &[EventKind]) -> Option<&Done> {
        self.0.iter().rev().find(|event| kinds.contains(&event.kind))
    }

    pub(super) fn has(&self, kind: EventKind) -> bool {
        self.last(&[kind]).is_some()
    }

    /// A first letter that asks for payment.
    pub(super) fn reminded(&self) -> Option<Day> {
        self.last(&[EventKind::Reminder, EventKind::WrittenDemand])
    }

    /// A letter or an act that puts the debtor in default (C. civ. 1344).
    pub(super) fn noticed(&self) -> Option<Day> {
        self.last(&[EventKind::FormalNotice, EventKind::RegisteredNotice, EventKind::SummonsToPay])
    }

    /// An amicable attempt that counts under CPC 750-1.
    pub(super) fn amicable_attempt(&self) -> Option<Day> {
        self.last(&[EventKind::Mediation, EventKind::ParticipatoryProcedure])
    }
}
