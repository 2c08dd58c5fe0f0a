//! The statement of an invoice as a table that adds up, each line with its why. What changes in it is drawn anew, figure by figure.

pub mod reasons;
pub mod rows;
pub mod rule;
pub mod stated;

use std::collections::BTreeSet;
use std::sync::Arc;

use dument_law::penalties::Line;
use dument_law::{Money, french};
use leptos::prelude::*;

use super::explanation::{Explained, Explanation};
use crate::print::Printing;
use crate::reference;
use rows::{Part, Row, Sum};
use rule::Rule;
use stated::Stated;

/// The explanations that are open, by the `id` of their rows: they stay open as the figures change.
pub type Opened = RwSignal<BTreeSet<String>>;

/// What explains a figure, once it is asked: a long statement has thousands. It follows what the figure comes from.
pub type Explain = Arc<dyn Fn() -> Explanation + Send + Sync>;

/// What is owed of one invoice, line by line.
#[component]
pub fn StatementTable(
    /// The invoice; nothing once it is gone.
    #[prop(into)]
    stated: Signal<Option<Stated>>,
    /// Its place in the case: keeps the `id`s of several tables apart.
    rank: usize,
    /// The explanations that are open.
    opened: Opened,
) -> impl IntoView {
    let caption = Memo::new(move |_| {
        stated.with(|stated| stated.as_ref().map(|stated| rows::title(stated.invoice(), stated.terms().as_of)))
    });
    let rows = Memo::new(move |_| {
        stated.with(|stated| stated.as_ref().map(|stated| rows::rows(stated.invoice(), stated.owed())).unwrap_or_default())
    });
    let sums =
        Memo::new(move |_| stated.with(|stated| stated.as_ref().map(|stated| rows::sums(stated.owed())).unwrap_or_default()));
    let explain_sum = move |part: Part| {
        stated.with(|stated| {
            let of = |stated: &Stated| reasons::of_invoice(part, stated.terms(), stated.invoice(), stated.owed());
            stated.as_ref().map(of).unwrap_or_default()
        })
    };
    // A line of interest stays one, a payment too: only what they say changes.
    let places = move || rows.with(|rows| rows.iter().map(Row::is_line).enumerate().collect::<Vec<_>>());
    let row = move |(i, is_line): (usize, bool)| {
        let row = Memo::new(move |_| rows.with(|rows| rows.get(i).cloned()));
        if is_line {
            let line = Memo::new(move |_| row.with(|row| row.as_ref().and_then(Row::line).cloned()));
            let explain: Explain = Arc::new(move || explain_line(stated, line));
            view! { <LineRow id=format!("why-{rank}-{i}") row line explain opened/> }.into_any()
        } else {
            let words = move || row.with(|row| row.as_ref().map(rows::of_payment));
            view! { <tr class="payment" role="row"><th scope="row" role="rowheader" colspan="5">{words}</th></tr> }.into_any()
        }
    };
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
                <tbody role="rowgroup"><For each=places key=|place| *place let(place)>{row(place)}</For></tbody>
                <tfoot role="rowgroup"><SumRows sums id=format!("why-{rank}-sum") explain=explain_sum opened/></tfoot>
            </table>
        </div>
    }
}

/// Why the interest of a line.
fn explain_line(stated: Signal<Option<Stated>>, line: Memo<Option<Line>>) -> Explanation {
    stated.with(|stated| {
        let (Some(stated), Some(line)) = (stated, line.get()) else { return Explanation::default() };
        let first_day = stated.owed().lines.first().map_or(stated.invoice().due_on, |line| line.from);
        Rule { input: stated.terms(), first_day, line: &line }.explanation()
    })
}

/// A line of interest, and its explanation below it.
#[component]
fn LineRow(id: String, row: Memo<Option<Row>>, line: Memo<Option<Line>>, explain: Explain, opened: Opened) -> impl IntoView {
    let label = Memo::new(move |_| row.with(|row| row.as_ref().map(Row::label)));
    let shown =
        move |show: fn(&Line) -> String| Memo::new(move |_| line.with(|line| line.as_ref().map(show).unwrap_or_default()));
    let provisional = Memo::new(move |_| line.with(|line| line.as_ref().is_some_and(|line| line.provisional)));
    let interest = shown(|line| french::money(line.interest));
    view! {
        <tr role="row" class=move || provisional.get().then_some("provisional")>
            <th scope="row" role="rowheader">
                {label} {move || provisional.get().then(|| view! { " " <span class="tag soon">"provisoire"</span> })}
            </th>
            <td role="cell" class="n" data-label="Jours">{shown(|line| line.days.to_string())}</td>
            <td role="cell" class="n" data-label="Taux">{shown(|line| french::percent(line.percent))}</td>
            <td role="cell" class="n" data-label="Base">{shown(|line| french::money(line.principal))}</td>
            <td role="cell" class="n"><WhyMark id=id.clone() of=interest opened/></td>
        </tr>
        <WhyRow id opened>
            <Explained explanation=explain()/>
            <Freshness/>
        </WhyRow>
    }
}

/// The sums below the lines, and below each its explanation.
#[component]
pub fn SumRows(
    /// The sums.
    sums: Memo<Vec<Sum>>,
    /// What the `id`s of their explanations begin with.
    id: String,
    /// Why each is what it is; it follows what the sum comes from.
    explain: impl Fn(Part) -> Explanation + Copy + Send + Sync + 'static,
    /// The explanations that are open.
    opened: Opened,
) -> impl IntoView {
    let places = move || sums.with(|sums| sums.iter().map(|sum| sum.part).enumerate().collect::<Vec<_>>());
    let row = move |(i, part): (usize, Part)| {
        let id = format!("{id}-{i}");
        let shown =
            move |show: fn(&Sum) -> String| Memo::new(move |_| sums.with(|sums| sums.get(i).map(show).unwrap_or_default()));
        let label = shown(|sum| sum.label.clone());
        let amount = shown(|sum| printed(sum.amount, sum.deducted));
        view! {
            <tr role="row" class=(part == Part::Total).then_some("total")>
                <th scope="row" role="rowheader" colspan="4">{label}</th>
                <td role="cell" class="n"><WhyMark id=id.clone() of=amount opened/></td>
            </tr>
            <WhyRow id opened><Explained explanation=explain(part)/></WhyRow>
        }
    };
    view! { <For each=places key=|place| *place let(place)>{row(place)}</For> }
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
    of: Memo<String>,
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
            aria-label=move || format!("Pourquoi {}\u{202f}?", of.get())
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
