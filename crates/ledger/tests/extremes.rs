//! The first and the last days, the largest and the smallest amounts, plans that no one checked: nothing panics, nothing wraps.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use dument_law::procedures::InsolvencyKind;
use dument_law::{Day, Money, PartyKind, Reference};
use dument_ledger::rows::View;
use dument_ledger::{Act, ActKind, Book, Debtor, DebtorField, Edit, Event, Instalment, Invoice, Ledger, Settlement, What};

const DAYS: [&str; 4] = ["1900-01-01", "2024-02-29", "2026-11-22", "2200-12-31"];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Everything that can be asked of a book.
fn ask(book: &mut Book) {
    let figures = book.figures();
    assert!(figures.aged.total >= Money::ZERO);
    assert_eq!(book.today().as_of, book.as_of());
    assert!(book.calendar(None).is_none_or(|file| file.starts_with("BEGIN:VCALENDAR")));
    assert!(!book.report().blocks.is_empty());
    let rows = book.rows(&View::default(), 0, usize::MAX);
    assert_eq!(rows.total, rows.rows.len());
    assert!(book.rows(&View::default(), usize::MAX, usize::MAX).rows.is_empty());
    let ids: Vec<_> = book.ledger().debtors.keys().copied().collect();
    for id in ids {
        assert!(book.case_file(id, &[]).is_some() && book.client(id).is_some());
        assert!(serde_json::to_string(&book.client(id)).is_ok());
    }
}

#[test]
fn the_first_and_the_last_days_and_the_largest_amounts() {
    let mut book = Book::open(Ledger::default(), day(DAYS[2]), Reference::published().clone());
    for kind in
        [None, Some(PartyKind::Company), Some(PartyKind::Consumer), Some(PartyKind::PublicBody), Some(PartyKind::Association)]
    {
        let details = Box::new(Debtor { name: "X".into(), kind, limit: Some(Money::MAX), ..Debtor::default() });
        let debtor = *book.apply(vec![Edit::AddDebtor { details }]).unwrap().debtors.first().unwrap();
        for due_on in DAYS {
            for amount in [Money::from_cents(1), Money::MAX] {
                let mut invoice = Invoice::new("F-1", day(due_on), amount);
                invoice.settlements = DAYS.map(|on| Settlement::payment(day(on), amount)).to_vec();
                invoice.settlements.truncate(if amount == Money::MAX { 0 } else { 4 });
                book.apply(vec![Edit::AddInvoice { debtor, invoice: Box::new(invoice) }]).unwrap();
            }
        }
        for on in DAYS {
            let instalments = vec![Instalment { due_on: day(DAYS[3]), amount: Money::MAX }; 3];
            let opened = Act::InsolvencyOpened { proceedings: InsolvencyKind::Unknown, published_on: Some(day(on)) };
            let acts = ActKind::ALL.into_iter().map(|kind| What::Act { act: Act::sample(kind), of: None });
            let told = [What::Plan { instalments, signed: true }, What::Promise { amount: None, by: day(DAYS[3]) }];
            for what in acts.chain(told).chain([What::Act { act: opened, of: None }]) {
                // Many of these can't be, and are refused.
                let _ = book.apply(vec![Edit::AddEvent { debtor, event: Box::new(Event::new(day(on), what)) }]);
            }
        }
        book.apply(vec![Edit::Receive { debtor, on: day(DAYS[0]), amount: Money::MAX, invoices: Vec::new() }]).unwrap();
    }
    for as_of in DAYS {
        for months in [0, 1, u32::MAX] {
            book.turn_to(day(as_of), months);
            ask(&mut book);
        }
    }
}

#[test]
fn a_plan_that_was_never_checked_is_followed_as_far_as_it_goes() {
    for days in [i32::MIN, -1, 0, i32::MAX] {
        let mut ledger = Ledger::default();
        for step in ledger.settings.reminders.segments.iter_mut().flat_map(|segment| &mut segment.steps) {
            step.days = days;
        }
        assert!(ledger.settings.reminders.check().is_err());
        let mut book = Book::open(ledger, day(DAYS[3]), Reference::published().clone());
        let details = Box::new(Debtor { name: "X".into(), ..Debtor::default() });
        let debtor = *book.apply(vec![Edit::AddDebtor { details }]).unwrap().debtors.first().unwrap();
        let invoice = Box::new(Invoice::new("F-1", day(DAYS[3]), Money::MAX));
        book.apply(vec![Edit::AddInvoice { debtor, invoice }]).unwrap();
        book.apply(vec![Edit::SetDebtor { debtor, change: Box::new(DebtorField::Limit(Some(Money::ZERO))) }]).unwrap();
        ask(&mut book);
        book.turn_to(day(DAYS[0]), 12);
        ask(&mut book);
    }
    let mut ledger = Ledger::default();
    ledger.settings.reminders.segments.clear();
    ask(&mut Book::open(ledger, day(DAYS[2]), Reference::published().clone()));
}
