//! The account of one invoice: what each day adds, and what each payment and credit takes away.
//!
//! A payment pays interest, then principal (C. civ. 1343-1), unless the parties agreed otherwise; then the indemnity.
//! A credit lowers principal alone. Interest that has run for a whole year joins the principal where a contract or a
//! decision says so (C. civ. 1343-2). Insolvency proceedings stop interest (C. com. L622-28), but not on claims later than
//! the judgment that opens them, paid when they fall due (L622-17).

use std::borrow::Cow;
use std::iter::Peekable;
use std::slice;

use super::accrual::{self, Yearly};
use super::figures::Figures;
use super::input::{Compounding, Imputation, Input, Invoice, Regime};
use super::rate::{Schedule, Stretch, Unknown};
use super::statement::{Applied, AppliedKind, InvoiceStatement, Line};
use crate::order::{in_order, rank};
use crate::{Day, Money, Percent};

/// All that the accounts of an input's invoices are drawn up from.
pub(super) struct Ledger<'i, 'a> {
    input: &'i Input,
    figures: &'i Figures<'a>,
    pub(super) schedule: Schedule<'a>,
    /// Reads every credit as one that corrects what was never owed.
    credits_from_the_start: bool,
}

/// What the account of one invoice comes to, and what a reader should know of it.
pub(super) struct Account {
    pub(super) statement: InvoiceStatement,
    /// The eve of the first day that bears interest; absent where none ever does.
    pub(super) start: Option<Day>,
    /// Some of it was unpaid when it fell due, and it has.
    pub(super) late: bool,
    /// Some payment met unpaid interest.
    pub(super) imputed: bool,
    /// Interest joined the principal at least once.
    pub(super) compounded: bool,
    /// What payments and credits left over.
    pub(super) overpaid: Money,
}

/// Why an account can't be made.
pub(super) enum Impossible<'a> {
    /// A rate isn't known.
    Unknown(Unknown<'a>),
    /// The amounts are beyond what can be counted.
    TooLarge,
}

impl<'a> From<Unknown<'a>> for Impossible<'a> {
    fn from(unknown: Unknown<'a>) -> Self {
        Self::Unknown(unknown)
    }
}

/// Room for the lines of an invoice: about what three years and two payments come to.
const LINES: usize = 8;

/// A payment or a credit, at the end of its day.
struct Movement {
    on: Day,
    kind: MovementKind,
    amount: Money,
    /// What of it was taken off the principal before anything ran: of a credit that corrects what was never owed.
    taken: Money,
}

/// The movements that aren't counted yet, oldest first.
type Pending<'a> = Peekable<slice::Iter<'a, Movement>>;

/// In the order in which movements of one day count: the price is settled before what is paid of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MovementKind {
    /// Already counted from the start: its day only ends a line.
    RetroactiveCredit,
    /// At the end of its day: before a credit, which lowers principal from the day after.
    Payment,
    Credit,
}

/// What is owed at some moment.
struct Balance {
    imputation: Imputation,
    principal: Money,
    /// The interest accrued and not paid.
    interest: Money,
    /// The part of that interest which itself bears interest.
    capitalised: Money,
    indemnity: Money,
    interest_paid: Money,
    overpaid: Money,
    /// The day on which no principal was left.
    settled_on: Option<Day>,
    imputed: bool,
    compounded: bool,
    /// What each movement counted so far went to.
    applied: Vec<Applied>,
}

impl Balance {
    /// What is owed before anything is paid: the amount, less what was never owed.
    fn open(imputation: Imputation, invoice: &Invoice, movements: &mut [Movement]) -> Self {
        let mut principal = invoice.amount;
        let mut credited = Money::ZERO;
        for credit in movements.iter_mut().filter(|movement| movement.kind == MovementKind::RetroactiveCredit) {
            let mut rest = credit.amount;
            credit.taken = take(&mut rest, &mut principal);
            credited += rest;
        }
        Self {
            imputation,
            principal,
            interest: Money::ZERO,
            capitalised: Money::ZERO,
            indemnity: Money::ZERO,
            interest_paid: Money::ZERO,
            overpaid: credited,
            settled_on: principal.is_zero().then_some(invoice.due_on),
            imputed: false,
            compounded: false,
            applied: Vec::with_capacity(movements.len()),
        }
    }

    /// Counts every movement up to that day.
    fn apply_until(&mut self, day: Day, pending: &mut Pending<'_>) {
        while let Some(movement) = pending.next_if(|movement| movement.on <= day) {
            self.apply(movement);
        }
    }

