//! How much time limitation leaves.

use super::deadlines::late_service;
use super::figures::{Figures, Index};
use super::history::History;
use super::{Basis, Input};
use crate::limitation::{self, ClaimKind, Limitation};
use crate::{Day, Event, EventKind, PartyKind, Problem, Problems};

/// What limitation says on the day of the guidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// The dates that it takes aren't known.
    Unknown,
    /// Proceedings or a suspension are under way.
    Pending,
    /// Until that day, far enough.
    Ample(Day),
    /// Until that day, so close that an act that interrupts limitation comes before anything else.
    Near(Day),
    /// Over since that day by the cautious reading; another reading can be pleaded.
    Arguable(Day),
    /// Over since that day.
    Barred(Day),
}

impl Clock {
    /// Reads the limitation given, else the one that follows from the facts.
    ///
    /// # Errors
    /// The faults of the limitation given, with their place in the input.
    pub(super) fn read(input: &Input, index: &Index<'_>) -> Result<Self, Problems> {
        let facts = match &input.limitation {
            Some(given) => limitation::Input { as_of: input.as_of, ..given.clone() },
            None => derived(input, index),
        };
        match limitation::limitation(&facts, index.reference) {
            Ok(limitation) => {
                let alert = Figures::new(index, input.as_of).number("limitationAlertMonths");
                Ok(Self::of(&limitation, input.as_of, alert))
            }
            Err(problems) if input.limitation.is_some() => Err(within_limitation(&problems)),
            Err(_) => Ok(Self::Unknown),
        }
    }

    fn of(limitation: &Limitation, as_of: Day, alert: u32) -> Self {
        let cautious = limitation.cautious;
        let Some(last_day) = cautious.last_day else { return Self::Pending };
        if !cautious.expired {
            return if last_day < as_of.plus_months(alert) { Self::Near(last_day) } else { Self::Ample(last_day) };
        }
        if limitation.arguable.is_some_and(|arguable| !arguable.expired) {
            return Self::Arguable(last_day);
        }
        Self::Barred(last_day)
    }

    pub(super) fn is_barred(self) -> bool {
        matches!(self, Self::Barred(_))
    }

    /// Whether an interrupting act is urgent.
    pub(super) fn is_short(self) -> bool {
        matches!(self, Self::Near(_) | Self::Arguable(_))
    }
}

/// The limitation that the facts of a procedure imply, where none is given.
fn derived(input: &Input, index: &Index<'_>) -> limitation::Input {
    let title = input
        .done
        .iter()
        .filter(|done| done.kind == EventKind::TitleObtained && done.on <= input.as_of)
        .map(|done| done.on)
        .max();
    let mut facts = limitation::Input::new(input.as_of, if title.is_some() { ClaimKind::EnforceableTitle } else { claim(input) });
    facts.place = input.debtor.place.into();
    facts.due_on = title.or(input.due_on);
    facts.performed_on = if title.is_some() { None } else { input.performed_on };
    let (figures, history) = (Figures::new(index, input.as_of), History::new(&input.done, input.as_of));
    facts.events = input
        .done
        .iter()
        .filter(|done| title.is_none_or(|title| done.on > title))
        // The service of a void order interrupts nothing.
        .filter(|done| done.kind != EventKind::PaymentOrderServed || late_service(figures, &history, done.on).is_none())
        .map(|done| Event { kind: done.kind, on: done.on, until: None, outcome: None })
        .collect();
    facts
}

/// The kind of claim in the words of limitation.
fn claim(input: &Input) -> ClaimKind {
    usual_claim(input.basis, input.creditor.kind, input.debtor.kind, input.performed_on.is_some())
}

/// The kind of claim, in the words of limitation, that usually goes with what it rests on and with the parties.
#[must_use]
pub fn usual_claim(basis: Basis, creditor: PartyKind, debtor: PartyKind, delivery_known: bool) -> ClaimKind {
    let merchant = |kind| matches!(kind, PartyKind::Company | PartyKind::SoleTrader | PartyKind::Craftsman);
    match (basis, debtor) {
        (_, PartyKind::PublicBody) => ClaimKind::Public,
        // Without the day of delivery, the shortest period from the dates there are.
        (Basis::Carriage, _) if !delivery_known => ClaimKind::Unknown,
        (Basis::Carriage, _) => ClaimKind::Carriage,
        (Basis::AcceptedBill, _) => ClaimKind::AcceptedBill,
        (Basis::Lease, PartyKind::Consumer) => ClaimKind::ResidentialRent,
        (Basis::Lease, _) => ClaimKind::CommercialRent,
        (Basis::Contract | Basis::Subcontract | Basis::Cheque, PartyKind::Consumer) => ClaimKind::Consumer,
        (Basis::Contract | Basis::Subcontract | Basis::Cheque, debtor) => {
            if merchant(debtor) || merchant(creditor) {
                ClaimKind::Business
            } else {
                ClaimKind::Civil
            }
        }
    }
}

/// The same faults, at their place in the input of a procedure.
fn within_limitation(problems: &Problems) -> Problems {
    let moved = problems.all().iter().map(|problem| Problem {
        field: if problem.field.is_empty() { "limitation".to_owned() } else { format!("limitation.{}", problem.field) },
        ..problem.clone()
    });
    Problems::check(moved.collect()).err().unwrap_or_else(|| problems.clone())
}
