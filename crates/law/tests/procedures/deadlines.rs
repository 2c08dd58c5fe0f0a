//! Procedural terms: the worked examples of the legal brief (4.3), each with its computation.

use dument_law::procedures::{Bound, DeadlineId, OptionId};
use dument_law::working_day::{Territory, on_or_after};
use dument_law::{Day, Reference};
use serde_json::{Value, json};

use crate::guide;

/// `(unmoved, last day)` of a term.
#[track_caller]
fn check(changes: Value, id: DeadlineId, unmoved: &str, last_day: &str) {
    let guidance = guide(changes);
    let deadline =
        guidance.deadlines.iter().find(|deadline| deadline.id == id).unwrap_or_else(|| panic!("{:#?}", guidance.deadlines));
    assert_eq!((deadline.unmoved.to_string(), deadline.last_day.to_string()), (unmoved.to_owned(), last_day.to_owned()));
    let earliest = [DeadlineId::PaymentOrderEnforcement, DeadlineId::NonContestationReport, DeadlineId::ChequeCertificate];
    assert_eq!(deadline.bound, if earliest.contains(&id) { Bound::Earliest } else { Bound::Latest });
}

fn done(kind: &str, on: &str) -> Value {
    json!({ "asOf": on, "done": [{ "kind": kind, "on": on }] })
}

#[track_caller]
fn order(made: &str, unmoved: &str, last_day: &str) {
    check(done("paymentOrderMade", made), DeadlineId::PaymentOrderService, unmoved, last_day);
}

#[test]
fn service_of_a_payment_order() {
    // Made before 1 September 2026: six months. 31/08 + 6 months has no 31 February: the 28th, a Sunday; Monday 1 March.
    order("2026-08-31", "2027-02-28", "2027-03-01");
    // From 1 September 2026: three months. C31: 1 December 2026, a Tuesday.
    order("2026-09-01", "2026-12-01", "2026-12-01");
    order("2026-09-15", "2026-12-15", "2026-12-15");
    // 26 December 2026, a Saturday; Monday 28.
    order("2026-09-26", "2026-12-26", "2026-12-28");
    // 30 November + 3 months: 28 February 2027, a Sunday.
    order("2026-11-30", "2027-02-28", "2027-03-01");
    // In Alsace-Moselle 26 December is a holiday too: the same Monday.
    let mut facts = done("paymentOrderMade", "2026-09-26");
    facts["debtor"] = json!({ "place": "alsaceMoselle" });
    check(facts, DeadlineId::PaymentOrderService, "2026-12-26", "2026-12-28");
}

/// A term of a number of days that is no deadline of its own, but told in the steps: its last day.
#[track_caller]
fn check_days(figure: &str, from: &str, unmoved: &str, last_day: &str) {
    let from: Day = from.parse().unwrap();
    let days: u32 = Reference::published().on(figure, from).unwrap().value.parse().unwrap();
    let end = from.plus_days(days);
    assert_eq!((end.to_string(), on_or_after(end, Territory::France).to_string()), (unmoved.to_owned(), last_day.to_owned()));
}

#[test]
fn terms_told_in_the_steps() {
    // CPC 1425: fifteen days from 11 December 2026 end on Saturday 26; Monday 28.
    check_days("paymentOrderDepositDays", "2026-12-11", "2026-12-26", "2026-12-28");
    // CPC 1418: fifteen days from 7 December 2026 end on Tuesday 22.
    check_days("paymentOrderLawyerDays", "2026-12-07", "2026-12-22", "2026-12-22");
    // C. com. L622-27: thirty days from 25 November 2026 end on Christmas, a Friday; Monday 28.
    check_days("claimContestDays", "2026-11-25", "2026-12-25", "2026-12-28");
    // CMF L131-73: fifteen days from 4 December 2026 end on Saturday 19; Monday 21.
    check_days("chequeTitleDays", "2026-12-04", "2026-12-19", "2026-12-21");
}

