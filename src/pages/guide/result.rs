//! What to do: the advice, the plan, what isn't known and would change it, the proof, every route, and who can help.

use dument_law::procedures::{self, Guidance, InsolvencyKind, Proof, RouteOption, Status, Strength, YesNo};
use dument_law::{Note, Severity};
use dument_pages::Page;
use leptos::html;
use leptos::prelude::*;

use super::checklist::Checklist;
use super::comparison::Comparison;
use super::helpers::Helpers;
use super::plan::{Plan, StepAction, Terms};
use super::question::Question;
use super::told::Told;
use crate::address::use_address;
use crate::case::reading::faults_of;
use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::components::notes::Notes;
use crate::components::waiting::Waiting;
use crate::components::why::Sources;
use crate::parts;
use crate::reference;
use crate::state::{Answer, use_state};

/// The advice, or what it still needs.
#[component]
pub fn Advice(
    /// Whether the reader comes from a question: the keyboard follows.
    follows: bool,
    /// Called with the question to ask again.
    on_change: Callback<Question>,
) -> impl IntoView {
    let whole = whole();
    move || match whole.get() {
        Err(faults) => view! { <Waiting faults/> <Told on_change/> }.into_any(),
        Ok(guidance) => view! { <Found guidance follows on_change/> }.into_any(),
    }
}

/// The guidance with what other facts would change: the state's own is without, since it follows every keystroke.
fn whole() -> Memo<Answer<Guidance>> {
    let (state, address) = (use_state(), use_address());
    Memo::new(move |_| {
        // Not before the other: the calendar of the plan is made of it.
        state.guidance.with(|first| first.as_ref().map(|_| ()).map_err(Clone::clone))?;
        let owed = state.owed.get()?;
        let most_urgent = state.limitations.with(|all| Some(all.as_ref().ok()?.first()?.invoice));
        let input = state.case.with(|case| case.guidance_input(address.as_of(), &owed.statement, most_urgent))?;
        procedures::procedures(&input, reference::in_use()).map_err(|problems| faults_of(&problems))
    })
}

#[component]
fn Found(guidance: Guidance, follows: bool, on_change: Callback<Question>) -> impl IntoView {
    let Guidance { plan, options, proof, deadlines, helpers, notes, sources } = guidance;
    let first = plan.first().cloned();
    let recommended: Vec<RouteOption> = options.iter().filter(|option| option.status == Status::Recommended).cloned().collect();
    let (asking, notes): (Vec<Note>, Vec<Note>) = notes.into_iter().partition(|note| Question::asked_by(&note.code).is_some());
    let (warnings, remarks): (Vec<Note>, Vec<Note>) = notes.into_iter().partition(|note| note.severity == Severity::Warning);
    let heading: NodeRef<html::H2> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get().filter(|_| follows) {
            // Focus can't fail on an element of the page.
            let _ = heading.focus();
        }
    });
    view! {
        {first
            .map(|step| {
                view! {
                    <section class="advice">
                        <p class="answer-label">"Nous vous conseillons"</p>
                        <h2 class="figure words" tabindex="-1" node_ref=heading>{step.title}</h2>
                        <p>{step.why}</p>
                        <p class="actions"><StepAction option=step.option class="button"/></p>
                    </section>
                }
            })}
        <Unverified/>
        <Notes notes=warnings/>
        <Plan plan routes=options.clone()/>
        <Doors/>
        <Unknowns notes=asking on_change/>
        <Told on_change/>
        <ProofHeld proof/>
        <Checklist routes=recommended/>
        <Terms deadlines/>
        <Comparison options/>
        <Helpers helpers/>
        <Remarks notes=remarks/>
        <details class="why">
            <summary>"Tous les textes de cette page"</summary>
            <div class="why-body"><Sources sources/></div>
        </details>
    }
}

