//! Promises and plans of payment, held against what was paid.
//!
//! The rules, exactly:
//! - A promise or a plan is about the invoices it names, else about those in euros of which something was unpaid on the eve of its day.
//!   A promise without an amount is of all that was unpaid of them then.
//! - Dated payments of those invoices count, from the day of the promise on, that day included. Credit notes, losses and payments
//!   without a day don't.
//! - A payment counts once. What falls due first is paid first; of two things due on one day, the one agreed first. Each takes the
//!   oldest payments that are left.
//! - What is expected on a day that isn't worked is expected on the next worked one. It is broken from the day after on.
//! - A later promise or plan about one of the same invoices, made before the last day of the earlier one, replaces it.

use std::collections::BTreeMap;

use dument_law::working_day::{Territory, on_or_after};
use dument_law::{Day, Money};
use serde::{Deserialize, Serialize};

use crate::{EventId, Instalment, Invoice, InvoiceId, Record, SettlementKind, What};

/// A promise or a plan, and what became of it by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Commitment {
    /// The event that told of it.
    pub id: EventId,
    /// When it was made.
    pub on: Day,
    /// Whether it is a plan of several payments.
    pub plan: bool,
    /// The invoices it is about, in the order of their names.
    pub invoices: Vec<InvoiceId>,
    /// What was to be paid, by when.
    pub parts: Vec<Part>,
    /// Where it stands.
    pub state: CommitmentState,
}

impl Commitment {
    /// Whether it is about that invoice.
    pub(crate) fn covers(&self, invoice: InvoiceId) -> bool {
        self.invoices.binary_search(&invoice).is_ok()
    }
}

/// One payment that was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// By when.
    pub due_on: Day,
    /// The last day on which it is still in time: the same, or the next worked one.
    pub expected_by: Day,
    /// How much.
    pub amount: Money,
    /// What was paid of it.
    pub paid: Money,
    /// When the last of it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<Day>,
    /// Where it stands.
    pub state: PartState,
}

/// Where a promised payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PartState {
    /// Its day is still to come.
    Pending,
    /// Paid in time.
    Kept,
    /// Paid, but late.
    KeptLate,
    /// Its day is over, and a part was paid.
    Partly,
    /// Its day is over, and nothing was paid.
    Broken,
}

/// Where a promise or a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CommitmentState {
    /// Kept so far: reminders wait.
    Running,
    /// Paid whole and in time.
    Kept,
    /// Paid whole, not always in time.
    KeptLate,
    /// Something of it isn't paid though its day is over: reminders go on.
    Broken,
    /// A later one took its place.
    Replaced,
    /// The user ended it.
    Ended,
}

/// A payment that can still count.
struct Paid {
    on: Day,
    invoice: InvoiceId,
    left: Money,
}

/// What was unpaid of an invoice before a day began.
fn unpaid_before(invoice: &Invoice, day: Day) -> Money {
    if invoice.issued_on.is_some_and(|issued_on| issued_on > day) {
        return Money::ZERO;
    }
    (invoice.amount - invoice.taken_off(day.eve())).max(Money::ZERO)
}

