//! Key figures: worked examples, an independent computation on random ledgers, and the same after edits as from scratch.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod independent;
mod random;

use dument_law::{Day, Money, PartyKind, Reference};
use dument_ledger::figures::{FigureId, KeyFigures, Value};
use dument_ledger::rows::{Filter, Of, Row, Sort, View};
use dument_ledger::{Book, Debtor, Edit, Invoice, Ledger, Settlement, SettlementKind};
use independent::confirm;
use proptest::prelude::*;
use random::{AS_OF, draws, edit};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn value(figures: &KeyFigures, id: FigureId) -> String {
    match &figures.figures.iter().find(|figure| figure.id == id).unwrap().value {
        Value::Money(amount) => amount.to_string(),
        Value::Percent(rounded) | Value::Days(rounded) | Value::Times(rounded) => rounded.as_str().to_owned(),
        Value::None(_) => "none".to_owned(),
    }
}

fn open(ledger: Ledger, as_of: &str) -> Book {
    Book::open(ledger, day(as_of), Reference::published().clone())
}

/// An invoice: number, issued, due, amount, and what was paid when.
type Told<'a> = (&'a str, &'a str, &'a str, &'a str, &'a [(&'a str, &'a str)]);

/// A ledger of one company with these invoices.
fn company(invoices: &[Told<'_>]) -> Ledger {
    let mut ledger = Ledger::default();
    let details = Box::new(Debtor { name: "Brun".into(), kind: Some(PartyKind::Company), ..Debtor::default() });
    let debtor = *ledger.apply(vec![Edit::AddDebtor { details }], Reference::published()).unwrap().debtors.first().unwrap();
    for (number, issued_on, due_on, amount, payments) in invoices {
        let mut invoice = Invoice::new(*number, day(due_on), money(amount));
        invoice.issued_on = Some(day(issued_on));
        invoice.settlements = payments.iter().map(|(on, amount)| Settlement::payment(day(on), money(amount))).collect();
        ledger.apply(vec![Edit::AddInvoice { debtor, invoice: Box::new(invoice) }], Reference::published()).unwrap();
    }
    ledger
}

/// On 30 November 2026:
/// - A: 1 000.00 of 1 October due 31 October, 400.00 paid on 10 November: 600.00 open, 30 days late.
/// - B: 2 000.00 of 1 November due 1 December: open, not due.
/// - C: 3 000.00 of 1 September due 1 October, paid whole on 21 October, 20 days late.
#[test]
fn a_worked_example() {
    let ledger = company(&[
        ("A", "2026-10-01", "2026-10-31", "1000.00", &[("2026-11-10", "400.00")]),
        ("B", "2026-11-01", "2026-12-01", "2000.00", &[]),
        ("C", "2026-09-01", "2026-10-01", "3000.00", &[("2026-10-21", "3000.00")]),
    ]);
    let figures = open(ledger, "2026-11-30").figures();
    let ages: Vec<String> = figures.aged.ages.iter().map(|aged| aged.amount.to_string()).collect();
    assert_eq!(ages, ["2000.00", "600.00", "0.00", "0.00", "0.00"]);
    let check = |id, expected: &str| assert_eq!(value(&figures, id), expected, "{id:?}");
    check(FigureId::Open, "2600.00");
    check(FigureId::Late, "600.00");
    // 3 400.00 paid of the 4 000.00 that fell due.
    check(FigureId::RecoveryRate, "85.0");
    // (400 x 10 + 3 000 x 20) / 3 400 = 18.82...
    check(FigureId::DaysAfterDue, "18.8");
    // (400 x 40 + 3 000 x 50) / 3 400 = 48.82...
    check(FigureId::DaysAfterIssue, "48.8");
    // 2 600 x 365 / 6 000 = 158.166...
    check(FigureId::DsoBalance, "158.2");
    // November used up: 2 000.00, 30 days; then 600.00 of October's 1 000.00: 0.6 x 31 = 18.6.
    check(FigureId::DsoCountBack, "48.6");
    check(FigureId::CourtShare, "0.0");
    // C was paid late, without a reminder.
    check(FigureId::RemindersPerPayment, "0.0");
    check(FigureId::Indemnities, "80.00");
    // At 2.40 + 10 = 12.40 %: 1 000.00 x 10 days = 3.40, 600.00 x 20 days = 4.08, 3 000.00 x 20 days = 20.38.
    check(FigureId::Interest, "27.86");
}

#[test]
fn each_age_has_its_first_and_its_last_day() {
    let as_of = day("2026-11-30");
    let ages = |days: u32| {
        let due_on = as_of.minus_days(days).to_string();
        let ledger = company(&[("A", "2026-01-01", due_on.as_str(), "1.00", &[])]);
        let figures = open(ledger, "2026-11-30").figures();
        figures.aged.ages.iter().position(|aged| aged.count == 1).unwrap()
    };
    let found: Vec<usize> = [0, 1, 30, 31, 60, 61, 90, 91].into_iter().map(ages).collect();
    assert_eq!(found, [0, 1, 1, 2, 2, 3, 3, 4]);
}

#[test]
fn a_figure_with_nothing_to_divide_by_is_none() {
    let figures = open(Ledger::default(), "2026-11-30").figures();
    for id in [
        FigureId::RecoveryRate,
        FigureId::DaysAfterDue,
        FigureId::DaysAfterIssue,
        FigureId::DsoBalance,
        FigureId::DsoCountBack,
        FigureId::CourtShare,
        FigureId::RemindersPerPayment,
    ] {
        assert_eq!(value(&figures, id), "none", "{id:?}");
    }
    assert_eq!(value(&figures, FigureId::Open), "0.00");
}

#[test]
fn a_target_that_is_missed_comes_with_advice() {
    let ledger = company(&[("A", "2026-05-01", "2026-05-31", "1000.00", &[("2026-07-10", "890.00")])]);
    let figures = open(ledger, "2026-11-30").figures();
    let target = |id| figures.figures.iter().find(|figure| figure.id == id).unwrap().target.clone().unwrap();
    // 89 % of 90; 40 days of 30; nothing at court.
    assert!(!target(FigureId::RecoveryRate).met && target(FigureId::RecoveryRate).advice.is_some());
    assert!(!target(FigureId::DaysAfterDue).met && target(FigureId::DaysAfterDue).advice.is_some());
    assert!(target(FigureId::CourtShare).met && target(FigureId::CourtShare).advice.is_none());
}

/// A write-off settles an invoice, but no reminder got it paid.
#[test]
fn what_was_given_up_took_no_reminders() {
    let mut ledger = company(&[("A", "2026-05-01", "2026-05-31", "1000.00", &[])]);
    let (debtor, record) = ledger.debtors.iter().next().unwrap();
    let (debtor, invoice) = (*debtor, *record.invoices.keys().next().unwrap());
    let settlement = Settlement { kind: SettlementKind::WriteOff, ..Settlement::payment(day("2026-09-01"), money("1000.00")) };
    ledger.apply(vec![Edit::Settle { debtor, invoice, settlement }], Reference::published()).unwrap();
    assert_eq!(value(&open(ledger, "2026-11-30").figures(), FigureId::RemindersPerPayment), "none");
}

fn views() -> [View; 4] {
    let late = Filter { late: true, ..Filter::default() };
    let named = Filter { text: "client 1 f".to_owned(), ..Filter::default() };
    [
        View { sort: Sort::Open, descending: true, ..View::default() },
        View { sort: Sort::Debtor, filter: late, ..View::default() },
        View { sort: Sort::Number, filter: named, ..View::default() },
        View { of: Of::Debtors, sort: Sort::Late, ..View::default() },
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_those_of_an_independent_computation_after_any_edits(drawn in draws(60), as_of in prop::sample::select(&AS_OF)) {
        let mut book = open(Ledger::default(), as_of);
        let mut undo = Vec::new();
        let mut states = vec![book.ledger().clone()];
        for draw in drawn {
            let Some(edit) = edit(book.ledger(), draw) else { continue };
            if let Ok(applied) = book.apply(vec![edit]) {
                undo.push(applied.undo);
                states.push(book.ledger().clone());
            } else {
                prop_assert_eq!(book.ledger(), states.last().unwrap());
            }
        }
        confirm(book.ledger(), &book.figures());
        // From scratch, it is all the same.
        let mut fresh = open(book.ledger().clone(), as_of);
        prop_assert_eq!(book.figures(), fresh.figures());
        prop_assert_eq!(book.today(), fresh.today());
        for view in views() {
            let rows = book.rows(&view, 0, 100);
            prop_assert_eq!(&rows, &fresh.rows(&view, 0, 100));
            // Windows join into the whole.
            let mut joined = book.rows(&view, 0, 3).rows;
            joined.extend(book.rows(&view, 3, 100).rows);
            prop_assert_eq!(&rows.rows, &joined);
        }
        for id in book.ledger().debtors.keys() {
            prop_assert_eq!(book.standing(*id), fresh.standing(*id));
            prop_assert!(book.case_file(*id, &[]).is_some());
        }
        prop_assert!(!book.report().blocks.is_empty());
        // And back again, step by step.
        while let Some(one) = undo.pop() {
            states.pop();
            book.take_back(one);
            prop_assert_eq!(book.ledger(), states.last().unwrap());
        }
        prop_assert_eq!(book.figures(), open(Ledger::default(), as_of).figures());
    }

    #[test]
    fn rows_are_filtered_and_in_order(drawn in draws(60), as_of in prop::sample::select(&AS_OF)) {
        let mut book = open(Ledger::default(), as_of);
        for draw in drawn {
            if let Some(edit) = edit(book.ledger(), draw) {
                let _ = book.apply(vec![edit]);
            }
        }
        let view = View { sort: Sort::Open, filter: Filter { open: true, ..Filter::default() }, ..View::default() };
        let found = book.rows(&view, 0, usize::MAX);
        let open: Vec<Money> = found.rows.iter().map(|row| match row { Row::Invoice(row) => row.open, Row::Debtor(_) => Money::ZERO }).collect();
        prop_assert!(open.windows(2).all(|pair| pair[0] <= pair[1]));
        let as_of = day(as_of);
        let every = book.ledger().debtors.values().flat_map(|record| record.invoices.values());
        prop_assert_eq!(open.len(), every.filter(|invoice| invoice.open(as_of).is_positive()).count());
    }
}
