//! Every invoice: filtered, searched, sorted, chosen, and what those in sight come to.

use std::collections::BTreeSet;

use dument_desk::Look;
use dument_law::french;
use dument_ledger::figures::Age;
use dument_ledger::rows::{Filter, InvoiceRow, Of, Row, Rows, Sort, View as List};
use dument_ledger::standing::Standing;
use dument_ledger::{DebtorId, InvoiceId};
use dument_letters::LetterKind;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::batch::Letters;
use super::event::LETTERS;
use super::long_table::{LongTable, Window, grouped};
use super::place::{View, use_place};
use super::words;
use crate::address::use_address;
use crate::components::field::{Select, SelectField, TextField};
use crate::components::icon::Icon;
use crate::ledger::desk::{Unanswered, use_desk};
use crate::ledger::letters::Wanted;
use crate::pages::letters::catalogue;

/// An invoice, by whose and which.
type Id = (DebtorId, InvoiceId);

/// The columns that sort: by what, in words, and how they stand.
const COLUMNS: [(Sort, &str, &str); 6] = [
    (Sort::Debtor, "Client", "client"),
    (Sort::Number, "Facture", "number"),
    (Sort::IssuedOn, "Date", "issued"),
    (Sort::DueOn, "Échéance", "due"),
    (Sort::Amount, "Montant TTC", "amount"),
    (Sort::Open, "Reste dû", "open"),
];

/// Which invoices are listed together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Open,
    Late,
    Aged(Age),
    Disputed,
    Promised,
    InProcedure,
    Limitation,
    Paid,
    All,
}

impl Shown {
    /// All of them, as they are offered.
    fn all() -> Vec<(Self, String)> {
        let mut all = vec![(Self::Open, "À encaisser".to_owned()), (Self::Late, "En retard".to_owned())];
        all.extend(Age::ALL.map(|age| (Self::Aged(age), age.title().to_owned())));
        let others = [
            (Self::Disputed, "Contestées"),
            (Self::Promised, "Promises ou échelonnées"),
            (Self::InProcedure, "En procédure"),
            (Self::Limitation, "Prescrites, ou bientôt"),
            (Self::Paid, "Réglées"),
            (Self::All, "Toutes"),
        ];
        all.extend(others.map(|(shown, words)| (shown, words.to_owned())));
        all
    }

    fn filter(self, text: String) -> Filter {
        let plain = Filter { text, ..Filter::default() };
        let standing = |standings: &[Standing]| Filter { standings: standings.to_vec(), ..plain.clone() };
        match self {
            Self::Open => Filter { open: true, ..plain },
            Self::Late => Filter { late: true, ..plain },
            Self::Aged(age) => Filter { ages: vec![age], ..plain },
            Self::Disputed => standing(&[Standing::Disputed]),
            Self::Promised => standing(&[Standing::Promised, Standing::Planned]),
            Self::InProcedure => standing(&[Standing::InProcedure, Standing::Insolvency]),
            Self::Limitation => Filter { limitation: true, ..plain },
            Self::Paid => standing(&[Standing::Paid, Standing::WrittenOff]),
            Self::All => plain,
        }
    }
}

/// What the visitor asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Asked {
    shown: Shown,
    search: String,
    sort: Sort,
    descending: bool,
}

impl Asked {
    fn list(self) -> List {
        let Self { shown, search, sort, descending } = self;
        List { of: Of::Invoices, filter: shown.filter(search), sort, descending }
    }
}

