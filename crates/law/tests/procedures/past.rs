//! The law of a past day: what was in force then, and what isn’t known of it.

use dument_law::procedures::{Guidance, Lawyer, OptionId::*, Status};
use serde_json::{Value, json};

use crate::{guide, has_note, option, status};

/// The case as it stood on a day, due forty days before.
fn on(day: &str, changes: Value) -> Guidance {
    let due = day.parse::<dument_law::Day>().unwrap().minus_days(40);
    let mut facts = json!({ "asOf": day, "performedOn": due, "dueOn": due });
    crate::merge(&mut facts, changes);
    guide(facts)
}

fn court(guidance: &Guidance) -> &str {
    option(guidance, OrdinaryProceedings).court.as_deref().unwrap()
}

#[test]
fn the_amicable_attempt_was_annulled_for_a_year() {
    // In force from 2020, annulled on 22/09/2022 (Conseil d’État, 436939), back on 01/10/2023.
    let asked = |day: &str| {
        let guidance = on(day, json!({ "debtor": { "kind": "consumer" } }));
        option(&guidance, OrdinaryProceedings).prior.is_some()
    };
    let days = ["2019-12-31", "2020-01-01", "2022-09-21", "2022-09-22", "2023-09-30", "2023-10-01"];
    assert_eq!(days.map(asked), [false, true, true, false, false, true]);
}

#[test]
fn craftsmen_came_to_the_commercial_courts_in_2022() {
    let craftsmen = json!({ "creditor": { "kind": "craftsman" }, "debtor": { "kind": "craftsman" } });
    assert!(court(&on("2021-12-31", craftsmen.clone())).starts_with("Tribunal judiciaire"));
    assert!(court(&on("2022-01-01", craftsmen)).starts_with("Tribunal de commerce"));
}

#[test]
fn no_lawyer_before_a_commercial_court_until_2020() {
    let lawyer = |day: &str, debtor: &str| {
        option(&on(day, json!({ "amount": "20000.00", "debtor": { "kind": debtor } })), OrdinaryProceedings).lawyer
    };
    assert_eq!(lawyer("2019-12-31", "company"), Lawyer::NotRequired);
    assert_eq!(lawyer("2020-01-01", "company"), Lawyer::Required);
    assert_eq!(lawyer("2019-12-31", "consumer"), Lawyer::Required);
}

#[test]
fn small_claims_began_in_2016_and_grew_in_2020() {
    let open = |day: &str, amount: &str| status(&on(day, json!({ "amount": amount })), SmallClaims) == Status::Possible;
    assert!(!open("2016-05-31", "900.00"));
    assert!(open("2016-06-01", "4000.00"));
    assert!(!open("2019-12-31", "4000.01"));
    assert!(open("2020-01-01", "5000.00"));
    // Between merchants, the law of 23 April 2026 put another procedure in its place.
    assert!(open("2026-04-24", "900.00"));
    assert!(!open("2026-04-25", "900.00"));
}

#[test]
fn the_uncontested_procedure_began_on_25_april_2026() {
    let open = |day: &str| status(&on(day, json!({})), UncontestedCommercial);
    assert_eq!(open("2026-04-24"), Status::Blocked);
    assert_eq!(open("2026-04-25"), Status::Possible);
}

#[test]
fn wages_were_seized_by_the_judge_until_july_2025() {
    let wages = |day: &str| {
        let guidance = on(day, json!({ "debtor": { "kind": "consumer" } }));
        let steps = &option(&guidance, Enforcement).steps;
        steps.iter().find(|step| step.starts_with("Saisie des rémunérations")).unwrap().clone()
    };
    assert!(wages("2025-06-30").contains("juge de l’exécution"));
    assert!(wages("2025-07-01").contains("sans juge"));
    // A company has no wages.
    let company = on("2026-11-22", json!({}));
    assert!(!option(&company, Enforcement).steps.iter().any(|step| step.contains("rémunérations")));
}

#[test]
fn the_economic_courts_are_an_experiment() {
    let named = |day: &str| court(&on(day, json!({ "court": "Lyon" }))).to_owned();
    assert_eq!(named("2024-12-31"), "Tribunal de commerce de Lyon");
    assert_eq!(named("2025-01-01"), "Tribunal des activités économiques de Lyon");
    assert_eq!(named("2028-12-31"), "Tribunal des activités économiques de Lyon");
    assert_eq!(named("2029-01-01"), "Tribunal de commerce de Lyon");
}

#[test]
fn the_legal_aid_contribution_began_in_2026() {
    let paid = |day: &str| {
        let guidance = on(day, json!({ "debtor": { "kind": "consumer" } }));
        let items = &option(&guidance, OrdinaryProceedings).cost.items;
        items.iter().any(|item| item.label.starts_with("Contribution pour l’aide juridique"))
    };
    assert_eq!(["2026-02-28", "2026-03-01", "2026-05-01"].map(paid), [false, true, true]);
}

#[test]
fn an_order_keeps_the_regime_of_its_day() {
    let steps = |facts: Value| option(&guide(facts), PaymentOrder).steps.join(" ");
    let old = json!({ "done": [{ "kind": "paymentOrderMade", "on": "2026-08-31" }] });
    assert!(steps(old.clone()).contains("dans les 6\u{a0}mois") && steps(old).contains("certificat de non-opposition"));
    let new = json!({ "done": [{ "kind": "paymentOrderMade", "on": "2026-09-01" }] });
    assert!(steps(new.clone()).contains("dans les 3\u{a0}mois") && !steps(new).contains("certificat"));
}

#[test]
fn what_is_not_known_of_the_past_is_said() {
    let guidance = on("2015-06-01", json!({}));
    let note = guidance.notes.iter().find(|note| note.code == "oldLaw").unwrap();
    assert!(note.message.contains("1er\u{a0}mars 2022"), "{}", note.message);
    assert!(has_note(&guidance, "oldPrices"));
    let today = on("2026-11-22", json!({}));
    assert!(!has_note(&today, "oldLaw") && !has_note(&today, "oldPrices"));
}
