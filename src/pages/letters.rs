//! The letters: choose, fill from the case, read as the real sheet, rewrite, download.

pub mod actions;
pub mod figures;
pub mod paragraph;
pub mod sheet;

use dument_law::{EventKind, french};
use dument_letters::{Letter, LetterKind, Tone};
use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;
use crate::address::use_address;
use crate::case::HistoryEntry;
use crate::case::reading::{Fault, faults_of};
use crate::components::field::{Choices, TextField};
use crate::components::icon::Icon;
use crate::components::invoices::Invoices;
use crate::components::notes::Notes;
use crate::components::party_form::{PartyForm, Role};
use crate::components::waiting::Waiting;
use crate::components::why::Sources;
use crate::reference;
use crate::state::{Answer, use_state};
use actions::Actions;
use sheet::Sheet;

/// Which letter is on the desk: kept as the visitor goes from page to page.
#[derive(Clone, Copy)]
pub struct ChosenLetter(pub RwSignal<LetterKind>);

impl ChosenLetter {
    /// The first letter one writes.
    #[must_use]
    pub fn first() -> Self {
        Self(RwSignal::new(LetterKind::Reminder))
    }
}

/// The letters, mildest first, and when each is written.
const LETTERS: [(LetterKind, &str, &str); 3] = [
    (LetterKind::Reminder, "Première relance", "Courtoise\u{a0}: elle suppose un oubli, et ne compte pas encore de pénalités."),
    (LetterKind::SecondReminder, "Seconde relance", "Chiffrée\u{a0}: elle donne un dernier délai et annonce la mise en demeure."),
    (LetterKind::FormalNotice, "Mise en demeure", "En recommandé\u{a0}: le préalable utile à toute action, avec le décompte."),
];

/// Writes letters.
#[component]
pub fn Letters() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let ChosenLetter(kind) = expect_context();
    // What was rewritten stands apart, so that typing in a paragraph doesn't lay the sheet again.
    let letter = Memo::new(move |_| {
        state.case.with(|case| {
            let input = case.letter_input(kind.get(), address.as_of())?;
            dument_letters::letter(&input, reference::in_use()).map_err(|problems| letter_faults(&faults_of(&problems)))
        })
    });
    let ready = Memo::new(move |_| letter.with(Result::is_ok));
    view! {
        <div class="wrap">
            <Heading page=Page::Letters/>
            <div class="letter">
                <div class="letter-form no-print">
                    <Choices
                        name="letter-kind"
                        legend=|| "Quelle lettre\u{202f}?"
                        options=LETTERS.map(|(kind, name, when)| (kind, name.to_owned(), when.to_owned())).to_vec()
                        value=Signal::derive(move || Some(kind.get()))
                        on_choose=move |chosen| kind.set(chosen)
                    />
                    <Parts open=Signal::derive(move || !ready.get())/>
                </div>
                <div class="letter-view">{move || view! { <Desk letter=letter.get() kind=kind.get()/> }}</div>
            </div>
        </div>
    }
}

/// The faults of the engine by the `id`s of the case's own fields, which group some of them otherwise.
fn letter_faults(faults: &[Fault]) -> Vec<Fault> {
    faults.iter().map(|fault| Fault { field: fault.field.replace("-siret", "-siren"), ..fault.clone() }).collect()
}

/// The facts the letter needs, open while some are missing.
#[component]
fn Parts(
    /// Whether something is missing.
    open: Signal<bool>,
) -> impl IntoView {
    let open = open.get_untracked();
    view! {
        <details class="case-part" open=open>
            <summary><h2>"Votre client"</h2></summary>
            <PartyForm role=Role::Debtor/>
        </details>
        <details class="case-part" open=open>
            <summary><h2>"Vous"</h2></summary>
            <PartyForm role=Role::Creditor/>
        </details>
        <details class="case-part" open=open>
            <summary><h2>"Factures"</h2></summary>
            <Invoices/>
        </details>
    }
}

