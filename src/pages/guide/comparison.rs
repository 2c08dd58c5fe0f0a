//! Every route compared for this very claim: open or closed and why, court, lawyer, cost, duration, limitation.

use dument_law::procedures::{Cost, Lawyer, LimitationEffect, Recoverable, RouteOption, Status};
use dument_law::{Money, french};
use dument_pages::Page;
use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::components::why::Cited;
use crate::pages::letters::ChosenLetter;
use crate::pages::letters::catalogue::{letter_of, name};

/// The routes that concern this claim; the others behind a disclosure.
#[component]
pub fn Comparison(
    /// Every route.
    options: Vec<RouteOption>,
) -> impl IntoView {
    let (others, mut concerned): (Vec<_>, Vec<_>) = options.into_iter().partition(|option| option.status == Status::NotConcerned);
    concerned.sort_by_key(|option| match option.status {
        Status::Recommended => 0,
        Status::Possible => 1,
        Status::Blocked => 2,
        Status::NotConcerned => 3,
    });
    view! {
        <section class="section">
            <h2>"Toutes les voies, pour cette créance"</h2>
            <Table caption="Voies qui concernent cette créance" options=concerned/>
            <details class="why">
                <summary>{format!("Voies faites pour d’autres cas ({})", others.len())}</summary>
                <div class="why-body"><Table caption="Voies faites pour d’autres cas" options=others/></div>
            </details>
        </section>
    }
}

