//! How facts are written in a template: `{{ total|money }}`.

#![allow(
    clippy::unnecessary_wraps,
    clippy::inline_always,
    clippy::unused_self,
    unreachable_pub,
    reason = "askama wants a result even of what can't fail, and makes its own public, always inlined methods of these"
)]

use askama::{Result, Values, filter_fn};
use dument_law::{Day, Money, Percent, french};

use super::LANGUAGE;
use crate::document::Language;
use crate::words::Words;

/// A fact, or any reference to one: which of them Askama hands over depends on how the template names it.
pub(crate) trait Fact<T> {
    fn value(&self) -> T;
}

impl<T, F: Fact<T>> Fact<T> for &F {
    fn value(&self) -> T {
        (*self).value()
    }
}

macro_rules! facts {
    ($($type:ty)*) => {
        $(impl Fact<$type> for $type {
            fn value(&self) -> $type {
                *self
            }
        })*
    };
}
facts!(Money Percent Day u64);

/// The words of the language that a template is read in.
fn said_in(values: &dyn Values) -> &'static dyn Words {
    crate::words::of(askama::get_value::<Language>(values, LANGUAGE).copied().unwrap_or_default())
}

#[filter_fn]
pub(crate) fn money(amount: impl Fact<Money>, values: &dyn Values) -> Result<String> {
    Ok(said_in(values).money(amount.value()))
}

#[filter_fn]
pub(crate) fn in_words(amount: impl Fact<Money>, values: &dyn Values) -> Result<String> {
    Ok(said_in(values).amount_in_words(amount.value()))
}

#[filter_fn]
pub(crate) fn words(number: impl Fact<u64>, values: &dyn Values) -> Result<String> {
    Ok(said_in(values).in_words(number.value()))
}

#[filter_fn]
pub(crate) fn percent(rate: impl Fact<Percent>, values: &dyn Values) -> Result<String> {
    Ok(said_in(values).percent(rate.value()))
}

#[filter_fn]
pub(crate) fn number(number: impl Fact<Percent>, values: &dyn Values) -> Result<String> {
    Ok(said_in(values).number(number.value()))
}

#[filter_fn]
pub(crate) fn day(day: impl Fact<Day>, values: &dyn Values) -> Result<String> {
    Ok(said_in(values).day(day.value()))
}

#[filter_fn]
pub(crate) fn short_day(day: impl Fact<Day>, _: &dyn Values) -> Result<String> {
    Ok(french::short_day(day.value()))
}

#[filter_fn]
pub(crate) fn days(days: &[Day], values: &dyn Values) -> Result<String> {
    Ok(said_in(values).days(days))
}
