//! Letters for several clients at once: written with progress, handed over as one file, and noted in their histories.

use dument_desk::{Change, Changed};
use dument_law::Day;
use dument_ledger::{Edit, Event, Sending, What};
use dument_letters::LetterKind;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::event::SENDINGS;
use super::long_table::grouped;
use super::place::{View, ViewLink};
use crate::address::use_address;
use crate::components::field::SelectField;
use crate::components::icon::Icon;
use crate::download;
use crate::ledger::desk::use_desk;
use crate::ledger::letters::{self, Batch, LeftOut, Wanted, Written};
use crate::state::use_state;

/// How far the letters have come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// Nothing is asked for.
    #[default]
    Idle,
    /// They are written.
    Writing(Written),
    /// They are handed over: these were written.
    Ready(Batch),
    /// That they were sent is noted.
    Noted(usize),
    /// They could not be written.
    Failed(String),
}

/// Writes the letters that are wanted, when asked for.
#[component]
pub fn Letters(
    /// The start of its fields' `id`s.
    #[prop(into)]
    id: String,
    /// To whom, and which.
    #[prop(into)]
    wanted: Signal<Vec<Wanted>>,
    /// The words of the button.
    #[prop(into)]
    label: Signal<String>,
    /// Whom they are about, where the words of the button don't say.
    #[prop(optional, into)]
    about: String,
    /// Style of the button.
    #[prop(default = "button small")]
    class: &'static str,
) -> impl IntoView {
    let (desk, application, address) = (use_desk(), use_state(), use_address());
    let stage = RwSignal::new(Stage::Idle);
    // Rises with each beginning and each end that the visitor puts to it.
    let turn = RwSignal::new(0_u32);
    let working = Memo::new(move |_| stage.with(|stage| matches!(stage, Stage::Writing(_))));
    let inert = Memo::new(move |_| working.get() || wanted.with(Vec::is_empty));
    let write = move |_| {
        if inert.get_untracked() {
            return;
        }
        let (wanted, as_of) = untrack(|| (wanted.get(), address.as_of()));
        let own = application.case.with_untracked(|case| case.creditor.clone());
        turn.update(|turn| *turn += 1);
        let mine = turn.get_untracked();
        let goes_on = move || turn.try_get_untracked() == Some(mine);
        let told = move |written| {
            if goes_on() {
                stage.set(Stage::Writing(written));
            }
        };
        spawn_local(async move {
            let ended = match letters::write(desk, &own, as_of, &wanted, told, goes_on).await {
                Ok(batch) => match &batch.file {
                    Some(file) => match download::save(&file.name, file.media_type(), &file.bytes) {
                        Ok(()) => Stage::Ready(Batch { file: None, ..batch }),
                        Err(why) => Stage::Failed(why.to_string()),
                    },
                    None => Stage::Ready(batch),
                },
                Err(why) => Stage::Failed(why.to_string()),
            };
            if turn.try_get_untracked().is_some() {
                stage.set(ended);
            }
        });
    };
    let cancel = move |_| turn.update(|turn| *turn += 1);
    view! {
        <div class="ledger-batch no-print">
            <p class="actions">
                <button
                    type="button"
                    class=class
                    aria-label=(!about.is_empty()).then(|| format!("{}\u{a0}: {about}", label.get_untracked()))
                    aria-disabled=move || inert.get().then_some("true")
                    on:click=write
                >
                    <Icon name="letter"/>
                    {label}
                </button>
                {move || working.get().then(|| view! { <button type="button" class="button plain small" on:click=cancel>"Annuler"</button> })}
            </p>
            <div role="status" aria-live="polite">
                {move || match stage.get() {
                    Stage::Writing(Written { done, of }) => view! {
                        <div class="loading">
                            <p>{format!("Lettre {} sur {}", grouped(done.saturating_add(1).min(of)), grouped(of))}</p>
                            <progress max=of.to_string() value=done.to_string() aria-label="Écriture des lettres"></progress>
                        </div>
                    }.into_any(),
                    Stage::Noted(count) => {
                        let said = if count == 1 { "L’envoi est noté.".to_owned() } else { format!("{} envois sont notés.", grouped(count)) };
                        view! { <p class="ok">{said}</p> }.into_any()
                    }
                    _ => ().into_any(),
                }}
            </div>
            {move || match stage.get() {
                Stage::Ready(batch) => view! { <Ready id=id.clone() batch stage/> }.into_any(),
                Stage::Failed(why) => view! { <p class="error" role="alert">{why}</p> }.into_any(),
                _ => ().into_any(),
            }}
        </div>
    }
}