#[component]
fn Table(caption: &'static str, options: Vec<RouteOption>) -> impl IntoView {
    const COLUMNS: [&str; 7] = ["Voie", "Pour vous", "Tribunal", "Avocat", "Coût", "Durée", "Prescription"];
    view! {
        <table class="comparison" role="table">
            <caption>{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">{COLUMNS.map(|column| view! { <th role="columnheader" scope="col">{column}</th> }).into_iter().collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{options.into_iter().map(route).collect_view()}</tbody>
        </table>
    }
}

fn route(option: RouteOption) -> impl IntoView {
    let (status, icon, words) = match option.status {
        Status::Recommended => ("recommended", Some("check"), "Conseillée"),
        Status::Possible => ("possible", Some("arrow-right"), "Possible"),
        Status::Blocked => ("blocked", Some("close"), "Fermée"),
        Status::NotConcerned => ("notConcerned", None, "Sans objet"),
    };
    let lawyer = match option.lawyer {
        Lawyer::NotRequired => "pas obligatoire",
        Lawyer::Required => "obligatoire",
        Lawyer::Unsure => "à vérifier",
    };
    let limitation = match option.limitation_effect {
        LimitationEffect::None => "ne l’arrête pas",
        LimitationEffect::Interrupts => "l’interrompt",
        LimitationEffect::InterruptsOnService => "l’interrompt à la signification",
        LimitationEffect::Suspends => "la suspend",
        LimitationEffect::Waives => "le client y renonce",
        LimitationEffect::Unclear => "incertain",
    };
    let duration = between(option.duration.min_days, option.duration.max_days);
    let route = format!("\u{a0}: {}", option.id.title());
    view! {
        <tr role="row" data-status=status>
            <th scope="row" role="rowheader">{option.id.title()}</th>
            <td role="cell" data-label="Pour vous">
                <span class="status" data-status=status>{icon.map(|name| view! { <Icon name/> })}{words}</span>
            </td>
            <td role="cell" data-label="Tribunal">{option.court.clone().unwrap_or_else(|| "aucun".to_owned())}</td>
            <td role="cell" data-label="Avocat">{lawyer}</td>
            <td role="cell" data-label="Coût">{range(option.cost.min, option.cost.max)}</td>
            <td role="cell" data-label="Durée">{duration}</td>
            <td role="cell" data-label="Prescription">{limitation}</td>
        </tr>
        <tr class="why-row" role="row">
            <td role="cell" colspan="7">
                <details class="why">
                    <summary>"Pourquoi, et comment" <span class="visually-hidden">{route}</span></summary>
                    <div class="why-body"><Details option/></div>
                </details>
            </td>
        </tr>
    }
}

/// Why the route is open or closed, how it goes, what it costs.
#[component]
fn Details(option: RouteOption) -> impl IntoView {
    let chosen: ChosenLetter = expect_context();
    let letter = letter_of(option.id).filter(|_| matches!(option.status, Status::Recommended | Status::Possible));
    let sources = option.reasons.iter().map(|reason| reason.source.clone()).collect::<Vec<_>>();
    let conditions = option
        .reasons
        .into_iter()
        .map(|reason| {
            let met = if reason.met { "oui" } else { "non" };
            view! { <li data-met=reason.met.to_string()><span class="visually-hidden">{format!("{met}\u{a0}: ")}</span>{reason.message}</li> }
        })
        .collect_view();
    view! {
        <ul class="conditions">{conditions}</ul>
        {letter.map(|kind| view! { <p class="actions"><PageLink page=Page::Letters class="button small" on_follow=Callback::new(move |()| chosen.choose(kind))>{format!("Écrire\u{a0}: {}", name(kind))}</PageLink></p> })}
        {option.prior.map(|prior| view! { <p><strong>"Avant\u{a0}: "</strong>{prior}</p> })}
        {list("Comment faire", option.steps, true)}
        {list("Pièces à réunir", option.documents, false)}
        {list("Formulaires", option.forms, false)}
        <CostDetails cost=option.cost/>
        <Cited ids=sources/>
    }
}

fn list(title: &'static str, items: Vec<String>, ordered: bool) -> Option<impl IntoView> {
    (!items.is_empty()).then(|| {
        let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
        let list = if ordered { view! { <ol>{items}</ol> }.into_any() } else { view! { <ul>{items}</ul> }.into_any() };
        view! { <p><strong>{title}</strong></p> {list} }
    })
}

#[component]
fn CostDetails(cost: Cost) -> impl IntoView {
    let recoverable = match cost.recoverable {
        Recoverable::Yes => "Ces frais sont à la charge du débiteur qui perd.",
        Recoverable::Partly => "Une partie seulement de ces frais revient du débiteur, selon ce que le juge décide.",
        Recoverable::No => "Ces frais restent à votre charge.",
    };
    (!cost.items.is_empty()).then(|| {
        let items = cost
            .items
            .into_iter()
            .map(|item| {
                let cost = range(item.min, item.max);
                view! { <div><dt>{item.label}</dt><dd>{cost} <small class="hint">{item.why}</small></dd></div> }
            })
            .collect_view();
        view! {
            <p><strong>"Ce que cela coûte"</strong></p>
            <dl class="definitions">{items}</dl>
            <p>{recoverable}</p>
        }
    })
}

/// « gratuit », one amount, up to one, or from one to another.
fn range(min: Money, max: Money) -> String {
    if max.is_zero() {
        "gratuit".to_owned()
    } else if min == max {
        french::money(min)
    } else if min.is_zero() {
        format!("jusqu’à {}", french::money(max))
    } else {
        format!("de {} à {}", french::money(min), french::money(max))
    }
}

/// A duration in the unit one thinks in: days up to two months, then months.
fn between(min: u32, max: u32) -> String {
    if max == 0 {
        return "immédiat".to_owned();
    }
    if min == 0 {
        return format!("{} au plus", french::count(i64::from(max), "jour", "jours"));
    }
    if max <= 60 {
        return if min == max { french::count(i64::from(min), "jour", "jours") } else { format!("{min} à {max}\u{a0}jours") };
    }
    let months = |days: u32| days.div_ceil(30).max(1);
    let (min, max) = (months(min), months(max));
    if min == max { format!("{min}\u{a0}mois") } else { format!("{min} à {max}\u{a0}mois") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_and_costs_read_well() {
        assert_eq!(between(0, 0), "immédiat");
        assert_eq!(between(0, 1), "1\u{a0}jour au plus");
        assert_eq!(between(1, 1), "1\u{a0}jour");
        assert_eq!(between(8, 15), "8 à 15\u{a0}jours");
        assert_eq!(between(90, 180), "3 à 6\u{a0}mois");
        assert_eq!(range(Money::ZERO, Money::ZERO), "gratuit");
        assert_eq!(range(Money::ZERO, Money::from_cents(700)), "jusqu’à 7,00\u{202f}€");
    }
}
