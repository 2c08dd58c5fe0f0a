//! The procedures under way against a client: where each stands, until when to act, and what can come next.

use dument_desk::procedures::UnderWay;
use dument_law::procedures::InsolvencyKind;
use dument_law::{Day, french};
use dument_ledger::{Act, ActKind, Edit, Event, EventId, Tribunal, What};
use leptos::prelude::*;

use super::OnSheet;
use crate::address::use_address;
use crate::components::field::{SelectField, TextField};
use crate::components::icon::Icon;
use crate::components::why::Cited;
use crate::entry::date;

/// The acts that open a procedure.
const FIRST: [ActKind; 6] = [
    ActKind::OrderRequested,
    ActKind::DemandServed,
    ActKind::SmallClaimInvited,
    ActKind::CourtSummoned,
    ActKind::ChequeUnpaid,
    ActKind::InsolvencyOpened,
];

/// Every procedure, and a way to note the first act of one.
#[component]
pub fn Procedures() -> impl IntoView {
    let OnSheet { sheet, .. } = expect_context();
    let opening = RwSignal::new(false);
    let all = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.procedures.clone()).unwrap_or_default()));
    let impossible =
        Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.impossible.clone()).unwrap_or_default()));
    view! {
        <section class="section" aria-labelledby="debtor-procedures">
            <h3 id="debtor-procedures">"Procédures"</h3>
            {move || all.with(Vec::is_empty).then(|| view! { <p class="hint">"Aucune procédure n’est notée. Le Guide dit laquelle convient\u{a0}; notez ici ce qui a été fait, et les délais s’affichent."</p> })}
            {move || impossible.get().into_iter().map(|why| view! { <p class="note warning"><Icon name="warning"/>{why}</p> }).collect_view()}
            <For each=move || all.get() key=|procedure| format!("{}{}{}{}", procedure.id, procedure.state, procedure.since, procedure.terms.len()) let:procedure>
                <Procedure procedure/>
            </For>
            {move || if opening.get() {
                view! { <ActForm acts=FIRST.to_vec() of=None on_done=Callback::new(move |()| opening.set(false))/> }.into_any()
            } else {
                view! { <p class="actions no-print"><button type="button" class="button plain small" on:click=move |_| opening.set(true)><Icon name="plus"/>"Noter une procédure"</button></p> }.into_any()
            }}
        </section>
    }
}

/// A procedure as it stands.
#[component]
fn Procedure(procedure: UnderWay) -> impl IntoView {
    let address = use_address();
    let UnderWay { id, title, state, since, terms, next } = procedure;
    let going_on = RwSignal::new(false);
    let next = StoredValue::new(next);
    let ended = next.with_value(Vec::is_empty);
    let named = format!("Noter la suite\u{a0}: {title}");
    view! {
        <article class="procedure">
            <h4>{title}</h4>
            <p><strong>{state}</strong> {format!(", depuis le {}", french::day(since))}</p>
            <ul class="plain-list">
                {terms.into_iter().map(|term| {
                    let day = term.day;
                    let left = move || {
                        let as_of: Day = address.as_of();
                        if day < as_of { "échu".to_owned() } else { french::time_left(as_of, day) }
                    };
                    view! {
                        <li>
                            <strong>{format!("{}\u{a0}: {}", term.title, french::day(day))}</strong> " (" {left} ")"
                            <p>{term.message}</p>
                            <Cited ids=vec![term.source]/>
                        </li>
                    }
                }).collect_view()}
            </ul>
            {move || if ended {
                view! { <p class="hint">"Cette procédure est terminée."</p> }.into_any()
            } else if going_on.get() {
                view! { <ActForm acts=next.get_value() of=Some(id) on_done=Callback::new(move |()| going_on.set(false))/> }.into_any()
            } else {
                let named = named.clone();
                view! { <p class="actions no-print"><button type="button" class="button plain small" aria-label=named on:click=move |_| going_on.set(true)>"Noter la suite"</button></p> }.into_any()
            }}
        </article>
    }
}

/// What is told of an act besides its day.
#[derive(Clone, Copy, Default)]
struct Told {
    tribunal: Tribunal,
    yes: bool,
    proceedings: Option<InsolvencyKind>,
    published_on: Option<Day>,
}

/// The act of a kind, with what is told of it.
fn act(kind: ActKind, told: Told) -> Act {
    match kind {
        ActKind::OrderRequested => Act::OrderRequested { tribunal: told.tribunal },
        ActKind::OrderMade => Act::OrderMade { partly: told.yes },
        ActKind::OppositionJudged => Act::OppositionJudged { granted: told.yes },
        ActKind::InsolvencyOpened => Act::InsolvencyOpened {
            proceedings: told.proceedings.unwrap_or(InsolvencyKind::Unknown),
            published_on: told.published_on,
        },
        ActKind::CourtSummoned => Act::CourtSummoned { summary: told.yes },
        ActKind::CourtDecided => Act::CourtDecided { granted: told.yes },
        plain => Act::sample(plain),
    }
}

