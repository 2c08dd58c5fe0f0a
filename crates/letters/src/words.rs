//! What the form of a letter says in its language, and how it prints figures there: one file a language.

mod english;
mod french;

use dument_law::{Day, Money, Percent};

use crate::document::Language;

/// The words of a language, and its ways with figures.
pub(crate) trait Words: Sync {
    /// The words that hold no fact.
    fn labels(&self) -> &'static Labels;

    /// An amount with its sign.
    fn money(&self, amount: Money) -> String;
    /// A rate with its sign.
    fn percent(&self, rate: Percent) -> String;
    /// A number without idle zeros.
    fn number(&self, number: Percent) -> String;
    /// A day with the name of its month.
    fn day(&self, day: Day) -> String;
    /// Several days, in order.
    fn days(&self, days: &[Day]) -> String;
    /// A count in words.
    fn in_words(&self, number: u64) -> String;
    /// An amount in words.
    fn amount_in_words(&self, amount: Money) -> String;

    /// Where and when the letter was written.
    fn place_and_date(&self, place: &str, day: Day) -> String;
    /// The form of a company and its share capital.
    fn capital(&self, form: &str, capital: Money) -> String;
    /// An invoice by its number.
    fn invoice(&self, number: &str) -> String;
    /// The days of an invoice, as a value beside its number.
    fn invoice_days(&self, issued_on: Option<Day>, due_on: Day) -> String;
    /// An invoice by its number and its days, as the caption of its account.
    fn invoice_title(&self, number: &str, issued_on: Option<Day>, due_on: Day) -> String;
    /// So many invoices that the references don't name them.
    fn listed_invoices(&self, count: usize) -> String;
    /// What a payment of many invoices recalls.
    fn payment_reference(&self, count: usize, written_on: Day) -> String;
    /// The enclosed copy of an invoice.
    fn copy_of_invoice(&self, number: &str) -> String;
    /// The enclosed copies of several.
    fn copies_of_invoices(&self, count: u64) -> String;
    /// The caption of the statement.
    fn statement_on(&self, day: Day) -> String;
    /// The heading of its details.
    fn detailed_statement_on(&self, day: Day) -> String;
    /// A line of interest.
    fn interest_over(&self, from: Day, to: Day) -> String;
    /// What was paid.
    fn payment_of(&self, day: Day) -> String;
    /// What was credited.
    fn credit_of(&self, day: Day) -> String;
    /// What a payment code does, for who sees it and who doesn't.
    fn payment_code(&self, amount: Money, payee: &str, reference: &str) -> String;
}

/// Words of the form of a letter.
pub(crate) struct Labels {
    /// Before the subject.
    pub(crate) subject: &'static str,
    /// Between a label and its value.
    pub(crate) colon: &'static str,
    /// Before the enclosures.
    pub(crate) enclosures: &'static str,
    pub(crate) registered_letter: &'static str,
    /// Before a VAT number.
    pub(crate) vat: &'static str,
    /// Before a telephone number.
    pub(crate) phone: &'static str,
    pub(crate) invoices: &'static str,
    pub(crate) your_reference: &'static str,
    pub(crate) how_to_pay: &'static str,
    pub(crate) payee: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) amount: &'static str,
    pub(crate) detailed_statement: &'static str,
    pub(crate) proof_of_costs: &'static str,
    pub(crate) overdue_invoices: &'static str,
    pub(crate) invoice: &'static str,
    pub(crate) due_date: &'static str,
    pub(crate) amount_with_vat: &'static str,
    pub(crate) left_to_pay: &'static str,
    pub(crate) total: &'static str,
    pub(crate) total_due: &'static str,
    /// The columns of a summary: principal, interest, indemnity, the contract's penalty.
    pub(crate) parts: [&'static str; 4],
    /// The columns of an account: what happened, days, rate, base.
    pub(crate) account: [&'static str; 4],
    pub(crate) invoiced: &'static str,
    pub(crate) indemnity: &'static str,
    pub(crate) penalty_clause: &'static str,
    pub(crate) not_set_off: &'static str,
}

/// The words that hold no fact, alone: what only prints a document needs nothing that writes one.
pub(crate) fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Fr => &french::LABELS,
        Language::En => &english::LABELS,
    }
}

/// The words of a language.
pub(crate) fn of(language: Language) -> &'static dyn Words {
    match language {
        Language::Fr => &french::French,
        Language::En => &english::English,
    }
}
