//! Remarks on a limitation: what was assumed, what was left out, and the traps the facts meet.

mod claim;
mod end;
mod events;
mod ignored;
mod start;

use super::Limitation;
use super::input::{ClaimKind, Input};
use super::period::Period;
use super::timeline::Fact;
use super::track::Track;
use crate::{Note, Reference};

/// Remarks and the texts they rest on.
#[derive(Default)]
pub(super) struct Remarks {
    pub(super) notes: Vec<Note>,
    pub(super) sources: Vec<&'static str>,
}

impl Remarks {
    fn warn(&mut self, code: &str, message: impl Into<String>, sources: &[&'static str]) {
        self.notes.push(Note::warning(code, message));
        self.sources.extend(sources);
    }

    fn inform(&mut self, code: &str, message: impl Into<String>, sources: &[&'static str]) {
        self.notes.push(Note::info(code, message));
        self.sources.extend(sources);
    }
}

/// Every remark that the facts and the result call for.
pub(super) fn remarks(
    input: &Input,
    reference: &Reference,
    period: &Period,
    facts: &[Fact<'_>],
    (track, arguable): (&Track<'_>, &Track<'_>),
    result: &Limitation,
) -> Remarks {
    let mut remarks = Remarks::default();
    if input.claim == ClaimKind::Unknown {
        claim::unknown_claim(input, reference, &mut remarks);
    }
    start::start(input, period, &mut remarks);
    start::reforms(reference, period, track, &mut remarks);
    if let (Some(term), Some(plea)) = (&result.arguable, arguable.plea) {
        start::pleaded(term, plea, &mut remarks);
    }
    claim::claim_kind(input, period, &mut remarks);
    events::events(input, track, &mut remarks);
    end::end(input, facts, track, result, &mut remarks);
    ignored::ignored(input, result, &mut remarks);
    remarks
}
