//! The maxima of L441-11 and L441-12, sector by sector, from an invoice of 15 January 2026 delivered on the 12th.

use serde_json::{Value, json};

use crate::case::{check, codes, days, end_of_month, message, nothing, sources};

/// The longest lawful term of a sector, found by agreeing on its last day and on the day after.
#[track_caller]
fn maximum(sector: &str, last_day: &str, source: &str) {
    let facts = |agreed: Value| json!({ "sector": sector, "deliveredOn": "2026-01-12", "agreed": agreed });
    let on = |day: &str| json!({ "kind": "date", "on": day });
    let found = check(facts(on(last_day)), last_day, last_day, true);
    assert_eq!(sources(&found)[0], source, "{sector}");
    let next = last_day.parse::<dument_law::Day>().expect("a day").next().to_string();
    let found = check(facts(on(&next)), &next, last_day, false);
    assert!(found.fine.is_some(), "{sector}");
}

#[test]
fn perishable_food_thirty_days_after_delivery() {
    // 12 January + 30 days: 19 to the 31st, 11 more.
    maximum("perishable", "2026-02-11", "ccom-l441-11");
}

#[test]
fn perishable_food_by_periodic_invoice_thirty_days_after_the_decade() {
    for (delivered, decade_and_thirty_days) in [
        // The 10th, the 20th and the 31st of January, + 30 days.
        ("2026-01-10", "2026-02-09"),
        ("2026-01-12", "2026-02-19"),
        ("2026-01-20", "2026-02-19"),
        ("2026-01-21", "2026-03-02"),
    ] {
        let facts = json!({ "sector": "perishable", "periodic": true, "deliveredOn": delivered, "agreed": days(90) });
        check(facts, "2026-04-15", decade_and_thirty_days, false);
    }
}

#[test]
fn perishable_food_before_november_2021_was_paid_after_the_decade() {
    // Delivered on 12 October 2021: the decade ends on the 20th, + 30 days = 19 November. A month later, + 30 days from
    // 12 November = 12 December.
    let facts = |issued: &str, delivered: &str| json!({ "sector": "perishable", "issuedOn": issued, "deliveredOn": delivered, "agreed": { "kind": "date", "on": issued } });
    check(facts("2021-10-31", "2021-10-12"), "2021-10-31", "2021-11-19", true);
    check(facts("2021-11-12", "2021-11-12"), "2021-11-12", "2021-12-12", true);
}

#[test]
fn meat_twenty_days_after_delivery() {
    maximum("meat", "2026-02-01", "ccom-l441-11");
    // The maximum shortens the thirty days of the default.
    check(json!({ "sector": "meat", "deliveredOn": "2026-01-12", "agreed": nothing() }), "2026-02-01", "2026-02-01", true);
}

#[test]
fn spirits_thirty_days_after_the_month_of_delivery() {
    // 31 January + 30 days = 2 March.
    maximum("spirits", "2026-03-02", "ccom-l441-11");
}

#[test]
fn wine_sixty_days_or_forty_five_end_of_month() {
    // 45 days « fin de mois », by the later reading: 31 March, later than the sixtieth day, 16 March.
    maximum("wine", "2026-03-31", "ccom-l441-11");
    check(json!({ "sector": "wine", "agreed": end_of_month(50, "endThen") }), "2026-03-22", "2026-03-17", false);
}

#[test]
fn carriage_thirty_days_after_the_invoice() {
    maximum("carriage", "2026-02-14", "ccom-l441-11");
    // L441-11, II, bounds any term: thirty days after a later performance are cut to those from the invoice.
    check(json!({ "sector": "carriage", "deliveredOn": "2026-01-25", "agreed": nothing() }), "2026-02-14", "2026-02-14", true);
    // But nothing is due before it is performed.
    let late = json!({ "sector": "carriage", "deliveredOn": "2026-03-01", "agreed": nothing() });
    let found = check(late, "2026-03-01", "2026-03-01", true);
    assert_eq!(
        message(&found, "rule"),
        "Sans délai convenu, dans ce secteur, la loi donne au plus 30 jours après la facture du 15 janvier 2026 : ce délai finit le \
         14 février 2026, avant la livraison ou la fin du travail. Rien n’étant dû avant, l’échéance retenue est ce jour-là, le \
         1er mars 2026."
    );
}

