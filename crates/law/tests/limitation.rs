//! Limitation as the JavaScript API asks for it: each kind of claim, each kind of event, published cases.

use dument_law::limitation::{Effect, Input, Limitation, limitation};
use dument_law::{Problems, Reference};
use serde_json::{Value, json};

fn read(input: Value) -> Result<Input, Problems> {
    deserr::deserialize::<Input, Value, Problems>(input)
}

#[track_caller]
fn compute(input: Value) -> Limitation {
    limitation(&read(input).unwrap(), Reference::published()).unwrap()
}

/// The cautious last day, and the arguable one.
#[track_caller]
fn check(input: Value, cautious: Option<&str>, arguable: Option<&str>) -> Limitation {
    let result = compute(input);
    let text = |day: Option<dument_law::Day>| day.map(|day| day.to_string());
    assert_eq!(text(result.cautious.last_day).as_deref(), cautious, "cautious\n{:#?}", result.timeline);
    assert_eq!(text(result.arguable.and_then(|term| term.last_day)).as_deref(), arguable, "arguable\n{:#?}", result.timeline);
    result
}

/// A claim between businesses, due on 16 May 2026, with these events, seen on 1 January 2035.
#[track_caller]
fn business(events: Value, cautious: Option<&str>) -> Limitation {
    check(json!({ "asOf": "2035-01-01", "claim": "business", "dueOn": "2026-05-16", "events": events }), cautious, None)
}

#[track_caller]
fn problems(input: Value) -> Vec<(String, String)> {
    let problems = read(input).and_then(|input| limitation(&input, Reference::published())).unwrap_err();
    let plain = |code: &dument_law::Code| serde_json::to_value(code).unwrap().as_str().unwrap().to_owned();
    problems.all().iter().map(|problem| (plain(&problem.code), problem.field.clone())).collect()
}

fn codes(result: &Limitation) -> Vec<&str> {
    result.notes.iter().map(|note| note.code.as_str()).collect()
}

/// What each event did, without the start.
fn effects(result: &Limitation) -> Vec<Effect> {
    let moments = result.timeline.iter();
    moments.filter(|moment| moment.kind != dument_law::limitation::MomentKind::Start).map(|moment| moment.effect).collect()
}

