//! What to do today: steps by their days, one letter for all of a debtor's invoices, what makes reminders wait and go on, what comes first.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use dument_law::procedures::InsolvencyKind;
use dument_law::{Day, Money, PartyKind, Reference};
use dument_ledger::today::{Task, TaskKind, Today};
use dument_ledger::{
    Act, Book, Debtor, DebtorId, Edit, Event, Instalment, Invoice, InvoiceId, Ledger, Sending, Settlement, Tribunal, What,
};
use dument_letters::LetterKind;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn book(as_of: &str) -> Book {
    Book::open(Ledger::default(), day(as_of), Reference::published().clone())
}

fn debtor(book: &mut Book, name: &str, kind: Option<PartyKind>, invoices: &[(&str, &str, &str)]) -> DebtorId {
    let details = Box::new(Debtor { name: name.to_owned(), kind, ..Debtor::default() });
    let added = book.apply(vec![Edit::AddDebtor { details }]).unwrap();
    let debtor = *added.debtors.first().unwrap();
    for (number, due_on, amount) in invoices {
        let invoice = Box::new(Invoice::new(*number, day(due_on), money(amount)));
        book.apply(vec![Edit::AddInvoice { debtor, invoice }]).unwrap();
    }
    debtor
}

fn happen(book: &mut Book, debtor: DebtorId, on: &str, what: What) {
    book.apply(vec![Edit::AddEvent { debtor, event: Box::new(Event::new(day(on), what)) }]).unwrap();
}

fn letter(letter: LetterKind) -> What {
    What::Letter { letter, by: Sending::Electronic }
}

fn today(book: &mut Book, as_of: &str) -> Today {
    book.turn_to(day(as_of), 12);
    book.today()
}

/// The first task of the first debtor, in short.
fn first(book: &mut Book, as_of: &str) -> Option<(TaskKind, Option<LetterKind>)> {
    today(book, as_of).todos.first().map(|todo| (todo.tasks[0].kind, todo.tasks[0].letter))
}

const EMAIL: Option<(TaskKind, Option<LetterKind>)> = Some((TaskKind::Letter, Some(LetterKind::EmailReminder)));
const CALL: Option<(TaskKind, Option<LetterKind>)> = Some((TaskKind::Call, Some(LetterKind::PhoneScript)));
const SECOND: Option<(TaskKind, Option<LetterKind>)> = Some((TaskKind::Letter, Some(LetterKind::SecondReminder)));
const NOTICE: Option<(TaskKind, Option<LetterKind>)> = Some((TaskKind::Letter, Some(LetterKind::FormalNotice)));
const PROCEDURE: Option<(TaskKind, Option<LetterKind>)> = Some((TaskKind::ChooseProcedure, None));

#[test]
fn each_step_comes_on_its_day_and_none_before_the_last_letter_s_days_are_over() {
    let mut book = book("2026-06-01");
    let brun = debtor(&mut book, "Brun", Some(PartyKind::Company), &[("F-1", "2026-05-31", "1000.00")]);
    assert_eq!(first(&mut book, "2026-06-02"), None);
    assert_eq!(today(&mut book, "2026-06-02").waiting, 1);
    assert_eq!(first(&mut book, "2026-06-03"), EMAIL);
    happen(&mut book, brun, "2026-06-03", letter(LetterKind::EmailReminder));
    assert_eq!(first(&mut book, "2026-06-05"), None);
    assert_eq!(first(&mut book, "2026-06-08"), CALL);
    happen(&mut book, brun, "2026-06-08", What::Call { reached: Some(false) });
    assert_eq!(first(&mut book, "2026-06-12"), None);
    assert_eq!(first(&mut book, "2026-06-15"), SECOND);
    // Sent late: the notice's thirtieth day, 30 June, comes before the eight days it gave are over, on Monday 6 July.
    happen(&mut book, brun, "2026-06-27", letter(LetterKind::SecondReminder));
    assert_eq!(first(&mut book, "2026-07-05"), None);
    assert_eq!(first(&mut book, "2026-07-06"), NOTICE);
    happen(&mut book, brun, "2026-07-06", letter(LetterKind::FormalNotice));
    // Fifty days: 20 July; the notice gave fifteen days, to 21 July.
    assert_eq!(first(&mut book, "2026-07-21"), None);
    assert_eq!(first(&mut book, "2026-07-22"), PROCEDURE);
    let act = Act::OrderRequested { tribunal: Tribunal::Commercial };
    happen(&mut book, brun, "2026-07-22", What::Act { act, of: None });
    assert_eq!(first(&mut book, "2026-07-23"), None);
}

