//! The procedures under way against a debtor, as they are shown.

use dument_law::Day;
use dument_ledger::procedure::{Procedure, Procedures};
use dument_ledger::{ActKind, EventId};
use serde::{Deserialize, Serialize};

/// A procedure as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnderWay {
    /// Its first act.
    pub id: EventId,
    /// Its name.
    pub title: String,
    /// Where it stands, in words.
    pub state: String,
    /// Since when.
    pub since: Day,
    /// The terms that run.
    pub terms: Vec<RunningTerm>,
    /// The acts that can come next.
    pub next: Vec<ActKind>,
}

/// A term that runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunningTerm {
    /// Its name.
    pub title: String,
    /// Its day.
    pub day: Day,
    /// What it asks, in a sentence.
    pub message: String,
    /// The text that says so, by its id.
    pub source: String,
}

impl UnderWay {
    fn of(procedure: &Procedure) -> Self {
        let terms = procedure.terms.iter().map(|term| RunningTerm {
            title: term.id.title().to_owned(),
            day: term.day,
            message: term.message.clone(),
            source: term.source.clone(),
        });
        Self {
            id: procedure.id,
            title: procedure.kind.title().to_owned(),
            state: procedure.state.title().to_owned(),
            since: procedure.since,
            terms: terms.collect(),
            next: procedure.next.clone(),
        }
    }

    /// Every procedure of a debtor, and why some acts can't have been.
    pub(crate) fn all(found: &Procedures) -> (Vec<Self>, Vec<String>) {
        (found.all.iter().map(Self::of).collect(), found.impossible.iter().map(|impossible| impossible.why.clone()).collect())
    }
}
