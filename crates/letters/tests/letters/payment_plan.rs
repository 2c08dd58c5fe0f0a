//! The agreement to pay by instalments: sums that add up, terms that are written, two who sign.

use dument_law::{Code, Money};
use dument_letters::{Block, Letter};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::case::{case, part_paid, refused, two_invoices, with, write, written};
use crate::texts::check;

fn thirds() -> Value {
    json!({ "instalments": [{ "on": "2026-07-31" }, { "on": "2026-08-31" }, { "on": "2026-09-30" }] })
}

/// The amounts of the instalments, and their total.
fn amounts(letter: &Letter) -> (Vec<String>, String) {
    let rows = letter.blocks.iter().find_map(|block| match block {
        Block::Table { caption, rows, .. } if caption == "Versements" => Some(rows),
        _ => None,
    });
    let mut amounts: Vec<String> = rows.unwrap().iter().map(|row| row.cells[2].replace('\u{202f}', "")).collect();
    let total = amounts.pop().unwrap();
    (amounts, total)
}

#[test]
fn with_a_company() {
    check("payment-plan-company", with(case("paymentPlan", "company"), thirds()));
}

#[test]
fn with_a_company_for_two_invoices_given_up_if_kept() {
    let case = with(two_invoices("paymentPlan", "company"), thirds());
    check("payment-plan-company-two-waived", with(case, json!({ "interest": "waivedIfKept" })));
}

#[test]
fn with_a_consumer_after_a_formal_notice_suspended() {
    let mut case = with(part_paid("paymentPlan", "consumer"), json!({ "interest": "suspended" }));
    case["penalties"] = json!({ "noticeReceivedOn": "2026-05-31" });
    check("payment-plan-consumer-suspended", case);
}

#[test]
fn with_a_consumer() {
    check("payment-plan-consumer", with(case("paymentPlan", "consumer"), thirds()));
}

#[test]
fn equal_shares_add_up_to_the_cent() {
    // 1 917,71 / 3 = 639,236… : 639,23 + 639,24 + 639,24.
    let letter = written(with(case("paymentPlan", "company"), thirds()));
    assert_eq!(amounts(&letter), (["639,23€", "639,24€", "639,24€"].map(String::from).to_vec(), "1917,71€".into()));
}

#[test]
fn what_is_given_leaves_the_rest_to_the_others() {
    let instalments =
        json!([{ "on": "2026-07-31", "amount": "917.71" }, { "on": "2026-08-31" }, { "on": "2026-09-30", "amount": "400.00" }]);
    let letter = written(with(case("paymentPlan", "company"), json!({ "instalments": instalments })));
    assert_eq!(amounts(&letter).0, ["917,71€", "600,00€", "400,00€"]);
}

#[test]
fn a_plan_that_gives_interest_up_pays_the_principal() {
    let facts = json!({ "interest": "waivedIfKept", "instalments": [{ "on": "2026-07-31", "amount": "1850.00" }] });
    let letter = written(with(case("paymentPlan", "company"), facts));
    assert_eq!(amounts(&letter).1, "1850,00€");
    assert!(letter.text.contains("soit 67,71\u{202f}€"), "{}", letter.text);
}

#[test]
fn amounts_that_do_not_add_up_are_refused_with_both_sums() {
    for (amounts, told) in [
        (json!([{ "on": "2026-07-31", "amount": "1900.00" }]), "1900,00"),
        (json!([{ "on": "2026-07-31", "amount": "1917.71" }, { "on": "2026-08-31" }]), "1917,71"),
        (json!([{ "on": "2026-07-31", "amount": "2000.00" }, { "on": "2026-08-31" }]), "2000,00"),
    ] {
        let problems = write(with(case("paymentPlan", "company"), json!({ "instalments": amounts }))).unwrap_err();
        let problem = &problems.all()[0];
        assert_eq!((problem.code, problem.field.as_str()), (Code::SumMismatch, "facts.paymentPlan.instalments"));
        let message = problem.message.replace('\u{202f}', "");
        assert!(message.contains(told) && message.contains("1917,71"), "{message}");
    }
}

#[test]
fn what_is_missing_or_wrong_is_told_at_once() {
    let mut bare = case("paymentPlan", "company");
    bare["facts"] = json!({});
    assert_eq!(
        refused(bare),
        [(Code::MissingField, "facts.paymentPlan.instalments"), (Code::MissingField, "facts.paymentPlan.signatory.name")]
            .map(|(code, field)| (code, field.to_owned()))
    );
    let facts = json!({
        "instalments": [{ "on": "2026-06-30", "amount": "0" }, { "on": "2026-08-31" }, { "on": "2026-08-31" }],
        "cureDays": 3,
        "signatory": { "name": "Louis Brun" }
    });
    assert_eq!(
        refused(with(case("paymentPlan", "company"), facts)),
        [
            (Code::DateOutOfRange, "facts.paymentPlan.instalments[0].on"),
            (Code::ZeroAmount, "facts.paymentPlan.instalments[0].amount"),
            (Code::DateOutOfRange, "facts.paymentPlan.instalments[2].on"),
            (Code::OutOfRange, "facts.paymentPlan.cureDays"),
            (Code::MissingField, "facts.paymentPlan.signatory.capacity"),
        ]
        .map(|(code, field)| (code, field.to_owned()))
    );
}

