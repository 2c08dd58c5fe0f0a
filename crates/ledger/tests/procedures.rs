//! Procedures replayed: every state is reached, every act comes where it can and is refused everywhere else, terms end on the days of
//! the law.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use dument_law::procedures::{self as law, DeadlineId, InsolvencyKind};
use dument_law::{Day, EventKind, Money, PartyKind, Place, Reference};
use dument_ledger::procedure::{Procedure, State, TermId, procedures};
use dument_ledger::{Act, ActKind, Debtor, DebtorId, Edit, Event, Ledger, Record, Tribunal, What};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A debtor to whom these acts happened, each told as it comes.
fn told(acts: &[(&str, Act)]) -> Result<Record, String> {
    let mut ledger = Ledger::default();
    let details = Box::new(Debtor { name: "Brun & Fils".into(), ..Debtor::default() });
    ledger.apply(vec![Edit::AddDebtor { details }], Reference::published()).unwrap();
    let debtor: DebtorId = *ledger.debtors.keys().next().unwrap();
    for (on, act) in acts {
        let event = Box::new(Event::new(day(on), What::Act { act: act.clone(), of: None }));
        ledger.apply(vec![Edit::AddEvent { debtor, event }], Reference::published()).map_err(|problems| problems.to_string())?;
    }
    Ok(ledger.debtors.remove(&debtor).unwrap())
}

fn after(acts: &[(&str, Act)], as_of: &str) -> Procedure {
    let found = procedures(&told(acts).unwrap(), day(as_of), Reference::published());
    assert!(found.impossible.is_empty());
    found.all.into_iter().next().unwrap()
}

fn term(procedure: &Procedure, id: TermId) -> String {
    procedure.terms.iter().find(|term| term.id == id).unwrap().day.to_string()
}

fn requested() -> Act {
    Act::OrderRequested { tribunal: Tribunal::Commercial }
}

fn opened(published_on: Option<&str>) -> Act {
    Act::InsolvencyOpened { proceedings: InsolvencyKind::Liquidation, published_on: published_on.map(day) }
}

/// What can come in each state, written down once more from the texts, apart from the program.
fn expected() -> BTreeMap<State, Vec<ActKind>> {
    use ActKind as A;
    use State as S;
    let admitted_or_not = [A::ClaimAdmitted, A::ClaimRejected, A::InsolvencyClosed];
    BTreeMap::from([
        (S::OrderRequested, vec![A::OrderMade, A::OrderRefused, A::OrderWithdrawn]),
        (S::OrderMade, vec![A::OrderServed, A::OrderWithdrawn]),
        (S::OrderServed, vec![A::OrderOpposed, A::OrderWithdrawn]),
        (S::OrderUnopposed, vec![A::OrderOpposed, A::OrderEnforceable, A::Enforced]),
        (S::OrderOpposed, vec![A::OppositionAnswered, A::OppositionLapsed, A::OppositionJudged, A::OrderWithdrawn]),
        (S::OppositionPending, vec![A::OppositionLapsed, A::OppositionJudged, A::OrderWithdrawn]),
        (S::DemandRunning, vec![A::DemandContested]),
        (S::ReportPossible, vec![A::DemandContested, A::ReportDrawnUp]),
        (S::ReportDrawnUp, vec![A::ReportEnforceable, A::ReportRefused]),
        (S::ReportEnforceable, vec![A::ReportServed]),
        (S::SmallClaimInvited, vec![A::SmallClaimAccepted, A::SmallClaimRefused]),
        (S::SmallClaimAccepted, vec![A::SmallClaimRefused, A::SmallClaimTitle]),
        (S::InsolvencyUnpublished, vec![A::ClaimDeclared, A::InsolvencyClosed]),
        (S::DeclarationRunning, vec![A::ClaimDeclared, A::InsolvencyClosed]),
        (S::DeclarationMissed, vec![A::ClaimDeclared, A::ReliefRequested, A::InsolvencyClosed]),
        (S::DeclaredLate, [vec![A::ReliefRequested, A::ClaimContested], admitted_or_not.to_vec()].concat()),
        (S::ReliefPending, vec![A::ReliefGranted, A::ReliefRefused, A::InsolvencyClosed]),
        (S::ReliefGranted, vec![A::ClaimDeclared, A::InsolvencyClosed]),
        (S::Foreclosed, vec![A::InsolvencyClosed]),
        (S::ClaimDeclared, [vec![A::ClaimContested], admitted_or_not.to_vec()].concat()),
        (S::ClaimContested, [vec![A::ClaimAnswered], admitted_or_not.to_vec()].concat()),
        (S::AnswerMissed, admitted_or_not.to_vec()),
        (S::ClaimAnswered, admitted_or_not.to_vec()),
        (S::ClaimAdmitted, vec![A::InsolvencyClosed]),
        (S::ClaimRejected, vec![A::InsolvencyClosed]),
        (S::ChequeUnpaid, vec![A::ChequePaid]),
        (S::CertificatePossible, vec![A::ChequePaid, A::ChequeCertified]),
        (S::ChequeCertified, vec![A::ChequePaid, A::ChequeServed]),
        (S::ChequeServed, vec![A::ChequePaid]),
        (S::ChequeTitlePossible, vec![A::ChequePaid, A::ChequeTitle]),
        (S::CourtPending, vec![A::CourtDecided, A::CourtSettled, A::CourtWithdrawn]),
        (S::CourtGranted, vec![A::CourtDecisionServed]),
        // Both reached by an order here: whom it didn't reach in person can oppose it after the first seizure (CPC 1416).
        (S::Title, vec![A::OrderOpposed, A::Enforced]),
        (S::Enforcing, vec![A::OrderOpposed, A::Enforced]),
    ])
}

