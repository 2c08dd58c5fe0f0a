//! What happened with a client, oldest last, and ways to add, correct and remove it.

use dument_law::french;
use dument_ledger::{Edit, Event, EventId, What};
use leptos::html;
use leptos::prelude::*;

use super::OnSheet;
use crate::components::icon::Icon;
use crate::pages::ledger::event::told;
use crate::pages::ledger::event_form::EventForm;

/// The history, and a form for what happens next.
#[component]
pub fn History() -> impl IntoView {
    let on_sheet: OnSheet = expect_context();
    let adding = RwSignal::new(false);
    let title: NodeRef<html::H3> = NodeRef::new();
    let to_title = move || {
        if let Some(title) = title.get_untracked() {
            // Focus can't fail on an element of the page.
            let _ = title.focus();
        }
    };
    let events = Memo::new(move |_| {
        on_sheet.sheet.with(|sheet| {
            let history = sheet.as_ref().map(|sheet| sheet.record.history()).unwrap_or_default();
            history.into_iter().rev().map(|(id, event)| (id, event.clone())).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="section" aria-labelledby="debtor-history">
            <h3 id="debtor-history" tabindex="-1" node_ref=title>"Historique"</h3>
            {move || if adding.get() {
                view! { <EventForm debtor=on_sheet.id corrects=None on_done=Callback::new(move |()| {
                    adding.set(false);
                    to_title();
                })/> }.into_any()
            } else {
                view! {
                    <p class="actions no-print">
                        <button type="button" class="button plain small" on:click=move |_| adding.set(true)><Icon name="plus"/>"Noter un événement"</button>
                    </p>
                }.into_any()
            }}
            {move || events.with(Vec::is_empty).then(|| view! { <p class="hint">"Rien n’est noté pour l’instant\u{a0}: appels, lettres, réponses et promesses se notent ici."</p> })}
            <ol class="ledger-history">
                <For each=move || events.get() key=|(id, event)| format!("{id}{}{}{}", event.on, told(&event.what), event.note) let((id, event))>
                    <Entry id event to_title=Callback::new(move |()| to_title())/>
                </For>
            </ol>
        </section>
    }
}

/// An event of the history.
#[component]
fn Entry(id: EventId, event: Event, to_title: Callback<()>) -> impl IntoView {
    let on_sheet: OnSheet = expect_context();
    let correcting = RwSignal::new(false);
    let words = told(&event.what);
    let named = words.clone();
    let correctable = !matches!(event.what, What::Act { .. });
    let day = french::day(event.on);
    let note = event.note.clone();
    let instalments = if let What::Plan { instalments, .. } = &event.what { instalments.clone() } else { Vec::new() };
    let corrects = StoredValue::new(event);
    let remove = move |_| {
        let edit = Edit::RemoveEvent { debtor: on_sheet.id, id };
        on_sheet.change("événement retiré", vec![edit], move || to_title.run(()));
    };
    view! {
        <li>
            <p class="ledger-event"><span class="hint">{day.clone()}</span> <strong>{words}</strong></p>
            {(!instalments.is_empty()).then(|| view! {
                <ul class="plain-list">{instalments.into_iter().map(|one| view! { <li>{format!("{}\u{a0}: {}", french::day(one.due_on), french::money(one.amount))}</li> }).collect_view()}</ul>
            })}
            {(!note.is_empty()).then(|| view! { <p class="prose">{note}</p> })}
            {move || if correcting.get() {
                view! { <EventForm debtor=on_sheet.id corrects=Some((id, corrects.get_value())) on_done=Callback::new(move |()| correcting.set(false))/> }.into_any()
            } else {
                let (correct_name, remove_name) = (format!("Corriger\u{a0}: {named}, {day}"), format!("Retirer\u{a0}: {named}, {day}"));
                view! {
                    <p class="actions no-print">
                        {correctable.then(|| view! { <button type="button" class="button quiet small" aria-label=correct_name on:click=move |_| correcting.set(true)>"Corriger"</button> })}
                        <button type="button" class="button quiet small" aria-label=remove_name on:click=remove><Icon name="trash"/>"Retirer"</button>
                    </p>
                }.into_any()
            }}
        </li>
    }
}