mod published_cases {
    use super::*;

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
        // March 2008 comes before 19 June 2008: computed as if the five years had always applied, and said.
        let result =
            check(json!({ "asOf": "2015-02-02", "claim": "business", "performedOn": "2008-03-31" }), Some("2013-03-31"), None);
        assert!(codes(&result).contains(&"beforeReform"));
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
    fn c11_alive_on_its_last_day_a_sunday_dead_the_next() {
        let on_the_day =
            check(json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2021-11-22" }), Some("2026-11-22"), None);
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
    fn c35_an_accepted_bill_has_three_years_and_the_invoice_keeps_its_own() {
        let result =
            check(json!({ "asOf": "2026-11-22", "claim": "acceptedBill", "dueOn": "2023-12-15" }), Some("2026-12-15"), None);
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
        assert!(codes(&result).contains(&"arguableDate"));
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
}

mod claims {
    use super::*;

    #[test]
    fn five_years_from_the_earlier_date_and_the_due_date_can_be_pleaded() {
        for claim in ["business", "civil"] {
            let input = |performed: &str, due: &str| json!({ "asOf": "2026-11-22", "claim": claim, "performedOn": performed, "dueOn": due });
            check(input("2026-04-01", "2026-05-16"), Some("2031-04-01"), Some("2031-05-16"));
            check(input("2026-05-16", "2026-04-01"), Some("2031-04-01"), None);
            check(input("2026-05-16", "2026-05-16"), Some("2031-05-16"), None);
        }
    }

    #[test]
    fn two_years_against_a_consumer() {
        check(
            json!({ "asOf": "2026-11-22", "claim": "consumer", "performedOn": "2026-04-01", "dueOn": "2026-05-16" }),
            Some("2028-04-01"),
            Some("2028-05-16"),
        );
    }

    #[test]
    fn four_whole_years_against_a_public_body() {
        // Performed in 2026: from 1 January 2027, that day included, four years, to 31 December 2030.
        let result = check(
            json!({ "asOf": "2026-11-22", "claim": "public", "performedOn": "2026-04-01", "dueOn": "2027-05-16" }),
            Some("2030-12-31"),
            None,
        );
        assert_eq!(result.cautious.starts_on, "2027-01-01".parse().unwrap());
        assert_eq!(result.long_stop, None);
        check(json!({ "asOf": "2026-11-22", "claim": "public", "dueOn": "2025-12-31" }), Some("2029-12-31"), None);
        check(json!({ "asOf": "2026-11-22", "claim": "public", "dueOn": "2026-01-01" }), Some("2030-12-31"), None);
    }

    #[test]
    fn periods_counted_from_one_date() {
        for (claim, field, last_day) in [
            ("carriage", "performedOn", "2027-05-16"),
            ("removal", "performedOn", "2027-05-16"),
            ("telecom", "dueOn", "2027-05-16"),
            ("residentialRent", "dueOn", "2029-05-16"),
            ("commercialRent", "dueOn", "2031-05-16"),
            ("insurancePremium", "dueOn", "2028-05-16"),
            ("acceptedBill", "dueOn", "2029-05-16"),
            ("endorsedBill", "dueOn", "2027-05-16"),
            ("enforceableTitle", "dueOn", "2036-05-16"),
            // Three months after 16 May 2026 is 16 August 2026.
            ("carriageInternational", "concludedOn", "2027-08-16"),
        ] {
            let mut input = json!({ "asOf": "2026-11-22", "claim": claim });
            input[field] = json!("2026-05-16");
            check(input, Some(last_day), None);
        }
    }

    #[test]
    fn a_cheque_has_six_months_after_its_presentation() {
        // Issued on 1 March 2026: presentation ends on 9 March, 21 March or 10 May (70 days: 30 in March, 30 in April, 10).
        for (payable_in, last_day) in [("france", "2026-09-09"), ("europe", "2026-09-21"), ("elsewhere", "2026-11-10")] {
            let input = json!({ "asOf": "2026-03-05", "claim": "cheque", "issuedOn": "2026-03-01", "payableIn": payable_in });
            let result = check(input, Some(last_day), None);
            assert!(!codes(&result).contains(&"payableInAssumed"));
        }
        let silent =
            check(json!({ "asOf": "2026-03-05", "claim": "cheque", "issuedOn": "2026-03-01" }), Some("2026-09-09"), None);
        assert!(codes(&silent).contains(&"payableInAssumed"));
    }

    #[test]
    fn an_unknown_claim_takes_the_shortest_and_tells_the_others() {
        let result = check(
            json!({ "asOf": "2026-11-22", "claim": "unknown", "performedOn": "2026-04-01", "dueOn": "2026-05-16" }),
            Some("2027-04-01"),
            None,
        );
        let note = result.notes.iter().find(|note| note.code == "claimUnknown").unwrap();
        for told in
            ["1er\u{a0}avril 2027", "16\u{a0}mai 2027", "1er\u{a0}avril 2028", "31\u{a0}décembre 2030", "1er\u{a0}avril 2031"]
        {
            assert!(note.message.contains(told), "{told}: {}", note.message);
        }
        check(json!({ "asOf": "2026-11-22", "claim": "unknown", "dueOn": "2026-05-16" }), Some("2027-05-16"), None);
    }

    #[test]
    fn an_agreed_period_replaces_that_of_businesses_alone() {
        let input = |claim: &str| json!({ "asOf": "2026-11-22", "claim": claim, "dueOn": "2026-05-16", "agreedYears": 2 });
        assert!(codes(&check(input("business"), Some("2028-05-16"), None)).contains(&"agreedPeriod"));
        assert!(codes(&check(input("civil"), Some("2031-05-16"), None)).contains(&"agreedYearsIgnored"));
        assert!(codes(&check(input("consumer"), Some("2028-05-16"), None)).contains(&"agreedYearsIgnored"));
        // An interruption gives a period of the same length (C. civ. 2231).
        let mut interrupted = input("business");
        interrupted["events"] = json!([{ "kind": "acknowledgment", "on": "2026-10-01" }]);
        check(interrupted, Some("2028-10-01"), None);
    }

    #[test]
    fn completion_may_be_earlier_than_the_only_date_known() {
        for claim in ["business", "civil", "consumer", "public", "unknown"] {
            let mut input = json!({ "asOf": "2026-11-22", "claim": claim, "dueOn": "2026-05-16" });
            assert!(codes(&compute(input.clone())).contains(&"completionUnknown"), "{claim}");
            input["performedOn"] = json!("2026-05-16");
            assert!(!codes(&compute(input)).contains(&"completionUnknown"), "{claim}");
        }
        let telecom = compute(json!({ "asOf": "2026-11-22", "claim": "telecom", "dueOn": "2026-05-16" }));
        assert!(!codes(&telecom).contains(&"completionUnknown"));
    }

    #[test]
    fn unused_fields_are_told() {
        let result =
            compute(json!({ "asOf": "2026-11-22", "claim": "carriage", "performedOn": "2026-05-16", "dueOn": "2026-06-16",
            "concludedOn": "2026-01-01", "issuedOn": "2026-01-01", "payableIn": "france", "agreedYears": 99 }));
        for code in ["dueOnIgnored", "concludedOnIgnored", "issuedOnIgnored", "payableInIgnored", "agreedYearsIgnored"] {
            assert!(codes(&result).contains(&code), "{code}");
        }
        let rent = compute(
            json!({ "asOf": "2026-11-22", "claim": "commercialRent", "dueOn": "2026-05-16", "performedOn": "2026-05-01" }),
        );
        assert!(codes(&rent).contains(&"performedOnIgnored"));
    }

    #[test]
    fn the_last_working_day_depends_on_the_place() {
        // Last day Monday 29 March 2027, Easter Monday: Friday 26 March; in Alsace-Moselle Good Friday is off, Thursday 25.
        for (place, act_before) in [("france", "2027-03-26"), ("alsaceMoselle", "2027-03-25"), ("overseas", "2027-03-26")] {
            let result =
                compute(json!({ "asOf": "2026-11-22", "place": place, "claim": "carriage", "performedOn": "2026-03-29" }));
            assert_eq!(result.act_before, Some(act_before.parse().unwrap()), "{place}");
        }
    }
}

mod interruptions {
    use super::*;

    #[test]
    fn at_once() {
        for kind in
            ["acknowledgment", "partPayment", "paymentPlanSigned", "enforcementAct", "paymentOrderServed", "protectiveMeasure"]
        {
            // 1 March 2030 + 5 years.
            let result = business(json!([{ "kind": kind, "on": "2030-03-01" }]), Some("2035-03-01"));
            assert_eq!(effects(&result), [Effect::Interrupts], "{kind}");
            assert_eq!(result.timeline[1].last_day, result.cautious.last_day, "{kind}");
            assert_eq!(result.cautious.starts_on, "2030-03-01".parse().unwrap(), "{kind}");
            assert!(!result.pending);
        }
    }

    #[test]
    fn while_proceedings_last() {
        for kind in ["courtClaim", "claimDeclared"] {
            let result = business(json!([{ "kind": kind, "on": "2030-03-01" }]), None);
            assert!(result.pending && !result.cautious.expired && result.act_before.is_none(), "{kind}");
            assert_eq!(result.cautious.days_left, None);
            // Undone, the claim would have lapsed on 16 May 2031.
            let note = result.notes.iter().find(|note| note.code == "pending").unwrap();
            assert!(note.message.contains("16\u{a0}mai 2031"), "{}", note.message);
        }
    }

    #[test]
    fn ended_proceedings_give_a_new_period_from_their_end() {
        for kind in ["courtClaim", "claimDeclared", "paymentOrderServed", "protectiveMeasure"] {
            for outcome in [json!(null), json!("settled")] {
                let mut event = json!({ "kind": kind, "on": "2030-03-01", "until": "2031-07-01" });
                if !outcome.is_null() {
                    event["outcome"] = outcome;
                }
                // The end comes after 16 May 2031, which no longer matters: 1 July 2031 + 5 years.
                let result = business(json!([event]), Some("2036-07-01"));
                assert_eq!(effects(&result), [Effect::Interrupts, Effect::Starts], "{kind}");
            }
        }
    }

    #[test]
    fn granted_proceedings_give_a_title() {
        for kind in ["courtClaim", "claimDeclared", "paymentOrderServed", "protectiveMeasure"] {
            let granted = json!([{ "kind": kind, "on": "2030-03-01", "until": "2031-07-01", "outcome": "granted" }]);
            let result = business(granted, Some("2041-07-01"));
            assert!(codes(&result).contains(&"enforceableTitle"), "{kind}");
            assert_eq!(result.long_stop, None, "{kind}");
        }
        // An act of enforcement gives ten years again: 5 January 2034 + 10.
        business(
            json!([{ "kind": "courtClaim", "on": "2030-03-01", "until": "2031-07-01", "outcome": "granted" },
                   { "kind": "enforcementAct", "on": "2034-01-05" }]),
            Some("2044-01-05"),
        );
    }

    #[test]
    fn proceedings_that_come_to_nothing_never_were() {
        for kind in ["courtClaim", "claimDeclared", "paymentOrderServed", "protectiveMeasure"] {
            for outcome in ["withdrawn", "lapsed", "dismissed"] {
                let ended = json!([{ "kind": kind, "on": "2030-03-01", "until": "2031-07-01", "outcome": outcome }]);
                assert_eq!(effects(&business(ended, Some("2031-05-16"))), [Effect::Undone], "{kind} {outcome}");
                let undated = json!([{ "kind": kind, "on": "2030-03-01", "outcome": outcome }]);
                assert_eq!(effects(&business(undated, Some("2031-05-16"))), [Effect::Undone], "{kind} {outcome}");
            }
        }
    }

    #[test]
    fn what_came_during_undone_proceedings_counts_again() {
        // The acknowledgment of 1 June 2030 interrupts by itself: + 5 years.
        business(
            json!([{ "kind": "courtClaim", "on": "2030-03-01", "until": "2032-07-01", "outcome": "dismissed" },
                   { "kind": "acknowledgment", "on": "2030-06-01" }]),
            Some("2035-06-01"),
        );
        // That of 1 June 2031 comes after 16 May 2031: too late to interrupt, a waiver at most.
        let late = compute(json!({ "asOf": "2035-01-01", "claim": "business", "dueOn": "2026-05-16", "events": [
            { "kind": "courtClaim", "on": "2030-03-01", "until": "2032-07-01", "outcome": "dismissed" },
            { "kind": "acknowledgment", "on": "2031-06-01" }] }));
        assert_eq!(effects(&late), [Effect::Undone, Effect::Waived]);
    }

    #[test]
    fn several_proceedings_last_until_the_last_ends() {
        business(
            json!([{ "kind": "courtClaim", "on": "2030-03-01", "until": "2031-07-01" },
                   { "kind": "claimDeclared", "on": "2031-01-01", "until": "2033-01-01" }]),
            Some("2038-01-01"),
        );
    }

    #[test]
    fn the_last_of_several_in_any_order() {
        business(
            json!([{ "kind": "partPayment", "on": "2031-02-01" }, { "kind": "acknowledgment", "on": "2028-01-01" }]),
            Some("2036-02-01"),
        );
    }

    #[test]
    fn on_the_last_day_still_and_the_day_after_no_more() {
        business(json!([{ "kind": "enforcementAct", "on": "2031-05-16" }]), Some("2036-05-16"));
        let late = business(json!([{ "kind": "enforcementAct", "on": "2031-05-17" }]), Some("2031-05-16"));
        assert_eq!(effects(&late), [Effect::TooLate]);
        assert!(late.cautious.expired);
    }

    #[test]
    fn an_acknowledgment_after_the_end_is_a_waiver() {
        for kind in ["acknowledgment", "paymentPlanSigned"] {
            let result = check(
                json!({ "asOf": "2035-01-01", "claim": "business", "dueOn": "2026-05-16",
                        "events": [{ "kind": kind, "on": "2032-02-01" }] }),
                Some("2031-05-16"),
                Some("2037-02-01"),
            );
            assert_eq!(effects(&result), [Effect::Waived]);
            assert!(result.cautious.expired && !result.arguable.unwrap().expired);
            assert_eq!(result.arguable.unwrap().starts_on, "2032-02-01".parse().unwrap());
            assert_eq!(result.timeline[1].source, "cciv-2251");
        }
        let paid = business(json!([{ "kind": "partPayment", "on": "2032-02-01" }]), Some("2031-05-16"));
        assert_eq!(effects(&paid), [Effect::TooLate]);
    }

    #[test]
    fn an_event_between_the_two_last_days_keeps_the_arguable_date_alive() {
        // Completed on 1 April, due on 16 May 2026; order served on 1 May 2031: after the cautious date, before the other.
        let result = check(
            json!({ "asOf": "2031-05-02", "claim": "business", "performedOn": "2026-04-01", "dueOn": "2026-05-16",
                    "events": [{ "kind": "paymentOrderServed", "on": "2031-05-01" }] }),
            Some("2031-04-01"),
            Some("2036-05-01"),
        );
        assert_eq!(effects(&result), [Effect::TooLate]);
        assert!(result.cautious.expired && !result.pending);
    }

    #[test]
    fn both_readings_meet_after_an_interruption() {
        check(
            json!({ "asOf": "2035-01-01", "claim": "business", "performedOn": "2026-04-01", "dueOn": "2026-05-16",
                    "events": [{ "kind": "acknowledgment", "on": "2030-05-01" }] }),
            Some("2035-05-01"),
            None,
        );
    }
}

mod suspensions {
    use super::*;

    const KINDS: [&str; 4] = ["mediation", "participatoryProcedure", "smallClaimsAccepted", "courtExpert"];

    #[test]
    fn the_rest_runs_on() {
        for kind in KINDS {
            // From 1 March to 1 June 2028: 92 days. 16 May 2031 + 92 days: 15 in May, 30 in June, 31 in July, 16 August.
            let result = business(json!([{ "kind": kind, "on": "2028-03-01", "until": "2028-06-01" }]), Some("2031-08-16"));
            assert_eq!(effects(&result), [Effect::Suspends, Effect::Resumes], "{kind}");
        }
    }

    #[test]
    fn pending_without_an_end() {
        for kind in KINDS {
            let result = business(json!([{ "kind": kind, "on": "2028-03-01" }]), None);
            assert!(result.pending, "{kind}");
            assert_eq!(effects(&result), [Effect::Suspends], "{kind}");
        }
    }

    #[test]
    fn overlapping_suspensions_count_once() {
        // Together from 1 March to 1 July 2028: 122 days. 16 May 2031 + 122: 15, 30, 31, 31, then 15 September.
        for events in [
            json!([{ "kind": "mediation", "on": "2028-03-01", "until": "2028-06-01" },
                   { "kind": "courtExpert", "on": "2028-05-01", "until": "2028-07-01" }]),
            json!([{ "kind": "courtExpert", "on": "2028-03-01", "until": "2028-07-01" },
                   { "kind": "mediation", "on": "2028-04-01", "until": "2028-05-01" }]),
        ] {
            business(events, Some("2031-09-15"));
        }
    }

    #[test]
    fn an_acknowledgment_during_a_suspension_waits_for_its_end() {
        // New period on 1 April 2028, standing still until 1 June 2028: 61 days. 1 April 2033 + 61 days = 1 June 2033.
        business(
            json!([{ "kind": "mediation", "on": "2028-03-01", "until": "2028-06-01" },
                   { "kind": "acknowledgment", "on": "2028-04-01" }]),
            Some("2033-06-01"),
        );
    }

    #[test]
    fn a_claim_after_a_suspension_interrupts() {
        business(
            json!([{ "kind": "mediation", "on": "2028-03-01", "until": "2028-06-01" },
                   { "kind": "paymentOrderServed", "on": "2031-08-16" }]),
            Some("2036-08-16"),
        );
    }

    #[test]
    fn a_suspension_within_proceedings_changes_nothing() {
        business(
            json!([{ "kind": "courtClaim", "on": "2028-01-01", "until": "2030-01-01" },
                   { "kind": "mediation", "on": "2028-06-01", "until": "2028-12-01" }]),
            Some("2035-01-01"),
        );
        // One that outlasts them holds the new period still, here for 31 days.
        business(
            json!([{ "kind": "courtClaim", "on": "2028-01-01", "until": "2030-01-01" },
                   { "kind": "mediation", "on": "2028-06-01", "until": "2030-02-01" }]),
            Some("2035-02-01"),
        );
    }

    #[test]
    fn too_late_to_suspend() {
        let late = business(json!([{ "kind": "mediation", "on": "2031-05-17", "until": "2031-08-01" }]), Some("2031-05-16"));
        assert_eq!(effects(&late), [Effect::TooLate]);
    }
}

mod without_effect {
    use super::*;

    #[test]
    fn letters_and_steps_of_the_creditor() {
        for kind in [
            "reminder",
            "formalNotice",
            "summonsToPay",
            "paymentOrderRequested",
            "invoiceReissued",
            "collectionAgency",
            "writtenDemand",
            "registeredNotice",
            "paymentOrderMade",
            "oppositionFormed",
            "nonContestationServed",
            "chequePresented",
            "titleObtained",
        ] {
            let result = business(json!([{ "kind": kind, "on": "2030-03-01" }]), Some("2031-05-16"));
            assert_eq!(effects(&result), [Effect::None], "{kind}");
            assert!(!result.timeline[1].message.is_empty());
        }
    }

    #[test]
    fn what_is_still_to_come() {
        for kind in ["acknowledgment", "courtClaim", "mediation"] {
            let input = json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-05-16",
                                "events": [{ "kind": kind, "on": "2026-11-23" }] });
            let result = check(input, Some("2031-05-16"), None);
            assert_eq!(effects(&result), [Effect::None], "{kind}");
            assert!(!result.pending);
        }
    }

    #[test]
    fn what_came_before_the_start() {
        for kind in ["partPayment", "courtClaim", "mediation"] {
            let result = business(json!([{ "kind": kind, "on": "2026-05-15" }]), Some("2031-05-16"));
            assert_eq!(result.timeline[0].effect, Effect::None, "{kind}");
            assert!(!result.pending);
        }
    }

    #[test]
    fn an_end_or_an_outcome_given_in_vain_is_told() {
        let result = business(
            json!([{ "kind": "acknowledgment", "on": "2030-03-01", "until": "2030-04-01", "outcome": "granted" }]),
            Some("2035-03-01"),
        );
        assert!(codes(&result).contains(&"untilIgnored") && codes(&result).contains(&"outcomeIgnored"));
    }
}

mod special_regimes {
    use super::*;

