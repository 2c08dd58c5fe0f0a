//! What holds of every statement.

use dument_law::penalties::{
    Applied, BelowFloor, Compounding, CreditorKind, DayCount, Imputation, Input, Invoice, PenaltyClause, Rate, Regime, Totals,
    penalties,
};
use dument_law::{Day, Money, Percent, Reference};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::case::{But, account, day, money, statement};
use crate::random::{REGIMES, any_case};

proptest! {
    #[test]
    fn lines_tile_the_bearing_days(case in any_case()) {
        let case = case.with_one_invoice();
        let account = account(&case);
        for line in &account.lines {
            prop_assert_eq!(line.to.days_since(line.from) + 1, i64::from(line.days));
            prop_assert!(line.from <= line.to);
        }
        for pair in account.lines.windows(2) {
            prop_assert_eq!(pair[0].to.next(), pair[1].from);
        }
        if let (Some(first), Some(last)) = (account.lines.first(), account.lines.last()) {
            prop_assert!(first.from > account.due_on);
            prop_assert!(last.to <= case.as_of);
            prop_assert_eq!(last.to.days_since(account.due_on), i64::from(account.days_late));
        }
    }

    #[test]
    fn sums_add_up(case in any_case()) {
        let statement = statement(&case);
        let mut totals = Totals::default();
        for invoice in &statement.invoices {
            prop_assert_eq!(invoice.interest, invoice.lines.iter().map(|line| line.interest).sum());
            prop_assert_eq!(invoice.interest_due, invoice.interest - invoice.interest_paid);
            prop_assert_eq!(invoice.total, invoice.principal_due + invoice.interest_due + invoice.indemnity_due + invoice.clause);
            totals += invoice;
        }
        totals.extra_costs = statement.extra_costs.iter().map(|cost| cost.amount).sum();
        totals.total += totals.extra_costs;
        prop_assert_eq!(statement.totals, totals);
        prop_assert_eq!(statement.provisional, statement.invoices.iter().flat_map(|invoice| &invoice.lines).any(|line| line.provisional));
    }

    #[test]
    fn invoices_are_counted_apart_in_any_order(case in any_case(), turn in 0_usize..4) {
        let whole = statement(&case);
        for (invoice, computed) in case.invoices.iter().zip(&whole.invoices) {
            prop_assert_eq!(&account(&Input { invoices: vec![invoice.clone()], ..case.clone() }), computed);
        }
        let mut turned = case.clone();
        let count = turned.invoices.len();
        turned.invoices.rotate_left(turn % count);
        let mut other = statement(&turned);
        other.invoices.rotate_right(turn % count);
        prop_assert_eq!(other.invoices, whole.invoices);
        prop_assert_eq!(other.totals, whole.totals);
    }

    #[test]
    fn a_period_may_be_split(case in any_case(), part in 0_u32..1_100) {
        let mut case = case.with_one_invoice();
        case.invoices[0].payments.clear();
        case.invoices[0].credits.clear();
        case.compounding = None;
        let whole = account(&case);
        let Some(first) = whole.lines.first() else { return Ok(()) };
        let middle = first.from.plus_days(part).min(case.as_of);
        // Interest to a day, and from the day after: a line is cut in two, each half rounded.
        let before = account(&Input { as_of: middle, ..case.clone() }).interest;
        let after: Money = account(&case.clone().paid(&middle.to_string(), "0"))
            .lines
            .iter()
            .filter(|line| line.from > middle)
            .map(|line| line.interest)
            .sum();
        prop_assert!((before + after - whole.interest).cents().abs() <= 1, "{before} + {after} for {}", whole.interest);
    }

    #[test]
    fn amounts_scale(case in any_case(), times in 2_i64..50) {
        let mut case = case.with_one_invoice();
        case.invoices[0].payments.clear();
        case.invoices[0].credits.clear();
        case.compounding = None;
        let small = account(&case);
        case.invoices[0].amount = Money::from_cents(case.invoices[0].amount.cents() * times);
        let large = account(&case);
        prop_assert_eq!(small.lines.len(), large.lines.len());
        for (small, large) in small.lines.iter().zip(&large.lines) {
            prop_assert_eq!((small.from, small.to, small.percent), (large.from, large.to, large.percent));
            // Half a cent of rounding, as often as the amount is taken, and once more.
            let gap = large.interest.cents() - times * small.interest.cents();
            prop_assert!(2 * gap.abs() <= times + 1, "{} for {times} x {}", large.interest, small.interest);
        }
    }

    #[test]
    fn a_larger_invoice_never_owes_less(case in any_case(), more in 1_i64..1_000_000) {
        let case = case.with_one_invoice();
        let before = account(&case);
        let mut larger = case;
        larger.invoices[0].amount += Money::from_cents(more);
        let after = account(&larger);
        // More lines may run, each rounded by less than a cent.
        let cents = i64::try_from(after.lines.len()).unwrap();
        prop_assert!(after.total + Money::from_cents(cents) >= before.total, "{} < {}", after.total, before.total);
        prop_assert!(after.principal_due >= before.principal_due);
        prop_assert!(after.days_late >= before.days_late);
    }

    #[test]
    fn a_payment_of_no_effect_may_come_and_go(case in any_case(), later in 1_u32..100) {
        let case = case.with_one_invoice();
        let whole = account(&case);
        // After the day of computation.
        let to_come = case.clone().paid(&case.as_of.plus_days(later).to_string(), "100");
        prop_assert_eq!(&account(&to_come), &whole);
        // Of nothing, on a day that ends a line anyway.
        for line in &whole.lines {
            prop_assert_eq!(&account(&case.clone().paid(&line.to.to_string(), "0")), &whole);
        }
    }

    /// Amount less credits and payments on principal is what is left of it; and so for interest and indemnity.
    #[test]
    fn what_payments_went_to_adds_up(case in any_case()) {
        let case = case.with_one_invoice();
        let account = account(&case);
        let sum = |part: fn(&Applied) -> Money| account.applied.iter().map(part).sum::<Money>();
        prop_assert_eq!(sum(|applied| applied.interest), account.interest_paid);
        if case.as_of > case.invoices[0].due_on {
            prop_assert_eq!(case.invoices[0].amount - sum(|applied| applied.principal), account.principal_due);
            prop_assert_eq!(account.indemnity - sum(|applied| applied.indemnity), account.indemnity_due);
        }
        for applied in &account.applied {
            prop_assert!(applied.interest + applied.principal + applied.indemnity <= applied.amount);
        }
    }

    #[test]
    fn nothing_is_negative(case in any_case()) {
        let case = case.with_one_invoice();
        let account = account(&case);
        for sum in [
            account.interest_paid, account.interest_due, account.principal_due, account.indemnity_due, account.clause, account.total,
            account.per_day,
        ] {
            prop_assert!(sum >= Money::ZERO);
        }
        prop_assert!(account.indemnity_due <= account.indemnity);
        prop_assert!(account.principal_due <= case.invoices[0].amount);
    }

    #[test]
    fn a_payment_never_raises_the_total(case in any_case(), on in 0_u32..1_100, cents in 1_i64..1_000_000) {
        let case = case.with_one_invoice();
        let before = account(&case).total;
        let on = case.invoices[0].due_on.minus_days(30).plus_days(on).to_string();
        let after = account(&case.paid(&on, &Money::from_cents(cents).to_string())).total;
        // Its day cuts a line in two, which may round a cent up.
        prop_assert!(after <= before + Money::from_cents(1), "{after} > {before}");
    }

    #[test]
    fn a_later_day_never_lowers_an_unpaid_total(case in any_case(), days in 1_u32..400) {
        let mut case = case.with_one_invoice();
        case.invoices[0].payments.clear();
        case.invoices[0].credits.clear();
        let today = account(&case).total;
        case.as_of = case.as_of.plus_days(days);
        prop_assert!(account(&case).total >= today);
    }

    #[test]
    fn bad_input_never_panics(case in any_input()) {
        let _ = penalties(&case, Reference::published());
    }
}

