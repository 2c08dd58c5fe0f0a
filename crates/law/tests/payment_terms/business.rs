//! Between businesses: thirty days, sixty days, forty-five days « fin de mois », periodic invoices, fines.

use serde_json::json;

use crate::case::{check, codes, days, end_of_month, message, nothing, readings, sources, terms};

#[test]
fn thirty_days_after_delivery_where_nothing_is_agreed() {
    // 10 January + 30 days: 21 days to 31 January, 9 more: 9 February.
    let found = check(json!({ "deliveredOn": "2026-01-10", "agreed": nothing() }), "2026-02-09", "2026-02-09", true);
    assert_eq!(sources(&found)[0], "ccom-l441-10");
    assert!(codes(&found).is_empty() && found.fine.is_none() && found.readings.is_empty(), "{found:#?}");
}

#[test]
fn a_delivery_not_told_is_taken_on_the_day_of_the_invoice_and_said() {
    // 15 January + 30 days: 16 days to 31 January, 14 more: 14 February, a Saturday.
    let found = check(json!({ "agreed": nothing() }), "2026-02-14", "2026-02-14", true);
    assert_eq!(codes(&found), ["deliveryUnknown", "dueOnRestDay"]);
}

#[test]
fn an_agreement_not_told_is_taken_for_none_and_what_it_would_change_is_said() {
    let found = check(json!({ "deliveredOn": "2026-01-10" }), "2026-02-09", "2026-02-09", true);
    // 15 January + 60 days: 16 to 31 January, 28 in February, 16 more: 16 March.
    assert!(message(&found, "agreementUnknown").contains("16 mars 2026"), "{found:#?}");
}

#[test]
fn never_due_before_the_invoice() {
    // Delivered on 1 October 2025: 30 days end on 31 October, before the invoice of 15 January 2026.
    let found = check(json!({ "deliveredOn": "2025-10-01", "agreed": nothing() }), "2026-01-15", "2026-01-15", true);
    assert_eq!(codes(&found), ["dueBeforeInvoice"]);
    assert_eq!(
        message(&found, "rule"),
        "Sans délai convenu, la loi donne 30 jours après la livraison ou la fin du travail, le 1er octobre 2025 : ce délai finit le \
         31 octobre 2025, avant la facture. Elle est donc payable dès sa date, le 15 janvier 2026."
    );
}

#[test]
fn at_most_sixty_days_after_the_invoice() {
    check(json!({ "agreed": days(30) }), "2026-02-14", "2026-03-16", true);
    check(json!({ "agreed": days(60) }), "2026-03-16", "2026-03-16", true);
    let found = check(json!({ "agreed": days(61) }), "2026-03-17", "2026-03-16", false);
    assert_eq!(readings(&found), ["agreed 2026-03-17", "lawful 2026-03-16"]);
    assert_eq!(codes(&found), ["termTooLong"]);
    check(json!({ "agreed": days(0) }), "2026-01-15", "2026-03-16", true);
}

#[test]
fn a_date_that_only_a_written_end_of_month_clause_allows() {
    // 45 days « fin de mois » reach 31 March at the latest (1 March, then its end): lawful if the contract says so.
    let found = check(json!({ "agreed": { "kind": "date", "on": "2026-03-31" } }), "2026-03-31", "2026-03-16", false);
    assert!(message(&found, "lawfulIfEndOfMonth").contains("31 mars 2026"));
    let beyond = terms(json!({ "agreed": { "kind": "date", "on": "2026-04-01" } }));
    assert!(!codes(&beyond).contains(&"lawfulIfEndOfMonth"));
}

