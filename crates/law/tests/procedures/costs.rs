//! Costs from the dated tariffs, each computed by hand.

use dument_law::Money;
use dument_law::procedures::{OptionId, OptionId::*, Recoverable, RouteOption};
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
    // Registry of the commercial court: 25.19 x 1.20 = 30.228 -> 30.23, or 33.47. Together 92.13 to 106.65.
    check_cost(option(&guide(json!({})), PaymentOrder), "92.13", "106.65");
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
fn the_two_registry_fees_are_shown_as_a_range_with_a_note() {
    let guidance = guide(json!({}));
    let registry = &option(&guidance, PaymentOrder).cost.items[0];
    assert_eq!((registry.min, registry.max), (euros("30.23"), euros("33.47")));
    assert!(crate::has_note(&guidance, "registryFeeUncertain"));
}

#[test]
fn the_tariff_of_a_past_day_applies_to_a_past_day() {
    // Published by an office before March 2024, above 1 280 EUR: a decision served 70.48 with travel, a summons 52.62.
    // (25.53 x 2 + 7.67) x 1.20 = 70.476; (18.09 x 2 + 7.67) x 1.20 = 52.62.
    let then = json!({
        "asOf": "2023-06-15", "performedOn": "2023-03-08", "dueOn": "2023-04-08", "amount": "6000.00",
        "debtor": { "kind": "consumer" },
    });
    let guidance = guide(then);
    assert_eq!(option(&guidance, PaymentOrder).cost.max, euros("70.48"));
    assert_eq!(option(&guidance, OrdinaryProceedings).cost.items[0].max, euros("52.62"));
}

#[test]
fn a_summons_costs_the_act_and_the_registry_of_a_commercial_court() {
    // 18.28 x 2 x 1.20 = 43.872 -> 43.87; with travel 55.152 -> 55.15. Registry 38 to 67.
    check_cost(option(&guide(json!({})), OrdinaryProceedings), "81.87", "122.15");
    check_cost(option(&guide(json!({})), SummaryProceedings), "81.87", "122.15");
    check_cost(option(&guide(json!({ "debtor": { "place": "alsaceMoselle" } })), OrdinaryProceedings), "43.87", "55.15");
}

#[test]
fn the_legal_aid_contribution_is_for_the_tribunal_judiciaire() {
    // A consumer, 6 000 EUR: the summons + 50.
    let consumer = json!({ "kind": "consumer" });
    check_cost(option(&guide(json!({ "debtor": consumer, "amount": "6000.00" })), OrdinaryProceedings), "93.87", "105.15");
    // Up to 5 000 EUR a written request may do.
    check_cost(option(&guide(json!({ "debtor": consumer, "amount": "5000.00" })), OrdinaryProceedings), "50.00", "105.15");
    // March and April 2026: sources differ, so from nothing to 50.
    let april = json!({ "asOf": "2026-04-15", "performedOn": "2026-01-08", "dueOn": "2026-02-08", "debtor": consumer });
    check_cost(option(&guide(april), OrdinaryProceedings), "0.00", "105.15");
    let february = json!({ "asOf": "2026-02-15", "performedOn": "2026-01-08", "dueOn": "2026-02-08", "debtor": consumer });
    check_cost(option(&guide(february), OrdinaryProceedings), "0.00", "55.15");
    // Never for a payment order, nor before the commercial court.
    for guidance in [guide(json!({ "debtor": consumer })), guide(json!({}))] {
        let order = option(&guidance, PaymentOrder);
        assert!(order.cost.items.iter().all(|item| !item.label.contains("aide juridique")), "{:#?}", order.cost);
    }
    assert!(option(&guide(json!({})), OrdinaryProceedings).cost.items.iter().all(|item| !item.label.contains("aide juridique")));
}

#[test]
fn a_required_lawyer_counts() {
    // 12 000 EUR: summons and registry 81.87 to 122.15, lawyer 1 500 to 5 000, or 800 to 2 500.
    check_cost(option(&guide(json!({ "amount": "12000.00" })), OrdinaryProceedings), "1581.87", "5122.15");
    check_cost(option(&guide(json!({ "amount": "12000.00" })), SummaryProceedings), "881.87", "2622.15");
}

