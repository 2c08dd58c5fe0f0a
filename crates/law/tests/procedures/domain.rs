//! Cases drawn at random, always the same ones, from facts that matter to the choice of a procedure.

use dument_law::procedures::{
    Answer, Basis, Contested, Creditor, Debtor, Done, Evidence, Input, Insolvency, InsolvencyKind, YesNo,
};
use dument_law::{Day, EventKind, Money, PartyKind, Place, PublicKind};

const KINDS: [PartyKind; 7] = [
    PartyKind::Company,
    PartyKind::Craftsman,
    PartyKind::Liberal,
    PartyKind::SoleTrader,
    PartyKind::CivilCompany,
    PartyKind::Consumer,
    PartyKind::PublicBody,
];

const EVENTS: [EventKind; 18] = [
    EventKind::Reminder,
    EventKind::FormalNotice,
    EventKind::Mediation,
    EventKind::PaymentOrderRequested,
    EventKind::PaymentOrderMade,
    EventKind::PaymentOrderServed,
    EventKind::OppositionFormed,
    EventKind::CourtClaim,
    EventKind::NonContestationServed,
    EventKind::SmallClaimsAccepted,
    EventKind::PaymentPlanSigned,
    EventKind::Acknowledgment,
    EventKind::ProtectiveMeasure,
    EventKind::TitleObtained,
    EventKind::EnforcementAct,
    EventKind::ClaimDeclared,
    EventKind::ChequePresented,
    EventKind::WrittenDemand,
];

const PLACES: [Place; 8] = [
    Place::France,
    Place::France,
    Place::France,
    Place::AlsaceMoselle,
    Place::Overseas,
    Place::Eu,
    Place::Denmark,
    Place::Abroad,
];

const BASES: [Basis; 7] =
    [Basis::Contract, Basis::Contract, Basis::Carriage, Basis::Subcontract, Basis::Lease, Basis::Cheque, Basis::AcceptedBill];

/// Draws from lists: an xorshift generator with one seed.
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// A case, mostly of known facts.
    pub(crate) fn case(&mut self) -> Input {
        let (year, month, day) = self.of(&[(2026, 11, 22), (2026, 11, 22), (2026, 11, 22), (2026, 3, 2), (2015, 6, 1)]);
        let today = Day::new(year, month, day).unwrap();
        let long = self.of(&[60, 60, 400, 2600]);
        let (performed, due) = (self.day(today, long), self.day(today, long));
        Input {
            as_of: today,
            amount: Money::from_cents(self.of(&[90_000, 480_000, 700_000, 2_000_000])),
            accrued: self.of(&[None, Some(Money::from_cents(40_000))]),
            performed_on: Some(performed).filter(|_| self.often(3)),
            due_on: Some(due).filter(|_| self.often(6)),
            creditor: Creditor { kind: self.of(&KINDS[..5]), employees: None, turnover: None, average_profit: None },
            debtor: self.debtor(today),
            contested: self.of(&[Contested::No, Contested::No, Contested::Partly, Contested::Yes, Contested::Unknown]),
            basis: self.of(&BASES),
            evidence: self.evidence(),
            court: None,
            done: self.done(today),
            limitation: None,
        }
    }

    fn number(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below).unwrap()).unwrap()
    }

    fn often(&mut self, one_in: usize) -> bool {
        self.number(one_in) > 0
    }

    fn of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.number(list.len())].clone()
    }

    /// A day in the past, seldom in the near future.
    fn day(&mut self, today: Day, days: usize) -> Day {
        let away = u32::try_from(self.number(days)).unwrap();
        if self.often(8) { today.minus_days(away) } else { today.plus_days(away / 20) }
    }

    fn fact(&mut self) -> YesNo {
        let known = self.of(&[YesNo::No, YesNo::No, YesNo::Yes]);
        if self.often(20) { known } else { YesNo::Unknown }
    }

    fn debtor(&mut self, today: Day) -> Debtor {
        let opened_on = self.day(today, 300);
        let kinds =
            [InsolvencyKind::Safeguard, InsolvencyKind::Reorganisation, InsolvencyKind::Liquidation, InsolvencyKind::Unknown];
        let insolvency = Insolvency { kind: self.of(&kinds), opened_on, published_on: opened_on.plus_days(7) };
        Debtor {
            kind: self.of(&KINDS),
            public_kind: Some(self.of(&[PublicKind::State, PublicKind::Local])),
            place: self.of(&PLACES),
            struck_off: Some(self.fact()),
            cooperates: Some(self.fact()),
            guarantor: Some(self.fact()),
            answer: Some(self.of(&[Answer::None, Answer::None, Answer::Promises, Answer::AsksTime, Answer::Disputes])),
            insolvency: Some(insolvency).filter(|_| !self.often(3)),
        }
    }

    fn evidence(&mut self) -> Vec<Evidence> {
        self.of(&[
            vec![Evidence::Correspondence],
            vec![Evidence::Order],
            vec![Evidence::DeliveryNote],
            vec![Evidence::Contract, Evidence::DeliveryNote, Evidence::TermsAccepted],
            vec![Evidence::WrittenAcknowledgment],
        ])
    }

    fn done(&mut self, today: Day) -> Vec<Done> {
        let mut done = Vec::new();
        for _ in 0..self.number(3) {
            done.push(Done { kind: self.of(&EVENTS), on: self.day(today, 200) });
        }
        if !self.often(4) {
            done.push(Done { kind: EventKind::TitleObtained, on: self.day(today, 5000) });
        }
        done
    }
}
