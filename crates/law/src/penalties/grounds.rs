//! What the lines of a statement rest on.

use super::ledger::Account;
use super::rate::{Period, Schedule, Terms};
use crate::HalfYear;

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
