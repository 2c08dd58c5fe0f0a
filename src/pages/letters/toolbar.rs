//! What shapes the whole letter: undo and redo, its voice, its language, the time it gives.

use dument_law::Place;
use dument_letters::{Block, Language, Letter, LetterKind, Tone};
use leptos::prelude::*;

use super::desk::use_desk;
use super::edits::Edits;
use crate::case::Draft;
use crate::components::field::TextField;
use crate::components::icon::Icon;
use crate::state::use_state;

/// The tools of the letter on the desk.
#[component]
pub fn Toolbar() -> impl IntoView {
    let kind = use_desk().kind;
    view! {
        <div class="toolbar no-print" role="group" aria-label="Réglages de la lettre">
            <UndoRedo kind/>
            {kind.has_tones().then(|| voice(kind))}
            {kind.exists_in_english().then(|| view! { <LetterLanguage kind/> })}
            <TimeToPay kind/>
            <PaymentCode kind/>
        </div>
    }
}

/// Steps back and forth through the edits of this letter.
#[component]
fn UndoRedo(kind: LetterKind) -> impl IntoView {
    let state = use_state();
    let edits: Edits = expect_context();
    let (can_undo, can_redo) = (edits.can_undo(state, kind), edits.can_redo(state, kind));
    let rewritten = state.part(move |case| case.letters.get(&kind).is_some_and(Draft::is_rewritten));
    let restore = move |_| edits.change(state, kind, None, Draft::restore_all);
    view! {
        <span class="undo">
            <button type="button" class="icon-button" aria-label="Annuler la dernière modification" title="Annuler (Ctrl+Z)" disabled=move || !can_undo.get() on:click=move |_| edits.undo(state, kind)>
                <Icon name="undo"/>
            </button>
            <button type="button" class="icon-button mirrored" aria-label="Rétablir la modification" title="Rétablir (Ctrl+Maj+Z)" disabled=move || !can_redo.get() on:click=move |_| edits.redo(state, kind)>
                <Icon name="undo"/>
            </button>
            {move || {
                rewritten
                    .get()
                    .then(|| view! { <button type="button" class="link" on:click=restore>"Toute la lettre d’origine"</button> })
            }}
        </span>
    }
}

/// A few words side by side, of which one is chosen.
fn segmented<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    legend: &'static str,
    options: [(T, &'static str); 2],
    value: Memo<T>,
    choose: impl Fn(T) + Copy + 'static,
) -> AnyView {
    let option = |(one, words): (T, &'static str)| {
        view! {
            <label>
                <input type="radio" name=name prop:checked=move || value.get() == one on:change=move |_| choose(one)/>
                <span>{words}</span>
            </label>
        }
    };
    view! { <fieldset class="segmented small"><legend class="visually-hidden">{legend}</legend>{options.map(option).into_iter().collect_view()}</fieldset> }
        .into_any()
}

/// The tone.
fn voice(kind: LetterKind) -> AnyView {
    let state = use_state();
    let tone = state.part(move |case| case.letters.get(&kind).and_then(|draft| draft.tone).unwrap_or(kind.customary_tone()));
    let choose = move |chosen| state.change(|case| case.letters.entry(kind).or_default().tone = Some(chosen));
    segmented("tone", "Ton", [(Tone::Courteous, "Courtois"), (Tone::Firm, "Ferme")], tone, choose)
}

/// The language, for a debtor abroad.
#[component]
fn LetterLanguage(kind: LetterKind) -> impl IntoView {
    let state = use_state();
    let language = state.part(move |case| case.letters.get(&kind).map(|draft| draft.language).unwrap_or_default());
    let abroad = state.part(|case| matches!(case.place, Place::Eu | Place::Denmark | Place::Abroad));
    let choose = move |chosen| state.change(|case| case.letters.entry(kind).or_default().language = chosen);
    let options = [(Language::Fr, "Français"), (Language::En, "English")];
    // English once chosen stays in sight, to be left again.
    let offered = Memo::new(move |_| abroad.get() || language.get() == Language::En);
    move || offered.get().then(|| segmented("language", "Langue", options, language, choose))
}

/// The days given to pay or to answer, where the letter gives any.
#[component]
fn TimeToPay(kind: LetterKind) -> impl IntoView {
    let (state, desk) = (use_state(), use_desk());
    let days = state.part(move |case| case.letters.get(&kind).map(|draft| draft.pay_within_days.clone()).unwrap_or_default());
    gives_time(kind).then(|| {
        view! {
            <TextField
                id="payWithinDays"
                label="Délai pour payer"
                value=days
                on_input=move |typed| state.change(|case| case.letters.entry(kind).or_default().pay_within_days = typed)
                fault=desk.fault("payWithinDays")
                width="short"
                inputmode="numeric"
                placeholder=if kind.customary_days() == 15 { "15" } else { "8" }
                unit=Signal::stored(Some("jours"))
            />
        }
    })
}

/// Whether the letter shows a code to pay with, where it says how to pay.
#[component]
fn PaymentCode(kind: LetterKind) -> impl IntoView {
    let (state, desk) = (use_state(), use_desk());
    let wanted = state.part(move |case| case.letters.get(&kind).is_some_and(|draft| draft.payment_code));
    let says_how_to_pay = Memo::new(move |_| {
        let says = |letter: &Letter| letter.blocks.iter().any(|block| matches!(block, Block::Facts { .. }));
        wanted.get() || desk.part(says).unwrap_or_default()
    });
    let choose =
        move |event| state.change(|case| case.letters.entry(kind).or_default().payment_code = event_target_checked(&event));
    move || {
        says_how_to_pay.get().then(|| {
            view! {
                <label class="check">
                    <input type="checkbox" prop:checked=wanted on:change=choose/>
                    <span>"Code de paiement (QR)"</span>
                </label>
            }
        })
    }
}

/// Whether a letter of this kind gives its reader a time to pay or to answer.
fn gives_time(kind: LetterKind) -> bool {
    use LetterKind::{
        Acknowledgment, ClaimDeclaration, ConciliationRequest, PaymentOrderRequest, PaymentPlan, PhoneScript, TextMessage,
    };
    !matches!(
        kind,
        Acknowledgment | ClaimDeclaration | ConciliationRequest | PaymentOrderRequest | PaymentPlan | PhoneScript | TextMessage
    )
}
