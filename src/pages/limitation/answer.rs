//! The last day to act, what makes it that day, and the other one that could be pleaded.

use std::sync::Arc;

use dument_law::limitation::{ClaimKind, Limitation, Term};
use dument_law::{Day, Note, french};
use leptos::prelude::*;

use super::reminder::Deadline;
use super::time_barred::TimeBarred;
use super::timeline::Timeline;
use crate::address::use_address;
use crate::case::Case;
use crate::case::reading::name_of_invoice;
use crate::components::chart::limitation::LimitationDrawing;
use crate::components::gradual::unhurried;
use crate::components::icon::Icon;
use crate::components::live::Live;
use crate::components::meter::{Meter, urgency};
use crate::components::notes::Notes;
use crate::components::waiting::Waiting;
use crate::components::why::{Cited, Sources, Why};
use crate::download;
use crate::state::{InvoiceLimitation, use_state};

/// The days of the week, from Monday.
const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// « vendredi 16 mai 2031 »
fn with_weekday(day: Day) -> String {
    format!("{} {}", WEEKDAYS[day.weekday().num_days_from_monday() as usize], french::day(day))
}

/// Until when to act, the most urgent invoice first.
#[component]
pub fn Answer() -> impl IntoView {
    let state = use_state();
    // The invoice looked at, by its place in the case; the most urgent one until another is chosen.
    let looked_at = RwSignal::new(None::<usize>);
    let said = Signal::derive(move || {
        let first =
            state.limitations.with(|all| all.as_ref().ok().and_then(|all| all.first()).map(|one| one.limitation.cautious));
        first
            .and_then(|term| term.last_day)
            .map(|day| format!("Dernier jour pour agir\u{a0}: {}.", french::day(day)))
            .unwrap_or_default()
    });
    // Each follows what it shows: with many invoices, most of an answer is as it was before an edit.
    let faults = Memo::new(move |_| state.limitations.with(|all| all.as_ref().err().cloned()));
    view! {
        {move || match faults.get() {
            Some(faults) => view! { <Waiting faults/> }.into_any(),
            None => view! { <Answered looked_at/> }.into_any(),
        }}
        <Live text=said/>
    }
}

/// The limitation of an invoice, whole, and the dates of the others.
#[component]
fn Answered(
    /// The invoice looked at.
    looked_at: RwSignal<Option<usize>>,
) -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let shown = Memo::new(move |_| {
        let chosen = looked_at.get();
        state.limitations.with(|all| {
            let all = all.as_ref().ok()?;
            all.iter().find(|one| Some(one.invoice) == chosen).or_else(|| all.first()).cloned()
        })
    });
    let explained = unhurried(shown);
    let explained = Signal::derive(move || explained.get().flatten().map(|one| one.limitation));
    let claim = state.part(Case::claim_kind);
    let name = Memo::new(move |_| {
        let i = shown.get()?.invoice;
        state.case.with(|case| case.invoices.get(i).map(|invoice| name_of_invoice(invoice, i)))
    });
    let several = state.part(|case| case.invoices.len() > 1);
    let is_known = Memo::new(move |_| shown.with(Option::is_some));
    view! {
        {move || several.get().then(|| view! { <h2>"Facture " {name}</h2> })}
        {move || is_known.get().then(|| view! { <LastDay shown explained claim name/> })}
        {move || several.get().then(|| view! { <AllInvoices shown looked_at/> })}
        {move || {
            let limitation = explained.get()?;
            let claim = claim.get();
            // Said by the page itself.
            let notes: Vec<Note> =
                limitation.notes.iter().filter(|note| !matches!(note.code.as_str(), "arguableDate" | "expired")).cloned().collect();
            Some(
                view! {
                    {limitation.cautious.expired.then(|| view! { <TimeBarred claim/> })}
                    <Readings cautious=limitation.cautious arguable=limitation.arguable/>
                    <section class="section">
                        <h2>"Ce qui fait cette date"</h2>
                        <LimitationDrawing limitation=limitation.clone() as_of=address.as_of()/>
                        <Timeline limitation as_of=address.as_of()/>
                    </section>
                    <FormalNotice claim/>
                    <Notes notes/>
                },
            )
        }}
    }
}

