//! The period as it runs, is interrupted, stands still and runs on: one reading of the law, event after event.
//!
//! C. civ. 2231: an interruption erases what had run, a new period of the same length starts. C. civ. 2242, 2243: that of
//! a claim before a court lasts until proceedings end. C. civ. 2230: a suspension stops the period without erasing what
//! had run. C. civ. 2232: neither carries it beyond twenty years, but for court claims, protective measures and
//! enforcement. C. civ. 2250, 2251: once it is over, only the debtor can waive it.

use std::collections::BTreeSet;

use super::effect::Effect;
use super::period::{Length, Period};
use crate::{Day, Outcome};

/// Which way open questions are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Against the creditor: the earliest date.
    Cautious,
    /// For the creditor: a later due date, the term of a payment plan, a waiver.
    Arguable,
}

/// How an interruption comes about: decides whether the long stop bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// By the debtor or by a letter: within the long stop.
    Debtor,
    /// By a court claim, a protective measure or enforcement: C. civ. 2232 excepts them.
    Justice,
}

/// One reading of the period, up to the last event applied.
#[derive(Clone, Debug)]
pub(super) struct Track<'a> {
    pub(super) period: &'a Period,
    reading: Reading,
    /// The period that a new interruption gives: that of the claim, then that of the title.
    pub(super) length: Length,
    /// No period of this reading opens before: the later due date one can plead.
    not_before: Day,
    pub(super) starts_on: Day,
    /// The last day, were nothing open.
    last_day: Day,
    long_stop: Option<Day>,
    /// Whether the period now running is one that the long stop bounds.
    bounded: bool,
    /// Whether the long stop cut the last suspension or interruption short.
    pub(super) stopped_short: bool,
    /// Whether a court has granted the claim.
    pub(super) granted: bool,
    suspended_since: Option<Day>,
    /// The events whose proceedings are under way.
    proceedings: BTreeSet<usize>,
    /// The events whose suspension is under way.
    suspensions: BTreeSet<usize>,
}

impl<'a> Track<'a> {
    /// The period before any event.
    pub(super) fn new(period: &'a Period, reading: Reading) -> Self {
        let not_before = match reading {
            Reading::Cautious => period.opened_on,
            Reading::Arguable => period.arguable_from.unwrap_or(period.opened_on),
        };
        Self {
            period,
            reading,
            length: period.length,
            not_before,
            starts_on: period.length.starts_on(not_before),
            last_day: period.length.last_day(not_before),
            long_stop: period.long_stop,
            bounded: true,
            stopped_short: false,
            granted: false,
            suspended_since: None,
            proceedings: BTreeSet::new(),
            suspensions: BTreeSet::new(),
        }
    }

    /// The last usable day, unless proceedings or a suspension are under way.
    pub(super) fn last_day(&self) -> Option<Day> {
        (!self.pending()).then_some(self.last_day)
    }

    /// Whether proceedings or a suspension are under way.
    pub(super) fn pending(&self) -> bool {
        self.interrupted() || !self.suspensions.is_empty()
    }

    /// Whether proceedings are under way.
    pub(super) fn interrupted(&self) -> bool {
        !self.proceedings.is_empty()
    }

    /// The long stop, while it bounds the period now running.
    pub(super) fn long_stop(&self) -> Option<Day> {
        self.long_stop.filter(|_| self.bounded && !self.interrupted())
    }

    /// Something interrupts at once.
    pub(super) fn interrupt(&mut self, on: Day, origin: Origin) -> Effect {
        if self.over(on) {
            return Effect::TooLate;
        }
        self.restart(on, origin);
        Effect::Interrupts
    }

    /// The debtor acknowledges the debt, maybe with a term to pay it: interrupts, or waives a period that is over.
    pub(super) fn interrupt_or_waive(&mut self, on: Day, term: Option<Day>) -> Effect {
        let over = self.over(on);
        if over && self.reading == Reading::Cautious {
            return Effect::Waived;
        }
        if let (Reading::Arguable, Some(term)) = (self.reading, term) {
            // No period runs on an instalment before its own term (C. civ. 2233).
            self.not_before = self.not_before.max(term);
        }
        // A waiver gives up a period that is over: there is nothing left for the long stop to bound.
        self.restart(on, if over { Origin::Justice } else { Origin::Debtor });
        if over { Effect::Waived } else { Effect::Interrupts }
    }

    /// Proceedings begin.
    pub(super) fn open_proceedings(&mut self, event: usize, on: Day) -> Effect {
        if self.over(on) {
            return Effect::TooLate;
        }
        self.proceedings.insert(event);
        Effect::Interrupts
    }

    /// Proceedings end; nothing happens where they never counted.
    pub(super) fn close_proceedings(&mut self, event: usize, on: Day, outcome: Option<Outcome>) -> Option<Effect> {
        if !self.proceedings.remove(&event) {
            return None;
        }
        if outcome == Some(Outcome::Granted) {
            self.granted = true;
            self.length = self.period.title;
            // The right has become a title: when it was born doesn't matter any more.
            self.long_stop = None;
        }
        if self.interrupted() {
            return Some(Effect::None);
        }
        self.restart(on, Origin::Justice);
        Some(Effect::Starts)
    }

    /// A suspension begins.
    pub(super) fn suspend(&mut self, event: usize, on: Day) -> Effect {
        if self.over(on) {
            return Effect::TooLate;
        }
        self.suspensions.insert(event);
        self.suspended_since.get_or_insert(on);
        Effect::Suspends
    }

    /// A suspension ends; nothing happens where it never counted.
    pub(super) fn resume(&mut self, event: usize, on: Day) -> Option<Effect> {
        if !self.suspensions.remove(&event) {
            return None;
        }
        if !self.suspensions.is_empty() {
            return Some(Effect::None);
        }
        let since = self.suspended_since.take().unwrap_or(on);
        if !self.interrupted() {
            let stood_still = on.days_since(since.max(self.starts_on)).max(0).unsigned_abs();
            let rest_runs_on = self.last_day.plus_days(u32::try_from(stood_still).unwrap_or(u32::MAX));
            self.last_day = self.before_long_stop(rest_runs_on.max(on.plus_months(self.period.after_suspension)));
        }
        Some(Effect::Resumes)
    }

    /// Whether the period was over before that day.
    fn over(&self, on: Day) -> bool {
        self.last_day().is_some_and(|last| last < on)
    }

    /// A new full period from that day; it stands still at once where a suspension is under way.
    fn restart(&mut self, on: Day, origin: Origin) {
        let opened_on = on.max(self.not_before);
        let full = self.length.last_day(opened_on);
        self.starts_on = self.length.starts_on(opened_on);
        self.bounded = origin == Origin::Debtor;
        self.last_day = if self.bounded { self.before_long_stop(full) } else { full };
        if self.suspended_since.is_some() {
            self.suspended_since = Some(opened_on);
        }
    }

    /// A last day no later than the long stop, though never earlier than it was.
    fn before_long_stop(&mut self, last_day: Day) -> Day {
        let most = self.long_stop.map_or(last_day, |stop| stop.max(self.last_day));
        self.stopped_short = most < last_day;
        last_day.min(most)
    }
}
