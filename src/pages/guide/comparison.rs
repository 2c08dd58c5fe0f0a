//! Every route compared for this very claim: the open ones side by side, the closed ones folded with what closes them.

use dument_law::french;
use dument_law::procedures::{OptionId, RouteOption, Status};
use dument_pages::Page;
use leptos::prelude::*;

use super::route::{self, RouteDetails};
use crate::components::icon::Icon;
use crate::components::link::PageLink;
use crate::components::why::Cited;
use crate::pages::letters::ChosenLetter;
use crate::pages::letters::catalogue::{letter_of, name};

/// What a route leads to: what the comparison can be narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Asking, by whatever letter.
    Ask,
    /// Agreeing, alone or with help.
    Agree,
    /// Going to court, or to an officer who gives a title.
    Court,
    /// Seizing, keeping, or asking someone else.
    Secure,
    /// What only some debtors call for.
    Special,
}

impl Family {
    /// All families, in the order they are usually thought of.
    pub const ALL: [Self; 5] = [Self::Ask, Self::Agree, Self::Court, Self::Secure, Self::Special];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ask => "Réclamer",
            Self::Agree => "S’accorder",
            Self::Court => "Obtenir un titre",
            Self::Secure => "Saisir, garantir",
            Self::Special => "Cas particuliers",
        }
    }

    /// The family of a route.
    #[must_use]
    pub fn of(id: OptionId) -> Self {
        match id {
            OptionId::CheckDebtor | OptionId::Call | OptionId::Reminder | OptionId::FormalNotice | OptionId::SummonsToPay => {
                Self::Ask
            }
            OptionId::PaymentPlan
            | OptionId::Acknowledgment
            | OptionId::Conciliator
            | OptionId::Mediation
            | OptionId::BusinessOmbudsman
            | OptionId::SmallClaims => Self::Agree,
            OptionId::UncontestedCommercial
            | OptionId::PaymentOrder
            | OptionId::SummaryProceedings
            | OptionId::OrdinaryProceedings
            | OptionId::EuropeanPaymentOrder
            | OptionId::EuropeanSmallClaims
            | OptionId::UnpaidCheque => Self::Court,
            OptionId::ProtectiveAttachment
            | OptionId::Enforcement
            | OptionId::SuspendPerformance
            | OptionId::Retention
            | OptionId::RetentionOfTitle
            | OptionId::DirectAction
            | OptionId::Guarantor
            | OptionId::CompanyPartners => Self::Secure,
            OptionId::ClaimDeclaration
            | OptionId::AdHocRepresentative
            | OptionId::PublicDemand
            | OptionId::AdministrativeSummary
            | OptionId::VatRelief
            | OptionId::ForeignLawyer => Self::Special,
        }
    }
}

/// The routes, by whether they are open; narrowed to a family on request.
#[component]
pub fn Comparison(
    /// Every route.
    options: Vec<RouteOption>,
) -> impl IntoView {
    let family = RwSignal::new(None::<Family>);
    let total = options.len();
    let options = StoredValue::new(options);
    let of = move |statuses: &'static [Status]| {
        let mut found: Vec<RouteOption> = options.with_value(|all| {
            all.iter()
                .filter(|route| {
                    statuses.contains(&route.status) && family.get().is_none_or(|family| Family::of(route.id) == family)
                })
                .cloned()
                .collect()
        });
        found.sort_by_key(|route| route.status != Status::Recommended);
        found
    };
    let chip = move |one: Option<Family>, words: &'static str| {
        view! {
            <label>
                <input type="radio" name="family" prop:checked=move || family.get() == one on:change=move |_| family.set(one)/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <section class="section" id="comparer">
            <h2>"Toutes les voies, pour cette créance"</h2>
            <p class="hint">
                {format!("{} examinées\u{a0}: d’abord celles que la loi vous ouvre.", french::count(i64::try_from(total).unwrap_or(i64::MAX), "voie", "voies"))}
            </p>
            <fieldset class="segmented wrapping no-print">
                <legend class="visually-hidden">"Ne montrer que"</legend>
                {chip(None, "Toutes")}
                {Family::ALL.map(|one| chip(Some(one), one.name())).into_iter().collect_view()}
            </fieldset>
            {move || {
                let open = of(&[Status::Recommended, Status::Possible]);
                if open.is_empty() {
                    view! { <p>"Aucune voie de cette sorte n’est ouverte ici."</p> }.into_any()
                } else {
                    view! { <Open routes=open/> }.into_any()
                }
            }}
            {move || folded("Fermées par une condition de la loi", of(&[Status::Blocked]))}
            {move || folded("Faites pour d’autres cas", of(&[Status::NotConcerned]))}
        </section>
    }
}

