//! The choice of a letter: all of them in groups, and why the law knows some of them not, for this client.

use dument_letters::LetterKind;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::ChosenLetter;
use super::catalogue::{self, Entry, GROUPS};
use crate::address::use_address;
use crate::components::icon::Icon;
use crate::letters_module::{self, Unwritten};
use crate::reference;
use crate::state::use_state;

/// The letters that can't be written to this client, and why.
type Closed = Vec<(LetterKind, String)>;

/// The letter chosen, and a way to choose another; all of them while none is.
#[component]
pub fn Chooser() -> impl IntoView {
    let state = use_state();
    let ChosenLetter(chosen) = expect_context();
    let open = RwSignal::new(chosen.get_untracked().is_none());
    let change: NodeRef<html::Button> = NodeRef::new();
    let closed = closed_letters();
    let known = Memo::new(move |_| closed.with(Option::is_some));
    let next = Memo::new(move |_| {
        state.guidance.with(|guidance| {
            let plan = guidance.as_ref().ok().map(|guidance| guidance.plan.iter());
            plan.into_iter().flatten().find_map(|step| catalogue::letter_of(step.option))
        })
    });
    let choose = Callback::new(move |kind: LetterKind| {
        chosen.set(Some(kind));
        open.set(false);
        // The list is gone with the button that was pressed: the reader goes on from where it was.
        request_animation_frame(move || {
            if let Some(button) = change.get_untracked() {
                // Focus can't fail on an element of the page.
                let _ = button.focus();
            }
        });
    });
    // A letter chosen on another page needs no list.
    Effect::watch(move || chosen.get(), move |chosen, _, _| open.set(chosen.is_none()), false);
    view! {
        <section class="chooser no-print" aria-label="Choix de la lettre">
            {move || {
                chosen
                    .get()
                    .map(|kind| {
                        view! {
                            <div class="chosen">
                                <div>
                                    <h2>{catalogue::name(kind)}</h2>
                                    <p class="hint">{catalogue::when(kind)}</p>
                                </div>
                                <button
                                    type="button"
                                    class="button plain small"
                                    node_ref=change
                                    aria-expanded=move || open.get().to_string()
                                    on:click=move |_| open.update(|open| *open = !*open)
                                >
                                    "Changer de lettre"
                                </button>
                            </div>
                        }
                    })
            }}
            {move || {
                open.get()
                    .then(|| {
                        view! {
                            {chosen.get_untracked().is_none().then(|| view! { <h2 class="visually-hidden">"Quelle lettre\u{202f}?"</h2> })}
                            <div class="letters">
                                {move || {
                                    // Not before what is closed is known: no letter moves away under the pointer.
                                    if !known.get() {
                                        return view! { <p class="loading" role="status">"Un instant\u{a0}: quelles lettres conviennent ici\u{202f}?"</p> }.into_any();
                                    }
                                    GROUPS.iter()
                                    .map(|(title, entries)| {
                                        view! {
                                            <section>
                                                <h3>{*title}</h3>
                                                <ul>
                                                    {entries.iter().map(|entry| letter(entry, chosen, next, closed, choose)).collect_view()}
                                                </ul>
                                            </section>
                                        }
                                    })
                                    .collect_view()
                                    .into_any()
                                }}
                            </div>
                        }
                    })
            }}
            <p class="visually-hidden" role="status">{move || chosen.get().map(|kind| format!("{}\u{a0}: à l’écran.", catalogue::name(kind)))}</p>
        </section>
    }
}

/// A letter of the list.
fn letter(
    entry: &'static Entry,
    chosen: RwSignal<Option<LetterKind>>,
    next: Memo<Option<LetterKind>>,
    closed: RwSignal<Option<Closed>>,
    choose: Callback<LetterKind>,
) -> AnyView {
    let kind = entry.kind;
    let why_not = move || closed.with(|closed| closed.iter().flatten().find(|(one, _)| *one == kind).map(|(_, why)| why.clone()));
    view! {
        <li>
            {move || match why_not() {
                Some(why) => view! { <p class="letter-entry closed"><span class="visually-hidden">"Impossible ici\u{a0}: "</span><strong>{entry.name}</strong><small class="hint">{why}</small></p> }.into_any(),
                None => {
                    view! {
                        <button
                            type="button"
                            class="letter-entry"
                            aria-current=move || (chosen.get() == Some(kind)).then_some("true")
                            on:click=move |_| choose.run(kind)
                        >
                            <strong>{entry.name}</strong>
                            {move || (next.get() == Some(kind)).then(|| view! { " " <span class="tag paid"><Icon name="check"/>"conseillée"</span> })}
                            <small class="hint">{entry.when}</small>
                        </button>
                    }
                        .into_any()
                }
            }}
        </li>
    }
    .into_any()
}

/// Asks the engine of each letter whether the law knows it for this client, as soon as the claim is known; nothing
/// until it has answered.
fn closed_letters() -> RwSignal<Option<Closed>> {
    let (state, address) = (use_state(), use_address());
    let closed = RwSignal::new(None);
    let probe = Memo::new(move |_| state.case.with(|case| case.letter_probe(address.as_of())));
    Effect::new(move |_| {
        // Other figures of the law may close other letters.
        let _ = reference::in_use();
        let Some(asked) = probe.get() else { return closed.set(Some(Vec::new())) };
        spawn_local(async move {
            let mut found = Vec::new();
            for kind in LetterKind::ALL {
                if let Err(Unwritten::Refused(faults)) = letters_module::write(kind, &asked.input(kind)).await {
                    found.extend(faults.into_iter().find(|fault| fault.forbidden).map(|fault| (kind, fault.message)));
                }
            }
            // The facts may have changed since, and the page may be gone.
            if probe.try_get_untracked() == Some(Some(asked)) {
                closed.try_set(Some(found));
            }
        });
    });
    closed
}
