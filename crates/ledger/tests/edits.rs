//! Edits: what each changes, what it refuses, and that taking it back gives the same ledger again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use dument_law::{Day, Money, PartyKind, Reference};
use dument_ledger::{
    Act, Debtor, DebtorField, DebtorId, Edit, Event, Instalment, Invoice, InvoiceField, InvoiceId, Ledger, Settlement, Tribunal,
    What,
};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// A debtor with two invoices in euros: 1 000.00 due on 31 May, 500.00 due on 30 April.
fn ledger() -> (Ledger, DebtorId, [InvoiceId; 2]) {
    let mut ledger = Ledger::default();
    let details = Box::new(Debtor { name: "Brun & Fils".into(), ..Debtor::default() });
    ledger.apply(vec![Edit::AddDebtor { details }], Reference::published()).unwrap();
    let debtor = *ledger.debtors.keys().next().unwrap();
    for (number, due_on, amount) in [("F-1", "2026-05-31", "1000.00"), ("F-2", "2026-04-30", "500.00")] {
        let invoice = Box::new(Invoice::new(number, day(due_on), money(amount)));
        ledger.apply(vec![Edit::AddInvoice { debtor, invoice }], Reference::published()).unwrap();
    }
    let find = |number: &str| {
        let record = &ledger.debtors[&debtor];
        *record.invoices.iter().find(|(_, invoice)| invoice.number == number).unwrap().0
    };
    let ids = [find("F-1"), find("F-2")];
    (ledger, debtor, ids)
}

#[test]
fn every_edit_is_taken_back_whole_and_made_again() {
    let (start, debtor, [first, second]) = ledger();
    let event = |what| Edit::AddEvent { debtor, event: Box::new(Event::new(day("2026-06-10"), what)) };
    let edits = vec![
        Edit::SetDebtor { debtor, change: Box::new(DebtorField::Kind(Some(PartyKind::Company))) },
        Edit::SetInvoice { debtor, invoice: first, changes: vec![InvoiceField::DueOn(day("2026-06-15"))] },
        Edit::Receive { debtor, on: day("2026-06-20"), amount: money("1600.00"), invoices: vec![] },
        event(What::Call { reached: Some(true) }),
        event(What::Promise { amount: None, by: day("2026-06-30") }),
        event(What::Act { act: Act::OrderRequested { tribunal: Tribunal::Commercial }, of: None }),
        event(What::Call { reached: Some(true) }),
        Edit::RemoveInvoice { debtor, invoice: second },
        Edit::RemoveDebtor { debtor },
    ];
    let mut ledger = start.clone();
    let mut applied: Vec<_> = Vec::new();
    let mut states = vec![ledger.clone()];
    for edit in edits {
        applied.push(ledger.apply(vec![edit], Reference::published()).unwrap());
        states.push(ledger.clone());
    }
    assert!(ledger.debtors.is_empty());
    for (i, one) in applied.into_iter().enumerate().rev() {
        assert!(one.debtors.contains(&debtor));
        let again = ledger.take_back(one.undo).undo;
        assert_eq!(ledger, states[i]);
        let once_more = ledger.take_back(again).undo;
        assert_eq!(ledger, states[i + 1]);
        ledger.take_back(once_more);
    }
    assert_eq!(ledger, start);
}

#[test]
fn a_payment_goes_to_the_oldest_due_date_and_the_rest_waits() {
    let (mut ledger, debtor, [first, second]) = ledger();
    let receive = |amount: &str| Edit::Receive { debtor, on: day("2026-06-20"), amount: money(amount), invoices: vec![] };
    // 500.00 to F-2, due first, then 100.00 to F-1.
    ledger.apply(vec![receive("600.00")], Reference::published()).unwrap();
    let open = |ledger: &Ledger, id| ledger.debtors[&debtor].invoices[&id].open(day("2026-06-20")).to_string();
    assert_eq!((open(&ledger, first), open(&ledger, second)), ("900.00".into(), "0.00".into()));
    // 900.00 settles F-1; 50.00 wait.
    ledger.apply(vec![receive("950.00")], Reference::published()).unwrap();
    let deposits: Vec<_> = ledger.debtors[&debtor].deposits.values().map(|deposit| deposit.amount.to_string()).collect();
    assert_eq!(deposits, ["50.00"]);
    // The day before, nothing was paid.
    let before = ledger.debtors[&debtor].invoices[&first].open(day("2026-06-19"));
    assert_eq!(before.to_string(), "1000.00");
}

#[test]
fn what_is_wrong_is_told_at_once_and_changes_nothing() {
    let (mut ledger, debtor, [first, _]) = ledger();
    let before = ledger.clone();
    let settlement = Settlement { amount: Money::ZERO, ..Settlement::payment(day("2026-06-20"), Money::ZERO) };
    let plan = What::Plan { instalments: vec![Instalment { due_on: day("2026-01-01"), amount: Money::ZERO }], signed: false };
    let problems = ledger
        .apply(
            vec![
                Edit::SetDebtor { debtor, change: Box::new(DebtorField::Kind(None)) },
                Edit::Settle { debtor, invoice: first, settlement },
                Edit::AddEvent { debtor, event: Box::new(Event::new(day("2026-06-01"), plan)) },
            ],
            Reference::published(),
        )
        .unwrap_err();
    let fields: Vec<&str> = problems.all().iter().map(|problem| problem.field.as_str()).collect();
    let expected =
        ["edits[1].settlements[0].amount", "edits[2].what.instalments[0].amount", "edits[2].what.instalments[0].dueOn"];
    assert_eq!(fields, expected);
    assert_eq!(ledger, before);
}

#[test]
fn a_ledger_reads_as_it_writes() {
    let (mut ledger, debtor, _) = ledger();
    let act = What::Act { act: Act::OrderRequested { tribunal: Tribunal::Judicial }, of: None };
    for what in [act, What::Note, What::Paused { until: day("2026-07-01") }] {
        ledger
            .apply(vec![Edit::AddEvent { debtor, event: Box::new(Event::new(day("2026-06-10"), what)) }], Reference::published())
            .unwrap();
    }
    let written = serde_json::to_string(&ledger).unwrap();
    assert_eq!(serde_json::from_str::<Ledger>(&written).unwrap(), ledger);
    let edit = r#"{"edit":"setDebtor","debtor":"0123456789abcdef","change":{"field":"limit","value":"5000.00"}}"#;
    let read: Edit = serde_json::from_str(edit).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), edit);
}
