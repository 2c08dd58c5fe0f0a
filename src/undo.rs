//! Going back over the changes of the case, and forth again: by buttons, by keys, with words for what was changed.

use std::cell::RefCell;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::address::focus_content;
use crate::case::Case;
use crate::case::difference::difference;
use crate::parts;
use crate::past::Past;
use crate::state::State;

/// How long it stays in sight.
const SAID_FOR: Duration = Duration::from_secs(8);

/// What is typed in: the browser undoes there by itself, and all that is typed in one of them is one change.
const TEXT_FIELDS: &str = "textarea, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=file])";

thread_local! {
    /// The field whose text is changing, as long as its event lasts.
    static FIELD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the state before.
    Back,
    /// To the state that was gone back from.
    Forth,
}

/// Notes a change of the case, by what it was before.
pub fn note(state: State, before: Case) {
    if state.case.with_untracked(|now| *now != before) {
        let weight = before.invoices.len();
        let field = FIELD.with_borrow(Clone::clone);
        state.past.update(|past| past.note(before, weight, field));
    }
}

/// Takes the last change back, or makes it again, and says which.
pub fn go(state: State, way: Way) {
    let now = state.case.get_untracked();
    let weight = now.invoices.len();
    let step = |past: &mut Past<Case>| match way {
        Way::Back => past.back(now.clone(), weight),
        Way::Forth => past.forth(now.clone(), weight),
    };
    let Some(other) = state.past.try_update(step).flatten() else {
        return say(state, if way == Way::Back { "Rien à annuler." } else { "Rien à rétablir." }.to_owned());
    };
    let said = match way {
        Way::Back => format!("Annulé\u{a0}: {}.", difference(&other, &now)),
        Way::Forth => format!("Rétabli\u{a0}: {}.", difference(&now, &other)),
    };
    state.case.set(other);
    say(state, said);
    // What had the focus may be gone with what it belonged to.
    request_animation_frame(|| {
        let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if lost {
            focus_content();
        }
    });
}

/// Says it, even where it was the last thing said.
fn say(state: State, words: String) {
    state.undone.set(String::new());
    let still = words.clone();
    request_animation_frame(move || state.undone.set(words));
    set_timeout(
        move || {
            if state.undone.with_untracked(|said| *said == still) {
                state.undone.set(String::new());
            }
        },
        SAID_FOR,
    );
}

/// Listens to the keys, and to which field is typed in. The listeners live as long as the page: the application is never unmounted.
pub fn follow(state: State) {
    let _ = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.alt_key() || !(event.ctrl_key() || event.meta_key()) || is_text_field(&event) {
            return;
        }
        let way = match (event.key().as_str(), event.shift_key()) {
            ("z", false) => Way::Back,
            ("z" | "Z", true) | ("y", false) => Way::Forth,
            _ => return,
        };
        event.prevent_default();
        parts::undo(state, way);
    });
    // Before the field takes what is typed, and after.
    let begun = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        let field = text_field(&event).map(|field| field.id()).filter(|id| !id.is_empty());
        FIELD.set(field);
    });
    // A valid name: it can't fail.
    let _ = window().add_event_listener_with_callback_and_bool("input", begun.as_ref().unchecked_ref(), true);
    begun.forget();
    let _ = window_event_listener(ev::input, |_| FIELD.set(None));
    let _ = window_event_listener(ev::focusin, move |_| state.past.update_untracked(Past::leave_field));
}

fn is_text_field(event: &web_sys::Event) -> bool {
    text_field(event).is_some()
}

/// The text field that an event comes from.
fn text_field(event: &web_sys::Event) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.matches(TEXT_FIELDS).unwrap_or_default().then_some(element)
}