#[test]
fn a_local_holiday_never_puts_off_what_one_must_keep() {
    // 26 December 2028 is a Tuesday and a holiday in Alsace-Moselle only: the order must still be served that day.
    let mut facts = done("paymentOrderMade", "2028-09-26");
    facts["debtor"] = json!({ "place": "alsaceMoselle" });
    check(facts, DeadlineId::PaymentOrderService, "2028-12-26", "2028-12-26");
    // The debtor's own term may be put off by it: one waits a day more.
    let mut facts = done("paymentOrderServed", "2028-11-26");
    facts["debtor"] = json!({ "place": "alsaceMoselle" });
    check(facts, DeadlineId::PaymentOrderOpposition, "2028-12-26", "2028-12-27");
}

#[track_caller]
fn served(on: &str, opposition: (&str, &str), enforcement: (&str, &str)) {
    check(done("paymentOrderServed", on), DeadlineId::PaymentOrderOpposition, opposition.0, opposition.1);
    check(done("paymentOrderServed", on), DeadlineId::PaymentOrderEnforcement, enforcement.0, enforcement.1);
}

#[test]
fn opposition_and_enforcement() {
    // 14 December 2026, a Monday. Two months end on Thursday 14 January 2027: from the 15th.
    served("2026-11-14", ("2026-12-14", "2026-12-14"), ("2027-01-15", "2027-01-15"));
    // 25 December, a holiday and a Friday: Monday 28. Two months: 25 January, from the 26th.
    served("2026-11-25", ("2026-12-25", "2026-12-28"), ("2027-01-26", "2027-01-26"));
    // 28 February 2027, a Sunday: 1 March. Two months: 31 March, from 1 April.
    served("2027-01-31", ("2027-02-28", "2027-03-01"), ("2027-04-01", "2027-04-01"));
}

#[test]
fn an_order_of_the_old_regime_waits_one_month() {
    // Made 20/08/2026, served 14/10/2026: one month ends on Saturday 14 November, moved to Monday 16; from the 17th.
    let facts = json!({
        "done": [{ "kind": "paymentOrderMade", "on": "2026-08-20" }, { "kind": "paymentOrderServed", "on": "2026-10-14" }],
    });
    check(facts.clone(), DeadlineId::PaymentOrderOpposition, "2026-11-14", "2026-11-16");
    check(facts, DeadlineId::PaymentOrderEnforcement, "2026-11-15", "2026-11-17");
}

#[test]
fn distance_lengthens_the_opposition() {
    // One month overseas: 14 November + 2 months = 14 January 2027.
    let mut facts = done("paymentOrderServed", "2026-11-14");
    facts["debtor"] = json!({ "place": "overseas" });
    check(facts.clone(), DeadlineId::PaymentOrderOpposition, "2027-01-14", "2027-01-14");
    // Its two months of waiting end on the same 14 January: from the 15th.
    check(facts, DeadlineId::PaymentOrderEnforcement, "2027-01-15", "2027-01-15");
    // Two months abroad: 14 February 2027, a Sunday, moved to Monday 15; enforcement waits for it.
    let mut facts = done("paymentOrderServed", "2026-11-14");
    facts["debtor"] = json!({ "place": "abroad" });
    check(facts.clone(), DeadlineId::PaymentOrderOpposition, "2027-02-14", "2027-02-15");
    check(facts, DeadlineId::PaymentOrderEnforcement, "2027-02-15", "2027-02-16");
}

#[track_caller]
fn published(on: &str, id: DeadlineId, unmoved: &str, last_day: &str) {
    let insolvency = json!({ "kind": "liquidation", "openedOn": "2026-10-09", "publishedOn": on });
    check(json!({ "debtor": { "insolvency": insolvency } }), id, unmoved, last_day);
}

#[test]
fn terms_of_insolvency_proceedings() {
    // Two months from publication.
    published("2026-10-15", DeadlineId::ClaimDeclaration, "2026-12-15", "2026-12-15");
    // C25: 10 January 2027 is a Sunday.
    published("2026-11-10", DeadlineId::ClaimDeclaration, "2027-01-10", "2027-01-11");
    // 31 December + 2 months: 28 February 2027, a Sunday.
    published("2026-12-31", DeadlineId::ClaimDeclaration, "2027-02-28", "2027-03-01");
    // Six months: 10 May 2027, a Monday.
    published("2026-11-10", DeadlineId::ForeclosureRelief, "2027-05-10", "2027-05-10");
    // Three months: 10 February 2027, a Wednesday.
    published("2026-11-10", DeadlineId::RetentionOfTitleClaim, "2027-02-10", "2027-02-10");
}

