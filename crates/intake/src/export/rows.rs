//! The ledger as a table: one row for each invoice, one below it for each thing that settled it, then the payments apart.

use dument_law::{Day, Money, french};

use crate::table::kind_words;
use crate::{Address, Invoice, InvoiceKind, Party, Payment, Settlement, SettlementKind};

/// The columns. Their names are among those that reading knows.
pub(super) const HEADERS: [&str; COLUMNS] = [
    "Type",
    "Numéro de facture",
    "Nom du client",
    "Code client",
    "Date de facture",
    "Date d’échéance",
    "Montant TTC",
    "Montant HT",
    "TVA",
    "Montant réglé",
    "Reste à payer",
    "Devise",
    "Date de règlement",
    "Référence du règlement",
    "Libellé",
    "Conditions de paiement",
    "Type de client",
    "SIREN",
    "SIRET",
    "Numéro de TVA",
    "Adresse",
    "Code postal",
    "Ville",
    "Pays",
    "E-mail",
    "Téléphone",
    "Contact",
    "IBAN",
    "Numéro de commande",
    "Numéro de contrat",
    "Facture d’origine",
];
const COLUMNS: usize = 31;

/// A cell to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Nothing,
    Text(String),
    Amount(Money),
    Day(Day),
}

impl Value {
    /// The cell as a French spreadsheet types it.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Amount(amount) => amount.to_string().replace('.', ","),
            Self::Day(day) => french::short_day(*day),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }
}

impl From<&Option<String>> for Value {
    fn from(text: &Option<String>) -> Self {
        text.as_deref().map_or(Self::Nothing, Self::from)
    }
}

impl From<Option<Money>> for Value {
    fn from(amount: Option<Money>) -> Self {
        amount.map_or(Self::Nothing, Self::Amount)
    }
}

impl From<Option<Day>> for Value {
    fn from(day: Option<Day>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

/// Gives every row to `write`.
pub(super) fn each(invoices: &[Invoice], payments: &[Payment], mut write: impl FnMut(&[Value; COLUMNS])) {
    for invoice in invoices {
        write(&of_invoice(invoice));
        for settlement in &invoice.settlements {
            write(&of_settlement(invoice, settlement));
        }
    }
    for payment in payments {
        write(&of_payment(payment));
    }
}

fn of_invoice(invoice: &Invoice) -> [Value; COLUMNS] {
    let kind = match invoice.kind {
        InvoiceKind::Invoice => "facture",
        InvoiceKind::CreditNote => "avoir",
    };
    let refers_to: Vec<&str> = invoice.refers_to.iter().map(|credited| credited.number.as_str()).collect();
    let row = [
        kind.into(),
        invoice.number.as_str().into(),
        invoice.debtor.name.as_str().into(),
        (&invoice.debtor.account).into(),
        invoice.issued_on.into(),
        invoice.due_on.into(),
        Value::Amount(invoice.amount),
        invoice.net.into(),
        invoice.vat.into(),
        Value::Amount(invoice.paid),
        invoice.remaining.into(),
        invoice.currency.as_str().into(),
        Value::Nothing,
        Value::Nothing,
        Value::Nothing,
        (&invoice.terms).into(),
    ];
    let end = [(&invoice.iban).into(), (&invoice.order).into(), (&invoice.contract).into(), refers_to.join(", ").as_str().into()];
    joined(row, of_party(&invoice.debtor), end)
}

fn of_settlement(invoice: &Invoice, settlement: &Settlement) -> [Value; COLUMNS] {
    let kind = match settlement.kind {
        SettlementKind::Payment => "règlement de facture",
        SettlementKind::CreditNote => "avoir imputé",
        SettlementKind::WriteOff => "perte",
    };
    let mut row = [const { Value::Nothing }; BEFORE_PARTY];
    row[0] = kind.into();
    row[1] = invoice.number.as_str().into();
    row[2] = invoice.debtor.name.as_str().into();
    row[3] = (&invoice.debtor.account).into();
    row[6] = Value::Amount(settlement.amount);
    row[11] = invoice.currency.as_str().into();
    row[12] = settlement.on.into();
    row[13] = (&settlement.reference).into();
    joined(row, [const { Value::Nothing }; OF_PARTY], [const { Value::Nothing }; AFTER_PARTY])
}

fn of_payment(payment: &Payment) -> [Value; COLUMNS] {
    let mut row = [const { Value::Nothing }; BEFORE_PARTY];
    row[0] = "règlement".into();
    row[2] = payment.debtor.name.as_str().into();
    row[3] = (&payment.debtor.account).into();
    row[6] = Value::Amount(payment.amount);
    row[11] = payment.currency.as_str().into();
    row[12] = payment.on.into();
    row[13] = (&payment.reference).into();
    row[14] = (&payment.label).into();
    joined(row, of_party(&payment.debtor), [const { Value::Nothing }; AFTER_PARTY])
}

const BEFORE_PARTY: usize = 16;
const OF_PARTY: usize = 11;
const AFTER_PARTY: usize = 4;

fn of_party(party: &Party) -> [Value; OF_PARTY] {
    let nowhere = Address::default();
    let address = party.address.as_ref().unwrap_or(&nowhere);
    [
        party.kind.map_or(Value::Nothing, |kind| kind_words(kind).into()),
        (&party.siren).into(),
        (&party.siret).into(),
        (&party.vat_number).into(),
        address.lines.join("\n").as_str().into(),
        (&address.postcode).into(),
        (&address.city).into(),
        (&address.country).into(),
        (&party.email).into(),
        (&party.phone).into(),
        (&party.contact).into(),
    ]
}

fn joined(before: [Value; BEFORE_PARTY], party: [Value; OF_PARTY], after: [Value; AFTER_PARTY]) -> [Value; COLUMNS] {
    let mut values = before.into_iter().chain(party).chain(after);
    std::array::from_fn(|_| values.next().unwrap_or(Value::Nothing))
}
