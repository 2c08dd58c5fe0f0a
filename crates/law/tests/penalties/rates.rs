//! Which rate: every kind of agreement, the floor, rates not yet published and rates not known.

use dument_law::penalties::{BelowFloor, CreditorKind, Rate, Regime};
use dument_law::reference::Figure;
use dument_law::{Code, Reference};

use crate::case::{
    But, account, business, check_lines, check_no_note, check_note, check_problems, check_sums, consumer, day, fixed, input,
    percent, statement,
};

fn one_day(rate: Rate, on: &str) -> String {
    let case = business("36500", &day(on).eve().to_string(), on).rate(rate);
    let line = account(&case).lines.remove(0);
    format!("{} {}", line.percent, line.basis)
}

#[test]
fn every_kind_of_agreement() {
    for (rate, on, expected) in [
        (Rate::Statutory, "2026-06-30", "12.15 refinancing+10"),
        (fixed("9.5"), "2026-06-30", "9.50 fixed"),
        (Rate::Monthly { percent: percent("1.5") }, "2026-06-30", "18.00 fixed"),
        (Rate::Monthly { percent: percent("0.655") }, "2026-06-30", "7.86 fixed"),
        (Rate::LegalMultiple { multiple: percent("3") }, "2026-06-30", "7.86 legalx3"),
        (Rate::LegalMultiple { multiple: percent("4.5") }, "2026-06-30", "11.79 legalx4.5"),
        (Rate::LegalMultiple { multiple: percent("2") }, "2026-06-30", "7.86 floor"),
        (Rate::LegalPlus { points: percent("7") }, "2026-06-30", "9.62 legal+7"),
        (Rate::LegalPlus { points: percent("5") }, "2026-06-30", "7.86 floor"),
        (Rate::RefinancingPlus { points: percent("7.125") }, "2026-06-30", "9.275 refinancing+7.125"),
        (Rate::RefinancingPlus { points: percent("5") }, "2026-06-30", "7.86 floor"),
        // The rate of 1 July, whatever the European Central Bank decided on 10 September.
        (Rate::RefinancingPlus { points: percent("7") }, "2026-10-01", "9.40 refinancing+7"),
    ] {
        assert_eq!(one_day(rate, on), expected);
    }
}

#[test]
fn the_floor_is_not_above_itself() {
    let at_floor = business("36500", "2026-06-28", "2026-06-29").rate(fixed("7.86"));
    check_lines(&at_floor, &["2026-06-29 2026-06-29 1 36500.00 7.86 fixed 7.86"]);
    check_no_note(&at_floor, "belowFloor");
    check_note(&at_floor.rate(fixed("7.859999")), "belowFloor");
}

#[test]
fn a_rate_under_the_floor_from_tomorrow_is_told_with_what_a_day_costs() {
    // 8.25 % from 1 July: 36 500 x 8.25 % / 365 = 8.25.
    let today = business("36500", "2026-06-29", "2026-06-30").rate(fixed("8"));
    check_lines(&today, &["2026-06-30 2026-06-30 1 36500.00 8.00 fixed 8.00"]);
    check_sums(&today, &[("perDay", "8.25")]);
    check_note(&today, "belowFloor");
}

#[test]
fn a_rate_under_the_floor_can_be_kept() {
    let kept = business("36500", "2026-06-29", "2026-07-01").rate(fixed("5")).but(|input| input.below_floor = BelowFloor::Keep);
    check_lines(&kept, &["2026-06-30 2026-07-01 2 36500.00 5.00 fixed 10.00"]);
    check_note(&kept, "belowFloor");
}

#[test]
fn the_rate_of_the_law_is_never_raised() {
    // In the first half of 2024 the floor was 15.21.
    for (rate, expected) in [
        (Rate::Statutory, "14.50 refinancing+10"),
        (Rate::RefinancingPlus { points: percent("10.00") }, "14.50 refinancing+10"),
        (Rate::RefinancingPlus { points: percent("10.5") }, "15.21 floor"),
        (Rate::RefinancingPlus { points: percent("11") }, "15.50 refinancing+11"),
    ] {
        assert_eq!(one_day(rate, "2024-06-30"), expected);
    }
    let statutory = business("36500", "2024-06-29", "2024-06-30");
    check_note(&statutory, "floorAboveStatutory");
    check_no_note(&statutory, "belowFloor");
    check_no_note(&statutory.but(|input| input.rate = fixed("20")), "floorAboveStatutory");
}

#[test]
fn a_consumer_contract_may_set_a_yearly_rate() {
    let agreed = |rate| consumer("36500", "2026-06-01", "2026-06-20", "2026-07-01").rate(rate);
    // No floor against a consumer, and one line over the half-years.
    check_lines(&agreed(fixed("1")), &["2026-06-21 2026-07-01 11 36500.00 1.00 fixed 11.00"]);
    check_note(&agreed(fixed("1")), "unfairTermRisk");
    check_no_note(&agreed(fixed("1")), "rateIgnored");
    check_no_note(&agreed(fixed("1")), "belowFloor");
    for rate in [
        Rate::Monthly { percent: percent("1") },
        Rate::LegalMultiple { multiple: percent("3") },
        Rate::LegalPlus { points: percent("5") },
        Rate::RefinancingPlus { points: percent("10") },
    ] {
        check_sums(&agreed(rate), &[("interest", "28.95")]);
        check_note(&agreed(rate), "rateIgnored");
        check_no_note(&agreed(rate), "unfairTermRisk");
    }
    check_sums(&agreed(Rate::Statutory).but(|input| input.creditor = CreditorKind::Individual), &[("interest", "73.54")]);
}

