//! What a letter asks for itself: the facts of its kind, its enclosures, a code to pay with.

use dument_letters::LetterKind;
use leptos::prelude::*;

use crate::state::use_state;

/// The fields of this kind of letter.
#[component]
pub fn OwnFacts(
    /// Which letter.
    kind: LetterKind,
) -> impl IntoView {
    let state = use_state();
    let enclosures = state.part(move |case| case.letters.get(&kind).map(|draft| draft.enclosures.clone()).unwrap_or_default());
    view! {
        <details class="case-part">
            <summary><h2>"Pièces jointes"</h2></summary>
            <div class="field">
                <label for="enclosures">"Autres pièces jointes " <span class="optional">"facultatif"</span></label>
                <p class="hint" id="enclosures-hint">"Une par ligne, par exemple\u{a0}: Bon de livraison signé le 14 avril 2026. Les factures et le décompte y sont déjà."</p>
                <textarea
                    id="enclosures"
                    class="input"
                    rows="3"
                    aria-describedby="enclosures-hint"
                    prop:value=enclosures
                    on:input=move |event| {
                        let typed = event_target_value(&event);
                        state.change(|case| case.letters.entry(kind).or_default().enclosures = typed);
                    }
                ></textarea>
            </div>
        </details>
    }
}
