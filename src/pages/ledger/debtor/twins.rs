//! Joining another client with this one, by hand.

use dument_desk::Look;
use dument_ledger::rows::{Filter, Of, Row, Rows, Sort, View as List};
use leptos::prelude::*;

use super::OnSheet;
use crate::address::use_address;
use crate::components::field::TextField;
use crate::ledger::desk::{Unanswered, use_desk};
use crate::pages::ledger::pairs::join;

/// How many clients are offered.
const OFFERED: usize = 6;

/// Searches the other client, and joins it with this one.
#[component]
pub fn Twins() -> impl IntoView {
    let OnSheet { id, .. } = expect_context();
    let (desk, address) = (use_desk(), use_address());
    let search = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    let found: RwSignal<Option<Result<Rows, Unanswered>>> = desk.follow(move || {
        let text = search.get();
        let filter = Filter { text: text.clone(), ..Filter::default() };
        let view = List { of: Of::Debtors, filter, sort: Sort::Debtor, descending: false };
        (text.trim().len() > 1).then(|| Look::Rows { as_of: address.as_of(), view: Box::new(view), from: 0, count: OFFERED })
    });
    let others = move || {
        let rows = found.get().and_then(Result::ok).filter(|_| search.with(|text| text.trim().len() > 1)).map(|found| found.rows);
        let debtor = |row| if let Row::Debtor(row) = row { Some(row) } else { None };
        rows.into_iter().flatten().filter_map(debtor).filter(|row| row.debtor != id).collect::<Vec<_>>()
    };
    let none = move || search.with(|text| text.trim().len() > 1) && found.with(Option::is_some) && others().is_empty();
    view! {
        <section class="section no-print" aria-labelledby="debtor-twins">
            <h3 id="debtor-twins">"Réunir avec un autre client"</h3>
            <p class="hint">"Si deux fiches sont le même client\u{a0}: les factures, les paiements et l’historique de l’autre viennent ici, et l’autre fiche disparaît. Cela s’annule."</p>
            <TextField id="twin-search" label="Nom de l’autre client" value=search on_input=move |typed| search.set(typed)/>
            <ul class="settlements">
                {move || others().into_iter().map(|row| {
                    let other = row.debtor;
                    view! {
                        <li>
                            <button type="button" class="button quiet small" on:click=move |_| {
                                search.set(String::new());
                                join(desk, id, other, refused);
                            }>{format!("Réunir avec «\u{a0}{}\u{a0}»", row.name)}</button>
                        </li>
                    }
                }).collect_view()}
            </ul>
            <p class="hint" role="status">{move || none().then_some("Aucun autre client de ce nom.")}</p>
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </section>
    }
}
