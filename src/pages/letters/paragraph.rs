//! A paragraph that can be rewritten in place, and given back its own words.

use dument_letters::{Letter, LetterKind};
use leptos::html;
use leptos::prelude::*;

use super::figures::unfounded;
use crate::state::use_state;

/// A paragraph of the sheet.
#[component]
pub fn Paragraph(
    /// The letter it belongs to.
    letter: StoredValue<Letter>,
    /// Its id in the letter.
    id: String,
    /// Its own words.
    original: String,
) -> impl IntoView {
    let state = use_state();
    let kind: LetterKind = letter.with_value(|letter| letter.kind);
    let id = StoredValue::new(id);
    let original = StoredValue::new(original);
    let rewritten = state.part(move |case| id.with_value(|id| case.letters.get(&kind)?.paragraphs.get(id).cloned()));
    let paragraph: NodeRef<html::P> = NodeRef::new();
    let words = move || rewritten.get().unwrap_or_else(|| original.get_value());
    // The text is set from here only where it differs from what stands there: typing moves no caret.
    Effect::new(move |_| {
        let words = words();
        if let Some(paragraph) = paragraph.get()
            && paragraph.inner_text() != words
        {
            paragraph.set_inner_text(&words);
        }
    });
    let keep = move |_| {
        let Some(paragraph) = paragraph.get_untracked() else { return };
        let words = paragraph.inner_text().trim_end_matches('\n').to_owned();
        state.change(|case| {
            let paragraphs = &mut case.letters.entry(kind).or_default().paragraphs;
            if original.with_value(|original| *original == words) {
                id.with_value(|id| paragraphs.remove(id));
            } else {
                paragraphs.insert(id.get_value(), words);
            }
        });
    };
    let restore = move |_| {
        state.change(|case| {
            if let Some(draft) = case.letters.get_mut(&kind) {
                id.with_value(|id| draft.paragraphs.remove(id));
            }
        });
    };
    let flagged = Memo::new(move |_| {
        rewritten.get().map(|words| letter.with_value(|letter| unfounded(&words, &letter.text))).unwrap_or_default()
    });
    let label = {
        let start: String = original.with_value(|original| original.split_whitespace().take(6).collect::<Vec<_>>().join(" "));
        format!("Paragraphe\u{a0}: {start}…")
    };
    view! {
        <div
            class="paragraph"
            data-edited=move || rewritten.with(Option::is_some).then_some("")
            data-flagged=move || flagged.with(|flagged| !flagged.is_empty()).then_some("")
        >
            <p
                node_ref=paragraph
                contenteditable="plaintext-only"
                role="textbox"
                aria-multiline="true"
                aria-label=label
                spellcheck="true"
                on:input=keep
            ></p>
            {move || {
                rewritten
                    .with(Option::is_some)
                    .then(|| {
                        view! {
                            <p class="paragraph-tools no-print">
                                <button type="button" class="link" on:click=restore>"Revenir au texte d’origine"</button>
                            </p>
                        }
                    })
            }}
            {move || {
                flagged
                    .get()
                    .into_iter()
                    .map(|figure| {
                        view! { <p class="error no-print" role="status">{format!("{figure} ne figure pas dans le décompte\u{a0}: vérifiez avant d’envoyer.")}</p> }
                    })
                    .collect_view()
            }}
        </div>
    }
}
