//! What goes out: the case of a debtor, the calendar, the monthly report.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use dument_documents::pdf;
use dument_law::procedures::InsolvencyKind;
use dument_law::{Day, PartyKind, Reference};
use dument_ledger::{
    Act, Book, Creditor, Debtor, DebtorField, DebtorId, Edit, Event, Invoice, Ledger, Sending, Settlement, What,
};
use dument_letters::{Block, LetterKind};
use serde_json::Value;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Two debtors on 22 November 2026: one reminded, who paid a part and promised the rest; one in liquidation.
fn book() -> (Book, [DebtorId; 2]) {
    let mut book = Book::open(Ledger::default(), day("2026-11-22"), Reference::published().clone());
    let creditor = Box::new(Creditor { name: "Atelier Morel".to_owned(), kind: Some(PartyKind::Company), ..Creditor::default() });
    book.apply(vec![Edit::SetCreditor { creditor }]).unwrap();
    let debtor = |book: &mut Book, name: &str, number: &str, due_on: &str, amount: &str| {
        let details = Box::new(Debtor { name: name.to_owned(), kind: Some(PartyKind::Company), ..Debtor::default() });
        let debtor = *book.apply(vec![Edit::AddDebtor { details }]).unwrap().debtors.first().unwrap();
        let due_on = day(due_on);
        let invoice =
            Box::new(Invoice { issued_on: Some(due_on.minus_days(30)), ..Invoice::new(number, due_on, amount.parse().unwrap()) });
        book.apply(vec![Edit::AddInvoice { debtor, invoice }]).unwrap();
        debtor
    };
    let brun = debtor(&mut book, "Brun & Fils", "F-2026-014", "2026-10-16", "1850.00");
    let leroy = debtor(&mut book, "Leroy SARL", "F-2026-020", "2026-08-31", "3600.00");
    let happen = |book: &mut Book, debtor, on: &str, what| {
        book.apply(vec![Edit::AddEvent { debtor, event: Box::new(Event::new(day(on), what)) }]).unwrap();
    };
    happen(&mut book, brun, "2026-11-02", What::Letter { letter: LetterKind::FormalNotice, by: Sending::Registered });
    let invoice = *book.ledger().debtors[&brun].invoices.keys().next().unwrap();
    let settlement = Settlement::payment(day("2026-11-10"), "850.00".parse().unwrap());
    book.apply(vec![Edit::Settle { debtor: brun, invoice, settlement }]).unwrap();
    happen(&mut book, brun, "2026-11-12", What::Promise { amount: None, by: day("2026-12-10") });
    let act = Act::InsolvencyOpened { proceedings: InsolvencyKind::Liquidation, published_on: Some(day("2026-11-16")) };
    happen(&mut book, leroy, "2026-11-09", What::Act { act, of: None });
    book.apply(vec![Edit::SetDebtor { debtor: brun, change: Box::new(DebtorField::Limit(Some("500.00".parse().unwrap()))) }])
        .unwrap();
    (book, [brun, leroy])
}

#[test]
fn a_debtor_is_handed_over_as_a_case() {
    let (book, [brun, leroy]) = book();
    let file: Value = serde_json::from_str(&book.case_file(brun, &[]).unwrap()).unwrap();
    assert_eq!((file["format"].as_str(), file["version"].as_u64()), (Some("dument"), Some(2)));
    let case = &file["cases"][0]["case"];
    assert_eq!(case["creditor"]["name"], "Atelier Morel");
    assert_eq!(case["debtor"]["kind"], "company");
    let invoice = &case["invoices"][0];
    assert_eq!((&invoice["dueOn"], &invoice["amount"]), (&"16/10/2026".into(), &"1\u{202f}850,00".into()));
    assert_eq!(invoice["payments"][0]["on"], "10/11/2026");
    assert_eq!((&case["history"][0]["kind"], &case["history"][0]["on"]), (&"formalNotice".into(), &"02/11/2026".into()));
    assert_eq!(case["answers"]["promisedOn"], "10/12/2026");
    let file: Value = serde_json::from_str(&book.case_file(leroy, &[]).unwrap()).unwrap();
    let answers = &file["cases"][0]["case"]["answers"];
    assert_eq!(answers["insolvencyKind"], "liquidation");
    assert_eq!((&answers["insolvencyOpenedOn"], &answers["insolvencyPublishedOn"]), (&"09/11/2026".into(), &"16/11/2026".into()));
}

#[test]
fn the_days_that_count_go_to_the_calendar() {
    let (book, [brun, _]) = book();
    let days: Vec<String> =
        book.deadlines(None).into_iter().map(|deadline| format!("{} {}", deadline.day, deadline.title)).collect();
    // Two months after 16 November: Saturday 16 January 2027, so Monday 18; three: 16 February.
    let expected = [
        "2026-12-10 Paiement promis\u{a0}: 1\u{202f}000,00\u{202f}€ (Brun & Fils)",
        "2027-01-18 Déclarer la créance, au plus tard (Leroy SARL)",
        "2027-02-16 Revendiquer les biens livrés, au plus tard (Leroy SARL)",
    ];
    assert_eq!(days, expected);
    let file = book.calendar(Some(brun)).unwrap();
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);
    let empty = Book::open(Ledger::default(), day("2026-11-22"), Reference::published().clone());
    assert_eq!(empty.calendar(None), None);
}

#[test]
fn the_month_prints() {
    let (mut book, [brun, _]) = book();
    let received = |book: &Book| {
        let found = book.report().blocks.into_iter().find_map(|block| match block {
            Block::Table { rows, .. } => rows.into_iter().find(|row| row.cells[0].starts_with("Paiements reçus")),
            _ => None,
        });
        found.unwrap().cells
    };
    assert_eq!(received(&book), ["Paiements reçus (850,00\u{202f}€)", "1"]);
    // More than is owed: 1 000.00 for the invoice, 200.00 that wait.
    let paid = Edit::Receive { debtor: brun, on: day("2026-11-20"), amount: "1200.00".parse().unwrap(), invoices: vec![] };
    let undo = book.apply(vec![paid]).unwrap().undo;
    assert_eq!(received(&book), ["Paiements reçus (2\u{202f}050,00\u{202f}€)", "3"]);
    book.take_back(undo);
    let report = book.report();
    let written = pdf(&report, None).unwrap();
    assert!(written.starts_with(b"%PDF"));
    if let Ok(path) = std::env::var("DUMENT_REPORT") {
        std::fs::write(path, &written).unwrap();
    }
    let tables: Vec<(&str, usize)> = report
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table { caption, rows, columns } => {
                assert!(rows.iter().all(|row| row.cells.len() == columns.len()), "{caption}");
                Some((caption.as_str(), rows.len()))
            }
            _ => None,
        })
        .collect();
    let expected = [
        ("Les chiffres clés et leurs objectifs", 16),
        ("Ce qui reste dû, selon le retard", 6),
        ("Les clients qui doivent le plus", 2),
        ("Ce qui a été fait et reçu depuis le début du mois", 4),
        ("Ce qui est promis, et ce qui en a été payé", 1),
        ("Les prochaines dates qui comptent", 3),
    ];
    assert_eq!(tables, expected);
    let bars = report.blocks.iter().find_map(|block| match block {
        Block::Bars { items, lengths, .. } => Some((items.len(), lengths.iter().max())),
        _ => None,
    });
    assert_eq!(bars, Some((5, Some(&1000))), "a bar for each age, the longest across");

    // An empty ledger has a report too.
    let empty = Book::open(Ledger::default(), day("2026-11-22"), Reference::published().clone());
    assert!(pdf(&empty.report(), None).is_ok());
}
