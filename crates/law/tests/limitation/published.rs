//! Published decisions and pages, and the worked example of the first screen.

use dument_law::limitation::Effect;
use serde_json::{Value, json};

use crate::case::{check, codes, compute, effects, note};

#[test]
fn c1_completion_counts_not_the_invoice() {
    // Studies completed in October 2009, invoiced on 4 June 2010, claimed on 2 February 2015.
    // 31 October 2009 + 5 years = 31 October 2014: the claim of 2015 comes too late.
    let result = check(
        json!({ "asOf": "2015-03-01", "claim": "business", "performedOn": "2009-10-31",
                "events": [{ "kind": "courtClaim", "on": "2015-02-02" }] }),
        Some("2014-10-31"),
        None,
    );
    assert!(result.cautious.expired);
    assert_eq!(effects(&result), [Effect::TooLate]);
}

#[test]
fn c1_older_than_the_law_of_2008() {
    // March 2008: ten years then. The five years of 19 June 2008 run from that day: 19 June 2013, before 31 March 2018.
    let result =
        check(json!({ "asOf": "2015-02-02", "claim": "business", "performedOn": "2008-03-31" }), Some("2013-06-19"), None);
    assert!(result.cautious.expired);
    let note = note(&result, "beforeReform");
    for told in ["10\u{a0}ans", "5\u{a0}ans", "19\u{a0}juin 2008"] {
        assert!(note.contains(told), "{told}: {note}");
    }
}

#[test]
fn c3_due_fourteen_days_after_the_invoice() {
    // Invoice of 1 March 2016, due 15 March 2016; claimed five years and twelve days after the invoice,
    // 13 March 2021. From the due date, 15 March 2021 is the last day: in time.
    let result = check(
        json!({ "asOf": "2021-03-13", "claim": "business", "dueOn": "2016-03-15",
                "events": [{ "kind": "courtClaim", "on": "2021-03-13" }] }),
        None,
        None,
    );
    assert!(result.pending && !result.cautious.expired);
    assert_eq!(effects(&result), [Effect::Interrupts]);
}

#[test]
fn c5_a_registered_formal_notice_does_not_interrupt() {
    // Rent due on 1 February 2015, notice on 20 January 2020, claim on 10 March 2020: 1 February 2020 was the last day.
    let result = check(
        json!({ "asOf": "2020-06-01", "claim": "commercialRent", "dueOn": "2015-02-01", "events": [
            { "kind": "formalNotice", "on": "2020-01-20" }, { "kind": "courtClaim", "on": "2020-03-10" }] }),
        Some("2020-02-01"),
        None,
    );
    assert_eq!(effects(&result), [Effect::None, Effect::TooLate]);
    let notice = &result.timeline[1];
    assert_eq!(notice.message, "La mise en demeure n’interrompt pas la prescription, même envoyée en recommandé.");
    assert_eq!(notice.source, "cass-com-2022-05-18-20-23.204");
}

#[test]
fn c7_an_extinguished_opposition_undoes_the_service() {
    // Due on 10 January 2012; order served on 5 December 2016, in time; the opposition proceedings lapse on
    // 1 March 2017 for want of a lawyer; new claim on 1 June 2018. The last day stays 10 January 2017.
    let result = check(
        json!({ "asOf": "2018-07-01", "claim": "business", "dueOn": "2012-01-10", "events": [
            { "kind": "paymentOrderServed", "on": "2016-12-05", "until": "2017-03-01", "outcome": "lapsed" },
            { "kind": "courtClaim", "on": "2018-06-01" }] }),
        Some("2017-01-10"),
        None,
    );
    assert!(result.cautious.expired);
    assert_eq!(effects(&result), [Effect::Undone, Effect::TooLate]);
}

