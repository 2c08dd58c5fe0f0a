//! What the law makes of an invoice: what each event, notice and procedure does to it, and what is told of it elsewhere.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use dument_law::procedures::InsolvencyKind;
use dument_law::{Day, EventKind, Money, PartyKind, Reference};
use dument_ledger::standing::Standing;
use dument_ledger::today::TaskKind;
use dument_ledger::{
    Act, Book, Currency, Debtor, DebtorId, Dues, Edit, Event, Instalment, Invoice, InvoiceId, Ledger, Sending, Tribunal, What,
};
use dument_letters::LetterKind;
use serde_json::Value;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    text.parse().unwrap()
}

/// A debtor with invoices in the order given.
struct Told {
    book: Book,
    debtor: DebtorId,
    invoices: Vec<InvoiceId>,
}

fn told(kind: PartyKind, as_of: &str, invoices: Vec<Invoice>) -> Told {
    let mut book = Book::open(Ledger::default(), day(as_of), Reference::published().clone());
    let details = Box::new(Debtor { name: "Brun".into(), kind: Some(kind), ..Debtor::default() });
    let debtor = *book.apply(vec![Edit::AddDebtor { details }]).unwrap().debtors.first().unwrap();
    let mut told = Told { book, debtor, invoices: Vec::new() };
    for invoice in invoices {
        let number = invoice.number.clone();
        told.book.apply(vec![Edit::AddInvoice { debtor, invoice: Box::new(invoice) }]).unwrap();
        let record = &told.book.ledger().debtors[&debtor];
        told.invoices.push(*record.invoices.iter().find(|(_, one)| one.number == number).unwrap().0);
    }
    told
}

impl Told {
    fn happens(&mut self, on: &str, what: What, about: &[usize]) {
        let invoices = about.iter().map(|at| self.invoices[*at]).collect();
        let event = Box::new(Event { invoices, ..Event::new(day(on), what) });
        self.book.apply(vec![Edit::AddEvent { debtor: self.debtor, event }]).unwrap();
    }

    fn acts(&mut self, acts: &[(&str, Act)]) {
        for (on, act) in acts {
            self.happens(on, What::Act { act: act.clone(), of: None }, &[]);
        }
    }

    fn dues(&self, at: usize) -> Dues {
        self.book.client(self.debtor).unwrap().dues[&self.invoices[at]]
    }

    fn standing(&self, at: usize) -> Standing {
        self.book.standing(self.debtor).unwrap().invoices[&self.invoices[at]].standing
    }

    /// The history of the case that is handed over: what, when, and the outcome.
    fn history(&self, about: &[usize]) -> Vec<(String, String, String)> {
        let invoices: Vec<InvoiceId> = about.iter().map(|at| self.invoices[*at]).collect();
        let file: Value = serde_json::from_str(&self.book.case_file(self.debtor, &invoices).unwrap()).unwrap();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let history = file["cases"][0]["case"]["history"].as_array().unwrap();
        history.iter().map(|one| (text(&one["kind"]), text(&one["on"]), text(&one["outcome"]))).collect()
    }
}

fn notice() -> What {
    What::Letter { letter: LetterKind::FormalNotice, by: Sending::Registered }
}

fn signed_plan() -> What {
    What::Plan { instalments: vec![Instalment { due_on: day("2026-12-20"), amount: money("100.00") }], signed: true }
}

fn requested() -> Act {
    Act::OrderRequested { tribunal: Tribunal::Judicial }
}

fn opened(published_on: &str) -> Act {
    Act::InsolvencyOpened { proceedings: InsolvencyKind::Reorganisation, published_on: Some(day(published_on)) }
}

#[test]
fn a_consumer_owes_interest_on_what_the_notice_was_about_alone() {
    let invoices = vec![
        Invoice::new("A", day("2026-05-31"), money("1000.00")),
        Invoice::new("B", day("2026-05-31"), money("1000.00")),
        // Not due yet on the day of a notice about all.
        Invoice::new("C", day("2026-09-30"), money("1000.00")),
    ];
    let mut told = told(PartyKind::Consumer, "2026-11-22", invoices);
    told.happens("2026-07-01", notice(), &[0]);
    assert!(told.dues(0).interest.is_positive());
    assert_eq!(told.dues(1).interest, Money::ZERO);
    told.happens("2026-09-01", notice(), &[]);
    assert!(told.dues(1).interest.is_positive() && told.dues(1).interest < told.dues(0).interest);
    assert_eq!(told.dues(2).interest, Money::ZERO);
}

#[test]
fn limitation_of_an_invoice_in_another_currency_comes_near_too() {
    let dollars = Invoice { currency: "USD".parse::<Currency>().unwrap(), ..Invoice::new("A", day("2021-12-15"), money("1.00")) };
    let told = told(PartyKind::Company, "2026-11-22", vec![dollars]);
    assert_eq!(told.dues(0).last_day, Some(day("2026-12-15")));
    assert_eq!(told.book.today().todos[0].tasks[0].kind, TaskKind::Limitation);
}

