//! Merging files: what is added, known again, filled in, kept and in conflict; twice is once, and the order doesn't matter.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use dument_intake::{
    Credited, FileKind, Found, Invoice, InvoiceKind, Line, Outcome, Party, Payment, Place, Refusal, RefusalCode, Settlement,
    SettlementKind,
};
use dument_law::{Day, Money, Reference};
use dument_ledger::{Book, Creditor, DebtorId, DueFrom, Edit, InvoiceField, Ledger, Record, Theirs};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

fn file(name: &str, outcomes: Vec<Outcome>) -> Found {
    let lines = outcomes.into_iter().zip(2..).map(|(outcome, row)| Line {
        place: Place { row: Some(row), ..Place::default() },
        outcome,
        derived: Vec::new(),
        warnings: Vec::new(),
    });
    Found { file: name.to_owned(), kind: FileKind::Csv, detail: None, notices: Vec::new(), table: None, lines: lines.collect() }
}

fn party(name: &str, account: Option<&str>, siren: Option<&str>) -> Party {
    Party { name: name.to_owned(), account: account.map(str::to_owned), siren: siren.map(str::to_owned), ..Party::default() }
}

fn invoice(number: &str, amount: &str, debtor: Party) -> Invoice {
    Invoice {
        issued_on: Some(day("2026-05-01")),
        due_on: Some(day("2026-05-31")),
        debtor,
        ..Invoice::new(number, InvoiceKind::Invoice, money(amount), "EUR")
    }
}

fn paid(on: &str, amount: &str) -> Settlement {
    Settlement { kind: SettlementKind::Payment, on: Some(day(on)), amount: money(amount), reference: None }
}

fn lines(invoices: Vec<Invoice>) -> Vec<Outcome> {
    invoices.into_iter().map(|invoice| Outcome::Invoice(Box::new(invoice))).collect()
}

fn book() -> Book {
    Book::open(Ledger::default(), day("2026-11-22"), Reference::published().clone())
}

/// Merges, and says how many were added, changed, the same, refused, in conflict and kept.
fn merge(book: &mut Book, found: Found) -> [usize; 6] {
    let plan = book.plan(&[found]);
    let counts = [plan.added.len(), plan.changed.len(), plan.same, plan.refused.len(), plan.conflicts.len(), plan.kept.len()];
    book.merge(plan, &[]).unwrap();
    counts
}

fn open(book: &Book) -> String {
    book.figures().aged.total.to_string()
}

fn brun() -> Party {
    party("Brun & Fils", Some("411BRUN"), None)
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let mut book = book();
    let found = || {
        let payment = Payment {
            debtor: brun(),
            on: Some(day("2026-06-01")),
            amount: money("10.00"),
            currency: "EUR".to_owned(),
            reference: None,
            label: None,
        };
        let refused = Outcome::Refused(Refusal::new(RefusalCode::ZeroAmount, "Rien."));
        let mut outcomes = lines(vec![
            Invoice { settlements: vec![paid("2026-06-03", "400.00")], ..invoice("F-1", "1000.00", brun()) },
            Invoice { paid: money("50.00"), ..invoice("F-2", "200.00", brun()) },
        ]);
        // The same sum twice on one day is two sums.
        outcomes.extend([Outcome::Payment(Box::new(payment.clone())), Outcome::Payment(Box::new(payment)), refused]);
        file("export.csv", outcomes)
    };
    assert_eq!(merge(&mut book, found()), [4, 0, 0, 1, 0, 0]);
    let before = book.ledger().clone();
    assert_eq!(merge(&mut book, found()), [0, 0, 4, 1, 0, 0]);
    assert_eq!(*book.ledger(), before);
    assert_eq!(open(&book), "750.00");
}

#[test]
fn a_newer_export_brings_payments_and_is_taken_back() {
    let mut book = book();
    merge(&mut book, file("may.csv", lines(vec![invoice("F-1", "1000.00", brun())])));
    let before = book.ledger().clone();
    let newer = Invoice { settlements: vec![paid("2026-06-03", "1000.00")], ..invoice("f 1", "1000.00", brun()) };
    let plan = book.plan(&[file("june.csv", lines(vec![newer]))]);
    assert_eq!(plan.changed[0].what, ["paiement de 1\u{202f}000,00\u{202f}€ du 03/06/2026"]);
    let undo = book.merge(plan, &[]).unwrap().undo;
    assert_eq!(open(&book), "0.00");
    book.take_back(undo);
    assert_eq!(*book.ledger(), before);
}