    #[track_caller]
    fn public(events: Value, cautious: Option<&str>) -> Limitation {
        check(json!({ "asOf": "2035-01-01", "claim": "public", "performedOn": "2026-04-01", "events": events }), cautious, None)
    }

    #[test]
    fn any_written_demand_interrupts_against_a_public_body() {
        for kind in ["writtenDemand", "reminder", "formalNotice", "acknowledgment", "partPayment"] {
            // Year 2029: to 31 December 2033.
            let result = public(json!([{ "kind": kind, "on": "2029-02-10" }]), Some("2033-12-31"));
            assert_eq!(effects(&result), [Effect::Interrupts], "{kind}");
            assert_eq!(result.timeline[1].source, "loi-68-1250-2", "{kind}");
            assert_eq!(result.cautious.starts_on, "2030-01-01".parse().unwrap());
        }
        assert_eq!(effects(&public(json!([{ "kind": "summonsToPay", "on": "2029-02-10" }]), Some("2030-12-31"))), [Effect::None]);
    }

    #[test]
    fn a_lawsuit_against_a_public_body_counts_from_the_year_of_the_decision() {
        let lawsuit =
            |outcome: &str| json!([{ "kind": "courtClaim", "on": "2029-02-10", "until": "2031-06-30", "outcome": outcome }]);
        public(lawsuit("settled"), Some("2035-12-31"));
        public(lawsuit("granted"), Some("2035-12-31"));
        public(lawsuit("dismissed"), Some("2030-12-31"));
        assert!(public(json!([{ "kind": "courtClaim", "on": "2029-02-10" }]), None).pending);
    }

