//! The choice of a recovery procedure: what to do next, and for every route whether it is open and why.
//!
//! A route is a list of typed conditions and its content; the conditions look at facts derived once, and the
//! plan ranks what is open. Nothing decides for the reader: each condition of the law is shown with the fact that
//! meets or fails it.

mod clock;
mod condition;
mod cost;
mod court;
mod deadlines;
mod facts;
mod figures;
mod guidance;
mod helpers;
mod history;
mod id;
mod input;
mod notes;
mod open_law;
mod plan;
mod prior;
mod profit;
mod proof;
mod route;
mod routes;
mod rules;
mod what_if;

pub use crate::yes_no::YesNo;
pub use clock::usual_claim;
pub use condition::Condition;
pub use guidance::{
    Bound, Cost, CostItem, Deadline, Duration, Guidance, HelperOption, Lawyer, LimitationEffect, MissingEvidence, Proof, Reason,
    Recoverable, RouteOption, Status, Step, Strength,
};
pub use id::{DeadlineId, HelperId, OptionId};
pub use input::{Answer, Basis, Contested, Creditor, Debtor, Done, Evidence, Input, Insolvency, InsolvencyKind};
pub use profit::Profit;

use clock::Clock;
use facts::Facts;
use figures::{Figures, Index};
use history::History;
use what_if::Others;

use crate::{Code, PartyKind, Problem, Problems, Reference, Source};

/// What to do about an unpaid claim: a plan, and every route with its reasons.
///
/// # Errors
/// Facts that can't be, all at once: nothing owed, a creditor who is a consumer or a public body, insolvency proceedings
/// published before they were opened, faults of the limitation given.
pub fn procedures(input: &Input, reference: &Reference) -> Result<Guidance, Problems> {
    let index = &Index::new(reference);
    let mut guidance = guide(input, index, read(input, index)?);
    let others = Others {
        plan: &|changed| {
            let facts = facts(changed, index, Clock::read(changed, index).ok()?);
            Some(plan::plan(&facts, &|id| routes::route(id, &facts).is_open()))
        },
        guide: &|changed| Some(guide(changed, index, Clock::read(changed, index).ok()?)),
    };
    let told = what_if::notes(input, &guidance, &others);
    guidance.notes.extend(told);
    guidance.sources = sources(&guidance, reference);
    Ok(guidance)
}

/// The same but for the notes that tell what other facts would change: finding them takes most of the time, too long for
/// an answer that follows every keystroke.
///
/// # Errors
/// Those of [`procedures`].
pub fn first_look(input: &Input, reference: &Reference) -> Result<Guidance, Problems> {
    let index = &Index::new(reference);
    let mut guidance = guide(input, index, read(input, index)?);
    guidance.sources = sources(&guidance, reference);
    Ok(guidance)
}

/// The dates that matter, of facts that can be.
fn read(input: &Input, index: &Index<'_>) -> Result<Clock, Problems> {
    Problems::both(Problems::check(faults(input)), Clock::read(input, index)).map(|((), clock)| clock)
}

fn facts<'a>(input: &'a Input, index: &'a Index<'a>, clock: Clock) -> Facts<'a> {
    Facts::new(input, Figures::new(index, input.as_of), History::new(&input.done, input.as_of), clock)
}

/// The guidance for facts that stand, but for what other facts would change and for its sources.
fn guide(input: &Input, index: &Index<'_>, clock: Clock) -> Guidance {
    let facts = facts(input, index, clock);
    let mut options: Vec<RouteOption> = OptionId::ALL.iter().map(|id| routes::route(*id, &facts).into_option()).collect();
    let plan = plan::plan(&facts, &|id| options.iter().any(|option| option.id == id && option.status == Status::Possible));
    for option in &mut options {
        if plan.iter().any(|step| step.option == option.id) {
            option.status = Status::Recommended;
        }
    }
    let deadlines = deadlines::deadlines(&facts);
    Guidance {
        options,
        proof: proof::proof(&facts),
        notes: notes::notes(&facts, &plan, &deadlines),
        plan,
        deadlines,
        helpers: helpers::helpers(&facts),
        sources: Vec::new(),
    }
}

/// What the guidance rests on, in the order in which it is shown.
fn sources(guidance: &Guidance, reference: &Reference) -> Vec<Source> {
    let cited = guidance.options.iter().flat_map(|option| {
        let reasons = option.reasons.iter().map(|reason| reason.source.as_str());
        reasons.chain(option.cost.items.iter().map(|item| item.source.as_str()))
    });
    let cited = cited.chain(guidance.deadlines.iter().map(|deadline| deadline.source.as_str()));
    let counting = if guidance.deadlines.is_empty() { &[][..] } else { &deadlines::SOURCES };
    reference.cited(cited.chain(counting.iter().chain(&proof::SOURCES).chain(&helpers::SOURCES).copied()))
}

/// Facts that can't be.
fn faults(input: &Input) -> Vec<Problem> {
    let mut faults = Vec::new();
    let mut fault =
        |code, field: &str, message: &str| faults.push(Problem { code, field: field.to_owned(), message: message.to_owned() });
    if input.amount.is_zero() {
        fault(Code::ZeroAmount, "amount", "Indiquez le principal qui reste dû : il doit dépasser zéro.");
    }
    match input.creditor.kind {
        PartyKind::Consumer => fault(
            Code::UnknownValue,
            "creditor.kind",
            "Le créancier doit être un professionnel : société, commerçant, artisan, profession libérale, agriculteur, société \
             civile ou association.",
        ),
        PartyKind::PublicBody => fault(
            Code::UnknownValue,
            "creditor.kind",
            "Une personne publique recouvre ses créances par ses propres règles : choisissez un créancier privé.",
        ),
        _ => {}
    }
    if input.debtor.insolvency.as_ref().is_some_and(|insolvency| insolvency.published_on < insolvency.opened_on) {
        fault(
            Code::OutOfRange,
            "debtor.insolvency.publishedOn",
            "Le jugement est publié au BODACC après avoir été rendu : vérifiez les deux dates.",
        );
    }
    faults
}
