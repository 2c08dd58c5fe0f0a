//! The ledger given back as files: invoices and payments for other programs, everything for another device.

use dument_intake::{Address, Invoice, InvoiceKind, Party, Payment, Settlement, SettlementKind};
use dument_law::Day;
use dument_ledger::{self as ledger, Creditor, Debtor, Ledger, Record};
use serde::{Deserialize, Serialize};

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Form {
    /// Invoices and payments, for a spreadsheet.
    Csv,
    /// The same as a workbook.
    Xlsx,
    /// The same with all that is known of them, for programs.
    Json,
    /// All that is stored, to be taken over on another device.
    Everything,
}

/// What is asked of the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Wanted {
    /// As what.
    pub form: Form,
    /// The day of computation.
    pub as_of: Day,
}

/// The invoices and payments of a ledger as files know them.
pub(crate) fn exported(ledger: &Ledger) -> (Vec<Invoice>, Vec<Payment>) {
    let mut invoices = Vec::new();
    let mut payments = Vec::new();
    let creditor = creditor(&ledger.settings.creditor);
    for record in ledger.debtors.values() {
        let party = debtor(&record.debtor);
        invoices.extend(record.invoices.values().map(|one| invoice(one, &party, &creditor)));
        invoices.extend(credit_notes(record, &party, &creditor));
        payments.extend(deposits(record, &party));
    }
    (invoices, payments)
}

fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn address(known: &ledger::Address) -> Option<Address> {
    (!known.is_empty()).then(|| Address {
        lines: known.lines.clone(),
        postcode: given(&known.postcode),
        city: given(&known.town),
        country: given(&known.country),
    })
}

fn debtor(known: &Debtor) -> Party {
    Party {
        name: known.name.clone(),
        kind: known.kind,
        siren: known.siren.clone(),
        siret: known.siret.clone(),
        vat_number: known.vat_number.clone(),
        account: known.accounts.first().cloned(),
        address: address(&known.address),
        email: given(&known.contact.email),
        phone: given(&known.contact.phone),
        contact: given(&known.contact.name),
    }
}

fn creditor(known: &Creditor) -> Party {
    // Nine digits are a company, fourteen one of its establishments.
    let digits: String = known.siren.split_whitespace().collect();
    let (company, establishment) = if digits.len() > 9 { (None, Some(digits)) } else { (given(&digits), None) };
    Party {
        name: known.name.clone(),
        kind: known.kind,
        siren: company,
        siret: establishment,
        vat_number: given(&known.vat_number),
        account: None,
        address: address(&known.address),
        email: given(&known.contact.email),
        phone: given(&known.contact.phone),
        contact: given(&known.contact.name),
    }
}

fn invoice(known: &ledger::Invoice, debtor: &Party, creditor: &Party) -> Invoice {
    Invoice {
        number: known.number.clone(),
        kind: InvoiceKind::Invoice,
        issued_on: known.issued_on,
        due_on: Some(known.due_on),
        terms: None,
        amount: known.amount,
        net: None,
        vat: None,
        currency: known.currency.to_string(),
        paid: known.paid_undated,
        remaining: None,
        settlements: known.settlements.iter().map(settlement).collect(),
        debtor: debtor.clone(),
        creditor: creditor.clone(),
        iban: None,
        notes: Vec::new(),
        order: given(&known.order),
        contract: None,
        refers_to: Vec::new(),
    }
}

fn settlement(known: &ledger::Settlement) -> Settlement {
    Settlement {
        kind: match known.kind {
            ledger::SettlementKind::Payment => SettlementKind::Payment,
            ledger::SettlementKind::CreditNote => SettlementKind::CreditNote,
            ledger::SettlementKind::WriteOff => SettlementKind::WriteOff,
        },
        on: known.on,
        amount: known.amount,
        reference: given(&known.reference),
    }
}

/// The number of a credit note that none is known of: a file needs one.
const UNNUMBERED: &str = "AVOIR";

/// The credit notes that no invoice had, each whole: what of one was set against invoices since stands with them under its number.
fn credit_notes<'a>(record: &'a Record, debtor: &'a Party, creditor: &'a Party) -> impl Iterator<Item = Invoice> + 'a {
    let notes = record.deposits.values().filter(|deposit| deposit.kind == ledger::SettlementKind::CreditNote);
    notes.map(|note| Invoice {
        issued_on: note.on,
        debtor: debtor.clone(),
        creditor: creditor.clone(),
        ..Invoice::new(
            given(&note.reference).unwrap_or_else(|| UNNUMBERED.to_owned()),
            InvoiceKind::CreditNote,
            note.amount,
            note.currency.to_string(),
        )
    })
}

/// What was received and waits for its invoice, as payments without one.
fn deposits(record: &Record, debtor: &Party) -> Vec<Payment> {
    let waiting = record.deposits.values().filter(|deposit| deposit.kind == ledger::SettlementKind::Payment);
    let payment = |deposit: &ledger::Deposit| Payment {
        debtor: debtor.clone(),
        on: deposit.on,
        amount: deposit.amount,
        currency: deposit.currency.to_string(),
        reference: given(&deposit.reference),
        label: None,
    };
    waiting.map(payment).collect()
}
