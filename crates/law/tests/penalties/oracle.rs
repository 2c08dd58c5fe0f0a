//! An independent computation: one day after the other, in whole numbers, with its own calendar and its own table of
//! rates. It knows no schedule and no ledger, and shares no code with the engine but the types of its input.

use dument_law::penalties::{BelowFloor, CreditorKind, DayCount, Imputation, Input, Invoice, Rate, Regime};
use dument_law::{Money, Percent};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::calendar::{Number, eve, is_leap, month_day, months_later, next, number, year};
use crate::case::statement;
use crate::random::{any_case, cases};

/// From the first half of 2013: refinancing rate of the first day, legal rates of a business and of an individual
/// creditor, in hundredths of a point.
const RATES: [(i64, i64, i64); 28] = [
    (75, 4, 4),
    (50, 4, 4),
    (25, 4, 4),
    (15, 4, 4),
    (5, 93, 406),
    (5, 99, 429),
    (5, 101, 454),
    (0, 93, 435),
    (0, 90, 416),
    (0, 90, 394),
    (0, 89, 373),
    (0, 88, 360),
    (0, 86, 340),
    (0, 87, 326),
    (0, 87, 315),
    (0, 84, 311),
    (0, 79, 314),
    (0, 76, 312),
    (0, 76, 313),
    (0, 77, 315),
    (250, 206, 447),
    (400, 422, 682),
    (450, 507, 801),
    (425, 492, 816),
    (315, 371, 721),
    (215, 276, 665),
    (215, 262, 667),
    (240, 275, 684),
];

/// What is last known, after those: the refinancing rate of September 2026, the legal rates of that half-year.
const LAST_KNOWN: (i64, i64, i64) = (265, 275, 684);

/// Rates are counted in ten-thousandths of a point.
const POINT: i64 = 10_000;

/// What a day's rate is, and whether it rests on a half-year that isn't published.
#[derive(Clone, Copy, PartialEq, Eq)]
struct DayRate {
    points: i64,
    provisional: bool,
}

fn figures(day: Number) -> ((i64, i64, i64), bool) {
    let half = (year(day) - 2013) * 2 + i32::from(month_day(day) > 630);
    let known = RATES.get(usize::try_from(half).expect("from 2013 on"));
    let (refinancing, business, individual) = *known.unwrap_or(&LAST_KNOWN);
    ((refinancing * 100, business * 100, individual * 100), known.is_none())
}

fn ten_thousandths(percent: Percent) -> i64 {
    i64::try_from((percent.decimal() * Decimal::from(POINT)).normalize()).unwrap()
}

fn cents(money: Money) -> i64 {
    i64::try_from((money.decimal() * Decimal::ONE_HUNDRED).normalize()).unwrap()
}

/// Half away from zero.
fn rounded(numerator: i128, denominator: i128) -> i64 {
    let whole = numerator / denominator;
    let rest = numerator % denominator;
    i64::try_from(if rest * 2 >= denominator { whole + 1 } else { whole }).unwrap()
}

/// The facts of an input, as this computation reads them.
struct Facts<'a> {
    input: &'a Input,
    as_of: Number,
    due_on: Number,
    /// The eve of the first bearing day, where one ever comes.
    start: Option<Number>,
    insolvency: Number,
    simple_until: Option<Number>,
    compounding: Option<Number>,
}

impl<'a> Facts<'a> {
    fn new(input: &'a Input, invoice: &Invoice) -> Self {
        let (as_of, due_on) = (number(input.as_of), number(invoice.due_on));
        let notice = input.notice_received_on.map(number).filter(|received_on| *received_on <= as_of);
        let start = if input.regime == Regime::Consumer { notice.map(|notice| notice.max(due_on)) } else { Some(due_on) };
        Self {
            input,
            as_of,
            due_on,
            start,
            insolvency: match (input.insolvency_opened_on.map(number), invoice.issued_on.map(number)) {
                // Later than the judgment: as if there were none.
                (Some(opened), Some(issued)) if due_on >= opened && issued >= opened => Number::MAX,
                (opened, _) => opened.unwrap_or(Number::MAX),
            },
            simple_until: input.served_on.map(|served_on| months_later(number(served_on), 2)),
            compounding: input.compounding.map(|compounding| number(compounding.from)),
        }
    }

