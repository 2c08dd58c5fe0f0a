//! Every client: what it owes, since when, how much risk there is.

use dument_desk::Look;
use dument_law::french;
use dument_ledger::rows::{DebtorRow, Filter, Of, Row, Rows, Sort, View as List};
use leptos::prelude::*;

use super::long_table::{LongTable, Window, grouped};
use super::new_debtor::NewDebtor;
use super::pairs::Pairs;
use super::place::{View, use_place};
use crate::address::use_address;
use crate::components::field::{SelectField, TextField};
use crate::ledger::desk::{Unanswered, use_desk};

/// The list of clients.
#[component]
pub fn Debtors() -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let search = RwSignal::new(String::new());
    let by = RwSignal::new(Sort::Late);
    let all = RwSignal::new(false);
    let window = RwSignal::new(Window::FIRST);
    let list = move || {
        let sort = by.get();
        List {
            of: Of::Debtors,
            filter: Filter { text: search.get(), open: !all.get(), ..Filter::default() },
            sort,
            // The most first, of sums.
            descending: matches!(sort, Sort::Late | Sort::Open),
        }
    };
    let found: RwSignal<Option<Result<Rows, Unanswered>>> = desk.follow(move || {
        let Window { from, count } = window.get();
        Some(Look::Rows { as_of: address.as_of(), view: Box::new(list()), from, count })
    });
    let answer = Memo::new(move |_| found.get().and_then(Result::ok));
    let total = Signal::derive(move || answer.with(|answer| answer.as_ref().map_or(0, |answer| answer.total)));
    let rows = Signal::derive(move || answer.get().map_or((0, Vec::new()), |answer| (answer.from, debtors(answer.rows))));
    let sums = Memo::new(move |_| answer.with(|answer| answer.as_ref().map(told)));
    let anew = move || window.update(|window| window.from = 0);
    view! {
        <section class="section ledger-view" aria-labelledby="debtors-title">
            <h2 id="debtors-title">{View::Debtors.name()}</h2>
            <div class="ledger-filter no-print">
                <SelectField
                    id="debtors-sort"
                    label="Trier par"
                    options=vec![
                        (Sort::Late, "Retard le plus lourd".to_owned()),
                        (Sort::Open, "Reste dû".to_owned()),
                        (Sort::DueOn, "Plus ancienne échéance".to_owned()),
                        (Sort::Debtor, "Nom".to_owned()),
                        (Sort::ActBefore, "Prescription la plus proche".to_owned()),
                    ]
                    value=Signal::derive(move || Some(by.get()))
                    on_choose=Callback::new(move |chosen: Option<Sort>| {
                        anew();
                        by.set(chosen.unwrap_or(Sort::Late));
                    })
                />
                <TextField
                    id="debtors-search"
                    label="Chercher"
                    value=search
                    on_input=move |typed| {
                        anew();
                        search.set(typed);
                    }
                    placeholder="nom, SIREN, ville"
                    optional=true
                />
                <label class="check">
                    <input type="checkbox" prop:checked=all on:change=move |event| all.set(event_target_checked(&event))/>
                    <span>"Montrer aussi ceux qui ne doivent rien"</span>
                </label>
            </div>
            <NewDebtor/>
            <Pairs/>
            <p class="ledger-sums" role="status">{sums}</p>
            {move || found.with(|found| found.as_ref().and_then(|found| found.as_ref().err().map(ToString::to_string))).map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <LongTable
                label="Clients"
                class="debtors-table"
                head=(|| {
                    view! {
                        <div role="columnheader" class="c-client">"Client"</div>
                        <div role="columnheader" class="c-count">"Factures ouvertes"</div>
                        <div role="columnheader" class="c-due">"Plus ancienne échéance"</div>
                        <div role="columnheader" class="c-amount n">"En retard"</div>
                        <div role="columnheader" class="c-open n">"Reste dû"</div>
                    }
                })
                    .into()
                total
                rows
                window
                key=|row: &DebtorRow| format!("{}{}{}{}{}", row.debtor, row.name, row.open, row.late, row.over_limit)
                cells=Callback::new(|(row, stop): (DebtorRow, Signal<&'static str>)| view! { <Cells row stop/> }.into_any())
            />
        </section>
    }
}

/// What the clients listed come to, in a sentence.
fn told(answer: &Rows) -> String {
    let clients = if answer.total < 2 { "client" } else { "clients" };
    format!("{}\u{a0}{clients}\u{a0}: {} restent dus.", grouped(answer.total), french::money(answer.open))
}

/// The clients among rows: there is nothing else in this list.
fn debtors(rows: Vec<Row>) -> Vec<DebtorRow> {
    let debtor = |row| if let Row::Debtor(row) = row { Some(*row) } else { None };
    rows.into_iter().filter_map(debtor).collect()
}

/// The cells of a client.
#[component]
fn Cells(row: DebtorRow, stop: Signal<&'static str>) -> impl IntoView {
    let place = use_place();
    let over = row.over_limit.is_positive();
    let href = move || place.href(&View::Debtor(row.debtor.to_string()));
    view! {
        <div role="cell" class="c-client">
            <a href=href tabindex=stop title=row.name.clone()>{row.name.clone()}</a>
            {over.then(|| view! { <small class="late">"au-delà de la limite"</small> })}
        </div>
        <div role="cell" class="c-count">{row.open_count}</div>
        <div role="cell" class="c-due">
            {row.oldest_due_on.map(|day| view! { <span class="c-word" aria-hidden="true">"depuis le "</span> {french::short_day(day)} })}
        </div>
        <div role="cell" class="c-amount n"><span class="c-word" aria-hidden="true">"dont en retard "</span>{french::money(row.late)}</div>
        <div role="cell" class="c-open n">{french::money(row.open)}</div>
    }
}
