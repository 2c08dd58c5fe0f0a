//! Why a line, or a whole file, gives nothing.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A reason with a stable code and a French sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// What kind of reason: stable, for programs.
    pub code: RefusalCode,
    /// A French sentence.
    pub message: Cow<'static, str>,
}

impl Refusal {
    /// A reason with its sentence.
    pub fn new(code: RefusalCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

/// What kind of reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum RefusalCode {
    /// File: nothing in it.
    EmptyFile,
    /// File: none of the kinds read here.
    UnknownFile,
    /// File: it stops before its end, or is damaged.
    DamagedFile,
    /// File: it asks for a password.
    EncryptedFile,
    /// File: a PDF without an e-invoice in it.
    NoInvoiceInPdf,
    /// File: larger, deeper or longer than what is read here.
    TooLarge,
    /// File: XML that declares entities or a document type.
    UnsafeXml,
    /// File: XML that is no invoice.
    NotAnInvoice,
    /// File: a table without the columns an invoice needs.
    MissingColumns,
    /// File: a FEC without any customer account.
    NoCustomerAccount,
    /// Line: no number.
    MissingNumber,
    /// Line: no amount.
    MissingAmount,
    /// Line: something that is no amount.
    InvalidAmount,
    /// Line: something that is no day of the calendar.
    InvalidDate,
    /// Line: a day that could be read in two ways.
    AmbiguousDate,
    /// Line: nothing is asked for.
    ZeroAmount,
    /// Line: an invoice of a supplier, which one owes oneself.
    Purchase,
    /// Line: a sum of other lines.
    TotalRow,
    /// Line: a draft, a quote or another thing that is owed by nobody.
    NotIssued,
    /// Line: an invoice that was cancelled.
    Cancelled,
    /// Line: a balance carried over in one sum, without its invoices.
    #[doc(alias = "à-nouveau")]
    OpeningBalance,
    /// Line: fewer or more cells than the table has columns.
    WrongLength,
    /// Line: the same line as an earlier one.
    DuplicateLine,
    /// Line: an entry of accounting that is neither an invoice nor a payment.
    OtherEntry,
}
