//! Payment terms: when an invoice must be paid, and whether what was agreed is lawful (C. com. L441-10 to L441-16,
//! CCP L2192-10 and R2192-10 to R2192-14).
//!
//! Facts become the longest lawful term (`term`), which is compared with what the parties agreed; what was assumed, and
//! what the law leaves open, is said in notes (`notes`).

mod input;
mod notes;
mod term;

use serde::{Deserialize, Serialize};

pub use input::{AgreedTerm, Creditor, Debtor, EndOfMonth, Input, Sector};

use crate::problem::Problem;
use crate::{Code, Day, Money, Note, PartyKind, Problems, Reference, Source};
use term::{Facts, Regime};

/// When an invoice must be paid, and whether what was agreed is lawful.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
#[doc(alias = "délais de paiement")]
pub struct PaymentTerms {
    /// The due date to count penalties from: the one agreed, else that of the law. Where the one agreed is later than the
    /// law allows, still the one agreed between businesses, by caution; the law's for a public debtor, whose contract
    /// can't lengthen its term.
    #[doc(alias = "échéance")]
    pub due_on: Day,
    /// The latest due date the law allows; for a consumer, whom no maximum binds, the due date itself.
    pub lawful_due_on: Day,
    /// Whether the agreed due date is no later; true where none was agreed.
    pub lawful: bool,
    /// The due dates between which the law or the contract leaves a doubt; empty where there is none.
    pub readings: Vec<Reading>,
    /// What an unlawful term may cost, between businesses.
    #[doc(alias = "amende administrative")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fine: Option<Fine>,
    /// Remarks: assumptions, what a missing fact would change, open questions.
    pub notes: Vec<Note>,
    /// The texts behind the terms, the fine and the remarks.
    pub sources: Vec<Source>,
}

/// One due date that can be argued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DueDateReading"))]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// What it follows from.
    pub name: ReadingName,
    /// The due date it gives.
    pub due_on: Day,
}

/// What a due date follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "DueDateReadingName"))]
#[serde(rename_all = "camelCase")]
pub enum ReadingName {
    /// The days, then the end of the month they end in.
    ThenEnd,
    /// The end of the month, then the days.
    EndThen,
    /// The agreement, though it exceeds the maximum.
    Agreed,
    /// The maximum that the agreement exceeds.
    Lawful,
}

/// The administrative fine for terms that aren't respected (C. com. L441-16).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "PaymentTermsFine"))]
#[serde(rename_all = "camelCase")]
pub struct Fine {
    /// What the debtor is: the maximum differs.
    pub who: FinedPerson,
    /// The highest fine.
    pub maximum: Money,
    /// The highest fine for doing it again.
    #[doc(alias = "réitération")]
    pub repeated_maximum: Money,
    /// How many years after the first fine became final « again » means.
    pub repeated_within_years: u32,
    /// The id of the source that sets it.
    pub source: String,
}

/// Whom a fine hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FinedPerson {
    /// Someone in business in their own name.
    #[doc(alias = "personne physique")]
    NaturalPerson,
    /// A company or an association.
    #[doc(alias = "personne morale")]
    LegalPerson,
}

/// Works out when an invoice must be paid.
///
/// # Errors
/// All faults of the input at once: a due date or a receipt before the invoice, a term of more than a thousand days or
/// that ends after the last year known, a creditor who is a consumer or a public body.
pub fn payment_terms(input: &Input, reference: &Reference) -> Result<PaymentTerms, Problems> {
    input.check()?;
    let facts = Facts::new(input, reference);
    let agreed = facts.agreed();
    let lawful_due_on = facts.lawful_due_on(agreed);
    let lawful = agreed.is_none_or(|agreed| agreed <= lawful_due_on);
    let due_on = match agreed {
        Some(agreed) if lawful || facts.regime == Regime::Business => agreed,
        _ => lawful_due_on,
    };
    within_years(input, agreed, lawful_due_on)?;
    let mut terms =
        PaymentTerms { due_on, lawful_due_on, lawful, readings: Vec::new(), fine: None, notes: Vec::new(), sources: Vec::new() };
    terms.readings = readings(&facts, &terms, agreed);
    if !lawful && facts.regime == Regime::Business {
        terms.fine = Some(fine(&facts));
    }
    let remarks = notes::remarks(&facts, &terms, agreed);
    terms.sources = reference.cited(remarks.sources);
    terms.notes = remarks.notes;
    Ok(terms)
}

/// A due date after the last year that a day may have is a typing error.
fn within_years(input: &Input, agreed: Option<Day>, lawful: Day) -> Result<(), Problems> {
    let beyond = |day: Day| !Day::YEARS.contains(&day.year());
    let field = match agreed {
        Some(agreed) if beyond(agreed) && !beyond(lawful) => "agreed.days",
        _ if !beyond(lawful) => return Ok(()),
        _ if input.delivered_on.is_some_and(|delivered| delivered > input.issued_on) => "deliveredOn",
        _ => "issuedOn",
    };
    let message = format!("L’échéance tomberait après l’an {}\u{a0}: vérifiez la saisie.", Day::YEARS.end());
    Err(Problems::of(vec![Problem { code: Code::OutOfRange, field: field.to_owned(), message }]))
}

/// The due dates that can be argued.
fn readings(facts: &Facts<'_>, terms: &PaymentTerms, agreed: Option<Day>) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut push = |name, due_on| readings.push(Reading { name, due_on });
    if let Some((days, None)) = facts.end_of_month {
        let day = |reading| facts.end_of_month_day(days, Some(reading));
        let (then_end, end_then) = (day(EndOfMonth::ThenEnd), day(EndOfMonth::EndThen));
        if then_end != end_then {
            push(ReadingName::ThenEnd, then_end);
            push(ReadingName::EndThen, end_then);
        }
    }
    if let Some(agreed) = agreed.filter(|_| !terms.lawful) {
        push(ReadingName::Agreed, agreed);
        push(ReadingName::Lawful, terms.lawful_due_on);
    }
    readings
}

/// What the debtor risks.
fn fine(facts: &Facts<'_>) -> Fine {
    let (who, once, again) = match facts.input.debtor.kind {
        PartyKind::SoleTrader | PartyKind::Craftsman | PartyKind::Liberal | PartyKind::Farmer => {
            (FinedPerson::NaturalPerson, "fineTermNaturalPerson", "fineTermRepeatedNaturalPerson")
        }
        _ => (FinedPerson::LegalPerson, "fineTermLegalPerson", "fineTermRepeatedLegalPerson"),
    };
    let money = |id| facts.row(id).map(|row| Money::round(row.decimal())).unwrap_or_default();
    Fine {
        who,
        maximum: money(once),
        repeated_maximum: money(again),
        repeated_within_years: facts.number("fineTermRepeatYears"),
        source: facts.row(once).map(|row| row.source.clone()).unwrap_or_default(),
    }
}