/// Acts with their days.
type Acts = Vec<(&'static str, Act)>;

/// A way to each state: the acts, and the day on which it stands there.
fn ways() -> Vec<(State, Acts, &'static str)> {
    use Act as A;
    use State as S;
    let (d1, d2, d3) = ("2026-09-07", "2026-09-14", "2026-09-21");
    // Served on 14 September: unopposed from 17 November on, see `an_order_made_since_september_2026`.
    let served = || vec![(d1, requested()), (d2, A::OrderMade { partly: false }), (d2, A::OrderServed)];
    let opposed = || [served(), vec![(d3, A::OrderOpposed)]].concat();
    // Published on 14 September: two months end on Saturday 14 November, moved to Monday 16; six on Sunday 14 March 2027, to Monday 15.
    let published = || vec![(d1, opened(Some(d2)))];
    let declared = || [published(), vec![(d3, A::ClaimDeclared { amount: None })]].concat();
    let contested = || [declared(), vec![("2026-10-05", A::ClaimContested)]].concat();
    let relief = || [published(), vec![("2026-12-01", A::ReliefRequested)]].concat();
    let granted = || [relief(), vec![("2026-12-15", A::ReliefGranted)]].concat();
    // The month ends on 14 October, eight days more on 22 October.
    let report = || vec![(d2, A::DemandServed), ("2026-10-22", A::ReportDrawnUp)];
    let enforceable = || [report(), vec![("2026-11-02", A::ReportEnforceable)]].concat();
    // Thirty days after 14 September: 14 October; possible from the 15th.
    let certified = || vec![(d2, A::ChequeUnpaid), ("2026-10-15", A::ChequeCertified)];
    let cheque_served = || [certified(), vec![("2026-10-19", A::ChequeServed)]].concat();
    let granted_by_court = || vec![(d1, A::CourtSummoned { summary: true }), (d3, A::CourtDecided { granted: true })];
    let with = |acts: Acts, on: &'static str, act: Act| [acts, vec![(on, act)]].concat();
    vec![
        (S::OrderRequested, vec![(d1, requested())], d2),
        (S::OrderMade, vec![(d1, requested()), (d2, A::OrderMade { partly: false })], "2026-12-14"),
        (S::OrderVoid, vec![(d1, requested()), (d2, A::OrderMade { partly: false })], "2026-12-15"),
        (S::OrderRefused, vec![(d1, requested()), (d2, A::OrderRefused)], d2),
        (S::OrderServed, served(), "2026-11-16"),
        (S::OrderUnopposed, served(), "2026-11-17"),
        (S::OrderOpposed, opposed(), d3),
        (S::OppositionPending, with(opposed(), "2026-09-28", A::OppositionAnswered), "2026-12-31"),
        (S::OppositionLapsed, with(opposed(), "2026-10-28", A::OppositionLapsed), "2026-12-31"),
        (S::Title, with(served(), "2026-11-17", A::OrderEnforceable), "2026-11-17"),
        (S::Enforcing, with(served(), "2026-11-17", A::Enforced), "2026-11-17"),
        (S::Withdrawn, vec![(d1, requested()), (d2, A::OrderWithdrawn)], d2),
        (S::DemandRunning, vec![(d2, A::DemandServed)], "2026-10-21"),
        (S::ReportPossible, vec![(d2, A::DemandServed)], "2026-10-22"),
        (S::DemandContested, vec![(d2, A::DemandServed), (d3, A::DemandContested)], d3),
        (S::ReportDrawnUp, report(), "2026-10-22"),
        (S::ReportRefused, with(report(), "2026-11-02", A::ReportRefused), "2026-11-02"),
        // Six months after 2 November end on Sunday 2 May 2027.
        (S::ReportEnforceable, enforceable(), "2027-05-03"),
        (S::ReportLate, enforceable(), "2027-05-04"),
        (S::SmallClaimInvited, vec![(d2, A::SmallClaimInvited)], "2026-10-14"),
        (S::SmallClaimFailed, vec![(d2, A::SmallClaimInvited)], "2026-10-15"),
        (S::SmallClaimAccepted, vec![(d2, A::SmallClaimInvited), (d3, A::SmallClaimAccepted)], "2027-01-01"),
        (S::InsolvencyUnpublished, vec![(d1, opened(None))], "2027-01-01"),
        (S::DeclarationRunning, published(), "2026-11-16"),
        (S::DeclarationMissed, published(), "2026-11-17"),
        (S::DeclaredLate, with(published(), "2026-11-17", A::ClaimDeclared { amount: None }), "2026-11-17"),
        (S::Foreclosed, published(), "2027-03-16"),
        (S::ReliefPending, relief(), "2027-01-01"),
        (S::ReliefGranted, granted(), "2027-01-15"),
        (S::ClaimDeclared, declared(), "2026-12-31"),
        // Thirty days after 5 October.
        (S::ClaimContested, contested(), "2026-11-04"),
        (S::AnswerMissed, contested(), "2026-11-05"),
        (S::ClaimAnswered, with(contested(), "2026-11-04", A::ClaimAnswered), "2026-12-31"),
        (S::ClaimAdmitted, with(declared(), "2026-12-01", A::ClaimAdmitted { amount: Some(Money::from_cents(1)) }), "2026-12-31"),
        (S::ClaimRejected, with(declared(), "2026-12-01", A::ClaimRejected), "2026-12-31"),
        (S::InsolvencyClosed, with(declared(), "2026-12-01", A::InsolvencyClosed), "2026-12-31"),
        (S::ChequeUnpaid, vec![(d2, A::ChequeUnpaid)], "2026-10-14"),
        (S::CertificatePossible, vec![(d2, A::ChequeUnpaid)], "2026-10-15"),
        (S::ChequeCertified, certified(), "2026-12-31"),
        // Fifteen days after 19 October.
        (S::ChequeServed, cheque_served(), "2026-11-03"),
        (S::ChequeTitlePossible, cheque_served(), "2026-11-04"),
        (S::ChequePaid, with(certified(), "2026-10-16", A::ChequePaid), "2026-10-16"),
        (S::CourtPending, vec![(d1, A::CourtSummoned { summary: false })], "2027-01-01"),
        (S::CourtGranted, granted_by_court(), "2027-01-01"),
        (S::CourtDismissed, vec![(d1, A::CourtSummoned { summary: false }), (d3, A::CourtDecided { granted: false })], d3),
        (S::Settled, vec![(d1, A::CourtSummoned { summary: false }), (d3, A::CourtSettled)], d3),
    ]
}

#[test]
fn every_state_is_reached_on_its_day() {
    let mut reached = Vec::new();
    for (state, acts, as_of) in ways() {
        let found = after(&acts, as_of);
        assert_eq!(found.state, state, "{acts:?} on {as_of}");
        reached.push(state);
    }
    let missing: Vec<State> = State::ALL.into_iter().filter(|state| !reached.contains(state)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(reached.len(), State::ALL.len(), "a state twice");
}

#[test]
fn every_act_comes_where_it_can_and_is_refused_everywhere_else() {
    let expected = expected();
    for (state, acts, as_of) in ways() {
        let possible = expected.get(&state).cloned().unwrap_or_default();
        assert_eq!(after(&acts, as_of).next, possible, "{state:?}");
        assert!(!state.is_over() || possible.is_empty(), "{state:?} is over, yet something can come");
        for kind in ActKind::ALL.into_iter().filter(|kind| kind.opens().is_none()) {
            let act = Act::sample(kind);
            let acts: Vec<_> = acts.iter().cloned().chain([(as_of, act.clone())]).collect();
            match told(&acts) {
                Ok(record) => {
                    assert!(possible.contains(&kind), "{kind:?} in {state:?} was taken");
                    let found = procedures(&record, day(as_of), Reference::published()).all.remove(0);
                    let to = if kind == ActKind::OrderOpposed { Some(State::OrderOpposed) } else { state.after(&act) };
                    assert_eq!(Some(found.state), to, "{kind:?} in {state:?}");
                }
                Err(why) => {
                    assert!(!possible.contains(&kind), "{kind:?} in {state:?} was refused: {why}");
                    assert!(why.contains(kind.title()), "{why}");
                }
            }
        }
    }
}

#[test]
fn both_outcomes_of_a_judgment_have_their_state() {
    for (granted, state) in [(true, State::Title), (false, State::CourtDismissed)] {
        assert_eq!(State::OppositionPending.after(&Act::OppositionJudged { granted }), Some(state));
    }
    assert_eq!(State::CourtPending.after(&Act::CourtDecided { granted: false }), Some(State::CourtDismissed));
}

/// A judgment confirmed the title: it is appealed, no longer opposed.
#[test]
fn a_title_that_was_judged_is_opposed_no_more() {
    let acts = vec![
        ("2026-09-07", requested()),
        ("2026-09-14", Act::OrderMade { partly: false }),
        ("2026-09-14", Act::OrderServed),
        ("2026-11-17", Act::Enforced),
        ("2026-12-01", Act::OrderOpposed),
        ("2027-03-01", Act::OppositionJudged { granted: true }),
    ];
    assert_eq!(after(&acts, "2027-03-01").next, [ActKind::Enforced]);
    let summoned = vec![
        ("2026-09-07", Act::CourtSummoned { summary: true }),
        ("2026-09-14", Act::CourtDecided { granted: true }),
        ("2026-09-21", Act::CourtDecisionServed),
    ];
    assert_eq!(after(&summoned, "2026-10-01").next, [ActKind::Enforced]);
}

#[test]
fn goods_can_be_claimed_back_while_relief_is_pending_and_no_longer_than_three_months() {
    let acts = vec![("2026-09-07", opened(Some("2026-09-14"))), ("2026-11-20", Act::ReliefRequested)];
    // Three months after 14 September.
    assert_eq!(term(&after(&acts, "2026-12-14"), TermId::RetentionOfTitle), "2026-12-14");
    assert!(after(&acts, "2026-12-15").terms.is_empty());
    let late = vec![("2026-09-07", opened(Some("2026-09-14"))), ("2026-11-20", Act::ClaimDeclared { amount: None })];
    assert_eq!(term(&after(&late, "2027-03-15"), TermId::ForeclosureRelief), "2027-03-15");
    assert!(after(&late, "2027-03-16").terms.is_empty(), "relief can't be asked for any more");
}

#[test]
fn proceedings_are_not_published_before_they_are_opened() {
    let why = told(&[("2026-09-14", opened(Some("2026-09-13")))]).unwrap_err();
    assert!(why.contains("BODACC"), "{why}");
}

/// The order of 14 September 2026 falls under the decree of February 2026: three months to serve it, two to wait.
#[test]
fn an_order_made_since_september_2026() {
    let made = vec![("2026-09-07", requested()), ("2026-09-14", Act::OrderMade { partly: false })];
    assert_eq!(term(&after(&made, "2026-09-20"), TermId::OrderService), "2026-12-14");
    let served = [made, vec![("2026-09-14", Act::OrderServed)]].concat();
    let found = after(&served, "2026-09-20");
    // One month: 14 October. Two months: 14 November, a Saturday, so to Monday 16; enforceable the next day.
    assert_eq!(term(&found, TermId::OrderOpposition), "2026-10-14");
    assert_eq!(term(&found, TermId::OrderEnforcement), "2026-11-17");
}

/// Made on 31 August 2026: still six months, until Sunday 28 February 2027, moved to Monday 1 March.
#[test]
fn an_order_made_before_september_2026() {
    let made = [("2026-08-24", requested()), ("2026-08-31", Act::OrderMade { partly: false })];
    assert_eq!(term(&after(&made, "2026-09-20"), TermId::OrderService), "2027-03-01");
}

#[test]
fn a_service_too_late_is_refused_with_its_reason() {
    let acts = [("2026-09-07", requested()), ("2026-09-14", Act::OrderMade { partly: false }), ("2026-12-15", Act::OrderServed)];
    let why = told(&acts).unwrap_err();
    assert!(why.contains("Non avenue"), "{why}");
}

#[test]
fn what_comes_too_early_is_told_its_first_day() {
    let why = told(&[("2026-09-14", Act::ChequeUnpaid), ("2026-10-14", Act::ChequeCertified)]).unwrap_err();
    assert!(why.contains("15\u{a0}octobre 2026"), "{why}");
}

#[test]
fn an_act_before_the_one_it_follows_is_refused() {
    let why = told(&[("2026-09-14", requested()), ("2026-09-13", Act::OrderMade { partly: false })]).unwrap_err();
    assert!(why.contains("ne peut venir qu’après"), "{why}");
}

/// The terms are those that the guidance of procedures gives for the same facts.
#[test]
fn terms_are_those_of_the_guidance() {
    let same = [
        (TermId::OrderService, DeadlineId::PaymentOrderService, vec![("2026-09-14", EventKind::PaymentOrderMade)]),
        (
            TermId::OrderEnforcement,
            DeadlineId::PaymentOrderEnforcement,
            vec![("2026-09-14", EventKind::PaymentOrderMade), ("2026-09-28", EventKind::PaymentOrderServed)],
        ),
        (
            TermId::OrderOpposition,
            DeadlineId::PaymentOrderOpposition,
            vec![("2026-09-14", EventKind::PaymentOrderMade), ("2026-09-28", EventKind::PaymentOrderServed)],
        ),
        (
            TermId::NonContestationReport,
            DeadlineId::NonContestationReport,
            vec![("2026-09-30", EventKind::NonContestationServed)],
        ),
        (TermId::ChequeCertificate, DeadlineId::ChequeCertificate, vec![("2026-10-02", EventKind::ChequePresented)]),
        (TermId::ClaimDeclaration, DeadlineId::ClaimDeclaration, vec![]),
        (TermId::RetentionOfTitle, DeadlineId::RetentionOfTitleClaim, vec![]),
    ];
    for place in [Place::France, Place::AlsaceMoselle, Place::Overseas] {
        for (ours, theirs, done) in &same {
            let acts: Vec<(&str, Act)> = match done.as_slice() {
                [] => vec![("2026-09-14", opened(Some("2026-09-22")))],
                done => done
                    .iter()
                    .flat_map(|(on, kind)| match kind {
                        EventKind::PaymentOrderMade => vec![(*on, requested()), (*on, Act::OrderMade { partly: false })],
                        EventKind::PaymentOrderServed => vec![(*on, Act::OrderServed)],
                        EventKind::NonContestationServed => vec![(*on, Act::DemandServed)],
                        _ => vec![(*on, Act::ChequeUnpaid)],
                    })
                    .collect(),
            };
            let mut record = told(&acts).unwrap();
            record.debtor.place = Some(place);
            let found = procedures(&record, day("2026-10-10"), Reference::published()).all.remove(0);
            let guidance = guidance(place, done, acts[0].0);
            let expected = guidance.deadlines.iter().find(|deadline| deadline.id == *theirs).unwrap();
            let ours = found.terms.iter().find(|term| term.id == *ours).unwrap();
            assert_eq!((ours.day, ours.from), (expected.last_day, expected.from), "{place:?} {theirs:?}");
        }
    }
}

fn guidance(place: Place, done: &[(&str, EventKind)], opened_on: &str) -> law::Guidance {
    let insolvency = done.is_empty().then(|| law::Insolvency {
        kind: InsolvencyKind::Liquidation,
        opened_on: day(opened_on),
        published_on: day("2026-09-22"),
    });
    let input = law::Input {
        as_of: day("2026-10-10"),
        amount: Money::from_cents(300_000),
        accrued: None,
        performed_on: Some(day("2026-04-01")),
        due_on: Some(day("2026-05-16")),
        creditor: law::Creditor { kind: PartyKind::Company, employees: None, turnover: None, average_profit: None },
        debtor: law::Debtor {
            kind: PartyKind::Company,
            public_kind: None,
            place,
            struck_off: None,
            cooperates: None,
            guarantor: None,
            answer: None,
            insolvency,
        },
        contested: law::Contested::No,
        basis: law::Basis::Contract,
        evidence: Vec::new(),
        court: None,
        done: done.iter().map(|(on, kind)| law::Done { kind: *kind, on: day(on) }).collect(),
        limitation: None,
    };
    law::procedures(&input, Reference::published()).unwrap()
}