    fn rate(&self, day: Number) -> DayRate {
        let ((refinancing, business, individual), unpublished) = figures(day);
        let legal = if self.input.creditor == CreditorKind::Individual { individual } else { business };
        let of = |points| DayRate { points, provisional: unpublished };
        match (self.input.regime, self.input.rate) {
            (Regime::Public, _) => {
                let ((refinancing, ..), provisional) = figures(next(self.due_on));
                DayRate { points: refinancing + 8 * POINT, provisional }
            }
            (Regime::Judgment, _) => {
                let increased = self.simple_until.is_some_and(|simple_until| day > simple_until);
                of(legal + if increased { 5 * POINT } else { 0 })
            }
            (Regime::Consumer, Rate::Fixed { percent }) => DayRate { points: ten_thousandths(percent), provisional: false },
            (Regime::Consumer, _) => of(legal),
            (Regime::Business, rate) => {
                let agreed = match rate {
                    Rate::Statutory => return of(refinancing + 10 * POINT),
                    Rate::RefinancingPlus { points } if ten_thousandths(points) == 10 * POINT => {
                        return of(refinancing + 10 * POINT);
                    }
                    Rate::RefinancingPlus { points } => of(refinancing + ten_thousandths(points)),
                    Rate::Fixed { percent } => DayRate { points: ten_thousandths(percent), provisional: false },
                    Rate::Monthly { percent } => DayRate { points: 12 * ten_thousandths(percent), provisional: false },
                    Rate::LegalPlus { points } => of(business + ten_thousandths(points)),
                    Rate::LegalMultiple { multiple } => of(business * ten_thousandths(multiple) / POINT),
                };
                let floor = of(3 * business);
                let raised = self.input.below_floor == BelowFloor::Raise && agreed.points < floor.points;
                if raised { floor } else { agreed }
            }
        }
    }

    /// Whether a line ends with the half-year whatever the figures are.
    fn moves(&self) -> bool {
        match self.input.regime {
            Regime::Public => false,
            Regime::Judgment => true,
            Regime::Consumer => !matches!(self.input.rate, Rate::Fixed { .. }),
            Regime::Business => !matches!(self.input.rate, Rate::Fixed { .. } | Rate::Monthly { .. }),
        }
    }

    /// Whether unpaid interest joins the base at the end of that day.
    fn is_anniversary(&self, day: Number) -> bool {
        let (Some(from), Some(start)) = (self.compounding, self.start) else { return false };
        let same_day =
            month_day(day) == month_day(from) || (month_day(from) == 229 && month_day(day) == 228 && !is_leap(year(day)));
        same_day && year(day) > year(from) && day >= months_later(start, 12)
    }

    /// Whether a line that holds this day ends with it, movements apart.
    fn ends_with(&self, day: Number) -> bool {
        let half_year_ends = matches!(month_day(day), 630 | 1231);
        day == self.as_of
            || next(day) == self.insolvency
            || (half_year_ends && (self.moves() || self.rate(day).points != self.rate(next(day)).points))
            || (self.input.regime == Regime::Judgment && self.simple_until == Some(day))
            || self.is_anniversary(day)
    }

    /// The eve's year decides how long a year is; in parts that both 1/365 and 1/366 of a year are whole numbers of.
    fn weight(&self, day: Number) -> i128 {
        let long = self.input.day_count == DayCount::ActualActual && is_leap(year(eve(day)));
        if long { 365 } else { 366 }
    }
}

/// A line: first and last day, days, base, ten-thousandths of a point, interest, provisional.
type Line = (Number, Number, u32, i64, i64, i64, bool);

/// What is owed at the end, in cents.
#[derive(Debug, Default, PartialEq, Eq)]
struct Owed {
    lines: Vec<Line>,
    days_late: u32,
    interest_paid: i64,
    interest_due: i64,
    principal_due: i64,
    indemnity: i64,
    indemnity_due: i64,
    clause: i64,
    per_day: i64,
}

