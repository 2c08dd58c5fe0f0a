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
pub mod compression;
pub mod deadlines;
pub mod documents;
pub mod download;
pub mod entry;
pub mod frame;
pub mod ledger;
pub mod letters_module;
pub mod link;
pub mod modules;
pub mod pages;
pub mod parts;
pub mod past;
pub mod print;
pub mod reference;
pub mod reopen;
pub mod sealing;
pub mod state;
pub mod store;
pub mod today;
pub mod undo;
pub mod words;

use std::sync::LazyLock;

use any_spawner::Executor;
use dument_pages::Page;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use address::Address;
use components::colophon::Colophon;
use components::masthead::Masthead;
use components::undo::Undone;
use parts::Around;
use state::State;

/// What the application is drawn under, as long as the page is there.
static ROOT: LazyLock<Owner> = LazyLock::new(Owner::new);

/// Starts all that pages follow: the figures, the address, the case. Drawing is a task of its own, so that what is typed
/// meanwhile waits for less.
pub fn start() {
    // It fails only where it was done before.
    let _ = Executor::init_wasm_bindgen();
    ROOT.with(|| {
        let address = Address::follow();
        provide_context(address);
        print::follow(address);
        let state = State::open(address);
        provide_context(state);
        undo::follow(state);
        provide_context(case_drawer::Drawer::closed());
        pages::letters::provide();
        parts::follow_visitor();
        parts::start_tools(state);

        Effect::new(move |_| {
            let page = address.page.get();
            document().set_title(page.title());
            if let Some(root) = document().document_element() {
                // A valid name: it can't fail.
                let _ = root.set_attribute("data-page", page.slug());
            }
        });
    });
    // Read here rather than by the first of what is drawn.
    let _ = reference::in_use();
}

/// Draws the application below the page's first paint, which `www/start.js` then takes away with what was typed in it.
///
/// # Panics
/// Where the page isn't ours: without `#application` there is nothing to draw in.
#[wasm_bindgen]
pub fn draw() {
    let place = document()
        .get_element_by_id("application")
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
        .expect("the page shell holds #application");
    ROOT.with(|| leptos::mount::mount_to(place, App).forget());
}

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let (address, state) = (address::use_address(), state::use_state());
    let framed = address::is_framed();
    view! {
        {if framed { parts::around(Around::Above) } else { view! { <SkipLink/><Masthead/> }.into_any() }}
        <main class="page" id="content" tabindex="-1">
            <parts::KeptBanner/>
            {move || {
                let page = address.page.get();
                // The list of the cases goes on while another of them is opened.
                if page != Page::Cases {
                    state.kept.id.track();
                }
                parts::page(page, state)
            }}
        </main>
        {if framed { parts::around(Around::Below) } else { view! { <Colophon/> }.into_any() }}
        <Undone/>
        <parts::Drawer/>
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
