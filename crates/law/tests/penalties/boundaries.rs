//! First and last days, and where lines end.

use dument_law::penalties::{CreditorKind, Regime};

use crate::case::{
    But, account, business, check_lines, check_no_note, check_note, check_sums, consumer, day, fixed, input, percent, statement,
};

#[test]
fn the_due_date_itself_is_not_late() {
    for as_of in ["2026-05-10", "2026-05-16"] {
        let due = business("1850", "2026-05-16", as_of);
        check_lines(&due, &[]);
        check_sums(&due, &[("total", "0.00"), ("principalDue", "0.00"), ("indemnity", "0.00"), ("perDay", "0.00")]);
        assert_eq!(account(&due).days_late, 0);
        check_note(&due, "notYetDue");
    }
}

#[test]
fn the_day_after_is() {
    let late = business("1850", "2026-05-16", "2026-05-17");
    // 1 850 x 12.15 % / 365 = 0.615...
    check_lines(&late, &["2026-05-17 2026-05-17 1 1850.00 12.15 refinancing+10 0.62"]);
    check_sums(&late, &[("total", "1890.62"), ("perDay", "0.62")]);
    assert_eq!(account(&late).days_late, 1);
    check_no_note(&late, "notYetDue");
}

#[test]
fn a_moving_rate_ends_its_line_at_each_half_year_even_where_it_stays() {
    // 12.15 % in both half-years.
    check_lines(
        &business("10000", "2025-12-30", "2026-01-01"),
        &[
            "2025-12-31 2025-12-31 1 10000.00 12.15 refinancing+10 3.33",
            "2026-01-01 2026-01-01 1 10000.00 12.15 refinancing+10 3.33",
        ],
    );
    // Due on the last day of a half-year: all days are of the next.
    check_lines(&business("10000", "2026-06-30", "2026-07-01"), &["2026-07-01 2026-07-01 1 10000.00 12.40 refinancing+10 3.40"]);
    // Paid on it: none is.
    check_lines(&business("10000", "2026-06-29", "2026-06-30"), &["2026-06-30 2026-06-30 1 10000.00 12.15 refinancing+10 3.33"]);
}

#[test]
fn a_public_rate_is_frozen_where_interest_began() {
    // The due date is of the first half-year, the first bearing day of the second: 2.40 + 8.
    check_lines(
        &input(Regime::Public, "10000", "2026-06-30", "2026-07-10"),
        &["2026-07-01 2026-07-10 10 10000.00 10.40 refinancing+8 28.49"],
    );
    // One line over three half-years: 10 000 x 10.15 % x 366 / 365.
    check_lines(
        &input(Regime::Public, "10000", "2025-06-30", "2026-07-01"),
        &["2025-07-01 2026-07-01 366 10000.00 10.15 refinancing+8 1017.78"],
    );
}

#[test]
fn a_fixed_rate_is_one_line_until_the_floor_changes_its_percent() {
    // 12 % is above the floor of 8.28, 7.86, 8.25: one line over three half-years.
    check_lines(
        &business("10000", "2025-09-30", "2026-07-01").rate(fixed("12")),
        &["2025-10-01 2026-07-01 274 10000.00 12.00 fixed 900.82"],
    );
    // 8 % is under 8.28, over 7.86, under 8.25.
    check_lines(
        &business("36500", "2025-12-30", "2026-07-01").rate(fixed("8")),
        &[
            "2025-12-31 2025-12-31 1 36500.00 8.28 floor 8.28",
            "2026-01-01 2026-06-30 181 36500.00 8.00 fixed 1448.00",
            "2026-07-01 2026-07-01 1 36500.00 8.25 floor 8.25",
        ],
    );
    // The floor was 2.70 in both half-years of 2017: consecutive days at one percent form one line.
    check_lines(
        &business("36500", "2017-06-28", "2017-07-02").rate(fixed("1")),
        &["2017-06-29 2017-07-02 4 36500.00 2.70 floor 10.80"],
    );
}

