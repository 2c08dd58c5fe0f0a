//! Worked examples, each with its computation by hand, and the official sheet of the administration.

use dument_law::penalties::{BelowFloor, CreditorKind, DayCount, Imputation, Regime};

use crate::case::{But, account, business, check_lines, check_note, check_sums, consumer, day, fixed, input, statement};

/// Service-Public, sheet F783: 2 000 EUR owed to an individual, served on 17 September 2015, paid on 10 April 2016. The
/// sheet prints 14.34 + 22.40 + 52.27; its last period leaves the day of payment out (100 days for 101).
#[test]
fn official_sheet_of_a_judgment() {
    let judgment = input(Regime::Judgment, "2000", "2015-09-17", "2016-04-10")
        .but(|input| {
            input.creditor = CreditorKind::Individual;
            input.served_on = Some(day("2015-09-17"));
        })
        .paid("2016-04-10", "2000");
    check_lines(
        &judgment,
        &[
            // 2 000 x 4.29 % x 61 / 365 = 14.339...
            "2015-09-18 2015-11-17 61 2000.00 4.29 legal 14.34",
            // 2 000 x (4.29 + 5) % x 44 / 365 = 22.397...
            "2015-11-18 2015-12-31 44 2000.00 9.29 legal+5 22.40",
            // 2 000 x (4.54 + 5) % x 101 / 365 = 52.796... ; 100 days would give the 52.27 of the sheet.
            "2016-01-01 2016-04-10 101 2000.00 9.54 legal+5 52.80",
        ],
    );
    check_sums(&judgment, &[("interest", "89.54"), ("indemnity", "0.00")]);
}

/// 10 000 x 12.40 % x 365 / 365.
#[test]
fn a_whole_year() {
    let year = business("10000", "2025-07-01", "2026-07-01").rate(fixed("12.40"));
    check_lines(&year, &["2025-07-02 2026-07-01 365 10000.00 12.40 fixed 1240.00"]);
    check_sums(&year, &[("indemnity", "40.00"), ("total", "11280.00")]);
}

#[test]
fn forty_five_days() {
    // 1 850 x 12.15 % x 45 / 365 = 27.711...
    let late = business("1850", "2026-05-16", "2026-06-30");
    check_lines(&late, &["2026-05-17 2026-06-30 45 1850.00 12.15 refinancing+10 27.71"]);
    check_sums(&late, &[("interestDue", "27.71"), ("indemnityDue", "40.00"), ("principalDue", "1850.00"), ("total", "1917.71")]);
    assert_eq!(account(&late).days_late, 45);
    // 1 850 x 15 % x 45 / 365 = 34.212...
    check_sums(&late.clone().rate(fixed("15")), &[("interest", "34.21")]);
    // 1 850 x (3 x 2.62) % x 45 / 365 = 17.926...
    check_lines(&late.rate(fixed("5")), &["2026-05-17 2026-06-30 45 1850.00 7.86 floor 17.93"]);
}

#[test]
fn across_two_half_years() {
    let late = business("10000", "2026-06-20", "2026-07-10");
    check_lines(
        &late,
        &[
            // 10 000 x 12.15 % x 10 / 365 = 33.287...
            "2026-06-21 2026-06-30 10 10000.00 12.15 refinancing+10 33.29",
            // 10 000 x 12.40 % x 10 / 365 = 33.972...
            "2026-07-01 2026-07-10 10 10000.00 12.40 refinancing+10 33.97",
        ],
    );
    check_sums(&late, &[("interest", "67.26"), ("indemnity", "40.00")]);
    // Paid that day: 67.26 + 40 stay due.
    let paid = late.but(|input| input.imputation = Imputation::PrincipalFirst).paid("2026-07-10", "10000");
    check_sums(&paid, &[("principalDue", "0.00"), ("total", "107.26")]);
}

