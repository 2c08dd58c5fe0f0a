//! A ledger exported as JSON, of any bytes: none panics nor goes on without end.

#![no_main]

mod intake;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| intake::read("export.json", [b"{", bytes].concat()));
