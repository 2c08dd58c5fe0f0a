//! The letters: choose, fill from the case, read as the real sheet, rewrite, send.

pub mod aside;
pub mod catalogue;
pub mod checks;
pub mod chooser;
pub mod desk;
pub mod downloads;
pub mod edits;
pub mod fields;
pub mod paragraph;
pub mod sending;
pub mod sheet;
pub mod toolbar;

use dument_letters::LetterKind;
use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;
use crate::address::use_address;
use crate::components::invoices::Invoices;
use crate::components::party_form::{PartyForm, Role};
use crate::state::use_state;
use chooser::Chooser;
use desk::{Desk, OnDesk};
use edits::Edits;
use fields::{Enclosures, OwnFacts};

/// Which letter is on the desk: kept as the visitor goes from page to page.
#[derive(Clone, Copy)]
pub struct ChosenLetter(pub RwSignal<Option<LetterKind>>);

impl ChosenLetter {
    /// Takes a letter to the desk.
    pub fn choose(self, kind: LetterKind) {
        self.0.set(Some(kind));
    }
}

/// Keeps, for the time of the visit, which letter is on the desk and what was done to it.
pub fn provide() {
    provide_context(ChosenLetter(RwSignal::new(None)));
    provide_context(Edits::none());
}

/// Writes letters.
#[component]
pub fn Letters() -> impl IntoView {
    let ChosenLetter(chosen) = expect_context();
    view! {
        <div class="wrap">
            <Heading page=Page::Letters/>
            <Chooser/>
            {move || chosen.get().map(|kind| view! { <Writing kind/> })}
        </div>
    }
}

/// A letter and what it is written from, side by side where there is room.
#[component]
fn Writing(kind: LetterKind) -> impl IntoView {
    provide_context(OnDesk::new(kind));
    view! {
        <div class="letter">
            <div class="letter-form no-print"><Facts kind/></div>
            <div class="letter-view"><Desk/></div>
        </div>
    }
}

/// The facts the letter needs: a part is open while something is missing from it.
#[component]
fn Facts(kind: LetterKind) -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let as_of = untrack(|| address.as_of());
    let faults =
        state.case.with_untracked(|case| case.letter_input(kind, as_of).map_or_else(|faults| faults, |told| told.lacking));
    let nothing_told = state.case.with_untracked(|case| case.letters.get(&kind).is_none_or(|draft| draft.facts.is_empty()));
    let lacks = |start: &str| faults.iter().any(|fault| fault.field.starts_with(start));
    view! {
        <OwnFacts kind open=lacks("facts") || nothing_told/>
        <details class="case-part" open=lacks("debtor")>
            <summary><h2>"Votre client"</h2></summary>
            <PartyForm role=Role::Debtor/>
        </details>
        <details class="case-part" open=lacks("creditor")>
            <summary><h2>"Vous"</h2></summary>
            <PartyForm role=Role::Creditor/>
        </details>
        <details class="case-part" open=lacks("invoices")>
            <summary><h2>"Factures"</h2></summary>
            <Invoices/>
        </details>
        {(!matches!(kind, LetterKind::PhoneScript | LetterKind::TextMessage)).then(|| view! { <Enclosures kind/> })}
    }
}
