//! Limitation against an independent computation that walks day by day, and what must hold for any facts.

use std::collections::BTreeSet;

use dument_law::limitation::{ClaimKind, Effect, Input, Limitation, limitation};
use dument_law::working_day::{Territory, is_working_day};
use dument_law::{Day, Event, EventKind, Outcome, Reference};
use proptest::prelude::*;

const INEFFECTIVE: [EventKind; 6] = [
    EventKind::Reminder,
    EventKind::FormalNotice,
    EventKind::SummonsToPay,
    EventKind::PaymentOrderRequested,
    EventKind::InvoiceReissued,
    EventKind::CollectionAgency,
];
const AT_ONCE: [EventKind; 3] = [EventKind::PartPayment, EventKind::EnforcementAct, EventKind::Acknowledgment];
const PROCEEDINGS: [EventKind; 4] =
    [EventKind::CourtClaim, EventKind::ClaimDeclared, EventKind::PaymentOrderServed, EventKind::ProtectiveMeasure];
const SUSPENSIONS: [EventKind; 4] =
    [EventKind::Mediation, EventKind::ParticipatoryProcedure, EventKind::SmallClaimsAccepted, EventKind::CourtExpert];
const FUTILE: [Outcome; 3] = [Outcome::Withdrawn, Outcome::Lapsed, Outcome::Dismissed];

fn start() -> Day {
    Day::new(2020, 2, 29).expect("2020 is a leap year")
}

/// Any day of the eleven years from a month before the start on.
fn day() -> impl Strategy<Value = Day> {
    (0..4_000_u32).prop_map(|days| start().minus_days(30).plus_days(days))
}

fn at_once(kinds: &'static [EventKind]) -> impl Strategy<Value = Event> {
    (prop::sample::select(kinds), day()).prop_map(|(kind, on)| Event { kind, on, until: None, outcome: None })
}

fn lasting(kinds: &'static [EventKind], outcomes: Vec<Option<Outcome>>) -> impl Strategy<Value = Event> {
    (prop::sample::select(kinds), day(), prop::option::weighted(0.9, 0..700_u32), prop::sample::select(outcomes)).prop_map(
        |(kind, on, days, outcome)| {
            // Proceedings that gave something have an end.
            let days = days.or_else(|| outcome.map(|_| 0));
            Event { kind, on, until: days.map(|days| on.plus_days(days)), outcome }
        },
    )
}

fn interrupting() -> impl Strategy<Value = Event> {
    prop_oneof![at_once(&AT_ONCE), lasting(&PROCEEDINGS, vec![None, Some(Outcome::Settled), Some(Outcome::Granted)])]
}

fn futile() -> impl Strategy<Value = Event> {
    lasting(&PROCEEDINGS, FUTILE.map(Some).to_vec())
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![4 => interrupting(), 3 => lasting(&SUSPENSIONS, vec![None]), 1 => at_once(&INEFFECTIVE), 1 => futile()]
}

fn events(of: impl Strategy<Value = Event>) -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(of, 0..6)
}

fn claim() -> impl Strategy<Value = ClaimKind> {
    prop::sample::select(&[ClaimKind::Business, ClaimKind::Consumer, ClaimKind::ResidentialRent, ClaimKind::Telecom][..])
}

fn facts(claim: ClaimKind, events: Vec<Event>) -> Input {
    Input { due_on: Some(start()), events, ..Input::new(start().plus_years(20), claim) }
}

fn compute(input: &Input) -> Limitation {
    limitation(input, Reference::published()).expect("the facts suffice")
}

/// The cautious last day and whether the period is pending, found by walking from day to day.
fn walked(claim: ClaimKind, events: &[Event]) -> Option<Day> {
    let mut years = match claim {
        ClaimKind::Business => 5,
        ClaimKind::ResidentialRent => 3,
        ClaimKind::Consumer => 2,
        _ => 1,
    };
    let counts = |event: &&Event| event.on >= start() && !event.outcome.is_some_and(|outcome| FUTILE.contains(&outcome));
    let events: Vec<&Event> = events.iter().filter(counts).collect();
    let end_of_walk = events.iter().flat_map(|event| [Some(event.on), event.until]).flatten().max().unwrap_or(start());
    let mut last_day = start().plus_years(years);
    let (mut lawsuits, mut standstills) = (BTreeSet::new(), BTreeSet::new());
    let mut today = start();
    loop {
        for (index, event) in events.iter().enumerate().filter(|(_, event)| event.on == today) {
            if lawsuits.is_empty() && standstills.is_empty() && last_day < today {
                continue;
            }
            if AT_ONCE.contains(&event.kind) {
                last_day = today.plus_years(years);
            } else if SUSPENSIONS.contains(&event.kind) {
                standstills.insert(index);
            } else if PROCEEDINGS.contains(&event.kind) {
                lawsuits.insert(index);
            }
        }
        for (index, event) in events.iter().enumerate() {
            let same_day = matches!(event.kind, EventKind::PaymentOrderServed | EventKind::ProtectiveMeasure);
            if event.until.or_else(|| same_day.then_some(event.on)) != Some(today) {
                continue;
            }
            if lawsuits.remove(&index) {
                years = if event.outcome == Some(Outcome::Granted) { 10 } else { years };
                last_day = today.plus_years(years);
            }
            if standstills.remove(&index) && standstills.is_empty() && lawsuits.is_empty() {
                last_day = last_day.max(today.plus_months(6));
            }
        }
        if today >= end_of_walk {
            return (lawsuits.is_empty() && standstills.is_empty()).then_some(last_day);
        }
        today = today.next();
        if !standstills.is_empty() {
            last_day = last_day.next();
        }
    }
}