#[test]
fn an_old_invoice_skips_what_may_be_skipped_and_nothing_else() {
    let mut book = book("2026-06-01");
    let brun = debtor(&mut book, "Brun", Some(PartyKind::Company), &[("F-1", "2026-01-31", "1000.00")]);
    assert_eq!(first(&mut book, "2026-06-01"), SECOND);
    happen(&mut book, brun, "2026-06-01", letter(LetterKind::SecondReminder));
    assert_eq!(first(&mut book, "2026-06-10"), NOTICE);
}

#[test]
fn a_step_that_comes_on_a_day_that_is_not_worked_comes_on_the_next_one() {
    let mut book = book("2026-06-01");
    // The third day after is Saturday 6 June.
    debtor(&mut book, "Brun", Some(PartyKind::Company), &[("F-1", "2026-06-03", "1000.00")]);
    assert_eq!(first(&mut book, "2026-06-07"), None);
    assert_eq!(first(&mut book, "2026-06-08"), EMAIL);
    assert!(!today(&mut book, "2026-06-07").worked);
}

#[test]
fn one_letter_goes_for_all_of_a_debtor_s_invoices() {
    let mut book = book("2026-06-01");
    let invoices = [("F-1", "2026-05-10", "1000.00"), ("F-2", "2026-05-28", "200.00"), ("F-3", "2026-05-30", "30.00")];
    debtor(&mut book, "Brun", Some(PartyKind::Company), &invoices);
    // F-1 is 22 days late, F-2 four, F-3 two: too early for that one.
    let found = today(&mut book, "2026-06-01");
    assert_eq!(found.todos.len(), 1);
    let [Task { kind: TaskKind::Letter, letter, invoices, amount, .. }] = found.todos[0].tasks.as_slice() else { panic!() };
    assert_eq!((*letter, invoices.len(), amount.to_string()), (Some(LetterKind::SecondReminder), 2, "1200.00".to_owned()));
}

fn only(book: &Book, debtor: DebtorId) -> InvoiceId {
    *book.ledger().debtors[&debtor].invoices.keys().next().unwrap()
}

#[test]
fn reminders_wait_for_what_stands_in_their_way() {
    let instalment = Instalment { due_on: day("2026-06-29"), amount: money("500.00") };
    let waits = [
        What::Promise { amount: None, by: day("2026-06-29") },
        What::Plan { instalments: vec![instalment], signed: true },
        What::Disputed { amount: None, reason: String::new() },
        What::Paused { until: day("2026-06-29") },
    ];
    for what in waits {
        let mut book = book("2026-06-01");
        let brun = debtor(&mut book, "Brun", Some(PartyKind::Company), &[("F-1", "2026-05-31", "1000.00")]);
        happen(&mut book, brun, "2026-06-10", what.clone());
        assert_eq!(first(&mut book, "2026-06-29"), None, "{what:?}");
    }
    // A dispute of a part: the rest is asked for.
    let mut book = book("2026-06-01");
    let brun = debtor(&mut book, "Brun", Some(PartyKind::Company), &[("F-1", "2026-05-31", "1000.00")]);
    happen(&mut book, brun, "2026-06-10", What::Disputed { amount: Some(money("400.00")), reason: String::new() });
    assert_eq!(today(&mut book, "2026-06-15").todos[0].tasks[0].amount, money("600.00"));
    happen(&mut book, brun, "2026-06-16", What::DisputeSettled);
    assert_eq!(today(&mut book, "2026-06-16").todos[0].tasks[0].amount, money("1000.00"));
    // Paid: nothing.
    let (invoice, paid) = (only(&book, brun), Settlement::payment(day("2026-06-17"), money("1000.00")));
    book.apply(vec![Edit::Settle { debtor: brun, invoice, settlement: paid }]).unwrap();
    assert_eq!(first(&mut book, "2026-06-17"), None);
}

