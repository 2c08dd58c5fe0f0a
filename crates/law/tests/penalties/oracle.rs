//! An independent computation: no lines, no schedule, one day after the other, with its own table of rates.

use dument_law::penalties::{BelowFloor, CreditorKind, DayCount, Imputation, Input, Rate, Regime};
use dument_law::{Day, Money};
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::case::{But, account, day, input, percent};

/// Half-year, refinancing rate of its first day, legal rates of a business and of an individual creditor, in hundredths.
const RATES: [(i32, bool, i64, i64, i64); 10] = [
    (2022, false, 0, 76, 313),
    (2022, true, 0, 77, 315),
    (2023, false, 250, 206, 447),
    (2023, true, 400, 422, 682),
    (2024, false, 450, 507, 801),
    (2024, true, 425, 492, 816),
    (2025, false, 315, 371, 721),
    (2025, true, 215, 276, 665),
    (2026, false, 215, 262, 667),
    (2026, true, 240, 275, 684),
];

struct Table {
    refinancing: i64,
    business: i64,
    individual: i64,
}

fn table(day: Day) -> Table {
    let (_, _, refinancing, business, individual) =
        *RATES.iter().find(|row| row.0 == day.year() && row.1 == (day.month() > 6)).expect("within the table");
    Table { refinancing, business, individual }
}

fn hundredths(decimal: Decimal) -> i64 {
    i64::try_from(decimal * Decimal::ONE_HUNDRED).unwrap()
}

/// The rate of a day in hundredths of a point.
fn rate_on(input: &Input, day: Day, first: Day) -> i64 {
    let table_of_day = table(day);
    let legal = match input.creditor {
        CreditorKind::Business => table_of_day.business,
        CreditorKind::Individual => table_of_day.individual,
    };
    match (input.regime, input.rate) {
        (Regime::Public, _) => table(first).refinancing + 800,
        (Regime::Judgment, _) => {
            let increased = input.served_on.is_some_and(|served_on| day > served_on.plus_months(2));
            legal + if increased { 500 } else { 0 }
        }
        (Regime::Consumer, Rate::Fixed { percent }) => hundredths(percent.decimal()),
        (Regime::Consumer, _) => legal,
        (Regime::Business, rate) => {
            let agreed = match rate {
                Rate::Statutory => return table_of_day.refinancing + 1000,
                Rate::RefinancingPlus { points } if hundredths(points.decimal()) == 1000 => {
                    return table_of_day.refinancing + 1000;
                }
                Rate::RefinancingPlus { points } => table_of_day.refinancing + hundredths(points.decimal()),
                Rate::Fixed { percent } => hundredths(percent.decimal()),
                Rate::Monthly { percent } => 12 * hundredths(percent.decimal()),
                Rate::LegalPlus { points } => table_of_day.business + hundredths(points.decimal()),
                Rate::LegalMultiple { multiple } => table_of_day.business * hundredths(multiple.decimal()) / 100,
            };
            if input.below_floor == BelowFloor::Raise { agreed.max(3 * table_of_day.business) } else { agreed }
        }
    }
}

fn moves(input: &Input) -> bool {
    !matches!(
        (input.regime, input.rate),
        (Regime::Public, _)
            | (Regime::Business, Rate::Fixed { .. } | Rate::Monthly { .. })
            | (Regime::Consumer, Rate::Fixed { .. })
    )
}

/// What is owed at the end, in cents: interest accrued, interest due, principal due, indemnity due, left over.
fn naive(input: &Input) -> [i64; 5] {
    let invoice = &input.invoices[0];
    let cents = |money: Money| hundredths(money.decimal());
    let first = match input.regime {
        Regime::Consumer => input.notice_received_on.unwrap().max(invoice.due_on).next(),
        _ => invoice.due_on.next(),
    };
    let mut principal = cents(invoice.amount);
    let (mut accrued, mut interest, mut indemnity, mut left_over) = (0, 0, 0, 0);
    for credit in invoice.credits.iter().filter(|credit| credit.retroactive && credit.on <= input.as_of) {
        let used = cents(credit.amount).min(principal);
        principal -= used;
        left_over += cents(credit.amount) - used;
    }
    // Sum over the days of the running line of principal x rate, in units that 1/365 and 1/366 both divide.
    let mut running = Decimal::ZERO;
    let mut today = day("2021-01-01");
    while today <= input.as_of {
        let bears = today >= first && principal > 0 && input.insolvency_opened_on.is_none_or(|opened_on| today < opened_on);
        let moved_today =
            invoice.payments.iter().any(|payment| payment.on == today) || invoice.credits.iter().any(|credit| credit.on == today);
        if bears {
            let weight = match input.day_count {
                DayCount::ActualActual if today.eve().days_in_year() == 366 => 365,
                _ => 366,
            };
            running += Decimal::from(principal) * Decimal::from(rate_on(input, today, first)) * Decimal::from(weight);
            let half_year_ends =
                (today.month(), today.day_of_month()) == (6, 30) || (today.month(), today.day_of_month()) == (12, 31);
            let stops_tomorrow = today == input.as_of || input.insolvency_opened_on == Some(today.next());
            if moved_today
                || stops_tomorrow
                || (moves(input) && half_year_ends)
                || rate_on(input, today, first) != rate_on(input, today.next(), first)
                || (input.regime == Regime::Judgment
                    && input.served_on.is_some_and(|served_on| served_on.plus_months(2) == today))
            {
                let line = running / Decimal::from(10_000 * 365 * 366_i64);
                let line = i64::try_from(line.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)).unwrap();
                accrued += line;
                interest += line;
                running = Decimal::ZERO;
            }
        }
        for credit in invoice.credits.iter().filter(|credit| credit.on == today && !credit.retroactive) {
            let used = cents(credit.amount).min(principal);
            principal -= used;
            left_over += cents(credit.amount) - used;
        }
        for payment in invoice.payments.iter().filter(|payment| payment.on == today) {
            let mut rest = cents(payment.amount);
            for step in 0..2 {
                let debt =
                    if (step == 0) == (input.imputation == Imputation::InterestFirst) { &mut interest } else { &mut principal };
                let used = rest.min(*debt);
                rest -= used;
                *debt -= used;
            }
            let used = rest.min(indemnity);
            indemnity -= used;
            left_over += rest - used;
        }
        let opened_before = input.insolvency_opened_on.is_some_and(|opened_on| opened_on <= invoice.due_on);
        if today == invoice.due_on && principal > 0 && !opened_before && matches!(input.regime, Regime::Business | Regime::Public)
        {
            indemnity = 4000;
        }
        today = today.next();
    }
    [accrued, interest, principal, indemnity, left_over]
}