/// The date in large, what is left, why, and what to put in a calendar.
#[component]
fn LastDay(
    shown: Memo<Option<InvoiceLimitation>>,
    /// What is explained: the same, or what it was until typing pauses.
    explained: Signal<Option<Arc<Limitation>>>,
    claim: Memo<Option<ClaimKind>>,
    name: Memo<Option<String>>,
) -> impl IntoView {
    let address = use_address();
    let date =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|one| in_large(&one.limitation.cautious)).unwrap_or_default()));
    view! {
        <section class="answer">
            {move || {
                let limitation = shown.get()?.limitation;
                Some(view! { <Until limitation date=date.get() claim=claim.get() as_of=address.as_of()/> })
            }}
            <Why of=date>
                {move || {
                    let limitation = explained.get()?;
                    Some(view! { <WhyLastDay limitation/> })
                }}
            </Why>
            {move || {
                let (limitation, invoice) = (shown.get()?.limitation, name.get()?);
                let (act_before, last_day) = (act_before(&limitation)?, limitation.cautious.last_day?);
                let deadline = Deadline { invoice, act_before, last_day, as_of: address.as_of() };
                Some(view! { <AddToCalendar deadline/> })
            }}
        </section>
    }
}

/// The last day as it stands in large figures.
fn in_large(term: &Term) -> String {
    match term.last_day {
        None => "Pas de date pour l’instant".to_owned(),
        // The day after the last: the first on which it is too late.
        Some(last_day) if term.expired => french::day(last_day.next()),
        Some(last_day) => french::day(last_day),
    }
}

/// The date in large, and what is left until then.
#[component]
fn Until(limitation: Arc<Limitation>, date: String, claim: Option<ClaimKind>, as_of: Day) -> impl IntoView {
    let term = limitation.cautious;
    let label = match (term.last_day, term.expired) {
        (None, _) => "Le délai est arrêté",
        (Some(_), true) => "Prescrite depuis le",
        (Some(_), false) if claim == Some(ClaimKind::EnforceableTitle) => "Vous pouvez faire exécuter jusqu’au",
        (Some(_), false) => "Vous pouvez agir en justice jusqu’au",
    };
    let class = format!("figure {} {}", if term.last_day.is_none() { "words" } else { "" }, urgency(&term));
    view! {
        <h2 class="answer-label">{label}</h2>
        <p class=class>{date}</p>
        <Meter as_of term/>
        {limitation
            .pending
            .then(|| {
                view! {
                    <p>
                        "Une procédure ou une suspension est en cours\u{a0}: le délai ne court pas. Notez sa fin et son issue dès que vous les \
                         connaîtrez, la date en dépend."
                    </p>
                }
            })}
        {act_before(&limitation).map(|day| view! { <p>{to_act(day, term)}</p> })}
        {long_stop(&limitation)
            .map(|day| {
                view! {
                    <p class="hint">
                        {format!("Délai butoir\u{a0}: ni reconnaissance ni suspension ne repoussent cette date au-delà du {}.", french::day(day))}
                    </p>
                }
            })}
    }
}

/// What makes the last day that day.
#[component]
fn WhyLastDay(limitation: Arc<Limitation>) -> impl IntoView {
    let act_before = act_before(&limitation);
    let long_stop = long_stop(&limitation);
    view! {
        {limitation.timeline.first().map(|start| view! { <p>{start.message.clone()}</p> })}
        <p>
            "Le dernier jour compte jusqu’à minuit. Il n’est jamais reporté, même s’il tombe un samedi, un dimanche ou un jour \
             férié\u{a0}: un acte de commissaire de justice se prépare donc avant."
        </p>
        {act_before
            .map(|day| {
                view! {
                    <p><strong>{format!("Dernier jour ouvré\u{a0}: {}", french::day(day))}</strong></p>
                    <p>
                        "Un délai de prescription n’est pas un délai de procédure\u{a0}: il n’est pas reporté au premier jour ouvré. Nous \
                         remontons donc au dernier jour qui n’est ni un samedi, ni un dimanche, ni un jour férié."
                    </p>
                }
            })}
        {long_stop
            .map(|day| {
                view! {
                    <p><strong>{format!("Délai butoir\u{a0}: {}", french::day(day))}</strong></p>
                    <p>
                        "Le report, la suspension ou l’interruption ne peuvent porter le délai au-delà de vingt ans à compter de la \
                         naissance du droit."
                    </p>
                }
            })}
        <Sources sources=limitation.sources.clone()/>
    }
}

