//! What a total owed is made of, each part with its why.

use std::sync::Arc;

use dument_law::penalties::{Input, Statement, Totals};
use dument_law::{Money, Source, french};
use leptos::prelude::*;

use super::explanation::{Explained, Explanation};
use super::statement_table::reasons;
use super::statement_table::rows::Part;
use super::why::Sources;
use crate::state::Owed;

/// A part: what it is called, how much, and why.
type Reason = (&'static str, Money, Explanation);

/// Every part of what is owed, in the order in which it is shown.
fn parts(input: &Input, statement: &Statement) -> Vec<Reason> {
    let totals = &statement.totals;
    let only = match (input.invoices.as_slice(), statement.invoices.as_slice()) {
        ([invoice], [owed]) => Some((invoice, owed)),
        _ => None,
    };
    let of = |part| match only {
        Some((invoice, owed)) if part == Part::Principal => reasons::of_invoice(part, input, invoice, owed),
        _ => reasons::of_all(part, input, statement),
    };
    let mut parts = vec![
        ("Principal", totals.principal_due, of(Part::Principal)),
        ("Intérêts", totals.interest_due, reasons::of_interest(input, statement)),
    ];
    let more = [
        ("Indemnité", totals.indemnity_due, Part::Indemnity),
        ("Clause pénale", totals.clause, Part::Clause),
        ("Frais justifiés", totals.extra_costs, Part::Costs),
    ];
    parts.extend(more.into_iter().filter(|(_, sum, _)| sum.is_positive()).map(|(name, sum, part)| (name, sum, of(part))));
    parts.push(("Total", totals.total, of(Part::Total)));
    parts.extend(reasons::of_per_day(statement).map(|explanation| ("Chaque jour de plus", totals.per_day, explanation)));
    parts
}

/// The answer to « Pourquoi ? » behind a total owed.
#[component]
pub fn Breakdown(
    /// What it is.
    owed: Arc<Owed>,
) -> impl IntoView {
    let parts = parts(&owed.input, &owed.statement);
    let is_cited = |source: &Source| parts.iter().any(|(_, _, explanation)| explanation.sources.contains(&source.id));
    let sources: Vec<Source> = owed.statement.sources.iter().filter(|source| !is_cited(source)).cloned().collect();
    let parts = parts.into_iter().map(|(name, sum, explanation)| {
        view! {
            <p><strong>{format!("{name}\u{a0}: {}", french::money(sum))}</strong></p>
            <Explained explanation/>
        }
    });
    view! {
        {parts.collect_view()}
        <Sources sources/>
    }
}

/// The parts of a total, beside it.
#[component]
pub fn Parts(
    /// What is owed.
    totals: Totals,
) -> impl IntoView {
    let part = |name: &'static str, amount: Money| view! { <li>{name} " " <strong>{french::money(amount)}</strong></li> };
    let more = [
        ("indemnité", totals.indemnity_due),
        ("clause pénale", totals.clause),
        ("frais", totals.extra_costs),
        ("chaque jour de plus", totals.per_day),
    ];
    view! {
        <ul class="parts">
            {part("principal", totals.principal_due)}
            {part("intérêts", totals.interest_due)}
            {more.into_iter().filter(|(_, amount)| amount.is_positive()).map(|(name, amount)| part(name, amount)).collect_view()}
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use dument_law::Reference;
    use dument_law::penalties::{Invoice, Regime, penalties};

    use super::*;

    #[test]
    fn the_parts_add_up_to_the_total() {
        let invoice = Invoice::unpaid("F-1", "2026-05-16".parse().unwrap(), Money::from_cents(185_000));
        let mut input = Input::new("2026-11-22".parse().unwrap(), Regime::Business, vec![invoice]);
        input.penalty_clause =
            Some(dument_law::penalties::PenaltyClause { percent: None, minimum: Some(Money::from_cents(5_000)) });
        let statement = penalties(&input, Reference::published()).unwrap();
        let parts = parts(&input, &statement);
        let names: Vec<&str> = parts.iter().map(|(name, ..)| *name).collect();
        assert_eq!(names, ["Principal", "Intérêts", "Indemnité", "Clause pénale", "Total", "Chaque jour de plus"]);
        let added: Money = parts[..4].iter().map(|(_, sum, _)| *sum).sum();
        assert_eq!(added, parts[4].1);
    }
}