/// The three fees in proportion, at most, VAT included: the debtor's (in its label), the creditor's, the right to begin.
#[track_caller]
fn check_recovery(amount: &str, debtor: &str, creditor: &str, pursuit: &str) {
    let guidance = guide(json!({ "amount": amount, "done": [{ "kind": "titleObtained", "on": "2026-11-02" }] }));
    let items = &option(&guidance, Enforcement).cost.items;
    let of = |source: &str| items.iter().find(|item| item.source == source).unwrap();
    assert!(of("ccom-a444-31").label.ends_with(debtor), "{}", of("ccom-a444-31").label);
    assert_eq!((of("ccom-a444-31").max, of("ccom-a444-32").min), (Money::ZERO, Money::ZERO));
    assert_eq!((of("ccom-a444-32").max, of("ccom-a444-15").max), (euros(creditor), euros(pursuit)));
}

#[test]
fn an_officer_takes_a_share_of_what_is_recovered() {
    // The worked example of Service-Public (F10404), 4 000 EUR, before VAT:
    // debtor 125 x 9.77 % + 485 x 6.35 % + 915 x 3.41 % + 2 475 x 0.29 % = 12.2125 + 30.7975 + 31.2015 + 7.1775 = 81.389;
    // creditor 125 x 11.73 % + 485 x 10.75 % + 915 x 10.26 % + 2 475 x 3.91 % = 14.6625 + 52.1375 + 93.879 + 96.7725 = 257.4515;
    // beginning 304 x 5.6 % + 608 x 2.8 % + 2 128 x 1.4 % + 960 x 0.28 % = 66.528. Each x 1.20.
    check_recovery("4000.00", "97,67\u{202f}€", "308.94", "79.83");
    // Small sums: 100 x 9.77 % x 1.20 = 11.724; a fixed 21.50 x 1.20 (25.80 published); 100 x 5.6 % x 1.20 = 6.72.
    check_recovery("100.00", "11,72\u{202f}€", "25.80", "6.72");
    // 40 EUR: fixed 4.30, 21.50 and 4.29, x 1.20 = 5.16, 25.80 and 5.148.
    check_recovery("40.00", "5,16\u{202f}€", "25.80", "5.15");
    // 188 EUR: still fixed; 188.01: 125 x 11.73 % + 63.01 x 10.75 % = 21.436075, x 1.20 = 25.72329.
    check_recovery("188.00", "19,46\u{202f}€", "25.80", "12.63");
    check_recovery("188.01", "19,46\u{202f}€", "25.72", "12.63");
    // 200 000 EUR: caps 550 and 5 540; beginning 63.84 + 196 960 x 0.28 % = 615.328, capped at 268.13; x 1.20.
    check_recovery("200000.00", "660,00\u{202f}€", "6648.00", "321.76");
}

#[test]
fn a_tariff_that_was_not_read_in_its_current_text_says_so() {
    let guidance = guide(json!({}));
    let labels = |id| option(&guidance, id).cost.items.iter().map(|item| item.label.clone()).collect::<Vec<_>>();
    // Read for 2026: the service of an order. Not read: a summons, the share of what is recovered.
    assert!(labels(PaymentOrder).iter().all(|label| !label.contains("à vérifier")));
    assert!(labels(OrdinaryProceedings)[0].ends_with("(tarif à vérifier)"));
    assert!(labels(Enforcement).iter().filter(|label| label.starts_with("Droit")).all(|label| label.contains("à vérifier")));
}

#[test]
fn a_cheque_costs_its_certificate() {
    // 26.86 x 2 x 1.20 = 64.464; with travel 75.744; beginning 17.024 + 17.024 + 938 x 1.4 % = 47.18, x 1.20 = 56.616.
    check_cost(option(&guide(json!({ "basis": "cheque" })), UnpaidCheque), "64.46", "132.36");
}

