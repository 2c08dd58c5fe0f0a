//! The English of the form of a letter, for a debtor abroad.

use dument_law::french::NO_BREAK;
use dument_law::{Day, Money, Percent};

use super::{Labels, Words};
use crate::{english, period};

pub(crate) struct English;

pub(super) static LABELS: Labels = Labels {
    subject: "Subject: ",
    colon: ": ",
    enclosures: "Enclosures:",
    registered_letter: "Registered letter with advice of delivery",
    vat: "VAT no.\u{a0}",
    phone: "Tel.: ",
    invoices: "Invoices",
    your_reference: "Your reference",
    how_to_pay: "How to pay",
    payee: "Payee",
    reference: "Reference",
    amount: "Amount",
    detailed_statement: "Detailed statement",
    proof_of_costs: "Evidence of the recovery costs",
    overdue_invoices: "Overdue invoices",
    invoice: "Invoice",
    due_date: "Due date",
    amount_with_vat: "Amount incl. VAT",
    left_to_pay: "Balance",
    total: "Total",
    total_due: "Total due",
    parts: ["Principal", "Interest", "Compensation", "Contract penalty"],
    account: ["Item", "Days", "Rate", "Base"],
    invoiced: "Amount of the invoice, incl. VAT",
    indemnity: "Fixed compensation for recovery costs",
    penalty_clause: "Penalty set by the contract",
    not_set_off: "Sum not set against this invoice",
};

impl Words for English {
    fn labels(&self) -> &'static Labels {
        &LABELS
    }

    fn money(&self, amount: Money) -> String {
        english::money(amount)
    }

    fn percent(&self, rate: Percent) -> String {
        english::percent(rate)
    }

    fn number(&self, number: Percent) -> String {
        english::decimal(&number.decimal().normalize().to_string())
    }

    fn day(&self, day: Day) -> String {
        english::day(day)
    }

    fn days(&self, days: &[Day]) -> String {
        period::listed(days, english::day, " and ")
    }

    fn in_words(&self, number: u64) -> String {
        english::in_words(number)
    }

    fn amount_in_words(&self, amount: Money) -> String {
        english::amount_in_words(amount)
    }

    fn place_and_date(&self, place: &str, day: Day) -> String {
        format!("{place}, {}", english::day(day))
    }

    fn capital(&self, form: &str, capital: Money) -> String {
        format!("{form} with a share capital of {}", english::money(capital))
    }

    fn invoice(&self, number: &str) -> String {
        format!("Invoice no.{NO_BREAK}{number}")
    }

    fn invoice_days(&self, issued_on: Option<Day>, due_on: Day) -> String {
        let issued = issued_on.map(|day| format!("dated {}, ", english::day(day))).unwrap_or_default();
        format!("{issued}due on {}", english::day(due_on))
    }

    fn invoice_title(&self, number: &str, issued_on: Option<Day>, due_on: Day) -> String {
        format!("{}, {}", self.invoice(number), self.invoice_days(issued_on, due_on))
    }

    fn listed_invoices(&self, count: usize) -> String {
        format!("{count} invoices, listed in this letter")
    }

    fn payment_reference(&self, count: usize, written_on: Day) -> String {
        format!("{count} invoices, letter of {}", english::day(written_on))
    }

    fn copy_of_invoice(&self, number: &str) -> String {
        format!("Copy of invoice no.{NO_BREAK}{number}")
    }

    fn copies_of_invoices(&self, count: u64) -> String {
        format!("Copies of the {} invoices", english::in_words(count))
    }

    fn statement_on(&self, day: Day) -> String {
        format!("Statement as at {}", english::day(day))
    }

    fn detailed_statement_on(&self, day: Day) -> String {
        format!("Detailed statement as at {}", english::day(day))
    }

    fn interest_over(&self, from: Day, to: Day) -> String {
        if from == to {
            return format!("Interest on {}", english::day(from));
        }
        format!("Interest from {} to {}", period::before(from, to, english::day), english::day(to))
    }

    fn payment_of(&self, day: Day) -> String {
        format!("Payment of {}", english::day(day))
    }

    fn credit_of(&self, day: Day) -> String {
        format!("Credit note of {}", english::day(day))
    }

    fn payment_code(&self, amount: Money, payee: &str, reference: &str) -> String {
        format!(
            "To be scanned with your banking application: this code prepares a transfer of {} to {payee}, reference {reference}.",
            english::money(amount)
        )
    }
}
