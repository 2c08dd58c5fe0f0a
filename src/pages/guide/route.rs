//! A route in words: its court, its lawyer, its cost and whether it comes back, its duration, what it does to limitation, and
//! how it goes.

use dument_law::procedures::{Cost, Lawyer, LimitationEffect, Recoverable, RouteOption};
use dument_law::{Money, french};
use leptos::prelude::*;

use crate::components::why::Cited;

/// Whether a lawyer is needed.
#[must_use]
pub fn lawyer(route: &RouteOption) -> &'static str {
    match route.lawyer {
        Lawyer::NotRequired => "pas obligatoire",
        Lawyer::Required => "obligatoire",
        Lawyer::Unsure => "à vérifier",
    }
}

/// What it does to limitation.
#[must_use]
pub fn limitation(route: &RouteOption) -> &'static str {
    match route.limitation_effect {
        LimitationEffect::None => "ne l’arrête pas",
        LimitationEffect::Interrupts => "l’interrompt",
        LimitationEffect::InterruptsOnService => "l’interrompt à la signification",
        LimitationEffect::Suspends => "la suspend",
        LimitationEffect::Waives => "le client y renonce",
        LimitationEffect::Unclear => "incertain",
    }
}

/// « gratuit », one amount, up to one, or from one to another.
#[must_use]
pub fn cost(route: &RouteOption) -> String {
    range(route.cost.min, route.cost.max)
}

/// Whether the cost comes back, in two words; nothing for what is free.
#[must_use]
pub fn comes_back(route: &RouteOption) -> Option<&'static str> {
    (!route.cost.max.is_zero()).then_some(match route.cost.recoverable {
        Recoverable::Yes => "remboursé par le perdant",
        Recoverable::Partly => "remboursé en partie",
        Recoverable::No => "à votre charge",
    })
}

/// How long it usually takes.
#[must_use]
pub fn duration(route: &RouteOption) -> String {
    between(route.duration.min_days, route.duration.max_days)
}

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

/// How the route goes: what comes before, its steps, what to gather, its forms, its cost item by item, its texts.
#[component]
pub fn RouteDetails(
    /// The route.
    route: RouteOption,
) -> impl IntoView {
    let sources = route.reasons.iter().map(|reason| reason.source.clone()).collect::<Vec<_>>();
    view! {
        {route.prior.map(|prior| view! { <p><strong>"Avant\u{a0}: "</strong>{prior}</p> })}
        {list("Comment faire", route.steps, true)}
        {list("Pièces à réunir", route.documents, false)}
        {list("Formulaires", route.forms, false)}
        <CostDetails cost=route.cost/>
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
        Recoverable::Yes => "Si vous gagnez, votre client vous rembourse ces frais.",
        Recoverable::Partly => "Si vous gagnez, votre client n’en rembourse qu’une partie, selon ce que le juge décide.",
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