#[test]
fn what_was_paid_without_a_day_is_told_its_day() {
    let mut book = book();
    merge(&mut book, file("list.csv", lines(vec![Invoice { paid: money("600.00"), ..invoice("F-1", "1000.00", brun()) }])));
    let dated = Invoice { settlements: vec![paid("2026-06-03", "400.00")], ..invoice("F-1", "1000.00", brun()) };
    merge(&mut book, file("fec.txt", lines(vec![dated])));
    // 600.00 in all: 400.00 of them on 3 June.
    let record = book.ledger().debtors.values().next().unwrap();
    assert_eq!(record.invoices.values().next().unwrap().paid_undated, money("200.00"));
    assert_eq!(open(&book), "400.00");
}

#[test]
fn what_differs_is_in_conflict_until_the_file_s_word_is_taken() {
    let mut book = book();
    merge(&mut book, file("a.csv", lines(vec![invoice("F-1", "1000.00", brun())])));
    let other = || file("b.csv", lines(vec![invoice("F-1", "1200.00", brun())]));
    assert_eq!(merge(&mut book, other()), [0, 0, 0, 0, 1, 0]);
    assert_eq!(open(&book), "1000.00");
    let plan = book.plan(&[other()]);
    assert_eq!(plan.conflicts[0].theirs, Theirs::Field(InvoiceField::Amount(money("1200.00"))));
    book.merge(plan, &[0]).unwrap();
    assert_eq!(open(&book), "1200.00");
}

#[test]
fn a_payment_too_much_is_in_conflict() {
    let mut book = book();
    let once = |on| file(on, lines(vec![Invoice { settlements: vec![paid(on, "700.00")], ..invoice("F-1", "1000.00", brun()) }]));
    merge(&mut book, once("2026-06-03"));
    assert_eq!(merge(&mut book, once("2026-06-05")), [0, 0, 0, 0, 1, 0]);
    assert_eq!(open(&book), "300.00");
}

#[test]
fn what_the_user_corrected_stays_and_is_said() {
    let mut book = book();
    let found = || file("a.csv", lines(vec![invoice("F-1", "1000.00", brun())]));
    merge(&mut book, found());
    let (debtor, record) = book.ledger().debtors.iter().next().unwrap();
    let (debtor, invoice) = (*debtor, *record.invoices.keys().next().unwrap());
    book.apply(vec![Edit::SetInvoice { debtor, invoice, changes: vec![InvoiceField::DueOn(day("2026-06-15"))] }]).unwrap();
    let before = book.ledger().clone();
    let plan = book.plan(&[found()]);
    assert_eq!((plan.kept.len(), plan.conflicts.len(), plan.is_empty()), (1, 0, true));
    assert!(plan.kept[0].message.contains("Votre correction reste"));
    book.merge(plan, &[]).unwrap();
    assert_eq!(*book.ledger(), before);
}

#[test]
fn a_payment_entered_by_hand_is_not_counted_twice() {
    let mut book = book();
    merge(&mut book, file("a.csv", lines(vec![invoice("F-1", "1000.00", brun())])));
    let debtor = *book.ledger().debtors.keys().next().unwrap();
    let receive = Edit::Receive { debtor, on: day("2026-06-01"), amount: money("400.00"), invoices: vec![] };
    book.apply(vec![receive]).unwrap();
    let booked = Invoice { settlements: vec![paid("2026-06-03", "400.00")], ..invoice("F-1", "1000.00", brun()) };
    assert_eq!(merge(&mut book, file("b.csv", lines(vec![booked]))), [0, 0, 1, 0, 0, 1]);
    assert_eq!(open(&book), "600.00");
}

#[test]
fn a_due_date_takes_the_place_of_one_that_was_worked_out() {
    let mut book = book();
    merge(&mut book, file("a.csv", lines(vec![Invoice { due_on: None, ..invoice("F-1", "1000.00", brun()) }])));
    let due = |book: &Book| {
        let record = book.ledger().debtors.values().next().unwrap();
        let invoice = record.invoices.values().next().unwrap();
        (invoice.due_on.to_string(), invoice.due_from)
    };
    // Thirty days after 1 May (C. com. L441-10, I).
    assert_eq!(due(&book), ("2026-05-31".to_owned(), DueFrom::Law));
    let told = Invoice { due_on: Some(day("2026-06-15")), ..invoice("F-1", "1000.00", brun()) };
    assert_eq!(merge(&mut book, file("b.csv", lines(vec![told]))), [0, 1, 0, 0, 0, 0]);
    assert_eq!(due(&book), ("2026-06-15".to_owned(), DueFrom::Given));
}

