//! Payments, credits, compounding, the penalty of the contract, costs: what is taken away and what comes on top.

use dument_law::penalties::{BelowFloor, Compounding, ExtraCost, Imputation, Invoice, Regime};

use crate::case::{
    But, account, business, check_lines, check_no_note, check_note, check_sums, consumer, day, fixed, input, money, percent,
    statement,
};

/// 36 500 at 10 % as agreed: 10 EUR a day.
fn ten_a_day(as_of: &str) -> dument_law::penalties::Input {
    business("36500", "2025-12-31", as_of).rate(fixed("10")).but(|input| input.below_floor = BelowFloor::Keep)
}

#[test]
fn a_payment_counts_at_the_end_of_its_day() {
    let paid = ten_a_day("2026-01-20").paid("2026-01-10", "18350");
    check_lines(
        &paid,
        &[
            "2026-01-01 2026-01-10 10 36500.00 10.00 fixed 100.00",
            // 18 350 - 100 = 18 250 of principal: 5 EUR a day.
            "2026-01-11 2026-01-20 10 18250.00 10.00 fixed 50.00",
        ],
    );
    check_sums(&paid, &[("interestPaid", "100.00"), ("interestDue", "50.00"), ("principalDue", "18250.00"), ("perDay", "5.00")]);
}

#[test]
fn a_payment_of_interest_alone_still_ends_a_line() {
    let paid = ten_a_day("2026-01-20").paid("2026-01-10", "60");
    check_lines(
        &paid,
        &["2026-01-01 2026-01-10 10 36500.00 10.00 fixed 100.00", "2026-01-11 2026-01-20 10 36500.00 10.00 fixed 100.00"],
    );
    check_sums(
        &paid,
        &[("interest", "200.00"), ("interestPaid", "60.00"), ("interestDue", "140.00"), ("principalDue", "36500.00")],
    );
}

#[test]
fn a_payment_on_the_due_date_lowers_principal() {
    let paid = ten_a_day("2026-01-10").paid("2025-12-31", "18250");
    check_lines(&paid, &["2026-01-01 2026-01-10 10 18250.00 10.00 fixed 50.00"]);
    // Paid in time: nothing is late.
    let whole = ten_a_day("2026-01-10").paid("2025-12-31", "36500");
    check_sums(&whole, &[("total", "0.00"), ("indemnity", "0.00"), ("perDay", "0.00")]);
    assert_eq!(account(&whole).days_late, 0);
}

#[test]
fn a_consumer_payment_before_interest_lowers_principal() {
    let paid = consumer("36500", "2026-05-16", "2026-05-31", "2026-06-30").paid("2026-05-31", "18250");
    // 18 250 x 2.62 % x 30 / 365
    check_lines(&paid, &["2026-06-01 2026-06-30 30 18250.00 2.62 legal 39.30"]);
    let whole = consumer("36500", "2026-05-16", "2026-05-31", "2026-06-30").paid("2026-05-20", "36500");
    check_sums(&whole, &[("total", "0.00")]);
    assert_eq!(account(&whole).days_late, 4);
}

#[test]
fn the_day_principal_is_paid_is_the_last() {
    let paid = ten_a_day("2026-01-20").paid("2026-01-10", "36600");
    check_lines(&paid, &["2026-01-01 2026-01-10 10 36500.00 10.00 fixed 100.00"]);
    check_sums(
        &paid,
        &[("interestDue", "0.00"), ("principalDue", "0.00"), ("indemnityDue", "40.00"), ("total", "40.00"), ("perDay", "0.00")],
    );
    assert_eq!(account(&paid).days_late, 10);
    check_note(&paid, "settledLate");
}

#[test]
fn paying_the_principal_alone_leaves_some_of_it() {
    let paid = ten_a_day("2026-01-20").paid("2026-01-10", "36500");
    // 100 of it paid interest: 100 of principal is left, and bears 10 days: 100 x 10 % x 10 / 365 = 0.27.
    check_sums(&paid, &[("principalDue", "100.00"), ("interestDue", "0.27"), ("total", "140.27")]);
}

