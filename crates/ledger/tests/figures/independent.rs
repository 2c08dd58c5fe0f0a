//! An independent computation of the figures: from the ledger alone, invoice by invoice, with decimals.

use std::collections::BTreeMap;

use dument_law::limitation::{self, ClaimKind, limitation};
use dument_law::penalties::{self, Imputation, Regime, penalties};
use dument_law::procedures::{Basis, usual_claim};
use dument_law::{Day, Event as LawEvent, EventKind, Money, PartyKind, Reference};
use dument_ledger::figures::{FigureId, KeyFigures};
use dument_ledger::{Act, Currency, Event, Invoice, InvoiceId, Ledger, Record, Risk, SettlementKind, What};
use dument_letters::LetterKind;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::value;

#[derive(Default)]
struct Naive {
    ages: [Decimal; 5],
    figures: BTreeMap<&'static str, Decimal>,
    months: BTreeMap<(i32, u32), Decimal>,
}

impl Naive {
    fn add(&mut self, name: &'static str, amount: Decimal) {
        *self.figures.entry(name).or_default() += amount;
    }

    fn get(&self, name: &str) -> Decimal {
        self.figures.get(name).copied().unwrap_or_default()
    }

    fn ratio(&self, over: &str, under: &str, times: i64) -> String {
        let under = self.get(under);
        if under.is_zero() {
            return "none".to_owned();
        }
        rounded(self.get(over) * Decimal::from(times) / under)
    }
}

