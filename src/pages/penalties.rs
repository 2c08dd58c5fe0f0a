//! What is owed: the facts on one side, the statement that follows from them on the other.

pub mod document;
pub mod export;
pub mod readings;
pub mod result;

use std::sync::Arc;

use dument_law::PartyKind;
use dument_law::penalties::Regime;
use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;
use crate::case::Case;
use crate::components::field::SelectField;
use crate::components::history::History;
use crate::components::invoices::Invoices;
use crate::components::rate_form::RateForm;
use crate::state::{Answer, Owed, use_state};
use crate::words;
use result::Result;

/// What is owed, and what it was computed from.
pub type Computed = Memo<Answer<Arc<Owed>>>;

/// The calculation of late penalties.
#[component]
pub fn Penalties() -> impl IntoView {
    let computed = use_state().owed;
    view! {
        <div class="wrap three">
            <div>
                <Heading
                    page=Page::Penalties
                />
                <Facts/>
            </div>
            <div class="answers"><Result computed/></div>
        </div>
    }
}

/// The facts that penalties depend on.
#[component]
fn Facts() -> impl IntoView {
    let state = use_state();
    let kind = state.part(|case| case.debtor.kind);
    let is_professional = state.part(|case| case.association_is_professional);
    let regime = state.part(Case::regime);
    let choose_kind = move |chosen: Option<PartyKind>| state.change(|case| case.debtor.kind = chosen);
    let choose_professional = move |chosen: Option<bool>| state.change(|case| case.association_is_professional = chosen);
    view! {
        <div class="form">
            <fieldset class="group">
                <legend>"Votre client"</legend>
                <SelectField
                    id="debtor-kind"
                    label="Votre client est"
                    options=words::DEBTORS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                    value=kind
                    on_choose=choose_kind
                    invitation="Choisissez"
                />
                {move || {
                    (kind.get() == Some(PartyKind::Association))
                        .then(|| {
                            view! {
                                <SelectField
                                    id="debtor-isProfessional"
                                    label="Cette association agit-elle comme un professionnel\u{202f}?"
                                    hint="Elle vend ou elle exploite, par exemple. Sans réponse, le calcul retient le taux le plus bas."
                                    options=vec![(true, "oui".to_owned()), (false, "non".to_owned())]
                                    value=is_professional
                                    on_choose=choose_professional
                                    invitation="Je ne sais pas"
                                />
                            }
                        })
                }}
            </fieldset>
            <fieldset class="group"><legend>"Vos factures"</legend><Invoices/></fieldset>
            <fieldset class="group"><legend>"Ce que prévoit le contrat"</legend><RateForm/></fieldset>
            {move || {
                (regime.get() == Some(Regime::Consumer))
                    .then(|| {
                        view! {
                            <fieldset class="group">
                                <legend>"La mise en demeure"</legend>
                                <p class="hint">
                                    "Un particulier ne doit d’intérêt qu’après une mise en demeure\u{a0}: ajoutez-la, à la date où il l’a reçue."
                                </p>
                                <History/>
                            </fieldset>
                        }
                    })
            }}
        </div>
    }
}
