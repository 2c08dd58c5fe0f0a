//! The three answers: what is owed, until when to act, what to do next.

use std::sync::Arc;

use dument_law::french;
use dument_law::procedures::Guidance;
use dument_pages::Page;
use leptos::prelude::*;

use super::breakdown::Parts;
use super::link::PageLink;
use super::meter::{Meter, urgency};
use super::not_due::{NotDue, is_not_due};
use super::why::{Cited, Sources, Why};
use crate::address::use_address;
use crate::case::reading::Fault;
use crate::pages::letters::ChosenLetter;
use crate::pages::letters::catalogue::letter_of;
use crate::state::{InvoiceLimitation, use_state};
use crate::{parts, state};

/// An answer that waits for its facts.
#[component]
fn Unanswered(
    /// What the answer will be.
    label: String,
    /// What it will hold, told to who has typed nothing yet.
    promise: &'static str,
    /// What is missing or wrong.
    faults: Vec<Fault>,
) -> impl IntoView {
    let state = use_state();
    // Fields may be filled in any order: only what isn't there is asked for.
    let is_begun = state.case.with(|case| {
        let invoice = case.invoices.first();
        case.debtor.kind.is_some() || invoice.is_some_and(|invoice| !(invoice.amount.is_empty() && invoice.due_on.is_empty()))
    });
    let hint = if is_begun { waits_for(&faults) } else { promise.to_owned() };
    view! {
        <section class="answer">
            <h2 class="answer-label">{label}</h2>
            <p class="figure blank-figure" aria-hidden="true">"—"</p>
            <p class="hint">{hint}</p>
        </section>
    }
}

/// « Il manque encore : l’échéance et qui est votre client. », or what to put right first.
fn waits_for(faults: &[Fault]) -> String {
    if let Some(wrong) = faults.iter().find(|fault| !fault.missing) {
        return format!("À corriger d’abord. {}", wrong.message);
    }
    let name = |fault: &Fault| match fault.field.rsplit('-').next() {
        Some("amount") => "le montant",
        Some("dueOn") => "l’échéance",
        Some("kind") => "qui est votre client",
        _ => "une information du dossier",
    };
    let mut names: Vec<&str> = faults.iter().map(name).collect();
    names.dedup();
    format!("Il manque encore\u{a0}: {}.", french::list(&names))
}

const OWED: &str = "Le principal, les intérêts, l’indemnité, et ce que coûte chaque jour de plus.";
const LAST_DAY: &str = "La date de prescription, le temps qui reste, et ce qui la repousse.";
const NEXT_STEP: &str = "Quoi faire maintenant, pourquoi, et la lettre pour le faire.";

/// What is owed on the day of computation.
#[component]
pub fn Owed() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    move || {
        let as_of = address.as_of();
        let label = format!("Au {}, on vous doit", french::day(as_of));
        state.owed.with(|answer| match answer {
            Ok(found) => owed(label, found),
            Err(faults) => view! { <Unanswered label promise=OWED faults=faults.clone()/> }.into_any(),
        })
    }
}

#[component]
fn ToStatement() -> impl IntoView {
    view! { <p class="actions"><PageLink page=Page::Penalties class="button quiet">"Voir le décompte"</PageLink></p> }
}

/// Parts of more invoices than these explain nothing here: the statement has them in order.
const FEW: usize = 5;

fn owed(label: String, owed: &Arc<state::Owed>) -> AnyView {
    let statement = &owed.statement;
    if is_not_due(&owed.input) {
        return view! { <NotDue input=owed.input.clone()><ToStatement/></NotDue> }.into_any();
    }
    let total = french::money(statement.totals.total);
    // What a reader must know before relying on the figure: no notice, or a rate that isn't published.
    let told: Vec<String> = statement
        .notes
        .iter()
        .filter(|note| matches!(note.code.as_str(), "noNotice" | "rateNotPublished"))
        .map(|note| note.message.clone())
        .collect();
    let few = (statement.invoices.len() <= FEW).then(|| Arc::clone(owed));
    view! {
        <section class="answer">
            <h2 class="answer-label">
                {label} {statement.provisional.then(|| view! { " " <span class="tag soon">"provisoire"</span> })}
            </h2>
            <p class="figure"><Amount text=total.clone()/></p>
            <Parts totals=statement.totals/>
            {told.into_iter().map(|message| view! { <p class="hint">{message}</p> }).collect_view()}
            <Why of=total>
                {match few {
                    Some(owed) => (move || parts::breakdown(Arc::clone(&owed))).into_any(),
                    None => {
                        view! { <p>"C’est la somme de toutes vos factures\u{a0}: le décompte donne chacune, ligne par ligne."</p> }
                            .into_any()
                    }
                }}
            </Why>
            <ToStatement/>
        </section>
    }
    .into_any()
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
        Err(faults) => {
            view! { <Unanswered label="Vous pouvez agir en justice jusqu’au".to_owned() promise=LAST_DAY faults/> }.into_any()
        }
    }
}

#[component]
fn LastDayFigure(first: InvoiceLimitation) -> impl IntoView {
    let as_of = use_address().as_of();
    let limitation = first.limitation;
    let term = limitation.cautious;
    let (label, figure) = match (term.last_day, term.expired) {
        (Some(last_day), true) => ("Prescrite depuis le", french::day(last_day.next())),
        (Some(last_day), false) => ("Vous pouvez agir en justice jusqu’au", french::day(last_day)),
        (None, _) => ("Le délai est arrêté", "Pas de date pour l’instant".to_owned()),
    };
    let class = format!("figure {} {}", if term.last_day.is_none() { "words" } else { "" }, urgency(&term));
    let reasons: Vec<String> = limitation
        .timeline
        .iter()
        .map(|moment| {
            let last_day = moment.last_day.map(|day| format!(" Dernier jour\u{a0}: {}.", french::day(day))).unwrap_or_default();
            format!("{}\u{a0}: {}{last_day}", french::day(moment.on), moment.message)
        })
        .collect();
    view! {
        <section class="answer">
            <h2 class="answer-label">{label}</h2>
            <p class=class>{figure.clone()}</p>
            <Meter as_of term/>
            {term
                .expired
                .then(|| view! { <p class="hint">"La dette existe encore, mais vous ne pouvez plus compter sur le juge. Votre client peut payer de lui-même."</p> })}
            {limitation
                .arguable
                .and_then(|arguable| arguable.last_day)
                .map(|day| view! { <p class="hint">{format!("Une autre lecture de la loi mène au {}\u{a0}: à plaider, pas à attendre.", french::day(day))}</p> })}
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
        Err(faults) => view! { <Unanswered label="La prochaine étape".to_owned() promise=NEXT_STEP faults/> }.into_any(),
    }
}

#[component]
fn NextStepFigure(guidance: Guidance) -> impl IntoView {
    let chosen: ChosenLetter = expect_context();
    let step = guidance.plan.into_iter().next()?;
    let option = guidance.options.into_iter().find(|option| option.id == step.option);
    let reasons: Vec<_> = option.into_iter().flat_map(|option| option.reasons).filter(|reason| reason.met).collect();
    let sources: Vec<String> = reasons.iter().map(|reason| reason.source.clone()).collect();
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
                <PageLink page=Page::Verify class="button quiet">"Vérifier mon client"</PageLink>
            </p>
            <Why of=step.title>
                {reasons.into_iter().map(|reason| view! { <p>{reason.message}</p> }).collect_view()}
                <Cited ids=sources/>
                <p>"L’ordre suit les règles de la page Guide\u{a0}: répondez à ses questions, et l’étape se précise."</p>
            </Why>
        </section>
    })
}
