//! What to do today: for each client what matters most, the letter ready, for one or for many at once.

use std::collections::BTreeSet;

use dument_desk::{Change, Changed, Look};
use dument_law::{Day, french};
use dument_ledger::today::{Task, TaskKind, Today as Answer, Todo};
use dument_ledger::{DebtorId, Edit, Event, What};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::batch::Letters;
use super::long_table::grouped;
use super::notification;
use super::place::{View, ViewLink};
use crate::address::use_address;
use crate::components::icon::Icon;
use crate::download;
use crate::ledger::desk::{Unanswered, use_desk};
use crate::ledger::letters::Wanted;

/// How many clients are shown before one asks for more.
const SHOWN: usize = 30;

/// How long « plus tard » is, in days.
const LATER: u32 = 7;

/// The letter that a client's tasks ask for.
fn letter(todo: &Todo) -> Option<Wanted> {
    todo.tasks.iter().find_map(|task| {
        // A call has its script, which is nothing to send.
        let letter = task.letter.filter(|_| task.kind != TaskKind::Call)?;
        Some(Wanted { debtor: todo.debtor, letter, tone: task.tone, invoices: task.invoices.clone() })
    })
}

/// What tells a client's tasks from all others, and from what they were before.
fn key(todo: &Todo) -> String {
    let tasks: Vec<String> = todo.tasks.iter().map(|task| format!("{}{}{}", task.title, task.on, task.amount)).collect();
    format!("{}{}{}{}{}", todo.debtor, todo.name, todo.late, todo.kind_unknown, tasks.concat())
}

/// The list of the day.
#[component]
pub fn Today() -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let found: RwSignal<Option<Result<Answer, Unanswered>>> = desk.follow(move || Some(Look::Today { as_of: address.as_of() }));
    let today = Memo::new(move |_| found.get().and_then(Result::ok));
    let todos = Memo::new(move |_| today.with(|today| today.as_ref().map(|today| today.todos.clone()).unwrap_or_default()));
    let chosen = RwSignal::new(BTreeSet::<DebtorId>::new());
    let most = RwSignal::new(SHOWN);
    let refused = RwSignal::new(None::<String>);
    let wanted = Signal::derive(move || {
        let chosen = chosen.get();
        todos.with(|todos| todos.iter().filter(|todo| chosen.contains(&todo.debtor)).filter_map(letter).collect::<Vec<_>>())
    });
    let label = Signal::derive(move || match wanted.with(Vec::len) {
        0 => "Préparer les lettres".to_owned(),
        1 => "Préparer la lettre".to_owned(),
        count => format!("Préparer les {}\u{a0}lettres", grouped(count)),
    });
    let with_letter = Memo::new(move |_| todos.with(|todos| todos.iter().filter(|todo| letter(todo).is_some()).count()));
    // What was said of letters just sent stays in sight, though none is left to write.
    let writes = Memo::new(move |before: Option<&bool>| before.copied().unwrap_or_default() || with_letter.get() > 0);
    let choose_all = move |_| {
        let all = todos.with_untracked(|todos| todos.iter().filter_map(letter).map(|one| one.debtor).collect());
        chosen.set(all);
    };
    let calendar = move |_| {
        let as_of = untrack(|| address.as_of());
        spawn_local(async move {
            let saved = match desk.look::<Option<String>>(&Look::Calendar { as_of }).await {
                Ok(Some(calendar)) => {
                    download::save(&format!("dument-suivi-{as_of}.ics"), "text/calendar;charset=utf-8", calendar.as_bytes())
                        .map_err(|why| why.to_string())
                }
                Ok(None) => Err("Aucun délai ni aucune promesse à inscrire pour l’instant.".to_owned()),
                Err(why) => Err(why.to_string()),
            };
            refused.set(saved.err());
        });
    };
    view! {
        <section class="section ledger-view" aria-labelledby="today-title">
            <h2 id="today-title">{View::Today.name()}</h2>
            {move || match found.get() {
                None => view! { <p class="loading" role="status">"Préparation de la liste du jour…"</p> }.into_any(),
                Some(Err(why)) => view! { <p class="error" role="alert">{why.to_string()}</p> }.into_any(),
                Some(Ok(today)) => view! { <Summary today/> }.into_any(),
            }}
            {move || writes.get().then(|| view! {
                <div class="today-bulk">
                    <p class="actions no-print" hidden=move || with_letter.get() == 0>
                        <button type="button" class="button quiet small" on:click=choose_all><Icon name="check"/>{move || format!("Choisir les {}\u{a0}clients à qui écrire", grouped(with_letter.get()))}</button>
                    </p>
                    <Letters id="letters" wanted label/>
                </div>
            })}
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <ol class="todos">
                <For each=move || todos.get().into_iter().take(most.get()) key=key let:todo>
                    <One todo chosen refused/>
                </For>
            </ol>
            {move || {
                let rest = todos.with(Vec::len).saturating_sub(most.get());
                (rest > 0).then(|| view! {
                    <p class="actions no-print">
                        <button type="button" class="button plain small" on:click=move |_| most.update(|most| *most = most.saturating_add(SHOWN))>
                            {format!("Montrer la suite ({})", grouped(rest))}
                        </button>
                    </p>
                })
            }}
            <p class="actions no-print">
                <button type="button" class="button quiet small" on:click=calendar><Icon name="calendar"/>"Délais, promesses et tâches, pour mon agenda (ICS)"</button>
            </p>
            <notification::Choice/>
        </section>
    }
}

/// So many clients, one at least, in a sentence.
pub(super) fn attention(clients: usize) -> String {
    match clients {
        1 => "1\u{a0}client demande votre attention.".to_owned(),
        count => format!("{}\u{a0}clients demandent votre attention.", grouped(count)),
    }
}

