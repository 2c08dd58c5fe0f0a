//! What accounting software exports, read: e-invoices, the FEC, CSV and XLSX.
//!
//! Bytes in, invoices out: each line of a file gives an invoice, a credit note or a payment, or a named reason why it
//! gives none. What a file doesn't say is never guessed silently: what was worked out is told beside it.

mod amount;
mod checks;
mod date;
mod einvoice;
pub mod export;
mod fec;
pub mod found;
mod inflate;
pub mod invoice;
pub mod limits;
pub mod mapping;
pub mod notice;
pub mod party;
mod pdf;
pub mod reader;
pub mod refusal;
pub mod settlement;
mod table;
mod terms;
mod text;
mod xml;

pub use found::{FileKind, Found, Line, Outcome, Place};
pub use invoice::{Credited, Invoice, InvoiceKind, Note};
pub use mapping::{Column, Field, Mapping, Recognised, Table};
pub use notice::{Notice, NoticeCode};
pub use party::{Address, Party};
pub use reader::{Options, Progress, Reader, read};
pub use refusal::{Refusal, RefusalCode};
pub use settlement::{Payment, Settlement, SettlementKind};