fn rounded(exact: Decimal) -> String {
    format!("{:.1}", exact.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
}

/// The first insolvency proceedings an invoice is older than: not issued, due and performed since their opening.
fn insolvent_on(record: &Record, invoice: &Invoice, as_of: Day) -> Option<Day> {
    let opened = record.events.values().filter(|event| event.on <= as_of).filter_map(|event| match &event.what {
        What::Act { act: Act::InsolvencyOpened { .. }, .. } => Some(event.on),
        _ => None,
    });
    let since = |opened: Day| {
        invoice.due_on >= opened
            && invoice.issued_on.is_some_and(|on| on >= opened)
            && invoice.performed_on.is_none_or(|on| on >= opened)
    };
    opened.filter(|opened| !since(*opened)).min()
}

/// What a debtor's kind, payments and events make of one invoice in law.
fn law(record: &Record, id: InvoiceId, invoice: &Invoice, as_of: Day) -> (Money, Money, Option<Day>, bool) {
    let about = |event: &&Event| {
        event.on <= as_of
            && if event.invoices.is_empty() {
                invoice.issued_on.is_none_or(|issued_on| issued_on <= event.on)
            } else {
                event.invoices.contains(&id)
            }
    };
    let mut added = (Money::ZERO, Money::ZERO);
    if let Some(kind) = record.debtor.kind {
        let mut asked = penalties::Invoice {
            issued_on: invoice.issued_on,
            ..penalties::Invoice::unpaid("x", invoice.due_on, invoice.amount)
        };
        asked.payments.push(penalties::Payment { on: invoice.due_on, amount: invoice.paid_undated });
        for one in &invoice.settlements {
            let on = one.on.unwrap_or(invoice.due_on);
            if one.kind == SettlementKind::Payment {
                asked.payments.push(penalties::Payment { on, amount: one.amount });
            } else {
                asked.credits.push(penalties::Credit { on, amount: one.amount, retroactive: one.on.is_none() });
            }
        }
        let regime = Regime::against(kind, record.debtor.acts_as_professional);
        let mut input = penalties::Input::new(as_of, regime, vec![asked]);
        input.imputation = Imputation::PrincipalFirst;
        input.insolvency_opened_on = insolvent_on(record, invoice, as_of);
        let notice = |event: &&Event| matches!(event.what, What::Letter { letter: LetterKind::FormalNotice, .. });
        let notices = record.events.values().filter(|event| notice(event) && about(event) && event.on > invoice.due_on);
        input.notice_received_on = notices.map(|event| event.on).min();
        if let Ok(statement) = penalties(&input, Reference::published()) {
            added = (statement.totals.interest_due, statement.totals.indemnity_due);
        }
    }
    let claim = record.debtor.kind.map_or(ClaimKind::Consumer, |kind| {
        usual_claim(Basis::Contract, PartyKind::Company, kind, invoice.performed_on.is_some())
    });
    let mut input = limitation::Input::new(as_of, claim);
    input.due_on = Some(invoice.due_on);
    input.performed_on = invoice.performed_on;
    let at = |kind, on| LawEvent { kind, on, until: None, outcome: None };
    for one in invoice.settlements.iter().filter(|one| one.kind == SettlementKind::Payment) {
        input.events.extend(one.on.filter(|on| *on <= as_of).map(|on| at(EventKind::PartPayment, on)));
    }
    for event in record.events.values().filter(about) {
        let kind = match &event.what {
            What::Letter { letter: LetterKind::FormalNotice, .. } => EventKind::FormalNotice,
            What::Letter { letter: LetterKind::SecondReminder, .. } => EventKind::Reminder,
            What::Plan { signed: true, .. } => EventKind::PaymentPlanSigned,
            _ => continue,
        };
        input.events.push(at(kind, event.on));
    }
    let found = limitation(&input, Reference::published()).unwrap();
    (added.0, added.1, found.cautious.last_day, found.cautious.expired)
}

#[allow(clippy::too_many_lines, reason = "one plain pass, to be read against the definitions")]
fn naive(ledger: &Ledger, as_of: Day) -> Naive {
    let from = a_year_before(as_of.next());
    let within = |on: Day| from <= on && on <= as_of;
    let mut all = Naive::default();
    for record in ledger.debtors.values() {
        let mut exposure = Decimal::ZERO;
        let requested: Vec<&Event> = record
            .events
            .values()
            .filter(|event| event.on <= as_of && matches!(event.what, What::Act { act: Act::OrderRequested { .. }, .. }))
            .collect();
        for (id, invoice) in &record.invoices {
            if invoice.currency != Currency::EURO || invoice.issued_on.is_some_and(|issued_on| issued_on > as_of) {
                continue;
            }
            let sum = |kinds: &[SettlementKind], until: Day| -> Decimal {
                let counted = invoice.settlements.iter().filter(|one| kinds.contains(&one.kind));
                counted.filter(|one| one.on.is_none_or(|on| on <= until)).map(|one| one.amount.decimal()).sum()
            };
            let every = [SettlementKind::Payment, SettlementKind::CreditNote, SettlementKind::WriteOff];
            let amount = invoice.amount.decimal();
            let undated = invoice.paid_undated.decimal();
            let left = |until: Day| (amount - undated - sum(&every, until)).max(Decimal::ZERO);
            let open = left(as_of);
            let late_days = as_of.days_since(invoice.due_on);
            let credited = sum(&[SettlementKind::CreditNote], as_of);
            let owed = (amount - credited).max(Decimal::ZERO);
            exposure += open;
            if !open.is_zero() {
                let age = match late_days {
                    ..=0 => 0,
                    1..=30 => 1,
                    31..=60 => 2,
                    61..=90 => 3,
                    _ => 4,
                };
                all.ages[age] += open;
                if late_days > 90 || record.debtor.risk == Risk::High || insolvent_on(record, invoice, as_of).is_some() {
                    all.add("risk", open);
                }
            }
            if within(invoice.due_on) {
                all.add("due", owed);
                all.add("recovered", (undated + sum(&[SettlementKind::Payment], as_of)).min(owed));
                if as_of > invoice.due_on && !left(invoice.due_on).is_zero() {
                    all.add("late", left(invoice.due_on));
                    let gone = |event: &&Event| {
                        let issued = invoice.issued_on.is_none_or(|issued_on| issued_on <= event.on);
                        event.invoices.contains(id) || event.invoices.is_empty() && issued && !left(event.on.eve()).is_zero()
                    };
                    if requested.iter().any(gone) {
                        all.add("court", left(invoice.due_on));
                    }
                }
            }
            for one in invoice.settlements.iter().filter(|one| one.kind == SettlementKind::Payment) {
                if let Some(on) = one.on.filter(|on| within(*on)) {
                    all.add("paid", one.amount.decimal());
                    all.add("paidDaysDue", one.amount.decimal() * Decimal::from(on.days_since(invoice.due_on)));
                    if let Some(issued_on) = invoice.issued_on {
                        all.add("paidIssued", one.amount.decimal());
                        all.add("paidDaysIssue", one.amount.decimal() * Decimal::from(on.days_since(issued_on)));
                    }
                }
            }
            // The first day at whose end nothing was left, looked for day by day.
            let dated = undated.is_zero() && invoice.settlements.iter().all(|one| one.on.is_some());
            if let Some(first) = invoice.settlements.iter().filter_map(|one| one.on).min().filter(|_| dated && open.is_zero()) {
                let mut on = first;
                while !left(on).is_zero() {
                    on = on.next();
                }
                let given_up = sum(&[SettlementKind::WriteOff], as_of);
                let paid = sum(&[SettlementKind::Payment], as_of);
                if within(on) && on > invoice.due_on && given_up.is_zero() && !paid.is_zero() {
                    all.add("settledLate", Decimal::ONE);
                    let reminded = record.events.values().filter(|event| {
                        let asks = matches!(event.what, What::Call { .. } | What::Letter { .. });
                        let about = event.invoices.contains(id)
                            || event.invoices.is_empty() && invoice.issued_on.is_none_or(|issued_on| issued_on <= event.on);
                        asks && about && event.on <= on
                    });
                    all.add("reminders", Decimal::from(reminded.count()));
                }
            }
            if let Some(issued_on) = invoice.issued_on {
                all.add("openIssued", open);
                *all.months.entry((issued_on.year(), issued_on.month())).or_default() += owed;
                if within(issued_on) {
                    all.add("revenue", owed);
                }
            }
            let (interest, indemnity, last_day, expired) = law(record, *id, invoice, as_of);
            if late_days > 0 && !left(invoice.due_on).is_zero() {
                all.add("interest", interest.decimal());
                all.add("indemnity", indemnity.decimal());
            }
            if !open.is_zero() && expired {
                all.add("barred", open);
            } else if !open.is_zero() && last_day.is_some_and(|last| last < as_of.plus_months(3)) {
                all.add("soonBarred", open);
            }
        }
        if let Some(limit) = record.debtor.limit {
            all.add("overLimit", (exposure - limit.decimal()).max(Decimal::ZERO));
        }
        for deposit in record.deposits.values().filter(|deposit| deposit.on.is_none_or(|on| on <= as_of)) {
            all.add("deposits", (deposit.amount - deposit.allocated).decimal());
        }
    }
    let open: Decimal = all.ages.iter().sum();
    all.add("open", open);
    all
}

/// Days of sales in the open balance, one day at a time backwards: each day holds an equal part of its month's revenue.
fn naive_count_back(all: &Naive, as_of: Day) -> String {
    let Some((first, _)) = all.months.first_key_value() else { return "none".to_owned() };
    let (mut left, mut days, mut on) = (all.get("openIssued"), Decimal::ZERO, as_of);
    loop {
        if left.is_zero() {
            return rounded(days);
        }
        let month = (on.year(), on.month());
        if month < *first {
            return "none".to_owned();
        }
        let revenue = all.months.get(&month).copied().unwrap_or_default();
        let in_month = Decimal::from(on.day_of_month());
        if revenue > left {
            return rounded(days + left * in_month / revenue);
        }
        left -= revenue;
        days += in_month;
        on = on.minus_days(on.day_of_month());
    }
}

/// The same day of the year before; for 29 February, the 28th.
fn a_year_before(day: Day) -> Day {
    let last = if (day.month(), day.day_of_month()) == (2, 29) { 28 } else { day.day_of_month() };
    Day::new(day.year() - 1, day.month(), last).unwrap()
}

/// Holds the figures of a ledger against it.
pub(crate) fn confirm(ledger: &Ledger, figures: &KeyFigures) {
    let as_of = figures.as_of;
    let all = naive(ledger, as_of);
    let days = as_of.days_since(a_year_before(as_of.next())) + 1;
    let ages: Vec<Decimal> = figures.aged.ages.iter().map(|aged| aged.amount.decimal()).collect();
    assert_eq!(ages, all.ages);
    let amount = |name: &str| format!("{:.2}", all.get(name));
    for (id, expected) in [
        (FigureId::Open, amount("open")),
        (FigureId::RecoveryRate, all.ratio("recovered", "due", 100)),
        (FigureId::DaysAfterDue, all.ratio("paidDaysDue", "paid", 1)),
        (FigureId::DaysAfterIssue, all.ratio("paidDaysIssue", "paidIssued", 1)),
        (FigureId::DsoBalance, all.ratio("openIssued", "revenue", days)),
        (FigureId::DsoCountBack, naive_count_back(&all, as_of)),
        (FigureId::CourtShare, all.ratio("court", "late", 100)),
        (FigureId::RemindersPerPayment, all.ratio("reminders", "settledLate", 1)),
        (FigureId::Interest, amount("interest")),
        (FigureId::Indemnities, amount("indemnity")),
        (FigureId::AtRisk, amount("risk")),
        (FigureId::SoonBarred, amount("soonBarred")),
        (FigureId::Barred, amount("barred")),
        (FigureId::OverLimits, amount("overLimit")),
        (FigureId::Deposits, amount("deposits")),
    ] {
        assert_eq!(value(figures, id), expected, "{id:?}");
    }
}