#[test]
fn export_ninety_days_after_the_invoice() {
    maximum("export", "2026-04-15", "ccom-l441-12");
}

#[test]
fn seasonal_sectors_as_their_decree_allows() {
    // « fin de mois » by the later reading of 15 January: + 55 = 11 March, so 31 March; 31 January + 55 = 27 March.
    maximum("gardenMachinery", "2026-03-31", "ccom-d441-5-1");
    // 15 January + 110 = 5 May, so 31 May; 31 January + 110 = 21 May.
    maximum("agriculturalMachinery", "2026-05-31", "ccom-d441-5-1");
    // + 54 = 10 March, so 31 March.
    maximum("leather", "2026-03-31", "ccom-d441-5-1");
    // + 59 = 15 March, so 31 March; 74 days end on 30 March.
    maximum("jewellery", "2026-03-31", "ccom-d441-5-1");
    // Sixty days and thirty more: 15 April; with 45 days « fin de mois », 31 March and thirty more: 30 April.
    maximum("snowSports", "2026-04-15", "ccom-d441-5-1");
    check(json!({ "sector": "snowSports", "agreed": end_of_month(45, "thenEnd") }), "2026-03-31", "2026-04-30", true);
    // 95 days from January to September: 20 April; 75 from October on: 1 October + 75 = 15 December.
    maximum("toys", "2026-04-20", "ccom-d441-5-1");
    check(json!({ "sector": "toys", "issuedOn": "2026-10-01", "agreed": days(75) }), "2026-12-15", "2026-12-15", true);
    check(json!({ "sector": "toys", "issuedOn": "2026-09-30", "agreed": days(95) }), "2027-01-03", "2027-01-03", true);
}

#[test]
fn the_rule_of_each_sector_is_told_so_that_it_can_be_counted_again() {
    let longest = |sector: &str| {
        let rule = message(&crate::case::terms(json!({ "sector": sector, "agreed": days(20) })), "rule");
        rule.split_once("La loi permet au plus ").expect("a maximum").1.to_owned()
    };
    let invoice = "jours après la facture du 15 janvier 2026";
    assert_eq!(longest("snowSports"), format!("60 {invoice} (le 16 mars 2026), plus 30 jours : le 15 avril 2026."));
    assert_eq!(longest("gardenMachinery"), format!("55 {invoice}, puis la fin du mois : le 31 mars 2026."));
    assert_eq!(longest("agriculturalMachinery"), format!("110 {invoice}, puis la fin du mois : le 31 mai 2026."));
    assert_eq!(longest("leather"), format!("54 {invoice}, puis la fin du mois : le 31 mars 2026."));
    assert_eq!(longest("jewellery"), format!("59 {invoice}, puis la fin du mois : le 31 mars 2026."));
    assert_eq!(longest("wine"), format!("45 {invoice}, puis la fin du mois : le 31 mars 2026."));
    assert_eq!(longest("toys"), format!("95 {invoice} : le 20 avril 2026."));
    assert_eq!(longest("spirits"), "30 jours après le mois de livraison, fini le 31 janvier 2026 : le 2 mars 2026.");
}

#[test]
fn the_conditions_of_a_longer_term_are_said() {
    for sector in ["export", "wine", "perishable", "snowSports", "leather", "jewellery", "toys", "gardenMachinery"] {
        let found = crate::case::terms(json!({ "sector": sector, "agreed": days(20) }));
        assert!(codes(&found).contains(&"sectorCondition"), "{sector}");
    }
}

#[test]
fn a_periodic_invoice_of_another_sector_changes_nothing_and_it_is_said() {
    let found = check(json!({ "sector": "carriage", "periodic": true, "agreed": days(26) }), "2026-02-10", "2026-02-14", true);
    assert_eq!(codes(&found), ["periodicIgnored"]);
}
