//! What is pressed, typed and chosen.

use leptos::prelude::*;

use crate::components::blank::{Blank, BlankFault};
use crate::components::copy::CopyButton;
use crate::components::field::{Choices, SelectField, TextArea, TextField};
use crate::components::icon::Icon;

/// Every button and link.
#[component]
pub fn Buttons() -> impl IntoView {
    view! {
        <p class="measure">"Un seul bouton plein par vue\u{a0}: celui de l’étape suivante."</p>
        <p class="actions">
            <button type="button" class="button">"Écrire la lettre"</button>
            <button type="button" class="button plain"><Icon name="plus"/>"Ajouter une facture"</button>
            <button type="button" class="button quiet">"Comparer toutes les voies"</button>
            <button type="button" class="button danger">"Effacer"</button>
            <button type="button" class="button" disabled=true>"Indisponible"</button>
        </p>
        <p class="actions">
            <button type="button" class="button small">"Petit"</button>
            <CopyButton text=Callback::new(|()| "Dûment".to_owned())/>
            <button type="button" class="button danger small">"Effacer"</button>
            <button type="button" class="icon-button" aria-label="Fermer"><Icon name="close"/></button>
            <button type="button" class="icon-button danger" aria-label="Supprimer"><Icon name="trash"/></button>
            <button type="button" class="icon-button" aria-label="Annuler" disabled=true><Icon name="undo"/></button>
            <button type="button" class="link">"Un bouton dans le texte"</button>
        </p>
    }
}

/// Every field, and what stands beside it.
#[component]
pub fn Fields() -> impl IntoView {
    let typed = |text: &'static str| RwSignal::new(text.to_owned());
    let (empty, amount, wrong, right, notes) =
        (typed(""), typed("1\u{202f}850,00"), typed("31/02/2026"), typed("732\u{a0}829\u{a0}320"), typed("Livré le 3\u{a0}mai."));
    let take = |field: RwSignal<String>| Callback::new(move |text| field.set(text));
    let chosen = RwSignal::new(None::<bool>);
    view! {
        <div class="form">
            <fieldset class="group">
                <legend>"Un groupe de champs"</legend>
                <div class="row">
                    <TextField
                        id="design-empty"
                        label="Vide"
                        hint="Une indication dit la forme."
                        optional=true
                        value=empty
                        on_input=take(empty)
                        width="date"
                        placeholder="jj/mm/aaaa"
                    />
                    <TextField id="design-amount" label="Rempli" value=amount on_input=take(amount) width="short" unit=Some("€")/>
                </div>
                <div class="row">
                    <TextField
                        id="design-wrong"
                        label="À revoir"
                        value=wrong
                        on_input=take(wrong)
                        width="date"
                        fault=Some("Février 2026 n’a que 28\u{a0}jours.".to_owned())
                    />
                    <TextField
                        id="design-right"
                        label="Vérifié"
                        value=right
                        on_input=take(right)
                        width="medium"
                        right=Some("La clé est juste.".to_owned())
                    />
                </div>
                <SelectField
                    id="design-select"
                    label="Une liste"
                    options=vec![(true, "oui".to_owned()), (false, "non".to_owned())]
                    value=chosen
                    on_choose=Callback::new(move |choice| chosen.set(choice))
                    invitation="Choisissez"
                />
                <TextArea id="design-text" label="Plusieurs lignes" value=notes on_input=take(notes)/>
            </fieldset>
        </div>
    }
}

/// Cards, boxes, and choices side by side.
#[component]
pub fn ChoicesOfAll() -> impl IntoView {
    let chosen = RwSignal::new(Some(1));
    view! {
        <Choices
            name="design-choices"
            legend=|| "Votre client est-il en procédure collective\u{202f}?"
            options=vec![
                (1, "Non".to_owned(), "vérifié au BODACC".to_owned()),
                (2, "Oui".to_owned(), "sauvegarde, redressement ou liquidation".to_owned()),
            ]
            value=chosen
            on_choose=Callback::new(move |choice| chosen.set(Some(choice)))
        />
        <ul class="checklist measure">
            <li><label class="check"><input type="checkbox"/><span>"À cocher"</span></label></li>
            <li><label class="check"><input type="checkbox" checked=true/><span>"Coché"</span></label></li>
        </ul>
        <fieldset class="segmented">
            <legend>"Côte à côte"</legend>
            <label><input type="radio" name="design-segmented" checked=true/><span>"Courtois"</span></label>
            <label><input type="radio" name="design-segmented"/><span>"Ferme"</span></label>
        </fieldset>
    }
}

/// The sentence with its blanks, one of them at fault.
#[component]
pub fn Sentence() -> impl IntoView {
    let (amount, day) = (RwSignal::new("1\u{202f}850,00".to_owned()), RwSignal::new("demain".to_owned()));
    let none = Signal::stored(None::<String>);
    let fault = Signal::stored(Some("Écrivez la date en chiffres, comme 16/05/2026.".to_owned()));
    view! {
        <div class="say">
            <p>
                "On me doit "
                <Blank
                    id="design-blank"
                    label="Montant"
                    value=amount
                    on_input=Callback::new(move |text| amount.set(text))
                    touched=RwSignal::new(false)
                    fault=none
                    size=10
                    inputmode="decimal"
                    placeholder="1\u{202f}850,00"
                /> " € depuis le "
                <Blank
                    id="design-blank-wrong"
                    label="Échéance"
                    value=day
                    on_input=Callback::new(move |text| day.set(text))
                    touched=RwSignal::new(true)
                    fault
                    size=11
                    inputmode="numeric"
                    placeholder="16/05/2026"
                /> "."
            </p>
        </div>
        <ul class="say-errors"><BlankFault id="design-blank" fault=none/><BlankFault id="design-blank-wrong" fault/></ul>
    }
}
