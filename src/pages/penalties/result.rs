//! The statement: the total, its tables, what one can do with it.

use std::collections::BTreeSet;
use std::sync::Arc;

use dument_law::penalties::{Invoice, Statement};
use dument_law::{Note, french};
use dument_pages::Page;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::document::{Parties as Named, document};
use super::readings::Readings;
use super::{Computed, export};
use crate::address::use_address;
use crate::case::reading::Fault;
use crate::components::answers::Amount;
use crate::components::breakdown::{Breakdown, Parts};
use crate::components::chart::balance::BalanceChart;
use crate::components::copy::CopyButton;
use crate::components::gradual::{Gradual, unhurried};
use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::components::live::Live;
use crate::components::not_due::{NotDue, is_not_due};
use crate::components::notes::Notes;
use crate::components::statement_table::rows::{Part, grand_sums};
use crate::components::statement_table::stated::Stated;
use crate::components::statement_table::{Opened, StatementTable, SumRows, reasons};
use crate::components::waiting::Waiting;
use crate::components::why::Why;
use crate::documents::{self, RenderError};
use crate::download;
use crate::print::Printing;
use crate::reference;
use crate::state::{Answer, Owed, use_state};

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
                |owed| {
                    let total = owed.statement.totals.total;
                    format!("Au {}, on vous doit {}.", french::day(address.as_of()), french::money(total))
                },
            )
        })
    });
    let stage = Memo::new(move |_| computed.with(Stage::of));
    let not_due = move || {
        let owed = computed.get().ok()?;
        Some(view! { <NotDue input=owed.input.clone()/> <Notes notes=owed.statement.notes.clone()/> })
    };
    view! {
        {move || match stage.get() {
            Stage::Waiting(faults) => view! { <Waiting faults/> }.into_any(),
            Stage::NotDue => not_due.into_any(),
            Stage::Due => view! { <Due computed opened/> }.into_any(),
        }}
        <Live text=said/>
    }
}

/// How far the computation has come.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Facts are missing or wrong.
    Waiting(Vec<Fault>),
    /// Nothing is due yet.
    NotDue,
    /// Something is.
    Due,
}

impl Stage {
    fn of(computed: &Answer<Arc<Owed>>) -> Self {
        match computed {
            Err(faults) => Self::Waiting(faults.clone()),
            Ok(owed) if is_not_due(&owed.input) => Self::NotDue,
            Ok(_) => Self::Due,
        }
    }
}

