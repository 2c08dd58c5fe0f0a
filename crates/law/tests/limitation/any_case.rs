//! Any facts: every kind of claim, event and outcome, dates around the reforms and today.

use dument_law::limitation::{ClaimKind, Input, PayableIn};
use dument_law::working_day::Territory;
use dument_law::{Day, Event, EventKind, Outcome};
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) const CLAIMS: [ClaimKind; 16] = [
    ClaimKind::Business,
    ClaimKind::Civil,
    ClaimKind::Consumer,
    ClaimKind::Public,
    ClaimKind::Carriage,
    ClaimKind::CarriageInternational,
    ClaimKind::Removal,
    ClaimKind::Telecom,
    ClaimKind::ResidentialRent,
    ClaimKind::CommercialRent,
    ClaimKind::InsurancePremium,
    ClaimKind::AcceptedBill,
    ClaimKind::EndorsedBill,
    ClaimKind::Cheque,
    ClaimKind::EnforceableTitle,
    ClaimKind::Unknown,
];

pub(crate) const INTERRUPTING: [EventKind; 8] = [
    EventKind::Acknowledgment,
    EventKind::PartPayment,
    EventKind::PaymentPlanSigned,
    EventKind::EnforcementAct,
    EventKind::CourtClaim,
    EventKind::ClaimDeclared,
    EventKind::PaymentOrderServed,
    EventKind::ProtectiveMeasure,
];
const PROCEEDINGS: [EventKind; 4] =
    [EventKind::CourtClaim, EventKind::ClaimDeclared, EventKind::PaymentOrderServed, EventKind::ProtectiveMeasure];
const SUSPENDING: [EventKind; 4] =
    [EventKind::Mediation, EventKind::ParticipatoryProcedure, EventKind::SmallClaimsAccepted, EventKind::CourtExpert];
/// Letters that interrupt for some claims alone.
const LETTERS: [EventKind; 4] =
    [EventKind::WrittenDemand, EventKind::RegisteredNotice, EventKind::Reminder, EventKind::FormalNotice];
const WITHOUT_EFFECT: [EventKind; 9] = [
    EventKind::SummonsToPay,
    EventKind::PaymentOrderRequested,
    EventKind::InvoiceReissued,
    EventKind::CollectionAgency,
    EventKind::PaymentOrderMade,
    EventKind::OppositionFormed,
    EventKind::NonContestationServed,
    EventKind::ChequePresented,
    EventKind::TitleObtained,
];
const FUTILE: [Outcome; 3] = [Outcome::Withdrawn, Outcome::Lapsed, Outcome::Dismissed];

/// A day so many days after 1 January 2000.
fn after_2000(days: u32) -> Day {
    Day::new(2000, 1, 1).expect("in every year").plus_days(days)
}

/// A day around which everything of a case turns: at times near a reform, or a 29 February.
fn anchor() -> impl Strategy<Value = Day> {
    // 19 June 2008 is day 3092, 27 March 2014 day 5199, 29 February 2020 day 7364, 22 November 2026 day 9822.
    prop_oneof![1_u32..9_822, 2_900_u32..3_200, 5_000_u32..5_300, 7_360_u32..7_368, 7_300_u32..9_822].prop_map(after_2000)
}

fn event_after(anchor: Day) -> impl Strategy<Value = Event> {
    let kinds = prop_oneof![
        5 => select(&INTERRUPTING[..]),
        4 => select(&SUSPENDING[..]),
        2 => select(&LETTERS[..]),
        1 => select(&WITHOUT_EFFECT[..]),
    ];
    let outcomes = [
        None,
        Some(Outcome::Granted),
        Some(Outcome::Settled),
        Some(Outcome::Lapsed),
        Some(Outcome::Dismissed),
        Some(Outcome::Withdrawn),
    ];
    let days = prop_oneof![0_u32..400, 0_u32..2_500, 0_u32..9_000];
    (kinds, days, prop::option::weighted(0.85, 0_u32..900), select(outcomes.to_vec())).prop_map(
        move |(kind, days, lasts, outcome)| {
            let on = anchor.minus_days(40).plus_days(days);
            let gave = matches!(outcome, Some(Outcome::Granted | Outcome::Settled));
            let lasts = lasts.or(gave.then_some(0));
            Event { kind, on, until: lasts.map(|days| on.plus_days(days)), outcome }
        },
    )
}

/// Some of the facts of a case, around a day.
fn facts(anchor: Day) -> impl Strategy<Value = Input> {
    let near = move |days: u32| anchor.minus_days(200).plus_days(days);
    (
        select(&CLAIMS[..]),
        prop::array::uniform4(prop::option::weighted(0.7, (0_u32..400).prop_map(near))),
        prop::option::of(select(&[PayableIn::France, PayableIn::Europe, PayableIn::Elsewhere][..])),
        prop::option::weighted(0.2, 1_u32..=10),
        select(&[Territory::France, Territory::AlsaceMoselle, Territory::Overseas][..]),
        (0_u32..12_000).prop_map(move |days| anchor.plus_days(days)),
        prop::collection::vec(event_after(anchor), 0..7),
    )
        .prop_map(
            |(claim, [due_on, performed_on, concluded_on, issued_on], payable_in, agreed_years, place, as_of, events)| Input {
                place,
                due_on,
                performed_on,
                concluded_on,
                issued_on,
                payable_in,
                agreed_years,
                events,
                ..Input::new(as_of, claim)
            },
        )
}

/// Any case, with the dates that its kind of claim needs.
pub(crate) fn any_case() -> impl Strategy<Value = Input> {
    anchor().prop_flat_map(|anchor| {
        facts(anchor).prop_map(move |mut input| {
            for date in [&mut input.due_on, &mut input.performed_on, &mut input.concluded_on, &mut input.issued_on] {
                // One missing date is a case of its own for two kinds at most: the rest get it.
                if date.is_none() && !matches!(input.claim, ClaimKind::Business | ClaimKind::Consumer | ClaimKind::Public) {
                    *date = Some(anchor);
                }
            }
            input.performed_on = input.performed_on.or(input.due_on).or(Some(anchor));
            input
        })
    })
}

/// An event without effect whatever the claim, near those of a case.
pub(crate) fn idle_event(input: &Input) -> impl Strategy<Value = Event> + use<> {
    let first = input.performed_on.expect("any case has one");
    let futile = (select(&PROCEEDINGS[..]), select(&FUTILE[..])).prop_map(|(kind, outcome)| (kind, Some(outcome)));
    let kinds = prop_oneof![select(&WITHOUT_EFFECT[..]).prop_map(|kind| (kind, None)), futile];
    (kinds, 0_u32..5_000).prop_map(move |((kind, outcome), days)| Event { kind, on: first.plus_days(days), until: None, outcome })
}
