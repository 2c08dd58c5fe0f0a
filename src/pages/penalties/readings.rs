//! A part payment under the two readings of the law, side by side.

use std::sync::Arc;

use dument_law::french;
use dument_law::penalties::{Imputation, penalties};
use leptos::prelude::*;

use crate::components::breakdown::Breakdown;
use crate::components::why::{Cited, Why};
use crate::reference;
use crate::state::{Owed, use_state};

/// What a part payment leaves, whichever it pays first; nothing where nothing was paid, or where the law leaves no choice.
#[component]
pub fn Readings(
    /// What is owed.
    owed: Arc<Owed>,
) -> impl IntoView {
    let input = &owed.input;
    let paid = input.invoices.iter().flat_map(|invoice| &invoice.payments).any(|payment| payment.on <= input.as_of);
    let is_open = paid && input.regime.own_imputation().is_none();
    let mut other = is_open.then(|| input.clone())?;
    other.imputation = input.imputation.other();
    let statement = penalties(&other, reference::in_use()).ok()?;
    let same = statement.totals.total == owed.statement.totals.total;
    let other = Arc::new(Owed { input: other, statement });
    Some(view! {
        <section class="section">
            <h2>"Un paiement partiel, deux lectures"</h2>
            {if same {
                view! { <p>"Ici, les deux lectures donnent le même total\u{a0}: seul le partage entre principal et intérêts change."</p> }.into_any()
            } else {
                ().into_any()
            }}
            <div class="readings">
                <Reading owed chosen=true/>
                <Reading owed=other chosen=false/>
            </div>
            <Why of="deux lectures">
                <p>
                    "Le Code civil fait payer les intérêts avant le principal, sauf accord contraire. Le texte parle d’intérêts, pas de \
                     pénalités de retard\u{a0}: l’y appliquer est l’usage, mais votre client peut le discuter."
                </p>
                <Cited ids=vec!["cciv-1343-1".to_owned()]/>
            </Why>
        </section>
    })
}

/// One reading.
#[component]
fn Reading(owed: Arc<Owed>, chosen: bool) -> impl IntoView {
    let state = use_state();
    let (imputation, totals) = (owed.input.imputation, owed.statement.totals);
    let total = french::money(totals.total);
    let (title, when) = match imputation {
        Imputation::InterestFirst => ("Les intérêts d’abord", "La règle, si le contrat ne dit rien."),
        Imputation::PrincipalFirst => ("Le principal d’abord", "Si le contrat le prévoit, ou si vous l’acceptez."),
    };
    view! {
        <section class=if chosen { "reading chosen" } else { "reading" }>
            <h3>{title} {chosen.then(|| view! { " " <span class="tag">"retenue ici"</span> })}</h3>
            <p class="figure middle">{total.clone()}</p>
            <ul class="parts">
                <li>"principal " <strong>{french::money(totals.principal_due)}</strong></li>
                <li>"intérêts " <strong>{french::money(totals.interest_due)}</strong></li>
            </ul>
            <p class="hint">{when}</p>
            <Why of=total><Breakdown owed/></Why>
            {(!chosen)
                .then(|| {
                    view! {
                        <p class="actions">
                            <button
                                type="button"
                                class="button quiet small"
                                on:click=move |_| state.change(|case| case.terms.imputation = imputation)
                            >
                                "Retenir cette lecture"
                            </button>
                        </p>
                    }
                })}
        </section>
    }
}
