//! Writes every kind of letter to every debtor as files, to look at them and to have them checked:
//! `cargo run --example letters -- some/folder`.

#[path = "../../letters/tests/letters/case.rs"]
#[allow(dead_code, reason = "the tests of the letters use all of it")]
mod case;

use std::fs;
use std::path::PathBuf;

use case::{DEBTORS, KINDS, applies, two_invoices, written};
use dument_documents::{docx, pdf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    fs::create_dir_all(&folder)?;
    for kind in KINDS {
        for debtor in DEBTORS.into_iter().filter(|debtor| applies(kind, debtor)) {
            let mut case = two_invoices(kind, debtor);
            case["paymentCode"] = true.into();
            let document = written(case).document();
            fs::write(folder.join(format!("{kind}-{debtor}.pdf")), pdf(&document, None)?)?;
            fs::write(folder.join(format!("{kind}-{debtor}.docx")), docx(&document)?)?;
        }
    }
    Ok(())
}