    #[test]
    fn a_demand_within_the_year_of_the_work_leaves_the_date() {
        let result = public(json!([{ "kind": "reminder", "on": "2026-06-01" }]), Some("2030-12-31"));
        assert_eq!(effects(&result), [Effect::Interrupts]);
    }

    #[test]
    fn a_demand_after_four_years_comes_too_late() {
        assert_eq!(
            effects(&public(json!([{ "kind": "writtenDemand", "on": "2031-01-01" }]), Some("2030-12-31"))),
            [Effect::TooLate]
        );
    }

    #[test]
    fn a_registered_letter_interrupts_for_a_premium() {
        let premium = |kind: &str| {
            json!({ "asOf": "2027-11-22", "claim": "insurancePremium", "dueOn": "2026-05-16",
                    "events": [{ "kind": kind, "on": "2027-03-01" }] })
        };
        check(premium("registeredNotice"), Some("2029-03-01"), None);
        check(premium("formalNotice"), Some("2028-05-16"), None);
    }

    #[test]
    fn the_long_stop_bounds_acknowledgments() {
        // Due on 1 July 2009, acknowledged in 2014, 2019 and 2024: 1 June 2029 + 5 would be 2034, cut at 1 July 2029.
        let acknowledged = json!({ "asOf": "2026-11-22", "claim": "business", "performedOn": "2009-07-01", "events": [
            { "kind": "acknowledgment", "on": "2014-06-30" }, { "kind": "acknowledgment", "on": "2019-06-30" },
            { "kind": "acknowledgment", "on": "2024-06-30" }, { "kind": "acknowledgment", "on": "2026-06-01" }] });
        let result = check(acknowledged.clone(), Some("2029-07-01"), None);
        assert!(codes(&result).contains(&"longStopReached"));
        assert_eq!(result.long_stop, Some("2029-07-01".parse().unwrap()));

        // A court claim is excepted (C. civ. 2232, second paragraph): 1 October 2026 + 5 years.
        let mut claimed = acknowledged;
        claimed["events"][3] = json!({ "kind": "paymentOrderServed", "on": "2026-10-01" });
        let result = check(claimed, Some("2031-10-01"), None);
        assert_eq!(result.long_stop, None);
    }