fn day_by_day(input: &Input, invoice: &Invoice) -> (Owed, i64) {
    let facts = Facts::new(input, invoice);
    let (mut owed, mut left_over, mut capitalised) = (Owed::default(), 0, 0);
    let mut principal = cents(invoice.amount);
    let take = |money: &mut i64, debt: &mut i64| {
        let paid = (*money).min(*debt);
        *money -= paid;
        *debt -= paid;
        paid
    };
    let payments: Vec<(Number, i64)> = invoice.payments.iter().map(|it| (number(it.on), cents(it.amount))).collect();
    let credits: Vec<(Number, i64, bool)> =
        invoice.credits.iter().map(|it| (number(it.on), cents(it.amount), it.retroactive)).collect();
    for (_, amount, _) in credits.iter().filter(|(on, _, retroactive)| *retroactive && *on <= facts.as_of) {
        let mut rest = *amount;
        take(&mut rest, &mut principal);
        left_over += rest;
    }
    let mut settled = principal == 0;
    let days = payments.iter().map(|it| it.0).chain(credits.iter().map(|it| it.0));
    let mut today = days.fold(facts.due_on.min(facts.as_of), Number::min);
    let mut line: Option<(Number, u32, i128, bool)> = None;
    while today <= facts.as_of {
        let bears = facts.start.is_some_and(|start| today > start) && principal > 0 && today < facts.insolvency;
        let moved = payments.iter().any(|it| it.0 == today) || credits.iter().any(|it| it.0 == today);
        if bears {
            let rate = facts.rate(today);
            let (from, days, running, provisional) = line.unwrap_or((today, 0, 0, false));
            let base = principal + capitalised;
            let running = running + i128::from(base) * i128::from(rate.points) * facts.weight(today);
            let (days, provisional) = (days + 1, provisional || rate.provisional);
            line = Some((from, days, running, provisional));
            if moved || facts.ends_with(today) {
                let interest = rounded(running, 100 * i128::from(POINT) * 365 * 366);
                owed.lines.push((from, today, days, base, rate.points, interest, provisional));
                owed.interest_due += interest;
                line = None;
            }
        }
        if today > facts.due_on && today < facts.insolvency && !settled {
            owed.days_late += 1;
        }
        for (_, amount) in payments.iter().filter(|(on, _)| *on == today) {
            let mut rest = *amount;
            if input.imputation == Imputation::PrincipalFirst {
                take(&mut rest, &mut principal);
            }
            let paid = take(&mut rest, &mut owed.interest_due);
            owed.interest_paid += paid;
            capitalised -= paid.min(capitalised);
            take(&mut rest, &mut principal);
            take(&mut rest, &mut owed.indemnity_due);
            left_over += rest;
        }
        for (_, amount, _) in credits.iter().filter(|(on, _, retroactive)| *on == today && !retroactive) {
            let mut rest = *amount;
            take(&mut rest, &mut principal);
            left_over += rest;
        }
        if bears && facts.is_anniversary(today) {
            capitalised = owed.interest_due;
        }
        if today == facts.due_on && today < facts.as_of && principal > 0 && today < facts.insolvency {
            if matches!(input.regime, Regime::Business | Regime::Public) {
                owed.indemnity = 4000;
                owed.indemnity_due = 4000;
            }
            if let Some(clause) = input.penalty_clause.filter(|_| input.regime == Regime::Business) {
                let percent = i128::from(clause.percent.map_or(0, ten_thousandths));
                let share = rounded(i128::from(principal) * percent, 100 * i128::from(POINT));
                owed.clause = share.max(clause.minimum.map_or(0, cents));
            }
        }
        settled |= principal == 0;
        today = next(today);
    }
    let due = facts.as_of > facts.due_on;
    owed.principal_due = if due { principal } else { 0 };
    if due && principal > 0 && facts.start.is_some_and(|start| start <= facts.as_of) && facts.insolvency > today {
        owed.per_day = rounded(i128::from(principal) * i128::from(facts.rate(today).points), 100 * i128::from(POINT) * 365);
    }
    (owed, left_over)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(2_000), max_shrink_iters: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_equals_the_day_by_day_computation(case in any_case()) {
        let result = statement(&case);
        let mut total = case.extra_costs.iter().map(|cost| cents(cost.amount)).sum::<i64>();
        if matches!(case.regime, Regime::Consumer | Regime::Judgment) {
            total = 0;
        }
        let mut left_over_in_all = 0;
        let mut provisional = false;
        for (invoice, computed) in case.invoices.iter().zip(&result.invoices) {
            let (owed, left_over) = day_by_day(&case, invoice);
            let lines: Vec<Line> = computed
                .lines
                .iter()
                .map(|it| {
                    let percent = ten_thousandths(it.percent);
                    (number(it.from), number(it.to), it.days, cents(it.principal), percent, cents(it.interest), it.provisional)
                })
                .collect();
            let found = Owed {
                lines,
                days_late: computed.days_late,
                interest_paid: cents(computed.interest_paid),
                interest_due: cents(computed.interest_due),
                principal_due: cents(computed.principal_due),
                indemnity: cents(computed.indemnity),
                indemnity_due: cents(computed.indemnity_due),
                clause: cents(computed.clause),
                per_day: cents(computed.per_day),
            };
            prop_assert_eq!(&found, &owed);
            let sum = owed.principal_due + owed.interest_due + owed.indemnity_due + owed.clause;
            prop_assert_eq!(cents(computed.total), sum);
            prop_assert_eq!(cents(computed.interest), owed.interest_paid + owed.interest_due);
            total += sum;
            left_over_in_all += left_over;
            provisional |= owed.lines.iter().any(|line| line.6);
        }
        prop_assert_eq!(result.invoices.len(), case.invoices.len());
        prop_assert_eq!(cents(result.totals.total), total);
        prop_assert_eq!(result.provisional, provisional);
        prop_assert_eq!(result.notes.iter().any(|note| note.code == "overpaid"), left_over_in_all > 0);
    }
}