#[test]
fn past_the_last_published_half_year_is_provisional() {
    // The refinancing rate last known is the 2.65 of 16 September 2026.
    let late = business("36500", "2026-12-30", "2027-01-02");
    check_lines(
        &late,
        &[
            "2026-12-31 2026-12-31 1 36500.00 12.40 refinancing+10 12.40",
            "2027-01-01 2027-01-02 2 36500.00 12.65 refinancing+10 25.30",
        ],
    );
    let provisional: Vec<bool> = account(&late).lines.iter().map(|line| line.provisional).collect();
    assert_eq!(provisional, [false, true]);
    assert!(statement(&late).provisional);
    check_note(&late, "rateNotPublished");

    let legal = consumer("36500", "2026-12-01", "2026-12-30", "2027-01-02");
    check_sums(&legal, &[("interest", "8.25")]);
    assert!(statement(&legal).provisional);
}

#[test]
fn the_last_published_day_is_not_provisional() {
    let late = business("36500", "2026-12-30", "2026-12-31");
    assert!(!statement(&late).provisional);
    check_no_note(&late, "rateNotPublished");
    // The next day's rate is assumed, and said so.
    check_sums(&late, &[("perDay", "12.65")]);
    check_note(&late, "perDayProvisional");
}

#[test]
fn a_frozen_or_fixed_rate_is_not_provisional() {
    // Interest began in 2026: its rate is known for good.
    let public = input(Regime::Public, "36500", "2026-12-30", "2027-02-01");
    assert!(!statement(&public).provisional);
    assert_eq!(account(&public).lines.len(), 1);
    // Interest begins in a half-year not yet published.
    assert!(statement(&input(Regime::Public, "36500", "2026-12-31", "2027-02-01")).provisional);

    let fixed_rate = business("36500", "2026-12-30", "2027-02-01").rate(fixed("12"));
    assert!(!statement(&fixed_rate).provisional);
    assert_eq!(account(&fixed_rate).lines.len(), 1);
    // Raised to a floor that isn't published yet.
    let raised = business("36500", "2026-12-30", "2027-02-01").rate(fixed("5"));
    assert!(statement(&raised).provisional);
    assert_eq!(account(&raised).lines.len(), 1);
    // A payment before that half-year: what is published is not provisional.
    let cut = account(&raised.paid("2026-12-31", "500"));
    assert_eq!(cut.lines.iter().map(|line| line.provisional).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn before_the_first_rate_known_is_an_error() {
    for (case, known) in [
        (business("100", "2012-12-30", "2013-06-01"), false),
        (business("100", "2012-12-31", "2013-06-01"), true),
        (input(Regime::Public, "100", "2012-12-30", "2013-06-01"), false),
        (input(Regime::Public, "100", "2012-12-31", "2013-06-01"), true),
        (input(Regime::Judgment, "100", "2007-12-30", "2013-06-01"), false),
        (input(Regime::Judgment, "100", "2007-12-31", "2013-06-01"), true),
        (consumer("100", "2007-12-30", "2007-12-30", "2013-06-01"), false),
        // Due long before, but interest runs from the notice.
        (consumer("100", "2007-06-30", "2007-12-31", "2013-06-01"), true),
        (business("100", "2008-12-30", "2013-06-01").rate(Rate::LegalMultiple { multiple: percent("3") }), false),
        (business("100", "2012-12-30", "2013-06-01").rate(Rate::RefinancingPlus { points: percent("7") }), false),
        // The floor was another before 2009; kept as agreed, the rate needs none.
        (business("100", "2008-12-30", "2013-06-01").rate(fixed("12")), false),
        (business("100", "2008-12-31", "2013-06-01").rate(fixed("12")), true),
        (business("100", "2007-12-30", "2013-06-01").rate(fixed("12")).but(|input| input.below_floor = BelowFloor::Keep), true),
        // No bearing day, no rate needed.
        (business("100", "2007-12-30", "2013-06-01").paid("2007-12-30", "100"), true),
    ] {
        if known {
            let _ = statement(&case);
        } else {
            check_problems(&case, &[(Code::RateUnknown, "invoices[0].dueOn")]);
        }
    }
}

#[test]
fn the_indemnity_came_in_2013() {
    let kept =
        |due_on: &str| business("100", due_on, "2013-06-01").rate(fixed("12")).but(|input| input.below_floor = BelowFloor::Keep);
    check_sums(&kept("2012-12-30"), &[("indemnity", "0.00")]);
    check_sums(&kept("2012-12-31"), &[("indemnity", "40.00")]);
}

#[test]
fn an_uncertain_rate_is_said_so() {
    check_note(&consumer("100", "2026-06-01", "2026-07-01", "2026-07-15"), "rateUncertain");
    check_no_note(&consumer("100", "2026-06-01", "2026-06-15", "2026-06-30"), "rateUncertain");
    check_no_note(&business("100", "2026-07-01", "2026-07-15"), "rateUncertain");
    check_note(
        &business("100", "2026-07-01", "2026-07-15").rate(Rate::LegalMultiple { multiple: percent("3") }),
        "rateUncertain",
    );
}

#[test]
fn newer_figures_can_be_given() {
    let mut newer = Reference::published().clone();
    for figure in &mut newer.figures {
        if figure.known_until.is_some() {
            figure.known_until = Some(day("2027-06-30"));
        }
    }
    let late = business("36500", "2026-12-31", "2027-01-02");
    let updated = dument_law::penalties::penalties(&late, &newer).unwrap();
    assert!(!updated.provisional);

    newer.figures.retain(|figure: &Figure| figure.id != "floorMultiple");
    let problems = dument_law::penalties::penalties(&late, &newer).unwrap_err();
    assert_eq!(problems.all()[0].code, Code::RateUnknown);
}
