//! The letters that the law or the facts forbid.

use dument_law::Code;
use serde_json::json;

use crate::case::{DEBTORS, REMINDERS, case, part_paid, refused, two_invoices, write, written};

fn at(code: Code, field: &str) -> Vec<(Code, String)> {
    vec![(code, field.to_owned())]
}

#[test]
fn no_earlier_claim_is_asked_for_once_insolvency_proceedings_are_open() {
    for kind in REMINDERS {
        for debtor in DEBTORS {
            let mut case = case(kind, debtor);
            case["penalties"] = json!({ "insolvencyOpenedOn": "2026-06-10" });
            assert_eq!(refused(case), at(Code::InsolvencyOpened, "penalties.insolvencyOpenedOn"), "{kind} to {debtor}");
        }
    }
}

#[test]
fn an_invoice_issued_before_the_judgment_is_earlier_even_if_due_after() {
    let mut case = case("formalNotice", "company");
    case["penalties"] = json!({ "insolvencyOpenedOn": "2026-05-10" });
    assert_eq!(refused(case.clone()), at(Code::InsolvencyOpened, "penalties.insolvencyOpenedOn"));
    case["invoices"][0]["issuedOn"] = json!("2026-05-12");
    let letter = written(case);
    assert!(letter.notes.iter().any(|note| note.code == "bornAfterInsolvency"));
    // What is later than the judgment is paid when it falls due: interest and indemnity as if there were none (C. com. L622-17).
    assert!(letter.text.contains("1\u{202f}917,71\u{202f}€"), "{}", letter.text);
}

#[test]
fn a_judgment_to_come_forbids_nothing() {
    let mut case = case("formalNotice", "company");
    case["penalties"] = json!({ "insolvencyOpenedOn": "2026-07-01" });
    written(case);
}

#[test]
fn no_costs_are_asked_from_a_consumer() {
    for debtor in ["consumer", "association"] {
        let mut case = case("formalNotice", debtor);
        case["penalties"] = json!({
            "extraCosts": [{ "label": "Frais de dossier", "amount": "30.00" }],
            "penaltyClause": { "minimum": "50.00" }
        });
        let expected = ["penalties.extraCosts", "penalties.penaltyClause"];
        assert_eq!(refused(case), expected.map(|field| (Code::IndemnityFromConsumer, field.to_owned())), "{debtor}");
    }
}

#[test]
fn an_association_that_acts_as_a_professional_owes_what_professionals_owe() {
    let mut case = case("formalNotice", "association");
    case["facts"] = json!({ "associationActsAsProfessional": true });
    let text = written(case).text;
    assert!(text.contains("1\u{202f}917,71\u{202f}€") && text.contains("441-10"));
}

#[test]
fn nothing_is_asked_before_it_is_late() {
    for (due_on, late) in [("2026-06-29", true), ("2026-06-30", false), ("2026-07-01", false)] {
        let mut case = case("reminder", "company");
        case["invoices"][0]["dueOn"] = json!(due_on);
        if late {
            written(case);
        } else {
            assert_eq!(refused(case), at(Code::NotYetDue, "invoices[0].dueOn"), "{due_on}");
        }
    }
}

#[test]
fn nothing_is_asked_that_is_paid() {
    let mut case = two_invoices("reminder", "company");
    case["invoices"][1]["payments"] = json!([{ "on": "2026-06-10", "amount": "620.50" }]);
    assert_eq!(refused(case), at(Code::NothingDue, "invoices[1]"));

    let mut case = part_paid("formalNotice", "consumer");
    case["invoices"][0]["payments"][0]["amount"] = json!("1850.00");
    assert_eq!(refused(case), at(Code::NothingDue, "invoices[0]"));
}

#[test]
fn an_invoice_paid_late_still_owes_its_penalties() {
    let mut case = part_paid("formalNotice", "company");
    case["invoices"][0]["payments"][0]["amount"] = json!("1850.00");
    let text = written(case).text;
    assert!(text.contains("Elle a été payée après cette date"), "{text}");
}