    #[test]
    fn a_title_knows_no_long_stop() {
        let result = compute(json!({ "asOf": "2026-11-22", "claim": "enforceableTitle", "dueOn": "2020-01-10" }));
        assert_eq!(result.long_stop, None);
        assert!(codes(&result).contains(&"titleKind"));
    }
}

mod bad_input {
    use super::*;

    fn missing(field: &str) -> (String, String) {
        ("missingField".to_owned(), field.to_owned())
    }

    #[test]
    fn each_claim_names_the_date_it_needs() {
        for (claim, field) in [
            ("business", "dueOn"),
            ("civil", "dueOn"),
            ("consumer", "dueOn"),
            ("public", "dueOn"),
            ("carriage", "performedOn"),
            ("removal", "performedOn"),
            ("carriageInternational", "concludedOn"),
            ("telecom", "dueOn"),
            ("residentialRent", "dueOn"),
            ("commercialRent", "dueOn"),
            ("insurancePremium", "dueOn"),
            ("acceptedBill", "dueOn"),
            ("endorsedBill", "dueOn"),
            ("cheque", "issuedOn"),
            ("enforceableTitle", "dueOn"),
            ("unknown", "dueOn"),
        ] {
            assert_eq!(problems(json!({ "asOf": "2026-11-22", "claim": claim })), [missing(field)], "{claim}");
        }
    }