#[test]
fn a_broken_promise_is_followed_up_once_then_the_plan_goes_on() {
    let mut book = book("2026-06-01");
    let brun = debtor(&mut book, "Brun", Some(PartyKind::Company), &[("F-1", "2026-05-31", "1000.00")]);
    happen(&mut book, brun, "2026-06-03", letter(LetterKind::EmailReminder));
    happen(&mut book, brun, "2026-06-08", What::Promise { amount: None, by: day("2026-06-16") });
    assert_eq!(first(&mut book, "2026-06-16"), None);
    let broken = Some((TaskKind::BrokenPromise, Some(LetterKind::SecondReminder)));
    assert_eq!(first(&mut book, "2026-06-17"), broken);
    happen(&mut book, brun, "2026-06-17", letter(LetterKind::SecondReminder));
    assert_eq!(first(&mut book, "2026-06-18"), None);
    assert_eq!(first(&mut book, "2026-06-30"), NOTICE);
}

#[test]
fn a_broken_promise_before_the_next_step_asks_for_a_call() {
    let mut book = book("2026-06-01");
    let brun = debtor(&mut book, "Brun", Some(PartyKind::Company), &[("F-1", "2026-05-31", "1000.00")]);
    happen(&mut book, brun, "2026-06-03", letter(LetterKind::EmailReminder));
    happen(&mut book, brun, "2026-06-03", What::Promise { amount: None, by: day("2026-06-04") });
    assert_eq!(first(&mut book, "2026-06-05"), Some((TaskKind::BrokenPromise, Some(LetterKind::PhoneScript))));
}

#[test]
fn insolvency_stops_reminders_and_asks_to_declare() {
    let mut book = book("2026-06-01");
    let brun = debtor(&mut book, "Brun", Some(PartyKind::Company), &[("F-1", "2026-05-31", "1000.00")]);
    let act = Act::InsolvencyOpened { proceedings: InsolvencyKind::Liquidation, published_on: Some(day("2026-06-10")) };
    happen(&mut book, brun, "2026-06-05", What::Act { act, of: None });
    let found = today(&mut book, "2026-06-15");
    let [task] = found.todos[0].tasks.as_slice() else { panic!("one task") };
    // Two months after 10 June: 10 August, a Monday.
    assert_eq!((task.kind, task.letter, task.on), (TaskKind::Procedure, Some(LetterKind::ClaimDeclaration), day("2026-08-10")));
    happen(&mut book, brun, "2026-06-16", What::Act { act: Act::ClaimDeclared { amount: None }, of: None });
    assert_eq!(first(&mut book, "2026-06-17"), None);
}

#[test]
fn limitation_comes_first_then_procedures_then_broken_promises_then_amount_by_age() {
    let mut book = book("2026-06-15");
    let company = Some(PartyKind::Company);
    debtor(&mut book, "Petit", company, &[("F-1", "2026-05-31", "200.00")]);
    debtor(&mut book, "Grand", company, &[("F-2", "2026-05-31", "900.00")]);
    debtor(&mut book, "Vieux", company, &[("F-3", "2026-01-31", "400.00")]);
    let promised = debtor(&mut book, "Promis", company, &[("F-4", "2026-05-31", "100.00")]);
    happen(&mut book, promised, "2026-06-01", What::Promise { amount: None, by: day("2026-06-05") });
    let order = debtor(&mut book, "Ordonnance", company, &[("F-5", "2026-03-31", "100.00")]);
    happen(&mut book, order, "2026-06-01", What::Act { act: Act::OrderRequested { tribunal: Tribunal::Commercial }, of: None });
    happen(&mut book, order, "2026-06-10", What::Act { act: Act::OrderMade { partly: false }, of: None });
    // Due on 31 July 2021: five years end on 31 July 2026.
    debtor(&mut book, "Prescrit", company, &[("F-6", "2021-07-31", "50.00")]);
    let found = today(&mut book, "2026-06-15");
    let names: Vec<&str> = found.todos.iter().map(|todo| todo.name.as_str()).collect();
    // 400 x 135 days, 900 x 15, 200 x 15.
    assert_eq!(names, ["Prescrit", "Ordonnance", "Promis", "Vieux", "Grand", "Petit"]);
    assert_eq!(found.todos[0].tasks[0].on, day("2026-07-31"));
}

#[test]
fn a_kind_that_is_not_known_is_asked_for() {
    let mut book = book("2026-06-15");
    debtor(&mut book, "Inconnu", None, &[("F-1", "2026-05-31", "200.00")]);
    assert!(today(&mut book, "2026-06-15").todos[0].kind_unknown);
}