    fn apply(&mut self, movement: &Movement) {
        if movement.amount.is_zero() {
            return;
        }
        let mut rest = movement.amount;
        let mut applied = Applied {
            on: movement.on,
            what: if movement.kind == MovementKind::Payment { AppliedKind::Payment } else { AppliedKind::Credit },
            amount: movement.amount,
            interest: Money::ZERO,
            principal: movement.taken,
            indemnity: Money::ZERO,
        };
        match movement.kind {
            MovementKind::RetroactiveCredit => {
                self.applied.push(applied);
                return;
            }
            MovementKind::Credit => applied.principal = self.pay_principal(&mut rest),
            MovementKind::Payment => {
                self.imputed |= self.interest.is_positive() && rest.is_positive();
                match self.imputation {
                    Imputation::InterestFirst => {
                        applied.interest = self.pay_interest(&mut rest);
                        applied.principal = self.pay_principal(&mut rest);
                    }
                    Imputation::PrincipalFirst => {
                        applied.principal = self.pay_principal(&mut rest);
                        applied.interest = self.pay_interest(&mut rest);
                    }
                }
                applied.indemnity = take(&mut rest, &mut self.indemnity);
            }
        }
        self.applied.push(applied);
        self.overpaid += rest;
        if self.principal.is_zero() && self.settled_on.is_none() {
            self.settled_on = Some(movement.on);
        }
    }

    fn pay_principal(&mut self, rest: &mut Money) -> Money {
        take(rest, &mut self.principal)
    }

    /// Pays interest, the part that bears interest first: it is the older, and the one the debtor has most interest to
    /// pay (C. civ. 1342-10).
    fn pay_interest(&mut self, rest: &mut Money) -> Money {
        let paid = take(rest, &mut self.interest);
        self.interest_paid += paid;
        self.capitalised -= paid.min(self.capitalised);
        paid
    }

    /// Makes unpaid interest bear interest.
    fn capitalise(&mut self) {
        self.compounded |= self.interest > self.capitalised;
        self.capitalised = self.interest;
    }
}

/// Pays as much of a debt as the money allows, and says how much that was.
fn take(money: &mut Money, debt: &mut Money) -> Money {
    let paid = (*money).min(*debt);
    *money -= paid;
    *debt -= paid;
    paid
}

impl<'i, 'a> Ledger<'i, 'a> {
    /// A ledger for these invoices, by the rules and choices of `input`.
    pub(super) fn open(input: &'i Input, figures: &'i Figures<'a>, invoices: &[Invoice]) -> Self {
        let tomorrow = input.as_of.next();
        let first = invoices.iter().filter_map(|invoice| start(input, invoice)).map(Day::next).fold(tomorrow, Day::min);
        Self { input, figures, schedule: Schedule::new(input, figures, first, tomorrow), credits_from_the_start: false }
    }

    /// The same, reading every credit as one that corrects what was never owed.
    pub(super) fn with_credits_from_the_start(self) -> Self {
        Self { credits_from_the_start: true, ..self }
    }

    /// Draws up the account of one of the invoices.
    pub(super) fn account(&self, invoice: &Invoice) -> Result<Account, Impossible<'a>> {
        let as_of = self.input.as_of;
        let due_on = invoice.due_on;
        let insolvency_opened_on = self.input.insolvency_over(invoice);
        let end = insolvency_opened_on.map_or(as_of, |opened_on| opened_on.eve().min(as_of));
        let start = start(self.input, invoice);

        let mut movements = self.movements(invoice);
        let mut balance = Balance::open(self.input.imputation, invoice, &mut movements);
        let mut pending = movements.iter().peekable();
        balance.apply_until(due_on, &mut pending);

        let unpaid_when_due = balance.principal;
        let late =
            as_of > due_on && unpaid_when_due.is_positive() && insolvency_opened_on.is_none_or(|opened_on| due_on < opened_on);
        let (indemnity, clause) =
            if late { (self.indemnity(due_on), self.clause(unpaid_when_due)?) } else { (Money::ZERO, Money::ZERO) };
        balance.indemnity = indemnity;

        let lines = match start {
            Some(start) => self.accrue(start, end, &mut balance, &mut pending)?,
            None => Vec::new(),
        };
        balance.apply_until(as_of, &mut pending);

