//! The statement of an invoice as a table that adds up, each line with its why.

pub mod rows;
pub mod rule;

use std::collections::BTreeSet;

use dument_law::penalties::{Credit, Input, Invoice, InvoiceStatement, Line, Payment};
use dument_law::{Money, french};
use leptos::prelude::*;

use super::why::Cited;
use crate::reference;
use rows::{Row, Sum};
use rule::Rule;

/// The explanations that are open, by the `id` of their rows: they stay open as the figures change.
pub type Opened = RwSignal<BTreeSet<String>>;

/// What is owed of one invoice, line by line.
#[component]
pub fn StatementTable(
    /// What was computed from.
    input: Input,
    /// The invoice.
    invoice: Invoice,
    /// Its statement.
    statement: InvoiceStatement,
    /// Its place in the case: keeps the `id`s of several tables apart.
    rank: usize,
    /// The explanations that are open.
    opened: Opened,
) -> impl IntoView {
    let caption = rows::title(&invoice, input.as_of);
    let first_day = statement.lines.first().map_or(invoice.due_on, |line| line.from);
    let rows = rows::rows(&invoice, &statement, input.as_of);
    let sums = rows::sums(&statement);
    let indemnity = statement.indemnity;
    view! {
        <div class="frame">
            <table class="statement" role="table">
                <caption>{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Période"</th>
                        <th role="columnheader" scope="col" class="n">"Jours"</th>
                        <th role="columnheader" scope="col" class="n">"Taux"</th>
                        <th role="columnheader" scope="col" class="n">"Base"</th>
                        <th role="columnheader" scope="col" class="n">"Intérêts"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {rows
                        .into_iter()
                        .enumerate()
                        .map(|(i, row)| {
                            let label = row.label();
                            match row {
                                Row::Line(line) => {
                                    let rule = Rule { input: &input, first_day, line: &line };
                                    let id = format!("why-{rank}-{i}");
                                    view! { <LineRow id label line=line.clone() explained=Explained::of(rule) opened/> }.into_any()
                                }
                                Row::Payment(Payment { amount, .. }) | Row::Credit(Credit { amount, .. }) => {
                                    view! {
                                        <tr class="payment" role="row">
                                            <th scope="row" role="rowheader" colspan="5">
                                                {format!("{label}\u{a0}: {}", french::money(amount))}
                                            </th>
                                        </tr>
                                    }
                                        .into_any()
                                }
                            }
                        })
                        .collect_view()}
                </tbody>
                <tfoot role="rowgroup">
                    {sums
                        .into_iter()
                        .map(|sum| {
                            let is_indemnity = indemnity.is_positive() && sum.label.starts_with("Indemnité");
                            let id = is_indemnity.then(|| format!("why-{rank}-indemnity"));
                            view! { <SumRow sum id opened/> }
                        })
                        .collect_view()}
                </tfoot>
            </table>
        </div>
    }
}

/// The answer to « Pourquoi ? » of a line.
struct Explained {
    sentence: String,
    working: String,
    assumed: Vec<String>,
}

impl Explained {
    fn of(rule: Rule<'_>) -> Self {
        Self { sentence: rule.sentence(), working: rule.working(), assumed: rule.assumed() }
    }
}

/// A line of interest, and its explanation below it.
#[component]
fn LineRow(id: String, label: String, line: Line, explained: Explained, opened: Opened) -> impl IntoView {
    let interest = french::money(line.interest);
    view! {
        <tr role="row" class=line.provisional.then_some("provisional")>
            <th scope="row" role="rowheader">
                {label} {line.provisional.then(|| view! { " " <span class="tag soon">"provisoire"</span> })}
            </th>
            <td role="cell" class="n" data-label="Jours">{line.days}</td>
            <td role="cell" class="n" data-label="Taux">{french::percent(line.percent)}</td>
            <td role="cell" class="n" data-label="Base">{french::money(line.principal)}</td>
            <td role="cell" class="n"><WhyMark id=id.clone() of=interest opened/></td>
        </tr>
        <WhyRow id opened>
            <p>{explained.sentence}</p>
            <p class="working">{explained.working}</p>
            {explained.assumed.into_iter().map(|assumed| view! { <p class="assumed">{assumed}</p> }).collect_view()}
            <Cited ids=vec![line.source.into_owned()]/>
            <Freshness/>
        </WhyRow>
    }
}

/// A sum below the lines; the fixed indemnity says why.
#[component]
fn SumRow(sum: Sum, id: Option<String>, opened: Opened) -> impl IntoView {
    let Sum { label, amount, deducted } = sum;
    let printed = printed(amount, deducted);
    let cell = match id.clone() {
        Some(id) => view! { <WhyMark id of=printed opened/> }.into_any(),
        None => printed.into_any(),
    };
    let class = (label == rows::TOTAL).then_some("total");
    view! {
        <tr role="row" class=class>
            <th scope="row" role="rowheader" colspan="4">{label}</th>
            <td role="cell" class="n">{cell}</td>
        </tr>
        {id
            .map(|id| {
                view! {
                    <WhyRow id opened>
                        <p>
                            "Chaque facture payée en retard ouvre droit à une indemnité fixe pour les frais de recouvrement, sans \
                             rappel ni justificatif, quel que soit le montant de la facture."
                        </p>
                        <Cited ids=indemnity_sources()/>
                    </WhyRow>
                }
            })}
    }
}

/// An amount as a statement has it: what is deducted with its sign.
fn printed(amount: Money, deducted: bool) -> String {
    if deducted { format!("−\u{a0}{}", french::money(amount)) } else { french::money(amount) }
}

fn indemnity_sources() -> Vec<String> {
    reference::in_use()
        .figure("recoveryIndemnity")
        .and_then(|figure| figure.last())
        .map(|row| row.source.clone())
        .into_iter()
        .collect()
}

/// A figure with the mark that opens its explanation.
#[component]
fn WhyMark(
    /// The `id` of the row it opens.
    id: String,
    /// The figure.
    of: String,
    opened: Opened,
) -> impl IntoView {
    let is_open = {
        let id = id.clone();
        move || opened.with(|opened| opened.contains(&id))
    };
    let toggle = {
        let id = id.clone();
        move |_| {
            opened.update(|opened| {
                if !opened.remove(&id) {
                    opened.insert(id.clone());
                }
            });
        }
    };
    // The mark stands before the figure, so that amounts align on their comma.
    view! {
        <button
            type="button"
            class="why-mark"
            aria-expanded=move || is_open().to_string()
            aria-controls=id
            aria-label=format!("Pourquoi {of}\u{202f}?")
            on:click=toggle
        >
            "?"
        </button>
        " "
        {of}
    }
}

/// The row that an explanation stands in.
#[component]
fn WhyRow(id: String, opened: Opened, children: Children) -> impl IntoView {
    let is_hidden = {
        let id = id.clone();
        move || opened.with(|opened| !opened.contains(&id))
    };
    view! {
        <tr class="why-row" role="row" id=id hidden=is_hidden>
            <td role="cell" colspan="5"><div class="why-body">{children()}</div></td>
        </tr>
    }
}

/// Up to when the rates are published.
#[component]
fn Freshness() -> impl IntoView {
    let words = || format!("Taux vérifiés jusqu’au {}.", french::day(reference::in_use().known_until));
    view! { <p class="freshness">{words}</p> }
}
