//! A PDF that holds an e-invoice, of any bytes: none panics nor goes on without end.

#![no_main]

mod intake;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| intake::read("facture.pdf", [b"%PDF-1.7\n", bytes].concat()));