/// The routes that may be taken, side by side.
#[component]
fn Open(routes: Vec<RouteOption>) -> impl IntoView {
    const COLUMNS: [&str; 7] = ["Voie", "Pour vous", "Tribunal", "Avocat", "Coût", "Durée", "Prescription"];
    view! {
        <table class="comparison" role="table">
            <caption class="visually-hidden">"Voies ouvertes"</caption>
            <thead role="rowgroup">
                <tr role="row">{COLUMNS.map(|column| view! { <th role="columnheader" scope="col">{column}</th> }).into_iter().collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{routes.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn row(option: RouteOption) -> impl IntoView {
    let (status, icon, words) = match option.status {
        Status::Recommended => ("recommended", "check", "Conseillée"),
        _ => ("possible", "arrow-right", "Possible"),
    };
    let of = format!("\u{a0}: {}", option.id.title());
    let comes_back = route::comes_back(&option).map(|words| view! { <small class="hint">{words}</small> });
    view! {
        <tr role="row" data-status=status>
            <th scope="row" role="rowheader">{option.id.title()}</th>
            <td role="cell" data-label="Pour vous">
                <span class="status" data-status=status><Icon name=icon/>{words}</span>
            </td>
            <td role="cell" data-label="Tribunal">{option.court.clone().unwrap_or_else(|| "aucun".to_owned())}</td>
            <td role="cell" data-label="Avocat">{route::lawyer(&option)}</td>
            <td role="cell" data-label="Coût"><span>{route::cost(&option)} {comes_back}</span></td>
            <td role="cell" data-label="Durée">{route::duration(&option)}</td>
            <td role="cell" data-label="Prescription">{route::limitation(&option)}</td>
        </tr>
        <tr class="why-row" role="row">
            <td role="cell" colspan="7">
                <details class="why">
                    <summary>"Pourquoi, et comment" <span class="visually-hidden">{of}</span></summary>
                    <div class="why-body"><Details option/></div>
                </details>
            </td>
        </tr>
    }
}

/// Why the route is open, how it goes, what it costs, and its letter.
#[component]
fn Details(option: RouteOption) -> impl IntoView {
    let chosen: ChosenLetter = expect_context();
    let letter = letter_of(option.id);
    view! {
        <Conditions route=option.clone()/>
        {letter.map(|kind| view! { <p class="actions"><PageLink page=Page::Letters class="button small" on_follow=Callback::new(move |()| chosen.choose(kind))>{format!("Écrire\u{a0}: {}", name(kind))}</PageLink></p> })}
        <RouteDetails route=option/>
    }
}

/// Every condition, met or not.
#[component]
fn Conditions(route: RouteOption) -> impl IntoView {
    let conditions = route
        .reasons
        .into_iter()
        .map(|reason| {
            let met = if reason.met { "oui" } else { "non" };
            view! { <li data-met=reason.met.to_string()><span class="visually-hidden">{format!("{met}\u{a0}: ")}</span>{reason.message}</li> }
        })
        .collect_view();
    view! { <ul class="conditions">{conditions}</ul> }
}

/// Routes that can't be taken, behind a disclosure, each with what closes it.
fn folded(title: &'static str, routes: Vec<RouteOption>) -> Option<impl IntoView> {
    (!routes.is_empty()).then(|| {
        let count = routes.len();
        let items = routes
            .into_iter()
            .map(|route| {
                let against: Vec<_> = route.reasons.iter().filter(|reason| !reason.met).cloned().collect();
                let sources = against.iter().map(|reason| reason.source.clone()).collect::<Vec<_>>();
                view! {
                    <li>
                        <h3>{route.id.title()}</h3>
                        {against.into_iter().map(|reason| view! { <p>{reason.message}</p> }).collect_view()}
                        <Cited ids=sources/>
                    </li>
                }
            })
            .collect_view();
        view! {
            <details class="case-part closed-routes">
                <summary>{format!("{title} ({count})")}</summary>
                <ul>{items}</ul>
            </details>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_family_is_empty() {
        for family in Family::ALL {
            assert!(OptionId::ALL.iter().any(|id| Family::of(*id) == family), "{family:?}");
        }
    }
}
