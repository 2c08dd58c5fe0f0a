//! Writes a small ledger as CSV, XLSX and JSON into the folder named: for the tests that open it with other programs.

use dument_intake::{Address, Invoice, InvoiceKind, Party, Payment, Settlement, SettlementKind, export};
use dument_law::{Day, Money};

fn main() -> std::io::Result<()> {
    let Some(folder) = std::env::args().nth(1) else { return Err(std::io::Error::other("name a folder")) };
    let folder = std::path::Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let day = |month, of_month| Day::new(2026, month, of_month);
    let debtor = Party {
        name: "=Brun & Fils <SARL>".into(),
        account: Some("00042".into()),
        siret: Some("73282932000074".into()),
        siren: Some("732829320".into()),
        address: Some(Address {
            lines: vec!["1 rue de l’Œuvre".into(), "Bâtiment B".into()],
            postcode: Some("06000".into()),
            city: Some("Nice".into()),
            country: Some("FR".into()),
        }),
        phone: Some("+33 6 12 34 56 78".into()),
        ..Party::default()
    };
    let invoice = Invoice {
        issued_on: day(1, 5),
        due_on: day(2, 4),
        net: Some(Money::from_cents(154_167)),
        vat: Some(Money::from_cents(30_833)),
        settlements: vec![Settlement {
            kind: SettlementKind::Payment,
            on: day(3, 1),
            amount: Money::from_cents(10_001),
            reference: Some("VIR 12".into()),
        }],
        debtor: debtor.clone(),
        ..Invoice::new("F-2026-014", InvoiceKind::Invoice, Money::from_cents(185_000), "EUR")
    };
    let credit = Invoice { debtor: debtor.clone(), ..Invoice::new("A-1", InvoiceKind::CreditNote, Money::from_cents(5), "EUR") };
    let payment = Payment {
        debtor,
        on: day(4, 1),
        amount: Money::from_cents(123_456_789),
        currency: "EUR".into(),
        reference: None,
        label: Some("Virement; \"reçu\"".into()),
    };
    let (invoices, payments) = ([invoice, credit], [payment]);
    std::fs::write(folder.join("ledger.csv"), export::csv(&invoices, &payments))?;
    std::fs::write(folder.join("ledger.json"), export::json(&invoices, &payments))?;
    let dated = day(11, 22).ok_or_else(|| std::io::Error::other("no such day"))?;
    std::fs::write(folder.join("ledger.xlsx"), export::xlsx(&invoices, &payments, dated))
}
