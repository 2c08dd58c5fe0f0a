//! Dûment, the application: from an unpaid invoice to payment, in the browser.
//!
//! Facts are typed once into the [`case`]; every answer on every page follows from it through the engine. Nothing
//! here computes with money or dates of its own.

#![allow(
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    clippy::too_many_lines,
    reason = "a component is used by the view that names it, owns its properties, and is as long as its markup"
)]

pub mod address;
pub mod case;
pub mod case_drawer;
pub mod components;
pub mod deadlines;
pub mod documents;
pub mod download;
pub mod entry;
pub mod letters_module;
pub mod modules;
pub mod pages;
pub mod print;
pub mod reference;
pub mod reopen;
pub mod state;
pub mod store;
pub mod today;
pub mod words;

use dument_pages::Page;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use address::Address;
use components::colophon::Colophon;
use components::masthead::Masthead;
use state::State;

/// Replaces the page's first paint with the application.
///
/// # Panics
/// Where the page isn't ours: without `#application` there is nothing to start in.
pub fn mount() {
    let place: web_sys::HtmlElement = document()
        .get_element_by_id("application")
        .and_then(|element| element.dyn_into().ok())
        .expect("the page shell holds #application");
    let first_paint: Vec<web_sys::Node> = js_sys::Array::from(&place.child_nodes()).iter().map(JsCast::unchecked_into).collect();
    leptos::mount::mount_to(place, App).forget();
    // Only now: had starting failed, the page would still say so.
    for node in first_paint {
        if let Some(parent) = node.parent_node() {
            // The node is a child of its parent: removing it can't fail.
            let _ = parent.remove_child(&node);
        }
    }
}

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let address = Address::follow();
    provide_context(address);
    print::follow(address);
    provide_context(State::open(address));
    provide_context(case_drawer::Drawer::closed());
    pages::letters::provide();
    reference::look_for_newer();

    Effect::new(move |_| {
        let page = address.page.get();
        document().set_title(page.title());
        if let Some(root) = document().document_element() {
            // A valid name: it can't fail.
            let _ = root.set_attribute("data-page", page.slug());
        }
    });

    view! {
        <SkipLink/>
        <Masthead/>
        <main class="page" id="content" tabindex="-1">
            <case_drawer::Banner/>
            {move || match address.page.get() {
                Page::Home => view! { <pages::home::Home/> }.into_any(),
                Page::Guide => view! { <pages::guide::Guide/> }.into_any(),
                Page::Penalties => view! { <pages::penalties::Penalties/> }.into_any(),
                Page::Limitation => view! { <pages::limitation::Limitation/> }.into_any(),
                Page::Letters => view! { <pages::letters::Letters/> }.into_any(),
                Page::Sources => view! { <pages::sources::Sources/> }.into_any(),
            }}
        </main>
        <Colophon/>
        <case_drawer::CaseDrawer/>
    }
}

/// Past the menu, straight to the page; without touching the fragment, which holds the day of computation.
#[component]
fn SkipLink() -> impl IntoView {
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        address::focus_content();
    };
    view! { <a class="skip" href="#content" on:click=skip>"Aller au contenu"</a> }
}
