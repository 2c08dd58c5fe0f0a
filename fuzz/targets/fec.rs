//! An accounting export, of any bytes: none panics nor goes on without end.

#![no_main]

mod intake;

use libfuzzer_sys::fuzz_target;

/// The header of the law: without it a file is no FEC.
const HEADER: &[u8] = b"JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\t\
    PieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n";

fuzz_target!(|bytes: &[u8]| intake::read("fec.txt", [HEADER, bytes].concat()));
