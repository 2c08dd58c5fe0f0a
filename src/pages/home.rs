//! The first screen: three facts, three answers.

use dument_law::{PartyKind, french};
use dument_pages::Page;
use leptos::prelude::*;

use crate::address::use_address;
use crate::case::Invoice;
use crate::case_drawer::{self, CasePart};
use crate::components::answers::{LastDay, NextStep, Owed};
use crate::components::blank::{Blank, BlankFault};
use crate::components::computed_at::ComputedAt;
use crate::components::field::Select;
use crate::components::link::PageLink;
use crate::components::live::Live;
use crate::state::use_state;
use crate::words;

const AMOUNT: &str = "invoices-0-amount";
const DUE_ON: &str = "invoices-0-dueOn";

/// Three facts, three answers.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <div class="wrap three">
            <div>
                <header class="heading">
                    <h1>{Page::Home.heading()}</h1>
                    <p class="lead">{Page::Home.description()}</p>
                </header>
                <Facts/>
                <ComputedAt/>
                <NotHandled/>
            </div>
            <div class="answers">
                <Owed/>
                <LastDay/>
                <NextStep/>
            </div>
            <Spoken/>
        </div>
    }
}

/// The sentence with its three blanks.
#[component]
fn Facts() -> impl IntoView {
    let state = use_state();
    let first =
        move |read: fn(&Invoice) -> &String| state.part(move |case| case.invoices.first().map(read).cloned().unwrap_or_default());
    let change = move |write: fn(&mut Invoice) -> &mut String| {
        Callback::new(move |typed: String| {
            state.change(|case| {
                if let Some(invoice) = case.invoices.first_mut() {
                    *write(invoice) = typed;
                }
            });
        })
    };
    // A fault is told once the blank is left, or at once where it was typed on an earlier visit.
    let told = |id: &'static str, value: Memo<String>| {
        let touched = RwSignal::new(value.with_untracked(|typed| !typed.is_empty()));
        let fault = state.fault(id.to_owned());
        (touched, Signal::derive(move || if touched.get() { fault.get() } else { None }))
    };
    let amount = first(|invoice| &invoice.amount);
    let due_on = first(|invoice| &invoice.due_on);
    let (amount_touched, amount_fault) = told(AMOUNT, amount);
    let (due_on_touched, due_on_fault) = told(DUE_ON, due_on);
    let debtor = state.part(|case| case.debtor.kind);
    let others = state.part(|case| case.invoices.len() - 1);
    let choose = move |kind: Option<PartyKind>| state.change(|case| case.debtor.kind = kind);
    view! {
        <form class="say" novalidate=true on:submit=move |event| event.prevent_default()>
            <p>
                "On me doit "
                <Blank
                    id=AMOUNT
                    label="Montant de la facture, toutes taxes comprises"
                    value=amount
                    on_input=change(|invoice| &mut invoice.amount)
                    touched=amount_touched
                    fault=amount_fault
                    size=10
                    inputmode="decimal"
                    placeholder="1\u{202f}850,00"
                /> " € TTC depuis le "
                <Blank
                    id=DUE_ON
                    label="Échéance de la facture"
                    value=due_on
                    on_input=change(|invoice| &mut invoice.due_on)
                    touched=due_on_touched
                    fault=due_on_fault
                    size=11
                    inputmode="numeric"
                    placeholder="16/05/2026"
                /> ". Mon client est "
                <Select
                    id="debtor-kind"
                    class="blank"
                    label="Mon client"
                    options=words::DEBTORS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                    value=debtor
                    on_choose=choose
                    invitation="…"
                /> "."
            </p>
        </form>
        <ul class="say-errors">
            <BlankFault id=AMOUNT fault=amount_fault/>
            <BlankFault id=DUE_ON fault=due_on_fault/>
        </ul>
        {move || {
            (others.get() > 0)
                .then(|| {
                    let count = i64::try_from(others.get()).unwrap_or(i64::MAX);
                    view! { <p class="hint">{format!("Et {} dans le dossier.", french::count(count, "autre facture", "autres factures"))}</p> }
                })
        }}
        <p class="hint">
            "Plusieurs factures, un acompte, un taux convenu\u{202f}? "
            <button type="button" class="link" on:click=move |_| case_drawer::use_drawer().open_at(CasePart::Invoices)>
                "Complétez le dossier"
            </button> "."
        </p>
    }
}

/// What these answers aren't for, said before one relies on them.
#[component]
fn NotHandled() -> impl IntoView {
    view! {
        <p class="hint">
            "Pas pour un client établi à l’étranger, une autre monnaie que l’euro, un crédit, un salaire ou des honoraires d’avocat. "
            <PageLink page=Page::Sources>"Tout ce qui n’est pas couvert"</PageLink>
        </p>
    }
}

/// What a screen reader hears as the answers change.
#[component]
fn Spoken() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let text = Signal::derive(move || {
        let mut said = Vec::new();
        if let Some(total) = state.owed.with(|answer| answer.as_ref().ok().map(|owed| owed.statement.totals.total)) {
            said.push(format!("Au {}, on vous doit {}.", french::day(address.as_of()), french::money(total)));
        }
        if let Some(last_day) = state.limitations.get().ok().and_then(|all| all.first()?.limitation.cautious.last_day) {
            said.push(format!("Dernier jour pour agir\u{a0}: {}.", french::day(last_day)));
        }
        if let Some(step) = state.guidance.get().ok().and_then(|guidance| guidance.plan.into_iter().next()) {
            said.push(format!("Prochaine étape\u{a0}: {}.", step.title));
        }
        said.join(" ")
    });
    view! { <Live text/> }
}
