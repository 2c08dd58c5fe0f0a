//! What the procedures need to know, derived once from the input.

use super::clock::Clock;
use super::figures::Figures;
use super::history::History;
use super::{Answer, Basis, Contested, Evidence, Input, Insolvency, YesNo};
use crate::{Day, EventKind, Money, PartyKind, Place};

/// What a party is, as far as procedures go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A commercial company or a merchant.
    Merchant,
    /// A craftsman in their own name: a party to the commercial courts (C. com. L721-3), not a merchant.
    Craftsman,
    /// Another professional.
    Civil,
    Consumer,
    Public,
}

impl Standing {
    fn of(kind: PartyKind, figures: Figures<'_>) -> Self {
        match kind {
            // Until 2021, craftsmen answered to the civil courts.
            PartyKind::Craftsman if figures.number("craftsmanForum") == 0 => Self::Civil,
            PartyKind::Company | PartyKind::SoleTrader => Self::Merchant,
            PartyKind::Craftsman => Self::Craftsman,
            PartyKind::Liberal | PartyKind::Farmer | PartyKind::CivilCompany | PartyKind::Association => Self::Civil,
            PartyKind::Consumer => Self::Consumer,
            PartyKind::PublicBody => Self::Public,
        }
    }

    /// Whether the commercial courts judge this party's commitments (C. com. L721-3).
    pub(super) fn is_commercial(self) -> bool {
        matches!(self, Self::Merchant | Self::Craftsman)
    }
}

/// Whether payment is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    Since(Day),
    From(Day),
    Unknown,
}

/// Where the debtor is, as far as jurisdiction goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    France,
    Union,
    Denmark,
    Abroad,
}

/// How the debtor contests the debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dispute {
    None,
    /// The debtor objects, but nothing serious stands in the way.
    NotSerious,
    Partial,
    Serious,
    Unknown,
}

/// When a claim was born, seen from the opening of insolvency proceedings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Birth {
    Before,
    After,
    /// Not known: treated as before, which is the safe reading.
    Unknown,
}

/// The facts, each asked for by its name.
pub(super) struct Facts<'a> {
    pub(super) input: &'a Input,
    pub(super) figures: Figures<'a>,
    pub(super) history: History,
    pub(super) clock: Clock,
    pub(super) creditor: Standing,
    pub(super) debtor: Standing,
    pub(super) home: Home,
    pub(super) due: Due,
    pub(super) dispute: Dispute,
    /// Principal, interest and indemnity.
    pub(super) total: Money,
}

impl<'a> Facts<'a> {
    pub(super) fn new(input: &'a Input, figures: Figures<'a>, history: History, clock: Clock) -> Self {
        let home = match input.debtor.place {
            Place::France | Place::AlsaceMoselle | Place::Overseas => Home::France,
            Place::Eu => Home::Union,
            Place::Denmark => Home::Denmark,
            Place::Abroad => Home::Abroad,
        };
        let due = match input.due_on {
            Some(day) if day < input.as_of => Due::Since(day),
            Some(day) => Due::From(day),
            None => Due::Unknown,
        };
        let disputes = input.debtor.answer == Some(Answer::Disputes);
        let dispute = match input.contested {
            Contested::No if disputes => Dispute::NotSerious,
            Contested::No => Dispute::None,
            Contested::Partly => Dispute::Partial,
            Contested::Yes => Dispute::Serious,
            Contested::Unknown if disputes => Dispute::Serious,
            Contested::Unknown => Dispute::Unknown,
        };
        Self {
            input,
            figures,
            history,
            clock,
            creditor: Standing::of(input.creditor.kind, figures),
            debtor: Standing::of(input.debtor.kind, figures),
            home,
            due,
            dispute,
            total: input.amount + input.accrued.unwrap_or_default(),
        }
    }

    pub(super) fn as_of(&self) -> Day {
        self.input.as_of
    }

    /// A public body in France: its own courts, and no seizure.
    pub(super) fn is_public(&self) -> bool {
        self.debtor == Standing::Public && self.home == Home::France
    }

    pub(super) fn is_consumer(&self) -> bool {
        self.debtor == Standing::Consumer
    }

    pub(super) fn not_due_yet(&self) -> bool {
        matches!(self.due, Due::From(_))
    }

    /// The insolvency proceedings given; a public body can't be in any (C. com. L620-2, L631-2, L640-2).
    pub(super) fn insolvency_given(&self) -> Option<&'a Insolvency> {
        self.input.debtor.insolvency.as_ref().filter(|_| !self.is_public())
    }

    /// The insolvency proceedings opened on or before the day of the guidance.
    pub(super) fn insolvency(&self) -> Option<&'a Insolvency> {
        self.insolvency_given().filter(|insolvency| insolvency.opened_on <= self.as_of())
    }

    /// The day the claim was declared in these proceedings: a declaration before they opened was made in others.
    pub(super) fn declared(&self) -> Option<Day> {
        let opened_on = self.insolvency_given()?.opened_on;
        self.history.last(&[EventKind::ClaimDeclared]).filter(|day| *day >= opened_on)
    }

    /// When the claim was born: at performance. A claim due before the opening was born before it.
    pub(super) fn birth(&self, insolvency: &Insolvency) -> Birth {
        match (self.input.performed_on, self.input.due_on) {
            (Some(performed), _) if performed < insolvency.opened_on => Birth::Before,
            (Some(_), _) => Birth::After,
            (None, Some(due)) if due < insolvency.opened_on => Birth::Before,
            (None, _) => Birth::Unknown,
        }
    }

    /// The proceedings that freeze this claim (C. com. L622-7, L622-21): opened, and the claim isn't known to be later.
    pub(super) fn frozen_by(&self) -> Option<&'a Insolvency> {
        self.insolvency().filter(|insolvency| self.birth(insolvency) != Birth::After)
    }

    /// A legal person that was struck off: nobody can receive an act in its name any more.
    pub(super) fn is_dissolved(&self) -> bool {
        self.input.debtor.struck_off == Some(YesNo::Yes) && self.is_dissoluble()
    }

    /// Whether the debtor ends once struck off: a natural person or a public body outlives any register.
    pub(super) fn is_dissoluble(&self) -> bool {
        matches!(self.input.debtor.kind, PartyKind::Company | PartyKind::CivilCompany | PartyKind::Association)
    }

    /// The day of the enforceable title.
    pub(super) fn titled_on(&self) -> Option<Day> {
        self.history.last(&[EventKind::TitleObtained])
    }

    /// The last day to enforce a title (CPCE L111-4): each act of enforcement, each acknowledgment starts its years anew.
    pub(super) fn title_until(&self) -> Option<Day> {
        let title = self.titled_on()?;
        let anew = [EventKind::EnforcementAct, EventKind::Acknowledgment, EventKind::PartPayment, EventKind::PaymentPlanSigned];
        let start = self.history.last(&anew).filter(|day| *day > title).unwrap_or(title);
        Some(start.plus_years(self.figures.number("limitationTitle")))
    }

    /// Whether the debtor looks for a way to pay.
    pub(super) fn is_cooperative(&self) -> bool {
        let answer = matches!(self.input.debtor.answer, Some(Answer::Promises | Answer::AsksTime | Answer::PaidPart));
        (self.input.debtor.cooperates == Some(YesNo::Yes) || answer && self.input.debtor.cooperates != Some(YesNo::No))
            && self.dispute != Dispute::Serious
    }

    pub(super) fn has_evidence(&self, evidence: Evidence) -> bool {
        self.input.evidence.contains(&evidence)
    }

    pub(super) fn is_basis(&self, basis: Basis) -> bool {
        self.input.basis == basis
    }
}
