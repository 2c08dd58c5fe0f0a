//! Clients that seem to be one: told, and joined when the visitor says so.

use dument_desk::overview::Pair;
use dument_desk::{Change, Changed, Look};
use dument_ledger::{DebtorId, Edit, Likeness};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::long_table::grouped;
use super::place::{View, ViewLink};
use crate::ledger::desk::{Desk, Unanswered, use_desk};

/// How many are shown at once.
const SHOWN: usize = 20;

/// Makes one client of two, and says what came of it.
pub fn join(desk: Desk, kept: DebtorId, other: DebtorId, refused: RwSignal<Option<String>>) {
    let change = Change::Edits { name: "clients réunis".to_owned(), edits: vec![Edit::JoinDebtors { kept, other }] };
    spawn_local(async move {
        let joined = desk.change::<Changed>(&change).await;
        refused.set(joined.err().map(|why| why.to_string()));
    });
}

/// Clients that seem to be one.
#[component]
pub fn Pairs() -> impl IntoView {
    let desk = use_desk();
    let found: RwSignal<Option<Result<Vec<Pair>, Unanswered>>> = desk.follow(|| Some(Look::Twins));
    let pairs = Memo::new(move |_| found.get().and_then(Result::ok).unwrap_or_default());
    let refused = RwSignal::new(None::<String>);
    let one = move |pair: Pair| {
        let (kept, other) = (pair.twins.kept, pair.twins.other);
        let why = match pair.twins.likeness {
            Likeness::Siren => "même SIREN",
            Likeness::Name => "même nom, à l’écriture près",
        };
        let label = format!("Réunir {} et {}", pair.kept, pair.other);
        let button = format!("Réunir sous «\u{a0}{}\u{a0}»", pair.kept);
        view! {
            <li class="settlement">
                <span>
                    <ViewLink view=View::Debtor(kept.to_string())>{pair.kept}</ViewLink>
                    " et "
                    <ViewLink view=View::Debtor(other.to_string())>{pair.other}</ViewLink>
                    {format!("\u{a0}: {why}")}
                </span>
                <button type="button" class="button quiet small" aria-label=label on:click=move |_| join(desk, kept, other, refused)>
                    {button}
                </button>
            </li>
        }
    };
    let summary = move || match pairs.with(Vec::len) {
        1 => "Deux clients n’en font peut-être qu’un".to_owned(),
        count => format!("{}\u{a0}paires de clients n’en font peut-être qu’un", grouped(count)),
    };
    move || {
        (!pairs.with(Vec::is_empty)).then(|| {
            view! {
                <details class="more no-print">
                    <summary>{summary}</summary>
                    <p class="hint">"Factures, paiements et historique passent sous un seul nom. Cela s’annule."</p>
                    <ul class="settlements">{pairs.get().into_iter().take(SHOWN).map(one).collect_view()}</ul>
                    {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
                </details>
            }
        })
    }
}
