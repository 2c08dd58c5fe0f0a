//! A letter as it is written from the case, again with every change of the facts, or what it still needs.

use dument_letters::{Letter, LetterKind};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::aside::Aside;
use super::downloads::Downloads;
use super::sending::Sending;
use super::sheet::Sheet;
use super::toolbar::Toolbar;
use crate::address::use_address;
use crate::case::reading::Fault;
use crate::components::icon::Icon;
use crate::components::notes::Notes;
use crate::components::waiting::Waiting;
use crate::components::why::Sources;
use crate::letters_module::{self, Unwritten};
use crate::reference;
use crate::state::use_state;

/// How far a letter is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// Its module is on its way.
    NotYet,
    /// There it is, in its own words.
    Ready(Box<Letter>),
    /// It can't be written from these facts.
    Refused(Vec<Fault>),
    /// It could not be written at all, for the reason told.
    Failed(String),
}

/// The letter on the desk, for the parts of the page that show it.
#[derive(Clone, Copy)]
pub struct OnDesk {
    /// What it is.
    pub kind: LetterKind,
    /// How far it is.
    pub written: RwSignal<Written>,
}

impl OnDesk {
    /// A letter to be written.
    #[must_use]
    pub fn new(kind: LetterKind) -> Self {
        Self { kind, written: RwSignal::new(Written::NotYet) }
    }

    /// The letter in its own words, where it is written; followed.
    #[must_use]
    pub fn letter(self) -> Option<Letter> {
        self.written.with(|written| match written {
            Written::Ready(letter) => Some((**letter).clone()),
            _ => None,
        })
    }

    /// A part of the letter, where it is written; followed.
    pub fn part<T>(self, part: impl FnOnce(&Letter) -> T) -> Option<T> {
        self.written.with(|written| match written {
            Written::Ready(letter) => Some(part(letter)),
            _ => None,
        })
    }

    /// What is wrong with a field, or missing from it, for the letter.
    #[must_use]
    pub fn fault(self, field: &str) -> Signal<Option<String>> {
        let field = field.to_owned();
        Signal::derive(move || {
            self.written.with(|written| match written {
                Written::Refused(faults) => faults.iter().find(|fault| fault.field == field).map(|fault| fault.message.clone()),
                _ => None,
            })
        })
    }
}

/// The letter on the desk, from any component of it.
#[must_use]
pub fn use_desk() -> OnDesk {
    expect_context()
}

/// The letter, all that is done with it, and what its writer should know.
#[component]
pub fn Desk() -> impl IntoView {
    let (state, address, desk) = (use_state(), use_address(), use_desk());
    let kind = desk.kind;
    let input = Memo::new(move |_| state.case.with(|case| case.letter_input(kind, address.as_of())));
    let again = RwSignal::new(());
    Effect::new(move |_| {
        again.track();
        // Other figures of the law write another letter.
        let _ = reference::in_use();
        let told = match input.get() {
            Ok(told) => told,
            Err(faults) => return desk.written.set(Written::Refused(faults)),
        };
        spawn_local(async move {
            let written = match letters_module::write(desk.kind, &told.input).await {
                Ok(letter) => Written::Ready(Box::new(letter)),
                Err(Unwritten::Refused(faults)) => Written::Refused(told.clone().faults(faults)),
                Err(Unwritten::Failed(why)) => Written::Failed(why),
            };
            // The facts may have changed since, and the page may be gone.
            if input.try_get_untracked() == Some(Ok(told)) {
                desk.written.try_set(written);
            }
        });
    });
    let ready = Memo::new(move |_| desk.written.with(|written| matches!(written, Written::Ready(_))));
    view! {
        <Toolbar/>
        {move || ready.get().then(|| view! { <Downloads/> })}
        {move || match desk.written.get() {
            Written::NotYet => view! { <div class="loading" role="status"><p>"La lettre s’écrit…"</p><progress></progress></div> }.into_any(),
            Written::Ready(letter) => view! { <Sheet letter=*letter/> }.into_any(),
            Written::Refused(faults) => view! { <Refused faults/> }.into_any(),
            Written::Failed(why) => view! { <Failed why again/> }.into_any(),
        }}
        {move || ready.get().then(|| view! { <Aside/> <Remarks/> <Sending/> })}
    }
}

/// What the letter needs, or why the law knows none such here.
#[component]
fn Refused(faults: Vec<Fault>) -> impl IntoView {
    let forbidden: Vec<Fault> = faults.iter().filter(|fault| fault.forbidden).cloned().collect();
    if forbidden.is_empty() {
        return view! { <Waiting faults/> }.into_any();
    }
    view! {
        <div class="empty">
            <h2>"Cette lettre ne convient pas ici"</h2>
            {forbidden.into_iter().map(|fault| view! { <p>{fault.message}</p> }).collect_view()}
        </div>
    }
    .into_any()
}

/// What went wrong, and another try.
#[component]
fn Failed(why: String, again: RwSignal<()>) -> impl IntoView {
    view! {
        <div class="failure" role="alert">
            <h2>"La lettre n’a pas pu être écrite"</h2>
            <p>{why}</p>
            <p class="actions"><button type="button" class="button" on:click=move |_| again.set(())>"Réessayer"</button></p>
        </div>
    }
}

/// What the writer should know, and the texts the letter rests on.
#[component]
fn Remarks() -> impl IntoView {
    let desk = use_desk();
    let notes = Memo::new(move |_| desk.part(|letter| letter.notes.clone()).unwrap_or_default());
    let sources = Memo::new(move |_| desk.part(|letter| letter.sources.clone()).unwrap_or_default());
    view! {
        <section class="section no-print">
            <h2>"À savoir avant d’envoyer"</h2>
            {move || {
                let notes = notes.get();
                if notes.is_empty() {
                    view! { <p class="ok"><Icon name="check"/>"Rien de particulier."</p> }.into_any()
                } else {
                    view! { <Notes notes/> }.into_any()
                }
            }}
            <details class="why">
                <summary>"Les textes sur lesquels cette lettre s’appuie"</summary>
                <div class="why-body">{move || view! { <Sources sources=sources.get()/> }}</div>
            </details>
        </section>
    }
}