fn any_percent() -> impl Strategy<Value = Percent> {
    (0_i64..=1_000_000_000).prop_map(|millionths| Percent::from(Decimal::new(millionths, 6)))
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_u32..109_900).prop_map(|days| day("1900-01-01").plus_days(days))
}

fn any_money() -> impl Strategy<Value = Money> {
    prop_oneof![0_i64..100_000, 0_i64..=99_999_999_999_999].prop_map(Money::from_cents)
}

prop_compose! {
    /// Anything the types can hold, sensible or not.
    fn any_input()(
        regime in prop::sample::select(REGIMES.to_vec()),
        kind in 0..6,
        number in any_percent(),
        choices in any::<[bool; 5]>(),
        dates in prop::collection::vec(any_day(), 8),
        optional in any::<[bool; 5]>(),
        amounts in prop::collection::vec(any_money(), 4),
        clause in (prop::option::of(any_percent()), prop::option::of(any_money())),
    ) -> Input {
        let given = |i: usize| optional[i].then(|| dates[i]);
        let mut case = Input::new(dates[5], regime, vec![Invoice::unpaid("F-1", dates[6], amounts[0])]);
        case.rate = match kind {
            0 => Rate::Statutory,
            1 => Rate::Fixed { percent: number },
            2 => Rate::Monthly { percent: number },
            3 => Rate::LegalMultiple { multiple: number },
            4 => Rate::LegalPlus { points: number },
            _ => Rate::RefinancingPlus { points: number },
        };
        if choices[0] { case.below_floor = BelowFloor::Keep; }
        if choices[1] { case.day_count = DayCount::ActualActual; }
        if choices[2] { case.imputation = Imputation::PrincipalFirst; }
        if choices[3] { case.creditor = CreditorKind::Individual; }
        case.notice_received_on = given(0);
        case.served_on = given(1);
        case.insolvency_opened_on = given(2);
        case.compounding = given(3).map(|from| Compounding { from });
        case.penalty_clause = optional[4].then_some(PenaltyClause { percent: clause.0, minimum: clause.1 });
        let euros = |i: usize| amounts[i].to_string();
        case.paid(&dates[7].to_string(), &euros(1))
            .paid(&dates[4].to_string(), &euros(2))
            .credited(&dates[3].to_string(), &euros(3), choices[4])
    }
}

#[test]
fn the_largest_invoice_is_counted_exactly() {
    let large = Input::new(day("2026-06-30"), Regime::Business, vec![Invoice::unpaid("F-1", day("2026-05-16"), Money::MAX)]);
    // 999 999 999 999.99 x 12.15 % x 45 / 365 = 14 979 452 054.794...
    assert_eq!(account(&large).interest, money("14979452054.79"));
}
