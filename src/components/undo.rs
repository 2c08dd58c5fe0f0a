//! The buttons that go back over the changes of the case and forth again, and what is said then.

use leptos::prelude::*;

use super::icon::Icon;
use crate::case_drawer::use_drawer;
use crate::parts;
use crate::past::Past;
use crate::state::use_state;
use crate::undo::Way;

/// Back and forth. They keep their place and the focus where there is nothing more to do; before the first change there are none.
#[component]
pub fn UndoButtons(
    /// Whether they stand in the drawer: while that is open, the page has none.
    #[prop(optional)]
    in_drawer: bool,
) -> impl IntoView {
    let (state, drawer) = (use_state(), use_drawer());
    let can = |can: fn(&Past<crate::case::Case>) -> bool| Memo::new(move |_| state.past.with(can));
    let (back, forth) = (can(Past::can_go_back), can(Past::can_go_forth));
    let shown = Memo::new(move |shown: Option<&bool>| shown.copied().unwrap_or_default() || back.get() || forth.get());
    let button = move |way: Way, label: &'static str, title: &'static str, class: &'static str, can: Memo<bool>| {
        view! {
            <button
                type="button"
                class=class
                aria-label=label
                title=title
                aria-disabled=move || (!can.get()).then_some("true")
                on:click=move |_| parts::undo(state, way)
            >
                <Icon name="undo"/>
            </button>
        }
    };
    move || {
        (shown.get() && drawer.is_open() == in_drawer).then(|| {
            view! {
                <span class="undo no-print" role="group" aria-label="Changements du dossier">
                    {button(Way::Back, "Annuler le dernier changement", "Annuler (Ctrl+Z)", "icon-button", back)}
                    {button(Way::Forth, "Rétablir le changement annulé", "Rétablir (Ctrl+Maj+Z)", "icon-button mirrored", forth)}
                </span>
            }
        })
    }
}

/// What was just undone or done again: shown and announced, politely.
#[component]
pub fn Undone(
    /// Whether it stands in the drawer: while that is open, the page says nothing.
    #[prop(optional)]
    in_drawer: bool,
) -> impl IntoView {
    let (state, drawer) = (use_state(), use_drawer());
    let said = move || if drawer.is_open() == in_drawer { state.undone.get() } else { String::new() };
    view! { <p class="undone no-print" role="status">{said}</p> }
}