#[test]
fn c9_a_title_of_2002_runs_to_19_june_2018() {
    // Order served on 17 September 2002: thirty years then. Ten years from 19 June 2008: 19 June 2018, before 2032. The
    // debt of a consumer makes no difference. Attachment on 10 April 2018: in time, ten years more.
    let title =
        |events: Value| json!({ "asOf": "2018-07-01", "claim": "enforceableTitle", "dueOn": "2002-09-17", "events": events });
    let result = check(title(json!([])), Some("2018-06-19"), None);
    assert!(result.cautious.expired && codes(&result).contains(&"beforeReform"));
    let seized = check(title(json!([{ "kind": "enforcementAct", "on": "2018-04-10" }])), Some("2028-04-10"), None);
    assert_eq!(effects(&seized), [Effect::Interrupts]);

    // The same order told from the debt it judged.
    let judged = check(
        json!({ "asOf": "2018-04-10", "claim": "consumer", "dueOn": "2001-05-01", "events": [
            { "kind": "paymentOrderServed", "on": "2002-09-17", "outcome": "granted" }] }),
        Some("2018-06-19"),
        None,
    );
    assert!(codes(&judged).contains(&"enforceableTitle") && codes(&judged).contains(&"beforeReform"));
}

#[test]
fn c11_alive_on_its_last_day_a_sunday_dead_the_next() {
    let on_the_day = check(json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2021-11-22" }), Some("2026-11-22"), None);
    assert!(!on_the_day.cautious.expired);
    assert_eq!(on_the_day.cautious.days_left, Some(0));
    // Sunday 22 November 2026: the last working day is Friday 20.
    assert_eq!(on_the_day.act_before, Some("2026-11-20".parse().unwrap()));
    assert!(codes(&on_the_day).contains(&"lastDayNotWorking"));

    let next = compute(json!({ "asOf": "2026-11-23", "claim": "business", "dueOn": "2021-11-22" }));
    assert!(next.cautious.expired);
    assert_eq!(next.cautious.days_left, Some(0));
}

#[test]
fn c13_carriage_has_one_year() {
    let result =
        check(json!({ "asOf": "2026-11-22", "claim": "carriage", "performedOn": "2025-11-23" }), Some("2026-11-23"), None);
    assert_eq!(result.cautious.days_left, Some(1));
    assert!(codes(&result).contains(&"actSoon"));
    let soon = result.notes.iter().find(|note| note.code == "actSoon").unwrap();
    assert!(soon.message.contains("au plus tard ce jour"), "the last day still counts: {}", soon.message);
}

#[test]
fn c15_a_29_february_ends_on_the_28th() {
    check(json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2024-02-29" }), Some("2029-02-28"), None);
}

#[test]
fn c17_six_months_at_least_after_conciliation() {
    // 1 December 2024 + 2 years = 1 December 2026. First meeting on 1 November 2026: 30 days are left. Failure on
    // 15 December 2026: + 30 days = 14 January 2027, + 6 months = 15 June 2027, the later of the two.
    for as_of in ["2026-11-22", "2026-12-20"] {
        let result = check(
            json!({ "asOf": as_of, "claim": "consumer", "performedOn": "2024-12-01", "events": [
                { "kind": "mediation", "on": "2026-11-01", "until": "2026-12-15" }] }),
            Some("2027-06-15"),
            None,
        );
        assert_eq!(effects(&result), [Effect::Suspends, Effect::Resumes]);
        assert!(!result.pending);
    }
}

#[test]
fn c19_a_craftsman_has_two_years_against_a_consumer() {
    // Work completed on 1 October 2025: 1 October 2027, an agreed due date can be pleaded to 31 October.
    let facts = json!({ "asOf": "2026-11-22", "claim": "consumer", "performedOn": "2025-10-01", "dueOn": "2025-10-31",
                        "agreedYears": 5 });
    let result = check(facts, Some("2027-10-01"), Some("2027-10-31"));
    assert_eq!(result.timeline[0].source, "cconso-l218-2");
    // No contract changes that (C. conso. L218-1).
    assert!(note(&result, "agreedYearsIgnored").contains("consommateur"));
}

#[test]
fn c21_a_clear_e_mail_acknowledges_the_debt() {
    // Due on 16 May 2024, acknowledged by e-mail on 2 March 2026: + 5 years.
    let result = check(
        json!({ "asOf": "2026-11-22", "claim": "civil", "dueOn": "2024-05-16", "events": [
            { "kind": "acknowledgment", "on": "2026-03-02" }] }),
        Some("2031-03-02"),
        None,
    );
    assert_eq!(result.timeline[1].source, "cciv-2240");
}

#[test]
fn c25_the_declaration_of_a_claim_interrupts_until_the_proceedings_close() {
    // Due on 1 September 2026, declared on 20 December 2026: no last day before the proceedings close.
    let facts = |end: Value| json!({ "asOf": "2029-01-01", "claim": "business", "dueOn": "2026-09-01", "events": [end] });
    let open = check(facts(json!({ "kind": "claimDeclared", "on": "2026-12-20" })), None, None);
    assert!(open.pending);
    assert_eq!(open.timeline[1].source, "ccom-l622-25-1");
    check(facts(json!({ "kind": "claimDeclared", "on": "2026-12-20", "until": "2028-06-30" })), Some("2033-06-30"), None);
}

#[test]
fn c29_an_unpaid_cheque_has_six_months_after_eight_days() {
    // Issued on 2 November 2026: presentation until 10 November, six months: 10 May 2027. Presenting it changes nothing.
    let result = check(
        json!({ "asOf": "2026-11-22", "claim": "cheque", "issuedOn": "2026-11-02", "payableIn": "france", "events": [
            { "kind": "chequePresented", "on": "2026-11-04" }] }),
        Some("2027-05-10"),
        None,
    );
    assert_eq!(effects(&result), [Effect::None]);
    assert!(codes(&result).contains(&"underlyingClaim"));
}

#[test]
fn c33_a_trader_outside_his_business_is_a_consumer() {
    // A caterer's balance due on 10 June 2026 for a private event: two years.
    check(json!({ "asOf": "2026-11-22", "claim": "consumer", "performedOn": "2026-06-10" }), Some("2028-06-10"), None);
}

#[test]
fn c35_an_accepted_bill_has_three_years_and_the_invoice_keeps_its_own() {
    let result = check(json!({ "asOf": "2026-11-22", "claim": "acceptedBill", "dueOn": "2023-12-15" }), Some("2026-12-15"), None);
    assert!(codes(&result).contains(&"underlyingClaim"));
}

#[test]
fn c37_a_payment_plan_interrupts_and_its_term_can_be_pleaded() {
    // Plan signed on 15 September 2026: + 5 years = 15 September 2031. Its third term, 20 March 2027: 20 March 2032.
    let result = check(
        json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-05-16", "events": [
            { "kind": "paymentPlanSigned", "on": "2026-09-15", "until": "2027-03-20" }] }),
        Some("2031-09-15"),
        Some("2032-03-20"),
    );
    assert!(note(&result, "arguableDate").contains("échéancier"));
    // The same case told as that instalment's own due date, the work having been done before.
    check(
        json!({ "asOf": "2026-11-22", "claim": "business", "performedOn": "2026-05-16", "dueOn": "2027-03-20", "events": [
            { "kind": "paymentPlanSigned", "on": "2026-09-15" }] }),
        Some("2031-09-15"),
        Some("2032-03-20"),
    );
}

#[test]
fn the_invoice_of_the_first_screen() {
    let result = check(json!({ "asOf": "2026-06-30", "claim": "business", "dueOn": "2026-05-16" }), Some("2031-05-16"), None);
    // 16 May 2031 is a Friday.
    assert_eq!(result.act_before, Some("2031-05-16".parse().unwrap()));
    assert_eq!(result.long_stop, Some("2046-05-16".parse().unwrap()));
    // From 30 June 2026 to 30 June 2030 1461 days, to 16 May 2031 320 more.
    assert_eq!(result.cautious.days_left, Some(1781));
    assert_eq!(result.cautious.starts_on, "2026-05-16".parse().unwrap());
}
