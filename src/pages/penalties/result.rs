//! The statement: the total, its tables, what one can do with it.

use std::collections::BTreeSet;

use dument_law::penalties::{Input, Statement, penalties};
use dument_law::{Day, Note, french};
use dument_pages::Page;
use leptos::prelude::*;

use super::readings::Readings;
use super::{Computed, export};
use crate::address::use_address;
use crate::components::answers::Amount;
use crate::components::chart::interest::InterestChart;
use crate::components::copy::CopyButton;
use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::components::live::Live;
use crate::components::notes::Notes;
use crate::components::statement_table::rows::TOTAL;
use crate::components::statement_table::{Opened, StatementTable};
use crate::components::waiting::Waiting;
use crate::components::why::{Sources, Why};
use crate::download;
use crate::reference;

/// What is owed, or what must be known first.
#[component]
pub fn Result(
    /// What was computed from, and what came of it.
    computed: Computed,
) -> impl IntoView {
    let address = use_address();
    let opened: Opened = RwSignal::new(BTreeSet::new());
    let said = Signal::derive(move || {
        computed.with(|computed| {
            computed.as_ref().map_or_else(
                |_| String::new(),
                |(_, statement)| {
                    format!("Au {}, on vous doit {}.", french::day(address.as_of()), french::money(statement.totals.total))
                },
            )
        })
    });
    view! {
        {move || match computed.get() {
            Err(faults) => view! { <Waiting faults/> }.into_any(),
            Ok((input, statement)) if input.invoices.iter().all(|invoice| input.as_of <= invoice.due_on) => {
                view! { <NotDue input/> <Notes notes=statement.notes/> }.into_any()
            }
            Ok((input, statement)) => {
                view! {
                    <Total statement=statement.clone()/>
                    <Tables input=input.clone() statement=statement.clone() opened/>
                    <Actions computed/>
                    <Notes notes=notes_beside_readings(&statement)/>
                    <InterestChart input=input.clone()/>
                    <Readings input statement/>
                }
                    .into_any()
            }
        }}
        <Live text=said/>
    }
}

/// Above so many characters, a total in large figures wouldn't fit a phone.
const LONG: usize = 14;

/// The remarks but for the one on part payments, which the two readings show.
fn notes_beside_readings(statement: &Statement) -> Vec<Note> {
    statement.notes.iter().filter(|note| note.code != "imputationOrder").cloned().collect()
}

/// The total and what it is made of.
#[component]
fn Total(statement: Statement) -> impl IntoView {
    let Statement { as_of, totals, provisional, sources, .. } = statement;
    let total = french::money(totals.total);
    let class = if total.chars().count() > LONG { "figure middle" } else { "figure" };
    let part = |name: &'static str, amount| view! { <li>{name} " " <strong>{french::money(amount)}</strong></li> };
    view! {
        <section class="answer">
            <h2 class="answer-label">
                {format!("Au {}, on vous doit", french::day(as_of))}
                {provisional.then(|| view! { " " <span class="tag soon">"provisoire"</span> })}
            </h2>
            <p class=class><Amount text=total.clone()/></p>
            <ul class="parts">
                {part("principal", totals.principal_due)}
                {part("intérêts", totals.interest_due)}
                {totals.indemnity_due.is_positive().then(|| part("indemnité", totals.indemnity_due))}
                {totals.per_day.is_positive().then(|| part("chaque jour de plus", totals.per_day))}
            </ul>
            <Why of=total>
                <p>
                    "L’intérêt court du lendemain de l’échéance jusqu’au jour du calcul compris, sur ce qui reste dû, taxes \
                     comprises. Le total est la somme des lignes du décompte, chacune arrondie au centime."
                </p>
                <p>"Chaque jour de plus ajoute le principal restant dû, multiplié par le taux du lendemain et divisé par 365."</p>
                <p class="assumed">
                    "Aucun texte ne dit comment compter les jours\u{a0}: nous divisons par 365, même une année bissextile, comme le fait l’administration."
                </p>
                <Sources sources/>
            </Why>
        </section>
    }
}

/// Nothing owed yet: what will run, and from when.
#[component]
fn NotDue(input: Input) -> impl IntoView {
    let due_on = input.invoices.iter().map(|invoice| invoice.due_on).min()?;
    let first_day = due_on.next();
    let mut then = input;
    then.as_of = first_day;
    let coming = penalties(&then, reference::in_use()).ok().filter(|coming| coming.totals.per_day.is_positive());
    Some(view! {
        <section class="answer">
            <h2 class="answer-label">{format!("À payer le {}", french::day(due_on))}</h2>
            <p class="figure words">"Pas encore échue\u{a0}: rien n’est dû"</p>
            {coming
                .map(|coming| {
                    let percent = coming.invoices.iter().find_map(|invoice| invoice.lines.first()).map(|line| line.percent);
                    let indemnity = coming.totals.indemnity_due;
                    view! {
                        <p>{format!("Sans paiement, voici ce qui courra à partir du {}\u{a0}:", french::day(first_day))}</p>
                        <ul class="parts">
                            {percent.map(|percent| view! { <li>"intérêts " <strong>{format!("{} par an", french::percent(percent))}</strong></li> })}
                            <li>"chaque jour " <strong>{french::money(coming.totals.per_day)}</strong></li>
                            {indemnity.is_positive().then(|| view! { <li>"indemnité " <strong>{french::money(indemnity)}</strong></li> })}
                        </ul>
                        <Why of="ce qui courra">
                            <p>"Les pénalités sont dues le lendemain de l’échéance, sans rappel."</p>
                            <Sources sources=coming.sources/>
                        </Why>
                    }
                })}
        </section>
    })
}