/// 10 000 at 10 % though the law asks for more, due on 1 January 2025, 4 000 paid on 1 July.
#[test]
fn a_part_payment_in_either_order() {
    let part = business("10000", "2025-01-01", "2026-01-01")
        .rate(fixed("10"))
        .but(|input| input.below_floor = BelowFloor::Keep)
        .paid("2025-07-01", "4000");
    check_lines(
        &part,
        &[
            // 10 000 x 10 % x 181 / 365 = 495.890...
            "2025-01-02 2025-07-01 181 10000.00 10.00 fixed 495.89",
            // 4 000 - 495.89 = 3 504.11 pays principal; 6 495.89 x 10 % x 184 / 365 = 327.464...
            "2025-07-02 2026-01-01 184 6495.89 10.00 fixed 327.46",
        ],
    );
    check_sums(
        &part,
        &[("interestPaid", "495.89"), ("interestDue", "327.46"), ("principalDue", "6495.89"), ("total", "6863.35")],
    );
    check_note(&part, "belowFloor");

    let principal_first = part.but(|input| input.imputation = Imputation::PrincipalFirst);
    // 495.89 + 6 000 x 10 % x 184 / 365 = 495.89 + 302.465... = 798.36; the total less the indemnity is 6 798.36.
    check_sums(
        &principal_first,
        &[("principalDue", "6000.00"), ("interestDue", "798.36"), ("interestPaid", "0.00"), ("total", "6838.36")],
    );
}

#[test]
fn a_leap_year_by_either_count() {
    let year = business("10000", "2024-01-01", "2025-01-01").rate(fixed("10")).but(|input| input.below_floor = BelowFloor::Keep);
    // 10 000 x 10 % x 366 / 365 = 1 002.739...
    check_sums(&year, &[("interest", "1002.74")]);
    // 10 000 x 10 % x 366 / 366
    check_sums(&year.but(|input| input.day_count = DayCount::ActualActual), &[("interest", "1000.00")]);
}

/// 1 850 x (2.15 + 8) % x 45 / 365 = 23.150...
#[test]
fn a_public_buyer() {
    let public = input(Regime::Public, "1850", "2026-05-16", "2026-06-30");
    check_lines(&public, &["2026-05-17 2026-06-30 45 1850.00 10.15 refinancing+8 23.15"]);
    check_sums(&public, &[("indemnity", "40.00")]);
    let agreed = public.rate(fixed("15"));
    check_sums(&agreed, &[("interest", "23.15")]);
    check_note(&agreed, "rateIgnored");
}

/// 1 850 x 2.62 % x 30 / 365 = 3.983...
#[test]
fn a_consumer() {
    let notified = consumer("1850", "2026-05-16", "2026-05-31", "2026-06-30");
    check_lines(&notified, &["2026-06-01 2026-06-30 30 1850.00 2.62 legal 3.98"]);
    check_sums(&notified, &[("indemnity", "0.00"), ("total", "1853.98")]);
    let silent = input(Regime::Consumer, "1850", "2026-05-16", "2026-06-30");
    check_sums(&silent, &[("interest", "0.00"), ("total", "1850.00"), ("perDay", "0.00")]);
    check_note(&silent, "noNotice");
}

