//! What happened since the invoice: letters, acknowledgments, proceedings, each with its date.

use dument_law::{EventKind, Outcome};
use dument_pages::Page;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

use super::field::{SelectField, TextField};
use super::icon::Icon;
use super::link::PageLink;
use crate::case::HistoryEntry;
use crate::case_drawer::use_drawer;
use crate::entry::date;
use crate::state::use_state;
use crate::words;

/// Every event of the case, and a way to add one.
#[component]
pub fn History() -> impl IntoView {
    let (state, drawer) = (use_state(), use_drawer());
    let count = state.part(|case| case.history.len());
    let list: NodeRef<html::Div> = NodeRef::new();
    // The button that removed an entry is gone with it: the reader goes on from the list.
    let on_remove = move || {
        if let Some(list) = list.get_untracked() {
            // Focus can't fail on an element of the page.
            let _ = list.focus();
        }
    };
    view! {
        <div class="history" tabindex="-1" node_ref=list>
            {move || (0..count.get()).map(|i| view! { <Entry i on_remove=Callback::new(move |()| on_remove())/> }).collect_view()}
            <NewEntry/>
            <p class="actions">
                <PageLink page=Page::Answered class="button quiet small" on_follow=Callback::new(move |()| drawer.close())>
                    "Mon client a répondu"
                </PageLink>
            </p>
        </div>
    }
}

/// The kinds of event, in words.
fn kinds() -> Vec<(EventKind, String)> {
    words::EVENTS.map(|kind| (kind, words::event(kind).to_owned())).to_vec()
}

/// One event that can be changed or removed.
#[component]
fn Entry(
    /// Its place in the history.
    i: usize,
    /// Done once it is removed.
    on_remove: Callback<()>,
) -> impl IntoView {
    let state = use_state();
    let kind = state.part(move |case| case.history.get(i).map(|entry| entry.kind));
    let outcome = state.part(move |case| case.history.get(i).and_then(|entry| entry.outcome));
    let text = move |read: fn(&HistoryEntry) -> &String| {
        state.part(move |case| case.history.get(i).map(|entry| read(entry).clone()).unwrap_or_default())
    };
    let change = move |change: &dyn Fn(&mut HistoryEntry)| {
        state.change(|case| {
            if let Some(entry) = case.history.get_mut(i) {
                change(entry);
            }
        });
    };
    let (on_id, until_id) = (format!("events-{i}-on"), format!("events-{i}-until"));
    let (on, until) = (text(|entry| &entry.on), text(|entry| &entry.until));
    let choose_kind = move |chosen: Option<EventKind>| {
        let Some(chosen) = chosen else { return };
        change(&|entry| {
            entry.kind = chosen;
            // What no longer has a sense can't be seen, and must not count.
            if !words::lasts(chosen) {
                entry.until.clear();
            }
            if !words::has_outcome(chosen) {
                entry.outcome = None;
            }
        });
    };
    let choose_outcome = move |chosen: Option<Outcome>| change(&|entry| entry.outcome = chosen);
    let name = move || kind.get().map(words::event).unwrap_or_default();
    view! {
        <fieldset class="item">
            <legend>{name}</legend>
            <div class="row">
                <SelectField
                    id=format!("events-{i}-kind")
                    label="Événement"
                    options=kinds()
                    value=kind
                    on_choose=choose_kind
                />
                <TextField
                    id=on_id.clone()
                    label="Date"
                    value=on
                    on_input=move |typed| change(&|entry| entry.on.clone_from(&typed))
                    fault=state.fault(on_id)
                    width="date"
                    inputmode="numeric"
                    placeholder="jj/mm/aaaa"
                />
                {
                    let until_id = StoredValue::new(until_id);
                    move || {
                        kind.get()
                            .is_some_and(words::lasts)
                            .then(|| {
                                view! {
                                    <TextField
                                        id=until_id.get_value()
                                        label="Terminé le"
                                        hint="Laissez vide si c’est en cours."
                                        optional=true
                                        value=until
                                        on_input=move |typed| change(&|entry| entry.until.clone_from(&typed))
                                        fault=state.fault(until_id.get_value())
                                        width="date"
                                        inputmode="numeric"
                                        placeholder="jj/mm/aaaa"
                                    />
                                }
                            })
                    }
                }
                {move || {
                    kind.get()
                        .is_some_and(words::has_outcome)
                        .then(|| {
                            view! {
                                <SelectField
                                    id=format!("events-{i}-outcome")
                                    label="Comment cela s’est terminé"
                                    options=words::OUTCOMES.map(|(outcome, words)| (outcome, words.to_owned())).to_vec()
                                    value=outcome
                                    on_choose=choose_outcome
                                    invitation="Ce n’est pas terminé"
                                />
                            }
                        })
                }}
            </div>
            <button
                type="button"
                class="icon-button danger"
                aria-label=move || format!("Retirer\u{a0}: {}", name())
                on:click=move |_| {
                    state
                        .change(|case| {
                            if i < case.history.len() {
                                case.history.remove(i);
                            }
                        });
                    on_remove.run(());
                }
            >
                <Icon name="trash"/>
            </button>
        </fieldset>
    }
}

/// An event to add: it joins the case with its date, so that no half of it disturbs the answers.
#[component]
fn NewEntry() -> impl IntoView {
    let state = use_state();
    let kind = RwSignal::new(EventKind::FormalNotice);
    let on = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = on.get_untracked();
        match date::read(&typed) {
            Ok(_) => {
                let entry = HistoryEntry { kind: kind.get_untracked(), on: typed, until: String::new(), outcome: None };
                state.change(|case| case.history.push(entry));
                on.set(String::new());
                fault.set(None);
            }
            Err(error) => fault.set(Some(error.to_string())),
        }
    };
    view! {
        <form class="form" novalidate=true on:submit=add>
            <div class="row">
                <SelectField
                    id="event-kind"
                    label="Que s’est-il passé\u{202f}?"
                    options=kinds()
                    value=Signal::derive(move || Some(kind.get()))
                    on_choose=move |chosen| kind.set(Option::unwrap_or(chosen, EventKind::FormalNotice))
                />
                <TextField
                    id="event-on"
                    label="À quelle date\u{202f}?"
                    value=on
                    on_input=move |typed| on.set(typed)
                    width="date"
                    inputmode="numeric"
                    placeholder="jj/mm/aaaa"
                />
            </div>
            {move || fault.get().map(|fault| view! { <p class="error" role="alert">{fault}</p> })}
            <p class="actions">
                <button class="button plain small"><Icon name="plus"/>"Ajouter cet événement"</button>
            </p>
        </form>
    }
}
