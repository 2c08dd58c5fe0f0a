//! The cells of a row by what they give, read as texts, amounts and days.

use std::borrow::Cow;
use std::cell::Cell as Mark;

use dument_law::{Day, Money};

use super::cell::{Cell, Kind};
use super::row::Style;
use crate::amount::{self, AmountError};
use crate::checks::EURO;
use crate::date::{self, DateError};
use crate::einvoice::short;
use crate::mapping::Field;
use crate::{Refusal, RefusalCode};

/// The cells of a row by what they give.
pub(super) struct Cells<'a> {
    pub(super) style: &'a Style,
    pub(super) row: &'a [Cell],
    /// Whether an amount was rounded.
    pub(super) rounded: Mark<bool>,
}

impl Cells<'_> {
    fn cell(&self, field: Field) -> Option<&Cell> {
        let column = self.style.fields.iter().position(|own| *own == Some(field))?;
        self.row.get(column).filter(|cell| !cell.text.is_empty())
    }

    pub(super) fn text(&self, field: Field) -> Option<String> {
        self.cell(field).map(|cell| bare(&cell.text).trim().to_owned()).filter(|text| !text.is_empty())
    }

    pub(super) fn currency(&self) -> String {
        let currency = self.text(Field::Currency).map(|currency| currency.to_uppercase());
        match currency.as_deref() {
            None | Some("€" | "EURO" | "EUROS") => EURO.to_owned(),
            Some(code) => code.to_owned(),
        }
    }

    pub(super) fn day(&self, field: Field) -> Result<Option<Day>, Refusal> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let which = if field == Field::DueOn { "échéance" } else { "date" };
        date::written(&cell.text, self.style.order).map(Some).map_err(|error| match error {
            DateError::Ambiguous => Refusal::new(
                RefusalCode::AmbiguousDate,
                format!(
                    "La {which} «\u{a0}{}\u{a0}» se lit de deux façons, car ce fichier écrit tantôt le jour, tantôt le mois en premier. \
                     Écrivez-la comme 2026-11-22.",
                    short(&cell.text)
                ),
            ),
            DateError::Malformed => Refusal::new(
                RefusalCode::InvalidDate,
                format!("La {which} «\u{a0}{}\u{a0}» n’est pas lisible\u{a0}: écrivez-la comme 22/11/2026.", short(&cell.text)),
            ),
        })
    }

    pub(super) fn amount(&self, field: Field) -> Result<Option<Money>, Refusal> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let read = match cell.kind {
            Kind::Number => amount::computed(&cell.text).map(|(amount, rounded)| {
                self.rounded.set(self.rounded.get() || rounded);
                amount
            }),
            Kind::Text => amount::written(&bare(&cell.text), self.style.mark),
            Kind::Day => Err(AmountError::Malformed),
        };
        read.map(Some).map_err(|error| {
            let why = match error {
                AmountError::Malformed => "n’est pas lisible\u{a0}: écrivez-le comme 1850,00",
                AmountError::TooManyDecimals => "a plus de deux décimales\u{a0}: arrondissez-le au centime",
                AmountError::TooLarge => "dépasse ce qui est lu ici\u{a0}: vérifiez le nombre de zéros",
                AmountError::Ambiguous => "se lit de deux façons\u{a0}: écrivez-le avec ses centimes, comme 1850,00",
            };
            Refusal::new(RefusalCode::InvalidAmount, format!("Le montant «\u{a0}{}\u{a0}» {why}.", short(&cell.text)))
        })
    }
}

/// A text without the apostrophe that keeps a spreadsheet from running it as a formula.
fn bare(text: &str) -> Cow<'_, str> {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) => rest.into(),
        _ => text.into(),
    }
}
