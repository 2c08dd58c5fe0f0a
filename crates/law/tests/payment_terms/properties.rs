//! What must hold for any facts.

use dument_law::payment_terms::{
    AgreedTerm, Creditor, Debtor, EndOfMonth, Input, PaymentTerms, ReadingName, Sector, payment_terms,
};
use dument_law::{Day, PartyKind, Place, PublicKind, Reference, YesNo};
use proptest::prelude::*;

const SECTORS: [Sector; 14] = [
    Sector::General,
    Sector::Perishable,
    Sector::Meat,
    Sector::Spirits,
    Sector::Wine,
    Sector::Carriage,
    Sector::Export,
    Sector::GardenMachinery,
    Sector::AgriculturalMachinery,
    Sector::SnowSports,
    Sector::Leather,
    Sector::Jewellery,
    Sector::Toys,
    Sector::Unknown,
];
const DEBTORS: [PartyKind; 5] =
    [PartyKind::Company, PartyKind::Craftsman, PartyKind::Association, PartyKind::Consumer, PartyKind::PublicBody];
const PLACES: [Place; 4] = [Place::France, Place::AlsaceMoselle, Place::Overseas, Place::Abroad];

fn issued() -> impl Strategy<Value = Day> {
    (0..4_000_u32).prop_map(|days| Day::new(2018, 1, 1).expect("a day").plus_days(days))
}

fn reading() -> impl Strategy<Value = Option<EndOfMonth>> {
    prop::sample::select(&[None, Some(EndOfMonth::ThenEnd), Some(EndOfMonth::EndThen)][..])
}

fn agreed() -> impl Strategy<Value = Option<AgreedTerm>> {
    prop_oneof![
        Just(None),
        Just(Some(AgreedTerm::None)),
        (0..200_u32).prop_map(|days| Some(AgreedTerm::Days { days })),
        (0..200_u32, reading()).prop_map(|(days, reading)| Some(AgreedTerm::EndOfMonth { days, reading })),
    ]
}

prop_compose! {
    fn facts()(
        issued_on in issued(),
        received in prop::option::of(0..40_u32),
        delivered in prop::option::of(-60..60_i32),
        agreed in agreed(),
        sector in prop::sample::select(&SECTORS[..]),
        periodic in prop::sample::select(&[None, Some(YesNo::Yes), Some(YesNo::No), Some(YesNo::Unknown)][..]),
        kind in prop::sample::select(&DEBTORS[..]),
        public_kind in prop::sample::select(&[None, Some(PublicKind::Hospital), Some(PublicKind::PublicUndertaking)][..]),
        place in prop::sample::select(&PLACES[..]),
    ) -> Input {
        Input {
            issued_on,
            received_on: received.map(|days| issued_on.plus_days(days)),
            delivered_on: delivered.map(|days| {
                let distance = days.unsigned_abs();
                if days < 0 { issued_on.minus_days(distance) } else { issued_on.plus_days(distance) }
            }),
            agreed,
            sector,
            periodic,
            creditor: Creditor { kind: PartyKind::Craftsman },
            debtor: Debtor { kind, public_kind, place },
        }
    }
}

fn compute(input: &Input) -> PaymentTerms {
    payment_terms(input, Reference::published()).expect("the facts suffice")
}