#[test]
fn a_surplus_pays_the_indemnity_then_is_noted() {
    for imputation in [Imputation::InterestFirst, Imputation::PrincipalFirst] {
        let paid = |amount| ten_a_day("2026-01-20").but(|input| input.imputation = imputation).paid("2026-01-10", amount);
        check_sums(&paid("36615"), &[("indemnity", "40.00"), ("indemnityDue", "25.00"), ("total", "25.00")]);
        check_no_note(&paid("36615"), "overpaid");
        check_sums(&paid("36640"), &[("indemnityDue", "0.00"), ("total", "0.00")]);
        check_no_note(&paid("36640"), "overpaid");
        check_sums(&paid("36640.01"), &[("indemnityDue", "0.00"), ("total", "0.00")]);
        check_note(&paid("36640.01"), "overpaid");
    }
    // Paid too much before the due date.
    check_note(&ten_a_day("2026-01-20").paid("2025-12-01", "36501"), "overpaid");
}

#[test]
fn principal_first_pays_principal_then_interest() {
    let first =
        |amount| ten_a_day("2026-01-20").but(|input| input.imputation = Imputation::PrincipalFirst).paid("2026-01-10", amount);
    check_sums(
        &first("36500"),
        &[("principalDue", "0.00"), ("interestPaid", "0.00"), ("interestDue", "100.00"), ("total", "140.00")],
    );
    check_sums(&first("36560"), &[("interestPaid", "60.00"), ("interestDue", "40.00"), ("total", "80.00")]);
}

#[test]
fn a_later_payment_pays_the_interest_left() {
    let paid = ten_a_day("2026-01-20")
        .but(|input| input.imputation = Imputation::PrincipalFirst)
        .paid("2026-01-10", "36500")
        .paid("2026-01-15", "110");
    check_sums(&paid, &[("interestPaid", "100.00"), ("indemnityDue", "30.00"), ("total", "30.00")]);
    assert_eq!(account(&paid).lines.len(), 1);
}

#[test]
fn payments_come_in_any_order_and_several_a_day() {
    let one = ten_a_day("2026-01-20").paid("2026-01-15", "100").paid("2026-01-10", "50").paid("2026-01-10", "50");
    let other = ten_a_day("2026-01-20").paid("2026-01-10", "100").paid("2026-01-15", "100");
    assert_eq!(statement(&one).totals, statement(&other).totals);
    assert_eq!(account(&one).lines, account(&other).lines);
}

#[test]
fn what_comes_after_the_day_of_computation_is_left_out() {
    let paid = ten_a_day("2026-01-20").paid("2026-01-21", "1000");
    assert_eq!(account(&paid), account(&ten_a_day("2026-01-20")));
    check_note(&paid, "futurePayment");
    check_no_note(&ten_a_day("2026-01-20").paid("2026-01-20", "1000"), "futurePayment");
    for retroactive in [false, true] {
        let credited = ten_a_day("2026-01-20").credited("2026-01-21", "1000", retroactive);
        assert_eq!(account(&credited), account(&ten_a_day("2026-01-20")));
        check_note(&credited, "futureCredit");
    }
}

#[test]
fn a_credit_lowers_principal_from_the_day_after() {
    let credited = ten_a_day("2026-01-20").credited("2026-01-10", "18250", false);
    check_lines(
        &credited,
        &["2026-01-01 2026-01-10 10 36500.00 10.00 fixed 100.00", "2026-01-11 2026-01-20 10 18250.00 10.00 fixed 50.00"],
    );
    check_sums(&credited, &[("interestPaid", "0.00"), ("interestDue", "150.00"), ("principalDue", "18250.00")]);
    check_note(&credited, "creditDate");
}

#[test]
fn a_retroactive_credit_lowers_principal_from_the_start() {
    let credited = ten_a_day("2026-01-20").credited("2026-01-10", "18250", true);
    // Its day ends a line all the same.
    check_lines(
        &credited,
        &["2026-01-01 2026-01-10 10 18250.00 10.00 fixed 50.00", "2026-01-11 2026-01-20 10 18250.00 10.00 fixed 50.00"],
    );
    check_no_note(&credited, "creditDate");
    // The whole invoice was never owed.
    let whole = ten_a_day("2026-01-20").credited("2026-01-10", "36500", true);
    check_lines(&whole, &[]);
    check_sums(&whole, &[("total", "0.00"), ("indemnity", "0.00")]);
    assert_eq!(account(&whole).days_late, 0);
}