#[test]
fn small_claims_are_at_the_creditors_charge() {
    // 18 to 54, and on what is paid 125 x 11.73 % + 485 x 10.75 % + 915 x 10.26 % + 325 x 3.91 % = 173.3865, x 1.20 = 208.0638.
    let guidance = guide(json!({ "debtor": { "kind": "consumer" } }));
    check_cost(option(&guidance, SmallClaims), "18.00", "262.06");
    assert_eq!(option(&guidance, SmallClaims).cost.recoverable, Recoverable::No);
}

/// What comes back from the debtor, of a whole route.
#[track_caller]
fn check_return(changes: serde_json::Value, id: OptionId, recoverable: Recoverable) {
    let guidance = guide(changes);
    let cost = &option(&guidance, id).cost;
    assert_eq!(cost.recoverable, recoverable, "{cost:#?}");
    assert!(cost.items.iter().all(|item| !item.why.is_empty()));
}

#[test]
fn what_comes_back_from_the_debtor() {
    // Costs of the case (CPC 695): the loser.
    check_return(json!({}), PaymentOrder, Recoverable::Yes);
    check_return(json!({}), SummaryProceedings, Recoverable::Yes);
    // A lawyer (CPC 700): as the judge decides.
    check_return(json!({ "amount": "12000.00" }), SummaryProceedings, Recoverable::Partly);
    // A letter (CPCE L111-8): forty euros between professionals (C. com. L441-10), nothing from a consumer.
    check_return(json!({}), FormalNotice, Recoverable::Partly);
    check_return(json!({ "debtor": { "kind": "consumer" } }), FormalNotice, Recoverable::No);
    check_return(json!({ "debtor": { "kind": "consumer" } }), SummonsToPay, Recoverable::No);
    // Enforcement: the debtor, but for the creditor's own fee (C. com. A444-32).
    check_return(json!({}), Enforcement, Recoverable::Partly);
    check_return(json!({ "basis": "cheque" }), UnpaidCheque, Recoverable::Yes);
    // Shared or free choices of the creditor.
    check_return(json!({}), Mediation, Recoverable::No);
    check_return(json!({}), Call, Recoverable::No);
    // No text says it yet (CPCE L126-1 and following).
    check_return(json!({}), UncontestedCommercial, Recoverable::Partly);
    // A declaration of claim.
    let insolvency = json!({ "kind": "liquidation", "openedOn": "2026-10-09", "publishedOn": "2026-10-15" });
    check_return(json!({ "debtor": { "insolvency": insolvency } }), ClaimDeclaration, Recoverable::No);
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
    // A loss, whatever the turnover: nothing.
    check_contribution("200000.00", json!({ "averageProfit": "-12000.00" }), "Lyon", "0.00", "0.00");
    // A natural person, whose tax income isn't asked: from nothing to 3 %, at most 50 000.
    let person = json!({ "kind": "soleTrader", "employees": 300 });
    check_contribution("200000.00", person.clone(), "Lyon", "0.00", "6000.00");
    check_contribution("2000000.00", person, "Lyon", "0.00", "50000.00");
}

#[test]
fn the_contribution_is_due_for_a_payment_order_too() {
    // A circular says so: 3 % of 200 000 = 6 000.
    let creditor = json!({ "employees": 250, "turnover": "80000000.00", "averageProfit": "4000000.00" });
    let guidance = guide(json!({ "amount": "200000.00", "creditor": creditor, "court": "Lyon" }));
    let items = &option(&guidance, PaymentOrder).cost.items;
    let item = items.iter().find(|item| item.source == "efl-contribution-tae").unwrap();
    assert_eq!((item.min, item.max, item.recoverable), (euros("6000.00"), euros("6000.00"), Recoverable::Yes));
}