/// What is asked of an act by yes or no.
fn question(kind: ActKind) -> Option<&'static str> {
    match kind {
        ActKind::OrderMade => Some("Pour une partie seulement de la somme demandée"),
        ActKind::OppositionJudged | ActKind::CourtDecided => Some("En votre faveur, au moins en partie"),
        ActKind::CourtSummoned => Some("En référé"),
        _ => None,
    }
}

/// Notes an act of a procedure.
#[component]
fn ActForm(
    /// Those that can come.
    acts: Vec<ActKind>,
    /// The first act of its procedure; none for the first one.
    of: Option<EventId>,
    /// Done once it is noted, or given up.
    on_done: Callback<()>,
) -> impl IntoView {
    let on_sheet: OnSheet = expect_context();
    let address = use_address();
    let kind = RwSignal::new(acts.first().copied());
    let on = RwSignal::new(untrack(|| french::short_day(address.as_of())));
    let published = RwSignal::new(String::new());
    let told = RwSignal::new(Told::default());
    let on_fault = Signal::derive(move || date::read(&on.get()).err().map(|error| error.to_string()));
    let published_fault = Signal::derive(move || {
        let typed = published.get();
        if typed.trim().is_empty() { None } else { date::read(&typed).err().map(|error| error.to_string()) }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(kind), Ok(on)) = (kind.get_untracked(), date::read(&on.get_untracked())) else { return };
        if published_fault.get_untracked().is_some() {
            return;
        }
        let published_on = date::read(&published.get_untracked()).ok();
        let what = What::Act { act: act(kind, Told { published_on, ..told.get_untracked() }), of };
        let edit = Edit::AddEvent { debtor: on_sheet.id, event: Box::new(Event::new(on, what)) };
        on_sheet.change("acte de procédure noté", vec![edit], move || on_done.run(()));
    };
    let options = acts.into_iter().map(|act| (act, act.title().to_owned())).collect::<Vec<_>>();
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <div class="row">
                <SelectField id="act-kind" label="Ce qui a eu lieu" options value=kind on_choose=Callback::new(move |chosen: Option<ActKind>| kind.set(chosen))/>
                <TextField id="act-on" label="Date de l’acte" value=on on_input=move |typed| on.set(typed) fault=on_fault width="date" inputmode="numeric" placeholder="jj/mm/aaaa"/>
            </div>
            {move || (kind.get() == Some(ActKind::OrderRequested)).then(|| view! {
                <SelectField
                    id="act-tribunal"
                    label="Tribunal"
                    options=vec![
                        (Tribunal::Commercial, "tribunal de commerce ou des activités économiques".to_owned()),
                        (Tribunal::Judicial, "tribunal judiciaire".to_owned()),
                    ]
                    value=Signal::derive(move || Some(told.get().tribunal))
                    on_choose=Callback::new(move |chosen: Option<Tribunal>| told.update(|told| told.tribunal = chosen.unwrap_or_default()))
                    invitation="non précisé"
                />
            })}
            {move || (kind.get() == Some(ActKind::InsolvencyOpened)).then(|| view! {
                <div class="row">
                    <SelectField
                        id="act-proceedings"
                        label="Laquelle"
                        options=vec![
                            (InsolvencyKind::Safeguard, "sauvegarde".to_owned()),
                            (InsolvencyKind::Reorganisation, "redressement judiciaire".to_owned()),
                            (InsolvencyKind::Liquidation, "liquidation judiciaire".to_owned()),
                        ]
                        value=Signal::derive(move || told.get().proceedings)
                        on_choose=Callback::new(move |chosen: Option<InsolvencyKind>| told.update(|told| told.proceedings = chosen))
                        invitation="je ne sais pas"
                    />
                    <TextField id="act-published" label="Publiée au BODACC le" hint="Le délai pour déclarer votre créance court de ce jour." value=published on_input=move |typed| published.set(typed) fault=published_fault width="date" inputmode="numeric" placeholder="jj/mm/aaaa" optional=true/>
                </div>
            })}
            {move || kind.get().and_then(question).map(|words| view! {
                <label class="check">
                    <input type="checkbox" prop:checked=move || told.get().yes on:change=move |event| told.update(|told| told.yes = event_target_checked(&event))/>
                    <span>{words}</span>
                </label>
            })}
            <p class="actions">
                <button type="submit" class="button small">"Noter l’acte"</button>
                <button type="button" class="button plain small" on:click=move |_| on_done.run(())>"Annuler"</button>
            </p>
        </form>
    }
}