#[test]
fn a_credit_never_pays_interest() {
    let credited = ten_a_day("2026-01-20").credited("2026-01-10", "36560", false);
    check_lines(&credited, &["2026-01-01 2026-01-10 10 36500.00 10.00 fixed 100.00"]);
    check_sums(&credited, &[("principalDue", "0.00"), ("interestDue", "100.00"), ("indemnityDue", "40.00"), ("total", "140.00")]);
    check_note(&credited, "overpaid");
    assert_eq!(account(&credited).days_late, 10);
    check_note(&ten_a_day("2026-01-20").credited("2026-01-10", "36500.01", true), "overpaid");
}

#[test]
fn on_one_day_the_payment_counts_before_the_credit() {
    // A payment counts at the end of its day, a credit from the day after: 36 140 pays 100 of interest and 36 040 of
    // principal; of the 500 credited, 460 lower the rest to nothing and 40 are left over.
    let settled = ten_a_day("2026-01-20").paid("2026-01-10", "36140").credited("2026-01-10", "500", false);
    check_sums(&settled, &[("principalDue", "0.00"), ("indemnityDue", "40.00"), ("total", "40.00")]);
    check_note(&settled, "overpaid");
}

#[test]
fn says_what_each_payment_and_credit_went_to() {
    // Ten euros a day: on 10 January 100.00 of interest.
    let case = ten_a_day("2026-01-20").credited("2026-01-05", "500", true).paid("2026-01-10", "300");
    let told: Vec<String> = account(&case)
        .applied
        .iter()
        .map(|one| format!("{} {:?} {} {} {} {}", one.on, one.what, one.amount, one.interest, one.principal, one.indemnity))
        .collect();
    // 36 000.00 x 10 % x 5 / 365 = 49.32, twice.
    assert_eq!(told, ["2026-01-05 Credit 500.00 0.00 500.00 0.00", "2026-01-10 Payment 300.00 98.64 201.36 0.00"]);
}

#[test]
fn payments_after_insolvency_still_count() {
    let opened =
        ten_a_day("2026-01-20").but(|input| input.insolvency_opened_on = Some(day("2026-01-11"))).paid("2026-01-15", "200");
    check_lines(&opened, &["2026-01-01 2026-01-10 10 36500.00 10.00 fixed 100.00"]);
    check_sums(&opened, &[("interestPaid", "100.00"), ("principalDue", "36400.00"), ("total", "36440.00")]);
}

#[test]
fn unpaid_interest_joins_the_principal_on_each_anniversary() {
    let compounded = |from: &str, as_of: &str| {
        business("36500", "2023-12-31", as_of)
            .rate(fixed("20"))
            .but(|input| input.compounding = Some(Compounding { from: day(from) }))
    };
    // From the due date: 20 EUR a day, 366 days to 31 December 2024.
    check_lines(
        &compounded("2023-12-31", "2025-01-10"),
        &[
            "2024-01-01 2024-12-31 366 36500.00 20.00 fixed 7320.00",
            // 43 820 x 20 % x 10 / 365 = 240.109...
            "2025-01-01 2025-01-10 10 43820.00 20.00 fixed 240.11",
        ],
    );
    check_sums(
        &compounded("2023-12-31", "2025-01-10"),
        // What a further day adds counts the principal alone.
        &[("principalDue", "36500.00"), ("interestDue", "7560.11"), ("perDay", "20.00"), ("total", "44100.11")],
    );
    check_note(&compounded("2023-12-31", "2025-01-10"), "compoundingCondition");
    // From a demand in court: on its anniversary.
    check_lines(
        &compounded("2024-03-01", "2025-03-02"),
        &["2024-01-01 2025-03-01 426 36500.00 20.00 fixed 8520.00", "2025-03-02 2025-03-02 1 45020.00 20.00 fixed 24.67"],
    );
    // From before interest ran: five months are no full year, the anniversary after is.
    check_lines(&compounded("2023-06-01", "2024-06-02"), &["2024-01-01 2024-06-02 154 36500.00 20.00 fixed 3080.00"]);
    check_note(&compounded("2023-06-01", "2024-06-02"), "compoundingNotYet");
    assert_eq!(account(&compounded("2023-06-01", "2025-06-02")).lines[1].from, day("2025-06-02"));
    // A day short of the anniversary: simple.
    check_lines(&compounded("2023-12-31", "2024-12-31"), &["2024-01-01 2024-12-31 366 36500.00 20.00 fixed 7320.00"]);
    // Still to come.
    check_no_note(&compounded("2030-01-01", "2026-01-01"), "compoundingCondition");
    // Twice.
    assert_eq!(account(&compounded("2023-12-31", "2026-01-10")).lines.len(), 3);
}