#[test]
fn forty_five_days_end_of_month_in_both_readings() {
    // thenEnd: 15 January + 45 days = 1 March, its month ends on 31 March.
    // endThen: January ends on the 31st, + 45 days = 28 in February and 17 more: 17 March.
    let both = json!({ "agreed": { "kind": "endOfMonth", "days": 45 } });
    let found = check(both, "2026-03-31", "2026-03-31", true);
    assert_eq!(readings(&found), ["thenEnd 2026-03-31", "endThen 2026-03-17"]);
    assert!(codes(&found).contains(&"endOfMonthReading") && codes(&found).contains(&"endOfMonthInWriting"));
    assert!(sources(&found).contains(&"dgccrf-delais-de-paiement"));

    let found = check(json!({ "agreed": end_of_month(45, "endThen") }), "2026-03-17", "2026-03-17", true);
    assert!(!codes(&found).contains(&"endOfMonthReading"), "the contract says which");
    check(json!({ "agreed": end_of_month(45, "thenEnd") }), "2026-03-31", "2026-03-31", true);
}

#[test]
fn the_later_reading_is_not_always_the_same() {
    // 10 January + 45 days = 24 February, its month ends on the 28th; from 31 January, 45 days end on 17 March.
    // The longest lawful term is then sixty days: 10 January + 60 = 11 March, but 17 March by the second reading.
    let found = check(
        json!({ "issuedOn": "2026-01-10", "agreed": { "kind": "endOfMonth", "days": 45 } }),
        "2026-03-17",
        "2026-03-17",
        true,
    );
    assert_eq!(readings(&found), ["thenEnd 2026-02-28", "endThen 2026-03-17"]);
}

#[test]
fn readings_that_fall_on_one_day_leave_no_doubt() {
    // 15 January + 0 days: the end of January, either way.
    let found = check(json!({ "agreed": { "kind": "endOfMonth", "days": 0 } }), "2026-01-31", "2026-03-31", true);
    assert!(readings(&found).is_empty());
    assert!(!codes(&found).contains(&"endOfMonthReading"), "{found:#?}");
    assert!(readings(&terms(json!({ "agreed": end_of_month(45, "thenEnd") }))).is_empty(), "the contract says which");
}

#[test]
fn where_nothing_is_agreed_a_late_delivery_is_not_cut_to_sixty_days_after_the_invoice() {
    // 1 March + 30 days = 31 March; the sixty days after the invoice (16 March) bound an agreed term only.
    let found = check(json!({ "deliveredOn": "2026-03-01", "agreed": nothing() }), "2026-03-31", "2026-03-31", true);
    assert_eq!(
        message(&found, "rule"),
        "Sans délai convenu, la loi donne 30 jours après la livraison ou la fin du travail, le 1er mars 2026 : l’échéance est le \
         31 mars 2026."
    );
    let periodic = json!({ "deliveredOn": "2026-03-01", "periodic": true, "agreed": nothing() });
    check(periodic, "2026-03-31", "2026-03-31", true);
}

#[test]
fn what_is_not_known_is_told_with_what_it_would_change() {
    // 45 days instead of sixty for a periodic invoice: 1 March.
    let found = check(json!({ "periodic": "unknown", "agreed": days(60) }), "2026-03-16", "2026-03-16", true);
    assert!(message(&found, "periodicUnknown").contains("le 1er mars 2026"));
    // Nothing agreed: a periodic invoice changes nothing.
    let found = terms(json!({ "periodic": "unknown", "deliveredOn": "2026-01-10", "agreed": nothing() }));
    assert!(message(&found, "periodicUnknown").ends_with("Cela ne change pas l’échéance."));
    // Meat, 20 days after delivery: 4 February; farm machines, 110 days « fin de mois »: 31 May.
    let found = check(json!({ "sector": "unknown", "agreed": days(60) }), "2026-03-16", "2026-03-16", true);
    assert_eq!(
        message(&found, "sectorUnknown"),
        "Le secteur n’est pas connu : la règle générale est appliquée. Selon ce qui est vendu, la dernière échéance permise irait \
         du 4 février 2026 (bétail et viande fraîche) au 31 mai 2026 (matériel agricole)."
    );
    let unknown = terms(json!({ "deliveredOn": "2026-01-10", "agreed": { "kind": "unknown" } }));
    assert_eq!(unknown, terms(json!({ "deliveredOn": "2026-01-10" })));
}

