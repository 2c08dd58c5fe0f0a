//! An e-invoice in XML, of any bytes: none panics nor goes on without end.

#![no_main]

mod intake;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| intake::read("facture.xml", bytes.to_vec()));
