//! What the contract says of late payment: the rate, and what the law leaves to the parties.

use dument_law::penalties::{BelowFloor, Imputation, Regime};
use leptos::prelude::*;

use super::field::{SelectField, TextField};
use super::other_terms::OtherTerms;
use crate::case::{Case, RateChoice};
use crate::state::use_state;

/// The rate agreed, and the choices that follow from it.
#[component]
pub fn RateForm() -> impl IntoView {
    let state = use_state();
    let regime = state.part(Case::regime);
    view! {
        {move || match regime.get() {
            Some(Regime::Public) => {
                view! {
                    <p class="hint">
                        "Face à une administration, le taux est fixé par la loi, quoi que dise le contrat\u{a0}: il n’y a rien à choisir."
                    </p>
                }
                    .into_any()
            }
            regime => view! { <AgreedRate consumer=regime == Some(Regime::Consumer)/> }.into_any(),
        }}
        <Order/>
        <OtherTerms/>
    }
}

/// The rate agreed, with its figure.
#[component]
fn AgreedRate(
    /// Whether the debtor is owed the protection of a consumer: then a plain yearly rate is all that counts.
    consumer: bool,
) -> impl IntoView {
    let state = use_state();
    let rate = state.part(|case| case.terms.rate);
    let figure = state.part(|case| case.terms.figure.clone());
    let below_floor = state.part(|case| case.terms.below_floor);
    let is_below_floor = Memo::new(move |_| {
        state
            .owed
            .with(|answer| answer.as_ref().is_ok_and(|found| found.statement.notes.iter().any(|note| note.code == "belowFloor")))
    });
    let offered = |choice: &RateChoice| {
        !consumer || matches!(choice, RateChoice::Statutory | RateChoice::Fixed) || *choice == rate.get_untracked()
    };
    let choose_rate = move |choice: Option<RateChoice>| state.change(|case| case.terms.rate = choice.unwrap_or_default());
    let choose_below_floor =
        move |choice: Option<BelowFloor>| state.change(|case| case.terms.below_floor = choice.unwrap_or_default());
    let choices = RateChoice::ALL.into_iter().filter(offered).map(|choice| (choice, choice.label().to_owned())).collect();
    view! {
        <SelectField
            id="rate-kind"
            label="Taux de retard prévu par le contrat"
            hint="Celui du contrat, du devis signé ou des conditions générales acceptées."
            options=choices
            value=Signal::derive(move || Some(rate.get()))
            on_choose=choose_rate
        />
        {move || {
            let choice = rate.get();
            choice
                .unit()
                .map(|unit| {
                    view! {
                        <TextField
                            id="rate-percent"
                            label=name_of_figure(choice)
                            value=figure
                            on_input=move |typed| state.change(|case| case.terms.figure = typed)
                            fault=state.fault("rate-percent".to_owned())
                            width="short"
                            inputmode="decimal"
                            unit=Signal::stored(Some(unit))
                        />
                    }
                })
        }}
        {move || {
            is_below_floor
                .get()
                .then(|| {
                    view! {
                        <SelectField
                            id="rate-belowFloor"
                            label="Ce taux est sous le minimum de la loi\u{a0}: calculer"
                            hint="La loi interdit un taux plus bas, sans dire clairement ce qui le remplace."
                            options=vec![
                                (BelowFloor::Raise, "au minimum de la loi, trois fois le taux légal".to_owned()),
                                (BelowFloor::Keep, "au taux convenu".to_owned()),
                            ]
                            value=Signal::derive(move || Some(below_floor.get()))
                            on_choose=choose_below_floor
                        />
                    }
                })
        }}
    }
}

/// What a part payment pays first, asked once there is one and the parties may say.
#[component]
fn Order() -> impl IntoView {
    let state = use_state();
    let is_asked = state.part(|case| {
        let is_open = case.regime().is_none_or(|regime| regime.own_imputation().is_none());
        is_open && case.invoices.iter().any(|invoice| !invoice.payments.is_empty())
    });
    let imputation = state.part(|case| case.terms.imputation);
    let choose = move |choice: Option<Imputation>| state.change(|case| case.terms.imputation = choice.unwrap_or_default());
    move || {
        is_asked.get().then(|| {
            view! {
                <SelectField
                    id="rate-imputation"
                    label="Un paiement partiel règle d’abord"
                    options=vec![
                        (Imputation::InterestFirst, "les intérêts (Code civil, article 1343-1)".to_owned()),
                        (Imputation::PrincipalFirst, "le principal (si le contrat le prévoit)".to_owned()),
                    ]
                    value=Signal::derive(move || Some(imputation.get()))
                    on_choose=choose
                />
            }
        })
    }
}

/// What the figure beside a choice is.
fn name_of_figure(choice: RateChoice) -> &'static str {
    match choice {
        RateChoice::Statutory => "",
        RateChoice::Fixed => "Taux annuel",
        RateChoice::Monthly => "Taux mensuel",
        RateChoice::LegalMultiple => "Combien de fois le taux légal",
        RateChoice::LegalPlus => "Points ajoutés au taux légal",
        RateChoice::RefinancingPlus => "Points ajoutés au taux de la BCE",
    }
}