/// The letters are handed over: who gets none, and whether they were sent.
#[component]
fn Ready(id: String, batch: Batch, stage: RwSignal<Stage>) -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let Batch { written, left_out, .. } = batch;
    let count = written.len();
    let chosen = RwSignal::new(None::<Sending>);
    let refused = RwSignal::new(None::<String>);
    let note = move |_| {
        let as_of = untrack(|| address.as_of());
        let edits = edits(&written, as_of, chosen.get_untracked());
        spawn_local(async move {
            match desk.change::<Changed>(&Change::Edits { name: "envois notés".to_owned(), edits }).await {
                Ok(_) => stage.set(Stage::Noted(count)),
                Err(why) => refused.set(Some(why.to_string())),
            }
        });
    };
    let said = match count {
        0 => "Aucune lettre n’a pu être écrite.".to_owned(),
        1 => "La lettre est dans vos téléchargements.".to_owned(),
        count => format!("{} lettres sont dans vos téléchargements, une par client.", grouped(count)),
    };
    view! {
        <p class=if count == 0 { "error" } else { "ok" } role="status">{said}</p>
        {(!left_out.is_empty()).then(|| view! { <LeftOuts left_out/> })}
        {(count > 0).then(|| view! {
            <div class="row">
                <SelectField
                    id=format!("{id}-sending")
                    label="Une fois envoyées\u{a0}:"
                    options=SENDINGS.map(|(sending, words)| (sending, words.to_owned())).to_vec()
                    value=chosen
                    on_choose=Callback::new(move |sending: Option<Sending>| chosen.set(sending))
                    invitation="comme d’ordinaire pour chacune"
                />
            </div>
            <p class="actions">
                <button type="button" class="button small" on:click=note><Icon name="check"/>"Noter l’envoi aujourd’hui"</button>
            </p>
        })}
        {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
    }
}

/// How a letter of this kind is sent as a rule.
#[must_use]
pub fn usual_sending(letter: LetterKind) -> Sending {
    match letter {
        LetterKind::EmailReminder | LetterKind::TextMessage => Sending::Electronic,
        LetterKind::FormalNotice | LetterKind::PublicDemand => Sending::Registered,
        _ => Sending::Post,
    }
}

/// How each of these letters is sent: as chosen, else as letters of its kind are.
fn sending(one: &Wanted, chosen: Option<Sending>) -> Sending {
    chosen.unwrap_or_else(|| usual_sending(one.letter))
}

/// That these letters were sent, as changes of the ledger.
fn edits(written: &[Wanted], on: Day, chosen: Option<Sending>) -> Vec<Edit> {
    let sent = |one: &Wanted| {
        let what = What::Letter { letter: one.letter, by: sending(one, chosen) };
        let event = Event { invoices: one.invoices.clone(), ..Event::new(on, what) };
        Edit::AddEvent { debtor: one.debtor, event: Box::new(event) }
    };
    written.iter().map(sent).collect()
}

/// Who gets no letter, and why.
#[component]
fn LeftOuts(left_out: Vec<LeftOut>) -> impl IntoView {
    let count = left_out.len();
    let one = |one: LeftOut| {
        view! {
            <li><ViewLink view=View::Debtor(one.debtor.to_string())>{one.name}</ViewLink> "\u{a0}: " {one.why}</li>
        }
    };
    view! {
        <div class="note warning">
            <Icon name="warning"/>
            <p>{if count == 1 { "Un client n’a pas de lettre\u{a0}:".to_owned() } else { format!("{} clients n’ont pas de lettre\u{a0}:", grouped(count)) }}</p>
            <ul class="plain-list">{left_out.into_iter().map(one).collect_view()}</ul>
            <p class="hint">"Complétez la fiche du client\u{202f}; ce qui vous concerne s’écrit une fois pour toutes dans «\u{a0}" <ViewLink view=View::Creditor>{View::Creditor.name()}</ViewLink> "\u{a0}»."</p>
        </div>
    }
}
