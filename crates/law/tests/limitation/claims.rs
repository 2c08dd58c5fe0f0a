//! Each kind of claim: its period, its start, the facts it uses.

use serde_json::json;

use crate::case::{check, codes, compute, note};

#[test]
fn five_years_from_the_earlier_date_and_the_due_date_can_be_pleaded() {
    for claim in ["business", "civil"] {
        let input =
            |performed: &str, due: &str| json!({ "asOf": "2026-11-22", "claim": claim, "performedOn": performed, "dueOn": due });
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
    let silent = check(json!({ "asOf": "2026-03-05", "claim": "cheque", "issuedOn": "2026-03-01" }), Some("2026-09-09"), None);
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
    for told in ["1er\u{a0}avril 2027", "16\u{a0}mai 2027", "1er\u{a0}avril 2028", "31\u{a0}décembre 2030", "1er\u{a0}avril 2031"]
    {
        assert!(note.message.contains(told), "{told}: {}", note.message);
    }
    check(json!({ "asOf": "2026-11-22", "claim": "unknown", "dueOn": "2026-05-16" }), Some("2027-05-16"), None);
}

#[test]
fn an_unknown_claim_tells_which_kinds_lack_a_date() {
    let facts = json!({ "asOf": "2026-11-22", "claim": "unknown", "dueOn": "2026-05-16", "issuedOn": "2026-06-01" });
    let result = compute(facts.clone());
    let told = note(&result, "claimUnknown");
    // The cheque of 1 June: eight days, then six months, is the earliest of all.
    assert!(told.contains("serait\u{a0}: 9\u{a0}décembre 2026 (chèque)\u{202f};"), "{told}");
    let lacking = told.split("rien n’est calculé pour").nth(1).unwrap();
    assert!(lacking.contains("transport international") && !lacking.contains("chèque"), "{told}");
    // Proceedings under way hold every kind still.
    let mut sued = facts;
    sued["events"] = json!([{ "kind": "courtClaim", "on": "2026-10-01" }]);
    assert!(note(&compute(sued), "claimUnknown").contains("procédure en cours"));
}

#[test]
fn why_an_agreed_period_is_left_out() {
    let told = |claim: &str| {
        let facts = json!({ "asOf": "2026-11-22", "claim": claim, "dueOn": "2026-05-16", "agreedYears": 99 });
        note(&compute(facts), "agreedYearsIgnored").to_owned()
    };
    assert!(told("consumer").contains("consommateur"));
    for claim in ["residentialRent", "commercialRent"] {
        assert!(told(claim).contains("loyer"), "{claim}");
    }
    for claim in ["civil", "public", "telecom", "acceptedBill", "enforceableTitle", "unknown"] {
        assert!(told(claim).contains("entre entreprises"), "{claim}");
    }
    let agreed = compute(json!({ "asOf": "2026-11-22", "claim": "business", "dueOn": "2026-05-16", "agreedYears": 2 }));
    assert!(note(&agreed, "agreedPeriod").contains("termes plus courts"));
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
    let result = compute(json!({ "asOf": "2026-11-22", "claim": "carriage", "performedOn": "2026-05-16", "dueOn": "2026-06-16",
        "concludedOn": "2026-01-01", "issuedOn": "2026-01-01", "payableIn": "france", "agreedYears": 99 }));
    for code in ["dueOnIgnored", "concludedOnIgnored", "issuedOnIgnored", "payableInIgnored", "agreedYearsIgnored"] {
        assert!(codes(&result).contains(&code), "{code}");
    }
    let rent =
        compute(json!({ "asOf": "2026-11-22", "claim": "commercialRent", "dueOn": "2026-05-16", "performedOn": "2026-05-01" }));
    assert!(codes(&rent).contains(&"performedOnIgnored"));
}

#[test]
fn the_last_working_day_depends_on_the_place() {
    // Last day Monday 29 March 2027, Easter Monday: Friday 26 March; in Alsace-Moselle Good Friday is off, Thursday 25.
    for (place, act_before) in [("france", "2027-03-26"), ("alsaceMoselle", "2027-03-25"), ("overseas", "2027-03-26")] {
        let result = compute(json!({ "asOf": "2026-11-22", "place": place, "claim": "carriage", "performedOn": "2026-03-29" }));
        assert_eq!(result.act_before, Some(act_before.parse().unwrap()), "{place}");
        assert_eq!(codes(&result).contains(&"localHolidays"), place != "france", "{place}");
    }
}

#[test]
fn overseas_every_day_of_the_abolition_is_left_out() {
    // Thursday 27 May 2027 is one of Guadeloupe's, Wednesday 26 none; Friday 28 May 2027 one of Saint-Martin's.
    for (delivered, act_before) in [("2026-05-27", "2027-05-26"), ("2026-05-28", "2027-05-26"), ("2026-05-26", "2027-05-26")] {
        let result = compute(json!({ "asOf": "2026-11-22", "place": "overseas", "claim": "carriage", "performedOn": delivered }));
        assert_eq!(result.act_before, Some(act_before.parse().unwrap()), "{delivered}");
        assert!(note(&result, "localHolidays").contains("n’est pas précisé"));
    }
    // Saturday 26 December 2026 and Christmas: back to Thursday 24, wherever it is. In Alsace-Moselle nothing is to tell.
    let result =
        compute(json!({ "asOf": "2026-11-22", "place": "alsaceMoselle", "claim": "carriage", "performedOn": "2025-12-26" }));
    assert_eq!(result.act_before, Some("2026-12-24".parse().unwrap()));
    assert!(!codes(&result).contains(&"localHolidays"));
}

#[test]
fn what_is_special_about_a_claim_is_told() {
    for (claim, field, code) in [
        ("carriage", "performedOn", "carriageScope"),
        ("carriageInternational", "concludedOn", "writtenClaim"),
        ("telecom", "dueOn", "telecomScope"),
        ("acceptedBill", "dueOn", "underlyingClaim"),
        ("endorsedBill", "dueOn", "underlyingClaim"),
        ("cheque", "issuedOn", "underlyingClaim"),
        ("enforceableTitle", "dueOn", "titleKind"),
    ] {
        let mut facts = json!({ "asOf": "2026-11-22", "claim": claim });
        facts[field] = json!("2026-05-16");
        assert!(codes(&compute(facts)).contains(&code), "{claim}");
    }
}
