//! The page « Suivi »: every unpaid invoice of a business, and what to do about them today.

pub mod batch;
pub mod columns;
pub mod creditor;
pub mod debtor;
pub mod debtors;
pub mod event;
pub mod event_form;
pub mod export;
pub mod figures;
pub mod focus;
pub mod import;
pub mod invoices;
pub mod long_table;
pub mod new_debtor;
pub mod notification;
pub mod pairs;
pub mod place;
pub mod plan;
pub mod plan_draft;
pub mod short_form;
pub mod today;
pub mod undo;
pub mod words;

use dument_desk::Look;
use dument_desk::overview::Overview;
use dument_pages::Page;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::heading::Heading;
use crate::address::use_address;
use crate::components::icon::Icon;
use crate::ledger::desk::{Keeping, Unanswered, use_desk};
use place::{Place, View, use_place};

/// How the ledger stands, once it is known.
#[derive(Clone, Copy)]
pub struct Stands(RwSignal<Option<Result<Overview, Unanswered>>>);

/// The ledger.
#[component]
pub fn Ledger() -> impl IntoView {
    let desk = use_desk();
    let place = Place::follow(use_address());
    provide_context(place);
    provide_context(notification::Notifications::follow(place));
    let stands: RwSignal<Option<Result<Overview, Unanswered>>> = desk.follow(|| Some(Look::Overview));
    provide_context(Stands(stands));
    let state = Memo::new(move |_| match stands.get() {
        None => Opening::Awaited,
        Some(Err(why)) => Opening::Failed(why),
        Some(Ok(_)) => Opening::Open,
    });
    let empty = Memo::new(move |_| stands.with(|stands| matches!(stands, Some(Ok(overview)) if overview.debtors == 0)));
    Effect::new(move |_| {
        // Where the address names no view, what is stored decides once: the view stays as the first file comes in.
        if state.get() == Opening::Open && place.view.with(Option::is_none) {
            place.view.set(Some(if empty.get_untracked() { View::Import } else { View::Today }));
        }
    });
    let root: NodeRef<html::Div> = NodeRef::new();
    focus::keep_focus(root);
    let again = move |_| desk.changes.update(|changes| *changes += 1);
    view! {
        <div class="wrap ledger" node_ref=root on:click=move |event| place.follow_link(&event)>
            <Heading page=Page::Ledger/>
            <Warnings/>
            {move || match state.get() {
                Opening::Awaited => view! { <p class="loading" role="status">"Ouverture de votre suivi…"</p> }.into_any(),
                Opening::Failed(why) => {
                    view! {
                        <div class="failure" role="alert">
                            <p>{why.to_string()}</p>
                            <p class="actions">
                                <button type="button" class="button" on:click=again>"Réessayer"</button>
                                <export::Rescue/>
                            </p>
                        </div>
                    }
                        .into_any()
                }
                Opening::Open => {
                    view! {
                        {move || (!empty.get()).then(|| view! { <Menu/> })}
                        <undo::UndoBar/>
                        <Shown empty/>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

/// How far the page has come with its ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Opening {
    Awaited,
    Failed(Unanswered),
    Open,
}

/// The view at hand; where there is nothing yet, every one of them begins with a file.
#[component]
fn Shown(
    /// Whether the ledger holds nothing.
    empty: Memo<bool>,
) -> impl IntoView {
    let place = use_place();
    let needs_files =
        Memo::new(move |_| empty.get() && place.view.with(|view| !matches!(view, Some(View::Import | View::Creditor))));
    move || {
        match place.view.get() {
        None => ().into_any(),
        Some(View::Import) => view! {
            <import::Import empty/>
            {move || if empty.get() { view! { <new_debtor::NewDebtor/> }.into_any() } else { view! { <export::Export/> }.into_any() }}
        }
        .into_any(),
        Some(_) if needs_files.get() => view! {
            <import::Import empty/>
            <new_debtor::NewDebtor/>
        }
        .into_any(),
        Some(View::Today) => view! { <today::Today/> }.into_any(),
        Some(View::Plan) => view! { <plan::Plan/> }.into_any(),
        Some(View::Creditor) => view! { <creditor::Creditor/> }.into_any(),
        Some(View::Figures) => view! { <figures::Figures/> }.into_any(),
        Some(View::Invoices) => view! { <invoices::Invoices/> }.into_any(),
        Some(View::Debtors) => view! { <debtors::Debtors/> }.into_any(),
        Some(View::Debtor(id)) => view! { <debtor::Debtor id/> }.into_any(),
    }
    }
}

/// The views, as links.
#[component]
fn Menu() -> impl IntoView {
    let place = use_place();
    let link = move |view: View| {
        let of = view.clone();
        let current = move || place.view.with(|at| at.as_ref().is_some_and(|at| of.holds(at))).then_some("page");
        let name = view.name();
        view! { <li><a href=move || place.href(&view) aria-current=current>{name}</a></li> }
    };
    view! {
        <nav class="ledger-menu no-print" aria-label="Suivi">
            <ul>{View::MENU.map(link).into_iter().collect_view()}</ul>
        </nav>
    }
}

/// What must be known of how the ledger is kept.
#[component]
fn Warnings() -> impl IntoView {
    let desk = use_desk();
    let Stands(stands) = expect_context();
    let unreadable = Memo::new(move |_| match stands.get() {
        Some(Ok(overview)) => overview.unreadable,
        _ => Vec::new(),
    });
    let keep = move |_| {
        spawn_local(async move {
            // How it went is heard with the answer.
            let _ = desk.keep().await;
        });
    };
    let warning = |words: String, actions: AnyView| {
        view! {
            <div class="banner warning no-print" role="alert">
                <Icon name="warning"/>
                <p>{words}</p>
                {actions}
            </div>
        }
    };
    let not_kept = move |keeping: Keeping| {
        let again = matches!(keeping, Keeping::Full | Keeping::Blocked)
            .then(|| view! { <button type="button" class="button plain small" on:click=keep>"Réessayer"</button> });
        view! { <p class="actions"><export::Everything/> {again}</p> }.into_any()
    };
    view! {
        {move || {
            let keeping = desk.keeping.get();
            keeping.warning().map(|words| warning(words.to_owned(), not_kept(keeping)))
        }}
        {move || {
            desk.restarted.get().then(|| warning("Le suivi s’est arrêté, puis a été rouvert tel qu’il était gardé.".to_owned(), ().into_any()))
        }}
        {move || {
            desk.interrupted
                .get()
                .then(|| warning("La page a été quittée pendant un changement, qui n’a pas pu être gardé\u{a0}: recommencez-le.".to_owned(), ().into_any()))
        }}
        {move || {
            let mut said = unreadable.get();
            said.dedup();
            (!said.is_empty()).then(|| warning(format!("{} Elle reste gardée telle quelle.", said.join(" ")), ().into_any()))
        }}
    }
}