/// The day to act by, while one can.
fn act_before(limitation: &Limitation) -> Option<Day> {
    limitation.act_before.filter(|_| !limitation.cautious.expired)
}

/// The long stop, while it matters.
#[doc(alias = "délai butoir")]
fn long_stop(limitation: &Limitation) -> Option<Day> {
    limitation.long_stop.filter(|_| !limitation.cautious.expired)
}

/// What the last day means in practice.
fn to_act(act_before: Day, term: Term) -> String {
    if term.last_day == Some(act_before) {
        format!("C’est un {}\u{a0}: un jour ouvré.", WEEKDAYS[act_before.weekday().num_days_from_monday() as usize])
    } else {
        format!("Agissez au plus tard le {}, dernier jour ouvré avant cette date.", with_weekday(act_before))
    }
}

/// Saves the last working day for a calendar.
#[component]
fn AddToCalendar(deadline: Deadline) -> impl IntoView {
    let refused = RwSignal::new(None::<String>);
    let save = move |_| {
        let saved = download::save(&deadline.file_name(), "text/calendar;charset=utf-8", deadline.calendar().as_bytes());
        refused.set(saved.err().map(|error| error.to_string()));
    };
    view! {
        <p class="actions">
            <button type="button" class="button plain small" on:click=save><Icon name="calendar"/>"Ajouter à mon agenda (.ics)"</button>
        </p>
        {move || refused.get().map(|message| view! { <p class="error" role="alert">{message}</p> })}
    }
}

/// The date to act by, and the later one that could be pleaded; nothing where there is only one.
#[component]
fn Readings(cautious: Term, arguable: Option<Term>) -> impl IntoView {
    let arguable = arguable?;
    let date = |term: Term| term.last_day.map_or("pas de date pour l’instant".to_owned(), french::day);
    Some(view! {
        <section class="section">
            <h2>"Deux lectures de la loi"</h2>
            <div class="readings">
                <section class="reading chosen">
                    <h3>"Prudente"</h3>
                    <p class="figure middle">{date(cautious)}</p>
                    <p>{format!("Le délai se compte à partir du {}. C’est la date à retenir.", french::day(cautious.starts_on))}</p>
                </section>
                <section class="reading">
                    <h3>"Défendable"</h3>
                    <p class="figure middle">{date(arguable)}</p>
                    <p>
                        {format!("Le délai se compterait à partir du {}. À plaider s’il est trop tard, jamais pour attendre.", french::day(arguable.starts_on))}
                    </p>
                </section>
            </div>
            <Why of="deux dates">
                <p>
                    "La Cour de cassation fait partir le délai de la fin de la prestation ou de la livraison, pas de la date de la facture. Un \
                     paiement convenu à terme peut faire partir le délai de l’échéance\u{a0}: des décisions vont dans les deux sens. Et un accord \
                     passé après coup peut être discuté. Retenez la première date."
                </p>
                <Cited
                    ids=["cass-com-2020-02-26-18-25.036", "cass-civ1-2021-05-19-20-12.520", "cciv-2224", "cciv-2233"].map(str::to_owned).to_vec()
                />
            </Why>
        </section>
    })
}

