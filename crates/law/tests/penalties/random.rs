//! Random cases of every regime, rate and choice, within the years whose rates are known and the first ones after.

use dument_law::penalties::{
    BelowFloor, Compounding, Credit, CreditorKind, DayCount, ExtraCost, Imputation, Input, Invoice, Payment, PenaltyClause, Rate,
    Regime,
};
use dument_law::{Day, Money, Percent};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::case::day;

/// How many cases a test tries: so many, or what `DUMENT_CASES` says (the full suite: 100 000).
pub(crate) fn cases(by_default: u32) -> u32 {
    std::env::var("DUMENT_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(by_default)
}

pub(crate) const REGIMES: [Regime; 4] = [Regime::Business, Regime::Public, Regime::Consumer, Regime::Judgment];

/// A percentage from so many ten-thousandths of a point.
pub(crate) fn fine(ten_thousandths: i64) -> Percent {
    Percent::from(Decimal::new(ten_thousandths, 4))
}

fn any_rate() -> impl Strategy<Value = Rate> {
    let figure =
        |most: i64| prop_oneof![3 => (0..=most).prop_map(|hundredths| hundredths * 100), 1 => 0..=most * 100].prop_map(fine);
    prop_oneof![
        2 => Just(Rate::Statutory),
        1 => Just(Rate::RefinancingPlus { points: fine(100_000) }),
        3 => figure(2000).prop_map(|percent| Rate::Fixed { percent }),
        2 => figure(200).prop_map(|percent| Rate::Monthly { percent }),
        // With the hundredths of the legal rate, ten-thousandths at the finest.
        2 => (0_i64..=600).prop_map(|hundredths| Rate::LegalMultiple { multiple: fine(hundredths * 100) }),
        2 => figure(1000).prop_map(|points| Rate::LegalPlus { points }),
        2 => figure(1500).prop_map(|points| Rate::RefinancingPlus { points }),
    ]
}

/// A due date, from the first day whose rates are known to the year after the last, ends of half-years more often.
fn any_due_date() -> impl Strategy<Value = Day> {
    let around_an_end = (2013_i32..=2027, any::<bool>(), 0_u32..6).prop_map(|(year, june, after)| {
        let end = if june { day(&format!("{year}-06-27")) } else { day(&format!("{}-12-28", year - 1)) };
        end.plus_days(after).max(day("2012-12-31"))
    });
    let any = (0_u32..5_400).prop_map(|days| day("2012-12-31").plus_days(days));
    prop_oneof![2 => any, 1 => around_an_end]
}

/// Days from one to another, few ones and whole years more often.
fn any_distance(most: u32) -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0..=most, 2 => 0_u32..=5, 1 => prop::sample::select(vec![59_u32, 181, 184, 365, 366, 730, 731])]
}

/// Between a month before a day and three years after.
fn any_day_near(origin: Day) -> impl Strategy<Value = Day> {
    any_distance(1_100).prop_map(move |days| origin.minus_days(30).plus_days(days))
}

fn any_invoice(due_on: Day) -> impl Strategy<Value = Invoice> {
    let payments = prop::collection::vec((any_day_near(due_on), prop_oneof![0_i64..2_500_000, 0_i64..20_000]), 0..5);
    let credits = prop::collection::vec((any_day_near(due_on), 0_i64..1_000_000, any::<bool>()), 0..3);
    let issued_before = prop::option::of(0_u32..60);
    (1_i64..5_000_000, issued_before, payments, credits).prop_map(move |(amount, issued_before, payments, credits)| {
        let mut invoice = Invoice::unpaid("F-1", due_on, Money::from_cents(amount));
        invoice.issued_on = issued_before.map(|days| due_on.minus_days(days));
        invoice.payments = payments.into_iter().map(|(on, cents)| Payment { on, amount: Money::from_cents(cents) }).collect();
        let credit = |(on, cents, retroactive)| Credit { on, amount: Money::from_cents(cents), retroactive };
        invoice.credits = credits.into_iter().map(credit).collect();
        invoice
    })
}

fn any_invoices() -> impl Strategy<Value = (Day, Vec<Invoice>)> {
    any_due_date().prop_flat_map(|due_on| {
        let one = any_invoice(due_on).prop_map(|invoice| vec![invoice]);
        let several =
            prop::collection::vec(any_distance(300).prop_flat_map(move |days| any_invoice(due_on.plus_days(days))), 2..4);
        (Just(due_on), prop_oneof![3 => one, 1 => several])
    })
}

prop_compose! {
    /// The choices that count beside the rate.
    fn any_choices()(
        keep in any::<bool>(),
        actual in any::<bool>(),
        principal_first in any::<bool>(),
        individual in any::<bool>(),
    ) -> (BelowFloor, DayCount, Imputation, CreditorKind) {
        (
            if keep { BelowFloor::Keep } else { BelowFloor::Raise },
            if actual { DayCount::ActualActual } else { DayCount::Actual365 },
            if principal_first { Imputation::PrincipalFirst } else { Imputation::InterestFirst },
            if individual { CreditorKind::Individual } else { CreditorKind::Business },
        )
    }
}

prop_compose! {
    /// A case of any regime: one to three invoices, each with payments and credits, over up to three years.
    pub(crate) fn any_case()((due_on, invoices) in any_invoices())(
        due_on in Just(due_on),
        invoices in Just(invoices),
        regime in prop::sample::select(REGIMES.to_vec()),
        rate in any_rate(),
        choices in any_choices(),
        late in any_distance(1_100),
        notice in prop::option::weighted(0.9, any_day_near(due_on)),
        served in prop::option::weighted(0.8, any_day_near(due_on)),
        opened in prop::option::weighted(0.2, any_day_near(due_on)),
        compounding in prop::option::weighted(0.3, any_day_near(due_on.minus_days(500))),
        clause in prop::option::weighted(0.3, (prop::option::of(0_i64..200_000), prop::option::of(0_i64..100_000))),
        costs in prop::collection::vec(0_i64..100_000, 0..3),
    ) -> Input {
        let (below_floor, day_count, imputation, creditor) = choices;
        let cost = |cents| ExtraCost { label: "Frais".to_owned(), amount: Money::from_cents(cents) };
        Input {
            rate,
            below_floor,
            day_count,
            imputation,
            creditor,
            notice_received_on: notice,
            served_on: served,
            insolvency_opened_on: opened,
            compounding: compounding.map(|from| Compounding { from }),
            penalty_clause: clause
                .map(|(percent, minimum)| PenaltyClause { percent: percent.map(fine), minimum: minimum.map(Money::from_cents) }),
            extra_costs: costs.into_iter().map(cost).collect(),
            ..Input::new(due_on.minus_days(3).plus_days(late), regime, invoices)
        }
    }
}
