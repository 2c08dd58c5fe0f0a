//! The period as it runs, is interrupted, stands still and runs on: one reading of the law, event after event.
//!
//! C. civ. 2231: an interruption erases what had run, a new period of the same length starts. C. civ. 2242, 2243: that of
//! a claim before a court lasts until proceedings end. C. civ. 2230: a suspension stops the period without erasing what
//! had run. C. civ. 2232: neither carries it beyond twenty years, but for court claims, protective measures and
//! enforcement. C. civ. 2250, 2251: once it is over, only the debtor can waive it. C. civ. 2222: a law that shortens a
//! period gives the new one from its own first day, never past the end of the old one; a law that lengthens it counts the
//! time already run; neither revives a period that is over.

use super::effect::Effect;
use super::period::Period;
use super::span::{Length, Span, Step};
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

/// Why the arguable reading gives another date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plea {
    /// The period runs from the agreed due date, not from completion.
    DueDate,
    /// No period runs on an instalment before its own term (C. civ. 2233).
    PlanTerm,
    /// The debtor gave up a period that was over (C. civ. 2251).
    Waiver,
}

/// One reading of the period, up to the last event applied.
#[derive(Clone, Debug)]
pub(super) struct Track<'a> {
    pub(super) period: &'a Period,
    reading: Reading,
    /// The period that a new interruption gives: that of the claim, then that of the title.
    pub(super) span: &'a Span,
    /// What the arguable reading pleads, the last plea taken up.
    pub(super) plea: Option<Plea>,
    /// No period of this reading opens before: the later due date one can plead.
    not_before: Day,
    pub(super) starts_on: Day,
    /// The day that opened the period now running.
    opened_on: Day,
    /// Its length under the texts in force by `seen_to`.
    length: Length,
    /// Its last day under those texts, were nothing open.
    last_day: Day,
    /// The day up to which new texts have been applied.
    seen_to: Day,
    long_stop: Option<Day>,
    /// Whether the period now running is one that the long stop bounds.
    bounded: bool,
    /// Whether the long stop cut the last suspension or interruption short.
    pub(super) stopped_short: bool,
    /// Whether a court has granted the claim.
    pub(super) granted: bool,
    suspended_since: Option<Day>,
    /// The events whose proceedings are under way.
    proceedings: Vec<usize>,
    /// The events whose suspension is under way.
    suspensions: Vec<usize>,
}

impl<'a> Track<'a> {
    /// The period before any event.
    pub(super) fn new(period: &'a Period, reading: Reading) -> Self {
        let due_on = period.arguable_from.filter(|_| reading == Reading::Arguable);
        let not_before = due_on.unwrap_or(period.opened_on);
        Self {
            period,
            reading,
            span: &period.span,
            plea: due_on.map(|_| Plea::DueDate),
            not_before,
            starts_on: period.span.starts_on(not_before),
            opened_on: not_before,
            length: period.span.on(not_before).length,
            last_day: period.span.last_day(not_before),
            seen_to: not_before,
            // A claim with a term is excepted (C. civ. 2232, second paragraph, and 2233).
            long_stop: period.long_stop.filter(|_| due_on.is_none()),
            bounded: true,
            stopped_short: false,
            granted: false,
            suspended_since: None,
            proceedings: Vec::new(),
            suspensions: Vec::new(),
        }
    }

    /// The last usable day, all texts known applied, unless proceedings or a suspension are under way.
    pub(super) fn last_day(&self) -> Option<Day> {
        let mut to_its_end = self.clone();
        self.span.after(self.seen_to).for_each(|step| to_its_end.reform(step));
        (!self.pending()).then_some(to_its_end.last_day)
    }

    /// Applies the texts that came into force up to that day.
    pub(super) fn advance(&mut self, to: Day) {
        for step in self.span.after(self.seen_to) {
            if step.from <= to {
                self.reform(step);
            }
        }
        self.seen_to = self.seen_to.max(to);
    }

