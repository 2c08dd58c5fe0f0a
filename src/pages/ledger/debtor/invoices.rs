//! The invoices of a client: those open, and what it pays.

use dument_law::{Day, french};
use dument_ledger::standing::Standing;
use dument_ledger::{Edit, Invoice, InvoiceId};
use leptos::html;
use leptos::prelude::*;

use super::OnSheet;
use super::deposits::Deposits;
use super::invoice_form::InvoiceForm;
use crate::address::use_address;
use crate::components::icon::Icon;
use crate::pages::ledger::short_form::{Asked, Faults, Line, ShortForm, Texts};
use crate::pages::ledger::words;

/// What is typed below the invoices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typing {
    /// A payment, for whichever invoices it is.
    Payment,
    /// A new invoice.
    New,
    /// An invoice that is known.
    Known(InvoiceId),
}

/// The open invoices, those that are paid, what waits, and ways to add and correct them.
#[component]
pub fn OpenInvoices() -> impl IntoView {
    let OnSheet { sheet, .. } = expect_context();
    let address = use_address();
    let typing = RwSignal::new(None::<Typing>);
    let tables = move || {
        let as_of = address.as_of();
        sheet.with(|sheet| {
            let sheet = sheet.as_ref()?;
            let mut invoices: Vec<(&InvoiceId, &Invoice)> = sheet.record.invoices.iter().collect();
            invoices.sort_by_key(|(id, invoice)| (invoice.due_on, **id));
            let (open, paid): (Vec<_>, Vec<_>) = invoices.into_iter().partition(|(_, invoice)| invoice.open(as_of).is_positive());
            let rows = |of: Vec<(&InvoiceId, &Invoice)>| -> Vec<_> {
                of.into_iter()
                    .map(|(id, invoice)| {
                        let standing = sheet.standings.get(id).map(|stands| stands.standing);
                        row(*id, invoice, as_of, standing, typing)
                    })
                    .collect()
            };
            let settled = i64::try_from(paid.len()).unwrap_or(i64::MAX);
            let (open, paid) = (rows(open), rows(paid));
            let open = if open.is_empty() {
                view! { <p>"Rien à payer aujourd’hui."</p> }.into_any()
            } else {
                view! { <InvoiceTable caption="Factures à payer">{open}</InvoiceTable> }.into_any()
            };
            let paid = (settled > 0).then(move || {
                view! {
                    <details class="more">
                        <summary>{french::count(settled, "facture réglée", "factures réglées")}</summary>
                        <InvoiceTable caption="Factures réglées">{paid}</InvoiceTable>
                    </details>
                }
            });
            Some(view! { {open} {paid} })
        })
    };
    let title: NodeRef<html::H3> = NodeRef::new();
    let on_done = Callback::new(move |()| {
        typing.set(None);
        if let Some(title) = title.get_untracked() {
            // Focus can't fail on an element of the page.
            let _ = title.focus();
        }
    });
    let known = move |id: InvoiceId| {
        sheet.with_untracked(|sheet| sheet.as_ref()?.record.invoices.get(&id).map(|invoice| (id, invoice.clone())))
    };
    view! {
        <section class="section" aria-labelledby="debtor-invoices">
            <h3 id="debtor-invoices" tabindex="-1" node_ref=title>"Factures"</h3>
            {tables}
            {move || match typing.get() {
                Some(Typing::Payment) => view! { <Payment on_done/> }.into_any(),
                Some(Typing::New) => view! { <InvoiceForm known=None on_done/> }.into_any(),
                Some(Typing::Known(id)) => view! { <InvoiceForm known=known(id) on_done/> }.into_any(),
                None => view! {
                    <p class="actions no-print">
                        <button type="button" class="button plain small" on:click=move |_| typing.set(Some(Typing::Payment))>"Noter un paiement"</button>
                        <button type="button" class="button quiet small" on:click=move |_| typing.set(Some(Typing::New))><Icon name="plus"/>"Ajouter une facture"</button>
                    </p>
                }
                .into_any(),
            }}
            <Deposits/>
        </section>
    }
}

#[component]
fn InvoiceTable(caption: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="table-scroll">
            <table class="statement">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Facture"</th>
                        <th scope="col">"Date"</th>
                        <th scope="col">"Échéance"</th>
                        <th scope="col" class="n">"Montant TTC"</th>
                        <th scope="col" class="n">"Reste dû"</th>
                    </tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

fn row(
    id: InvoiceId,
    invoice: &Invoice,
    as_of: Day,
    standing: Option<Standing>,
    typing: RwSignal<Option<Typing>>,
) -> impl IntoView + use<> {
    let open = invoice.open(as_of);
    let late = as_of.days_since(invoice.due_on);
    let label = format!("Modifier la facture {}", invoice.number);
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" aria-label=label title="Modifier" on:click=move |_| typing.set(Some(Typing::Known(id)))>
                    {invoice.number.clone()}
                </button>
            </th>
            <td data-label="du">{invoice.issued_on.map(french::short_day)}</td>
            <td data-label="échéance">{french::short_day(invoice.due_on)} " · " {words::standing(standing.unwrap_or(Standing::Late), late)}</td>
            <td class="n" data-label="montant">{words::amount(invoice.amount, invoice.currency)}</td>
            <td class="n">{words::amount(open, invoice.currency)}</td>
        </tr>
    }
}

fn check(texts: &Texts) -> Faults {
    let mut faults = Faults::default();
    faults.day(texts, "on");
    faults.amount(texts, "amount");
    faults
}

/// Notes a payment, which goes to the oldest invoices first.
#[component]
fn Payment(on_done: Callback<()>) -> impl IntoView {
    let on_sheet = OnSheet { refused: RwSignal::new(None), ..expect_context() };
    let address = use_address();
    let today = untrack(|| french::short_day(address.as_of()));
    let form = ShortForm::new("payment", Texts::of([("on", today)]), check);
    let submit = move |event: leptos::ev::SubmitEvent| {
        if !form.send(&event) {
            return;
        }
        let read = form.texts.with_untracked(|texts| {
            let mut faults = Faults::default();
            faults.day(texts, "on").zip(faults.amount(texts, "amount"))
        });
        let Some((on, amount)) = read else { return };
        let edit = Edit::Receive { debtor: on_sheet.id, on, amount, invoices: Vec::new() };
        on_sheet.change("paiement noté", vec![edit], move || on_done.run(()));
    };
    let refused = on_sheet.refused;
    view! {
        <form class="form" novalidate=true on:submit=submit node_ref=form.node>
            <p class="hint">"Il est affecté aux factures échues les plus anciennes d’abord (Code civil, article 1342-10). Pour une seule facture, modifiez-la."</p>
            <div class="row">
                <Line form asked=Asked::day("on", "Date du paiement")/>
                <Line form asked=Asked::amount("amount", "Montant reçu")/>
            </div>
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <p class="actions">
                <button type="submit" class="button small">"Noter le paiement"</button>
                <button type="button" class="button plain small" on:click=move |_| on_done.run(())>"Annuler"</button>
            </p>
        </form>
    }
}
