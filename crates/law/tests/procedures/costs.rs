//! Costs from the dated tariffs, each computed by hand.

use dument_law::Money;
use dument_law::procedures::{OptionId::*, RouteOption};
use serde_json::json;

use crate::{guide, option};

fn euros(text: &str) -> Money {
    text.parse().unwrap()
}

#[track_caller]
fn check_cost(option: &RouteOption, min: &str, max: &str) {
    assert_eq!((option.cost.min, option.cost.max), (euros(min), euros(max)), "{:#?}", option.cost.items);
    assert_eq!(option.cost.items.iter().map(|item| item.min).sum::<Money>(), option.cost.min);
    assert_eq!(option.cost.items.iter().map(|item| item.max).sum::<Money>(), option.cost.max);
}

#[test]
fn a_payment_order_costs_the_registry_and_the_service() {
    // 1 850 EUR, above 1 280: 25.79 x 2 x 1.20 = 61.896 -> 61.90; with travel 9.40 x 1.20 = 11.28: 73.176 -> 73.18.
    // Registry of the commercial court: 25.19 to 33.47. Together 87.09 to 106.65.
    check_cost(option(&guide(json!({})), PaymentOrder), "87.09", "106.65");
    // Tribunal judiciaire: no registry fee, no contribution.
    check_cost(option(&guide(json!({ "debtor": { "kind": "consumer" } })), PaymentOrder), "61.90", "73.18");
    // 1 280 EUR: coefficient 1, 25.79 x 1.20 = 30.948 -> 30.95; with travel 42.228 -> 42.23.
    check_cost(option(&guide(json!({ "amount": "1280.00", "debtor": { "kind": "consumer" } })), PaymentOrder), "30.95", "42.23");
    // 128 EUR: coefficient 0.5, 15.474 -> 15.47; with travel 26.754 -> 26.75.
    check_cost(option(&guide(json!({ "amount": "128.00", "debtor": { "kind": "consumer" } })), PaymentOrder), "15.47", "26.75");
    // Alsace-Moselle: the commercial chamber of the tribunal judiciaire asks no registry fee.
    check_cost(option(&guide(json!({ "debtor": { "place": "alsaceMoselle" } })), PaymentOrder), "61.90", "73.18");
}

#[test]
fn the_legal_aid_contribution_is_for_the_tribunal_judiciaire() {
    // Summons and registry 100 to 200; a consumer: + 50.
    check_cost(option(&guide(json!({ "debtor": { "kind": "consumer" } })), OrdinaryProceedings), "150.00", "250.00");
    check_cost(option(&guide(json!({})), OrdinaryProceedings), "100.00", "200.00");
    // March and April 2026: sources differ, so from nothing to 50.
    let april =
        json!({ "asOf": "2026-04-15", "performedOn": "2026-01-08", "dueOn": "2026-02-08", "debtor": { "kind": "consumer" } });
    check_cost(option(&guide(april), OrdinaryProceedings), "100.00", "250.00");
    let february =
        json!({ "asOf": "2026-02-15", "performedOn": "2026-01-08", "dueOn": "2026-02-08", "debtor": { "kind": "consumer" } });
    check_cost(option(&guide(february), OrdinaryProceedings), "100.00", "200.00");
}

#[test]
fn a_required_lawyer_counts() {
    // 12 000 EUR: summons 100 to 200, lawyer 1 500 to 5 000.
    check_cost(option(&guide(json!({ "amount": "12000.00" })), OrdinaryProceedings), "1600.00", "5200.00");
    check_cost(option(&guide(json!({ "amount": "12000.00" })), SummaryProceedings), "900.00", "2700.00");
}

#[track_caller]
fn check_contribution(amount: &str, creditor: serde_json::Value, court: &str, min: &str, max: &str) {
    let guidance = guide(json!({ "amount": amount, "creditor": creditor, "court": court }));
    let items = &option(&guidance, OrdinaryProceedings).cost.items;
    let item = items.iter().find(|item| item.label.contains("justice économique"));
    assert_eq!(item.map(|item| (item.min, item.max)), Some((euros(min), euros(max))), "{items:#?}");
}

#[test]
fn the_contribution_for_economic_justice() {
    // C23: 40 employees, 200 000 EUR at the TAE of Lyon: nothing.
    check_contribution(
        "200000.00",
        json!({ "employees": 40, "turnover": "80000000.00", "averageProfit": "4000000.00" }),
        "Lyon",
        "0.00",
        "0.00",
    );
    // 250 employees, turnover 80 M, profit 4 M: 3 % of 200 000 = 6 000.
    let large = json!({ "employees": 250, "turnover": "80000000.00", "averageProfit": "4000000.00" });
    check_contribution("200000.00", large.clone(), "lyon", "6000.00", "6000.00");
    check_contribution("200000.00", large.clone(), "TAE du Mans", "6000.00", "6000.00");
    // Exactly 50 000 EUR: not above.
    check_contribution("50000.00", large.clone(), "Tribunal des activités économiques de Paris", "0.00", "0.00");
    // 3 % of 2 000 000 = 60 000, capped at 50 000.
    check_contribution("2000000.00", large, "Nanterre", "50000.00", "50000.00");
    // Turnover 2 000 M, profit 1: 5 % of 200 000 = 10 000.
    let giant = json!({ "employees": 5000, "turnover": "2000000000.00", "averageProfit": "1.00" });
    check_contribution("200000.00", giant, "Saint Brieuc", "10000.00", "10000.00");
    // Profit of 3 M exactly: not above.
    check_contribution(
        "200000.00",
        json!({ "employees": 250, "turnover": "80000000.00", "averageProfit": "3000000.00" }),
        "Lyon",
        "0.00",
        "0.00",
    );
    // Nothing known: at most 5 %.
    check_contribution("200000.00", json!({}), "Lyon", "0.00", "10000.00");
}

#[test]
fn no_contribution_outside_the_twelve_courts_or_the_experiment() {
    for changes in [json!({ "amount": "200000.00", "court": "Bordeaux" }), json!({ "amount": "200000.00" })] {
        let guidance = guide(changes);
        assert!(option(&guidance, OrdinaryProceedings).cost.items.iter().all(|item| !item.label.contains("justice économique")));
        assert!(crate::has_note(&guidance, "justiceContributionUnknown"));
    }
    let after = guide(
        json!({ "asOf": "2029-01-02", "performedOn": "2028-09-08", "dueOn": "2028-10-08", "court": "Lyon", "amount": "200000.00" }),
    );
    assert_eq!(option(&after, OrdinaryProceedings).court.as_deref(), Some("Tribunal de commerce de Lyon"));
}