#[test]
fn a_debtor_is_known_again_by_its_invoice_and_two_of_one_name_are_two() {
    let mut book = book();
    merge(&mut book, file("fec.txt", lines(vec![invoice("F-1", "1000.00", brun())])));
    // Another name, no account, but an invoice that is known: the number of the company comes with it.
    let same = party("BRUN ET FILS SARL", None, Some("732829320"));
    assert_eq!(merge(&mut book, file("f-1.pdf", lines(vec![invoice("F-1", "1000.00", same)]))), [0, 0, 1, 0, 0, 0]);
    assert_eq!(book.ledger().debtors.len(), 1);
    assert_eq!(book.ledger().debtors.values().next().unwrap().debtor.siren.as_deref(), Some("732829320"));
    // The same name with another account, and with another company's number.
    let other = vec![
        invoice("F-2", "10.00", party("Brun & Fils", Some("411BRUN2"), None)),
        invoice("F-3", "10.00", party("Brun & Fils", None, Some("552100554"))),
    ];
    merge(&mut book, file("other.csv", lines(other)));
    assert_eq!(book.ledger().debtors.len(), 3);
}

#[test]
fn a_credit_note_is_taken_off_the_invoice_it_refers_to_once() {
    let mut book = book();
    let note = || Invoice {
        kind: InvoiceKind::CreditNote,
        refers_to: vec![Credited { number: "F-1".to_owned(), issued_on: None }],
        ..invoice("AV-1", "150.00", brun())
    };
    // Before the invoice in the file, and of more than is left of it.
    let found = || file("a.csv", lines(vec![note(), invoice("F-1", "100.00", brun())]));
    merge(&mut book, found());
    let deposits = |book: &Book| {
        let record = book.ledger().debtors.values().next().unwrap();
        record.deposits.values().map(|deposit| deposit.left().to_string()).collect::<Vec<_>>()
    };
    assert_eq!((open(&book), deposits(&book)), ("0.00".to_owned(), vec!["50.00".to_owned()]));
    let before = book.ledger().clone();
    merge(&mut book, found());
    assert_eq!(*book.ledger(), before);
}

/// The only debtor, with its invoices by number and its deposits.
fn only(book: &Book) -> (DebtorId, &Record) {
    let (id, record) = book.ledger().debtors.iter().next().unwrap();
    (*id, record)
}

#[test]
fn a_credit_note_that_waited_and_was_set_against_an_invoice_is_known_again() {
    let mut book = book();
    let note = || Invoice { kind: InvoiceKind::CreditNote, due_on: None, ..invoice("AV-1", "100.00", brun()) };
    let found = || file("a.csv", lines(vec![note(), invoice("F-1", "500.00", brun())]));
    merge(&mut book, found());
    let (debtor, record) = only(&book);
    let (deposit, invoice) = (*record.deposits.keys().next().unwrap(), *record.invoices.keys().next().unwrap());
    book.apply(vec![Edit::Allocate { debtor, deposit, invoice, amount: money("40.00") }]).unwrap();
    let before = book.ledger().clone();
    assert_eq!(merge(&mut book, found()), [0, 0, 2, 0, 0, 0]);
    assert_eq!(*book.ledger(), before);
    assert_eq!(open(&book), "460.00");
}

