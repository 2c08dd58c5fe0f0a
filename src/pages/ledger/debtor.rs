//! One client: what it owes, what happened, what is under way, and what can be done.

pub mod deposits;
pub mod details;
pub mod exhibits;
pub mod history;
pub mod invoice_draft;
pub mod invoice_form;
pub mod invoices;
pub mod procedures;
pub mod twins;

use dument_desk::debtor::Sheet;
use dument_desk::{Change, Changed, Look};
use dument_law::french;
use dument_ledger::{DebtorId, Edit};
use dument_pages::Page;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::place::{View, ViewLink};
use crate::address::use_address;
use crate::components::icon::Icon;
use crate::ledger::case;
use crate::ledger::desk::{Desk, Unanswered, use_desk};
use crate::state::use_state;
use crate::store::keeper;

/// What every part of the client's sheet works with.
#[derive(Clone, Copy)]
pub struct OnSheet {
    /// Which client.
    pub id: DebtorId,
    /// All that is known of it.
    pub sheet: Memo<Option<Sheet>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
    desk: Desk,
}

impl OnSheet {
    /// Makes changes of this client, under a name by which they can be taken back; then does what follows.
    pub fn change(self, name: &str, edits: Vec<Edit>, then: impl FnOnce() + 'static) {
        let change = Change::Edits { name: name.to_owned(), edits };
        spawn_local(async move {
            match self.desk.change::<Changed>(&change).await {
                Ok(_) => {
                    self.refused.set(None);
                    then();
                }
                Err(why) => self.refused.set(Some(why.to_string())),
            }
        });
    }
}

/// The sheet of a client.
#[component]
pub fn Debtor(
    /// Its id, as the address has it.
    id: String,
) -> impl IntoView {
    let Ok(id) = id.parse::<DebtorId>() else { return view! { <Gone/> }.into_any() };
    let (desk, address) = (use_desk(), use_address());
    let found: RwSignal<Option<Result<Option<Sheet>, Unanswered>>> =
        desk.follow(move || Some(Look::Debtor { id, as_of: address.as_of() }));
    let sheet = Memo::new(move |_| found.get().and_then(Result::ok).flatten());
    let on_sheet = OnSheet { id, sheet, refused: RwSignal::new(None), desk };
    provide_context(on_sheet);
    let state = Memo::new(move |_| found.with(|found| found.as_ref().map(|found| found.as_ref().is_ok_and(Option::is_some))));
    (move || match state.get() {
        None => view! { <p class="loading" role="status">"Ouverture de la fiche…"</p> }.into_any(),
        Some(false) => view! { <Gone/> }.into_any(),
        Some(true) => view! { <OpenSheet/> }.into_any(),
    })
    .into_any()
}

/// A client that isn't there.
#[component]
fn Gone() -> impl IntoView {
    view! {
        <section class="section">
            <p>"Ce client n’est pas, ou plus, dans votre suivi."</p>
            <p><ViewLink view=View::Debtors>"Voir tous les clients"</ViewLink></p>
        </section>
    }
}

#[component]
fn OpenSheet() -> impl IntoView {
    let on_sheet: OnSheet = expect_context();
    let OnSheet { sheet, refused, .. } = on_sheet;
    let title: NodeRef<html::H2> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(title) = title.get() {
            // Focus can't fail on an element of the page.
            let _ = title.focus();
        }
    });
    let name =
        Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.record.debtor.name.clone()).unwrap_or_default()));
    let open = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.open).unwrap_or_default()));
    let late = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.late).unwrap_or_default()));
    let over = Memo::new(move |_| {
        sheet.with(|sheet| {
            let limit = sheet.as_ref()?.record.debtor.limit?;
            (open.get() > limit).then(|| french::money(limit))
        })
    });
    view! {
        <article class="debtor-sheet">
            <p class="no-print"><ViewLink view=View::Debtors>"Tous les clients"</ViewLink></p>
            <header class="debtor-head">
                <h2 tabindex="-1" node_ref=title>{name}</h2>
                <dl class="case-facts">
                    <div><dt>"Reste dû"</dt><dd class="figure middle">{move || french::money(open.get())}</dd></div>
                    <div><dt>"dont en retard"</dt><dd class="figure middle">{move || french::money(late.get())}</dd></div>
                </dl>
                {move || sheet.with(|sheet| sheet.as_ref().and_then(|sheet| sheet.segment.clone())).map(|segment| view! {
                    <p class="hint">{format!("Groupe du plan de relance\u{a0}: {segment}.")}</p>
                })}
                {move || over.get().map(|limit| view! {
                    <p class="note warning"><Icon name="warning"/>"Ce client dépasse la limite que vous lui avez fixée\u{a0}: " {limit} "."</p>
                })}
                <Actions/>
            </header>
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <invoices::OpenInvoices/>
            <history::History/>
            <procedures::Procedures/>
            <exhibits::Exhibits/>
            <details::Details/>
            <twins::Twins/>
        </article>
    }
}

/// What can be done with the client in the rest of the application.
#[component]
fn Actions() -> impl IntoView {
    let OnSheet { id, sheet, refused, desk } = expect_context();
    let (state, address) = (use_state(), use_address());
    let open_at = move |page: Page| {
        let asked = Look::Case { id, invoices: Vec::new(), as_of: untrack(|| address.as_of()) };
        let own = state.case.with_untracked(|at_work| at_work.creditor.clone());
        spawn_local(async move {
            let opened = async {
                let handed = desk.look::<Option<String>>(&asked).await.map_err(|why| why.to_string())?.unwrap_or_default();
                let case = case::read(&handed, &own).map_err(|why| why.to_string())?;
                keeper::begin_with(state, case, String::new()).await.map_err(|why| why.to_string())
            };
            match opened.await {
                Ok(()) => address.go(page),
                Err(why) => refused.set(Some(why)),
            }
        });
    };
    let owes = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().is_some_and(|sheet| sheet.open.is_positive())));
    view! {
        {move || {
            owes.get().then(|| view! {
                <div class="no-print">
                    <p class="hint">"Ouvrir ses factures impayées comme un dossier, avec ses paiements et son historique\u{a0}:"</p>
                    <p class="actions">
                        <button type="button" class="button small" on:click=move |_| open_at(Page::Letters)><Icon name="letter"/>"Écrire une lettre"</button>
                        <button type="button" class="button plain small" on:click=move |_| open_at(Page::Guide)>"Quelle procédure ?"</button>
                        <button type="button" class="button plain small" on:click=move |_| open_at(Page::Penalties)>"Calculer les pénalités"</button>
                        <button type="button" class="button plain small" on:click=move |_| open_at(Page::Limitation)>"Voir la prescription"</button>
                    </p>
                </div>
            })
        }}
    }
}