#[test]
fn month_ends_and_leap_years() {
    // 31 January 2024 + 30 days = 1 March (29 days in February), so 31 March; 29 February 2024 + 0 days is its own end.
    check(json!({ "issuedOn": "2024-01-31", "agreed": end_of_month(30, "thenEnd") }), "2024-03-31", "2024-03-31", true);
    check(json!({ "issuedOn": "2024-02-29", "agreed": end_of_month(0, "thenEnd") }), "2024-02-29", "2024-04-30", true);
    // 31 December + 45 days: 14 February either way, and its end by the first reading.
    check(json!({ "issuedOn": "2025-12-31", "agreed": end_of_month(45, "endThen") }), "2026-02-14", "2026-03-01", true);
}

#[test]
fn sixty_days_end_of_month_are_too_many() {
    // thenEnd: 15 January + 60 = 16 March, so 31 March, the very day 45 days end on by that reading: nothing exceeded.
    check(json!({ "agreed": end_of_month(60, "thenEnd") }), "2026-03-31", "2026-03-31", true);
    // endThen: 31 January + 60 = 1 April, beyond 17 March and beyond the sixtieth day, 16 March.
    let found = check(json!({ "agreed": end_of_month(60, "endThen") }), "2026-04-01", "2026-03-17", false);
    assert_eq!(readings(&found), ["agreed 2026-04-01", "lawful 2026-03-17"]);
    // The contract doesn't say: the later, 1 April, exceeds 31 March; the other reading would be lawful.
    let found = check(json!({ "agreed": { "kind": "endOfMonth", "days": 60 } }), "2026-04-01", "2026-03-31", false);
    assert_eq!(readings(&found), ["thenEnd 2026-03-31", "endThen 2026-04-01", "agreed 2026-04-01", "lawful 2026-03-31"]);
    let said = message(&found, "termTooLong");
    assert!(said.contains("(les jours, puis la fin du mois), ce délai finit le 31 mars 2026 et reste permis"), "{said}");
    // A hundred days are too many by either reading.
    let found = terms(json!({ "agreed": { "kind": "endOfMonth", "days": 100 } }));
    assert!(!message(&found, "termTooLong").contains("reste permis"));
}

#[test]
fn forty_five_days_for_a_periodic_invoice() {
    // 15 January + 45 days = 1 March, without « fin de mois ».
    let found = check(json!({ "periodic": true, "agreed": days(60) }), "2026-03-16", "2026-03-01", false);
    assert!(sources(&found).contains(&"cgi-289"));
    check(json!({ "periodic": true, "agreed": days(45) }), "2026-03-01", "2026-03-01", true);
    check(json!({ "periodic": true, "agreed": end_of_month(45, "thenEnd") }), "2026-03-31", "2026-03-01", false);
}

#[test]
fn a_company_risks_two_million_and_a_person_seventy_five_thousand() {
    let fine = |kind: &str| {
        let found = terms(json!({ "agreed": days(90), "debtor": { "kind": kind } }));
        serde_json::to_value(found.fine.expect("a fine")).unwrap()
    };
    let company = json!({
        "who": "legalPerson",
        "maximum": "2000000.00",
        "repeatedMaximum": "4000000.00",
        "repeatedWithinYears": 2,
        "source": "ccom-l441-16",
    });
    assert_eq!(fine("company"), company);
    assert_eq!(fine("civilCompany"), company);
    for kind in ["soleTrader", "craftsman", "liberal", "farmer"] {
        let person = fine(kind);
        assert_eq!((&person["maximum"], &person["repeatedMaximum"]), (&json!("75000.00"), &json!("150000.00")), "{kind}");
    }
    assert!(terms(json!({ "agreed": days(60) })).fine.is_none());
}

