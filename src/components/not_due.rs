//! What will run once invoices fall due: shown while nothing is owed yet.

use dument_law::french;
use dument_law::penalties::{Input, penalties};
use leptos::prelude::*;

use super::why::{Sources, Why};
use crate::reference;

/// Whether no invoice is due yet on the day of computation.
#[must_use]
pub fn is_not_due(input: &Input) -> bool {
    input.invoices.iter().all(|invoice| input.as_of <= invoice.due_on)
}

/// Nothing owed yet: what will run, and from when.
#[component]
pub fn NotDue(
    /// What was computed from.
    input: Input,
    /// The way to the tool, where it isn't this page.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
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
                            {coming
                                .provisional
                                .then(|| view! { <p class="assumed">"Le taux de ce semestre n’est pas encore publié\u{a0}: le dernier connu a été retenu."</p> })}
                            <Sources sources=coming.sources/>
                        </Why>
                    }
                })}
            {children.map(|children| children())}
        </section>
    })
}
