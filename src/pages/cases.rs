//! Every case kept on this machine: open one, begin another, take them away, erase them.

pub mod keeping;
pub mod row;

use dument_law::french;
use dument_pages::Page;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::heading::Heading;
use crate::address::use_address;
use crate::case::Case;
use crate::components::case_files::{ImportButton, save_all};
use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::state::{State, use_state};
use crate::store::shelf::{self, Kept};
use crate::store::{Keeping, keeper};
use keeping::{Erasing, Promise};
use row::Row;

/// The cases as they are kept; nothing while they are looked for, or where nothing is kept.
pub type Shelf = RwSignal<Option<Vec<Kept>>>;

/// Lists the cases.
#[component]
pub fn Cases() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let shelf: Shelf = RwSignal::new(None);
    let refused = RwSignal::new(None::<String>);
    let top: NodeRef<html::H2> = NodeRef::new();
    Effect::new(move |_| {
        state.kept.changes.track();
        if state.kept.keeping.get() != Keeping::Opening {
            spawn_local(async move { shelf.set(shelf::all(state).await.ok()) });
        }
    });
    let ids = Memo::new(move |_| shelf.with(|shelf| shelf.iter().flatten().map(|kept| kept.id.clone()).collect::<Vec<_>>()));
    let begin = move |_| {
        spawn_local(async move {
            match keeper::begin_with(state, Case::default(), String::new()).await {
                Ok(()) => address.go(Page::Home),
                Err(why) => refused.set(Some(why.to_string())),
            }
        });
    };
    let export_all = move |_| {
        let saved = shelf.with_untracked(|shelf| save_all(shelf.as_deref().unwrap_or_default()));
        refused.set(saved.err().map(|why| why.to_string()));
    };
    let none = move || ids.with(Vec::is_empty);
    view! {
        <div class="wrap">
            <Heading page=Page::Cases dated=false/>
            <p class="actions cases-actions">
                <button type="button" class="button" on:click=begin><Icon name="plus"/>"Nouveau dossier"</button>
                <ImportButton refused/>
                <button type="button" class="button quiet small" on:click=export_all disabled=none>
                    <Icon name="download"/>
                    "Tout exporter"
                </button>
            </p>
            {move || refused.get().map(|message| view! { <p class="error" role="alert">{message}</p> })}
            <section class="section">
                <h2 tabindex="-1" node_ref=top>{move || count(state, shelf)}</h2>
                <ul class="cases">
                    <For each=move || ids.get() key=String::clone let:id>
                        <Row id shelf refused top/>
                    </For>
                </ul>
                {move || {
                    (none() && shelf.with(Option::is_some))
                        .then(|| {
                            view! {
                                <p class="hint">
                                    "Un dossier se crée tout seul dès que vous saisissez une facture. "
                                    <PageLink page=Page::Home>"Commencer"</PageLink>
                                </p>
                            }
                        })
                }}
            </section>
            <section class="section">
                <h2>"Beaucoup de factures\u{202f}?"</h2>
                <p class="prose">"Le suivi lit l’export de votre comptabilité, et dit chaque matin qui relancer. Chaque client s’y ouvre comme un dossier."</p>
                <p class="actions"><PageLink page=Page::Ledger class="button plain small">"Ouvrir le suivi"</PageLink></p>
            </section>
            <Promise/>
            <Erasing/>
        </div>
    }
}

fn count(state: State, shelf: Shelf) -> String {
    match (shelf.with(|shelf| shelf.as_ref().map(Vec::len)), state.kept.keeping.get()) {
        (None, Keeping::Not(_)) => "Aucun dossier gardé".to_owned(),
        (None, _) => "Ouverture de vos dossiers…".to_owned(),
        (Some(0), _) => "Aucun dossier pour l’instant".to_owned(),
        (Some(count), _) => french::count(i64::try_from(count).unwrap_or(i64::MAX), "dossier", "dossiers"),
    }
}
