//! The head of every page: the mark, the tools, the promise, the case.

use dument_pages::Page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::icon::Icon;
use super::link::PageLink;
use super::undo::UndoButtons;
use crate::address::use_address;
use crate::case_drawer::CaseButton;

/// The mark, the menu, and the way to the case.
#[component]
pub fn Masthead() -> impl IntoView {
    let menu: NodeRef<html::Details> = NodeRef::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    view! {
        <header class="masthead">
            <div class="wrap">
                <Mark/>
                <nav class="nav" aria-label="Outils" on:keydown=on_key>
                    <details class="menu" node_ref=menu>
                        <summary><Icon name="menu"/>"Menu"</summary>
                    </details>
                    <ul class="menu-list">
                        {Page::MENU
                            .map(|page| view! { <li><PageLink page on_follow=Callback::new(move |()| close())>{page.name()}</PageLink></li> })
                            .into_iter()
                            .collect_view()}
                    </ul>
                </nav>
                <p class="promise">"Rien ne quitte cet appareil"</p>
                <UndoButtons/>
                <CaseButton/>
            </div>
        </header>
    }
}

/// The û of *dû*, its circumflex as a small roof: the way home.
#[component]
fn Mark() -> impl IntoView {
    let address = use_address();
    let home = move |event: ev::MouseEvent| {
        if event.button() == 0 && !(event.meta_key() || event.ctrl_key() || event.shift_key()) {
            event.prevent_default();
            address.go(Page::Home);
        }
    };
    view! {
        <a class="brand" href=move || address.href(Page::Home) aria-label="Dûment, accueil" on:click=home>
            "D" <span>"û"</span> "ment"
        </a>
    }
}
