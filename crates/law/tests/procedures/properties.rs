//! What holds for all facts.

use std::collections::{BTreeMap, BTreeSet};

use dument_law::procedures::{
    Answer, Basis, Contested, Creditor, Debtor, Done, Evidence, Guidance, HelperId, Input, Insolvency, InsolvencyKind, Lawyer,
    OptionId, Profit, Status, YesNo, procedures,
};
use dument_law::{Day, EventKind, Money, PartyKind, Place, PublicKind, Reference};
use proptest::prelude::*;
use proptest::sample::select;

fn day() -> impl Strategy<Value = Day> {
    let first = Day::new(2020, 1, 1).unwrap();
    (0_u32..3300).prop_map(move |days| first.plus_days(days))
}

fn money() -> impl Strategy<Value = Money> {
    prop_oneof![select(vec![12_800, 128_000, 500_000, 500_001, 1_000_000, 1_000_001, 5_000_001]), 1_i64..30_000_000]
        .prop_map(Money::from_cents)
}

const KINDS: [PartyKind; 9] = [
    PartyKind::Company,
    PartyKind::SoleTrader,
    PartyKind::Craftsman,
    PartyKind::Liberal,
    PartyKind::Farmer,
    PartyKind::CivilCompany,
    PartyKind::Association,
    PartyKind::Consumer,
    PartyKind::PublicBody,
];

const EVENTS: [EventKind; 19] = [
    EventKind::Acknowledgment,
    EventKind::PartPayment,
    EventKind::PaymentPlanSigned,
    EventKind::EnforcementAct,
    EventKind::CourtClaim,
    EventKind::PaymentOrderServed,
    EventKind::ProtectiveMeasure,
    EventKind::ClaimDeclared,
    EventKind::Mediation,
    EventKind::SmallClaimsAccepted,
    EventKind::WrittenDemand,
    EventKind::Reminder,
    EventKind::FormalNotice,
    EventKind::PaymentOrderRequested,
    EventKind::PaymentOrderMade,
    EventKind::OppositionFormed,
    EventKind::NonContestationServed,
    EventKind::ChequePresented,
    EventKind::TitleObtained,
];

fn fact() -> impl Strategy<Value = Option<YesNo>> {
    select(vec![None, Some(YesNo::Yes), Some(YesNo::No), Some(YesNo::Unknown)])
}

fn creditor() -> impl Strategy<Value = Creditor> {
    (select(&KINDS[..7]), proptest::option::of(0_u32..600), proptest::option::of(money()), proptest::option::of(money()))
        .prop_map(|(kind, employees, turnover, profit)| Creditor {
            kind,
            employees,
            turnover,
            average_profit: profit.map(Profit::from),
        })
}

fn insolvency() -> impl Strategy<Value = Insolvency> {
    let kinds =
        vec![InsolvencyKind::Safeguard, InsolvencyKind::Reorganisation, InsolvencyKind::Liquidation, InsolvencyKind::Unknown];
    (select(kinds), day(), 0_u32..60).prop_map(|(kind, opened_on, later)| Insolvency {
        kind,
        opened_on,
        published_on: opened_on.plus_days(later),
    })
}

fn debtor() -> impl Strategy<Value = Debtor> {
    let places =
        vec![Place::France, Place::France, Place::AlsaceMoselle, Place::Overseas, Place::Eu, Place::Denmark, Place::Abroad];
    let answers = vec![Answer::None, Answer::Promises, Answer::AsksTime, Answer::Disputes, Answer::PaidPart];
    (
        select(&KINDS[..]),
        select(vec![None, Some(PublicKind::State), Some(PublicKind::Local), Some(PublicKind::PublicUndertaking)]),
        select(places),
        (fact(), fact(), fact()),
        proptest::option::of(select(answers)),
        proptest::option::weighted(0.25, insolvency()),
    )
        .prop_map(|(kind, public_kind, place, (struck_off, cooperates, guarantor), answer, insolvency)| Debtor {
            kind,
            public_kind,
            place,
            struck_off,
            cooperates,
            guarantor,
            answer,
            insolvency,
        })
}

fn input() -> impl Strategy<Value = Input> {
    let contested = vec![Contested::No, Contested::Partly, Contested::Yes, Contested::Unknown];
    let bases = vec![
        Basis::Contract,
        Basis::Contract,
        Basis::Carriage,
        Basis::Subcontract,
        Basis::Lease,
        Basis::Cheque,
        Basis::AcceptedBill,
    ];
    let evidence = vec![Evidence::Order, Evidence::DeliveryNote, Evidence::TermsAccepted, Evidence::WrittenAcknowledgment];
    (
        (day(), money(), proptest::option::of(money()), proptest::option::of(day()), proptest::option::of(day())),
        (creditor(), debtor(), select(contested), select(bases)),
        proptest::collection::vec(select(evidence), 0..3),
        proptest::option::of(select(vec!["Lyon", "Annecy", "Tribunal de commerce du Mans", ""])),
        proptest::collection::vec((select(&EVENTS[..]), day()), 0..4),
    )
        .prop_map(
            |((as_of, amount, accrued, performed_on, due_on), (creditor, debtor, contested, basis), evidence, court, done)| {
                Input {
                    as_of,
                    amount,
                    accrued,
                    performed_on,
                    due_on,
                    creditor,
                    debtor,
                    contested,
                    basis,
                    evidence,
                    court: court.map(str::to_owned),
                    done: done.into_iter().map(|(kind, on)| Done { kind, on }).collect(),
                    limitation: None,
                }
            },
        )
}

