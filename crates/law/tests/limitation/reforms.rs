//! Claims older than the law that sets their period (C. civ. 2222).

use dument_law::limitation::Effect;
use serde_json::json;

use crate::case::{check, codes, compute, effects, note};

#[test]
fn a_shorter_period_counts_from_the_reform_within_the_old_one() {
    for (claim, opened_on, last_day) in [
        // Ten years, then five from 19 June 2008.
        ("business", "2000-09-21", "2010-09-21"), // the old period ends first
        ("business", "2003-06-19", "2013-06-19"), // both on one day
        ("business", "2008-06-18", "2013-06-19"), // the new one ends first
        ("business", "2008-06-19", "2013-06-19"), // the new one alone
        // Thirty years, then five.
        ("civil", "1978-06-18", "2008-06-18"), // over on the eve of the reform
        ("civil", "1978-06-19", "2008-06-19"),
        ("civil", "1999-01-01", "2013-06-19"),
        // Thirty years, then ten.
        ("enforceableTitle", "1980-02-29", "2010-02-28"),
        ("enforceableTitle", "2002-09-17", "2018-06-19"),
        ("enforceableTitle", "2008-06-19", "2018-06-19"),
        // Five years, then three from 27 March 2014.
        ("residentialRent", "2010-01-01", "2015-01-01"),
        ("residentialRent", "2013-01-01", "2017-03-27"),
        ("residentialRent", "2014-03-27", "2017-03-27"),
        // Two years before and after.
        ("consumer", "2007-01-01", "2009-01-01"),
        ("commercialRent", "2007-01-01", "2012-01-01"),
    ] {
        check(json!({ "asOf": "2026-11-22", "claim": claim, "dueOn": opened_on }), Some(last_day), None);
    }
}

#[test]
fn what_an_older_claim_meets_is_told() {
    let told = |claim: &str, due_on: &str| {
        let result = compute(json!({ "asOf": "2026-11-22", "claim": claim, "dueOn": due_on }));
        codes(&result).contains(&"beforeReform")
    };
    for (claim, due_on) in [
        ("business", "2008-06-18"),
        ("business", "1999-01-01"), // older than any text known here
        ("civil", "2008-06-18"),
        ("consumer", "2008-06-18"),
        ("residentialRent", "2014-03-26"),
        ("enforceableTitle", "2008-06-18"),
        ("telecom", "2004-07-09"),
        ("public", "1968-12-31"),
    ] {
        assert!(told(claim, due_on), "{claim} {due_on}");
    }
    for (claim, due_on) in [("business", "2008-06-19"), ("consumer", "2008-06-19"), ("residentialRent", "2014-03-27")] {
        assert!(!told(claim, due_on), "{claim} {due_on}");
    }
}

#[test]
fn an_interruption_gives_the_period_of_its_own_day() {
    // Acknowledged on 1 January 2007: ten years, cut to 19 June 2013; on 1 January 2010: five years.
    for (on, last_day) in [("2007-01-01", "2013-06-19"), ("2010-01-01", "2015-01-01")] {
        check(
            json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2005-01-01", "events": [
                { "kind": "acknowledgment", "on": on }] }),
            Some(last_day),
            None,
        );
    }
    // A claim of 2000 was over on 1 January 2010, whatever the reform.
    let late = compute(json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2000-10-01", "events": [
        { "kind": "acknowledgment", "on": "2010-10-02" }] }));
    assert_eq!(effects(&late), [Effect::Waived]);
}

#[test]
fn a_suspension_before_a_reform_lengthens_the_old_period_alone() {
    let rent = |from: &str, until: &str| {
        json!({ "asOf": "2026-11-22", "claim": "residentialRent", "dueOn": "2013-01-01", "events": [
            { "kind": "mediation", "on": from, "until": until }] })
    };
    // Old period to 1 January 2018, then some days more; the three years from 27 March 2014 end first all the same.
    check(rent("2013-06-01", "2013-09-01"), Some("2017-03-27"), None);
    // From the reform to 1 May 2014: 35 days. 27 March 2017 + 35 days = 1 May 2017.
    check(rent("2014-03-01", "2014-05-01"), Some("2017-05-01"), None);
}

#[test]
fn mediation_suspends_since_19_june_2008_alone() {
    let result = check(
        json!({ "asOf": "2026-11-22", "claim": "consumer", "dueOn": "2007-01-01", "events": [
            { "kind": "mediation", "on": "2008-06-18", "until": "2008-09-18" }] }),
        Some("2009-01-01"),
        None,
    );
    assert_eq!(effects(&result), [Effect::None]);
}

#[test]
fn a_plan_and_its_reform_are_told_apart_from_what_was_agreed() {
    let agreed = compute(json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2007-01-01", "agreedYears": 3 }));
    assert_eq!(agreed.cautious.last_day, Some("2010-01-01".parse().unwrap()));
    assert!(note(&agreed, "beforeReform").contains("plus ancienne"));
}