    /// A new text changes the length of the period now running.
    fn reform(&mut self, step: Step) {
        self.stand_still_to(step.from);
        if !self.pending() && self.last_day < step.from {
            return;
        }
        let (old, new) = (self.length.last_day(self.opened_on), step.length.last_day(self.opened_on));
        let longer = u32::try_from(new.days_since(old)).unwrap_or_default();
        if longer > 0 {
            self.last_day = self.last_day.plus_days(longer);
        } else if new < old {
            self.last_day = self.last_day.min(step.length.last_day(step.from));
        }
        self.length = step.length;
    }

    /// Moves the last day by the days of a suspension under way, up to that day.
    fn stand_still_to(&mut self, on: Day) {
        if let Some(since) = self.suspended_since.filter(|since| *since < on) {
            let stood_still = on.days_since(since.max(self.starts_on));
            if !self.interrupted() {
                self.last_day = self.last_day.plus_days(u32::try_from(stood_still).unwrap_or_default());
            }
            self.suspended_since = Some(on);
        }
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
        let arguable = self.reading == Reading::Arguable;
        if self.over(on) {
            if self.period.is_public() {
                return Effect::TooLate;
            }
            if arguable {
                self.plea = Some(Plea::Waiver);
                // A waiver gives up a period that is over: there is nothing left for the long stop to bound.
                self.restart(on, Origin::Justice);
            }
            return Effect::Waived;
        }
        if let Some(term) = term.filter(|term| arguable && *term > on) {
            self.plea = Some(Plea::PlanTerm);
            self.not_before = self.not_before.max(term);
            self.long_stop = None;
        }
        self.restart(on, Origin::Debtor);
        Effect::Interrupts
    }

    /// Proceedings begin.
    pub(super) fn open_proceedings(&mut self, event: usize, on: Day) -> Effect {
        if self.over(on) {
            return Effect::TooLate;
        }
        self.proceedings.push(event);
        Effect::Interrupts
    }

    /// Proceedings end; nothing happens where they never counted.
    pub(super) fn close_proceedings(&mut self, event: usize, on: Day, outcome: Option<Outcome>) -> Option<Effect> {
        if !take(&mut self.proceedings, event) {
            return None;
        }
        if outcome == Some(Outcome::Granted) {
            self.granted = true;
            self.span = &self.period.title;
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
        self.suspensions.push(event);
        self.suspended_since.get_or_insert(on);
        Effect::Suspends
    }

    /// A suspension ends; nothing happens where it never counted.
    pub(super) fn resume(&mut self, event: usize, on: Day) -> Option<Effect> {
        if !take(&mut self.suspensions, event) {
            return None;
        }
        if !self.suspensions.is_empty() {
            return Some(Effect::None);
        }
        if !self.interrupted() {
            let before = self.last_day;
            self.stand_still_to(on);
            let rest_runs_on = self.last_day.max(on.plus_months(self.period.after_suspension));
            self.last_day = self.before_long_stop(rest_runs_on, before);
        }
        self.suspended_since = None;
        Some(Effect::Resumes)
    }

    /// Whether the period was over before that day.
    fn over(&self, on: Day) -> bool {
        !self.pending() && self.last_day < on
    }

    /// A new full period from that day; it stands still at once where a suspension is under way.
    fn restart(&mut self, on: Day, origin: Origin) {
        let opened_on = on.max(self.not_before);
        self.opened_on = opened_on;
        self.length = self.span.on(opened_on).length;
        self.seen_to = opened_on;
        let full = self.length.last_day(opened_on);
        self.starts_on = self.span.starts_on(opened_on);
        self.bounded = origin == Origin::Debtor;
        self.stopped_short = false;
        self.last_day = if self.bounded { self.before_long_stop(full, self.last_day) } else { full };
        if self.suspended_since.is_some() {
            self.suspended_since = Some(opened_on);
        }
    }

    /// A last day no later than the long stop, though never earlier than it was before.
    fn before_long_stop(&mut self, last_day: Day, before: Day) -> Day {
        let most = self.long_stop.map_or(last_day, |stop| stop.max(before));
        self.stopped_short = most < last_day;
        last_day.min(most)
    }
}

/// Takes an event out of those under way; whether it was among them.
fn take(under_way: &mut Vec<usize>, event: usize) -> bool {
    let before = under_way.len();
    under_way.retain(|other| *other != event);
    under_way.len() < before
}