/// The whole statement.
#[component]
fn Due(computed: Computed, opened: Opened) -> impl IntoView {
    let drawn = unhurried(computed);
    let notes = Memo::new(move |_| {
        computed.with(|computed| computed.as_ref().map(|owed| notes_beside_readings(&owed.statement)).unwrap_or_default())
    });
    view! {
        <Total computed/>
        <Tables computed opened/>
        <Actions computed/>
        {move || view! { <Notes notes=notes.get()/> }}
        {move || {
            let owed = drawn.get()?.ok()?;
            Some(view! { <Readings owed=Arc::clone(&owed)/> <BalanceChart owed/> })
        }}
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
fn Total(computed: Computed) -> impl IntoView {
    let explained = unhurried(computed);
    let shown = move |show: fn(&Statement) -> String| {
        Memo::new(move |_| computed.with(|computed| computed.as_ref().map(|owed| show(&owed.statement)).unwrap_or_default()))
    };
    let on = shown(|statement| french::day(statement.as_of));
    let total = shown(|statement| french::money(statement.totals.total));
    let provisional =
        Memo::new(move |_| computed.with(|computed| computed.as_ref().is_ok_and(|owed| owed.statement.provisional)));
    let class = move || if total.with(|total| total.chars().count() > LONG) { "figure middle" } else { "figure" };
    view! {
        <section class="answer">
            <h2 class="answer-label">
                {move || format!("Au {}, on vous doit", on.get())}
                {move || provisional.get().then(|| view! { " " <span class="tag soon">"provisoire"</span> })}
            </h2>
            <p class=class>{move || view! { <Amount text=total.get()/> }}</p>
            {move || {
                let totals = computed.with(|computed| computed.as_ref().ok().map(|owed| owed.statement.totals))?;
                Some(view! { <Parts totals/> })
            }}
            <Why of=total>
                <p>"Le total est la somme des lignes du décompte, chacune arrondie au centime."</p>
                {move || {
                    let owed = explained.get()?.ok()?;
                    Some(view! { <Breakdown owed/> })
                }}
                <p class="assumed">
                    "Aucun texte ne dit comment compter les jours\u{a0}: nous divisons par 365, même une année bissextile, comme le fait l’administration."
                </p>
            </Why>
        </section>
    }
}

/// A table for each invoice, and the grand totals of several.
#[component]
fn Tables(computed: Computed, opened: Opened) -> impl IntoView {
    // As many tables a frame as leave it time for the rest.
    let tables = Gradual::follow(Memo::new(move |_| computed.with(Stated::all)), 3);
    let table = move |rank: usize| {
        let stated = Signal::derive(move || tables.at(rank));
        let is_late = Memo::new(move |_| stated.with(|stated| stated.as_ref().is_some_and(Stated::is_late)));
        let not_yet = move || stated.with(|stated| stated.as_ref().map(|stated| not_yet(stated.invoice())));
        move || {
            if is_late.get() {
                view! { <StatementTable stated rank opened/> }.into_any()
            } else {
                view! { <p class="hint">{not_yet}</p> }.into_any()
            }
        }
    };
    let summed_up =
        Memo::new(move |_| computed.with(|computed| computed.as_ref().is_ok_and(|owed| !grand_sums(&owed.statement).is_empty())));
    view! {
        <div>
            <For each=move || tables.ranks() key=|rank| *rank let(rank)>
                <section class="invoice-statement">{table(rank)}</section>
            </For>
            {move || summed_up.get().then(|| view! { <section class="invoice-statement"><GrandTotals computed opened/></section> })}
        </div>
    }
}

fn not_yet(invoice: &Invoice) -> String {
    format!("Facture {}\u{a0}: à payer le {}, rien n’est dû aujourd’hui.", invoice.number, french::day(invoice.due_on))
}

/// Each invoice in a line, and the sums over all of them.
#[component]
fn GrandTotals(computed: Computed, opened: Opened) -> impl IntoView {
    let lines = Memo::new(move |_| {
        computed.with(|computed| {
            let owed = computed.as_ref().map(|owed| owed.statement.invoices.as_slice()).unwrap_or_default();
            owed.iter()
                .map(|owed| (owed.number.clone(), [owed.principal_due, owed.interest_due, owed.indemnity_due, owed.total]))
                .collect()
        })
    });
    let lines = Gradual::follow(lines, 30);
    let line = move |rank: usize| {
        let (number, [principal, interest, indemnity, total]) = lines.at(rank)?;
        Some(view! {
            <th scope="row" role="rowheader">{number}</th>
            <td role="cell" class="n" data-label="Principal">{french::money(principal)}</td>
            <td role="cell" class="n" data-label="Intérêts">{french::money(interest)}</td>
            <td role="cell" class="n" data-label="Indemnité">{french::money(indemnity)}</td>
            <td role="cell" class="n">{french::money(total)}</td>
        })
    };
    let sums = Memo::new(move |_| {
        computed.with(|computed| computed.as_ref().map(|owed| grand_sums(&owed.statement)).unwrap_or_default())
    });
    let explain = move |part: Part| {
        computed.with(|computed| {
            computed.as_ref().map(|owed| reasons::of_all(part, &owed.input, &owed.statement)).unwrap_or_default()
        })
    };
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
                    <For each=move || lines.ranks() key=|rank| *rank let(rank)>
                        <tr role="row">{move || line(rank)}</tr>
                    </For>
                </tbody>
                <tfoot role="rowgroup"><SumRows sums id="why-all".to_owned() explain opened/></tfoot>
            </table>
        </div>
    }
}

/// Copy, file, print, letter.
#[component]
fn Actions(computed: Computed) -> impl IntoView {
    let state = use_state();
    let refused = RwSignal::new(None::<String>);
    let is_working = RwSignal::new(false);
    let text = Callback::new(move |()| {
        computed.with_untracked(|computed| {
            computed.as_ref().map(|owed| export::text(&owed.input, &owed.statement)).unwrap_or_default()
        })
    });
    let save = move |_| {
        let file = computed.with_untracked(|computed| {
            let Owed { input, statement } = &**computed.as_ref().ok()?;
            Some((format!("dument-decompte-{}.csv", statement.as_of), export::csv(input, statement)))
        });
        let Some((name, bytes)) = file else { return };
        refused.set(download::save(&name, "text/csv;charset=utf-8", &bytes).err().map(|error| error.to_string()));
    };
    let save_pdf = move |_| {
        // Not disabled meanwhile: that would take the focus away.
        if is_working.get_untracked() {
            return;
        }
        let document = computed.with_untracked(|computed| {
            let Owed { input, statement } = &**computed.as_ref().ok()?;
            let parties = state.case.with_untracked(|case| Named {
                creditor: case.creditor.name.trim().to_owned(),
                debtor: case.debtor.name.trim().to_owned(),
            });
            Some(document(&parties, input, statement, reference::in_use()))
        });
        let Some(document) = document else { return };
        is_working.set(true);
        refused.set(None);
        spawn_local(async move {
            let failed = match documents::pdf_of(&document).await {
                Ok(bytes) => download::save(&format!("dument-decompte-{}.pdf", document.written_on), "application/pdf", &bytes)
                    .err()
                    .map(|error| error.to_string()),
                Err(RenderError::Refused(why)) => Some(why),
                Err(RenderError::NotLoaded(why)) => Some(format!("{why} Vous pouvez aussi imprimer cette page.")),
                Err(RenderError::Stopped) => Some(
                    "Le PDF n’a pas pu être fabriqué\u{a0}: la mémoire manque peut-être. Imprimez plutôt cette page.".to_owned(),
                ),
            };
            refused.try_set(failed);
            is_working.try_set(false);
        });
    };
    let printing = Printing::of_page();
    let print = move |_| printing.start();
    view! {
        <div class="statement-actions">
            <CopyButton text/>
            <button type="button" class="button plain small" aria-disabled=move || is_working.get().to_string() on:click=save_pdf>
                <Icon name="download"/>
                {move || if is_working.get() { "Préparation du PDF…" } else { "PDF" }}
            </button>
            <button type="button" class="button plain small" on:click=save><Icon name="download"/>"Tableur (CSV)"</button>
            <button type="button" class="button plain small" on:click=print><Icon name="print"/>"Imprimer"</button>
            <PageLink page=Page::Letters class="button small">"Écrire la lettre"</PageLink>
        </div>
        {move || refused.get().map(|message| view! { <p class="error" role="alert">{message}</p> })}
    }
}