/// The list of invoices.
#[component]
pub fn Invoices() -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let asked = RwSignal::new(Asked::default());
    let window = RwSignal::new(Window::FIRST);
    let chosen = RwSignal::new(BTreeSet::<Id>::new());
    let found: RwSignal<Option<Result<Rows, Unanswered>>> = desk.follow(move || {
        let Window { from, count } = window.get();
        Some(Look::Rows { as_of: address.as_of(), view: Box::new(asked.get().list()), from, count })
    });
    let answer = Memo::new(move |_| found.get().and_then(Result::ok));
    let total = Signal::derive(move || answer.with(|answer| answer.as_ref().map_or(0, |answer| answer.total)));
    let rows = Signal::derive(move || answer.get().map_or((0, Vec::new()), |answer| (answer.from, invoices(answer.rows))));
    let sums = Memo::new(move |_| answer.with(|answer| answer.as_ref().map(told)));
    let writes = Memo::new(move |_| !chosen.with(BTreeSet::is_empty));
    let change = move |change: &dyn Fn(&mut Asked)| {
        window.update(|window| window.from = 0);
        asked.update(change);
    };
    view! {
        <section class="section ledger-view" aria-labelledby="invoices-title">
            <h2 id="invoices-title">{View::Invoices.name()}</h2>
            <div class="ledger-filter no-print">
                <SelectField
                    id="invoices-state"
                    label="Montrer"
                    options=Shown::all()
                    value=Signal::derive(move || Some(asked.with(|asked| asked.shown)))
                    on_choose=Callback::new(move |shown: Option<Shown>| change(&|asked| asked.shown = shown.unwrap_or_default()))
                />
                <TextField
                    id="invoices-search"
                    label="Chercher"
                    value=Signal::derive(move || asked.with(|asked| asked.search.clone()))
                    on_input=move |typed: String| change(&|asked| asked.search.clone_from(&typed))
                    placeholder="client, SIREN, numéro"
                    optional=true
                />
                <Narrow asked/>
            </div>
            <p class="ledger-sums" role="status">{sums}</p>
            <Choosing chosen asked/>
            {move || found.with(|found| found.as_ref().and_then(|found| found.as_ref().err().map(ToString::to_string))).map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <LongTable
                label="Factures"
                class="invoices-table"
                head=(move || view! { <Head asked/> }).into()
                total
                rows
                window
                key=|row: &InvoiceRow| format!("{}{}{}{}{}{}{}", row.debtor, row.invoice, row.debtor_name, row.number, row.open, row.due_on, row.standing.title())
                cells=Callback::new(move |(row, stop): (InvoiceRow, Signal<&'static str>)| view! { <Cells row chosen stop/> }.into_any())
            />
            // Below the list: what was just chosen stays where it is.
            {move || writes.get().then(|| view! { <Writing chosen/> })}
        </section>
    }
}

/// The invoices among rows: there is nothing else in this list.
fn invoices(rows: Vec<Row>) -> Vec<InvoiceRow> {
    let invoice = |row| if let Row::Invoice(row) = row { Some(*row) } else { None };
    rows.into_iter().filter_map(invoice).collect()
}

/// What the invoices listed come to, in a sentence.
fn told(answer: &Rows) -> String {
    match answer.total {
        0 => "Aucune facture ne correspond.".to_owned(),
        1 => format!("1\u{a0}facture\u{a0}: {} restent dus.", french::money(answer.open)),
        count => format!("{}\u{a0}factures\u{a0}: {} restent dus.", grouped(count), french::money(answer.open)),
    }
}

/// The order, where the columns have no head in sight.
#[component]
fn Narrow(asked: RwSignal<Asked>) -> impl IntoView {
    let options: Vec<(Sort, String)> = COLUMNS.iter().map(|(by, words, _)| (*by, (*words).to_owned())).collect();
    view! {
        <div class="field invoices-sort">
            <label for="invoices-sort">"Trier par"</label>
            <Select
                id="invoices-sort".to_owned()
                class="select"
                described_by=None
                options
                value=Signal::derive(move || Some(asked.with(|asked| asked.sort)))
                on_choose=Callback::new(move |by: Option<Sort>| asked.update(|asked| {
                    asked.sort = by.unwrap_or_default();
                    asked.descending = false;
                }))
            />
        </div>
    }
}

/// The names of the columns, which sort.
#[component]
fn Head(asked: RwSignal<Asked>) -> impl IntoView {
    let column = move |(by, words, class): (Sort, &'static str, &'static str)| {
        let order =
            move || asked.with(|asked| (asked.sort == by).then_some(if asked.descending { "descending" } else { "ascending" }));
        let toggle = move |_| {
            asked.update(|asked| {
                asked.descending = asked.sort == by && !asked.descending;
                asked.sort = by;
            });
        };
        view! {
            <div role="columnheader" class=format!("c-{class}") aria-sort=order>
                <button type="button" class="sort" on:click=toggle>{words}</button>
            </div>
        }
    };
    view! {
        <div role="columnheader" class="c-choose"><span class="visually-hidden">"Choisir"</span></div>
        {COLUMNS.map(column).into_iter().collect_view()}
    }
}

/// The cells of an invoice.
#[component]
fn Cells(row: InvoiceRow, chosen: RwSignal<BTreeSet<Id>>, stop: Signal<&'static str>) -> impl IntoView {
    let place = use_place();
    let id = (row.debtor, row.invoice);
    let is_chosen = Memo::new(move |_| chosen.with(|chosen| chosen.contains(&id)));
    let choose = move |event: web_sys::Event| {
        let checked = event_target_checked(&event);
        chosen.update(|chosen| {
            if checked {
                chosen.insert(id);
            } else {
                chosen.remove(&id);
            }
        });
    };
    let href = move || place.href(&View::Debtor(row.debtor.to_string()));
    let late = row.standing == Standing::Late;
    view! {
        <div role="cell" class="c-choose">
            <input type="checkbox" tabindex=stop aria-label=format!("Choisir la facture {}", row.number) prop:checked=is_chosen on:change=choose/>
        </div>
        <div role="cell" class="c-client"><a href=href tabindex=stop title=row.debtor_name.clone()>{row.debtor_name.clone()}</a></div>
        <div role="cell" class="c-number">{row.number.clone()}</div>
        <div role="cell" class="c-issued">{row.issued_on.map(french::short_day)}</div>
        <div role="cell" class="c-due">
            <span class="c-day">{french::short_day(row.due_on)}</span>
            <small class=if late { "late" } else { "" }>{words::standing(row.standing, row.days_late)}</small>
        </div>
        <div role="cell" class="c-amount n">{words::amount(row.amount, row.currency)}</div>
        <div role="cell" class="c-open n">{words::amount(row.open, row.currency)}</div>
    }
}

/// How many are chosen, and what can be done with them.
#[component]
fn Choosing(chosen: RwSignal<BTreeSet<Id>>, asked: RwSignal<Asked>) -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let count = Memo::new(move |_| chosen.with(BTreeSet::len));
    let all = move |_| {
        let question = untrack(|| Look::Ids { as_of: address.as_of(), view: Box::new(asked.get().list()) });
        spawn_local(async move {
            if let Ok(found) = desk.look::<Vec<Id>>(&question).await {
                chosen.set(found.into_iter().collect());
            }
        });
    };
    view! {
        <p class="actions ledger-choosing no-print">
            <button type="button" class="button quiet small" on:click=all><Icon name="check"/>"Tout choisir"</button>
            {move || {
                let count = count.get();
                (count > 0).then(|| {
                    view! {
                        <span role="status">{format!("{}\u{a0}{}. La lettre se prépare sous la liste.", grouped(count), if count == 1 { "facture choisie" } else { "factures choisies" })}</span>
                        <button type="button" class="button quiet small" on:click=move |_| chosen.set(BTreeSet::new())>"Ne rien choisir"</button>
                    }
                })
            }}
        </p>
    }
}

/// Writes to the clients of the invoices that are chosen, one letter each.
#[component]
fn Writing(chosen: RwSignal<BTreeSet<Id>>) -> impl IntoView {
    let letter = RwSignal::new(LetterKind::Reminder);
    let wanted = Signal::derive(move || {
        let letter = letter.get();
        let debtors: BTreeSet<DebtorId> = chosen.with(|chosen| chosen.iter().map(|(debtor, _)| *debtor).collect());
        debtors.into_iter().map(|debtor| Wanted { debtor, letter, tone: None, invoices: Vec::new() }).collect::<Vec<_>>()
    });
    let label = Signal::derive(move || match wanted.with(Vec::len) {
        1 => "Écrire à ce client".to_owned(),
        count => format!("Écrire à ces {}\u{a0}clients", grouped(count)),
    });
    view! {
        <div class="row no-print">
            <SelectField
                id="invoices-letter"
                label="Lettre"
                hint="Une par client, pour tout ce qu’il doit."
                options=LETTERS.map(|letter| (letter, catalogue::name(letter).to_owned())).to_vec()
                value=Signal::derive(move || Some(letter.get()))
                on_choose=Callback::new(move |chosen: Option<LetterKind>| letter.set(chosen.unwrap_or(LetterKind::Reminder)))
            />
        </div>
        <Letters id="letters" wanted label/>
    }
}