#[test]
fn a_public_body_agrees_to_no_instalments() {
    assert_eq!(refused(case("paymentPlan", "publicBody")), [(Code::NotApplicable, "debtor.kind".to_owned())]);
}

#[test]
fn no_plan_is_made_once_insolvency_proceedings_are_open() {
    let mut case = case("paymentPlan", "company");
    case["penalties"] = json!({ "insolvencyOpenedOn": "2026-06-10" });
    assert_eq!(refused(case), [(Code::InsolvencyOpened, "penalties.insolvencyOpenedOn".to_owned())]);
}

#[test]
fn an_invoice_not_yet_due_is_part_of_the_debt_and_bears_nothing() {
    let mut case = with(two_invoices("paymentPlan", "company"), thirds());
    case["invoices"][1]["dueOn"] = json!("2026-07-15");
    let letter = written(case);
    // 1 917,71 + 620,50 = 2 538,21
    assert_eq!(amounts(&letter).1, "2538,21€");
    assert!(letter.text.contains("Factures à échoir") && letter.text.contains("deux mille cinq cent trente-huit euros"));
}

#[test]
fn both_sign_and_two_originals_are_made() {
    for debtor in ["company", "consumer"] {
        let letter = written(case("paymentPlan", debtor));
        let parties = letter.blocks.iter().find_map(|block| match block {
            Block::Signatures { parties } => Some(parties),
            _ => None,
        });
        let titles: Vec<&str> = parties.unwrap().iter().map(|party| party.title.as_str()).collect();
        assert_eq!(titles, ["Le créancier", "Le débiteur"]);
        assert!(letter.text.contains("en deux originaux"), "{debtor}");
        assert!(!letter.blocks.iter().any(|block| matches!(block, Block::Sender { .. } | Block::Recipient { .. })));
    }
}

#[test]
fn a_missed_instalment_leaves_a_time_that_suits_the_debtor() {
    for (debtor, days) in [("company", "quinze jours"), ("consumer", "trente jours"), ("association", "trente jours")] {
        assert!(written(case("paymentPlan", debtor)).text.contains(days), "{debtor}");
    }
    let text = written(with(case("paymentPlan", "company"), json!({ "cureDays": 8 }))).text;
    assert!(text.contains("dans les huit jours qui suivent la première présentation"));
}

#[test]
fn a_short_time_to_catch_up_is_remarked_towards_a_consumer() {
    for (debtor, days, short) in [("consumer", 29, true), ("consumer", 30, false), ("company", 8, false)] {
        let letter = written(with(case("paymentPlan", debtor), json!({ "cureDays": days })));
        assert_eq!(letter.notes.iter().any(|note| note.code == "shortCure"), short, "{debtor} {days}");
    }
}

#[test]
fn giving_penalties_up_is_a_choice_that_is_warned_of() {
    for (interest, warned) in [("runsOn", false), ("suspended", true), ("waivedIfKept", true)] {
        let letter = written(with(case("paymentPlan", "company"), json!({ "interest": interest })));
        assert_eq!(letter.notes.iter().any(|note| note.code == "waiverDebated"), warned, "{interest}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// However many instalments share the sum, they add up to it and differ by a cent at most.
    #[test]
    fn shares_are_fair(cents in 100_i64..10_000_000, count in 1_u32..24) {
        let mut case = case("paymentPlan", "company");
        case["invoices"][0]["amount"] = json!(Money::from_cents(cents).to_string());
        let instalments: Vec<Value> = (1..=count).map(|month| json!({ "on": format!("{}-{:02}-28", 2027 + (month - 1) / 12, (month - 1) % 12 + 1) })).collect();
        let letter = written(with(case, json!({ "instalments": instalments })));
        let (amounts, total) = amounts(&letter);
        let read = |amount: &str| amount.replace([',', '€'], "").parse::<i64>().unwrap();
        let shares: Vec<i64> = amounts.iter().map(|amount| read(amount)).collect();
        prop_assert_eq!(shares.iter().sum::<i64>(), read(&total));
        prop_assert!(shares.iter().max().unwrap() - shares.iter().min().unwrap() <= 1);
    }
}
