//! Taking the last change of the ledger back, and making it again: by buttons that name it.

use dument_desk::{Change, Changed};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Stands;
use crate::components::icon::Icon;
use crate::ledger::desk::use_desk;

/// What can be taken back, and what can be made again.
#[component]
pub fn UndoBar() -> impl IntoView {
    let desk = use_desk();
    let Stands(stands) = expect_context();
    let said = RwSignal::new(String::new());
    let past = Memo::new(move |_| match stands.get() {
        Some(Ok(overview)) => (overview.undo, overview.redo),
        _ => (None, None),
    });
    let go = move |change: Change| {
        let done = if change == Change::Undo { "Annulé" } else { "Rétabli" };
        spawn_local(async move {
            said.set(match desk.change::<Changed>(&change).await {
                Ok(changed) => format!("{done}\u{a0}: {}.", changed.name),
                Err(why) => why.to_string(),
            });
        });
    };
    view! {
        <p class="ledger-undo no-print">
            {move || {
                past.get().0.map(|name| {
                    view! {
                        <button type="button" class="button quiet small" on:click=move |_| go(Change::Undo)>
                            <Icon name="undo"/>
                            "Annuler\u{a0}: " {name}
                        </button>
                    }
                })
            }}
            {move || {
                past.get().1.map(|name| {
                    view! {
                        <button type="button" class="button quiet small" on:click=move |_| go(Change::Redo)>"Rétablir\u{a0}: " {name}</button>
                    }
                })
            }}
            <span class="hint" role="status">{said}</span>
        </p>
    }
}