#[test]
fn an_unlawful_term_still_counts_by_caution_and_the_doubt_is_said() {
    // 15 January + 90 days: 16 to 31 January, 28, 31, 15 more: 15 April.
    let found = check(json!({ "agreed": days(90) }), "2026-04-15", "2026-03-16", false);
    let said = message(&found, "termTooLong");
    assert!(said.contains("15 avril 2026") && said.contains("16 mars 2026") && said.contains("n’est pas tranché"), "{said}");
}

#[test]
fn a_rest_day_moves_no_due_date() {
    // 15 January + 45 days: 1 March 2026 is a Sunday.
    let found = check(json!({ "agreed": days(45) }), "2026-03-01", "2026-03-16", true);
    assert_eq!(codes(&found), ["dueOnRestDay"]);
    assert!(!codes(&terms(json!({ "agreed": days(46) }))).contains(&"dueOnRestDay"));
}

#[test]
fn facts_that_change_nothing_are_named() {
    let found = terms(json!({ "receivedOn": "2026-01-20", "deliveredOn": "2026-01-10", "agreed": days(46) }));
    assert_eq!(codes(&found), ["receivedOnIgnored", "deliveredOnIgnored"]);
    let found = terms(json!({ "debtor": { "kind": "company", "publicKind": "local" }, "agreed": days(46) }));
    assert_eq!(codes(&found), ["publicKindIgnored"]);
}

#[test]
fn an_older_invoice_is_said_to_be_older_than_the_texts() {
    let before = terms(json!({ "issuedOn": "2019-04-25", "agreed": days(30) }));
    assert!(codes(&before).contains(&"olderInvoice"));
    let since = terms(json!({ "issuedOn": "2019-04-26", "agreed": days(30) }));
    assert!(!codes(&since).contains(&"olderInvoice"));
}

#[test]
fn the_rule_is_told_with_the_dates_of_the_invoice() {
    let rule = |facts| message(&terms(facts), "rule");
    assert_eq!(
        rule(json!({ "deliveredOn": "2026-01-10", "agreed": nothing() })),
        "Sans délai convenu, la loi donne 30 jours après la livraison ou la fin du travail, le 10 janvier 2026 : l’échéance est le \
         9 février 2026."
    );
    assert_eq!(
        rule(json!({ "sector": "meat", "deliveredOn": "2026-01-12", "agreed": nothing() })),
        "Sans délai convenu, dans ce secteur, la loi donne au plus 20 jours après la livraison ou la fin du travail, le 12 janvier 2026 : l’échéance est le \
         1er février 2026."
    );
    assert_eq!(
        rule(json!({ "agreed": days(90) })),
        "L’échéance convenue est le 15 avril 2026 : 90 jours après la facture du 15 janvier 2026. La loi permet au plus 60 jours \
         après la facture du 15 janvier 2026 : le 16 mars 2026."
    );
    assert_eq!(
        rule(json!({ "agreed": end_of_month(45, "endThen") })),
        "L’échéance convenue est le 17 mars 2026 : 45 jours après la fin du mois de la facture, le 31 janvier 2026. La loi permet au \
         plus 45 jours après la fin du mois de la facture, le 31 janvier 2026 : le 17 mars 2026."
    );
    assert_eq!(
        rule(json!({ "agreed": { "kind": "date", "on": "2026-03-01" } })),
        "L’échéance convenue est le 1er mars 2026. La loi permet au plus 60 jours après la facture du 15 janvier 2026 : le 16 mars 2026."
    );
    // 31 January + 60 days = 1 April; the later reading of 45 days, 17 March, is no later than the sixtieth day.
    assert_eq!(
        rule(json!({ "issuedOn": "2026-01-31", "agreed": end_of_month(45, "endThen") })),
        "L’échéance convenue est le 17 mars 2026 : 45 jours après la fin du mois de la facture, le 31 janvier 2026. La loi permet au \
         plus 60 jours après la facture du 31 janvier 2026 : le 1er avril 2026."
    );
}
