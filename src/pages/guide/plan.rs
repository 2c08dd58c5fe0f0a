//! The plan: its steps on a dated line, each with the buttons that do it, and the terms of procedures that run.

use dument_law::french;
use dument_law::procedures::{Bound, Deadline, OptionId, RouteOption, Step};
use dument_letters::LetterKind;
use dument_pages::Page;
use leptos::prelude::*;

use super::route::{self, RouteDetails};
use crate::address::use_address;
use crate::components::link::PageLink;
use crate::components::to_calendar::ToCalendar;
use crate::components::why::Cited;
use crate::deadlines::{self, deadlines};
use crate::pages::letters::ChosenLetter;
use crate::pages::letters::catalogue::{letter_of, name};
use crate::state::use_state;

/// The steps, in order.
#[component]
pub fn Plan(
    /// What to do next.
    plan: Vec<Step>,
    /// Every route: a step is one of them.
    routes: Vec<RouteOption>,
) -> impl IntoView {
    let steps = plan
        .into_iter()
        .map(|step| {
            let route = routes.iter().find(|route| route.id == step.option).cloned();
            view! { <PlanStep step route/> }
        })
        .collect_view();
    view! {
        <section class="section">
            <h2>"Votre plan"</h2>
            <ol class="steps">{steps}</ol>
            <WholeCalendar/>
        </section>
    }
}

/// A step: when, what, why, and what does it.
#[component]
fn PlanStep(step: Step, route: Option<RouteOption>) -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let event = state.case.with_untracked(|case| deadlines::of_step(case, &step, untrack(|| address.as_of())));
    let title = step.title.clone();
    let facts = route.as_ref().map(|route| {
        view! {
            <dl class="in-short">
                <div><dt>"Coût\u{a0}:"</dt><dd>{route::cost(route)}</dd></div>
                <div><dt>"Durée\u{a0}:"</dt><dd>{route::duration(route)}</dd></div>
                <div><dt>"Avocat\u{a0}:"</dt><dd>{route::lawyer(route)}</dd></div>
                <div><dt>"Prescription\u{a0}:"</dt><dd>{route::limitation(route)}</dd></div>
            </dl>
        }
    });
    view! {
        <li>
            <p class="step-date">
                {match step.on {
                    Some(on) => view! { <time datetime=on.to_string()>{french::day(on)}</time> }.into_any(),
                    None => "ensuite".into_any(),
                }}
            </p>
            <div>
                <h3>{step.title}</h3>
                <p>{step.why}</p>
                {facts}
                <p class="actions">
                    <StepAction option=step.option class="button"/>
                    {event.map(|event| view! { <ToCalendar days=vec![event] file="dument-etape" label="Ajouter à l’agenda" of=title.clone()/> })}
                </p>
                {route
                    .map(|route| {
                        view! {
                            <details class="why">
                                <summary>"Comment faire" <span class="visually-hidden">{format!("\u{a0}: {title}")}</span></summary>
                                <div class="why-body"><RouteDetails route/></div>
                            </details>
                        }
                    })}
            </div>
        </li>
    }
}

/// The button that does a step here, where one can.
#[component]
pub fn StepAction(
    /// Which step.
    option: OptionId,
    /// How the button looks.
    class: &'static str,
) -> impl IntoView {
    let chosen: ChosenLetter = expect_context();
    if option == OptionId::CheckDebtor {
        return Some(view! { <PageLink page=Page::Verify class>"Vérifier mon client"</PageLink> }.into_any());
    }
    letter_of(option).map(|kind| {
        view! {
            <PageLink page=Page::Letters class on_follow=Callback::new(move |()| chosen.choose(kind))>
                {if kind == LetterKind::PhoneScript { "Préparer l’appel" } else { "Écrire cette lettre" }}
                <span class="visually-hidden">"\u{a0}: " {name(kind)}</span>
            </PageLink>
        }
        .into_any()
    })
}

/// Every day to come of the case, for a calendar.
#[component]
fn WholeCalendar() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let days = untrack(|| {
        let guidance = state.guidance.get().ok();
        let limitations = state.limitations.get().unwrap_or_default();
        state.case.with(|case| deadlines(case, guidance.as_ref(), &limitations, address.as_of()))
    });
    (!days.is_empty()).then(|| {
        view! {
            <p class="actions">
                <ToCalendar days file="dument-agenda" label="Tout le plan dans mon agenda (.ics)" of=""/>
            </p>
        }
    })
}

/// The terms of procedures that run.
#[component]
pub fn Terms(
    /// The terms.
    deadlines: Vec<Deadline>,
) -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    (!deadlines.is_empty()).then(|| {
        let rows = deadlines
            .into_iter()
            .map(|deadline| {
                let event = state.case.with_untracked(|case| deadlines::of_term(case, &deadline, untrack(|| address.as_of())));
                let title = deadline.id.title();
                let bound = match deadline.bound {
                    Bound::Latest => "au plus tard le",
                    Bound::Earliest => "au plus tôt le",
                };
                let moved = (deadline.last_day != deadline.unmoved)
                    .then(|| format!("Sans report du week-end ou du jour férié\u{a0}: {}.", french::day(deadline.unmoved)));
                view! {
                    <li>
                        <p class="step-date">{bound} " " <time datetime=deadline.last_day.to_string()>{french::day(deadline.last_day)}</time></p>
                        <div>
                            <h3>{title}</h3>
                            <p>{deadline.message}</p>
                            {moved.map(|moved| view! { <p class="hint">{moved}</p> })}
                            {event
                                .map(|event| {
                                    view! { <p class="actions"><ToCalendar days=vec![event] file="dument-delai" label="Ajouter à l’agenda" of=title/></p> }
                                })}
                            <Cited ids=vec![deadline.source]/>
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="section">
                <h2>"Délais à tenir"</h2>
                <ol class="steps">{rows}</ol>
            </section>
        }
    })
}
