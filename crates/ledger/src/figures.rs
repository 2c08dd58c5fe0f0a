//! Key figures on a day, each with what it means, what it was made of, and what was left out of it.

mod list;
pub(crate) mod sums;

use dument_law::{Day, Money, Reference};
use serde::{Deserialize, Serialize};

use crate::Currency;
use crate::ratio::{Ratio, Rounded};
use list::list;
pub use sums::Age;
use sums::{Sums, Tally};

/// Longer than that, no figure over time says anything of a business.
const MOST_MONTHS: u32 = 120;

/// The days that a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// Its first day.
    pub(crate) from: Day,
    /// Its last day, that of computation.
    pub(crate) as_of: Day,
    /// A limitation that ends before that day is near.
    pub(crate) soon: Day,
}

impl Window {
    /// So many months that end with that day.
    pub(crate) fn new(as_of: Day, months: u32, reference: &Reference) -> Self {
        let from = months_before(as_of.next(), months.min(MOST_MONTHS));
        let alert = reference.number("limitationAlertMonths", as_of);
        let alert = alert.or_else(|| Reference::published().number("limitationAlertMonths", as_of)).unwrap_or_default();
        Self { from, as_of, soon: as_of.plus_months(alert) }
    }

    pub(crate) fn holds(&self, day: Day) -> bool {
        self.from <= day && day <= self.as_of
    }

    fn days(&self) -> i128 {
        i128::from(self.as_of.days_since(self.from)) + 1
    }
}

/// The same day so many months before, or that month's last day.
fn months_before(day: Day, months: u32) -> Day {
    let mut first = day.minus_days(day.day_of_month() - 1);
    for _ in 0..months {
        let eve = first.eve();
        first = eve.minus_days(eve.day_of_month() - 1);
    }
    let last = first.plus_months(1).eve().day_of_month();
    first.plus_days(day.day_of_month().min(last) - 1)
}

/// What the user aims at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Targets {
    /// More than so many percent of what fell due is recovered.
    pub recovery_percent: u32,
    /// Paid less than so many days after the due date.
    pub days_late: u32,
    /// Less than so many percent of what was late is handed over to a court or an officer.
    pub court_percent: u32,
}

impl Default for Targets {
    fn default() -> Self {
        Self { recovery_percent: 90, days_late: 30, court_percent: 10 }
    }
}

/// All key figures on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyFigures {
    /// The day of computation.
    pub as_of: Day,
    /// The first day of the window that figures over time are about.
    pub from: Day,
    /// What is open in euros, by how long it has been due.
    pub aged: AgedBalance,
    /// The figures, in the order in which they are shown.
    pub figures: Vec<Figure>,
    /// What is open in other currencies: in no figure above.
    pub other_currencies: Vec<InCurrency>,
}

/// What is open, by how long it has been due.
#[doc(alias = "balance âgée")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgedBalance {
    /// The five ages, the youngest first.
    pub ages: Vec<AgedAmount>,
    /// How many invoices.
    pub count: i64,
    /// Their sum.
    pub total: Money,
}

/// What is open of one age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AgedAmount {
    /// The age.
    pub age: Age,
    /// How many invoices.
    pub count: i64,
    /// Their sum.
    pub amount: Money,
}

/// What is open in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InCurrency {
    /// The currency.
    pub currency: Currency,
    /// How many invoices.
    pub count: i64,
    /// Their sum, in it.
    pub amount: Money,
}

/// One key figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Which.
    pub id: FigureId,
    /// Its French name.
    pub label: &'static str,
    /// The figure.
    pub value: Value,
    /// What it means, in French.
    pub definition: String,
    /// What it was made of.
    pub inputs: Vec<Input>,
    /// What was left out, each with why.
    pub left_out: Vec<String>,
    /// What was aimed at, and what to do where it is missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

