//! Sums that no invoice has yet: set against an invoice, or taken away, when the visitor says so.

use dument_law::french;
use dument_ledger::{Deposit, DepositId, Edit, InvoiceId, SettlementKind};
use leptos::prelude::*;

use super::OnSheet;
use super::invoice_draft::plain;
use crate::address::use_address;
use crate::components::field::SelectField;
use crate::components::icon::Icon;
use crate::pages::ledger::short_form::{Asked, Faults, Line, ShortForm, Texts};
use crate::pages::ledger::words;

/// The sums that wait.
#[component]
pub fn Deposits() -> impl IntoView {
    let OnSheet { sheet, .. } = expect_context();
    let deposits = Memo::new(move |_| {
        sheet.with(|sheet| {
            let deposits = sheet.iter().flat_map(|sheet| &sheet.record.deposits);
            deposits.filter(|(_, one)| one.left().is_positive()).map(|(id, one)| (*id, one.clone())).collect::<Vec<_>>()
        })
    });
    view! {
        <For each=move || deposits.get() key=|(id, one)| format!("{id}{}", one.left()) let((id, deposit))>
            <Waiting id deposit/>
        </For>
    }
}

/// A sum that waits, and what can be done with it.
#[component]
fn Waiting(id: DepositId, deposit: Deposit) -> impl IntoView {
    let on_sheet = OnSheet { refused: RwSignal::new(None), ..expect_context() };
    let allocating = RwSignal::new(false);
    let what = if deposit.kind == SettlementKind::CreditNote { "Avoir" } else { "Paiement" };
    let on = deposit.on.map(|on| format!(" du {}", french::day(on))).unwrap_or_default();
    let reference = if deposit.reference.is_empty() { String::new() } else { format!(" ({})", deposit.reference) };
    let named = format!("{what}{on}{reference}");
    let sum = words::amount(deposit.left(), deposit.currency);
    let remove_name = format!("Retirer\u{a0}: {named}");
    let remove = move |_| {
        on_sheet.change("somme retirée", vec![Edit::RemoveDeposit { debtor: on_sheet.id, deposit: id }], || ());
    };
    let refused = on_sheet.refused;
    let deposit = StoredValue::new(deposit);
    view! {
        <div class="note">
            <Icon name="info"/>
            <p>{format!("{named}\u{a0}: {sum} qu’aucune facture n’explique encore. Ce n’est déduit de rien tant que vous ne dites pas de quoi.")}</p>
            {move || if allocating.get() {
                view! { <Allocation on_sheet id deposit=deposit.get_value() on_done=Callback::new(move |()| allocating.set(false))/> }.into_any()
            } else {
                view! {
                    <p class="actions no-print">
                        <button type="button" class="button plain small" on:click=move |_| allocating.set(true)>"Affecter à une facture"</button>
                        <button type="button" class="button quiet small" aria-label=remove_name.clone() on:click=remove><Icon name="trash"/>"Retirer"</button>
                    </p>
                }.into_any()
            }}
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </div>
    }
}

fn check(texts: &Texts) -> Faults {
    let mut faults = Faults::default();
    faults.amount(texts, "amount");
    faults
}

/// Of which invoice the sum is taken off, and how much.
#[component]
fn Allocation(on_sheet: OnSheet, id: DepositId, deposit: Deposit, on_done: Callback<()>) -> impl IntoView {
    let address = use_address();
    let as_of = untrack(|| address.as_of());
    let mut open: Vec<_> = on_sheet.sheet.with_untracked(|sheet| {
        let invoices = sheet.iter().flat_map(|sheet| &sheet.record.invoices);
        let fitting = invoices.filter(|(_, one)| one.currency == deposit.currency && one.open(as_of).is_positive());
        fitting.map(|(id, one)| (*id, one.number.clone(), one.due_on, one.open(as_of))).collect()
    });
    open.sort_by_key(|(id, _, due_on, _)| (*due_on, *id));
    let options: Vec<(InvoiceId, String)> = open
        .iter()
        .map(|(id, number, due_on, left)| {
            let left = words::amount(*left, deposit.currency);
            (*id, format!("{number}, échéance {}, reste {left}", french::short_day(*due_on)))
        })
        .collect();
    let most = move |open: &[(InvoiceId, String, dument_law::Day, dument_law::Money)], id: InvoiceId| {
        let left = open.iter().find(|(one, ..)| *one == id).map(|(.., left)| *left);
        left.map(|left| plain(left.min(deposit.left()))).unwrap_or_default()
    };
    let first = open.first().map(|(id, ..)| *id);
    let chosen = RwSignal::new(first);
    let begin = first.map(|first| most(&open, first)).unwrap_or_default();
    let form = ShortForm::new("allocation", Texts::of([("amount", begin)]), check);
    let none = open.is_empty();
    let open = StoredValue::new(open);
    let submit = move |event: leptos::ev::SubmitEvent| {
        let amount = form.texts.with_untracked(|texts| Faults::default().amount(texts, "amount"));
        let (true, Some(amount), Some(invoice)) = (form.send(&event), amount, chosen.get_untracked()) else { return };
        let edit = Edit::Allocate { debtor: on_sheet.id, deposit: id, invoice, amount };
        on_sheet.change("somme affectée", vec![edit], move || on_done.run(()));
    };
    if none {
        return view! { <p class="hint">"Aucune facture à payer dans cette devise."</p> }.into_any();
    }
    view! {
        <form class="form" novalidate=true on:submit=submit node_ref=form.node>
            <div class="row">
                <SelectField
                    id="allocation-invoice"
                    label="Facture"
                    options
                    value=chosen
                    on_choose=Callback::new(move |invoice: Option<InvoiceId>| {
                        chosen.set(invoice);
                        if let Some(invoice) = invoice {
                            form.set("amount", open.with_value(|open| most(open, invoice)));
                        }
                    })
                />
                <Line form asked=Asked { unit: None, ..Asked::amount("amount", "Montant à déduire") }/>
            </div>
            <p class="actions">
                <button type="submit" class="button small">"Affecter"</button>
                <button type="button" class="button plain small" on:click=move |_| on_done.run(())>"Annuler"</button>
            </p>
        </form>
    }
    .into_any()
}
