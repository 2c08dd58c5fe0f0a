//! The debit note: interest and indemnity on invoices paid late, and nothing else.

use dument_law::{Code, Money};
use serde_json::{Value, json};

use crate::case::{case, refused, two_invoices, written};
use crate::texts::check;

fn numbered(mut case: Value) -> Value {
    case["facts"] = json!({ "penaltyClaim": { "number": "ND-2026-03" } });
    case
}

#[test]
fn to_a_company() {
    check("penalty-claim-company", numbered(case("penaltyClaim", "company")));
}

#[test]
fn to_a_company_courteously_about_two_invoices() {
    let mut case = two_invoices("penaltyClaim", "company");
    case["tone"] = json!("courteous");
    check("penalty-claim-company-two-courteous", case);
}

#[test]
fn to_a_consumer_after_a_formal_notice() {
    check("penalty-claim-consumer", case("penaltyClaim", "consumer"));
}

#[test]
fn to_a_public_body() {
    check("penalty-claim-public", numbered(case("penaltyClaim", "publicBody")));
}

#[test]
fn payments_close_the_invoice_before_they_pay_interest() {
    // 40 days to 25 June: 1 850,00 × 12,15 % × 40 / 365 = 24,6328… → 24,63; with the indemnity 64,63.
    for imputation in ["interestFirst", "principalFirst"] {
        let mut case = case("penaltyClaim", "company");
        case["penalties"] = json!({ "imputation": imputation });
        let letter = written(case);
        let totals = letter.statement.totals;
        assert_eq!((totals.principal_due, totals.total), (Money::ZERO, Money::from_cents(64_63)), "{imputation}");
        assert!(letter.text.contains("64,63\u{202f}€ (soixante-quatre euros et soixante-trois centimes)"));
        assert_eq!(letter.notes.iter().any(|note| note.code == "settledByPayments"), imputation == "interestFirst");
    }
}

#[test]
fn no_vat_is_counted_and_the_note_says_why() {
    for debtor in ["company", "consumer", "publicBody"] {
        let letter = written(case("penaltyClaim", debtor));
        assert!(letter.text.contains("n’est pas une facture") && letter.text.contains("article\u{a0}256"), "{debtor}");
        assert!(letter.sources.iter().any(|source| source.id == "cgi-256"), "{debtor}");
        assert!(letter.notes.iter().any(|note| note.code == "notAnInvoice"), "{debtor}");
    }
}

#[test]
fn principal_still_owed_is_for_another_letter() {
    let mut case = two_invoices("penaltyClaim", "company");
    case["invoices"][1]["payments"] = json!([]);
    assert_eq!(refused(case), [(Code::NotApplicable, "invoices[1]".to_owned())]);
}

#[test]
fn an_invoice_paid_in_time_owes_nothing() {
    let mut case = case("penaltyClaim", "company");
    case["invoices"][0]["payments"][0]["on"] = json!("2026-05-16");
    assert_eq!(refused(case), [(Code::NothingDue, "invoices[0]".to_owned())]);
}

#[test]
fn a_consumer_owes_nothing_without_a_formal_notice() {
    for debtor in ["consumer", "association"] {
        let mut case = case("penaltyClaim", debtor);
        case["penalties"] = json!({});
        assert_eq!(refused(case), [(Code::NotApplicable, "penalties.noticeReceivedOn".to_owned())], "{debtor}");
    }
    let mut after = case("penaltyClaim", "consumer");
    after["penalties"]["noticeReceivedOn"] = json!("2026-06-26");
    assert_eq!(refused(after), [(Code::NothingDue, "invoices[0]".to_owned())]);
}