/// Every promise and plan of a debtor, oldest first, as they stand on a day.
#[must_use]
pub fn commitments(record: &Record, as_of: Day, territory: Territory) -> Vec<Commitment> {
    let mut made: Vec<Commitment> = Vec::new();
    for (id, event) in record.history().into_iter().filter(|(_, event)| event.on <= as_of) {
        let named = |invoice: &InvoiceId| event.invoices.is_empty() || event.invoices.contains(invoice);
        let covered = || -> BTreeMap<InvoiceId, Money> {
            let open = record.invoices.iter().filter(|(id, invoice)| named(id) && invoice.currency.is_euro());
            let open = open.map(|(id, invoice)| (*id, unpaid_before(invoice, event.on)));
            open.filter(|(_, unpaid)| unpaid.is_positive()).collect()
        };
        let (plan, instalments, covered) = match &event.what {
            What::Promise { amount, by } => {
                let covered = covered();
                let amount = amount.unwrap_or_else(|| covered.values().copied().sum());
                (false, vec![Instalment { due_on: *by, amount }], covered)
            }
            What::Plan { instalments, .. } => (true, instalments.clone(), covered()),
            What::PlanEnded => {
                for earlier in made.iter_mut().filter(|earlier| earlier.state == CommitmentState::Running) {
                    if event.invoices.is_empty() || earlier.invoices.iter().any(named) {
                        earlier.state = CommitmentState::Ended;
                    }
                }
                continue;
            }
            _ => continue,
        };
        let invoices: Vec<InvoiceId> = covered.into_keys().collect();
        for earlier in made.iter_mut().filter(|earlier| earlier.state == CommitmentState::Running) {
            let still_runs = earlier.parts.last().is_some_and(|last| event.on <= last.expected_by);
            if still_runs && invoices.iter().any(|id| earlier.covers(*id)) {
                earlier.state = CommitmentState::Replaced;
            }
        }
        let parts = instalments.into_iter().map(|Instalment { due_on, amount }| Part {
            due_on,
            expected_by: on_or_after(due_on, territory),
            amount,
            paid: Money::ZERO,
            paid_on: None,
            state: PartState::Pending,
        });
        let state = CommitmentState::Running;
        made.push(Commitment { id, on: event.on, plan, invoices, parts: parts.collect(), state });
    }
    pay(&mut made, record, as_of);
    for commitment in &mut made {
        judge(commitment, as_of);
    }
    made
}

/// Lets the payments count, each once.
fn pay(made: &mut [Commitment], record: &Record, as_of: Day) {
    if made.is_empty() {
        return;
    }
    let mut payments: Vec<Paid> = Vec::new();
    for (id, invoice) in record.invoices.iter().filter(|(id, _)| made.iter().any(|one| one.covers(**id))) {
        let paid = invoice.settlements.iter().filter(|settlement| settlement.kind == SettlementKind::Payment);
        let dated = paid.filter_map(|payment| Some((payment.on.filter(|on| *on <= as_of)?, payment.amount)));
        payments.extend(dated.map(|(on, left)| Paid { on, invoice: *id, left }));
    }
    payments.sort_by_key(|payment| (payment.on, payment.invoice));
    let mut order: Vec<(Day, usize, usize)> = Vec::new();
    for (i, commitment) in made.iter().enumerate() {
        if !matches!(commitment.state, CommitmentState::Replaced | CommitmentState::Ended) {
            order.extend(commitment.parts.iter().enumerate().map(|(j, part)| (part.due_on, i, j)));
        }
    }
    order.sort_unstable();
    for (_, i, j) in order {
        let commitment = &mut made[i];
        let since = commitment.on;
        for payment in payments.iter_mut().filter(|payment| payment.on >= since) {
            let part = &commitment.parts[j];
            let share = payment.left.min(part.amount - part.paid);
            if share.is_positive() && commitment.covers(payment.invoice) {
                let part = &mut commitment.parts[j];
                payment.left -= share;
                part.paid += share;
                part.paid_on = Some(payment.on);
            }
        }
    }
}

