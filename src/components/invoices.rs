//! The invoices of the case, with what was paid and credited since.

use dument_law::limitation::{ClaimKind, PayableIn};
use leptos::prelude::*;

use super::due_date::DueDate;
use super::field::{SelectField, TextField};
use super::followed;
use super::icon::Icon;
use crate::case::reading::name_of_invoice;
use crate::case::{Invoice, Movement, PaymentTerm};
use crate::state::use_state;

/// A text of an invoice: how to reach it in the case.
type Text = fn(&mut Invoice) -> &mut String;

/// All invoices, and a way to add one.
#[component]
pub fn Invoices() -> impl IntoView {
    let state = use_state();
    followed::provide_invoices();
    let count = state.part(|case| case.invoices.len());
    let only = Memo::new(move |_| count.get() == 1);
    let cheque = state.part(|case| case.claim_kind() == Some(ClaimKind::Cheque));
    view! {
        <div class="invoices">
            <For each=move || 0..count.get() key=|i| *i let(i)>
                <InvoiceForm i only/>
            </For>
            {move || cheque.get().then(|| view! { <PayableWhere/> })}
            <p class="actions">
                <button type="button" class="button plain" on:click=move |_| state.change(|case| case.invoices.push(Invoice::default()))>
                    <Icon name="plus"/>
                    "Ajouter une facture"
                </button>
            </p>
        </div>
    }
}

/// Where the cheque is to be paid: it decides how long it may be presented.
#[component]
fn PayableWhere() -> impl IntoView {
    let state = use_state();
    view! {
        <SelectField
            id="payableIn"
            label="Le chèque est payable"
            hint="Le délai pour le présenter à la banque en dépend, et la prescription part de sa fin."
            options=vec![
                (PayableIn::France, "en France, où il a été émis".to_owned()),
                (PayableIn::Europe, "dans un autre pays d’Europe".to_owned()),
                (PayableIn::Elsewhere, "hors d’Europe".to_owned()),
            ]
            value=state.part(|case| Some(case.payable_in))
            on_choose=move |chosen| state.change(|case| case.payable_in = Option::unwrap_or_default(chosen))
        />
    }
}

/// One invoice.
#[component]
fn InvoiceForm(i: usize, only: Memo<bool>) -> impl IntoView {
    let state = use_state();
    let invoice = followed::invoice(i);
    let name = Memo::new(move |_| invoice.with(|invoice| name_of_invoice(invoice, i)));
    let text = move |field: &'static str, label: &'static str, text: Text| {
        let value = Memo::new(move |_| std::mem::take(text(&mut invoice.get())));
        let change = move |typed: String| {
            state.change(|case| {
                if let Some(invoice) = case.invoices.get_mut(i) {
                    *text(invoice) = typed;
                }
            });
        };
        let id = format!("invoices-{i}-{field}");
        (id.clone(), label, Signal::<String>::from(value), Callback::new(change), followed::fault(id))
    };
    let date = move |field, label, optional: bool, hint: &'static str, reach: Text| {
        let (id, label, value, on_input, fault) = text(field, label, reach);
        view! { <TextField id label value on_input fault optional hint width="date" inputmode="numeric" placeholder="jj/mm/aaaa"/> }
    };
    let (number_id, number_label, number, number_input, _) = text("number", "Numéro", |invoice| &mut invoice.number);
    let (amount_id, amount_label, amount, amount_input, amount_fault) =
        text("amount", "Montant TTC", |invoice| &mut invoice.amount);
    let (description_id, description_label, description, description_input, _) =
        text("description", "Prestation ou marchandise", |invoice| &mut invoice.description);
    let (order_id, order_label, order, order_input, _) =
        text("orderReference", "Référence de commande du client", |invoice| &mut invoice.order_reference);
    // What was given stays in sight; what wasn't leaves room for the rest.
    let detailed = state.case.with_untracked(|case| {
        case.invoices.get(i).is_some_and(|invoice| {
            [&invoice.performed_on, &invoice.description, &invoice.order_reference].iter().any(|typed| !typed.is_empty())
        })
    });
    // The dates that the due date is worked out from stand where it is.
    let working_out = RwSignal::new(
        state.case.with_untracked(|case| case.invoices.get(i).is_some_and(|invoice| invoice.term != PaymentTerm::default())),
    );
    let issued_on = move |optional: bool| date("issuedOn", "Date de la facture", optional, "", |invoice| &mut invoice.issued_on);
    let performed_on = move |hint: &'static str| {
        date("performedOn", "Livraison ou fin du travail", true, hint, |invoice| &mut invoice.performed_on)
    };
    let with_limitation = move || performed_on("Elle peut avancer la date de prescription.");
    view! {
        <fieldset class="item">
            <legend>"Facture " {name}</legend>
            <div class="row">
                <TextField
                    id=amount_id
                    label=amount_label
                    value=amount
                    on_input=amount_input
                    fault=amount_fault
                    width="short"
                    inputmode="decimal"
                    unit=Signal::stored(Some("€"))
                />
                {date("dueOn", "Échéance", false, "", |invoice| &mut invoice.due_on)}
            </div>
            <DueDate i open=working_out>
                {issued_on(false)}
                {performed_on("")}
            </DueDate>
            <div class="row">
                <TextField id=number_id label=number_label value=number on_input=number_input width="short"/>
                {move || (!working_out.get()).then(|| issued_on(true))}
            </div>
            <details class="why" open=detailed>
                <summary>"Livraison, prestation, commande"</summary>
                <div class="why-body">
                    {move || (!working_out.get()).then(with_limitation)}
                    <TextField id=description_id label=description_label value=description on_input=description_input optional=true/>
                    <TextField id=order_id label=order_label value=order on_input=order_input optional=true/>
                </div>
            </details>
            <Movements
                i
                invoice
                list="payments"
                singular="Paiement reçu"
                add="Ajouter un paiement reçu"
                reach=|invoice| &mut invoice.payments
            />
            <Movements i invoice list="credits" singular="Avoir" add="Ajouter un avoir" reach=|invoice| &mut invoice.credits/>
            {move || {
                (!only.get())
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="icon-button danger"
                                aria-label=move || format!("Retirer la facture {}", name.get())
                                on:click=move |_| {
                                    state.change(|case| {
                                        if i < case.invoices.len() {
                                            case.invoices.remove(i);
                                        }
                                    });
                                }
                            >
                                <Icon name="trash"/>
                            </button>
                        }
                    })
            }}
        </fieldset>
    }
}

