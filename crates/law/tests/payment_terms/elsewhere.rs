//! Debtors overseas and abroad.

use serde_json::{Value, json};

use crate::case::{check, codes, days, nothing, sources, terms};

fn owed_in(place: &str, facts: Value) -> Value {
    let mut facts = facts;
    facts["debtor"] = json!({ "kind": "company", "place": place });
    facts
}

#[test]
fn overseas_the_term_runs_from_customs_clearance() {
    // Cleared on 9 February, after the invoice: + 60 = 10 April, + 30 = 11 March.
    let facts = |agreed: Value| owed_in("overseas", json!({ "deliveredOn": "2026-02-09", "agreed": agreed }));
    let found = check(facts(days(60)), "2026-04-10", "2026-04-10", true);
    assert_eq!(codes(&found), ["overseasStart"]);
    assert!(sources(&found).contains(&"ccom-l441-13"));
    check(facts(nothing()), "2026-03-11", "2026-03-11", true);
    // A known date is what it is.
    check(facts(json!({ "kind": "date", "on": "2026-04-13" })), "2026-04-13", "2026-04-10", false);
}

#[test]
fn overseas_carriage_still_runs_from_the_invoice() {
    let found = check(
        owed_in("overseas", json!({ "sector": "carriage", "deliveredOn": "2026-02-09", "agreed": days(26) })),
        "2026-02-10",
        "2026-02-14",
        true,
    );
    assert_eq!(codes(&found), ["deliveredOnIgnored"]);
}

#[test]
fn abroad_another_law_may_govern() {
    for place in ["eu", "denmark", "abroad"] {
        assert!(codes(&terms(owed_in(place, json!({ "agreed": days(30) })))).contains(&"foreignDebtor"), "{place}");
    }
    for place in ["france", "alsaceMoselle"] {
        assert!(!codes(&terms(owed_in(place, json!({ "agreed": days(30) })))).contains(&"foreignDebtor"), "{place}");
    }
}

#[test]
fn the_holidays_of_the_place_tell_a_rest_day() {
    // Issued on 15 January: 71 days later is 27 March; Good Friday 2026 is 3 April, 78 days later.
    let found = |place: &str| terms(owed_in(place, json!({ "sector": "export", "agreed": days(78) })));
    assert!(codes(&found("alsaceMoselle")).contains(&"dueOnRestDay"));
    assert!(!codes(&found("france")).contains(&"dueOnRestDay"));
}
