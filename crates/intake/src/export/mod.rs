//! A ledger given back as files: CSV and XLSX for spreadsheets, JSON for programs; each can be read in again.
//!
//! A table holds what a table can: the notes of an invoice, who is owed and the dates of the invoices it refers to stand in
//! the JSON alone.

mod json;
mod rows;
mod xlsx;

use dument_documents::Csv;
use dument_law::Day;

use self::rows::Value;
use crate::{Invoice, Payment};

pub use json::json;
pub(crate) use json::{is_json, read_json};

/// The ledger as CSV, for a French spreadsheet. No cell can be run as a formula.
#[must_use]
pub fn csv(invoices: &[Invoice], payments: &[Payment]) -> Vec<u8> {
    let mut csv = Csv::new();
    csv.row(&rows::HEADERS);
    rows::each(invoices, payments, |row| {
        let texts: Vec<String> = row.iter().map(Value::text).collect();
        csv.row(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    });
    csv.finish()
}

/// The ledger as a workbook, dated by the day given: amounts are numbers and days are days in it.
#[must_use]
pub fn xlsx(invoices: &[Invoice], payments: &[Payment], dated: Day) -> Vec<u8> {
    xlsx::workbook(invoices, payments, dated)
}
