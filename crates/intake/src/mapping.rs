//! Which column of a table gives what: recognised by its name, corrected by hand, remembered for files with the same headers.

use serde::{Deserialize, Serialize};

/// What a column gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Field {
    /// The number of the invoice.
    Number,
    /// What the row is: an invoice, a credit note, a payment.
    Kind,
    /// The state of the invoice: a draft, cancelled, paid.
    Status,
    /// The day of issue.
    IssuedOn,
    /// The due date.
    DueOn,
    /// The terms of payment, in words.
    Terms,
    /// The whole, VAT included.
    Amount,
    /// The whole without VAT.
    Net,
    /// The VAT.
    Vat,
    /// What is paid.
    Paid,
    /// The day of the last payment.
    PaidOn,
    /// What is left to pay.
    Remaining,
    /// The currency.
    Currency,
    /// The client's name.
    DebtorName,
    /// The client's account or number.
    DebtorAccount,
    /// What the client is in law.
    DebtorKind,
    /// The client's SIREN.
    Siren,
    /// The client's SIRET.
    Siret,
    /// The client's VAT number.
    VatNumber,
    /// The client's street.
    Street,
    /// What goes with the street.
    StreetMore,
    /// The client's postcode.
    Postcode,
    /// The client's town.
    City,
    /// The client's country.
    Country,
    /// The client's e-mail address.
    Email,
    /// The client's telephone number.
    Phone,
    /// The person to speak to.
    Contact,
    /// The account to pay to.
    Iban,
    /// The buyer's order.
    Order,
    /// The contract.
    Contract,
    /// The invoice that a credit note refers to.
    RefersTo,
    /// The reference of a payment.
    Reference,
    /// Words beside a payment.
    Label,
}

/// Which column gives what, for files whose headers are these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mapping {
    /// The headers, in their order, as written.
    pub headers: Vec<String>,
    /// What each column gives, or nothing.
    pub fields: Vec<Option<Field>>,
}

/// A table as it was understood, for the reader to correct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// The row of the headers, counted from 1.
    pub header_row: u32,
    /// The columns in their order.
    pub columns: Vec<Column>,
}

impl Table {
    /// The mapping that was used: what is changed of it can be given with the file again.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        Mapping {
            headers: self.columns.iter().map(|column| column.header.clone()).collect(),
            fields: self.columns.iter().map(|column| column.field).collect(),
        }
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its header, as written.
    pub header: String,
    /// What stands in its first rows.
    pub samples: Vec<String>,
    /// What it gives, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// How that was found.
    pub by: Recognised,
}

/// How it was found what a column gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Recognised {
    /// It wasn't: its name says nothing known.
    No,
    /// By its name.
    Name,
    /// By what stands in it: a proposal to look at.
    Content,
    /// By a mapping that was given.
    Hand,
}