/// Every half-year from 2013 on, on 36 500 EUR for its first day: interest in cents is the rate itself.
#[test]
fn every_half_year_of_the_table() {
    let table = [
        // first day, business, public, floor, legal rate of a business creditor
        ("2013-01-01", "10.75", "8.75", "0.12", "0.04"),
        ("2013-07-01", "10.50", "8.50", "0.12", "0.04"),
        ("2014-01-01", "10.25", "8.25", "0.12", "0.04"),
        ("2014-07-01", "10.15", "8.15", "0.12", "0.04"),
        ("2015-01-01", "10.05", "8.05", "2.79", "0.93"),
        ("2015-07-01", "10.05", "8.05", "2.97", "0.99"),
        ("2016-01-01", "10.05", "8.05", "3.03", "1.01"),
        ("2016-07-01", "10.00", "8.00", "2.79", "0.93"),
        ("2017-01-01", "10.00", "8.00", "2.70", "0.90"),
        ("2017-07-01", "10.00", "8.00", "2.70", "0.90"),
        ("2018-01-01", "10.00", "8.00", "2.67", "0.89"),
        ("2018-07-01", "10.00", "8.00", "2.64", "0.88"),
        ("2019-01-01", "10.00", "8.00", "2.58", "0.86"),
        ("2019-07-01", "10.00", "8.00", "2.61", "0.87"),
        ("2020-01-01", "10.00", "8.00", "2.61", "0.87"),
        ("2020-07-01", "10.00", "8.00", "2.52", "0.84"),
        ("2021-01-01", "10.00", "8.00", "2.37", "0.79"),
        ("2021-07-01", "10.00", "8.00", "2.28", "0.76"),
        ("2022-01-01", "10.00", "8.00", "2.28", "0.76"),
        ("2022-07-01", "10.00", "8.00", "2.31", "0.77"),
        ("2023-01-01", "12.50", "10.50", "6.18", "2.06"),
        ("2023-07-01", "14.00", "12.00", "12.66", "4.22"),
        ("2024-01-01", "14.50", "12.50", "15.21", "5.07"),
        ("2024-07-01", "14.25", "12.25", "14.76", "4.92"),
        ("2025-01-01", "13.15", "11.15", "11.13", "3.71"),
        ("2025-07-01", "12.15", "10.15", "8.28", "2.76"),
        ("2026-01-01", "12.15", "10.15", "7.86", "2.62"),
        ("2026-07-01", "12.40", "10.40", "8.25", "2.75"),
    ];
    for (first, business, public, floor, legal) in table {
        let eve = day(first).eve().to_string();
        let one_day = |regime| input(regime, "36500", &eve, first).but(|input| input.notice_received_on = Some(day(&eve)));
        let percent = |input| account(&input).lines[0].percent.to_string();
        assert_eq!(percent(one_day(Regime::Business)), business, "{first}");
        assert_eq!(percent(one_day(Regime::Public)), public, "{first}");
        assert_eq!(percent(one_day(Regime::Business).rate(fixed("0.01"))), floor, "{first}");
        assert_eq!(percent(one_day(Regime::Consumer)), legal, "{first}");
        assert_eq!(percent(one_day(Regime::Judgment)), legal, "{first}");
        check_sums(&one_day(Regime::Business), &[("interest", business)]);
        assert!(!statement(&one_day(Regime::Business)).provisional);
    }
}

/// The rates of creditors who are individuals, by half-year, as the administration prints them.
#[test]
fn every_half_year_for_an_individual() {
    let table = "2008-01-01 3.99 2009-01-01 3.79 2010-01-01 0.65 2011-01-01 0.38 2012-01-01 0.71 2013-01-01 0.04 2014-01-01 0.04 2014-07-01 0.04 2015-01-01 4.06
        2015-07-01 4.29 2016-01-01 4.54 2016-07-01 4.35 2017-01-01 4.16 2017-07-01 3.94 2018-01-01 3.73 2018-07-01 3.60
        2019-01-01 3.40 2019-07-01 3.26 2020-01-01 3.15 2020-07-01 3.11 2021-01-01 3.14 2021-07-01 3.12 2022-01-01 3.13
        2022-07-01 3.15 2023-01-01 4.47 2023-07-01 6.82 2024-01-01 8.01 2024-07-01 8.16 2025-01-01 7.21 2025-07-01 6.65
        2026-01-01 6.67 2026-07-01 6.84";
    let cells: Vec<&str> = table.split_whitespace().collect();
    for row in cells.chunks(2) {
        let eve = day(row[0]).eve().to_string();
        let one_day = input(Regime::Judgment, "36500", &eve, row[0]).but(|input| input.creditor = CreditorKind::Individual);
        check_sums(&one_day, &[("interest", row[1])]);
    }
}

/// Before 2015 there was one rate for all creditors, and no rate of late payment by half-year before 2013.
#[test]
fn every_year_of_the_single_legal_rate() {
    // first day, legal rate, floor of agreed rates
    for (first, legal, floor) in [
        ("2008-01-01", "3.99", None),
        ("2009-01-01", "3.79", Some("11.37")),
        ("2010-01-01", "0.65", Some("1.95")),
        ("2011-07-01", "0.38", Some("1.14")),
        ("2012-12-31", "0.71", Some("2.13")),
        ("2014-12-31", "0.04", Some("0.12")),
    ] {
        let eve = day(first).eve().to_string();
        for creditor in [CreditorKind::Business, CreditorKind::Individual] {
            let judgment = input(Regime::Judgment, "36500", &eve, first).but(|input| input.creditor = creditor);
            check_sums(&judgment, &[("interest", legal)]);
        }
        if let Some(floor) = floor {
            check_sums(&business("36500", &eve, first).rate(fixed("0.01")), &[("interest", floor)]);
        }
    }
}
