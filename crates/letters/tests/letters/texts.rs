//! Each letter as text, to be read by a person when it changes.

use serde_json::{Value, json};

use crate::case::{case, part_paid, two_invoices, written};

pub(crate) fn check(name: &str, case: Value) {
    // Spaces that don't break are shown, so that a reader of the snapshot sees them.
    let text = written(case).text.replace('\u{a0}', "~").replace('\u{202f}', "‿");
    insta::assert_snapshot!(name, text);
}

#[test]
fn reminder_to_a_company() {
    check("reminder-company", case("reminder", "company"));
}

#[test]
fn firm_reminder_to_a_company_about_two_invoices() {
    let mut case = two_invoices("reminder", "company");
    case["tone"] = json!("firm");
    check("reminder-company-firm-two", case);
}

#[test]
fn reminder_to_a_consumer_who_paid_a_part() {
    check("reminder-consumer-part-paid", part_paid("reminder", "consumer"));
}

#[test]
fn reminder_to_a_public_body() {
    check("reminder-public", case("reminder", "publicBody"));
}

#[test]
fn second_reminder_to_a_company() {
    let mut case = case("secondReminder", "company");
    case["facts"] = json!({ "earlierLetters": ["2026-06-02"] });
    check("second-reminder-company", case);
}

#[test]
fn courteous_second_reminder_to_a_consumer_about_two_invoices() {
    let mut case = two_invoices("secondReminder", "consumer");
    case["tone"] = json!("courteous");
    check("second-reminder-consumer-two", case);
}

#[test]
fn second_reminder_to_a_public_body() {
    check("second-reminder-public", case("secondReminder", "publicBody"));
}

#[test]
fn formal_notice_to_a_company() {
    let mut case = case("formalNotice", "company");
    case["facts"] = json!({ "earlierLetters": ["2026-06-02", "2026-06-15"], "enclosures": ["Bon de livraison signé"] });
    check("formal-notice-company", case);
}

#[test]
fn formal_notice_to_a_company_about_two_invoices_part_paid() {
    let mut case = two_invoices("formalNotice", "company");
    case["writtenOn"] = json!("2026-07-10");
    case["invoices"][0]["payments"] = json!([{ "on": "2026-06-10", "amount": "500.00" }]);
    case["invoices"][1]["credits"] = json!([{ "on": "2026-06-20", "amount": "20.50" }]);
    check("formal-notice-company-two-part-paid", case);
}

#[test]
fn formal_notice_to_a_company_at_an_agreed_rate_with_costs() {
    let mut case = case("formalNotice", "company");
    case["penalties"] = json!({
        "rate": { "kind": "fixed", "percent": "15" },
        "penaltyClause": { "minimum": "50.00" },
        "extraCosts": [{ "label": "Sommation de payer", "amount": "85.20" }]
    });
    check("formal-notice-company-agreed", case);
}

#[test]
fn formal_notice_to_a_consumer() {
    let mut case = case("formalNotice", "consumer");
    case["facts"] = json!({ "consumerMediator": "Médiation du commerce, 5 rue de l'Arc, 75008 Paris" });
    check("formal-notice-consumer", case);
}

#[test]
fn formal_notice_to_a_consumer_who_paid_a_part_after_an_earlier_one() {
    let mut case = part_paid("formalNotice", "consumer");
    case["penalties"] = json!({ "noticeReceivedOn": "2026-05-31" });
    check("formal-notice-consumer-earlier-notice", case);
}

#[test]
fn formal_notice_to_an_association() {
    check("formal-notice-association", case("formalNotice", "association"));
}

#[test]
fn formal_notice_to_a_public_body_who_paid_a_part() {
    check("formal-notice-public-part-paid", part_paid("formalNotice", "publicBody"));
}
