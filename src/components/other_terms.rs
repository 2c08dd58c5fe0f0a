//! What a contract may grant besides a rate, and what recovery cost: asked where the debtor may owe it, or where it was typed.

use dument_law::limitation::ClaimKind;
use dument_law::penalties::{DayCount, Regime};
use leptos::prelude::*;

use super::field::{SelectField, TextField};
use super::icon::Icon;
use crate::case::{Case, ExtraCost, Terms};
use crate::state::use_state;

/// A text of the terms: how to read it, and how to reach it.
type Text = (fn(&Terms) -> &String, fn(&mut Terms) -> &mut String);

const CLAUSE_PERCENT: Text = (|terms| &terms.clause_percent, |terms| &mut terms.clause_percent);
const CLAUSE_MINIMUM: Text = (|terms| &terms.clause_minimum, |terms| &mut terms.clause_minimum);
const COMPOUNDING: Text = (|terms| &terms.compounding_from, |terms| &mut terms.compounding_from);
const AGREED_YEARS: Text = (|terms| &terms.agreed_years, |terms| &mut terms.agreed_years);

/// A penalty clause, interest on interest, a period of limitation, proven costs.
#[component]
pub fn OtherTerms() -> impl IntoView {
    let state = use_state();
    let regime = state.part(Case::regime);
    // A fact typed for another debtor stays in sight, to be taken away.
    let clause = state.part(|case| {
        case.regime() == Some(Regime::Business) || !(case.terms.clause_percent.is_empty() && case.terms.clause_minimum.is_empty())
    });
    let costs =
        state.part(|case| matches!(case.regime(), Some(Regime::Business | Regime::Public)) || !case.terms.extra_costs.is_empty());
    let years = state.part(|case| {
        matches!(case.claim_kind(), Some(ClaimKind::Business | ClaimKind::Civil)) || !case.terms.agreed_years.is_empty()
    });
    let told = state.case.with_untracked(|case| {
        let Terms { day_count, compounding_from, clause_percent, clause_minimum, extra_costs, agreed_years, .. } = &case.terms;
        *day_count != DayCount::default()
            || !extra_costs.is_empty()
            || [compounding_from, clause_percent, clause_minimum, agreed_years].into_iter().any(|typed| !typed.is_empty())
    });
    view! {
        <details class="more" open=told>
            <summary>"Autres clauses et frais"</summary>
            {move || clause.get().then(|| view! { <PenaltyClause/> })}
            {move || costs.get().then(|| view! { <ExtraCosts/> })}
            {move || (regime.get() != Some(Regime::Public)).then(|| view! { <Compounding/> })}
            {move || {
                years
                    .get()
                    .then(|| text("rate-agreedYears", "Délai de prescription convenu", "Entre professionnels, un contrat peut l’allonger ou le raccourcir. Vide\u{a0}: celui de la loi.", AGREED_YEARS, "short", Some("ans")))
            }}
            <DaysOfTheYear/>
        </details>
    }
}

fn text(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    (read, write): Text,
    width: &'static str,
    unit: Option<&'static str>,
) -> impl IntoView {
    let state = use_state();
    view! {
        <TextField
            id=id
            label=label
            hint=hint
            value=state.part(move |case| read(&case.terms).clone())
            on_input=move |typed| state.change(|case| *write(&mut case.terms) = typed)
            fault=refused(id)
            width=width
            inputmode=if width == "date" { "numeric" } else { "decimal" }
            placeholder=if width == "date" { "jj/mm/aaaa" } else { "" }
            optional=true
            unit=Signal::stored(unit)
        />
    }
}

/// What is wrong with a field: as typed, or in the eyes of the engine.
fn refused(id: &'static str) -> Signal<Option<String>> {
    let state = use_state();
    let typed = state.fault(id.to_owned());
    Signal::derive(move || {
        let found = |faults: &[crate::case::reading::Fault]| {
            faults.iter().find(|fault| fault.field == id && !fault.missing).map(|fault| fault.message.clone())
        };
        typed
            .get()
            .or_else(|| state.owed.with(|answer| answer.as_ref().err().and_then(|faults| found(faults))))
            .or_else(|| state.limitations.with(|answer| answer.as_ref().err().and_then(|faults| found(faults))))
    })
}

