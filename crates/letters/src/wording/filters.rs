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

use crate::{amount_in_words, period};

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

#[filter_fn]
pub(crate) fn money(amount: impl Fact<Money>, _: &dyn Values) -> Result<String> {
    Ok(french::money(amount.value()))
}

#[filter_fn]
pub(crate) fn in_words(amount: impl Fact<Money>, _: &dyn Values) -> Result<String> {
    Ok(amount_in_words::amount_in_words(amount.value()))
}

#[filter_fn]
pub(crate) fn words(number: impl Fact<u64>, _: &dyn Values) -> Result<String> {
    Ok(amount_in_words::in_words(number.value()))
}

#[filter_fn]
pub(crate) fn percent(rate: impl Fact<Percent>, _: &dyn Values) -> Result<String> {
    Ok(french::percent(rate.value()))
}

#[filter_fn]
pub(crate) fn number(number: impl Fact<Percent>, _: &dyn Values) -> Result<String> {
    Ok(french::decimal(&number.value().decimal().normalize().to_string()))
}

#[filter_fn]
pub(crate) fn day(day: impl Fact<Day>, _: &dyn Values) -> Result<String> {
    Ok(french::day(day.value()))
}

#[filter_fn]
pub(crate) fn days(days: &[Day], _: &dyn Values) -> Result<String> {
    Ok(period::days(days))
}