#[test]
fn work_done_before_insolvency_is_an_earlier_claim_though_invoiced_later() {
    let mut after = Invoice::new("A", day("2026-10-31"), money("100.00"));
    (after.issued_on, after.performed_on) = (Some(day("2026-10-01")), Some(day("2026-08-31")));
    let later = Invoice { performed_on: Some(day("2026-10-01")), number: "B".to_owned(), ..after.clone() };
    let mut told = told(PartyKind::Company, "2026-11-22", vec![after, later]);
    told.acts(&[("2026-09-15", opened("2026-09-22"))]);
    assert_eq!((told.standing(0), told.standing(1)), (Standing::Insolvency, Standing::Late));
}

/// The order of a payment of 2020 was opposed and lapsed: it never interrupted (Cass. 2e civ. 19 November 2020, 19-20.238).
#[test]
fn what_ended_without_effect_is_handed_over_as_such() {
    let mut told = told(PartyKind::Company, "2026-11-22", vec![Invoice::new("A", day("2026-05-31"), money("1000.00"))]);
    told.acts(&[
        ("2026-09-07", requested()),
        ("2026-09-14", Act::OrderMade { partly: false }),
        ("2026-09-21", Act::OrderServed),
        ("2026-10-05", Act::OrderOpposed),
        ("2026-11-02", Act::OppositionLapsed),
    ]);
    let served = told.history(&[]).into_iter().find(|(kind, ..)| kind == "paymentOrderServed").unwrap();
    assert_eq!(served.2, "lapsed");
}

#[test]
fn a_title_that_was_opposed_is_one_no_more() {
    let mut told = told(PartyKind::Company, "2026-11-30", vec![Invoice::new("A", day("2026-05-31"), money("1000.00"))]);
    told.acts(&[
        ("2026-09-07", requested()),
        ("2026-09-14", Act::OrderMade { partly: false }),
        ("2026-09-14", Act::OrderServed),
        ("2026-11-17", Act::OrderEnforceable),
    ]);
    let has_title = |told: &Told| told.history(&[]).iter().any(|(kind, ..)| kind == "titleObtained");
    assert!(has_title(&told));
    told.acts(&[("2026-11-24", Act::OrderOpposed)]);
    assert!(!has_title(&told));
    let served = told.history(&[]).into_iter().find(|(kind, ..)| kind == "paymentOrderServed").unwrap();
    assert_eq!(served.2, "");
}

#[test]
fn each_term_of_an_opposition_is_an_event_of_its_own() {
    let mut told = told(PartyKind::Company, "2026-10-06", vec![Invoice::new("A", day("2026-05-31"), money("1000.00"))]);
    told.acts(&[
        ("2026-09-07", Act::OrderRequested { tribunal: Tribunal::Unknown }),
        ("2026-09-14", Act::OrderMade { partly: false }),
        ("2026-09-21", Act::OrderServed),
        ("2026-10-05", Act::OrderOpposed),
    ]);
    let terms = told.book.deadlines(None).into_iter().filter(|deadline| deadline.day == day("2026-10-20"));
    let names: std::collections::BTreeSet<String> = terms.map(|deadline| deadline.id).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn a_claim_that_was_rejected_never_interrupted() {
    let mut told = told(PartyKind::Company, "2026-11-22", vec![Invoice::new("A", day("2021-12-15"), money("1000.00"))]);
    told.acts(&[("2026-03-02", opened("2026-03-09")), ("2026-04-01", Act::ClaimDeclared { amount: None })]);
    assert_eq!(told.dues(0).last_day, None, "pending");
    told.acts(&[("2026-10-01", Act::ClaimRejected)]);
    assert_eq!(told.dues(0).last_day, Some(day("2026-12-15")));
}

#[test]
fn what_puts_off_the_limitation_of_one_invoice_is_not_told_of_another() {
    let invoices =
        vec![Invoice::new("A", day("2026-05-31"), money("100.00")), Invoice::new("B", day("2026-05-31"), money("100.00"))];
    let mut told = told(PartyKind::Company, "2026-11-22", invoices);
    told.happens("2026-07-01", notice(), &[0]);
    told.happens("2026-09-15", signed_plan(), &[0]);
    told.happens("2026-09-16", What::Act { act: Act::CourtSummoned { summary: true }, of: None }, &[0]);
    let kinds = |about: &[usize]| told.history(about).into_iter().map(|(kind, ..)| kind).collect::<Vec<_>>();
    let written = |kind| serde_json::to_value::<EventKind>(kind).unwrap().as_str().unwrap().to_owned();
    let (noticed, plan, claim) =
        (written(EventKind::FormalNotice), written(EventKind::PaymentPlanSigned), written(EventKind::CourtClaim));
    assert_eq!(kinds(&[0]), [noticed.clone(), plan, claim]);
    assert_eq!(kinds(&[1]), [""; 0]);
    // A notice changes no date: that it was sent is worth knowing.
    assert_eq!(kinds(&[0, 1]), [noticed]);
}
