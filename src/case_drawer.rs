//! The case at hand on every page, with all its facts and what becomes of them on this machine: beside the page on a wide
//! screen, so that answers change in sight as one types; in a drawer over it elsewhere.

use dument_pages::Page;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::address::is_framed;
use crate::components::carry::Carry;
use crate::components::field::FieldScope;
use crate::components::history::History;
use crate::components::icon::Icon;
use crate::components::invoices::Invoices;
use crate::components::kept_banner::KeptBanner;
use crate::components::link::PageLink;
use crate::components::party_form::{PartyForm, Role};
use crate::components::rate_form::RateForm;
use crate::components::undo::{UndoButtons, Undone};
use crate::state::use_state;
use crate::store::{self, Keeping, shelf};

/// The parts of the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CasePart {
    /// The invoices, payments and credit notes.
    Invoices,
    /// The rate agreed.
    Terms,
    /// The debtor.
    Debtor,
    /// The creditor.
    Creditor,
    /// What happened since.
    History,
}

/// Where the fields of the drawer stand: the page below may hold the same ones.
pub const CASE_SCOPE: FieldScope = FieldScope("dossier-");

impl CasePart {
    /// The part that holds a field, by the field's `id`.
    #[must_use]
    pub fn of_field(id: &str) -> Self {
        match id.split('-').next() {
            Some("rate") => Self::Terms,
            Some("debtor") => Self::Debtor,
            Some("creditor") => Self::Creditor,
            Some("events") => Self::History,
            _ => Self::Invoices,
        }
    }

    const ALL: [Self; 5] = [Self::Invoices, Self::Terms, Self::Debtor, Self::Creditor, Self::History];

    fn title(self) -> &'static str {
        match self {
            Self::Invoices => "Factures, paiements et avoirs",
            Self::Terms => "Taux convenu",
            Self::Debtor => "Votre client",
            Self::Creditor => "Vous",
            Self::History => "Ce qui s’est passé",
        }
    }
}

/// Whether the case is open, and at which part.
#[derive(Clone, Copy)]
pub struct Drawer {
    open: RwSignal<bool>,
    part: RwSignal<CasePart>,
}

impl Drawer {
    /// Closed, as every page starts.
    #[must_use]
    pub fn closed() -> Self {
        Self { open: RwSignal::new(false), part: RwSignal::new(CasePart::Invoices) }
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.open.get()
    }

    /// Opens the case at one of its parts.
    pub fn open_at(self, part: CasePart) {
        self.part.set(part);
        self.open.set(true);
    }

    /// Closes the case: the reader goes elsewhere.
    pub fn close(self) {
        self.open.set(false);
    }
}

/// The drawer, from any component.
#[must_use]
pub fn use_drawer() -> Drawer {
    expect_context()
}

/// Opens the case, or closes it where it stands beside the page.
#[component]
pub fn CaseButton() -> impl IntoView {
    let drawer = use_drawer();
    view! {
        <button
            type="button"
            class="case-button needs-script no-print"
            aria-haspopup="dialog"
            aria-expanded=move || drawer.open.get().to_string()
            on:click=move |_| drawer.open.update(|open| *open = !*open)
        >
            "Mon dossier"
        </button>
    }
}

/// Whether there is room for the case beside the page: the same width as in `www/style/case.css`.
fn has_room() -> bool {
    window().match_media("(width >= 90rem)").ok().flatten().is_some_and(|room| room.matches())
}

