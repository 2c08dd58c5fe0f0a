//! The key figures of a business, each with what it means, what it was made of, what was aimed at and what to do.

use dument_desk::Look;
use dument_desk::figures::{Aged, Figure, Figures as Answer, Target};
use dument_law::french;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::place::View;
use super::words;
use crate::address::use_address;
use crate::components::chart::bars::{Bar, BarChart};
use crate::components::icon::Icon;
use crate::components::why::Why;
use crate::documents;
use crate::download;
use crate::ledger::desk::{Unanswered, use_desk};

/// Every key figure.
#[component]
pub fn Figures() -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let found: RwSignal<Option<Result<Answer, Unanswered>>> = desk.follow(move || Some(Look::Figures { as_of: address.as_of() }));
    let making = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let report = move |_| {
        if making.get_untracked() {
            return;
        }
        let as_of = untrack(|| address.as_of());
        making.set(true);
        spawn_local(async move {
            let made = async {
                let document = desk.look_at(&Look::Report { as_of }).await.map_err(|why| why.to_string())?;
                let bytes = documents::pdf_of_written(&document).await.map_err(|why| why.to_string())?;
                download::save(&format!("dument-rapport-{as_of}.pdf"), "application/pdf", &bytes).map_err(|why| why.to_string())
            };
            refused.set(made.await.err());
            making.set(false);
        });
    };
    let print = move |_| {
        // Where the browser prints nothing, the page stays as it is.
        let _ = window().print();
    };
    view! {
        <section class="section ledger-view" aria-labelledby="figures-title">
            <h2 id="figures-title">{View::Figures.name()}</h2>
            {move || match found.get() {
                None => view! { <p class="loading" role="status">"Calcul des chiffres…"</p> }.into_any(),
                Some(Err(why)) => view! { <p class="error" role="alert">{why.to_string()}</p> }.into_any(),
                Some(Ok(figures)) => view! { <Shown figures/> }.into_any(),
            }}
            <p class="actions no-print">
                <button type="button" class="button small" aria-disabled=move || making.get().then_some("true") on:click=report><Icon name="file-pdf"/>"Rapport du mois (PDF)"</button>
                <button type="button" class="button plain small" on:click=print><Icon name="print"/>"Imprimer"</button>
            </p>
            {move || making.get().then(|| view! { <p class="loading" role="status">"Mise en page du rapport…"</p> })}
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </section>
    }
}

#[component]
fn Shown(figures: Answer) -> impl IntoView {
    let Answer { as_of, from, aged, figures, foreign, .. } = figures;
    let bars = aged.iter().map(|aged| Bar { name: aged.age.title().to_owned(), amount: aged.amount }).collect();
    view! {
        <BarChart title=format!("Ce qui reste dû au {}, selon le retard", french::day(as_of)) bars>
            <AgedTable aged/>
        </BarChart>
        <p class="hint">{format!("Les chiffres sur la durée portent sur les douze mois du {} au {}.", french::day(from), french::day(as_of))}</p>
        <ul class="ledger-figures">{figures.into_iter().map(|figure| view! { <One figure/> }).collect_view()}</ul>
        {(!foreign.is_empty()).then(|| {
            let sums: Vec<String> = foreign.into_iter().map(|(currency, _, amount)| words::amount(amount, currency)).collect();
            view! { <p class="hint">{format!("En d’autres devises, hors de ces chiffres\u{a0}: {}.", sums.join(", "))}</p> }
        })}
    }
}

/// What is open, by how long it has been due.
#[component]
pub fn AgedTable(
    /// The ages.
    aged: Vec<Aged>,
) -> impl IntoView {
    let rows = aged.into_iter().map(|aged| {
        view! {
            <tr>
                <th scope="row">{aged.age.title()}</th>
                <td class="n" data-label="factures">{aged.count}</td>
                <td class="n">{french::money(aged.amount)}</td>
            </tr>
        }
    });
    view! {
        <table class="statement">
            <caption class="visually-hidden">"Balance âgée"</caption>
            <thead>
                <tr>
                    <th scope="col">"Retard"</th>
                    <th scope="col" class="n">"Factures"</th>
                    <th scope="col" class="n">"Reste dû"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// The figure itself, in words: « 1 850,00 € », « 91,3 % », « 42,5 jours ».
fn value(figure: &Figure) -> String {
    if let Some(amount) = figure.money {
        return french::money(amount);
    }
    let Some(number) = &figure.number else { return "—".to_owned() };
    format!("{}\u{a0}{}", french::decimal(number), figure.unit)
}

#[component]
fn One(figure: Figure) -> impl IntoView {
    let shown = value(&figure);
    let Figure { label, none, definition, inputs, left_out, target, .. } = figure;
    let of = label.clone();
    view! {
        <li>
            <h3>{label}</h3>
            <p class="figure middle">{shown}</p>
            {none.map(|why| view! { <p class="hint">{why}</p> })}
            {target.map(|target| view! { <Aim target/> })}
            <Why of>
                <p>{definition}</p>
                <dl class="ledger-inputs">
                    {inputs.into_iter().map(|(what, value)| view! { <div><dt>{what}</dt><dd>{value}</dd></div> }).collect_view()}
                </dl>
                {left_out.into_iter().map(|left_out| view! { <p class="assumed">{left_out}</p> }).collect_view()}
            </Why>
        </li>
    }
}

/// What was aimed at, and what to do where it is missed.
#[component]
fn Aim(target: Target) -> impl IntoView {
    let Target { text, met, advice } = target;
    view! {
        <p class=if met { "ok" } else { "late" }>{format!("Objectif\u{a0}: {text}. {}", if met { "Atteint." } else { "Manqué." })}</p>
        {advice.map(|advice| view! { <p class="hint">{advice}</p> })}
    }
}
