//! What stands around a tool in another site's page: the way between the tools, the case, and the page in full.

pub mod colour;

use dument_pages::Page;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::address::use_address;
use crate::case_drawer::CaseButton;
use crate::components::gradual::at_rest;
use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::components::undo::UndoButtons;
use crate::link;
use crate::parts;
use crate::state::use_state;
use colour::Accents;

/// The ways between the tools where all of them are embedded.
const MENU: [Page; 5] = [Page::Home, Page::Guide, Page::Penalties, Page::Limitation, Page::Letters];

/// Above the tool: the menu of the whole, or the way back to the one, and the case.
#[component]
pub fn Head() -> impl IntoView {
    let address = use_address();
    let first = address.page.get_untracked();
    paint();
    // Listeners live as long as the page: the application is never unmounted.
    let _ = window_event_listener(ev::hashchange, |_| paint());
    let ways = move || {
        if first == Page::Home {
            let link = |page: Page| view! { <li><PageLink page>{page.name()}</PageLink></li> };
            let menu = view! { <ul class="frame-menu">{MENU.map(link).into_iter().collect_view()}</ul> };
            return Some(view! { <nav aria-label="Outils">{menu}</nav> }.into_any());
        }
        (address.page.get() != first).then(|| {
            view! { <nav aria-label="Outils"><PageLink page=first>"Revenir à\u{a0}: " {first.name()}</PageLink></nav> }.into_any()
        })
    };
    view! {
        <div class="frame-head no-print">
            {ways}
            <UndoButtons/>
            <CaseButton/>
        </div>
    }
}

/// Below the tool: what it is, that nothing is sent or kept, and how to go on with the same case.
#[component]
pub fn Foot() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let facts = RwSignal::new(String::new());
    let rested = at_rest(Memo::new(move |_| state.case.get()));
    Effect::new(move |_| {
        if let Some(case) = rested.get() {
            spawn_local(async move {
                // A browser that can't compress opens the page without the case.
                facts.set(link::of_case(&case).await.unwrap_or_default());
            });
        }
    });
    let full = move || facts.with(|facts| address.link(address.page.get(), facts));
    view! {
        <footer class="colophon frame-foot">
            <div class="wrap">
                <p>
                    <a href=full target="_blank" rel="noreferrer">
                        "Dûment, en pleine page"
                        <Icon name="external"/>
                        <span class="visually-hidden">" (nouvel onglet, avec ce que vous avez saisi)"</span>
                    </a>
                </p>
                <p>
                    "Rien de ce que vous saisissez n’est envoyé, ni gardé dans cette page. "
                    <button type="button" class="link no-print" on:click=move |_| parts::save_case(state)>"Enregistrer le dossier dans un fichier"</button>
                </p>
                <p>"Dûment informe\u{202f}; il ne remplace pas un avocat."</p>
            </div>
        </footer>
    }
}

/// The colour that the page around asks for, on everything that bears the accent.
fn paint() {
    let asked = |query: &str| window().match_media(query).ok().flatten().is_some_and(|list| list.matches());
    let root = document().document_element().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(style) = root.map(|root| root.style()) else { return };
    let fragment = window().location().hash().unwrap_or_default();
    let accents = colour::asked_in(&fragment)
        // Where the reader's own colours reign, none is asked for.
        .filter(|_| !asked("(forced-colors: active)"))
        .map(|colour| Accents::of(colour, if asked("(prefers-contrast: more)") { colour::MORE } else { colour::ENOUGH }));
    for (name, value) in accents.map_or_else(Accents::none, Accents::properties) {
        // The names are ours: they can't be refused.
        let _ = if value.is_empty() { style.remove_property(name).map(drop) } else { style.set_property(name, &value) };
    }
}