fn guide(input: &Input) -> Guidance {
    procedures(input, Reference::published()).unwrap()
}

/// Routes that ask a court, or an officer, to make the debtor pay.
const ACTIONS: [OptionId; 9] = [
    OptionId::SmallClaims,
    OptionId::UncontestedCommercial,
    OptionId::PaymentOrder,
    OptionId::SummaryProceedings,
    OptionId::OrdinaryProceedings,
    OptionId::EuropeanPaymentOrder,
    OptionId::EuropeanSmallClaims,
    OptionId::ProtectiveAttachment,
    OptionId::Enforcement,
];

fn is_closed(status: Status) -> bool {
    matches!(status, Status::Blocked | Status::NotConcerned)
}

fn recommended(guidance: &Guidance) -> BTreeSet<OptionId> {
    guidance.options.iter().filter(|option| option.status == Status::Recommended).map(|option| option.id).collect()
}

/// Sentences are there, and French typography holds: no plain space before ; ! ? or :, no straight apostrophe.
fn is_well_set(text: &str) -> bool {
    !text.trim().is_empty()
        && !text.contains('\'')
        && [" ;", " !", " ?", " :", " €", " %", "  "].iter().all(|wrong| !text.contains(wrong))
}

fn sentences(guidance: &Guidance) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for step in &guidance.plan {
        all.extend([step.title.as_str(), &step.why]);
    }
    for option in &guidance.options {
        all.extend(option.reasons.iter().map(|reason| reason.message.as_str()));
        all.extend(option.steps.iter().chain(&option.documents).chain(&option.forms).map(String::as_str));
        all.extend(option.court.as_deref());
        all.extend(option.prior.as_deref());
        all.extend(option.cost.items.iter().map(|item| item.label.as_str()));
    }
    all.extend(guidance.proof.missing.iter().map(|missing| missing.message.as_str()));
    all.extend(guidance.deadlines.iter().map(|deadline| deadline.message.as_str()));
    all.extend(guidance.helpers.iter().flat_map(|helper| [helper.when.as_str(), &helper.price, &helper.duties]));
    all.extend(guidance.notes.iter().map(|note| note.message.as_str()));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_id_stands_exactly_once(input in input()) {
        let guidance = guide(&input);
        prop_assert!(guidance.options.iter().map(|option| option.id).eq(OptionId::ALL.iter().copied()));
        prop_assert!(guidance.helpers.iter().map(|helper| helper.id).eq(HelperId::ALL.iter().copied()));
    }

    #[test]
    fn what_is_recommended_is_the_plan(input in input()) {
        let guidance = guide(&input);
        let plan: BTreeSet<_> = guidance.plan.iter().map(|step| step.option).collect();
        prop_assert_eq!(plan.len(), guidance.plan.len(), "a step stands twice");
        prop_assert_eq!(plan, recommended(&guidance));
        prop_assert!(guidance.plan.is_sorted_by_key(|step| (step.on.is_none(), step.on)), "a later step stands before a sooner one");
        prop_assert!(guidance.plan.iter().all(|step| step.on.is_none_or(|on| on >= input.as_of)));
    }

    #[test]
    fn an_empty_plan_says_why(input in input()) {
        let guidance = guide(&input);
        let told = ["declaredAndWaiting", "declarationLost", "nothingOpen"];
        prop_assert!(!guidance.plan.is_empty() || guidance.notes.iter().any(|note| told.contains(&note.code.as_str())));
    }

    #[test]
    fn a_route_is_closed_exactly_where_a_condition_fails(input in input()) {
        for option in guide(&input).options {
            let fails = option.reasons.iter().any(|reason| !reason.met);
            let closed = matches!(option.status, Status::Blocked | Status::NotConcerned);
            prop_assert_eq!(fails, closed, "{:?}: {:#?}", option.id, option.reasons);
        }
    }

    #[test]
    fn one_condition_has_one_verdict(input in input()) {
        // The same text asked of two routes says the same of both.
        let guidance = guide(&input);
        let mut verdicts = BTreeMap::new();
        for reason in guidance.options.iter().flat_map(|option| &option.reasons) {
            let met = *verdicts.entry((reason.condition, reason.source.as_str())).or_insert(reason.met);
            prop_assert_eq!(met, reason.met, "{:?}", reason);
        }
    }

    #[test]
    fn an_earlier_claim_is_not_pursued_after_the_opening(input in input()) {
        let Some(insolvency) = &input.debtor.insolvency else { return Ok(()) };
        if insolvency.opened_on <= input.as_of && input.performed_on.is_some_and(|performed| performed < insolvency.opened_on) {
            let recommended = recommended(&guide(&input));
            prop_assert!(ACTIONS.iter().all(|id| !recommended.contains(id)), "{recommended:?}");
            prop_assert!(![OptionId::Call, OptionId::Reminder, OptionId::FormalNotice].iter().any(|id| recommended.contains(id)));
        }
    }

    #[test]
    fn a_public_body_is_never_ordered_to_pay_or_seized(input in input()) {
        if input.debtor.kind == PartyKind::PublicBody {
            for option in guide(&input).options {
                let forbidden = [OptionId::PaymentOrder, OptionId::ProtectiveAttachment, OptionId::Enforcement, OptionId::SmallClaims];
                prop_assert!(!forbidden.contains(&option.id) || is_closed(option.status), "{:?}", option.id);
            }
        }
    }

    #[test]
    fn nothing_is_claimed_before_it_is_due(input in input()) {
        if input.due_on.is_some_and(|due| due >= input.as_of) {
            let guidance = guide(&input);
            for option in guidance.options.iter().filter(|option| ACTIONS[..7].contains(&option.id)) {
                prop_assert!(is_closed(option.status), "{:?}", option.id);
            }
        }
    }

    #[test]
    fn small_claims_stay_under_their_ceiling(input in input()) {
        let total = input.amount + input.accrued.unwrap_or_default();
        if total > Money::from_cents(500_000) {
            let guidance = guide(&input);
            let small_claims = guidance.options.iter().find(|option| option.id == OptionId::SmallClaims).unwrap();
            prop_assert!(is_closed(small_claims.status));
        }
    }

    #[test]
    fn a_lawyer_is_required_above_the_threshold_alone(input in input()) {
        let guidance = guide(&input);
        let in_france = matches!(input.debtor.place, Place::France | Place::AlsaceMoselle | Place::Overseas);
        if !in_france || input.debtor.kind == PartyKind::PublicBody || input.basis == Basis::Lease {
            return Ok(());
        }
        let hearings = [OptionId::SummaryProceedings, OptionId::OrdinaryProceedings];
        for option in guidance.options.iter().filter(|option| hearings.contains(&option.id)) {
            let above = input.amount > Money::from_cents(1_000_000);
            prop_assert_eq!(option.lawyer == Lawyer::Required, above);
        }
        let order = guidance.options.iter().find(|option| option.id == OptionId::PaymentOrder).unwrap();
        prop_assert_eq!(order.lawyer, Lawyer::NotRequired);
    }

    #[test]
    fn every_source_exists(input in input()) {
        let guidance = guide(&input);
        let known: BTreeSet<&str> = guidance.sources.iter().map(|source| source.id.as_str()).collect();
        let reasons = guidance.options.iter().flat_map(|option| option.reasons.iter().map(|reason| reason.source.as_str()));
        let items = guidance.options.iter().flat_map(|option| option.cost.items.iter().map(|item| item.source.as_str()));
        for id in reasons.chain(items).chain(guidance.deadlines.iter().map(|deadline| deadline.source.as_str())) {
            prop_assert!(known.contains(id), "unknown source {id:?}");
        }
    }

    #[test]
    fn every_sentence_is_well_set(input in input()) {
        let guidance = guide(&input);
        for sentence in sentences(&guidance) {
            prop_assert!(is_well_set(sentence), "{sentence:?}");
            // No sentence opens with a figure, but for a usual price, and one year is « un an » after « de ».
            let opens = |part: &str| part.starts_with(|first: char| first.is_ascii_digit()) && !part.contains("prix indicatif");
            prop_assert!(!sentence.split(". ").any(opens), "{sentence:?}");
            prop_assert!(!sentence.contains(" de 1\u{a0}"), "{sentence:?}");
        }
    }

    #[test]
    fn costs_add_up(input in input()) {
        for option in guide(&input).options {
            prop_assert_eq!(option.cost.min, option.cost.items.iter().map(|item| item.min).sum());
            prop_assert_eq!(option.cost.max, option.cost.items.iter().map(|item| item.max).sum());
            prop_assert!(option.cost.items.iter().all(|item| item.min <= item.max), "{:?}", option.cost.items);
            prop_assert!(option.duration.min_days <= option.duration.max_days);
        }
    }

    #[test]
    fn a_deadline_is_never_shortened(input in input()) {
        for deadline in guide(&input).deadlines {
            prop_assert!(deadline.from < deadline.unmoved && deadline.unmoved <= deadline.last_day, "{deadline:?}");
            prop_assert!(deadline.last_day.days_since(deadline.unmoved) <= 5, "{deadline:?}");
        }
    }

    #[test]
    fn results_survive_json(input in input()) {
        let guidance = guide(&input);
        let text = serde_json::to_string(&guidance).unwrap();
        prop_assert_eq!(serde_json::from_str::<Guidance>(&text).unwrap(), guidance);
        let text = serde_json::to_string(&input).unwrap();
        prop_assert_eq!(serde_json::from_str::<Input>(&text).unwrap(), input);
    }
}