fn any_rate() -> impl Strategy<Value = Rate> {
    let hundredths = |most: i64| (1..=most).prop_map(|n| percent(&Decimal::new(n, 2).to_string()));
    prop_oneof![
        Just(Rate::Statutory),
        Just(Rate::RefinancingPlus { points: percent("10") }),
        hundredths(2000).prop_map(|percent| Rate::Fixed { percent }),
        hundredths(200).prop_map(|percent| Rate::Monthly { percent }),
        (1_i64..=5).prop_map(|multiple| Rate::LegalMultiple { multiple: percent(&multiple.to_string()) }),
        hundredths(1000).prop_map(|points| Rate::LegalPlus { points }),
        hundredths(1500).prop_map(|points| Rate::RefinancingPlus { points }),
    ]
}

/// Days of 2022 to 2026, those around the ends of half-years more often.
fn any_day() -> impl Strategy<Value = Day> {
    let around_an_end = (2022_i32..=2026, any::<bool>(), 0_u32..4).prop_map(|(year, june, after)| {
        let end = if june { day(&format!("{year}-06-28")) } else { day(&format!("{}-12-29", year - 1)) };
        end.plus_days(after).max(day("2022-01-02"))
    });
    let any = (0_u32..1_700).prop_map(|days| day("2022-01-02").plus_days(days));
    prop_oneof![2 => any, 1 => around_an_end]
}

prop_compose! {
    /// A case of any regime with up to five payments and two credits.
    pub(crate) fn any_case()(
        regime in prop::sample::select(vec![Regime::Business, Regime::Public, Regime::Consumer, Regime::Judgment]),
        rate in any_rate(),
        keep in any::<bool>(),
        actual in any::<bool>(),
        principal_first in any::<bool>(),
        individual in any::<bool>(),
        dates in [any_day(), any_day(), any_day(), any_day()],
        insolvent in prop::bool::weighted(0.2),
        amount in 1_i64..5_000_000,
        payments in prop::collection::vec((any_day(), 0_i64..2_500_000), 0..5),
        credits in prop::collection::vec((any_day(), 1_i64..1_000_000, any::<bool>()), 0..2),
    ) -> Input {
        let [due_on, as_of, notice, opened] = dates;
        let euros = |cents: i64| Money::from_cents(cents).to_string();
        let mut case = input(regime, &euros(amount), &due_on.min(as_of).to_string(), &due_on.max(as_of).next().to_string());
        case.rate = rate;
        if keep { case.below_floor = BelowFloor::Keep; }
        if actual { case.day_count = DayCount::ActualActual; }
        if principal_first { case.imputation = Imputation::PrincipalFirst; }
        if individual { case.creditor = CreditorKind::Individual; }
        case.notice_received_on = Some(notice.min(case.as_of));
        case.served_on = Some(notice);
        if insolvent { case.insolvency_opened_on = Some(opened); }
        for (on, cents) in payments { case = case.paid(&on.to_string(), &euros(cents)); }
        for (on, cents, retroactive) in credits { case = case.credited(&on.to_string(), &euros(cents), retroactive); }
        case
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_ledger_equals_the_naive_computation(case in any_case()) {
        let account = account(&case);
        let cents = |money: Money| hundredths(money.decimal());
        let [accrued, interest, principal, indemnity, left_over] = naive(&case);
        prop_assert_eq!(cents(account.interest), accrued);
        prop_assert_eq!(cents(account.interest_due), interest);
        prop_assert_eq!(cents(account.principal_due), principal);
        prop_assert_eq!(cents(account.indemnity_due), indemnity);
        prop_assert_eq!(crate::case::notes(&case).contains(&"overpaid".to_owned()), left_over > 0);
    }
}
