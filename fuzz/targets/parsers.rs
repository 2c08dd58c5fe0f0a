//! Every parser of a single value, over any text: none panics, and what was read and written again reads the same.

#![no_main]

mod entry;

use std::fmt::{Debug, Display};
use std::str::FromStr;

use dument_law::{Day, Money, Percent};
use dument_letters::{Bic, Iban, Siren, Siret, VatNumber};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    stable::<Money>(text);
    stable::<Percent>(text);
    stable::<Day>(text);
    stable::<Siren>(text);
    stable::<Siret>(text);
    stable::<Iban>(text);
    stable::<Bic>(text);
    stable::<VatNumber>(text);
    written_again(&entry::amount::read(text), |amount| entry::amount::read(&amount.to_string()));
    written_again(&entry::date::read(text), |day| entry::date::read(&day.to_string()));
    written_again(&entry::rate::read(text), |rate| entry::rate::read(&rate.to_string().replace('.', ",")));
});

/// Reads a text as the API does.
fn stable<T: FromStr + Display + PartialEq + Debug>(text: &str)
where
    T::Err: Debug + PartialEq + Display,
{
    written_again(&text.parse::<T>(), |value| value.to_string().parse());
}

/// A value that was read, written and read again is the same; a refusal says something.
fn written_again<T: PartialEq + Debug, E: PartialEq + Debug + Display>(
    read: &Result<T, E>,
    again: impl FnOnce(&T) -> Result<T, E>,
) {
    match read {
        Ok(value) => assert_eq!(again(value).as_ref(), Ok(value)),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