/// A table for each invoice, and the grand totals of several.
#[component]
fn Tables(input: Input, statement: Statement, opened: Opened) -> impl IntoView {
    let several = statement.invoices.len() > 1;
    let tables = input
        .invoices
        .iter()
        .zip(&statement.invoices)
        .enumerate()
        .map(|(rank, (invoice, owed))| {
            let not_due = input.as_of <= invoice.due_on;
            let (input, invoice, statement) = (input.clone(), invoice.clone(), owed.clone());
            view! {
                <section class="invoice-statement">
                    {if not_due {
                        view! { <p class="hint">{not_yet(&invoice.number, invoice.due_on)}</p> }.into_any()
                    } else {
                        view! { <StatementTable input invoice statement rank opened/> }.into_any()
                    }}
                </section>
            }
        })
        .collect_view();
    view! {
        <div>
            {tables}
            {several.then(|| view! { <section class="invoice-statement"><GrandTotals statement/></section> })}
        </div>
    }
}

fn not_yet(number: &str, due_on: Day) -> String {
    format!("Facture {number}\u{a0}: à payer le {}, rien n’est dû aujourd’hui.", french::day(due_on))
}

/// Each invoice in a line, and the sums over all of them.
#[component]
fn GrandTotals(statement: Statement) -> impl IntoView {
    let totals = statement.totals;
    let sums = [
        ("Principal restant dû", totals.principal_due),
        ("Intérêts restant dus", totals.interest_due),
        ("Indemnités forfaitaires", totals.indemnity_due),
        (TOTAL, totals.total),
    ];
    view! {
        <div class="frame">
            <table class="statement" role="table">
                <caption>"Toutes les factures"</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">"Facture"</th>
                        <th role="columnheader" scope="col" class="n">"Principal"</th>
                        <th role="columnheader" scope="col" class="n">"Intérêts"</th>
                        <th role="columnheader" scope="col" class="n">"Indemnité"</th>
                        <th role="columnheader" scope="col" class="n">"Total"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {statement
                        .invoices
                        .into_iter()
                        .map(|invoice| {
                            view! {
                                <tr role="row">
                                    <th scope="row" role="rowheader">{invoice.number}</th>
                                    <td role="cell" class="n" data-label="Principal">{french::money(invoice.principal_due)}</td>
                                    <td role="cell" class="n" data-label="Intérêts">{french::money(invoice.interest_due)}</td>
                                    <td role="cell" class="n" data-label="Indemnité">{french::money(invoice.indemnity_due)}</td>
                                    <td role="cell" class="n">{french::money(invoice.total)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
                <tfoot role="rowgroup">
                    {sums
                        .map(|(label, amount)| {
                            view! {
                                <tr role="row" class=(label == TOTAL).then_some("total")>
                                    <th scope="row" role="rowheader" colspan="4">{label}</th>
                                    <td role="cell" class="n">{french::money(amount)}</td>
                                </tr>
                            }
                        })
                        .into_iter()
                        .collect_view()}
                </tfoot>
            </table>
        </div>
    }
}

/// Copy, file, print, letter.
#[component]
fn Actions(computed: Computed) -> impl IntoView {
    let refused = RwSignal::new(None::<String>);
    let text = Callback::new(move |()| {
        computed.with_untracked(|computed| {
            computed.as_ref().map(|(input, statement)| export::text(input, statement)).unwrap_or_default()
        })
    });
    let save = move |_| {
        let file = computed.with_untracked(|computed| {
            let (input, statement) = computed.as_ref().ok()?;
            Some((format!("dument-decompte-{}.csv", statement.as_of), export::csv(input, statement)))
        });
        let Some((name, bytes)) = file else { return };
        refused.set(download::save(&name, "text/csv;charset=utf-8", &bytes).err().map(|error| error.to_string()));
    };
    // A browser without a printer to offer does nothing.
    let print = move |_| {
        let _ = window().print();
    };
    view! {
        <div class="statement-actions">
            <CopyButton text/>
            <button type="button" class="button plain small" on:click=save><Icon name="download"/>"Tableur (CSV)"</button>
            <button type="button" class="button plain small" on:click=print><Icon name="print"/>"Imprimer"</button>
            <PageLink page=Page::Letters class="button small">"Écrire la lettre"</PageLink>
        </div>
        {move || refused.get().map(|message| view! { <p class="error" role="alert">{message}</p> })}
    }
}
