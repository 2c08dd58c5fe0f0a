//! What must hold for any facts, and the agreement with an independent computation.
//!
//! `DUMENT_CASES=100000 cargo test --release -p dument-law --test limitation` compares 100 000 cases; 2 000 otherwise.

use dument_law::limitation::{ClaimKind, Effect, Input, Limitation, Term, limitation};
use dument_law::working_day::is_working_day;
use dument_law::{Day, Event, EventKind, Outcome, Reference};
use proptest::prelude::*;
use proptest::sample::select;

use crate::any_case::{CLAIMS, INTERRUPTING, any_case, idle_event};
use crate::walk::{Walked, act_before, walk};

fn compared() -> ProptestConfig {
    let cases = std::env::var("DUMENT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000);
    ProptestConfig { cases, ..ProptestConfig::default() }
}

fn compute(input: &Input) -> Limitation {
    limitation(input, Reference::published()).expect("the facts suffice")
}

/// A last day that isn't known yet is later than any other.
fn or_never(term: &Term) -> Day {
    term.last_day.unwrap_or_else(|| Day::new(2900, 1, 1).expect("in every year"))
}

/// The date that can be pleaded, where it differs, else the cautious one.
fn pleaded(result: &Limitation) -> Term {
    result.arguable.unwrap_or(result.cautious)
}

proptest! {
    #![proptest_config(compared())]

    #[test]
    fn agrees_with_a_walk_from_day_to_day(input in any_case()) {
        let result = compute(&input);
        let told = Walked { starts_on: result.cautious.starts_on, last_day: result.cautious.last_day, long_stop: result.long_stop };
        let cautious = walk(&input, false).unwrap();
        prop_assert_eq!(&told, &cautious, "{:#?}", result.timeline);
        prop_assert_eq!(result.pending, cautious.last_day.is_none());
        prop_assert_eq!(result.act_before, cautious.last_day.map(|last| act_before(last, input.place)));
        prop_assert_eq!(result.cautious.expired, cautious.last_day.is_some_and(|last| input.as_of > last));

        let arguable = walk(&input, true).unwrap();
        let later = match (arguable.last_day, cautious.last_day) {
            (Some(arguable), Some(cautious)) => arguable > cautious,
            (arguable, cautious) => arguable.is_none() && cautious.is_some(),
        };
        let expected = later.then_some((arguable.starts_on, arguable.last_day));
        prop_assert_eq!(result.arguable.map(|term| (term.starts_on, term.last_day)), expected, "{:#?}", result.timeline);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn what_has_no_effect_never_moves_a_date(
        (input, idle) in any_case().prop_flat_map(|input| { let idle = prop::collection::vec(idle_event(&input), 1..4); (Just(input), idle) })
    ) {
        let before = compute(&input);
        let mut more = input;
        more.events.extend(idle);
        let after = compute(&more);
        prop_assert_eq!((before.cautious, before.arguable, before.act_before), (after.cautious, after.arguable, after.act_before));
        prop_assert_eq!((before.long_stop, before.pending), (after.long_stop, after.pending));
    }

    #[test]
    fn adding_an_event_and_removing_it_changes_nothing(input in any_case(), at in any::<prop::sample::Index>()) {
        let before = compute(&input);
        let mut other = input.clone();
        other.events.insert(
            at.index(input.events.len() + 1),
            Event { kind: EventKind::Acknowledgment, on: input.as_of, until: None, outcome: None },
        );
        prop_assert!(compute(&other).timeline.len() > before.timeline.len());
        other.events.remove(at.index(input.events.len() + 1));
        prop_assert_eq!(compute(&other), before);
    }

    #[test]
    fn an_interruption_never_brings_the_date_earlier(
        mut input in any_case(), kind in select(&INTERRUPTING[..]), days in 0_u32..4_000, lasts in prop::option::of(0_u32..700)
    ) {
        // Without reforms and titles: a new text counts from its own day, a title has its own period.
        let since_the_reforms = Day::new(2014, 3, 27).unwrap();
        let dates = [input.due_on, input.performed_on, input.concluded_on, input.issued_on];
        prop_assume!(dates.iter().flatten().all(|date| *date >= since_the_reforms));
        input.events.retain(|event| INTERRUPTING.contains(&event.kind) && event.outcome != Some(Outcome::Granted));
        let before = compute(&input);
        let on = since_the_reforms.plus_days(days);
        input.events.push(Event { kind, on, until: lasts.map(|days| on.plus_days(days)), outcome: None });
        let after = compute(&input);
        prop_assert!(or_never(&after.cautious) >= or_never(&before.cautious), "{:#?}", after.timeline);
        prop_assert!(or_never(&pleaded(&after)) >= or_never(&pleaded(&before)), "{:#?}", after.timeline);
    }

    #[test]
    fn starting_later_never_ends_earlier(mut input in any_case(), days in 1_u32..500) {
        // Events apart: one that came in time for the earlier start may come before the later one.
        input.events.clear();
        let earlier = compute(&input);
        for date in [&mut input.due_on, &mut input.performed_on, &mut input.concluded_on, &mut input.issued_on] {
            *date = date.map(|date| date.plus_days(days));
        }
        let later = compute(&input);
        prop_assert!(later.cautious.last_day >= earlier.cautious.last_day);
        prop_assert!(pleaded(&later).last_day >= pleaded(&earlier).last_day);
        prop_assert!(later.cautious.days_left >= earlier.cautious.days_left);
    }

    #[test]
    fn the_order_of_the_input_is_irrelevant(
        (sorted, shuffled) in any_case().prop_flat_map(|input| (Just(input.clone()), Just(input.events).prop_shuffle()))
    ) {
        prop_assert_eq!(compute(&sorted), compute(&Input { events: shuffled, ..sorted.clone() }));
    }

    #[test]
    fn the_day_to_act_before_is_the_last_working_one(input in any_case()) {
        let result = compute(&input);
        prop_assert_eq!(result.act_before.is_some(), result.cautious.last_day.is_some());
        if let (Some(act_before), Some(last_day)) = (result.act_before, result.cautious.last_day) {
            prop_assert!(act_before <= last_day && is_working_day(act_before, input.place));
            let mut skipped = act_before.next();
            while skipped <= last_day {
                prop_assert!(!is_working_day(skipped, input.place));
                skipped = skipped.next();
            }
        }
    }

    #[test]
    fn the_arguable_date_is_later_and_its_rule_is_told(input in any_case()) {
        let result = compute(&input);
        if let Some(arguable) = result.arguable {
            prop_assert!(or_never(&arguable) > or_never(&result.cautious));
        }
        prop_assert_eq!(result.arguable.is_some(), result.notes.iter().any(|note| note.code == "arguableDate"));
    }

    #[test]
    fn the_timeline_ends_on_the_cautious_date(input in any_case()) {
        let result = compute(&input);
        prop_assert!(result.timeline.is_sorted_by_key(|moment| moment.on));
        prop_assert!(result.timeline.iter().any(|moment| moment.effect == Effect::Starts));
        let last = result.timeline.iter().rev().find(|moment| moment.effect != Effect::Waived);
        // What a public debtor was asked before 1 January stands before the start.
        if input.claim != ClaimKind::Public {
            prop_assert_eq!(last.and_then(|moment| moment.last_day), result.cautious.last_day);
        }
    }

    #[test]
    fn the_same_event_told_twice_counts_once(mut input in any_case()) {
        // But for a plan after the end: the first waives, the second then has a term.
        input.events.retain(|event| event.kind != EventKind::PaymentPlanSigned);
        let once = compute(&input);
        let mut twice = input.clone();
        twice.events.extend(input.events.clone());
        let twice = compute(&twice);
        prop_assert_eq!((once.cautious, once.arguable, once.pending), (twice.cautious, twice.arguable, twice.pending));
    }

    #[test]
    fn no_facts_make_it_panic(
        claim in select(&CLAIMS[..]),
        dates in prop::array::uniform4(prop::option::of((1900..=2200_i32, 1..=12_u32, 1..=28_u32))),
        as_of in (1900..=2200_i32, 1..=12_u32, 1..=28_u32),
        events in any_case().prop_map(|input| input.events),
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