/// A credit note of 100.00 of which lettering gives 30.00 to an invoice: 70.00 wait, the first time and ever after.
#[test]
fn what_is_left_of_a_credit_note_of_a_fec_waits_whole() {
    let entry = |number: &str, account: &str, label: &str, piece: &str, debit: &str, credit: &str, lettering: &str| {
        format!(
            "VE|Ventes|{number}|20260105|{account}|{label}|BRUN|Brun|{piece}|20260105|{piece}|{debit}|{credit}|{lettering}||20260106||"
        )
    };
    let sale = |number: &str, piece: &str, debit: &str, credit: &str| {
        let customer = entry(number, "411000", "Clients", piece, debit, credit, "A");
        let revenue = entry(number, "706000", "Ventes", piece, credit, debit, "").replace("|BRUN|Brun|", "|||");
        [customer, revenue]
    };
    let header = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|\
                  Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";
    let rows = [sale("1", "F-1", "30,00", "0,00"), sale("2", "AV-1", "0,00", "100,00")].concat();
    let text = [vec![header.to_owned()], rows].concat().join("\r\n");
    let read = || dument_intake::read("fec.txt", text.clone().into_bytes(), dument_intake::Options::default()).unwrap();
    let mut book = book();
    merge(&mut book, read());
    let waiting = |book: &Book| only(book).1.deposits.values().map(|deposit| deposit.left().to_string()).collect::<Vec<_>>();
    assert_eq!((open(&book), waiting(&book)), ("0.00".to_owned(), vec!["70.00".to_owned()]));
    let before = book.ledger().clone();
    merge(&mut book, read());
    assert_eq!(*book.ledger(), before);
}

/// A payment of 130.00 for an invoice of 100.00: the 30.00 too much wait, whether the file before told the payment whole or not at all.
#[test]
fn what_a_client_paid_too_much_waits() {
    let payment = |amount: &str| {
        Outcome::Payment(Box::new(Payment {
            debtor: brun(),
            on: Some(day("2026-06-03")),
            amount: money(amount),
            currency: "EUR".to_owned(),
            reference: Some("VIR".to_owned()),
            label: None,
        }))
    };
    let unlettered = || file("may.txt", [lines(vec![invoice("F-1", "100.00", brun())]), vec![payment("130.00")]].concat());
    let lettered = || {
        let paid = Invoice { settlements: vec![paid("2026-06-03", "100.00")], ..invoice("F-1", "100.00", brun()) };
        file("june.txt", [lines(vec![paid]), vec![payment("30.00")]].concat())
    };
    let waits = |files: Vec<Found>| {
        let mut book = book();
        for file in files {
            merge(&mut book, file);
        }
        let left: Money = only(&book).1.deposits.values().map(dument_ledger::Deposit::left).sum();
        (open(&book), left.to_string())
    };
    let expected = ("0.00".to_owned(), "30.00".to_owned());
    assert_eq!(waits(vec![lettered()]), expected);
    assert_eq!(waits(vec![lettered(), lettered()]), expected);
    assert_eq!(waits(vec![unlettered(), lettered()]), expected);
    assert_eq!(waits(vec![unlettered(), lettered(), lettered()]), expected);
    assert_eq!(waits(vec![lettered(), unlettered()]), expected);
    assert_eq!(waits(vec![lettered(), unlettered(), unlettered(), lettered()]), expected);
}

/// Files of a FEC as lettering goes on: 500.00 wait, then 300.00 of them are given to one invoice, then 200.00 to the other.
fn lettered_so_far(kind: SettlementKind, state: usize) -> Found {
    let settlement = |amount: &str| Settlement { kind, reference: Some("R-1".to_owned()), ..paid("2026-06-03", amount) };
    let given: [&[&str]; 3] = [&[], &["300.00"], &["300.00", "200.00"]];
    let given = given[state];
    let settled = |at: usize| given.get(at).map(|amount| settlement(amount)).into_iter().collect();
    let mut outcomes = lines(vec![
        Invoice { settlements: settled(0), ..invoice("F-1", "1000.00", brun()) },
        Invoice { settlements: settled(1), ..invoice("F-2", "1000.00", brun()) },
    ]);
    let used: Money = given.iter().map(|amount| money(amount)).sum();
    let (on, amount) = (Some(day("2026-06-03")), money("500.00") - used);
    if amount.is_positive() && kind == SettlementKind::CreditNote {
        let note = Invoice {
            kind: InvoiceKind::CreditNote,
            issued_on: on,
            due_on: None,
            paid: used,
            ..invoice("R-1", "500.00", brun())
        };
        outcomes.push(Outcome::Invoice(Box::new(note)));
    } else if amount.is_positive() {
        let (currency, reference) = ("EUR".to_owned(), Some("R-1".to_owned()));
        outcomes.push(Outcome::Payment(Box::new(Payment { debtor: brun(), on, amount, currency, reference, label: None })));
    }
    file(&format!("{state}.txt"), outcomes)
}