    #[test]
    fn every_fault_at_once() {
        let found = problems(json!({ "asOf": "2026-11-22", "claim": "business", "agreedYears": 11, "events": [
            { "kind": "mediation", "on": "2026-05-16", "until": "2026-05-15" },
            { "kind": "reminder", "on": "2026-05-16" },
            { "kind": "courtClaim", "on": "2026-05-16", "outcome": "granted" }] }));
        let expected = [
            missing("dueOn"),
            ("outOfRange".to_owned(), "agreedYears".to_owned()),
            ("endBeforeStart".to_owned(), "events[0].until".to_owned()),
            missing("events[2].until"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn agreed_years_from_one_to_ten() {
        let agreed =
            |years: i32| json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-05-16", "agreedYears": years });
        for years in [0, 11] {
            assert_eq!(problems(agreed(years)), [("outOfRange".to_owned(), "agreedYears".to_owned())], "{years}");
        }
        check(agreed(1), Some("2027-05-16"), None);
        check(agreed(10), Some("2036-05-16"), None);
    }

    #[test]
    fn unknown_fields_and_values_are_refused_by_name() {
        assert_eq!(
            problems(json!({ "asOf": "2026-11-22", "claim": "business", "dueDate": "2026-05-16" })),
            [("unknownField".to_owned(), "dueDate".to_owned())]
        );
        assert_eq!(problems(json!({ "asOf": "2026-11-22", "claim": "debt", "place": "eu", "dueOn": "2026-02-30" })).len(), 3);
    }
}

#[test]
fn results_read_as_the_contract_says() {
    let result = compute(json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-05-16", "events": [
        { "kind": "reminder", "on": "2026-06-20" }] }));
    let plain = serde_json::to_value(&result).unwrap();
    assert_eq!(
        plain["cautious"],
        json!({ "startsOn": "2026-05-16", "lastDay": "2031-05-16", "expired": false, "daysLeft": 1636 })
    );
    assert_eq!(plain["timeline"][0]["kind"], json!("start"));
    assert_eq!(plain["timeline"][1]["kind"], json!("reminder"));
    assert_eq!(plain["timeline"][1]["effect"], json!("none"));
    assert!(plain.get("arguable").is_none());
    assert_eq!(serde_json::from_value::<Limitation>(plain).unwrap(), result);
}

#[test]
fn every_source_cited_is_given() {
    for claim in
        ["business", "consumer", "public", "telecom", "insurancePremium", "residentialRent", "enforceableTitle", "unknown"]
    {
        let result = compute(json!({ "asOf": "2028-11-22", "claim": claim, "dueOn": "2026-05-16", "events": [
            { "kind": "reminder", "on": "2026-06-20" }, { "kind": "mediation", "on": "2026-07-20", "until": "2026-08-20" },
            { "kind": "courtClaim", "on": "2026-09-20", "until": "2026-10-20", "outcome": "granted" },
            { "kind": "registeredNotice", "on": "2026-10-21" }] }));
        for moment in &result.timeline {
            assert!(result.sources.iter().any(|source| source.id == moment.source), "{claim}: {}", moment.source);
        }
    }
}
