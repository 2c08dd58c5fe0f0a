//! A paragraph that can be rewritten in place, given back its own words, and weighed against them when they change.

use leptos::ev::{InputEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::checks;
use super::desk::use_desk;
use super::edits::Edits;
use crate::state::use_state;

/// The `id` of the element of a paragraph.
fn element_id(id: &str) -> String {
    format!("paragraph-{id}")
}

/// Takes the reader to a paragraph, and the caret to its end.
pub fn focus(id: &str) {
    let found = document().get_element_by_id(&element_id(id)).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        // Focus can't fail on an element of the page, nor the caret at its end.
        let _ = element.focus();
        if let Ok(Some(selection)) = window().get_selection() {
            let _ = selection.select_all_children(&element);
            let _ = selection.collapse_to_end();
        }
    }
}

/// A paragraph of the sheet.
#[component]
pub fn Paragraph(
    /// Its id in the letter.
    id: String,
    /// Its own words.
    own: String,
) -> impl IntoView {
    let (state, desk) = (use_state(), use_desk());
    let edits: Edits = expect_context();
    let kind = desk.kind;
    let element = element_id(&id);
    let label = {
        let start: Vec<&str> = own.split_whitespace().take(6).collect();
        format!("Paragraphe\u{a0}: {}…", start.join(" "))
    };
    let (id, own) = (StoredValue::new(id), StoredValue::new(own));
    let rewritten = state.part(move |case| id.with_value(|id| case.letters.get(&kind)?.rewritten(id).map(str::to_owned)));
    let paragraph: NodeRef<html::P> = NodeRef::new();
    // The text is set from here only where it differs from what stands there: typing moves no caret.
    Effect::new(move |_| {
        let words = rewritten.get().unwrap_or_else(|| own.get_value());
        if let Some(paragraph) = paragraph.get()
            && read(&paragraph) != words
        {
            paragraph.set_text_content(Some(&words));
        }
    });
    let keep = move |_| {
        let Some(paragraph) = paragraph.get_untracked() else { return };
        let words = read(&paragraph);
        id.with_value(|id| {
            own.with_value(|own| edits.change(state, kind, Some(id), |draft| draft.rewrite(id, own, &words)));
        });
    };
    // The browser's own undo knows this paragraph alone, and not what was done to it from elsewhere.
    let before_input = move |event: InputEvent| match event.input_type().as_str() {
        "historyUndo" => {
            event.prevent_default();
            edits.undo(state, kind);
        }
        "historyRedo" => {
            event.prevent_default();
            edits.redo(state, kind);
        }
        _ => {}
    };
    let key = move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "z" if !event.shift_key() => edits.undo(state, kind),
            "z" | "Z" | "y" => edits.redo(state, kind),
            _ => return,
        }
        event.prevent_default();
    };
    let doubts = Memo::new(move |_| {
        let found = |words: &String| desk.part(|letter| state.case.with(|case| checks::of_words(words, letter, case)));
        rewritten.with(|words| words.as_ref().and_then(found)).unwrap_or_default()
    });
    let is_rewritten = Memo::new(move |_| rewritten.with(Option::is_some));
    view! {
        <div
            class="paragraph"
            data-edited=move || is_rewritten.get().then_some("")
            data-flagged=move || doubts.with(|found| !found.is_empty()).then_some("")
        >
            <p
                id=element
                node_ref=paragraph
                contenteditable="plaintext-only"
                role="textbox"
                aria-multiline="true"
                aria-label=label
                spellcheck="true"
                on:input=keep
                on:beforeinput=before_input
                on:keydown=key
            ></p>
            {move || is_rewritten.get().then(|| view! { <Marks id own doubts/> })}
        </div>
    }
}

/// What stands in a paragraph.
fn read(paragraph: &HtmlElement) -> String {
    paragraph.inner_text().trim_end_matches('\n').to_owned()
}

/// What is to be said of a paragraph that was rewritten.
#[component]
fn Marks(id: StoredValue<String>, own: StoredValue<String>, doubts: Memo<Vec<String>>) -> impl IntoView {
    let (state, kind) = (use_state(), use_desk().kind);
    let edits: Edits = expect_context();
    let outdated = state.part(move |case| {
        let draft = case.letters.get(&kind)?;
        id.with_value(|id| own.with_value(|own| draft.outdated(id, own).map(str::to_owned)))
    });
    let restore = move |_| id.with_value(|id| edits.change(state, kind, Some(id), |draft| draft.restore(id)));
    let keep = move |_| {
        id.with_value(|id| own.with_value(|own| edits.change(state, kind, Some(id), |draft| draft.keep(id, own))));
    };
    let empty = state.part(move |case| {
        id.with_value(|id| {
            case.letters.get(&kind).and_then(|draft| draft.rewritten(id)).is_some_and(|words| words.trim().is_empty())
        })
    });
    let to_weigh = move |before: String| {
        let now = own.with_value(|own| changed(&before, own));
        view! {
            <div class="outdated" role="status">
                <p><strong>"Le texte d’origine a changé depuis votre modification."</strong>" Ce paragraphe garde vos mots."</p>
                <details class="why">
                    <summary>"Comparer"</summary>
                    <p><span class="visually-hidden">"Texte d’origine, à présent\u{a0}: "</span>{now}</p>
                </details>
                <p class="actions">
                    <button type="button" class="link" on:click=keep>"Garder mon texte"</button>
                    <button type="button" class="link" on:click=restore>"Prendre le nouveau texte"</button>
                </p>
            </div>
        }
        .into_any()
    };
    let to_restore =
        move || view! { <button type="button" class="link" on:click=restore>"Revenir au texte d’origine"</button> }.into_any();
    view! {
        <div class="paragraph-tools no-print" lang="fr">
            {move || doubts.get().into_iter().map(|doubt| view! { <p class="error" role="status">{doubt}</p> }).collect_view()}
            {move || empty.get().then(|| view! { <p class="hint">"Paragraphe vidé\u{a0}: il ne sera pas dans la lettre."</p> })}
            {move || outdated.get().map_or_else(to_restore, to_weigh)}
        </div>
    }
}

/// The new words of a paragraph, with those that changed marked.
fn changed(before: &str, after: &str) -> AnyView {
    let [start, middle, end] = differing(before, after);
    view! { {start} <mark>{middle}</mark> {end} }.into_any()
}

/// The new text in three parts, of which the middle one holds every word that changed.
fn differing(before: &str, after: &str) -> [String; 3] {
    let words = |text: &str| text.split_inclusive([' ', '\n']).map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (words(before), words(after));
    let start = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let room = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(room).take_while(|(one, other)| one == other).count();
    let cut = new.len() - end;
    [new[..start].concat(), new[start..cut].concat(), new[cut..].concat()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_marked_by_words() {
        for (before, after, parts) in [
            ("Payez 10 € vite.", "Payez 12 € vite.", ["Payez ", "12 ", "€ vite."]),
            ("Payez.", "Payez vite.", ["", "Payez vite.", ""]),
            ("a b c", "a c", ["a ", "", "c"]),
            ("a a", "a a a", ["a ", "a ", "a"]),
            ("même", "même", ["même", "", ""]),
        ] {
            assert_eq!(differing(before, after), parts, "{before} / {after}");
        }
    }
}