/// How many there are, and how many wait.
#[component]
fn Summary(today: Answer) -> impl IntoView {
    let count = today.todos.len();
    let said = if count == 0 { "Rien à faire aujourd’hui.".to_owned() } else { attention(count) };
    let waiting = match today.waiting {
        0 => String::new(),
        1 => "Un autre est en retard, mais la relance attend\u{a0}: promesse, échéancier, contestation, pause ou délai déjà laissé.".to_owned(),
        count => format!(
            "{}\u{a0}autres sont en retard, mais la relance attend\u{a0}: promesse, échéancier, contestation, pause ou délai déjà laissé.",
            grouped(count)
        ),
    };
    view! {
        <p class="ledger-sums" role="status">{said}</p>
        {(!waiting.is_empty()).then(|| view! { <p class="hint">{waiting}</p> })}
        {(!today.worked).then(|| view! { <p class="hint">"Ce jour n’est pas ouvré\u{a0}: ce qui part par la poste peut attendre le prochain qui l’est."</p> })}
    }
}

/// What to do about a client.
#[component]
fn One(todo: Todo, chosen: RwSignal<BTreeSet<DebtorId>>, refused: RwSignal<Option<String>>) -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let id = todo.debtor;
    let name = todo.name.clone();
    let wanted = letter(&todo);
    let has_letter = wanted.is_some();
    let first = todo.tasks.first().cloned();
    let rest: Vec<Task> = todo.tasks.iter().skip(1).cloned().collect();
    let note = move |what: What, words: &'static str, invoices: Vec<dument_ledger::InvoiceId>| {
        let on = untrack(|| address.as_of());
        let event = Event { invoices, ..Event::new(on, what) };
        let edits = vec![Edit::AddEvent { debtor: id, event: Box::new(event) }];
        spawn_local(async move {
            let done = desk.change::<Changed>(&Change::Edits { name: words.to_owned(), edits }).await;
            refused.set(done.err().map(|why| why.to_string()));
        });
    };
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
    let later = move |_| {
        let until: Day = untrack(|| address.as_of()).plus_days(LATER);
        note(What::Paused { until }, "relance reportée", Vec::new());
    };
    let done = first.as_ref().and_then(done_by);
    let done_of = first.as_ref().map(|task| task.invoices.clone()).unwrap_or_default();
    let is_reminder = first.as_ref().is_some_and(|task| !matches!(task.kind, TaskKind::Limitation | TaskKind::Procedure));
    let named = StoredValue::new(name.clone());
    view! {
        <li class="todo">
            <div class="todo-head">
                {has_letter.then(|| view! {
                    <input
                        type="checkbox"
                        aria-label=format!("Choisir {name}")
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                        on:change=choose
                    />
                })}
                <h3><ViewLink view=View::Debtor(id.to_string())>{name.clone()}</ViewLink></h3>
                <p class="todo-late">{format!("{} en retard", french::money(todo.late))}</p>
            </div>
            {first.map(|task| view! { <TaskShown task first=true/> })}
            {rest.into_iter().map(|task| view! { <TaskShown task first=false/> }).collect_view()}
            {todo.kind_unknown.then(|| view! { <p class="hint">"Dites d’abord ce qu’est ce client (entreprise, particulier…) sur sa fiche\u{a0}: les pénalités en dépendent."</p> })}
            {wanted.map(|wanted| view! {
                <Letters id=format!("letter-{id}") wanted=vec![wanted] label="Écrire la lettre" about=named.get_value() class="button plain small"/>
            })}
            <p class="actions no-print">
                {done.map(|(what, words, label)| {
                    let invoices = done_of.clone();
                    view! {
                        <button
                            type="button"
                            class="button plain small"
                            aria-label=format!("{label}\u{a0}: {}", named.get_value())
                            on:click=move |_| note(what.clone(), words, invoices.clone())
                        >
                            <Icon name="check"/>
                            {label}
                        </button>
                    }
                })}
                {is_reminder.then(|| view! {
                    <button type="button" class="button quiet small" aria-label=format!("Reporter d’une semaine\u{a0}: {}", named.get_value()) on:click=later>
                        <Icon name="clock"/>
                        "Reporter d’une semaine"
                    </button>
                })}
            </p>
        </li>
    }
}

/// What is noted where the task is done, under which name, and the words of the button.
fn done_by(task: &Task) -> Option<(What, &'static str, &'static str)> {
    match task.kind {
        TaskKind::Call => Some((What::Call { reached: None }, "appel noté", "Appel passé")),
        TaskKind::Letter | TaskKind::BrokenPromise => {
            let letter = task.letter?;
            Some((What::Letter { letter, by: super::batch::usual_sending(letter) }, "envoi noté", "C’est envoyé"))
        }
        TaskKind::Limitation | TaskKind::Procedure | TaskKind::ChooseProcedure => None,
    }
}

/// One thing to do, and why.
#[component]
fn TaskShown(task: Task, first: bool) -> impl IntoView {
    let urgent = matches!(task.kind, TaskKind::Limitation | TaskKind::Procedure);
    let by = urgent.then(|| format!(", au plus tard le {}", french::day(task.on)));
    view! {
        <div class=if first { "task first" } else { "task" }>
            <p class=if urgent { "task-title late" } else { "task-title" }>
                <strong>{task.title}</strong>
                {by}
                {task.amount.is_positive().then(|| format!(" · {}", french::money(task.amount)))}
            </p>
            <p class="hint">{task.why}</p>
        </div>
    }
}
