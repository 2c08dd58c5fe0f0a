//! What an answer changed: the last day to act, what the law says of it, what to write, and what comes next.

use dument_law::limitation::MomentKind;
use dument_law::procedures::{Guidance, Status};
use dument_law::{Day, EventKind, Money, french};
use dument_letters::LetterKind;
use dument_pages::Page;
use leptos::html;
use leptos::prelude::*;

use super::reply::{Reply, Said};
use crate::address::use_address;
use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::components::to_calendar::ToCalendar;
use crate::components::why::Cited;
use crate::deadlines;
use crate::entry::date;
use crate::pages::guide::plan::StepAction;
use crate::pages::letters::ChosenLetter;
use crate::pages::letters::catalogue::{letter_of, name, when};
use crate::state::{State, use_state};

/// The remark of the engine on words that were only spoken, and the text behind it.
const SPOKEN: (&str, &str) = ("promiseUnwritten", "cciv-2240");

/// How things stood before the answer was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    last_day: Option<Day>,
    principal: Option<Money>,
}

impl Before {
    /// How they stand now.
    #[must_use]
    pub fn now(state: State) -> Self {
        untrack(|| Self { last_day: last_day(state), principal: principal(state) })
    }
}

fn last_day(state: State) -> Option<Day> {
    state.limitations.get().ok()?.first()?.limitation.cautious.last_day
}

fn principal(state: State) -> Option<Money> {
    state.owed.get().ok().map(|owed| owed.statement.totals.principal_due)
}

/// What to do now.
#[component]
pub fn Outcome(
    /// What was noted.
    reply: Reply,
    /// How things stood before.
    before: Before,
) -> impl IntoView {
    let state = use_state();
    let heading: NodeRef<html::H2> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // Focus can't fail on an element of the page.
            let _ = heading.focus();
        }
    });
    let said = reply.said?;
    Some(view! {
        <section class="outcome">
            <p class="answer-label">"C’est noté"</p>
            <h2 class="figure words" tabindex="-1" node_ref=heading>"Et maintenant"</h2>
            <p>{said.manners()}</p>
            {matches!(said, Said::NoMoney | Said::Insolvent | Said::Silence)
                .then(|| view! { <p class="actions"><PageLink page=Page::Verify class="button plain small">"Vérifier mon client"</PageLink></p> })}
            {move || view! { <Effects reply=reply.clone() before/> }}
            {move || state.guidance.get().ok().map(|guidance| view! { <Letters said guidance/> })}
            <Next/>
        </section>
    })
}

/// What it did to the sum and to the last day to act, as the engine tells.
#[component]
fn Effects(reply: Reply, before: Before) -> impl IntoView {
    let state = use_state();
    let (now, sum) = (last_day(state), principal(state));
    let limit = match (before.last_day, now) {
        (Some(was), Some(is)) if was != is => {
            Some(format!("Le dernier jour pour agir passe du {} au {}.", french::day(was), french::day(is)))
        }
        (_, Some(is)) => Some(format!("Le dernier jour pour agir ne change pas\u{a0}: le {}.", french::day(is))),
        (_, None) => None,
    };
    let rest = match (before.principal, sum) {
        (Some(was), Some(is)) if was != is => {
            Some(format!("Il reste dû {} en principal, au lieu de {}.", french::money(is), french::money(was)))
        }
        _ => None,
    };
    let (told, source) = law(state, &reply).unzip();
    view! {
        <div class="note">
            <Icon name="scale"/>
            <div>
                {limit.map(|limit| view! { <p><strong>{limit}</strong></p> })}
                {rest.map(|rest| view! { <p>{rest}</p> })}
                {told.map(|told| view! { <p>{told}</p> })}
                {source.map(|source| view! { <Cited ids=vec![source]/> })}
                <p><PageLink page=Page::Limitation>"Voir la frise de la prescription"</PageLink></p>
            </div>
        </div>
    }
}

/// What the engine says of what was noted, with its source: of the event in the timeline, else of words only spoken.
fn law(state: State, reply: &Reply) -> Option<(String, String)> {
    let on = date::read(if reply.pays() { &reply.paid_on } else { &reply.on }).ok();
    let kind = if reply.pays() { EventKind::PartPayment } else { EventKind::Acknowledgment };
    let moment = state.limitations.get().ok().into_iter().flatten().find_map(|one| {
        let mut moments = one.limitation.timeline.iter();
        moments.find(|moment| moment.kind == MomentKind::Event(kind) && Some(moment.on) == on).cloned()
    });
    if let Some(moment) = moment {
        return Some((moment.message, moment.source));
    }
    let notes = state.guidance.get().ok()?.notes;
    let note = notes.into_iter().find(|note| note.code == SPOKEN.0)?;
    reply.said?.may_acknowledge().then(|| (note.message, SPOKEN.1.to_owned()))
}

/// The letters that answer, those the law leaves open here.
#[component]
fn Letters(said: Said, guidance: Guidance) -> impl IntoView {
    let chosen: ChosenLetter = expect_context();
    let closed = |kind: LetterKind| {
        let mut routes = guidance.options.iter().filter(|route| letter_of(route.id) == Some(kind)).peekable();
        routes.peek().is_some() && !routes.any(|route| matches!(route.status, Status::Recommended | Status::Possible))
    };
    let letters: Vec<LetterKind> = said.letters().iter().copied().filter(|kind| !closed(*kind)).collect();
    (!letters.is_empty()).then(|| {
        let items = letters
            .into_iter()
            .map(|kind| {
                view! {
                    <li>
                        <h4>{name(kind)}</h4>
                        <p class="hint">{when(kind)}</p>
                        <p class="actions">
                            <PageLink page=Page::Letters class="button plain small" on_follow=Callback::new(move |()| chosen.choose(kind))>
                                "Écrire" <span class="visually-hidden">"\u{a0}: " {name(kind)}</span>
                            </PageLink>
                        </p>
                    </li>
                }
            })
            .collect_view();
        view! { <h3>"Lui répondre"</h3> <ul class="letters-to-write">{items}</ul> }
    })
}

/// The next date, and the next step of the plan.
#[component]
fn Next() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    move || {
        let as_of = address.as_of();
        let promise = state.case.with(|case| deadlines::of_promise(case, as_of));
        let step = state.guidance.get().ok().and_then(|guidance| guidance.plan.into_iter().next());
        let on = step.as_ref().and_then(|step| step.on);
        let event = step.as_ref().and_then(|step| state.case.with(|case| deadlines::of_step(case, step, as_of)));
        view! {
            {promise
                .map(|promise| {
                    view! {
                        <h3>{format!("Le {}\u{a0}: regardez votre compte", french::day(promise.day))}</h3>
                        <p class="actions"><ToCalendar days=vec![promise] file="dument-promesse" label="Ajouter à l’agenda" of="paiement promis"/></p>
                    }
                })}
            {step
                .map(|step| {
                    let title = step.title.clone();
                    view! {
                        <h3>
                            {match on {
                                Some(on) if on > as_of => format!("Puis, le {}\u{a0}: {title}", french::day(on)),
                                _ => format!("Dès aujourd’hui\u{a0}: {title}"),
                            }}
                        </h3>
                        <p>{step.why}</p>
                        <p class="actions">
                            <StepAction option=step.option class="button"/>
                            {event.map(|event| view! { <ToCalendar days=vec![event] file="dument-etape" label="Ajouter à l’agenda" of=title/> })}
                            <PageLink page=Page::Guide class="button quiet">"Voir tout le plan"</PageLink>
                        </p>
                    }
                })}
        }
    }
}
