//! What one debtor adds to the key figures. All of it adds up, so that an edit takes one debtor's share out and puts its new one in.

use std::collections::BTreeMap;

use dument_law::{Day, Money};
use serde::{Deserialize, Serialize};

use crate::dues::Dues;
use crate::figures::Window;
use crate::standing::{InvoiceStanding, Standing, is_about};
use crate::{Currency, Event, Invoice, InvoiceId, Record, Risk, SettlementKind, What};

/// How long an invoice has been due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Age {
    /// Its due date is today or later.
    NotDue,
    /// 1 to 30 days late.
    UpTo30,
    /// 31 to 60.
    UpTo60,
    /// 61 to 90.
    UpTo90,
    /// More than 90.
    Over90,
}

impl Age {
    /// All of them, the youngest first.
    pub const ALL: [Self; 5] = [Self::NotDue, Self::UpTo30, Self::UpTo60, Self::UpTo90, Self::Over90];

    /// The age of an invoice so many days late.
    #[must_use]
    pub fn of(days_late: i64) -> Self {
        match days_late {
            ..=0 => Self::NotDue,
            1..=30 => Self::UpTo30,
            31..=60 => Self::UpTo60,
            61..=90 => Self::UpTo90,
            91.. => Self::Over90,
        }
    }

    /// In French.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::NotDue => "À échoir",
            Self::UpTo30 => "1 à 30 jours",
            Self::UpTo60 => "31 à 60 jours",
            Self::UpTo90 => "61 à 90 jours",
            Self::Over90 => "Plus de 90 jours",
        }
    }
}

/// How many, and how much in hundredths: a sum of many [`Money`]s can be more than one of them holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) count: i64,
    pub(crate) cents: i128,
}

impl Tally {
    pub(crate) fn add(&mut self, amount: Money) {
        self.count += 1;
        self.cents += i128::from(amount.cents());
    }

    /// The sum as an amount; one too large to be one stops at [`Money::LIMIT`].
    pub(crate) fn money(self) -> Money {
        i64::try_from(self.cents).map_or(Money::LIMIT, Money::from_cents)
    }

    fn join(&mut self, other: Self, sign: i64) {
        self.count += other.count * sign;
        self.cents += other.cents * i128::from(sign);
    }
}

/// Sums over invoices, of one debtor or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    /// Open, in euros, by age.
    pub(crate) open: [Tally; 5],
    /// Fell due in the window: what of it was to be paid, and what was.
    pub(crate) fell_due: Tally,
    pub(crate) recovered: Tally,
    /// Late at some time, of what fell due in the window; and what of that was handed over to a court or an officer.
    pub(crate) late: Tally,
    pub(crate) handed_over: Tally,
    /// Payments of the window: cents, cents by days since issue, cents by days since the due date.
    pub(crate) paid: Tally,
    pub(crate) paid_since_issue: Tally,
    pub(crate) cent_days_since_issue: i128,
    pub(crate) cent_days_since_due: i128,
    pub(crate) paid_undated: Tally,
    pub(crate) paid_without_issue: Tally,
    /// Invoices paid late and whole within the window, and the reminders they took.
    pub(crate) settled_late: i64,
    pub(crate) reminders: i64,
    /// Invoiced in the window, less credit notes; and by month, for all time.
    pub(crate) revenue: Tally,
    pub(crate) revenue_by_month: BTreeMap<i32, Tally>,
    pub(crate) without_issue: Tally,
    /// Open, of invoices whose day of issue isn't known: their revenue is of no month.
    pub(crate) open_without_issue: Tally,
    /// What the law adds: on what is open, and on what was paid late.
    pub(crate) interest_open: Tally,
    pub(crate) interest_paid: Tally,
    pub(crate) indemnity_open: Tally,
    pub(crate) indemnity_paid: Tally,
    pub(crate) kind_unknown: Tally,
    pub(crate) not_counted: Tally,
    /// At risk, each invoice once; and for which reasons.
    pub(crate) at_risk: Tally,
    pub(crate) insolvent: Tally,
    pub(crate) disputed: Tally,
    pub(crate) risky: Tally,
    pub(crate) soon_barred: Tally,
    pub(crate) barred: Tally,
    /// Above the limits that the user set.
    pub(crate) over_limit: Tally,
    pub(crate) deposits: Tally,
    pub(crate) other_currencies: BTreeMap<Currency, Tally>,
}

/// The month of a day, counted from the year 0.
pub(crate) fn month(day: Day) -> i32 {
    day.year() * 12 + i32::try_from(day.month()).unwrap_or(1) - 1
}