/// Where the debtor was not looked up: what the engine would advise if proceedings were open.
#[component]
fn Unverified() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let otherwise = Memo::new(move |_| {
        state.case.with(|case| {
            if !case.is_registered() || !matches!(case.answers.insolvent, None | Some(YesNo::Unknown)) {
                return None;
            }
            let as_of = address.as_of();
            let mut otherwise = case.clone();
            otherwise.answers.insolvent = Some(YesNo::Yes);
            otherwise.answers.insolvency_kind = Some(InsolvencyKind::Unknown);
            otherwise.answers.insolvency_opened_on = as_of.to_string();
            otherwise.answers.insolvency_published_on = as_of.to_string();
            parts::guide(&otherwise, as_of, &state.owed.get().ok()?.statement, None)?
                .ok()?
                .plan
                .into_iter()
                .next()
                .map(|step| step.title)
        })
    });
    move || {
        otherwise.get().map(|title| {
            view! {
                <div class="note warning">
                    <Icon name="warning"/>
                    <div>
                        <p>
                            <strong>"Avant tout, vérifiez votre client."</strong>
                            {format!(" S’il est en procédure collective, ce plan ne vaut plus\u{a0}: la première étape devient «\u{a0}{title}\u{a0}».")}
                        </p>
                        <p class="actions"><PageLink page=Page::Verify class="button plain small">"Vérifier mon client"</PageLink></p>
                    </div>
                </div>
            }
        })
    }
}

/// The two tools that go with a plan: look the debtor up, and what to do when an answer comes.
#[component]
fn Doors() -> impl IntoView {
    view! {
        <section class="section doors no-print">
            <div>
                <h2>"Vérifier mon client"</h2>
                <p>"Les registres publics et gratuits\u{a0}: existe-t-il encore, est-il en procédure collective, où est son siège\u{202f}?"</p>
                <p class="actions"><PageLink page=Page::Verify class="button plain">"Ouvrir les registres"</PageLink></p>
            </div>
            <div>
                <h2>"Mon client a répondu"</h2>
                <p>"Il paie une partie, demande du temps, conteste, ou se tait\u{a0}: ce que cela change, et quoi lui écrire."</p>
                <p class="actions"><PageLink page=Page::Answered class="button plain">"Dire ce qu’il a répondu"</PageLink></p>
            </div>
        </section>
    }
}

/// What isn't known, what each answer would change, and a way to answer.
#[component]
fn Unknowns(notes: Vec<Note>, on_change: Callback<Question>) -> impl IntoView {
    (!notes.is_empty()).then(|| {
        let items = notes
            .into_iter()
            .filter_map(|note| {
                let question = Question::asked_by(&note.code)?;
                Some(view! {
                    <li class="note">
                        <Icon name="info"/>
                        <div>
                            <p>{note.message}</p>
                            <p class="actions no-print">
                                <button type="button" class="button plain small" on:click=move |_| on_change.run(question)>
                                    "Répondre"
                                    <span class="visually-hidden">{format!("\u{a0}: {}", question.name())}</span>
                                </button>
                            </p>
                        </div>
                    </li>
                })
            })
            .collect_view();
        view! {
            <section class="section">
                <h2>"Ce qui manque, et ce que cela changerait"</h2>
                <ul class="notes">{items}</ul>
            </section>
        }
    })
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
    let missing = proof.missing.into_iter().map(|missing| view! { <li>{missing.message}</li> }).collect::<Vec<_>>();
    view! {
        <section class="section">
            <h2>"Votre preuve " <span class=class>{words}</span></h2>
            {if missing.is_empty() {
                view! { <p>"Rien d’essentiel ne manque."</p> }.into_any()
            } else {
                view! { <p>"Pour la renforcer, cherchez\u{a0}:"</p> <ul>{missing}</ul> }.into_any()
            }}
        </section>
    }
}

/// What is good to know, folded: it changes nothing now.
#[component]
fn Remarks(notes: Vec<Note>) -> impl IntoView {
    (!notes.is_empty()).then(|| {
        view! {
            <details class="case-part closed-routes">
                <summary>{format!("Bon à savoir ({})", notes.len())}</summary>
                <Notes notes/>
            </details>
        }
    })
}