/// Which key figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FigureId {
    /// All that is open.
    Open,
    /// What of it is late.
    Late,
    /// What was recovered of what fell due.
    RecoveryRate,
    /// How long after the due date payments came.
    DaysAfterDue,
    /// How long after the day of issue payments came.
    DaysAfterIssue,
    /// Days sales outstanding: the balance over the revenue.
    DsoBalance,
    /// Days sales outstanding, by using up the last months' revenue.
    DsoCountBack,
    /// What of the late invoices was handed over.
    CourtShare,
    /// How many reminders a payment took.
    RemindersPerPayment,
    /// Interest owed.
    Interest,
    /// Fixed indemnities owed.
    Indemnities,
    /// What may not be paid.
    AtRisk,
    /// What limitation will soon bar.
    SoonBarred,
    /// What limitation bars.
    Barred,
    /// What is above the limits set.
    OverLimits,
    /// What was received and waits for its invoice.
    Deposits,
}

/// What a figure is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "value", rename_all = "camelCase")]
pub enum Value {
    /// Euros.
    Money(Money),
    /// Percent, with one decimal.
    Percent(Rounded),
    /// Days, with one decimal.
    Days(Rounded),
    /// A number of times, with one decimal.
    Times(Rounded),
    /// None: there is nothing to make it of, for this reason.
    None(String),
}

/// Something a figure was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Input {
    /// What it is, in French.
    pub label: &'static str,
    /// Its value, as it is shown.
    pub value: String,
}

/// A target and how the figure stands to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// The number aimed at.
    pub goal: u32,
    /// In French: `plus de 90 %`.
    pub text: String,
    /// Whether it is met.
    pub met: bool,
    /// What to do, where it isn't.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<&'static str>,
}

/// The aged balance of some sums.
pub(crate) fn aged(sums: &Sums) -> AgedBalance {
    let ages = Age::ALL.map(|age| {
        let tally = sums.open[age as usize];
        AgedAmount { age, count: tally.count, amount: tally.money() }
    });
    AgedBalance { ages: ages.to_vec(), count: sums.open.iter().map(|tally| tally.count).sum(), total: sums.exposure() }
}

/// The key figures of some sums.
pub(crate) fn figures(sums: &Sums, window: &Window, targets: &Targets) -> KeyFigures {
    let in_currency =
        |(currency, tally): (&Currency, &Tally)| InCurrency { currency: *currency, count: tally.count, amount: tally.money() };
    KeyFigures {
        as_of: window.as_of,
        from: window.from,
        aged: aged(sums),
        figures: list(sums, window, targets),
        other_currencies: sums.other_currencies.iter().map(in_currency).collect(),
    }
}

/// Days sales outstanding by using up revenue month by month, backwards from the day of computation: nothing where the invoices
/// known don't go back far enough.
pub(crate) fn count_back(sums: &Sums, window: &Window) -> Option<Ratio> {
    let first = *sums.revenue_by_month.keys().next()?;
    let mut left = sums.open_with_issue().cents;
    let mut days = 0_i128;
    let mut last_day = window.as_of;
    while left > 0 {
        let month = sums::month(last_day);
        if month < first {
            return None;
        }
        let in_month = i128::from(last_day.day_of_month());
        let revenue = sums.revenue_by_month.get(&month).map_or(0, |tally| tally.cents);
        if revenue > left {
            // The part of the month that is left to use up.
            return Ratio::of(days * revenue + left * in_month, revenue);
        }
        left -= revenue;
        days += in_month;
        last_day = last_day.minus_days(last_day.day_of_month());
    }
    Ratio::of(days, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_ends_on_a_day_begins_the_day_after_it() {
        let from = |as_of: &str, months| Window::new(as_of.parse().unwrap(), months, Reference::published()).from.to_string();
        assert_eq!(from("2026-11-22", 12), "2025-11-23");
        assert_eq!(from("2026-12-31", 12), "2026-01-01");
        assert_eq!(from("2026-03-30", 1), "2026-02-28");
        assert_eq!(from("2026-11-30", 1), "2026-11-01");
        // The day after it is the 31st: shorter months on the way don't count.
        assert_eq!(from("2026-03-30", 12), "2025-03-31");
        assert_eq!(from("2026-01-30", 12), "2025-01-31");
        assert_eq!(from("2024-02-29", 12), "2023-03-01");
        assert_eq!(from("2026-02-28", 24), "2024-03-01");
    }
}