/// A last day that isn't known yet is later than any other.
fn or_never(last_day: Option<Day>) -> Day {
    last_day.unwrap_or_else(|| start().plus_years(500))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_a_walk_from_day_to_day(claim in claim(), events in events(any_event())) {
        let result = compute(&facts(claim, events.clone()));
        prop_assert_eq!(result.cautious.last_day, walked(claim, &events), "{:#?}", result.timeline);
        prop_assert_eq!(result.pending, result.cautious.last_day.is_none());
    }

    #[test]
    fn what_has_no_effect_never_moves_a_date(
        claim in claim(), events in events(any_event()), added in events(prop_oneof![at_once(&INEFFECTIVE), futile()])
    ) {
        let before = compute(&facts(claim, events.clone()));
        let after = compute(&facts(claim, [events, added].concat()));
        prop_assert_eq!((before.cautious, before.arguable, before.act_before), (after.cautious, after.arguable, after.act_before));
        prop_assert_eq!(before.long_stop, after.long_stop);
    }

    #[test]
    fn an_interruption_never_brings_the_date_earlier(
        claim in claim(), events in events(interrupting()), added in interrupting()
    ) {
        let before = compute(&facts(claim, events.clone()));
        let after = compute(&facts(claim, [events, vec![added]].concat()));
        prop_assert!(or_never(after.cautious.last_day) >= or_never(before.cautious.last_day));
    }

    #[test]
    fn the_order_of_the_input_is_irrelevant(
        claim in claim(), (sorted, shuffled) in events(any_event()).prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle()))
    ) {
        prop_assert_eq!(compute(&facts(claim, sorted)), compute(&facts(claim, shuffled)));
    }

    #[test]
    fn the_day_to_act_before_is_the_last_working_one(
        claim in claim(), events in events(any_event()),
        place in prop::sample::select(&[Territory::France, Territory::AlsaceMoselle, Territory::Overseas][..])
    ) {
        let result = compute(&Input { place, ..facts(claim, events) });
        prop_assert_eq!(result.act_before.is_some(), result.cautious.last_day.is_some());
        if let (Some(act_before), Some(last_day)) = (result.act_before, result.cautious.last_day) {
            prop_assert!(act_before <= last_day && is_working_day(act_before, place));
            let mut skipped = act_before.next();
            while skipped <= last_day {
                prop_assert!(!is_working_day(skipped, place));
                skipped = skipped.next();
            }
        }
    }

    #[test]
    fn the_arguable_date_is_later_and_the_timeline_ends_on_the_cautious_one(
        events in events(any_event()), earlier in 0..400_u32, as_of in day()
    ) {
        let input = Input {
            performed_on: Some(start().minus_days(earlier)), as_of, ..facts(ClaimKind::Business, events)
        };
        let result = compute(&input);
        if let Some(arguable) = result.arguable {
            prop_assert!(or_never(arguable.last_day) > or_never(result.cautious.last_day));
        }
        prop_assert!(result.timeline.is_sorted_by_key(|moment| moment.on));
        let started = result.timeline.iter().any(|moment| moment.effect == Effect::Starts);
        prop_assert!(started);
        let last = result.timeline.iter().rev().find(|moment| moment.effect != Effect::Waived);
        prop_assert_eq!(last.and_then(|moment| moment.last_day), result.cautious.last_day);
    }

    #[test]
    fn no_facts_make_it_panic(
        claim in prop::sample::select(&[
            ClaimKind::Business, ClaimKind::Civil, ClaimKind::Consumer, ClaimKind::Public, ClaimKind::Carriage,
            ClaimKind::CarriageInternational, ClaimKind::Removal, ClaimKind::InsurancePremium, ClaimKind::AcceptedBill,
            ClaimKind::EndorsedBill, ClaimKind::Cheque, ClaimKind::EnforceableTitle, ClaimKind::Unknown,
        ][..]),
        dates in prop::array::uniform4(prop::option::of((1900..=2200_i32, 1..=12_u32, 1..=28_u32))),
        as_of in (1900..=2200_i32, 1..=12_u32, 1..=28_u32),
        events in events(any_event()),
        agreed_years in prop::option::of(any::<u32>()),
    ) {
        let day = |(year, month, day): (i32, u32, u32)| Day::new(year, month, day).unwrap();
        let [due_on, performed_on, concluded_on, issued_on] = dates.map(|date| date.map(day));
        let input = Input { due_on, performed_on, concluded_on, issued_on, agreed_years, events, ..Input::new(day(as_of), claim) };
        if let Ok(result) = limitation(&input, Reference::published()) {
            prop_assert!(result.cautious.days_left.is_none_or(|days| days >= 0));
        }
    }
}
