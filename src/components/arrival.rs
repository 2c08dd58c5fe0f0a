//! A link that brings facts: taken where nothing is in their way, asked about where something is.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::icon::Icon;
use crate::address::{is_framed, use_address};
use crate::case::Case;
use crate::case::reading::name_of_invoice;
use crate::link::{self, Brought};
use crate::state::{State, use_state};

/// Takes what links bring, at the start and whenever the address changes.
#[component]
pub fn Arrivals() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let asked = RwSignal::new(None::<Brought>);
    let told = RwSignal::new(None::<String>);
    // Another site's page keeps its facts in the address of the frame: they are brought once, however its colours change.
    let brought_before = StoredValue::new(String::new());
    let look = move || {
        let fragment = window().location().hash().unwrap_or_default();
        if !link::brings_facts(&fragment) {
            return;
        }
        let facts = link::facts_of(&fragment);
        if is_framed() && brought_before.with_value(|before| *before == facts) {
            return;
        }
        brought_before.set_value(facts);
        spawn_local(async move {
            match link::case_in(&fragment).await {
                Ok(brought) if brought.case == state.case.get_untracked() => {
                    address.settle();
                    told.set(Some("Ce dossier est celui que vous avez déjà ouvert.".to_owned()));
                }
                Ok(brought) if state.case.with_untracked(|case| *case == Case::default()) => {
                    address.settle();
                    told.set(brought.but.as_ref().map(ToString::to_string));
                    // What a site fills in is nothing the reader did: the page begins with it.
                    if is_framed() { state.begin_with(brought.case) } else { state.change(|case| *case = brought.case) }
                }
                // It stays in the address until it is answered: a page reloaded meanwhile asks again.
                Ok(brought) => asked.set(Some(brought)),
                Err(error) => {
                    address.settle();
                    told.set(Some(error.to_string()));
                }
            }
        });
    };
    // Not before: what is kept here might seem not to be there.
    Effect::new(move |_| {
        if state.opened.get() {
            look();
        }
    });
    // Listeners live as long as the page: the application is never unmounted.
    let _ = window_event_listener(ev::hashchange, move |_| look());
    view! {
        {move || asked.get().map(|brought| view! { <Question brought asked told/> })}
        {move || {
            told.get()
                .map(|message| {
                    view! {
                        <div class="banner no-print" role="status">
                            <Icon name="info"/>
                            <p>{message}</p>
                            <button type="button" class="link" on:click=move |_| told.set(None)>"Fermer"</button>
                        </div>
                    }
                })
        }}
        <Looking/>
    }
}

/// What to do with the case of a link, where another one is at work.
#[component]
fn Question(brought: Brought, asked: RwSignal<Option<Brought>>, told: RwSignal<Option<String>>) -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            // It fails only where the dialog is open already.
            let _ = dialog.show_modal();
        }
    });
    let summary = summary(&brought.case);
    let Brought { case, but } = brought;
    let case = StoredValue::new(case);
    let answered = move |take: Option<fn(State, Case)>| {
        address.settle();
        asked.set(None);
        if let Some(take) = take {
            told.set(but.as_ref().map(ToString::to_string));
            take(state, case.get_value());
        }
    };
    let answered = StoredValue::new(answered);
    let answer = move |take: Option<fn(State, Case)>| answered.with_value(|answered| answered(take));
    let cancel = move |_: ev::Event| answer(None);
    view! {
        <dialog class="dialog" aria-labelledby="arrival-title" node_ref=dialog on:cancel=cancel>
            <h2 id="arrival-title">"Ouvrir le dossier de ce lien\u{202f}?"</h2>
            <p>{summary}</p>
            <p class="hint">"Un autre dossier est ouvert\u{a0}: il n’est ni remplacé ni perdu."</p>
            <p class="actions">
                <button type="button" class="button" autofocus on:click=move |_| answer(Some(State::begin_with))>"Ouvrir comme nouveau dossier"</button>
                <button type="button" class="button quiet" on:click=move |_| answer(Some(State::look_at))>"Regarder seulement"</button>
                <button type="button" class="button plain" on:click=move |_| answer(None)>"Ne pas l’ouvrir"</button>
            </p>
        </dialog>
    }
}

/// What the case of a link is about, in a line.
fn summary(case: &Case) -> String {
    let debtor = case.debtor.name.trim();
    let mut parts = vec![if debtor.is_empty() { "Client sans nom".to_owned() } else { debtor.to_owned() }];
    if let [invoice] = case.invoices.as_slice() {
        let amount = invoice.amount.trim();
        parts.push(format!("facture {}", name_of_invoice(invoice, 0)));
        if !amount.is_empty() {
            parts.push(format!("{amount}\u{a0}€"));
        }
    } else {
        parts.push(format!("{} factures", case.invoices.len()));
    }
    parts.join(" · ")
}

/// That the case on the screen is only looked at, and what can be done then.
#[component]
fn Looking() -> impl IntoView {
    let state = use_state();
    move || {
        state.is_looking().then(|| {
            view! {
                <div class="banner warning no-print" role="status">
                    <Icon name="info"/>
                    <p>"Vous regardez le dossier d’un lien\u{a0}: il n’est pas gardé sur cet appareil, ni ce que vous y changez."</p>
                    <button type="button" class="link" on:click=move |_| state.keep_looked_at()>"Le garder"</button>
                    <button type="button" class="link" on:click=move |_| state.look_away()>"Revenir à mon dossier"</button>
                </div>
            }
        })
    }
}
