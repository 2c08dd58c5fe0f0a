//! What the lines of a statement rest on, half-year by half-year.

use super::figures::Figures;
use super::input::Input;
use super::ledger::Account;
use super::rate::{Schedule, Terms};
use crate::HalfYear;

/// The rate of one half-year of one invoice.
pub(super) struct Ground<'a> {
    pub(super) half: HalfYear,
    pub(super) terms: Terms<'a>,
    /// Whether the floor of agreed rates binds this one.
    pub(super) bound_by_floor: bool,
}

/// Every rate that some line rests on, in the order of the lines.
pub(super) fn grounds<'a>(input: &Input, figures: &'a Figures<'a>, accounts: &[Account]) -> Vec<Ground<'a>> {
    let mut grounds = Vec::new();
    for account in accounts {
        let Some(start) = account.start else { continue };
        let schedule = Schedule::new(input, figures, start.next());
        for line in &account.statement.lines {
            let mut day = line.from;
            while day <= line.to {
                let half = HalfYear::of(day);
                if let Ok(terms) = schedule.terms(day) {
                    grounds.push(Ground { half, terms, bound_by_floor: schedule.is_bound_by_floor() });
                }
                day = half.next().first_day();
            }
        }
    }
    grounds
}