/// The payments, or the credit notes, of an invoice.
#[component]
fn Movements(
    i: usize,
    invoice: Signal<Invoice>,
    list: &'static str,
    singular: &'static str,
    add: &'static str,
    reach: fn(&mut Invoice) -> &mut Vec<Movement>,
) -> impl IntoView {
    let state = use_state();
    let all = Memo::new(move |_| std::mem::take(reach(&mut invoice.get())));
    let count = Memo::new(move |_| all.with(Vec::len));
    let change = move |change: &dyn Fn(&mut Vec<Movement>)| {
        state.change(|case| {
            if let Some(invoice) = case.invoices.get_mut(i) {
                change(reach(invoice));
            }
        });
    };
    let movement = move |m: usize| {
        let one = Memo::new(move |_| all.with(|all| all.get(m).cloned().unwrap_or_default()));
        let on = format!("invoices-{i}-{list}-{m}-on");
        let amount = format!("invoices-{i}-{list}-{m}-amount");
        let set = move |set: fn(&mut Movement, String)| {
            Callback::new(move |typed: String| {
                change(&|list| {
                    if let Some(movement) = list.get_mut(m) {
                        set(movement, typed.clone());
                    }
                });
            })
        };
        view! {
            <div class="row movement">
                <TextField
                    id=on.clone()
                    label=format!("{singular}\u{a0}: date")
                    value=Signal::derive(move || one.get().on)
                    on_input=set(|movement, typed| movement.on = typed)
                    fault=followed::fault(on)
                    width="date"
                    inputmode="numeric"
                    placeholder="jj/mm/aaaa"
                />
                <TextField
                    id=amount.clone()
                    label=format!("{singular}\u{a0}: montant")
                    value=Signal::derive(move || one.get().amount)
                    on_input=set(|movement, typed| movement.amount = typed)
                    fault=followed::fault(amount)
                    width="short"
                    inputmode="decimal"
                    unit=Signal::stored(Some("€"))
                />
                {(list == "credits")
                    .then(|| {
                        view! {
                            <label class="check">
                                <input
                                    type="checkbox"
                                    prop:checked=move || one.get().retroactive
                                    on:change=move |event| {
                                        let checked = event_target_checked(&event);
                                        change(
                                            &|list| {
                                                if let Some(movement) = list.get_mut(m) {
                                                    movement.retroactive = checked;
                                                }
                                            },
                                        );
                                    }
                                />
                                <span>
                                    "Il corrige une erreur de facturation"
                                    <small class="hint">"La dette est alors réduite depuis l’origine."</small>
                                </span>
                            </label>
                        }
                    })}
                <button
                    type="button"
                    class="icon-button danger"
                    aria-label=format!("Retirer\u{a0}: {} {}", singular.to_lowercase(), m + 1)
                    on:click=move |_| {
                        change(
                            &|list| {
                                if m < list.len() {
                                    list.remove(m);
                                }
                            },
                        );
                    }
                >
                    <Icon name="trash"/>
                </button>
            </div>
        }
    };
    view! {
        {move || (0..count.get()).map(movement).collect_view()}
        <p class="actions">
            <button type="button" class="button quiet small" on:click=move |_| change(&|list| list.push(Movement::default()))>
                <Icon name="plus"/>
                {add}
            </button>
        </p>
    }
}
