//! What is told beside a line that is kept: what was worked out, and what looks wrong.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Something the reader should know, with a stable code and a French sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// What kind of notice: stable, for programs.
    pub code: NoticeCode,
    /// A French sentence.
    pub message: Cow<'static, str>,
}

impl Notice {
    /// A notice with its sentence.
    pub fn new(code: NoticeCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into() }
    }
}

/// What kind of notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum NoticeCode {
    /// Derived: the currency, which the file doesn't give.
    AssumedCurrency,
    /// Derived: the due date, from the terms of payment.
    DueDateFromTerms,
    /// Derived: the last of several due dates.
    SeveralDueDates,
    /// Derived: a credit note, from a negative amount.
    CreditFromSign,
    /// Derived: the whole amount, from the amount without VAT and the VAT, or from what is left and paid.
    AmountFromParts,
    /// Derived: an amount to the cent, from one a spreadsheet computed with more decimals.
    Rounded,
    /// Derived: what is paid, from the whole and what is left.
    PaidFromRemaining,
    /// Derived: what is paid, from an amount written as negative.
    PaidFromSign,
    /// Derived: a SIREN, from the SIRET or the VAT number.
    SirenFromNumber,
    /// Derived: what the debtor is, from a statement such as B2C.
    KindFromFile,
    /// Derived: which invoice a payment is for, since it names it.
    MatchedByReference,
    /// Derived: which invoice a payment is for, since amounts agree exactly.
    MatchedByAmount,
    /// Derived: how a payment or a credit note is shared among several invoices: the oldest first.
    SharedOldestFirst,
    /// Derived: the number of an invoice, from the words of its entry.
    NumberFromLabel,
    /// Derived: the number of an invoice, from that of its accounting entry.
    NumberFromEntry,
    /// Derived: what is left of a payment or a credit note, since the rest settles invoices of the file.
    PartLeft,
    /// Of the file: lines of other accounts, which give nothing by themselves.
    OtherAccounts,
    /// Of the file: the columns that no invoice can do without weren't recognised.
    MissingColumns,
    /// Of the file: days are written with the month first.
    MonthFirst,
    /// Derived: the meaning of a column, from what it holds.
    ColumnByContent,
    /// Warning: the amounts of the invoice don't add up.
    SumMismatch,
    /// Warning: due before it was issued.
    DueBeforeIssue,
    /// Warning: another currency than the euro.
    ForeignCurrency,
    /// Warning: no due date, and no terms it could follow from.
    NoDueDate,
    /// Warning: no name for who owes.
    NoDebtor,
    /// Warning: a SIREN whose check digit is wrong.
    InvalidSiren,
    /// Warning: a SIRET whose check digit is wrong.
    InvalidSiret,
    /// Warning: a VAT number whose key is wrong.
    InvalidVatNumber,
    /// Warning: an account number whose check digits are wrong.
    InvalidIban,
    /// Warning: more was paid than is owed.
    Overpaid,
    /// Warning: some characters could not be read.
    TextDamaged,
    /// Warning: the same number stands twice in the file.
    DuplicateNumber,
    /// Warning: the lettering groups amounts that don't settle each other as it says.
    #[doc(alias = "lettrage déséquilibré")]
    UnbalancedLettering,
}