#[test]
fn two_months_after_service_by_day_of_the_month() {
    let served = |on: &str, as_of: &str| {
        let case = input(Regime::Judgment, "36500", "2025-12-30", as_of).but(|input| input.served_on = Some(day(on)));
        account(&case).lines.iter().map(|line| format!("{} {} {}", line.from, line.to, line.basis)).collect::<Vec<_>>()
    };
    // 17 January -> 17 March simple, increased from the 18th.
    assert_eq!(
        served("2026-01-17", "2026-03-20"),
        ["2025-12-31 2025-12-31 legal", "2026-01-01 2026-03-17 legal", "2026-03-18 2026-03-20 legal+5"]
    );
    // No 31 February: its last day.
    assert_eq!(
        served("2025-12-31", "2026-03-01"),
        ["2025-12-31 2025-12-31 legal", "2026-01-01 2026-02-28 legal", "2026-03-01 2026-03-01 legal+5"]
    );
    // Served long before interest: increased from the first day on.
    assert_eq!(served("2025-06-01", "2026-01-01"), ["2025-12-31 2025-12-31 legal+5", "2026-01-01 2026-01-01 legal+5"]);
    // Two months that end with the half-year make no empty line.
    assert_eq!(
        served("2026-04-30", "2026-07-01"),
        ["2025-12-31 2025-12-31 legal", "2026-01-01 2026-06-30 legal", "2026-07-01 2026-07-01 legal+5"]
    );
}

#[test]
fn the_last_simple_day_can_be_a_line_of_its_own() {
    let judgment =
        input(Regime::Judgment, "36500", "2026-03-10", "2026-03-19").but(|input| input.served_on = Some(day("2026-01-17")));
    check_lines(
        &judgment.paid("2026-03-16", "15.72"),
        &[
            "2026-03-11 2026-03-16 6 36500.00 2.62 legal 15.72",
            "2026-03-17 2026-03-17 1 36500.00 2.62 legal 2.62",
            "2026-03-18 2026-03-19 2 36500.00 7.62 legal+5 15.24",
        ],
    );
}

#[test]
fn the_judgment_rate_is_by_creditor() {
    let judgment = input(Regime::Judgment, "36500", "2026-05-31", "2026-06-01");
    check_sums(&judgment, &[("interest", "2.62")]);
    check_sums(&judgment.but(|input| input.creditor = CreditorKind::Individual), &[("interest", "6.67")]);
}

#[test]
fn a_consumer_owes_from_the_later_of_due_date_and_notice() {
    // Notice before the due date: from the day after the due date.
    check_lines(
        &consumer("36500", "2026-06-10", "2026-06-01", "2026-06-12"),
        &["2026-06-11 2026-06-12 2 36500.00 2.62 legal 5.24"],
    );
    // Notice on the day of computation: no interest yet, but the next day bears some.
    let today = consumer("36500", "2026-06-01", "2026-06-12", "2026-06-12");
    check_lines(&today, &[]);
    check_sums(&today, &[("perDay", "2.62"), ("total", "36500.00")]);
    check_no_note(&today, "noNotice");
    assert_eq!(account(&today).days_late, 11);
    // Notice still to come: as none.
    let to_come = consumer("36500", "2026-06-01", "2026-06-13", "2026-06-12");
    check_sums(&to_come, &[("interest", "0.00"), ("perDay", "0.00")]);
    check_note(&to_come, "noNotice");
}

#[test]
fn insolvency_stops_interest_on_the_eve() {
    let opened = |on: &str| business("36500", "2026-06-10", "2026-06-20").but(|input| input.insolvency_opened_on = Some(day(on)));
    check_lines(&opened("2026-06-15"), &["2026-06-11 2026-06-14 4 36500.00 12.15 refinancing+10 48.60"]);
    check_sums(&opened("2026-06-15"), &[("indemnity", "40.00"), ("perDay", "0.00")]);
    assert_eq!(account(&opened("2026-06-15")).days_late, 4);
    // Opened the day after the due date: no bearing day, but the invoice was due before.
    check_lines(&opened("2026-06-11"), &[]);
    check_sums(&opened("2026-06-11"), &[("indemnity", "40.00"), ("total", "36540.00")]);
    // Opened on the due date: no indemnity either.
    check_sums(&opened("2026-06-10"), &[("indemnity", "0.00"), ("total", "36500.00")]);
    assert_eq!(account(&opened("2026-06-01")).days_late, 0);
    // Opened the day after the computation: everything bears interest, but no further day does.
    check_sums(&opened("2026-06-21"), &[("interest", "121.50"), ("perDay", "0.00")]);
    check_sums(&opened("2026-06-22"), &[("interest", "121.50"), ("perDay", "12.15")]);
}

