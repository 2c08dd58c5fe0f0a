//! Late penalties: what is owed beyond an unpaid invoice, line by line (C. com. L441-10, CCP R2192-31, C. civ. 1231-6
//! and 1231-7, CMF L313-3).

mod basis;
mod input;
mod statement;

pub use basis::Basis;
pub use input::{
    BelowFloor, Compounding, Credit, CreditorKind, DayCount, ExtraCost, Imputation, Input, Invoice, Payment, PenaltyClause, Rate,
    Regime,
};
pub use statement::{InvoiceStatement, Line, Statement, Totals};