proptest! {
    #[test]
    fn no_due_date_precedes_the_invoice(input in facts()) {
        let terms = compute(&input);
        prop_assert!(terms.due_on >= input.issued_on && terms.lawful_due_on >= input.issued_on);
    }

    #[test]
    fn lawful_says_whether_the_agreed_date_is_within_the_maximum(input in facts(), days in 0..400_u32) {
        let on = input.issued_on.plus_days(days);
        let terms = compute(&Input { agreed: Some(AgreedTerm::Date { on }), ..input });
        prop_assert_eq!(terms.lawful, on <= terms.lawful_due_on);
    }

    #[test]
    fn what_is_lawful_is_due_by_the_maximum(input in facts()) {
        let terms = compute(&input);
        prop_assert!(!terms.lawful || terms.due_on <= terms.lawful_due_on);
        // A fine, and the doubt between two dates, only where the agreement exceeds the maximum.
        let doubt = terms.readings.iter().any(|reading| reading.name == ReadingName::Lawful);
        prop_assert_eq!(doubt, !terms.lawful);
        prop_assert_eq!(terms.fine.is_some(), !terms.lawful && input.debtor.kind != PartyKind::PublicBody);
    }

    #[test]
    fn a_longer_agreement_is_due_no_sooner(input in facts(), days in 0..400_u32) {
        let agreed = |days| compute(&Input { agreed: Some(AgreedTerm::Days { days }), ..input.clone() });
        let (short, long) = (agreed(days), agreed(days + 1));
        prop_assert!(long.due_on >= short.due_on);
        // The maximum doesn't depend on what is agreed, where there is one.
        let bound = input.debtor.kind != PartyKind::Consumer;
        prop_assert!(!bound || long.lawful_due_on == short.lawful_due_on);
        prop_assert!(short.lawful || !long.lawful);
    }

    #[test]
    fn where_nothing_is_agreed_only_a_sector_shortens_the_thirty_days_after_delivery(input in facts()) {
        prop_assume!(matches!(input.debtor.kind, PartyKind::Company | PartyKind::Craftsman));
        let terms = compute(&Input { agreed: Some(AgreedTerm::None), ..input.clone() });
        let delivered = input.delivered_on.unwrap_or(input.issued_on);
        let usual = delivered.plus_days(30).max(input.issued_on);
        prop_assert!(terms.due_on <= usual && terms.due_on >= delivered);
        let shortened = matches!(input.sector, Sector::Meat | Sector::Carriage | Sector::Wine);
        prop_assert!(shortened || terms.due_on == usual);
    }

    #[test]
    fn a_later_invoice_may_be_paid_no_sooner(input in facts()) {
        // Toys have a shorter term from October on, and perishable food since November 2021.
        prop_assume!(!matches!(input.sector, Sector::Toys | Sector::Perishable));
        let next = |day: Option<Day>| day.map(Day::next);
        let later = Input {
            issued_on: input.issued_on.next(),
            received_on: next(input.received_on),
            delivered_on: next(input.delivered_on),
            ..input.clone()
        };
        prop_assert!(compute(&later).lawful_due_on >= compute(&input).lawful_due_on);
    }

    #[test]
    fn both_readings_follow_the_days_and_differ_by_less_than_two_months(issued_on in issued(), days in 0..200_u32) {
        let input = Input {
            issued_on,
            received_on: None,
            delivered_on: None,
            agreed: Some(AgreedTerm::EndOfMonth { days, reading: None }),
            sector: Sector::General,
            periodic: None,
            creditor: Creditor { kind: PartyKind::Company },
            debtor: Debtor { kind: PartyKind::Company, public_kind: None, place: Place::France },
        };
        let terms = compute(&input);
        let said = |reading| {
            let agreed = Some(AgreedTerm::EndOfMonth { days, reading: Some(reading) });
            compute(&Input { agreed, ..input.clone() })
        };
        let (then_end, end_then) = (said(EndOfMonth::ThenEnd).due_on, said(EndOfMonth::EndThen).due_on);
        // Told as readings where they differ, and the contract doesn't say which.
        let date = |name| terms.readings.iter().find(|reading| reading.name == name).map(|reading| reading.due_on);
        let differ = then_end != end_then;
        prop_assert_eq!(date(ReadingName::ThenEnd), differ.then_some(then_end));
        prop_assert_eq!(date(ReadingName::EndThen), differ.then_some(end_then));
        prop_assert!(said(EndOfMonth::ThenEnd).readings.iter().all(|reading| reading.name != ReadingName::ThenEnd));
        let plain = issued_on.plus_days(days);
        prop_assert!(then_end >= plain && end_then >= plain);
        prop_assert_eq!(then_end.next().day_of_month(), 1);
        prop_assert!(then_end.days_since(end_then).abs() < 62);
        prop_assert_eq!(terms.due_on, then_end.max(end_then));
    }
}