#[test]
fn a_payment_pays_first_the_interest_that_bears_interest() {
    let paid = business("36500", "2023-12-31", "2025-01-20")
        .rate(fixed("20"))
        .but(|input| input.compounding = Some(Compounding { from: day("2023-12-31") }))
        .paid("2025-01-10", "7320");
    let lines = account(&paid).lines;
    // The 7 320 that had joined is paid; the 240.11 since then bears nothing.
    assert_eq!(lines[2].principal, money("36500"));
    check_sums(&paid, &[("interestPaid", "7320.00"), ("principalDue", "36500.00"), ("interestDue", "440.11")]);
}

#[test]
fn the_contract_penalty_is_due_once_an_invoice() {
    let clause = |percent_text: Option<&str>, minimum: Option<&str>| {
        ten_a_day("2026-01-10").but(|input| {
            input.penalty_clause =
                Some(dument_law::penalties::PenaltyClause { percent: percent_text.map(percent), minimum: minimum.map(money) });
        })
    };
    check_sums(&clause(Some("10"), Some("80")), &[("clause", "3650.00"), ("total", "40290.00")]);
    check_sums(&clause(Some("0.1"), Some("80")), &[("clause", "80.00")]);
    check_sums(&clause(None, Some("80")), &[("clause", "80.00")]);
    check_sums(&clause(Some("10"), None), &[("clause", "3650.00")]);
    check_note(&clause(Some("10"), None), "penaltyClauseReducible");
    // On what was unpaid when due; none where nothing was.
    check_sums(&clause(Some("10"), None).paid("2025-12-31", "18250"), &[("clause", "1825.00")]);
    check_sums(&clause(Some("10"), Some("80")).paid("2025-12-31", "36500"), &[("clause", "0.00")]);
    // Paying later doesn't take it away.
    check_sums(&clause(None, Some("80")).paid("2026-01-05", "40000"), &[("clause", "80.00"), ("total", "80.00")]);
    // Business alone.
    let public = clause(None, Some("80")).but(|input| input.regime = Regime::Public);
    check_sums(&public, &[("clause", "0.00")]);
    check_note(&public, "penaltyClauseIgnored");
}

#[test]
fn costs_come_once_in_the_totals() {
    let costs = vec![
        ExtraCost { label: "Commissaire de justice".to_owned(), amount: money("120.50") },
        ExtraCost { label: "Avocat".to_owned(), amount: money("300") },
    ];
    let late = |regime| {
        input(regime, "36500", "2026-01-01", "2026-01-02").but(|input| {
            input.extra_costs.clone_from(&costs);
            input.notice_received_on = Some(day("2026-01-01"));
        })
    };
    let business = statement(&late(Regime::Business));
    assert_eq!(business.totals.extra_costs, money("420.50"));
    // 36 500 + 12.15 + 40 + 420.50
    assert_eq!(business.totals.total, money("36972.65"));
    assert_eq!(business.extra_costs, costs);
    assert_eq!(statement(&late(Regime::Public)).totals.extra_costs, money("420.50"));
    for regime in [Regime::Consumer, Regime::Judgment] {
        let without = statement(&late(regime));
        assert!(without.totals.extra_costs.is_zero() && without.extra_costs.is_empty());
        check_note(&late(regime), "extraCostsIgnored");
    }
}

#[test]
fn one_indemnity_an_invoice_and_totals_add_up() {
    let two = ten_a_day("2026-01-20").but(|input| {
        input.invoices.push(Invoice::unpaid("F-2", day("2026-01-10"), money("36500")));
        input.invoices.push(Invoice::unpaid("F-3", day("2026-01-20"), money("1000")));
    });
    let totals = statement(&two).totals;
    // F-1: 20 days, F-2: 10 days, F-3 not yet due.
    assert_eq!(totals.interest, money("300"));
    assert_eq!(totals.indemnity, money("80"));
    assert_eq!(totals.principal_due, money("73000"));
    assert_eq!(totals.total, money("73380"));
    assert_eq!(totals.per_day, money("20"));
    check_note(&two, "indemnityPerInvoice");
    check_note(&two, "notYetDue");
}