/// The case. In a drawer, the browser keeps it apart from the page: focus stays in it until it is closed.
#[component]
pub fn CaseDrawer() -> impl IntoView {
    let drawer = use_drawer();
    let state = use_state();
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let open = drawer.open.get();
        if let Some(dialog) = dialog.get() {
            if open && !dialog.open() {
                if has_room() {
                    dialog.show();
                } else {
                    // It fails only where the dialog is open already.
                    let _ = dialog.show_modal();
                }
            } else if !open && dialog.open() {
                dialog.close();
            }
        }
    });
    // Through the dialog, while what has the focus is still there: so the browser gives it back.
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let debtor = state.part(|case| case.debtor.name.clone());
    let title = move || state.kept.name.with(|name| debtor.with(|debtor| store::title(name, debtor)));
    view! {
        <dialog class="drawer" id="case" aria-labelledby="case-title" node_ref=dialog on:keydown=on_key on:close=move |_| drawer.open.set(false)>
            <div class="panel-head">
                <h2 id="case-title">{title}</h2>
                <UndoButtons in_drawer=true/>
                <button type="button" class="icon-button" aria-label="Fermer le dossier" on:click=move |_| close()>
                    <Icon name="close"/>
                </button>
            </div>
            <Undone in_drawer=true/>
            // Built when opened: no page waits for it, and the forms of a closed drawer would only hide fields of the same id.
            {move || drawer.open.get().then(|| view! { <Kept/> })}
            {move || {
                state.kept.id.track();
                drawer.open.get().then(|| view! { <Parts/> })
            }}
        </dialog>
    }
}

/// Every part of the case, the one asked for open.
#[component]
fn Parts() -> impl IntoView {
    let drawer = use_drawer();
    provide_context(CASE_SCOPE);
    CasePart::ALL
        .map(|part| {
            let content = match part {
                CasePart::Invoices => view! { <Invoices/> }.into_any(),
                CasePart::Terms => view! { <RateForm/> }.into_any(),
                CasePart::Debtor => view! { <PartyForm role=Role::Debtor/> }.into_any(),
                CasePart::Creditor => view! { <PartyForm role=Role::Creditor/> }.into_any(),
                CasePart::History => view! { <History/> }.into_any(),
            };
            // A part asked for while the case is open already opens too, and comes into sight.
            let details: NodeRef<html::Details> = NodeRef::new();
            Effect::watch(
                move || drawer.part.get(),
                move |asked, _, _| {
                    if let Some(details) = details.get_untracked().filter(|_| *asked == part) {
                        details.set_open(true);
                        details.scroll_into_view();
                    }
                },
                false,
            );
            view! {
                <details class="case-part" node_ref=details open=drawer.part.get_untracked() == part>
                    <summary><h3>{part.title()}</h3></summary>
                    {content}
                </details>
            }
        })
        .into_iter()
        .collect_view()
}

/// Where the case is kept, and how to take it away or delete it.
#[component]
fn Kept() -> impl IntoView {
    let (state, drawer) = (use_state(), use_drawer());
    let refused = RwSignal::new(None::<String>);
    let delete = move |_| {
        spawn_local(async move { refused.set(shelf::delete_open(state).await.err().map(|error| error.to_string())) });
    };
    view! {
        {move || {
            matches!(state.kept.keeping.get(), Keeping::Kept | Keeping::Opening)
                .then(|| view! { <p class="kept"><Icon name="shield"/>"Gardé sur cet appareil seulement."</p> })
        }}
        <KeptBanner in_drawer=true/>
        <p class="actions">
            {(!is_framed())
                .then(|| {
                    view! {
                        <PageLink page=Page::Cases class="button quiet small" on_follow=Callback::new(move |()| drawer.open.set(false))>
                            "Mes dossiers"
                        </PageLink>
                    }
                })}
            <button type="button" class="button quiet small" on:click=delete><Icon name="trash"/>"Supprimer ce dossier"</button>
        </p>
        {move || refused.get().map(|message| view! { <p class="error" role="alert">{message}</p> })}
        <Carry/>
    }
}

/// A text as a part of a file's name: letters, digits and hyphens.
#[must_use]
pub fn file_name_part(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain() {
        assert_eq!(file_name_part("F-2026/014 bis"), "F-2026-014-bis");
        assert_eq!(file_name_part("n°\u{a0}1"), "n-1");
    }
}