/// A sum the contract adds to each invoice paid late.
#[component]
fn PenaltyClause() -> impl IntoView {
    view! {
        <fieldset class="group">
            <legend>"Clause pénale"</legend>
            <p class="hint">"Une somme que le contrat ajoute à chaque facture payée en retard, par exemple 10\u{a0}% avec un minimum de 60\u{202f}€. Un juge peut la réduire."</p>
            <div class="row">
                {text("rate-clausePercent", "Part de la facture", "", CLAUSE_PERCENT, "short", Some("%"))}
                {text("rate-clauseMinimum", "Minimum par facture", "", CLAUSE_MINIMUM, "short", Some("€"))}
            </div>
        </fieldset>
    }
}

/// Interest on interest.
#[component]
fn Compounding() -> impl IntoView {
    text(
        "rate-compoundingFrom",
        "Intérêts capitalisés à partir du",
        "Les intérêts dus depuis un an produisent à leur tour des intérêts, si le contrat le prévoit ou qu’un juge l’accorde. Vide\u{a0}: pas de capitalisation.",
        COMPOUNDING,
        "date",
        None,
    )
}

/// How days become a fraction of a year.
#[component]
fn DaysOfTheYear() -> impl IntoView {
    let state = use_state();
    let day_count = state.part(|case| Some(case.terms.day_count));
    view! {
        <SelectField
            id="rate-dayCount"
            label="Une année compte"
            options=vec![
                (DayCount::Actual365, "365 jours, l’usage".to_owned()),
                (DayCount::ActualActual, "ses jours réels\u{a0}: 366 les années bissextiles".to_owned()),
            ]
            value=day_count
            on_choose=move |chosen| state.change(|case| case.terms.day_count = Option::unwrap_or_default(chosen))
        />
    }
}

/// Costs of recovery above the indemnity, each with its proof.
#[component]
fn ExtraCosts() -> impl IntoView {
    let state = use_state();
    let count = state.part(|case| case.terms.extra_costs.len());
    let change = move |i: usize, change: &dyn Fn(&mut ExtraCost)| {
        state.change(|case| {
            if let Some(cost) = case.terms.extra_costs.get_mut(i) {
                change(cost);
            }
        });
    };
    let cost = move |i: usize| {
        let of = move |read: fn(&ExtraCost) -> &String| {
            state.part(move |case| case.terms.extra_costs.get(i).map(read).cloned().unwrap_or_default())
        };
        let (label_id, amount_id) = (format!("rate-extraCosts-{i}-label"), format!("rate-extraCosts-{i}-amount"));
        view! {
            <div class="row movement">
                <TextField
                    id=label_id
                    label="Ce que vous avez payé"
                    value=of(|cost| &cost.label)
                    on_input=move |typed: String| change(i, &|cost| cost.label.clone_from(&typed))
                    placeholder="sommation, constat…"
                    width="medium"
                />
                <TextField
                    id=amount_id.clone()
                    label="Montant payé"
                    value=of(|cost| &cost.amount)
                    on_input=move |typed: String| change(i, &|cost| cost.amount.clone_from(&typed))
                    fault=state.fault(amount_id)
                    width="short"
                    inputmode="decimal"
                    unit=Signal::stored(Some("€"))
                />
                <button
                    type="button"
                    class="icon-button danger"
                    aria-label=format!("Retirer\u{a0}: frais {}", i + 1)
                    on:click=move |_| {
                        state
                            .change(|case| {
                                if i < case.terms.extra_costs.len() {
                                    case.terms.extra_costs.remove(i);
                                }
                            });
                    }
                >
                    <Icon name="trash"/>
                </button>
            </div>
        }
    };
    view! {
        <fieldset class="group">
            <legend>"Frais de recouvrement prouvés"</legend>
            <p class="hint">"Entre professionnels, ce que vous avez payé au-delà de l’indemnité forfaitaire peut être demandé, facture à l’appui\u{a0}: n’indiquez que ce qui la dépasse."</p>
            {move || (0..count.get()).map(cost).collect_view()}
            <p class="actions">
                <button type="button" class="button quiet small" on:click=move |_| state.change(|case| case.terms.extra_costs.push(ExtraCost::default()))>
                    <Icon name="plus"/>
                    "Ajouter des frais"
                </button>
            </p>
        </fieldset>
    }
}
