//! The statement of an invoice as a table that adds up, each line with its why.

pub mod reasons;
pub mod rows;
pub mod rule;

use std::collections::BTreeSet;
use std::sync::Arc;

use dument_law::penalties::{Input, Invoice, InvoiceStatement, Line};
use dument_law::{Money, french};
use leptos::prelude::*;

use super::explanation::{Explained, Explanation};
use crate::print::Printing;
use crate::reference;
use rows::{Row, Sum};
use rule::Rule;

/// The explanations that are open, by the `id` of their rows: they stay open as the figures change.
pub type Opened = RwSignal<BTreeSet<String>>;

/// What explains a figure, once it is asked: a long statement has thousands.
pub type Explain = Arc<dyn Fn() -> Explanation + Send + Sync>;

/// What is owed of one invoice, line by line.
#[component]
pub fn StatementTable(
    /// What was computed from, but for the invoices.
    terms: Input,
    /// The invoice.
    invoice: Invoice,
    /// Its statement.
    statement: InvoiceStatement,
    /// Its place in the case: keeps the `id`s of several tables apart.
    rank: usize,
    /// The explanations that are open.
    opened: Opened,
) -> impl IntoView {
    let caption = rows::title(&invoice, terms.as_of);
    let first_day = statement.lines.first().map_or(invoice.due_on, |line| line.from);
    let rows = rows::rows(&invoice, &statement);
    let sums = rows::sums(&statement);
    let computed = Arc::new((terms, invoice, statement));
    let sums = sums
        .into_iter()
        .enumerate()
        .map(|(i, sum)| {
            let (computed, part) = (Arc::clone(&computed), sum.part);
            let explain: Explain = Arc::new(move || reasons::of_invoice(part, &computed.0, &computed.1, &computed.2));
            view! { <SumRow sum id=format!("why-{rank}-sum-{i}") explain opened/> }
        })
        .collect_view();
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
                                    let (computed, of) = (Arc::clone(&computed), line.clone());
                                    let explain: Explain =
                                        Arc::new(move || Rule { input: &computed.0, first_day, line: &of }.explanation());
                                    let id = format!("why-{rank}-{i}");
                                    view! { <LineRow id label line explain opened/> }.into_any()
                                }
                                Row::Payment(applied) | Row::Credit { applied, .. } => {
                                    let amount = french::money(applied.amount);
                                    let shares = rows::shares(&applied).map(|shares| format!(", {shares}"));
                                    view! {
                                        <tr class="payment" role="row">
                                            <th scope="row" role="rowheader" colspan="5">{format!("{label}\u{a0}: {amount}")} {shares}</th>
                                        </tr>
                                    }
                                        .into_any()
                                }
                            }
                        })
                        .collect_view()}
                </tbody>
                <tfoot role="rowgroup">{sums}</tfoot>
            </table>
        </div>
    }
}

/// A line of interest, and its explanation below it.
#[component]
fn LineRow(id: String, label: String, line: Line, explain: Explain, opened: Opened) -> impl IntoView {
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
            <Explained explanation=explain()/>
            <Freshness/>
        </WhyRow>
    }
}

/// A sum below the lines, and its explanation below it.
#[component]
pub fn SumRow(
    /// The sum.
    sum: Sum,
    /// The `id` of its explanation.
    id: String,
    /// Why it is what it is.
    explain: Explain,
    /// The explanations that are open.
    opened: Opened,
) -> impl IntoView {
    let Sum { label, amount, deducted, .. } = sum;
    let class = (label == rows::TOTAL).then_some("total");
    view! {
        <tr role="row" class=class>
            <th scope="row" role="rowheader" colspan="4">{label}</th>
            <td role="cell" class="n"><WhyMark id=id.clone() of=printed(amount, deducted) opened/></td>
        </tr>
        <WhyRow id opened><Explained explanation=explain()/></WhyRow>
    }
}

/// An amount as a statement has it: what is deducted with its sign.
fn printed(amount: Money, deducted: bool) -> String {
    if deducted { format!("−\u{a0}{}", french::money(amount)) } else { french::money(amount) }
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

/// The row that an explanation stands in, while it is open or goes to paper.
#[component]
fn WhyRow(id: String, opened: Opened, children: ChildrenFn) -> impl IntoView {
    let printing = Printing::of_page();
    let is_open = {
        let id = id.clone();
        move || opened.with(|opened| opened.contains(&id))
    };
    let is_hidden = {
        let is_open = is_open.clone();
        move || !is_open()
    };
    view! {
        <tr class="why-row" role="row" id=id hidden=is_hidden>
            <td role="cell" colspan="5">
                <div class="why-body">{move || (is_open() || printing.get()).then(|| children())}</div>
            </td>
        </tr>
    }
}

/// Up to when the rates are published.
#[component]
fn Freshness() -> impl IntoView {
    let words = || format!("Taux vérifiés jusqu’au {}.", french::day(reference::in_use().known_until));
    view! { <p class="freshness">{words}</p> }
}