#[test]
fn no_contribution_outside_the_twelve_courts_or_the_experiment() {
    for changes in [json!({ "amount": "200000.00", "court": "Bordeaux" }), json!({ "amount": "200000.00" })] {
        let asks = changes.get("court").is_none();
        let guidance = guide(changes);
        assert!(option(&guidance, OrdinaryProceedings).cost.items.iter().all(|item| !item.label.contains("justice économique")));
        assert_eq!(crate::has_note(&guidance, "justiceContributionUnknown"), asks, "Bordeaux is none of the twelve");
    }
    let after = guide(
        json!({ "asOf": "2029-01-02", "performedOn": "2028-09-08", "dueOn": "2028-10-08", "court": "Lyon", "amount": "200000.00" }),
    );
    assert_eq!(option(&after, OrdinaryProceedings).court.as_deref(), Some("Tribunal de commerce de Lyon"));
}

/// What the note on the contribution asks for, and which figures of the creditor are said to change nothing.
#[track_caller]
fn check_asked(creditor: serde_json::Value, court: serde_json::Value, asked: Option<&str>) {
    let guidance = guide(json!({ "amount": "200000.00", "creditor": creditor, "court": court }));
    let note = guidance.notes.iter().find(|note| note.code == "justiceContributionUnknown");
    let told = note.map(|note| note.message.rsplit_once("indiquez ").unwrap().1.trim_end_matches('.'));
    assert_eq!(told, asked);
    if asked.is_some() {
        for code in ["employeesIgnored", "turnoverIgnored", "averageProfitIgnored"] {
            assert!(!crate::has_note(&guidance, code), "{code} stands beside the question");
        }
    }
}

#[test]
fn only_the_facts_that_decide_the_contribution_are_asked_for() {
    let figures = |employees: Option<u32>, turnover: Option<&str>, profit: Option<&str>| json!({ "employees": employees, "turnover": turnover, "averageProfit": profit });
    let (lyon, nowhere) = (json!("Lyon"), json!(null));
    let turnover = Some("80000000.00");
    let all = figures(Some(300), turnover, Some("4000000.00"));
    check_asked(all.clone(), nowhere.clone(), Some("le siège du tribunal"));
    check_asked(all.clone(), json!("Bordeaux"), None);
    check_asked(all, lyon.clone(), None);
    check_asked(figures(None, turnover, Some("2000000.00")), lyon.clone(), None);
    check_asked(figures(None, turnover, Some("4000000.00")), lyon.clone(), Some("votre effectif"));
    check_asked(figures(Some(300), None, Some("4000000.00")), lyon.clone(), Some("votre chiffre d’affaires moyen"));
    check_asked(figures(Some(40), None, None), nowhere.clone(), None);
    let everything = "votre effectif, votre chiffre d’affaires moyen, votre bénéfice moyen et le siège du tribunal";
    check_asked(figures(None, None, None), nowhere, Some(everything));
    check_asked(json!({ "kind": "soleTrader" }), lyon, Some("votre effectif"));
}

#[test]
fn an_unknown_seat_makes_the_contribution_possible() {
    // 3 % of 200 000 = 6 000, if the court is one of the twelve.
    let creditor = json!({ "employees": 300, "turnover": "80000000.00", "averageProfit": "4000000.00" });
    let guidance = guide(json!({ "amount": "200000.00", "creditor": creditor }));
    for (id, source) in [(OrdinaryProceedings, "decret-2024-1225"), (PaymentOrder, "efl-contribution-tae")] {
        let items = &option(&guidance, id).cost.items;
        let item = items.iter().find(|item| item.source == source).unwrap();
        assert_eq!((item.min, item.max), (euros("0.00"), euros("6000.00")));
    }
}

#[test]
fn costs_with_a_public_debtor_come_back_by_its_own_texts() {
    let guidance = guide(json!({ "debtor": { "kind": "publicBody", "publicKind": "local" } }));
    for id in [PublicDemand, Reminder, FormalNotice] {
        for item in &option(&guidance, id).cost.items {
            assert!(item.why.contains("L2192-13 et D2192-35"), "{id:?}: {}", item.why);
        }
    }
    for id in [AdministrativeSummary, OrdinaryProceedings] {
        for item in &option(&guidance, id).cost.items {
            assert!(item.why.contains("L761-1"), "{id:?}: {}", item.why);
        }
    }
}
