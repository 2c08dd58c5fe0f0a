//! The form of an invoice: a new one, or one to correct, with what settled it.

use dument_law::french;
use dument_ledger::{Edit, Invoice, InvoiceId, Settlement, SettlementKind};
use leptos::html;
use leptos::prelude::*;

use super::OnSheet;
use super::invoice_draft::{blank, changes, read, texts};
use crate::address::use_address;
use crate::components::field::SelectField;
use crate::components::icon::Icon;
use crate::pages::ledger::short_form::{Asked, Faults, Line, ShortForm, Texts};
use crate::pages::ledger::words;

/// What is asked of every invoice, and what only some have.
const FIRST: [Asked; 4] = [
    Asked::text("number", "Numéro de la facture"),
    Asked::day("issued", "Date de la facture").optional(),
    Asked::day("due", "Échéance"),
    Asked { unit: None, ..Asked::amount("amount", "Montant TTC") },
];
const MORE: [Asked; 4] = [
    Asked { width: "short", ..Asked::text("currency", "Devise") },
    Asked { hint: "La prescription part de ce jour.", ..Asked::day("performed", "Prestation ou livraison du").optional() },
    Asked::text("description", "Objet").optional(),
    Asked::text("order", "Commande du client").optional(),
];

/// Types an invoice.
#[component]
pub fn InvoiceForm(
    /// The invoice to correct; none for a new one.
    known: Option<(InvoiceId, Invoice)>,
    /// Done once it is kept, or given up.
    on_done: Callback<()>,
) -> impl IntoView {
    let on_sheet = OnSheet { refused: RwSignal::new(None), ..expect_context() };
    let id = known.as_ref().map(|(id, _)| *id);
    let known = known.map(|(_, invoice)| invoice);
    let form = ShortForm::new("invoice", known.as_ref().map_or_else(blank, texts), |texts| read(texts).1);
    let title = match &known {
        Some(invoice) => format!("Facture {}", invoice.number),
        None => "Nouvelle facture".to_owned(),
    };
    let heading: NodeRef<html::H4> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // Focus can't fail on an element of the page.
            let _ = heading.focus();
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        if !form.send(&event) {
            return;
        }
        let Some(invoice) = form.texts.with_untracked(read).0 else { return };
        let debtor = on_sheet.id;
        let (name, edit) = match (id, &known) {
            (Some(id), Some(known)) => {
                ("facture corrigée", Edit::SetInvoice { debtor, invoice: id, changes: changes(&invoice, known) })
            }
            _ => ("facture ajoutée", Edit::AddInvoice { debtor, invoice: Box::new(invoice) }),
        };
        on_sheet.change(name, vec![edit], move || on_done.run(()));
    };
    let remove = move |id: InvoiceId| {
        let edit = Edit::RemoveInvoice { debtor: on_sheet.id, invoice: id };
        on_sheet.change("facture retirée", vec![edit], move || on_done.run(()));
    };
    let refused = on_sheet.refused;
    view! {
        <div class="ledger-panel no-print">
            <h4 tabindex="-1" node_ref=heading>{title}</h4>
            <form class="form" novalidate=true on:submit=submit node_ref=form.node>
                <div class="ledger-filter">{FIRST.map(|asked| view! { <Line form asked/> }).into_iter().collect_view()}</div>
                <details class="more">
                    <summary>"Devise, livraison, objet"</summary>
                    <div class="ledger-filter">{MORE.map(|asked| view! { <Line form asked/> }).into_iter().collect_view()}</div>
                </details>
                {move || form.wrong().then(|| view! { <p class="error" role="alert">"Complétez ce qui est signalé ci-dessus."</p> })}
                {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
                <p class="actions">
                    <button type="submit" class="button small">{if id.is_some() { "Enregistrer la facture" } else { "Ajouter la facture" }}</button>
                    <button type="button" class="button plain small" on:click=move |_| on_done.run(())>"Fermer"</button>
                    {id.map(|id| view! {
                        <button type="button" class="button quiet small" on:click=move |_| remove(id)><Icon name="trash"/>"Retirer cette facture"</button>
                    })}
                </p>
            </form>
            {id.map(|id| view! { <Settlements invoice=id/> })}
        </div>
    }
}

