//! Figures, tables, charts and timelines, of one example computed by the engine.

use std::collections::BTreeSet;
use std::sync::Arc;

use dument_law::limitation::{Limitation, Term, limitation};
use dument_law::penalties::{Input, Statement, penalties};
use dument_law::{Day, EventKind, PartyKind, Reference, french};
use leptos::prelude::*;

use crate::case::{Case, HistoryEntry, Movement};
use crate::components::answers::Amount;
use crate::components::chart::balance::BalanceChart;
use crate::components::meter::Meter;
use crate::components::statement_table::StatementTable;
use crate::components::statement_table::stated::Stated;
use crate::components::why::{Sources, Why};
use crate::pages::limitation::timeline::Timeline;
use crate::state::Owed;

/// An invoice of 10 000 €, due on 20 June 2026, of which 4 000 € came in September, the rest acknowledged then.
fn example() -> Case {
    let mut case = Case::default();
    case.debtor.kind = Some(PartyKind::Company);
    if let Some(invoice) = case.invoices.first_mut() {
        "F-2026-014".clone_into(&mut invoice.number);
        "10000".clone_into(&mut invoice.amount);
        "20/06/2026".clone_into(&mut invoice.due_on);
        invoice.payments = vec![Movement { on: "02/09/2026".to_owned(), amount: "4000".to_owned(), retroactive: false }];
    }
    let event = |kind, on: &str| HistoryEntry { kind, on: on.to_owned(), until: String::new(), outcome: None };
    case.history = vec![event(EventKind::FormalNotice, "01/08/2026"), event(EventKind::Acknowledgment, "15/09/2026")];
    case
}

/// The day the example is computed for: never today, so that the page is always the same.
fn as_of() -> Option<Day> {
    Day::new(2026, 11, 22)
}

fn statement() -> Option<(Input, Statement)> {
    let input = example().penalties_input(as_of()?).ok()?;
    let statement = penalties(&input, Reference::published()).ok()?;
    Some((input, statement))
}

fn dates() -> Option<Limitation> {
    let inputs = example().limitation_inputs(as_of()?).ok()?;
    limitation(inputs.first()?, Reference::published()).ok()
}

/// A large figure with what it is made of and why, and how much of a term has run.
#[component]
pub fn Figures() -> impl IntoView {
    let (_, statement) = statement()?;
    let as_of = as_of()?;
    let totals = &statement.totals;
    let total = french::money(totals.total);
    let meter = |last_day: &str| {
        let last_day: Day = last_day.parse().ok()?;
        let left = last_day.days_since(as_of);
        let term = Term {
            starts_on: "2024-06-20".parse().ok()?,
            last_day: Some(last_day),
            expired: left < 0,
            days_left: Some(left.max(0)),
        };
        Some(view! { <Meter as_of term/> })
    };
    Some(view! {
        <div class="columns">
            <section class="answer">
                <h3 class="answer-label">{format!("Au {}, on vous doit", french::day(as_of))}</h3>
                <p class="figure"><Amount text=total.clone()/></p>
                <ul class="parts">
                    <li>"principal " <strong>{french::money(totals.principal_due)}</strong></li>
                    <li>"intérêts " <strong>{french::money(totals.interest_due)}</strong></li>
                </ul>
                <Why of=total><p>"La règle, le calcul, le texte."</p><Sources sources=statement.sources.clone()/></Why>
            </section>
            <section class="answer">
                <h3 class="answer-label">"Une réponse qui attend ses faits"</h3>
                <p class="figure blank-figure" aria-hidden="true">"—"</p>
                <p class="hint">"Donnez le montant."</p>
            </section>
        </div>
        <div class="columns">{meter("2029-06-20")} {meter("2026-12-24")} {meter("2026-06-20")}</div>
    })
}

/// A statement that adds up, and the same over time.
#[component]
pub fn Tables() -> impl IntoView {
    let (input, statement) = statement()?;
    let opened = RwSignal::new(BTreeSet::new());
    let owed = Arc::new(Owed { input, statement });
    let stated = Signal::stored(Stated::all(&Ok(Arc::clone(&owed))).into_iter().next());
    Some(view! { <div class="frame"><StatementTable stated rank=0 opened/></div><BalanceChart owed/> })
}

/// Events with what each did, and steps on their dates.
#[component]
pub fn Timelines() -> impl IntoView {
    let as_of = as_of()?;
    let limitation = dates()?;
    Some(view! {
        <Timeline limitation=limitation.into() as_of/>
        <ol class="steps">
            <li data-state="done"><p class="step-date">"12\u{a0}novembre 2026"</p><div><h3>"Une étape faite"</h3></div></li>
            <li>
                <p class="step-date">"22\u{a0}novembre 2026"</p>
                <div><h3>"La prochaine étape"</h3><p>"Ce qu’elle demande, et le bouton qui la fait."</p></div>
            </li>
        </ol>
    })
}
