//! The three answers: what is owed, until when to act, what to do next.

use dument_law::french;
use dument_law::penalties::Statement;
use dument_law::procedures::Guidance;
use dument_pages::Page;
use leptos::prelude::*;

use super::link::PageLink;
use super::meter::{Meter, urgency};
use super::why::{Cited, Sources, Why};
use crate::address::use_address;
use crate::pages::letters::ChosenLetter;
use crate::pages::letters::catalogue::letter_of;
use crate::state::{InvoiceLimitation, use_state};

/// An answer that waits for its facts.
#[component]
fn Unanswered(
    /// What the answer will be.
    label: String,
    /// What to give.
    hint: &'static str,
) -> impl IntoView {
    view! {
        <section class="answer">
            <h2 class="answer-label">{label}</h2>
            <p class="figure blank-figure" aria-hidden="true">"—"</p>
            <p class="hint">{hint}</p>
        </section>
    }
}

const NEED_FACTS: &str = "Donnez le montant, l’échéance et qui est votre client.";

/// What is owed on the day of computation.
#[component]
pub fn Owed() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    move || {
        let label = format!("Au {}, on vous doit", french::day(address.as_of()));
        match state.statement.get() {
            Ok(statement) => view! { <OwedFigure label statement/> }.into_any(),
            Err(_) => view! { <Unanswered label hint=NEED_FACTS/> }.into_any(),
        }
    }
}

#[component]
fn OwedFigure(label: String, statement: Statement) -> impl IntoView {
    let totals = &statement.totals;
    let total = french::money(totals.total);
    let not_due = statement.notes.iter().any(|note| note.code == "notYetDue");
    let no_notice = statement.notes.iter().find(|note| note.code == "noNotice").map(|note| note.message.clone());
    let (label, figure) = if not_due {
        ("Pas encore échue\u{a0}: rien n’est dû aujourd’hui".to_owned(), total.clone())
    } else {
        (label, total.clone())
    };
    let part = |name: &'static str, amount| view! { <li>{name} " " <strong>{french::money(amount)}</strong></li> };
    let lines: Vec<String> = statement
        .invoices
        .iter()
        .flat_map(|invoice| &invoice.lines)
        .map(|line| {
            format!(
                "Du {} au {}, {} à {} sur {}\u{a0}: {}",
                french::day(line.from),
                french::day(line.to),
                french::count(i64::from(line.days), "jour", "jours"),
                french::percent(line.percent),
                french::money(line.principal),
                french::money(line.interest),
            )
        })
        .collect();
    view! {
        <section class="answer">
            <h2 class="answer-label">{label}</h2>
            <p class="figure"><Amount text=figure/></p>
            <ul class="parts">
                {part("principal", totals.principal_due)}
                {(!not_due).then(|| part("intérêts", totals.interest_due))}
                {totals.indemnity_due.is_positive().then(|| part("indemnité", totals.indemnity_due))}
                {totals.per_day.is_positive().then(|| part("chaque jour de plus", totals.per_day))}
            </ul>
            {no_notice.map(|message| view! { <p class="hint">{message}</p> })}
            <Why of=total>
                {if lines.is_empty() {
                    view! { <p>"Aucun intérêt ne court pour l’instant."</p> }.into_any()
                } else {
                    lines.into_iter().map(|line| view! { <p class="working">{line}</p> }).collect_view().into_any()
                }}
                <Sources sources=statement.sources.clone()/>
            </Why>
            <p class="actions"><PageLink page=Page::Penalties class="button quiet">"Voir le décompte"</PageLink></p>
        </section>
    }
}

/// An amount in large figures, its sign smaller.
#[component]
pub fn Amount(
    /// The amount, printed.
    text: String,
) -> impl IntoView {
    let number = text.trim_end_matches('€').to_owned();
    view! { {number} <small>"€"</small> }
}

/// Until when a court can be seized.
#[component]
pub fn LastDay() -> impl IntoView {
    let state = use_state();
    move || match state.limitations.get() {
        Ok(all) => match all.into_iter().next() {
            Some(first) => view! { <LastDayFigure first/> }.into_any(),
            None => ().into_any(),
        },
        Err(_) => view! { <Unanswered label="Vous pouvez agir en justice jusqu’au".to_owned() hint=NEED_FACTS/> }.into_any(),
    }
}

#[component]
fn LastDayFigure(first: InvoiceLimitation) -> impl IntoView {
    let as_of = use_address().as_of();
    let limitation = first.limitation;
    let term = limitation.cautious;
    let label = if term.expired { "Prescrite depuis le" } else { "Vous pouvez agir en justice jusqu’au" };
    let figure = match (term.last_day, term.expired) {
        (Some(last_day), true) => french::day(last_day.next()),
        (Some(last_day), false) => french::day(last_day),
        (None, _) => "délai en suspens".to_owned(),
    };
    let reasons: Vec<String> =
        limitation.timeline.iter().map(|moment| format!("{}\u{a0}: {}", french::day(moment.on), moment.message)).collect();
    view! {
        <section class="answer">
            <h2 class="answer-label">{label}</h2>
            <p class=format!("figure {}", urgency(&term))>{figure.clone()}</p>
            <Meter as_of term/>
            {limitation
                .act_before
                .filter(|day| Some(*day) != limitation.cautious.last_day)
                .map(|day| view! { <p class="hint">{format!("Dernier jour ouvré avant\u{a0}: {}.", french::day(day))}</p> })}
            <Why of=figure>
                {reasons.into_iter().map(|reason| view! { <p>{reason}</p> }).collect_view()}
                <p>"Une relance ou une mise en demeure, même recommandée, ne prolonge pas ce délai, sauf contre une administration."</p>
                <Sources sources=limitation.sources.clone()/>
            </Why>
            <p class="actions"><PageLink page=Page::Limitation class="button quiet">"Voir la frise"</PageLink></p>
        </section>
    }
}

/// What to do next.
#[component]
pub fn NextStep() -> impl IntoView {
    let state = use_state();
    move || match state.guidance.get() {
        Ok(guidance) => view! { <NextStepFigure guidance/> }.into_any(),
        Err(_) => view! { <Unanswered label="La prochaine étape".to_owned() hint=NEED_FACTS/> }.into_any(),
    }
}

#[component]
fn NextStepFigure(guidance: Guidance) -> impl IntoView {
    let chosen: ChosenLetter = expect_context();
    let step = guidance.plan.into_iter().next()?;
    let sources = guidance
        .options
        .iter()
        .find(|option| option.id == step.option)
        .map(|option| option.reasons.iter().map(|reason| reason.source.clone()).collect::<Vec<_>>());
    let letter = letter_of(step.option);
    Some(view! {
        <section class="answer">
            <h2 class="answer-label">"La prochaine étape"</h2>
            <p class="figure words">{step.title.clone()}</p>
            <p>{step.why}</p>
            <p class="actions">
                {letter
                    .map(|kind| {
                        view! {
                            <PageLink page=Page::Letters class="button" on_follow=Callback::new(move |()| chosen.choose(kind))>
                                "Écrire la lettre"
                            </PageLink>
                        }
                    })}
                <PageLink page=Page::Guide class="button quiet">"Comparer toutes les voies"</PageLink>
            </p>
            <Why of=step.title>
                <Cited ids=sources.unwrap_or_default()/>
                <p>"L’ordre suit les règles de la page Guide\u{a0}: répondez à ses questions, et l’étape se précise."</p>
            </Why>
        </section>
    })
}
