//! What happened with a debtor, in the words of the law: one telling for limitation here and for the case that is handed over.

use dument_law::{Day, Event as LawEvent, EventKind, Outcome};
use dument_letters::LetterKind;

use crate::procedure::{Procedure, State, Step};
use crate::{Act, ActKind, Event, ProcedureKind, What};

/// What an event is to the law, where it is something.
pub(crate) fn of_event(event: &Event) -> Option<LawEvent> {
    let (kind, until) = match &event.what {
        What::Letter { letter, .. } => (of_letter(*letter)?, None),
        What::Plan { instalments, signed: true } => {
            (EventKind::PaymentPlanSigned, instalments.last().map(|instalment| instalment.due_on))
        }
        What::Other { event, until } => (*event, *until),
        What::Act { act: Act::Enforced, .. } => (EventKind::EnforcementAct, None),
        _ => return None,
    };
    Some(LawEvent { kind, on: event.on, until, outcome: None })
}

/// What a letter is to the law. Most do nothing to limitation, but against a public body: there every written reminder interrupts, and
/// whether a text message is one isn't settled, so that it is left out.
fn of_letter(letter: LetterKind) -> Option<EventKind> {
    match letter {
        LetterKind::FormalNotice => Some(EventKind::FormalNotice),
        LetterKind::Reminder | LetterKind::SecondReminder | LetterKind::EmailReminder => Some(EventKind::Reminder),
        LetterKind::PublicDemand => Some(EventKind::WrittenDemand),
        _ => None,
    }
}

/// Whether an event of that kind can put limitation off: what is about one invoice alone must then not be told of another.
pub(crate) fn puts_off(kind: EventKind, public_debtor: bool) -> bool {
    use EventKind as K;
    match kind {
        K::Reminder | K::FormalNotice => public_debtor,
        K::SummonsToPay | K::InvoiceReissued | K::CollectionAgency => false,
        _ => true,
    }
}

/// The steps that still hold: an opposition takes up again what seemed to have ended before it.
fn since_opposed(procedure: &Procedure) -> &[Step] {
    let steps = procedure.steps.as_slice();
    steps.iter().rposition(|step| step.act == Some(ActKind::OrderOpposed)).map_or(steps, |at| &steps[at..])
}

/// What a procedure is to limitation, with its end.
pub(crate) fn of_procedure(procedure: &Procedure) -> Option<LawEvent> {
    let entered = |states: &[State]| procedure.entered(states);
    let ended = |on: Day, kind, ends: &[(&[State], Outcome)]| {
        let last = since_opposed(procedure);
        let end = ends.iter().find_map(|(states, outcome)| {
            let step = last.iter().find(|step| states.contains(&step.state))?;
            Some((step.on, *outcome))
        });
        let (until, outcome) = end.unzip();
        Some(LawEvent { kind, on, until, outcome })
    };
    match procedure.kind {
        ProcedureKind::PaymentOrder => ended(
            entered(&[State::OrderServed])?,
            EventKind::PaymentOrderServed,
            &[
                (&[State::Title], Outcome::Granted),
                (&[State::CourtDismissed], Outcome::Dismissed),
                (&[State::OppositionLapsed], Outcome::Lapsed),
                (&[State::Withdrawn], Outcome::Withdrawn),
            ],
        ),
        ProcedureKind::Court => ended(
            procedure.opened_on,
            EventKind::CourtClaim,
            &[
                (&[State::CourtGranted], Outcome::Granted),
                (&[State::CourtDismissed], Outcome::Dismissed),
                (&[State::Settled], Outcome::Settled),
                (&[State::Withdrawn], Outcome::Withdrawn),
            ],
        ),
        // A claim that was rejected never interrupted (C. civ. 2243); else the period starts anew at the close (C. com. L622-25-1).
        ProcedureKind::Insolvency => ended(
            entered(&[State::ClaimDeclared, State::DeclaredLate])?,
            EventKind::ClaimDeclared,
            &[(&[State::ClaimRejected], Outcome::Dismissed), (&[State::InsolvencyClosed], Outcome::Settled)],
        ),
        ProcedureKind::SmallClaims => {
            let on = entered(&[State::SmallClaimAccepted])?;
            let until = entered(&[State::Title, State::SmallClaimFailed]);
            Some(LawEvent { kind: EventKind::SmallClaimsAccepted, on, until, outcome: None })
        }
        // No text is known to make of its first acts an interruption: the earlier date is told.
        ProcedureKind::UncontestedCommercial | ProcedureKind::UnpaidCheque => None,
    }
}

/// The other acts of a procedure that guidance knows: they do nothing to limitation, but say what was done.
pub(crate) fn acts(procedure: &Procedure) -> Vec<LawEvent> {
    let known: &[(State, EventKind)] = match procedure.kind {
        ProcedureKind::PaymentOrder => &[
            (State::OrderRequested, EventKind::PaymentOrderRequested),
            (State::OrderMade, EventKind::PaymentOrderMade),
            (State::OrderOpposed, EventKind::OppositionFormed),
        ],
        ProcedureKind::UncontestedCommercial => &[(State::DemandRunning, EventKind::NonContestationServed)],
        ProcedureKind::UnpaidCheque => &[(State::ChequeUnpaid, EventKind::ChequePresented)],
        ProcedureKind::SmallClaims | ProcedureKind::Insolvency | ProcedureKind::Court => &[],
    };
    let told = known.iter().filter_map(|(state, kind)| Some((procedure.entered(&[*state])?, *kind)));
    // What ended a claim before a court is told with it.
    let title = since_opposed(procedure).iter().find(|step| step.state == State::Title);
    let title = title.filter(|_| procedure.kind != ProcedureKind::Court).map(|step| (step.on, EventKind::TitleObtained));
    told.chain(title).map(|(on, kind)| LawEvent { kind, on, until: None, outcome: None }).collect()
}
