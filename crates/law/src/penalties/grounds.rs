//! What the lines of a statement rest on, and what one more day would.

use super::ledger::Account;
use super::rate::{Period, Schedule, Terms};
use crate::{Day, HalfYear};

/// The rate of one half-year, on which some line rests.
pub(super) struct Ground<'s, 'a> {
    pub(super) half: HalfYear,
    pub(super) terms: &'s Terms<'a>,
}

/// Every rate that some line rests on, in the order of time.
pub(super) fn grounds<'s, 'a>(schedule: &'s Schedule<'a>, accounts: &[Account]) -> Vec<Ground<'s, 'a>> {
    let mut rests = vec![false; schedule.periods().len()];
    for account in accounts {
        let Some(start) = account.start else { continue };
        for line in &account.statement.lines {
            rests[schedule.periods_of(start.next(), line.from, line.to)].fill(true);
        }
    }
    let used = schedule.periods().iter().zip(rests).filter(|(_, rests)| *rests);
    used.filter_map(|(Period { half, terms, .. }, _)| terms.as_ref().ok().map(|terms| Ground { half: *half, terms })).collect()
}

/// The rate of the day after, where one more day would bear interest.
pub(super) fn tomorrow<'s, 'a>(schedule: &'s Schedule<'a>, accounts: &[Account], as_of: Day) -> Option<Ground<'s, 'a>> {
    let account = accounts.iter().find(|account| account.statement.per_day.is_positive())?;
    let tomorrow = as_of.next();
    let terms = schedule.terms(schedule.index(account.start?.next()), tomorrow).ok()?;
    Some(Ground { half: HalfYear::of(tomorrow), terms })
}