#[test]
fn a_sum_counts_once_however_far_each_file_letters_it() {
    for kind in [SettlementKind::Payment, SettlementKind::CreditNote] {
        // Every order of up to four files.
        for count in 1..=4 {
            for drawn in 0..3_usize.pow(count) {
                let states: Vec<usize> = (0..count).map(|at| drawn / 3_usize.pow(at) % 3).collect();
                let mut book = book();
                for state in &states {
                    merge(&mut book, lettered_so_far(kind, *state));
                }
                let waiting: Money = only(&book).1.deposits.values().map(dument_ledger::Deposit::left).sum();
                let open = book.figures().aged.total;
                assert_eq!((open - waiting).to_string(), "1500.00", "{kind:?} {states:?}: {open} open, {waiting} waiting");
            }
        }
    }
}

#[test]
fn an_invoice_whose_number_was_corrected_is_known_again() {
    let mut book = book();
    let found = || file("a.csv", lines(vec![invoice("F-1", "1000.00", brun())]));
    merge(&mut book, found());
    let (debtor, record) = only(&book);
    let invoice = *record.invoices.keys().next().unwrap();
    book.apply(vec![Edit::SetInvoice { debtor, invoice, changes: vec![InvoiceField::Number("F-001".to_owned())] }]).unwrap();
    let before = book.ledger().clone();
    assert_eq!(merge(&mut book, found()), [0, 0, 1, 0, 0, 1]);
    assert_eq!(*book.ledger(), before);
    assert_eq!(open(&book), "1000.00");
}