#[test]
fn a_creditor_from_elsewhere_has_longer_and_is_told_so() {
    let insolvency = json!({ "kind": "liquidation", "openedOn": "2026-10-09", "publishedOn": "2026-11-10" });
    let guidance = guide(json!({ "debtor": { "insolvency": insolvency } }));
    assert!(guidance.deadlines[0].message.contains("a 2\u{a0}mois de plus"), "{}", guidance.deadlines[0].message);
}

#[test]
fn the_report_of_non_contestation_adds_two_terms() {
    // Served 30/11/2026: the month ends on Wednesday 30 December; eight days later, Thursday 7 January 2027.
    check(done("nonContestationServed", "2026-11-30"), DeadlineId::NonContestationReport, "2027-01-07", "2027-01-07");
    let guidance = guide(done("nonContestationServed", "2026-11-30"));
    assert!(guidance.deadlines[0].message.contains("par prudence, le lendemain"));
    // Served 25/11/2026: the month ends on Christmas, a Friday, moved to Monday 28; eight days later, 5 January 2027.
    check(done("nonContestationServed", "2026-11-25"), DeadlineId::NonContestationReport, "2027-01-02", "2027-01-05");
}

#[test]
fn the_certificate_of_a_cheque() {
    // C29: presented 04/11/2026; thirty days end on 4 December, the certificate can be asked for after that day.
    check(done("chequePresented", "2026-11-04"), DeadlineId::ChequeCertificate, "2026-12-05", "2026-12-05");
    // Presented 25/11/2026: the thirtieth day is Christmas, a Friday, moved to Monday 28; from the 29th.
    check(done("chequePresented", "2026-11-25"), DeadlineId::ChequeCertificate, "2026-12-26", "2026-12-29");
    // Presented again: the first presentation counts.
    let again =
        json!({ "done": [{ "kind": "chequePresented", "on": "2026-11-16" }, { "kind": "chequePresented", "on": "2026-11-04" }] });
    check(again, DeadlineId::ChequeCertificate, "2026-12-05", "2026-12-05");
}

#[test]
fn the_complaint_to_a_public_body() {
    // Demanded 22/11/2026: two months later is 22 January 2027, a Friday.
    let mut facts = done("writtenDemand", "2026-11-22");
    facts["debtor"] = json!({ "kind": "publicBody" });
    check(facts, DeadlineId::PublicComplaint, "2027-01-22", "2027-01-22");
    // Nobody else has it.
    assert!(guide(done("writtenDemand", "2026-11-22")).deadlines.is_empty());
}

#[test]
fn an_act_that_is_only_planned_shows_its_terms() {
    let guidance = guide(json!({ "done": [{ "kind": "paymentOrderServed", "on": "2027-01-31" }] }));
    assert_eq!(guidance.deadlines.len(), 2);
    assert!(crate::has_note(&guidance, "futureEvent"));
}

#[test]
fn what_is_over_has_no_term() {
    let opposed = json!({
        "done": [{ "kind": "paymentOrderServed", "on": "2026-11-02" }, { "kind": "oppositionFormed", "on": "2026-11-20" }],
    });
    assert!(guide(opposed).deadlines.is_empty());
    let later = json!({
        "performedOn": "2026-11-01",
        "debtor": { "insolvency": { "kind": "reorganisation", "openedOn": "2026-10-09", "publishedOn": "2026-10-15" } },
    });
    assert!(guide(later).deadlines.is_empty(), "a claim born after the opening isn't declared");
    let insolvency = json!({ "kind": "unknown", "openedOn": "2026-10-09", "publishedOn": "2026-10-15" });
    let abroad = guide(json!({ "debtor": { "place": "eu", "insolvency": insolvency } }));
    assert!(abroad.deadlines.is_empty(), "proceedings abroad follow the law of their country");
    assert_eq!(abroad.plan[0].option, OptionId::ClaimDeclaration);
}
