//! Adding a client by hand: its name is enough, the rest stands on its sheet.

use dument_desk::{Change, Changed};
use dument_law::PartyKind;
use dument_ledger::{Debtor, Edit};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::place::{View, use_place};
use super::short_form::{Asked, Faults, Line, ShortForm, Texts};
use crate::components::field::SelectField;
use crate::components::icon::Icon;
use crate::components::party_form::company_number;
use crate::ledger::desk::use_desk;
use crate::words::DEBTORS;

/// A button, and behind it the form of a new client.
#[component]
pub fn NewDebtor() -> impl IntoView {
    let adding = RwSignal::new(false);
    move || {
        if adding.get() {
            view! { <Form adding/> }.into_any()
        } else {
            view! {
                <p class="actions no-print">
                    <button type="button" class="button quiet small" on:click=move |_| adding.set(true)><Icon name="plus"/>"Ajouter un client à la main"</button>
                </p>
            }
            .into_any()
        }
    }
}

fn read(texts: &Texts) -> (String, Option<String>, Faults) {
    let mut faults = Faults::default();
    let name = faults.text(texts, "name", "Indiquez le nom du client.");
    if let Err(why) = company_number(texts.get("siren")) {
        faults.add("siren", why);
    }
    let digits: String = texts.get("siren").split_whitespace().collect();
    (name, Some(digits).filter(|digits| !digits.is_empty()), faults)
}

#[component]
fn Form(adding: RwSignal<bool>) -> impl IntoView {
    let (desk, place) = (use_desk(), use_place());
    let form = ShortForm::new("new-client", Texts::default(), |texts| read(texts).2);
    let kind = RwSignal::new(None::<PartyKind>);
    let refused = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        if !form.send(&event) {
            return;
        }
        let (name, number, _) = form.texts.with_untracked(read);
        let siren = number.as_ref().and_then(|number| number.get(..9)).map(str::to_owned);
        let siret = number.filter(|number| number.len() > 9);
        let details = Debtor { name, kind: kind.get_untracked(), siren, siret, ..Debtor::default() };
        let edits = vec![Edit::AddDebtor { details: Box::new(details) }];
        spawn_local(async move {
            match desk.change::<Changed>(&Change::Edits { name: "client ajouté".to_owned(), edits }).await {
                Ok(changed) => {
                    adding.set(false);
                    if let Some(id) = changed.debtor {
                        place.go(View::Debtor(id.to_string()));
                    }
                }
                Err(why) => refused.set(Some(why.to_string())),
            }
        });
    };
    view! {
        <form class="form ledger-panel" novalidate=true on:submit=submit node_ref=form.node>
            <div class="ledger-filter">
                <Line form asked=Asked::text("name", "Nom du client")/>
                <SelectField
                    id="new-client-kind"
                    label="C’est"
                    options=DEBTORS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                    value=kind
                    on_choose=Callback::new(move |chosen: Option<PartyKind>| kind.set(chosen))
                    invitation="À préciser"
                />
                <Line form asked=Asked { inputmode: "numeric", ..Asked::text("siren", "SIREN ou SIRET").optional() }/>
            </div>
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <p class="actions">
                <button type="submit" class="button small">"Ajouter ce client"</button>
                <button type="button" class="button plain small" on:click=move |_| adding.set(false)>"Annuler"</button>
            </p>
        </form>
    }
}