#[test]
fn a_claim_later_than_the_judgment_keeps_its_interest() {
    // Due on 10 June; the proceedings opened on 1 June: L622-17 where the invoice was issued that day or later.
    let issued = |on: Option<&str>| {
        business("36500", "2026-06-10", "2026-06-20").but(|input| {
            input.insolvency_opened_on = Some(day("2026-06-01"));
            input.invoices[0].issued_on = on.map(day);
        })
    };
    check_lines(&issued(Some("2026-06-01")), &["2026-06-11 2026-06-20 10 36500.00 12.15 refinancing+10 121.50"]);
    check_sums(&issued(Some("2026-06-01")), &[("indemnity", "40.00"), ("perDay", "12.15"), ("total", "36661.50")]);
    check_note(&issued(Some("2026-06-01")), "laterThanInsolvency");
    check_no_note(&issued(Some("2026-06-01")), "insolvencyStopsInterest");
    // Issued on the eve, or on a day that isn't known: earlier.
    for earlier in [issued(Some("2026-05-31")), issued(None)] {
        check_lines(&earlier, &[]);
        check_sums(&earlier, &[("indemnity", "0.00"), ("perDay", "0.00"), ("total", "36500.00")]);
        check_note(&earlier, "insolvencyStopsInterest");
        check_no_note(&earlier, "laterThanInsolvency");
    }
    check_note(&issued(None), "issueDateUnknown");
    // Issued after the judgment but due before it: earlier too.
    let due_before = issued(Some("2026-06-12")).but(|input| input.insolvency_opened_on = Some(day("2026-06-11")));
    check_lines(&due_before, &[]);
}

#[test]
fn each_invoice_stands_on_its_own_side_of_the_judgment() {
    let case = business("36500", "2026-06-10", "2026-06-20").but(|input| {
        input.insolvency_opened_on = Some(day("2026-06-15"));
        let mut later = input.invoices[0].clone();
        later.issued_on = Some(day("2026-06-15"));
        later.due_on = day("2026-06-16");
        input.invoices.push(later);
    });
    let statement = statement(&case);
    let interest: Vec<String> = statement.invoices.iter().map(|invoice| invoice.interest.to_string()).collect();
    assert_eq!(interest, ["48.60", "48.60"], "11 to 14 June, then 17 to 20 June: four days at 12.15 each");
    assert_eq!(statement.totals.per_day.to_string(), "12.15");
    assert!(["ccom-l622-28", "ccom-l622-17"].iter().all(|id| statement.sources.iter().any(|source| source.id == *id)));
}

#[test]
fn per_day_is_at_the_rate_of_the_next_day() {
    // 30 June: the next day is at 12.40.
    check_sums(&business("36500", "2026-06-10", "2026-06-30"), &[("perDay", "12.40")]);
    check_sums(&business("36500", "2026-06-10", "2026-06-29"), &[("perDay", "12.15")]);
    assert_eq!(account(&business("36500", "2026-06-10", "2026-06-30")).per_day_percent, Some(percent("12.40")));
    assert_eq!(account(&business("36500", "2026-06-10", "2026-06-09")).per_day_percent, None);
    // A rate raised to the floor is so for the next day too.
    check_sums(&business("36500", "2026-06-10", "2026-06-30").rate(fixed("5")), &[("perDay", "8.25")]);
    // Judgment: two months end today.
    let judgment =
        input(Regime::Judgment, "36500", "2026-01-01", "2026-06-17").but(|input| input.served_on = Some(day("2026-04-17")));
    check_sums(&judgment, &[("perDay", "7.62")]);
}