/// What can settle an invoice, in words.
const KINDS: [(SettlementKind, &str); 3] = [
    (SettlementKind::Payment, "Paiement"),
    (SettlementKind::CreditNote, "Avoir"),
    (SettlementKind::WriteOff, "Abandon ou perte"),
];

fn kind_name(kind: SettlementKind) -> &'static str {
    KINDS.iter().find(|(one, _)| *one == kind).map(|(_, words)| *words).unwrap_or_default()
}

fn check(texts: &Texts) -> Faults {
    let mut faults = Faults::default();
    faults.day(texts, "on");
    faults.amount(texts, "amount");
    faults
}

/// What settled an invoice: to be added, and taken away.
#[component]
fn Settlements(invoice: InvoiceId) -> impl IntoView {
    let on_sheet = OnSheet { refused: RwSignal::new(None), ..expect_context() };
    let address = use_address();
    let begin = move || Texts::of([("on", french::short_day(untrack(|| address.as_of())))]);
    let form = ShortForm::new("settlement", begin(), check);
    let kind = RwSignal::new(SettlementKind::Payment);
    let known = Memo::new(move |_| on_sheet.sheet.with(|sheet| sheet.as_ref()?.record.invoices.get(&invoice).cloned()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        if !form.send(&event) {
            return;
        }
        let read = form.texts.with_untracked(|texts| {
            let mut faults = Faults::default();
            Some((faults.day(texts, "on")?, faults.amount(texts, "amount")?, texts.get("reference").to_owned()))
        });
        let Some((on, amount, reference)) = read else { return };
        let kind = kind.get_untracked();
        let settlement = Settlement { kind, reference, ..Settlement::payment(on, amount) };
        on_sheet.change("règlement noté", vec![Edit::Settle { debtor: on_sheet.id, invoice, settlement }], move || {
            form.texts.set(begin());
            form.unsend();
        });
    };
    let row = move |(at, one): (usize, Settlement), currency| {
        let said = format!(
            "{}{}\u{a0}: {}",
            kind_name(one.kind),
            one.on.map(|on| format!(" du {}", french::day(on))).unwrap_or_default(),
            words::amount(one.amount, currency),
        );
        let reference = Some(one.reference).filter(|text| !text.is_empty()).map(|text| format!(" ({text})"));
        let label = format!("Retirer\u{a0}: {said}");
        let remove = move |_| {
            let edit = Edit::Unsettle { debtor: on_sheet.id, invoice, at };
            on_sheet.change("règlement retiré", vec![edit], || ());
        };
        view! {
            <li class="settlement">
                <span>{said} {reference}</span>
                <button type="button" class="button quiet small" aria-label=label on:click=remove><Icon name="trash"/>"Retirer"</button>
            </li>
        }
    };
    let rows = move || {
        let known = known.get()?;
        let currency = known.currency;
        Some(known.settlements.into_iter().enumerate().map(|one| row(one, currency)).collect_view())
    };
    let refused = on_sheet.refused;
    view! {
        <h5>"Ce qui l’a réglée"</h5>
        {move || known.with(|known| known.as_ref().is_none_or(|known| known.settlements.is_empty())).then(|| view! { <p class="hint">"Rien pour l’instant."</p> })}
        <ul class="settlements">{rows}</ul>
        <form class="form" novalidate=true on:submit=submit node_ref=form.node>
            <div class="ledger-filter">
                <SelectField
                    id="settlement-kind"
                    label="Ajouter"
                    options=KINDS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                    value=Signal::derive(move || Some(kind.get()))
                    on_choose=Callback::new(move |chosen: Option<SettlementKind>| kind.set(chosen.unwrap_or(SettlementKind::Payment)))
                />
                <Line form asked=Asked::day("on", "Date")/>
                <Line form asked=Asked { unit: None, ..Asked::amount("amount", "Montant") }/>
                <Line form asked=Asked::text("reference", "Référence").optional()/>
            </div>
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <p class="actions"><button type="submit" class="button plain small">"Ajouter ce règlement"</button></p>
        </form>
    }
}