impl Sums {
    /// What a debtor adds.
    pub(crate) fn of<'a>(
        record: &Record,
        stands: impl Iterator<Item = (InvoiceId, &'a InvoiceStanding, Option<&'a Dues>)>,
        window: &Window,
    ) -> Self {
        let mut sums = Self::default();
        let reminders: Vec<&Event> = record.events.values().filter(|event| is_reminder(event)).collect();
        for (id, stands, dues) in stands {
            let Some(invoice) = record.invoices.get(&id) else { continue };
            if !invoice.currency.is_euro() {
                if stands.open.is_positive() {
                    sums.other_currencies.entry(invoice.currency).or_default().add(stands.open);
                }
                continue;
            }
            sums.balance(record, stands, dues, window);
            sums.payments(id, invoice, stands, &reminders, window);
            sums.invoiced(invoice, stands, window);
        }
        for deposit in record.deposits.values().filter(|deposit| deposit.currency.is_euro()) {
            let left = deposit.left();
            if left.is_positive() && deposit.on.is_none_or(|on| on <= window.as_of) {
                sums.deposits.add(left);
            }
        }
        let open: Money = sums.exposure();
        if let Some(limit) = record.debtor.limit.filter(|limit| open > *limit) {
            sums.over_limit.add(open - limit);
        }
        sums
    }

    /// All that is open in euros, due or not.
    pub(crate) fn exposure(&self) -> Money {
        let cents = self.open.iter().map(|tally| tally.cents).sum();
        Tally { count: 0, cents }.money()
    }

    /// What is open of the invoices whose revenue is known by its month.
    pub(crate) fn open_with_issue(&self) -> Tally {
        let mut open = Tally::default();
        for tally in self.open {
            open.join(tally, 1);
        }
        open.join(self.open_without_issue, -1);
        open
    }

    fn balance(&mut self, record: &Record, stands: &InvoiceStanding, dues: Option<&Dues>, window: &Window) {
        let open = stands.open;
        let is_open = open.is_positive();
        if let Some(dues) = dues {
            let (interest, indemnity) = if is_open {
                (&mut self.interest_open, &mut self.indemnity_open)
            } else {
                (&mut self.interest_paid, &mut self.indemnity_paid)
            };
            if dues.interest.is_positive() {
                interest.add(dues.interest);
            }
            if dues.indemnity.is_positive() {
                indemnity.add(dues.indemnity);
            }
            if dues.kind_unknown {
                self.kind_unknown.add(open);
            }
            if dues.not_counted {
                self.not_counted.add(open);
            }
            if is_open && dues.barred {
                self.barred.add(open);
            } else if is_open && dues.last_day.is_some_and(|last_day| last_day < window.soon) {
                self.soon_barred.add(open);
            }
        }
        if !is_open {
            return;
        }
        let age = Age::of(stands.days_late);
        self.open[age as usize].add(open);
        let insolvent = stands.standing == Standing::Insolvency;
        let risky = record.debtor.risk == Risk::High;
        if insolvent {
            self.insolvent.add(open);
        }
        if stands.disputed.is_positive() {
            self.disputed.add(stands.disputed);
        }
        if risky {
            self.risky.add(open);
        }
        if insolvent || risky || age == Age::Over90 {
            self.at_risk.add(open);
        } else if stands.disputed.is_positive() {
            self.at_risk.add(stands.disputed);
        }
    }

    fn payments(&mut self, id: InvoiceId, invoice: &Invoice, stands: &InvoiceStanding, reminders: &[&Event], window: &Window) {
        if invoice.paid_undated.is_positive() {
            self.paid_undated.add(invoice.paid_undated);
        }
        for payment in invoice.settlements.iter().filter(|settlement| settlement.kind == SettlementKind::Payment) {
            let Some(on) = payment.on else {
                self.paid_undated.add(payment.amount);
                continue;
            };
            if !window.holds(on) {
                continue;
            }
            let cents = i128::from(payment.amount.cents());
            self.paid.add(payment.amount);
            self.cent_days_since_due += cents * i128::from(on.days_since(invoice.due_on));
            match invoice.issued_on {
                Some(issued_on) => {
                    self.paid_since_issue.add(payment.amount);
                    self.cent_days_since_issue += cents * i128::from(on.days_since(issued_on));
                }
                None => self.paid_without_issue.add(payment.amount),
            }
        }
        if window.holds(invoice.due_on) {
            let credited = invoice.settled(SettlementKind::CreditNote, window.as_of);
            let owed = (invoice.amount - credited).max(Money::ZERO);
            self.fell_due.add(owed);
            self.recovered.add(invoice.settled(SettlementKind::Payment, window.as_of).min(owed));
            // Late once its due date is over with something unpaid.
            let unpaid = invoice.amount - invoice.taken_off(invoice.due_on);
            if window.as_of > invoice.due_on && unpaid.is_positive() {
                self.late.add(unpaid);
                if stands.handed_over {
                    self.handed_over.add(unpaid);
                }
            }
        }
        // What was given up or credited whole wasn't paid, whatever the reminders.
        let paid = stands.standing == Standing::Paid && invoice.settled(SettlementKind::Payment, window.as_of).is_positive();
        if let Some(settled_on) = stands.settled_on.filter(|on| paid && window.holds(*on) && *on > invoice.due_on) {
            self.settled_late += 1;
            let took = reminders.iter().filter(|event| event.on <= settled_on && is_about(event, id, invoice)).count();
            self.reminders += i64::try_from(took).unwrap_or(i64::MAX);
        }
    }

    fn invoiced(&mut self, invoice: &Invoice, stands: &InvoiceStanding, window: &Window) {
        let credited = invoice.settled(SettlementKind::CreditNote, window.as_of);
        let revenue = (invoice.amount - credited).max(Money::ZERO);
        let Some(issued_on) = invoice.issued_on else {
            self.without_issue.add(revenue);
            if stands.open.is_positive() {
                self.open_without_issue.add(stands.open);
            }
            return;
        };
        if window.holds(issued_on) {
            self.revenue.add(revenue);
        }
        self.revenue_by_month.entry(month(issued_on)).or_default().add(revenue);
    }

    /// Puts a debtor's share in.
    pub(crate) fn put_in(&mut self, share: &Self) {
        self.join(share, 1);
    }

    /// Takes a debtor's share out.
    pub(crate) fn take_out(&mut self, share: &Self) {
        self.join(share, -1);
    }

    fn join(&mut self, share: &Self, sign: i64) {
        // Named one by one: a sum that is added later is an error here.
        let Self {
            open,
            fell_due,
            recovered,
            late,
            handed_over,
            paid,
            paid_since_issue,
            cent_days_since_issue,
            cent_days_since_due,
            paid_undated,
            paid_without_issue,
            settled_late,
            reminders,
            revenue,
            revenue_by_month,
            without_issue,
            open_without_issue,
            interest_open,
            interest_paid,
            indemnity_open,
            indemnity_paid,
            kind_unknown,
            not_counted,
            at_risk,
            insolvent,
            disputed,
            risky,
            soon_barred,
            barred,
            over_limit,
            deposits,
            other_currencies,
        } = self;
        for (tally, theirs) in open.iter_mut().zip(share.open) {
            tally.join(theirs, sign);
        }
        for (tally, theirs) in [
            (fell_due, share.fell_due),
            (recovered, share.recovered),
            (late, share.late),
            (handed_over, share.handed_over),
            (paid, share.paid),
            (paid_since_issue, share.paid_since_issue),
            (paid_undated, share.paid_undated),
            (paid_without_issue, share.paid_without_issue),
            (revenue, share.revenue),
            (without_issue, share.without_issue),
            (open_without_issue, share.open_without_issue),
            (interest_open, share.interest_open),
            (interest_paid, share.interest_paid),
            (indemnity_open, share.indemnity_open),
            (indemnity_paid, share.indemnity_paid),
            (kind_unknown, share.kind_unknown),
            (not_counted, share.not_counted),
            (at_risk, share.at_risk),
            (insolvent, share.insolvent),
            (disputed, share.disputed),
            (risky, share.risky),
            (soon_barred, share.soon_barred),
            (barred, share.barred),
            (over_limit, share.over_limit),
            (deposits, share.deposits),
        ] {
            tally.join(theirs, sign);
        }
        *cent_days_since_issue += share.cent_days_since_issue * i128::from(sign);
        *cent_days_since_due += share.cent_days_since_due * i128::from(sign);
        *settled_late += share.settled_late * sign;
        *reminders += share.reminders * sign;
        join_all(revenue_by_month, &share.revenue_by_month, sign);
        join_all(other_currencies, &share.other_currencies, sign);
    }
}

/// Adds by key; what comes to nothing leaves no trace, so that taking out undoes putting in.
fn join_all<K: Copy + Ord>(ours: &mut BTreeMap<K, Tally>, theirs: &BTreeMap<K, Tally>, sign: i64) {
    for (key, share) in theirs {
        let tally = ours.entry(*key).or_default();
        tally.join(*share, sign);
        if *tally == Tally::default() {
            ours.remove(key);
        }
    }
}

/// Whether an event asked the debtor for payment.
pub(crate) fn is_reminder(event: &Event) -> bool {
    use dument_letters::LetterKind as L;
    match event.what {
        What::Call { .. } => true,
        What::Letter { letter, .. } => matches!(
            letter,
            L::PhoneScript
                | L::TextMessage
                | L::EmailReminder
                | L::Reminder
                | L::SecondReminder
                | L::FormalNotice
                | L::PublicDemand
        ),
        _ => false,
    }
}
