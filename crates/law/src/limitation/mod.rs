//! Limitation: until when one can act, and what each event did to that date (C. civ. 2219 to 2254).
//!
//! Facts become a period (`period`), events act on it (`effect`), and a track runs them in order under one reading of the
//! law (`track`): the cautious one, told as a timeline, and the arguable one, shown where it gives a later date.

mod effect;
mod input;
mod notes;
mod period;
mod span;
mod term;
mod timeline;
mod track;

use serde::{Deserialize, Serialize};

pub use effect::Effect;
pub use input::{ClaimKind, Input, PayableIn};
pub use term::Term;
pub use timeline::{Moment, MomentKind};

use crate::order::{in_order, rank};
use crate::{Day, Note, Problems, Reference, Source, working_day};
use period::Period;
use track::{Reading, Track};

/// Until when one can act, why, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
#[doc(alias = "prescription")]
pub struct Limitation {
    /// The date to act by: every open question read against the creditor.
    pub cautious: Term,
    /// The date that could be pleaded, only where it is a later one: never a reason to wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arguable: Option<Term>,
    /// The last working day on or before the cautious last day: limitation isn't put off by a weekend or a holiday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act_before: Option<Day>,
    /// The day beyond which no suspension and no acknowledgment carries the period, where C. civ. 2232 applies.
    #[doc(alias = "délai butoir")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long_stop: Option<Day>,
    /// Whether proceedings or a suspension are under way, so that there is no last day yet.
    pub pending: bool,
    /// The start and each event, oldest first, with what each did.
    pub timeline: Vec<Moment>,
    /// Remarks: traps, assumptions, facts left out.
    pub notes: Vec<Note>,
    /// The texts behind the period, cited by the timeline or by a remark.
    pub sources: Vec<Source>,
}

/// Computes until when one can act.
///
/// # Errors
/// All faults of the input at once: a date that the kind of claim needs, an agreed period out of bounds, proceedings
/// that end before they start.
pub fn limitation(input: &Input, reference: &Reference) -> Result<Limitation, Problems> {
    let (period, ()) = Problems::both(Period::of(input, reference), input.check_events())?;
    let facts = timeline::facts(input, &period);

    let mut cautious_track = Track::new(&period, Reading::Cautious);
    let mut moments = vec![timeline::start(input, &period)];
    moments.extend(timeline::run(&facts, &mut cautious_track));
    let moments = in_order(moments, |moment| rank(moment.on, 0));
    let mut arguable_track = Track::new(&period, Reading::Arguable);
    timeline::run(&facts, &mut arguable_track);

    let seen = |track: &Track<'_>| Term::seen(input.as_of, track.starts_on, track.last_day());
    let cautious = seen(&cautious_track);
    let mut limitation = Limitation {
        cautious,
        arguable: Some(seen(&arguable_track)).filter(|arguable| arguable.is_later_than(&cautious)),
        act_before: cautious.last_day.map(|last| working_day::on_or_before(last, input.place)),
        long_stop: cautious_track.long_stop(),
        pending: cautious_track.pending(),
        timeline: moments,
        notes: Vec::new(),
        sources: Vec::new(),
    };
    let remarks = notes::remarks(input, reference, &period, &facts, (&cautious_track, &arguable_track), &limitation);
    limitation.sources = reference.cited(sources(input, &period, &limitation).chain(remarks.sources));
    limitation.notes = remarks.notes;
    Ok(limitation)
}

/// What the result rests on, most important first.
fn sources<'a>(input: &Input, period: &'a Period, limitation: &'a Limitation) -> impl Iterator<Item = &'a str> {
    let interrupted = limitation.timeline.iter().any(|moment| moment.effect == Effect::Interrupts);
    // The law of public debtors says itself how its years are counted, and what an interruption gives.
    let counting: &[&str] = match (input.claim, interrupted) {
        (ClaimKind::Public, _) => &[],
        (_, false) => &["cciv-2228", "cciv-2229"],
        (_, true) => &["cciv-2228", "cciv-2229", "cciv-2231"],
    };
    let last_working_day = limitation.act_before.map(|_| "cass-civ2-2016-04-07-15-12.960");
    std::iter::once(period.source.as_str())
        .chain(counting.iter().copied())
        .chain(limitation.timeline.iter().map(|moment| moment.source.as_str()))
        .chain(last_working_day)
        .chain(limitation.long_stop.map(|_| "cciv-2232"))
}
