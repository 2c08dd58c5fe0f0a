//! The facts that limitation depends on: what is claimed, from when, and what happened since.

use dument_law::PartyKind;
use dument_law::limitation::ClaimKind;
use leptos::prelude::*;

use crate::case::reading::name_of_invoice;
use crate::case::{Case, Invoice};
use crate::components::field::{SelectField, TextField};
use crate::components::followed;
use crate::components::history::History;
use crate::state::use_state;
use crate::words;

/// What is claimed, the dates of each invoice, the events.
#[component]
pub fn Facts() -> impl IntoView {
    let state = use_state();
    followed::provide_invoices();
    let debtor = state.part(|case| case.debtor.kind);
    let claim = state.part(Case::claim_kind);
    let count = state.part(|case| case.invoices.len());
    let named = Memo::new(move |_| count.get() > 1);
    let choose_debtor = move |chosen: Option<PartyKind>| state.change(|case| case.debtor.kind = chosen);
    let choose_claim = move |chosen: Option<ClaimKind>| {
        state.change(|case| {
            case.claim = None;
            // The usual kind goes on following the debtor.
            if case.claim_kind() != chosen {
                case.claim = chosen;
            }
        });
    };
    view! {
        <div class="form">
            <fieldset class="group">
                <legend>"Ce qu’on vous doit"</legend>
                <SelectField
                    id="debtor-kind"
                    label="Votre client est"
                    options=words::DEBTORS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                    value=debtor
                    on_choose=choose_debtor
                    invitation="Choisissez"
                />
                <SelectField
                    id="claim"
                    label="Nature de la créance"
                    hint="Certaines créances ont un délai plus court\u{a0}: transport, téléphone, loyer, chèque…"
                    options=words::CLAIMS.map(|kind| (kind, words::claim(kind).to_owned())).to_vec()
                    value=claim
                    on_choose=choose_claim
                    invitation="Choisissez"
                />
            </fieldset>
            <fieldset class="group">
                <legend>"Les dates"</legend>
                <For each=move || 0..count.get() key=|i| *i let(i)>
                    <Dates i named/>
                </For>
            </fieldset>
            <fieldset class="group"><legend>"Ce qui s’est passé depuis"</legend><History/></fieldset>
        </div>
    }
}

/// How to reach a date of an invoice.
type Text = fn(&mut Invoice) -> &mut String;

/// The dates of an invoice, those that its kind of claim is counted from.
#[component]
fn Dates(
    /// Its place in the case.
    i: usize,
    /// Whether it must be told from others.
    named: Memo<bool>,
) -> impl IntoView {
    let state = use_state();
    let invoice = followed::invoice(i);
    let name = Memo::new(move |_| invoice.with(|invoice| name_of_invoice(invoice, i)));
    let claim = state.part(Case::claim_kind);
    let date = move |field: &str, label: &'static str, hint: &'static str, optional: bool, reach: Text| {
        let id = format!("invoices-{i}-{field}");
        let value = Memo::new(move |_| std::mem::take(reach(&mut invoice.get())));
        let change = move |typed: String| {
            state.change(|case| {
                if let Some(invoice) = case.invoices.get_mut(i) {
                    *reach(invoice) = typed;
                }
            });
        };
        let fault = followed::fault(id.clone());
        view! {
            <TextField id label hint optional value on_input=change fault width="date" inputmode="numeric" placeholder="jj/mm/aaaa"/>
        }
    };
    view! {
        <fieldset class="item">
            <legend class=move || (!named.get()).then_some("visually-hidden")>"Facture " {name}</legend>
            {move || {
                let claim = claim.get();
                view! {
                    <div class="row">
                        {if claim == Some(ClaimKind::EnforceableTitle) {
                            date("dueOn", "Date du titre", "Celle du jugement ou de l’accord.", false, |invoice| &mut invoice.due_on)
                        } else {
                            date("dueOn", "Échéance", "", false, |invoice| &mut invoice.due_on)
                        }}
                        {(claim != Some(ClaimKind::EnforceableTitle))
                            .then(|| {
                                let required = matches!(claim, Some(ClaimKind::Carriage | ClaimKind::Removal));
                                let hint = "Souvent, c’est elle qui fait partir le délai.";
                                date("performedOn", "Livraison ou fin du travail", hint, !required, |invoice| &mut invoice.performed_on)
                            })}
                        {(claim == Some(ClaimKind::CarriageInternational))
                            .then(|| date("concludedOn", "Conclusion du contrat de transport", "", false, |invoice| &mut invoice.concluded_on))}
                        {(claim == Some(ClaimKind::Cheque))
                            .then(|| date("issuedOn", "Émission du chèque", "", false, |invoice| &mut invoice.issued_on))}
                    </div>
                }
            }}
        </fieldset>
    }
}