        let last = balance.settled_on.map_or(end, |settled_on| settled_on.min(end));
        let principal_due = if as_of <= due_on { Money::ZERO } else { balance.principal };
        let (per_day, per_day_percent) = self.per_day(start, principal_due, insolvency_opened_on)?.unzip();
        let statement = InvoiceStatement {
            number: invoice.number.clone(),
            due_on,
            days_late: u32::try_from(last.days_since(due_on)).unwrap_or(0),
            lines,
            applied: balance.applied,
            interest: balance.interest_paid + balance.interest,
            interest_paid: balance.interest_paid,
            interest_due: balance.interest,
            principal_due,
            indemnity,
            indemnity_due: balance.indemnity,
            clause,
            total: principal_due + balance.interest + balance.indemnity + clause,
            per_day: per_day.unwrap_or_default(),
            per_day_percent,
        };
        let Balance { imputed, compounded, overpaid, .. } = balance;
        Ok(Account { statement, start, late, imputed, compounded, overpaid })
    }

    /// The lines from the day after `start` to `end`, or to the day on which no principal is left.
    fn accrue(
        &self,
        start: Day,
        end: Day,
        balance: &mut Balance,
        pending: &mut Pending<'_>,
    ) -> Result<Vec<Line>, Impossible<'a>> {
        balance.apply_until(start, pending);
        let mut from = start.next();
        let first = self.schedule.index(from);
        let mut lines = Vec::new();
        if from <= end && balance.principal.is_positive() {
            lines.reserve(LINES);
        }
        while from <= end && balance.principal.is_positive() {
            let next_movement = pending.peek().map(|movement| movement.on);
            let anniversary = self.input.compounding.and_then(|compounding| anniversary(compounding, start, from));
            let limit = [next_movement, anniversary].into_iter().flatten().fold(end, Day::min);
            let stretch = self.schedule.stretch(first, from, limit)?;
            let line = self.line(balance.principal + balance.capitalised, from, &stretch)?;
            balance.interest += line.interest;
            if balance.interest > Money::MAX {
                return Err(Impossible::TooLarge);
            }
            balance.apply_until(line.to, pending);
            if anniversary == Some(line.to) {
                balance.capitalise();
            }
            from = line.to.next();
            lines.push(line);
        }
        Ok(lines)
    }

    fn line(&self, base: Money, from: Day, stretch: &Stretch<'_, 'a>) -> Result<Line, Impossible<'a>> {
        let Stretch { terms, to, provisional } = *stretch;
        let interest = terms.yearly.interest(base, from, to, self.input.day_count).ok_or(Impossible::TooLarge)?;
        Ok(Line {
            from,
            to,
            days: accrual::days(from, to),
            principal: base,
            percent: terms.percent,
            basis: terms.basis,
            provisional,
            interest,
            source: Cow::Borrowed(terms.source),
        })
    }

    /// Every payment and credit up to the day of computation, in the order in which they count.
    fn movements(&self, invoice: &Invoice) -> Vec<Movement> {
        let credits = invoice.credits.iter().map(|credit| {
            let from_the_start = credit.retroactive || self.credits_from_the_start;
            let kind = if from_the_start { MovementKind::RetroactiveCredit } else { MovementKind::Credit };
            Movement { on: credit.on, kind, amount: credit.amount, taken: Money::ZERO }
        });
        let payments = invoice.payments.iter().map(|payment| Movement {
            on: payment.on,
            kind: MovementKind::Payment,
            amount: payment.amount,
            taken: Money::ZERO,
        });
        let movements = credits.chain(payments).filter(|movement| movement.on <= self.input.as_of).collect();
        in_order(movements, |movement: &Movement| rank(movement.on, movement.kind as u32))
    }

    /// The fixed indemnity for recovery costs (C. com. D441-5, CCP D2192-35).
    fn indemnity(&self, due_on: Day) -> Money {
        match self.input.regime {
            Regime::Business | Regime::Public => self.figures.indemnity(due_on.next()).unwrap_or_default(),
            Regime::Consumer | Regime::Judgment => Money::ZERO,
        }
    }

    /// The penalty the contract sets on a sum unpaid when due (business only): the percentage, at least the minimum.
    fn clause(&self, unpaid: Money) -> Result<Money, Impossible<'a>> {
        let Some(clause) = self.input.penalty_clause.filter(|_| self.input.regime == Regime::Business) else {
            return Ok(Money::ZERO);
        };
        let share = match clause.percent {
            Some(percent) => Yearly::of(percent).once(unpaid).ok_or(Impossible::TooLarge)?,
            None => Money::ZERO,
        };
        Ok(share.max(clause.minimum.unwrap_or_default()))
    }

    /// What the day after the day of computation will add, and at which rate; nothing where it bears no interest.
    fn per_day(
        &self,
        start: Option<Day>,
        principal: Money,
        insolvency_opened_on: Option<Day>,
    ) -> Result<Option<(Money, Percent)>, Impossible<'a>> {
        let tomorrow = self.input.as_of.next();
        let stopped = insolvency_opened_on.is_some_and(|opened_on| opened_on <= tomorrow);
        match start.filter(|start| *start < tomorrow) {
            Some(start) if principal.is_positive() && !stopped => {
                let terms = self.schedule.terms(self.schedule.index(start.next()), tomorrow)?;
                let amount = terms.yearly.per_day(principal).ok_or(Impossible::TooLarge)?;
                Ok(Some((amount, terms.percent)))
            }
            _ => Ok(None),
        }
    }
}

/// The eve of the first day that bears interest: the due date, or for a consumer the day the formal notice was received
/// where that is later. Without a notice received by the day of computation a consumer owes no interest.
fn start(input: &Input, invoice: &Invoice) -> Option<Day> {
    match input.regime {
        Regime::Consumer => input
            .notice_received_on
            .filter(|received_on| *received_on <= input.as_of)
            .map(|received_on| received_on.max(invoice.due_on)),
        Regime::Business | Regime::Public | Regime::Judgment => Some(invoice.due_on),
    }
}

/// The first day from `from` on at whose end unpaid interest joins the principal: an anniversary of the day compounding
/// starts from, once interest has run for a whole year.
fn anniversary(compounding: Compounding, start: Day, from: Day) -> Option<Day> {
    let origin = compounding.from;
    let earliest = from.max(start.plus_years(1));
    let years = u32::try_from(earliest.year() - origin.year()).unwrap_or(0).max(1);
    // The anniversary in that year, or the next one where it is already past.
    [origin.plus_years(years), origin.plus_years(years + 1)].into_iter().find(|anniversary| *anniversary >= earliest)
}
