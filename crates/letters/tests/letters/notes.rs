//! What the writer is told beside the letter.

use dument_law::Severity;
use serde_json::{Value, json};

use crate::case::{DEBTORS, REMINDERS, case, part_paid, written};

fn codes(case: Value) -> Vec<String> {
    written(case).notes.into_iter().map(|note| note.code).collect()
}

#[track_caller]
fn check(case: Value, code: &str, expected: bool) {
    let codes = codes(case);
    assert_eq!(codes.iter().any(|found| found == code), expected, "{code} in {codes:?}");
}

#[test]
fn a_bare_head_is_complete_enough_and_says_what_to_add() {
    let mut bare = case("formalNotice", "company");
    check(bare.clone(), "mentionsMissing", false);
    check(bare.clone(), "ibanMissing", false);
    for detail in ["iban", "siren", "vatNumber", "capital", "signatory"] {
        bare["creditor"].as_object_mut().unwrap().remove(detail);
    }
    let letter = written(bare);
    assert!(letter.text.contains("par le moyen indiqué sur la facture"));
    assert!(letter.text.contains("\n\nAtelier Nord SARL\n\nPièces jointes"));
    let mentions = letter.notes.iter().find(|note| note.code == "mentionsMissing").unwrap();
    assert!(["capital", "SIREN", "signe"].iter().all(|what| mentions.message.contains(what)), "{}", mentions.message);
    assert_eq!(mentions.severity, Severity::Info);
}

#[test]
fn an_association_is_asked_about() {
    check(case("formalNotice", "association"), "associationTreatedAsConsumer", true);
    for (answer, asked) in [(json!(true), false), (json!(false), false), (json!("unknown"), true)] {
        let mut case = case("formalNotice", "association");
        case["facts"] = json!({ "associationActsAsProfessional": answer });
        check(case, "associationTreatedAsConsumer", asked);
    }
}

#[test]
fn a_formal_notice_to_a_consumer_names_a_mediator() {
    check(case("formalNotice", "consumer"), "mediatorMissing", true);
    check(case("formalNotice", "association"), "mediatorMissing", false);
    let mut case = case("formalNotice", "consumer");
    case["facts"] = json!({ "consumerMediator": "Médiation du commerce" });
    check(case, "mediatorMissing", false);
}

#[test]
fn a_formal_notice_interrupts_nothing_but_against_a_public_body() {
    for debtor in DEBTORS {
        check(case("formalNotice", debtor), "noInterruption", debtor != "publicBody");
        check(case("formalNotice", debtor), "publicComplaint", debtor == "publicBody");
        check(case("reminder", debtor), "noInterruption", false);
    }
}

#[test]
fn a_short_deadline_is_remarked() {
    for (days, short) in [(7, true), (8, false)] {
        let mut case = case("formalNotice", "company");
        case["payWithinDays"] = json!(days);
        check(case, "shortDeadline", short);
    }
}

#[test]
fn the_balance_of_a_reminder_is_not_that_of_a_statement() {
    check(part_paid("reminder", "company"), "balanceWithoutInterest", true);
    check(part_paid("reminder", "consumer"), "balanceWithoutInterest", false);
}

#[test]
fn notes_of_the_statement_come_along_where_it_is_printed() {
    let mut late = case("formalNotice", "company");
    late["writtenOn"] = json!("2027-01-15");
    check(late.clone(), "rateNotPublished", true);
    assert!(written(late.clone()).text.contains("n’étant pas encore publié"));
    late["kind"] = json!("reminder");
    check(late, "rateNotPublished", false);
}

#[test]
fn every_note_and_source_is_whole() {
    for kind in REMINDERS {
        for debtor in DEBTORS {
            let letter = written(case(kind, debtor));
            assert!(letter.notes.iter().all(|note| note.message.ends_with('.')));
            assert!(letter.sources.iter().any(|source| source.id == "ccom-r123-237"));
            let expected = match (kind, debtor) {
                ("formalNotice", _) => "cciv-1344",
                (_, "publicBody") => "ccp-l2192-13",
                (_, "company") => "ccom-l441-10",
                _ => "cciv-1344",
            };
            assert!(letter.sources.iter().any(|source| source.id == expected), "{kind} to {debtor}: {:?}", letter.sources);
        }
    }
}

#[test]
fn what_changes_nothing_in_a_letter_is_said() {
    let with = |kind: &str, debtor: &str, field: &str, value: Value| {
        let mut case = case(kind, debtor);
        case[field] = value;
        case
    };
    for (kind, ignored) in [("reminder", false), ("secondReminder", false), ("formalNotice", true)] {
        check(with(kind, "company", "tone", json!("firm")), "toneIgnored", ignored);
    }
    for (kind, ignored) in [("reminder", true), ("secondReminder", false), ("formalNotice", false)] {
        check(with(kind, "company", "penalties", json!({ "imputation": "principalFirst" })), "penaltiesIgnored", ignored);
        check(with(kind, "company", "penalties", json!({})), "penaltiesIgnored", false);
    }
    let mediator = json!({ "consumerMediator": "Médiation du commerce" });
    check(with("formalNotice", "company", "facts", mediator.clone()), "mediatorIgnored", true);
    check(with("reminder", "consumer", "facts", mediator.clone()), "mediatorIgnored", true);
    check(with("formalNotice", "consumer", "facts", mediator), "mediatorIgnored", false);
    for debtor in DEBTORS {
        let acts = json!({ "associationActsAsProfessional": true });
        check(with("formalNotice", debtor, "facts", acts), "associationFactIgnored", debtor != "association");
    }
}

#[test]
fn a_public_body_pays_principal_before_interest() {
    check(part_paid("formalNotice", "publicBody"), "publicPaysPrincipalFirst", true);
    check(case("formalNotice", "publicBody"), "publicPaysPrincipalFirst", false);
    check(part_paid("formalNotice", "company"), "publicPaysPrincipalFirst", false);
    let mut chosen = part_paid("formalNotice", "publicBody");
    chosen["penalties"]["imputation"] = json!("principalFirst");
    check(chosen, "publicPaysPrincipalFirst", false);
}

#[test]
fn a_debtor_abroad_is_remarked_in_every_letter_that_applies_french_law() {
    let abroad = |kind| {
        let mut case = case(kind, "company");
        case["debtor"]["address"]["country"] = json!("BE");
        case
    };
    for kind in ["penaltyClaim", "suspensionNotice", "paymentPlan"] {
        check(abroad(kind), "debtorAbroad", true);
    }
    check(abroad("claimDeclaration"), "proceedingsAbroad", true);
    check(case("claimDeclaration", "company"), "proceedingsAbroad", false);
}

#[test]
fn over_indebtedness_concerns_a_consumer_alone() {
    for kind in ["secondReminder", "formalNotice", "paymentPlan", "paymentOrderRequest"] {
        check(case(kind, "consumer"), "overIndebtedness", true);
        check(case(kind, "association"), "overIndebtedness", false);
    }
    check(case("reminder", "consumer"), "overIndebtedness", false);
}