/// Said outright, for so many pages say the contrary.
#[component]
fn FormalNotice(claim: Option<ClaimKind>) -> impl IntoView {
    match claim {
        Some(ClaimKind::Public) => view! {
            <div class="note">
                <Icon name="info"/>
                <div>
                    <p>
                        <strong>"Face à une administration, un écrit suffit."</strong>
                        " Toute demande écrite de paiement fait repartir le délai au 1er\u{a0}janvier suivant\u{a0}: gardez la preuve de sa réception."
                    </p>
                    <Cited ids=vec!["loi-68-1250-2".to_owned()]/>
                </div>
            </div>
        }
        .into_any(),
        _ => view! {
            <div class="note warning">
                <Icon name="warning"/>
                <div>
                    <p>
                        <strong>"Une mise en demeure n’arrête pas le délai."</strong>
                        " Ni une relance, ni une lettre recommandée, ni une sommation de payer, ni une facture renvoyée. Le délai ne repart \
                         que si votre client reconnaît sa dette ou en paie une partie, ou si un juge ou un commissaire de justice agit contre lui."
                    </p>
                    <Cited ids=vec!["cass-com-2022-05-18-20-23.204".to_owned(), "cciv-2240".to_owned(), "cciv-2241".to_owned()]/>
                </div>
            </div>
        }
        .into_any(),
    }
}

/// An invoice and its date: what a line of the list is drawn anew for.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Entry {
    /// Its place in the case.
    invoice: usize,
    name: String,
    last_day: Option<Day>,
    expired: bool,
    as_of: Day,
}

impl Entry {
    fn of(one: &InvoiceLimitation, case: &Case, as_of: Day) -> Self {
        let term = &one.limitation.cautious;
        let name = case.invoices.get(one.invoice).map(|invoice| name_of_invoice(invoice, one.invoice));
        Self { invoice: one.invoice, name: name.unwrap_or_default(), last_day: term.last_day, expired: term.expired, as_of }
    }

    /// What is left of its time.
    fn left(&self) -> String {
        match self.last_day {
            None => "délai arrêté".to_owned(),
            Some(_) if self.expired => "délai écoulé".to_owned(),
            Some(last_day) => french::time_left(self.as_of, last_day),
        }
    }
}

/// Every invoice with its date, the most urgent first.
#[component]
fn AllInvoices(
    /// The one shown above.
    shown: Memo<Option<InvoiceLimitation>>,
    looked_at: RwSignal<Option<usize>>,
) -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let entries = move || {
        let as_of = address.as_of();
        state.limitations.with(|all| {
            let all = all.as_ref().map(Vec::as_slice).unwrap_or_default();
            state.case.with(|case| all.iter().map(|one| Entry::of(one, case, as_of)).collect::<Vec<_>>())
        })
    };
    let pressed = Memo::new(move |_| shown.get().map(|one| one.invoice));
    view! {
        <section class="section">
            <h2>"Toutes les factures"</h2>
            <ul class="entries">
                <For each=entries key=Entry::clone let(entry)>
                    <li>
                        <span>
                            <button
                                type="button"
                                class="link"
                                aria-pressed=move || (pressed.get() == Some(entry.invoice)).to_string()
                                on:click=move |_| looked_at.set(Some(entry.invoice))
                            >
                                {format!("Facture {}", entry.name)}
                            </button>
                            <small class="hint">{entry.left()}</small>
                        </span>
                        <span class="n">{entry.last_day.map_or("—".to_owned(), french::day)}</span>
                    </li>
                </For>
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_the_last_day_is() {
        let term = |last: &str| Term {
            starts_on: "2026-05-16".parse().unwrap(),
            last_day: Some(last.parse().unwrap()),
            expired: false,
            days_left: Some(1),
        };
        let spaced = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(spaced(to_act("2031-05-16".parse().unwrap(), term("2031-05-16"))), "C’est un vendredi : un jour ouvré.");
        assert_eq!(
            spaced(to_act("2031-05-16".parse().unwrap(), term("2031-05-17"))),
            "Agissez au plus tard le vendredi 16 mai 2031, dernier jour ouvré avant cette date."
        );
    }
}