#[test]
fn every_fault_is_told_at_once() {
    let mut case = case("reminder", "company");
    case["creditor"]["kind"] = json!("consumer");
    case["creditor"]["name"] = json!(" ");
    case["debtor"]["address"] = json!({ "lines": [""], "postcode": "4900", "town": "" });
    case["invoices"][0]["number"] = json!("");
    case["invoices"][0]["amount"] = json!("0");
    case["payWithinDays"] = json!(1);
    case["facts"] = json!({ "earlierLetters": ["2026-07-04"] });
    assert_eq!(
        refused(case),
        [
            (Code::UnknownValue, "creditor.kind"),
            (Code::MissingField, "creditor.name"),
            (Code::MissingField, "debtor.address.lines"),
            (Code::MissingField, "debtor.address.town"),
            (Code::InvalidPostcode, "debtor.address.postcode"),
            (Code::MissingField, "invoices[0].number"),
            (Code::OutOfRange, "payWithinDays"),
            (Code::DateOutOfRange, "facts.earlierLetters[0]"),
            (Code::ZeroAmount, "invoices[0].amount"),
        ]
        .map(|(code, field)| (code, field.to_owned()))
    );
}

#[test]
fn faults_are_told_in_well_set_sentences() {
    let mut faulty = case("reminder", "company");
    faulty["creditor"]["siret"] = json!("55210055400013");
    faulty["debtor"]["address"]["postcode"] = json!("4900");
    faulty["invoices"][0]["dueOn"] = json!("2026-07-01");
    let mut misread = case("reminder", "company");
    misread["creditor"]["siren"] = json!("1");
    misread["creditor"]["siret"] = json!("73282932000075");
    misread["creditor"]["iban"] = json!("FR");
    misread["creditor"]["vatNumber"] = json!("FR00");
    let mut paid = part_paid("reminder", "company");
    paid["invoices"][0]["payments"][0]["amount"] = json!("1850.00");
    for case in [faulty, misread, paid] {
        let problems = write(case).unwrap_err();
        for problem in problems.all() {
            let message = &problem.message;
            assert!([" :", " ;", " »", "« ", "'"].iter().all(|wrong| !message.contains(wrong)), "{message}");
            assert!(message.ends_with('.'), "{message}");
        }
    }
}

#[test]
fn faults_of_the_statement_stand_where_the_letter_has_them() {
    let mut case = case("formalNotice", "company");
    case["invoices"] = json!([]);
    assert_eq!(refused(case), at(Code::EmptyList, "invoices"));
}

#[test]
fn unknown_fields_and_values_are_refused_by_name() {
    let mut case = case("invoice", "company");
    case["creditor"]["vat"] = json!("FR");
    case["debtor"].as_object_mut().unwrap().remove("address");
    let mut faults = refused(case);
    faults.sort_by(|a, b| a.1.cmp(&b.1));
    assert_eq!(
        faults,
        [(Code::UnknownField, "creditor.vat"), (Code::MissingField, "debtor.address"), (Code::UnknownValue, "kind")]
            .map(|(code, field)| (code, field.to_owned()))
    );
}

#[test]
fn what_no_letter_may_contain_is_refused_where_it_was_typed() {
    let mut case = case("formalNotice", "consumer");
    case["facts"] = json!({ "enclosures": ["Constat du 3 juin 2026", "Note de frais de dossier", "Dernier avis avant saisie"] });
    let problems = write(case.clone()).unwrap_err();
    let expected = [1, 2].map(|place| (Code::ForbiddenContent, format!("facts.enclosures[{place}]")));
    assert_eq!(refused(case), expected);
    assert!(problems.all()[0].message.starts_with("«\u{a0}frais de dossier\u{a0}»\u{a0}: "), "{problems}");
}

#[test]
fn costs_say_what_they_are() {
    let mut case = case("formalNotice", "company");
    case["penalties"] = json!({ "extraCosts": [{ "label": " \n", "amount": "120.00" }] });
    assert_eq!(refused(case), at(Code::MissingField, "penalties.extraCosts[0].label"));
}
