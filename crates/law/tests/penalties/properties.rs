//! What holds of every statement.

use dument_law::penalties::{
    BelowFloor, Compounding, CreditorKind, DayCount, Imputation, Input, Invoice, PenaltyClause, Rate, Regime, Totals, penalties,
};
use dument_law::{Day, Money, Percent, Reference};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::case::{But, account, day, money, statement};
use crate::oracle::any_case;

proptest! {
    #[test]
    fn lines_tile_the_bearing_days(case in any_case()) {
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
    fn sums_add_up(case in any_case(), other in any_case()) {
        let mut case = case;
        case.invoices.extend(other.invoices);
        let statement = statement(&case);
        let mut totals = Totals::default();
        for invoice in &statement.invoices {
            prop_assert_eq!(invoice.interest, invoice.lines.iter().map(|line| line.interest).sum());
            prop_assert_eq!(invoice.interest_due, invoice.interest - invoice.interest_paid);
            prop_assert_eq!(invoice.total, invoice.principal_due + invoice.interest_due + invoice.indemnity_due + invoice.clause);
            totals += invoice;
        }
        prop_assert_eq!(statement.totals, totals);
        prop_assert_eq!(statement.provisional, statement.invoices.iter().flat_map(|invoice| &invoice.lines).any(|line| line.provisional));
    }

    #[test]
    fn nothing_is_negative(case in any_case()) {
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
    fn a_payment_never_raises_the_total(case in any_case(), on in 0_u32..1_700, cents in 1_i64..1_000_000) {
        let before = account(&case).total;
        let on = day("2022-01-02").plus_days(on).to_string();
        let after = account(&case.paid(&on, &Money::from_cents(cents).to_string())).total;
        // Its day cuts a line in two, which may round a cent up.
        prop_assert!(after <= before + Money::from_cents(1), "{after} > {before}");
    }

    #[test]
    fn cutting_a_line_changes_a_cent_at_most(case in any_case(), on in 0_u32..1_700) {
        let mut case = case;
        case.invoices[0].payments.clear();
        let whole = account(&case).interest;
        let cut = account(&case.paid(&day("2022-01-02").plus_days(on).to_string(), "0")).interest;
        prop_assert!((cut - whole).decimal().abs() <= Decimal::new(1, 2), "{cut} for {whole}");
    }

    #[test]
    fn a_later_day_never_lowers_an_unpaid_total(case in any_case(), days in 1_u32..400) {
        let mut case = case;
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
        regime in prop::sample::select(vec![Regime::Business, Regime::Public, Regime::Consumer, Regime::Judgment]),
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
