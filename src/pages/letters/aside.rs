//! What was written for paragraphs that the letter no longer has: kept, and shown apart.

use leptos::prelude::*;

use super::desk::use_desk;
use super::edits::Edits;
use crate::components::copy::CopyButton;
use crate::state::use_state;

/// The texts set aside; nothing where there is none.
#[component]
pub fn Aside() -> impl IntoView {
    let (state, desk) = (use_state(), use_desk());
    let edits: Edits = expect_context();
    let kind = desk.kind;
    let aside = Memo::new(move |_| {
        let draft = state.case.with(|case| case.letters.get(&kind).cloned());
        draft.and_then(|draft| desk.part(|letter| draft.set_aside(letter))).unwrap_or_default()
    });
    let text = move |(id, words): (String, String)| {
        let copied = words.clone();
        let forget = move |_| edits.change(state, kind, Some(&id), |draft| draft.restore(&id));
        view! {
            <li>
                <p>{words}</p>
                <p class="actions">
                    <CopyButton text=Callback::new(move |()| copied.clone())/>
                    <button type="button" class="link" on:click=forget>"Retirer ce texte"</button>
                </p>
            </li>
        }
    };
    move || {
        let aside = aside.get();
        (!aside.is_empty()).then(|| {
            view! {
                <section class="note warning no-print">
                    <h2>"Mis de côté"</h2>
                    <p>
                        "Depuis que les faits ont changé, la lettre n’a plus les paragraphes que vous aviez récrits ici. Vos textes ne sont dans aucun fichier\u{a0}: reprenez-en ce qui convient."
                    </p>
                    <ul class="set-aside">{aside.into_iter().map(text).collect_view()}</ul>
                </section>
            }
        })
    }
}