#[test]
fn a_sum_that_waited_is_used_up_by_the_invoice_it_was_for() {
    let payment = || {
        Outcome::Payment(Box::new(Payment {
            debtor: brun(),
            on: Some(day("2026-06-03")),
            amount: money("400.00"),
            currency: "EUR".to_owned(),
            reference: None,
            label: None,
        }))
    };
    let lettered =
        || lines(vec![Invoice { settlements: vec![paid("2026-06-03", "400.00")], ..invoice("F-1", "1000.00", brun()) }]);
    let early = || {
        let mut outcomes = lines(vec![invoice("F-1", "1000.00", brun())]);
        outcomes.push(payment());
        file("may.txt", outcomes)
    };
    let late = || file("june.txt", lettered());
    let both = |first: Found, second: Found| {
        let mut book = book();
        merge(&mut book, first);
        merge(&mut book, second);
        let figures = book.figures();
        let waiting = figures.figures.last().unwrap().value.clone();
        (figures.aged.total.to_string(), serde_json::to_string(&waiting).unwrap())
    };
    let expected = ("600.00".to_owned(), r#"{"is":"money","value":"0.00"}"#.to_owned());
    assert_eq!(both(early(), late()), expected);
    assert_eq!(both(late(), early()), expected);
}

#[test]
fn two_debtors_are_joined_and_taken_apart_again() {
    let mut book = book();
    let with = |settlements, party| Invoice { settlements, ..invoice("F-1", "1000.00", party) };
    // Other accounts and other names: they stay two, and are said to look like one.
    merge(&mut book, file("a.csv", lines(vec![with(vec![paid("2026-06-03", "300.00")], brun())])));
    let second = || party("BRUN ET FILS", Some("C0012"), Some("732829320"));
    let found = vec![with(vec![paid("2026-07-03", "200.00")], second()), invoice("F-2", "50.00", second())];
    let plan = book.plan(&[file("b.csv", lines(found))]);
    assert_eq!(plan.twins.len(), 1);
    book.merge(plan, &[]).unwrap();
    let before = book.ledger().clone();
    let ids: Vec<_> = book.ledger().debtors.keys().copied().collect();
    let named = |ledger: &Ledger, name: &str| *ledger.debtors.iter().find(|(_, one)| one.debtor.name == name).unwrap().0;
    let (kept, other) = (named(&before, "Brun & Fils"), named(&before, "BRUN ET FILS"));
    assert_eq!(ids.len(), 2);
    let call = dument_ledger::What::Call { reached: None };
    let theirs = *before.debtors[&other].invoices.iter().find(|(_, one)| one.number == "F-1").unwrap().0;
    let event = dument_ledger::Event { invoices: vec![theirs], ..dument_ledger::Event::new(day("2026-07-05"), call) };
    book.apply(vec![Edit::AddEvent { debtor: other, event: Box::new(event) }]).unwrap();
    let before = book.ledger().clone();
    let undo = book.apply(vec![Edit::JoinDebtors { kept, other }]).unwrap().undo;
    // 1 000.00 less 300.00 and 200.00, and 50.00.
    assert_eq!((book.ledger().debtors.len(), open(&book)), (1, "550.00".to_owned()));
    let record = &book.ledger().debtors[&kept];
    assert_eq!((record.invoices.len(), record.debtor.siren.as_deref()), (2, Some("732829320")));
    assert!(record.events.values().all(|event| event.invoices.iter().all(|id| record.invoices.contains_key(id))));
    // A file of either finds the one again.
    assert_eq!(merge(&mut book, file("b.csv", lines(vec![invoice("F-2", "50.00", second())]))), [0, 0, 1, 0, 0, 0]);
    book.take_back(undo);
    assert_eq!(*book.ledger(), before);
}

#[test]
fn the_invoices_of_another_business_are_refused() {
    let mut book = book();
    let creditor = Box::new(Creditor { siren: "732 829 320".to_owned(), ..Creditor::default() });
    book.apply(vec![Edit::SetCreditor { creditor }]).unwrap();
    let received = Invoice { creditor: party("Fournisseur", None, Some("552100554")), ..invoice("X-1", "10.00", brun()) };
    assert_eq!(merge(&mut book, file("x.pdf", lines(vec![received]))), [0, 0, 0, 1, 0, 0]);
    assert!(book.ledger().debtors.is_empty());
}

#[test]
fn a_plan_of_another_day_is_not_carried_out() {
    let mut book = book();
    let plan = book.plan(&[file("a.csv", lines(vec![invoice("F-1", "1000.00", brun())]))]);
    book.apply(vec![Edit::SetTargets { targets: dument_ledger::figures::Targets::default() }]).unwrap();
    assert!(book.merge(plan, &[]).is_err());
}

/// A file of some debtors and invoices; each tells of an invoice up to a month, so that files of one history agree.
fn telling() -> impl Strategy<Value = Vec<(u8, u8, u8, bool)>> {
    proptest::collection::vec((0..3_u8, 0..5_u8, 0..4_u8, any::<bool>()), 0..12)
}

/// The invoices of one history: what is known of each by its `known`th payment.
fn told(name: &str, telling: &[(u8, u8, u8, bool)]) -> Found {
    let mut seen = std::collections::BTreeSet::new();
    let invoices =
        telling.iter().filter(|(debtor, number, ..)| seen.insert((*debtor, *number))).map(|(debtor, number, known, dated)| {
            let all = [paid("2026-06-03", "100.00"), paid("2026-06-03", "100.00"), paid("2026-07-09", "250.00")];
            let known = usize::from(*known).min(all.len());
            let settlements: Vec<Settlement> = if *dated { all[..known].to_vec() } else { Vec::new() };
            let undated: Money = if *dated { Money::ZERO } else { all[..known].iter().map(|payment| payment.amount).sum() };
            let debtor = party(&format!("Client {debtor}"), Some(&format!("411{debtor}")), None);
            Invoice { settlements, paid: undated, ..invoice(&format!("F-{number}"), "1000.00", debtor) }
        });
    file(name, lines(invoices.collect()))
}

/// What stands in a ledger, but for the files that told of it.
fn content(book: &Book) -> Vec<String> {
    let mut all = Vec::new();
    for record in book.ledger().debtors.values() {
        for invoice in record.invoices.values() {
            let settlements: Vec<String> = invoice.settlements.iter().map(|one| format!("{:?} {}", one.on, one.amount)).collect();
            all.push(format!("{} {} {:?} {}", record.debtor.name, invoice.number, settlements, invoice.paid_undated));
        }
    }
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merging_twice_is_once_and_files_of_one_history_merge_in_any_order(a in telling(), b in telling(), c in telling()) {
        let files = [told("a", &a), told("b", &b), told("c", &c)];
        let mut reached = Vec::new();
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let mut book = book();
            for at in order {
                merge(&mut book, files[at].clone());
                let before = book.ledger().clone();
                let plan = book.plan(&files[at..=at]);
                prop_assert!(plan.is_empty());
                book.merge(plan, &[]).unwrap();
                prop_assert_eq!(book.ledger(), &before);
            }
            reached.push(content(&book));
        }
        prop_assert_eq!(&reached[0], &reached[1]);
        prop_assert_eq!(&reached[0], &reached[2]);
        // All at once, in the order given, is the same too.
        let mut book = book();
        let plan = book.plan(&files);
        book.merge(plan, &[]).unwrap();
        prop_assert_eq!(&reached[0], &content(&book));
    }
}
