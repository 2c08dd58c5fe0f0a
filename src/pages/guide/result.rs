//! What to do: the plan on a dated line, the proof, the terms that run, then who can help.

use dument_law::french;
use dument_law::procedures::{Bound, Deadline, Guidance, HelperOption, Proof, RouteOption, Status, Step, Strength};
use dument_letters::LetterKind;
use dument_pages::Page;
use leptos::prelude::*;

use super::comparison::Comparison;
use super::question::Question;
use super::told::Told;
use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::components::notes::Notes;
use crate::components::waiting::Waiting;
use crate::components::why::{Cited, Sources};
use crate::pages::letters::ChosenLetter;
use crate::pages::letters::catalogue::{letter_of, name};
use crate::state::use_state;

/// The advice, or what it still needs.
#[component]
pub fn Advice(
    /// Called with the question to ask again.
    on_change: Callback<Question>,
) -> impl IntoView {
    let state = use_state();
    move || match state.guidance.get() {
        Err(faults) => view! { <Waiting faults/> <Told on_change/> }.into_any(),
        Ok(guidance) => view! { <Found guidance on_change/> }.into_any(),
    }
}

#[component]
fn Found(guidance: Guidance, on_change: Callback<Question>) -> impl IntoView {
    let Guidance { plan, options, proof, deadlines, helpers, notes, sources } = guidance;
    let first = plan.first().cloned();
    let recommended: Vec<RouteOption> = options.iter().filter(|option| option.status == Status::Recommended).cloned().collect();
    view! {
        {first
            .map(|step| {
                view! {
                    <section class="advice" aria-live="polite">
                        <p class="answer-label">"Nous vous conseillons"</p>
                        <h2 class="figure words">{step.title}</h2>
                        <p>{step.why}</p>
                    </section>
                }
            })}
        <Plan plan/>
        <Notes notes/>
        <Told on_change/>
        <ProofHeld proof/>
        <ToGather options=recommended/>
        <Terms deadlines/>
        <Comparison options/>
        <Helpers helpers/>
        <details class="why">
            <summary>"Tous les textes de cette page"</summary>
            <div class="why-body"><Sources sources/></div>
        </details>
    }
}

/// The steps, in order, with their dates and the buttons that do them.
#[component]
fn Plan(plan: Vec<Step>) -> impl IntoView {
    let chosen: ChosenLetter = expect_context();
    let step = move |step: Step| {
        let action = letter_of(step.option).map(|kind| {
            view! {
                <p class="actions">
                    <PageLink page=Page::Letters class="button" on_follow=Callback::new(move |()| chosen.choose(kind))>
                        {if kind == LetterKind::PhoneScript { "Préparer l’appel" } else { "Écrire cette lettre" }}
                        <span class="visually-hidden">"\u{a0}: " {name(kind)}</span>
                    </PageLink>
                </p>
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
                    {action}
                </div>
            </li>
        }
    };
    view! {
        <section class="section">
            <h2>"Votre plan"</h2>
            <ol class="steps">{plan.into_iter().map(step).collect_view()}</ol>
        </section>
    }
}

/// How well the claim is proven, and what is missing.
#[component]
fn ProofHeld(proof: Proof) -> impl IntoView {
    let (class, words) = match proof.strength {
        Strength::Strong => ("tag paid", "solide"),
        Strength::Fair => ("tag", "correcte"),
        Strength::Weak => ("tag soon", "fragile"),
        Strength::Unknown => ("tag", "inconnue"),
    };
    let missing = proof.missing.into_iter().map(|missing| view! { <li>{missing.message}</li> }).collect_view();
    view! {
        <section class="section">
            <h2>"Votre preuve " <span class=class>{words}</span></h2>
            <ul>{missing}</ul>
        </section>
    }
}

/// The documents of the recommended routes, ticked off as they are gathered: the ticks are kept with the case.
#[component]
fn ToGather(options: Vec<RouteOption>) -> impl IntoView {
    let state = use_state();
    let mut documents: Vec<String> = Vec::new();
    for document in options.into_iter().flat_map(|option| option.documents) {
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    (!documents.is_empty()).then(|| {
        let items = documents
            .into_iter()
            .map(|document| {
                let gathered = {
                    let document = document.clone();
                    state.part(move |case| case.answers.gathered.contains(&document))
                };
                let words = document.clone();
                let toggle = move |event| {
                    let checked = event_target_checked(&event);
                    state.change(|case| {
                        case.answers.gathered.retain(|one| *one != document);
                        if checked {
                            case.answers.gathered.push(document.clone());
                        }
                    });
                };
                view! { <li><label class="check"><input type="checkbox" prop:checked=gathered on:change=toggle/><span>{words}</span></label></li> }
            })
            .collect_view();
        view! {
            <section class="section">
                <h2>"À réunir"</h2>
                <ul class="checklist">{items}</ul>
            </section>
        }
    })
}

/// The procedural terms that run.
#[component]
fn Terms(deadlines: Vec<Deadline>) -> impl IntoView {
    (!deadlines.is_empty()).then(|| {
        let rows = deadlines
            .into_iter()
            .map(|deadline| {
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
                            <h3>{deadline.id.title()}</h3>
                            <p>{deadline.message}</p>
                            {moved.map(|moved| view! { <p class="hint">{moved}</p> })}
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

/// Who can do it for the visitor.
#[component]
fn Helpers(helpers: Vec<HelperOption>) -> impl IntoView {
    let mut helpers = helpers;
    helpers.sort_by_key(|helper| !helper.suits);
    let rows = helpers
        .into_iter()
        .map(|helper| {
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">
                        {helper.id.title()}
                        {helper
                            .suits
                            .then(|| view! { " " <span class="status" data-status="recommended"><Icon name="check"/>"adapté"</span> })}
                    </th>
                    <td role="cell" data-label="Quand">{helper.when}</td>
                    <td role="cell" data-label="Prix usuel">{helper.price}</td>
                    <td role="cell" data-label="Règles">{helper.duties}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <h2>"Qui peut s’en charger"</h2>
            <table class="stack" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Qui"</th>
                        <th role="columnheader" scope="col">"Quand"</th>
                        <th role="columnheader" scope="col">"Prix usuel"</th>
                        <th role="columnheader" scope="col">"Règles"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    }
}