/// Says where each part and the whole stand.
fn judge(commitment: &mut Commitment, as_of: Day) {
    for part in &mut commitment.parts {
        let whole = part.paid >= part.amount;
        part.state = match (whole, part.paid_on) {
            (true, Some(on)) if on > part.expected_by => PartState::KeptLate,
            (true, _) => PartState::Kept,
            (false, _) if as_of <= part.expected_by => PartState::Pending,
            (false, Some(_)) => PartState::Partly,
            (false, None) => PartState::Broken,
        };
    }
    if commitment.state != CommitmentState::Running {
        return;
    }
    let has = |state| commitment.parts.iter().any(|part| part.state == state);
    commitment.state = if has(PartState::Partly) || has(PartState::Broken) {
        CommitmentState::Broken
    } else if has(PartState::Pending) {
        CommitmentState::Running
    } else if has(PartState::KeptLate) {
        CommitmentState::KeptLate
    } else {
        CommitmentState::Kept
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::new_invoice;
    use crate::{DebtorId, Event, Settlement};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    /// One invoice of 1 000.00, these payments and these events.
    fn record(payments: &[(&str, &str)], events: Vec<(&str, What)>) -> Record {
        let debtor = DebtorId::of(&["x"], |_| false);
        let mut record = Record::default();
        let mut invoice = Invoice::new("F-1", day("2026-05-31"), money("1000.00"));
        invoice.settlements = payments.iter().map(|(on, amount)| Settlement::payment(day(on), money(amount))).collect();
        let id = new_invoice(&record, debtor, &invoice);
        record.invoices.insert(id, invoice);
        for (i, (on, what)) in events.into_iter().enumerate() {
            let order = u32::try_from(i).unwrap();
            record.events.insert(EventId::of(&[&i.to_string()], |_| false), Event { order, ..Event::new(day(on), what) });
        }
        record
    }

    fn states(record: &Record, as_of: &str) -> Vec<(CommitmentState, Vec<(PartState, String)>)> {
        let found = commitments(record, day(as_of), Territory::France);
        found
            .into_iter()
            .map(|one| (one.state, one.parts.into_iter().map(|part| (part.state, part.paid.to_string())).collect()))
            .collect()
    }

    /// What was paid, the day, and what became of the promise.
    type Example<'a> = (&'a [(&'a str, &'a str)], &'a str, CommitmentState, PartState, &'a str);

    #[test]
    fn a_promise_is_kept_late_partly_or_broken() {
        let promise = || vec![("2026-06-10", What::Promise { amount: Some(money("600.00")), by: day("2026-06-20") })];
        // 20 June 2026 is a Saturday: Monday 22 is still in time.
        let cases: [Example<'_>; 6] = [
            (&[], "2026-06-22", CommitmentState::Running, PartState::Pending, "0.00"),
            (&[], "2026-06-23", CommitmentState::Broken, PartState::Broken, "0.00"),
            (&[("2026-06-22", "600.00")], "2026-06-23", CommitmentState::Kept, PartState::Kept, "600.00"),
            (&[("2026-06-23", "700.00")], "2026-06-23", CommitmentState::KeptLate, PartState::KeptLate, "600.00"),
            (&[("2026-06-12", "100.00")], "2026-06-23", CommitmentState::Broken, PartState::Partly, "100.00"),
            // What was paid before it was promised doesn't count.
            (&[("2026-06-09", "400.00")], "2026-06-23", CommitmentState::Broken, PartState::Broken, "0.00"),
        ];
        for (payments, as_of, state, part, paid) in cases {
            assert_eq!(states(&record(payments, promise()), as_of), [(state, vec![(part, paid.to_owned())])], "{as_of}");
        }
    }

    #[test]
    fn a_payment_counts_once_for_what_falls_due_first() {
        let instalment = |due_on: &str| Instalment { due_on: day(due_on), amount: money("400.00") };
        let plan = What::Plan { instalments: vec![instalment("2026-07-01"), instalment("2026-08-03")], signed: true };
        let record = record(&[("2026-06-30", "500.00")], vec![("2026-06-10", plan)]);
        // 400.00 for July, 100.00 for August.
        let expected = |last| vec![(PartState::Kept, "400.00".to_owned()), (last, "100.00".to_owned())];
        assert_eq!(states(&record, "2026-08-03"), [(CommitmentState::Running, expected(PartState::Pending))]);
        assert_eq!(states(&record, "2026-08-04"), [(CommitmentState::Broken, expected(PartState::Partly))]);
    }

    #[test]
    fn a_later_promise_replaces_the_one_that_still_runs() {
        let promise = |by: &str| What::Promise { amount: None, by: day(by) };
        let both = |second_on| vec![("2026-06-10", promise("2026-06-22")), (second_on, promise("2026-07-10"))];
        let state = |second_on: &'static str| states(&record(&[], both(second_on)), "2026-07-01")[0].0;
        assert_eq!(state("2026-06-22"), CommitmentState::Replaced);
        assert_eq!(state("2026-06-23"), CommitmentState::Broken);
    }

    #[test]
    fn what_the_user_ends_no_longer_holds() {
        let promise = What::Promise { amount: None, by: day("2026-07-10") };
        let record = record(&[], vec![("2026-06-10", promise), ("2026-06-11", What::PlanEnded)]);
        assert_eq!(states(&record, "2026-06-20")[0].0, CommitmentState::Ended);
    }
}