/// The letter, or what it still needs.
#[component]
fn Desk(letter: Answer<Letter>, kind: LetterKind) -> impl IntoView {
    match letter {
        Err(faults) => view! { <Waiting faults/> }.into_any(),
        Ok(letter) => {
            let notes = letter.notes.clone();
            let sources = letter.sources.clone();
            let letter = StoredValue::new(letter);
            view! {
                <div class="toolbar" role="toolbar" aria-label="La lettre">
                    <Voice kind/>
                    <Actions letter/>
                </div>
                <Sheet letter/>
                <Notes notes/>
                <Sent kind/>
                <details class="why no-print">
                    <summary>"Les textes sur lesquels cette lettre s’appuie"</summary>
                    <div class="why-body"><Sources sources/></div>
                </details>
            }
            .into_any()
        }
    }
}

/// The tone, where there is a choice, and the time given to pay.
#[component]
fn Voice(kind: LetterKind) -> impl IntoView {
    let state = use_state();
    let tone = state.part(move |case| case.letters.get(&kind).and_then(|draft| draft.tone).unwrap_or(kind.customary_tone()));
    let days = state.part(move |case| case.letters.get(&kind).map(|draft| draft.pay_within_days.clone()).unwrap_or_default());
    let choose = move |chosen| state.change(|case| case.letters.entry(kind).or_default().tone = Some(chosen));
    let option = move |value: Tone, words: &'static str| {
        view! {
            <label>
                <input type="radio" name="tone" prop:checked=move || tone.get() == value on:change=move |_| choose(value)/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        {(kind != LetterKind::FormalNotice)
            .then(|| {
                view! {
                    <fieldset class="segmented">
                        <legend class="visually-hidden">"Ton"</legend>
                        {option(Tone::Courteous, "Courtois")}
                        {option(Tone::Firm, "Ferme")}
                    </fieldset>
                }
            })}
        <TextField
            id="payWithinDays"
            label="Délai pour payer"
            value=days
            on_input=move |typed| state.change(|case| case.letters.entry(kind).or_default().pay_within_days = typed)
            width="short"
            inputmode="numeric"
            placeholder=if kind.customary_days() == 15 { "15" } else { "8" }
            unit=Signal::stored(Some("jours"))
        />
    }
}

/// Before sending, and after.
#[component]
fn Sent(kind: LetterKind) -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let noted = RwSignal::new(false);
    let event = if kind == LetterKind::FormalNotice { EventKind::FormalNotice } else { EventKind::Reminder };
    let checks: &[&str] = match kind {
        LetterKind::FormalNotice => &[
            "Adresse du siège, ou du domicile, vérifiée\u{a0}: une lettre à la mauvaise adresse ne vaut rien.",
            "Lettre signée, envoyée en recommandé avec avis de réception.",
            "Copie des factures et du décompte dans l’enveloppe.",
            "À garder\u{a0}: une copie de la lettre, la preuve de dépôt, l’avis de réception ou l’enveloppe revenue non réclamée.",
        ],
        _ => &[
            "Facture reçue par la bonne personne\u{202f}? Un appel au service comptable suffit souvent.",
            "Copie de la facture jointe.",
            "À garder\u{a0}: une copie datée de la lettre ou du message.",
        ],
    };
    let note = move |_| {
        let on = french::short_day(address.as_of());
        state.change(|case| case.history.push(HistoryEntry { kind: event, on, until: String::new(), outcome: None }));
        noted.set(true);
    };
    view! {
        <section class="section no-print">
            <h2>"Avant d’envoyer"</h2>
            <ul class="checklist">
                {checks.iter().map(|check| view! { <li><label class="check"><input type="checkbox"/><span>{*check}</span></label></li> }).collect_view()}
            </ul>
            <p class="actions">
                <button type="button" class="button plain" disabled=noted on:click=note>
                    <Icon name="check"/>
                    {move || format!("Noter l’envoi au {} dans le dossier", french::day(address.as_of()))}
                </button>
            </p>
            <p role="status">
                {move || {
                    noted
                        .get()
                        .then_some(
                            "C’est noté\u{a0}: le guide en tient compte. Pour une mise en demeure, corrigez la date par celle de la première présentation.",
                        )
                }}
            </p>
        </section>
    }
}
