//! The case at hand on every page: a drawer with all its facts, and what becomes of them on this machine.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::case::reading::name_of_invoice;
use crate::case::{Case, file};
use crate::components::field::FieldScope;
use crate::components::history::History;
use crate::components::icon::Icon;
use crate::components::invoices::Invoices;
use crate::components::party_form::{PartyForm, Role};
use crate::components::rate_form::RateForm;
use crate::download;
use crate::reopen::reopen;
use crate::state::use_state;
use crate::store::Found;

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

    /// Opens the case at one of its parts.
    pub fn open_at(self, part: CasePart) {
        self.part.set(part);
        self.open.set(true);
    }
}

/// The drawer, from any component.
#[must_use]
pub fn use_drawer() -> Drawer {
    expect_context()
}

/// Opens the case.
#[component]
pub fn CaseButton() -> impl IntoView {
    let drawer = use_drawer();
    view! {
        <button type="button" class="case-button needs-script no-print" aria-haspopup="dialog" on:click=move |_| drawer.open.set(true)>
            "Mon dossier"
        </button>
    }
}

/// The case, in a drawer that the browser keeps apart from the page: focus stays in it, Escape closes it.
#[component]
pub fn CaseDrawer() -> impl IntoView {
    let drawer = use_drawer();
    let state = use_state();
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let open = drawer.open.get();
        if let Some(dialog) = dialog.get() {
            if open && !dialog.open() {
                // It fails only where the dialog is open already.
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        }
    });
    let title = state.part(|case| {
        let name = case.debtor.name.trim();
        if name.is_empty() { "Dossier sans nom".to_owned() } else { format!("Dossier {name}") }
    });
    view! {
        <dialog class="drawer" id="case" aria-labelledby="case-title" node_ref=dialog on:close=move |_| drawer.open.set(false)>
            <header class="panel-head">
                <h2 id="case-title">{title}</h2>
                <button type="button" class="icon-button" aria-label="Fermer le dossier" on:click=move |_| drawer.open.set(false)>
                    <Icon name="close"/>
                </button>
            </header>
            <Kept/>
            // Built when first opened: the forms of a closed drawer would only hide fields of the same id on the page.
            {move || drawer.open.get().then(|| view! { <Parts/> })}
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
            view! {
                <details class="case-part" open=drawer.part.get_untracked() == part>
                    <summary><h3>{part.title()}</h3></summary>
                    {content}
                </details>
            }
        })
        .into_iter()
        .collect_view()
}

/// Where the case is kept, and how to take it away or erase it.
#[component]
fn Kept() -> impl IntoView {
    let state = use_state();
    let sure = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let export = move |_| {
        let text = state.case.with_untracked(file::write);
        let name = state.case.with_untracked(|case| {
            let invoice = case.invoices.first().map(|first| name_of_invoice(first, 0)).unwrap_or_default();
            format!("dument-{}.json", file_name_part(&invoice))
        });
        refused.set(download::save(&name, "application/json", text.as_bytes()).err().map(|error| error.to_string()));
    };
    let replaced = RwSignal::new(None::<Case>);
    let open = move |chosen: web_sys::File| {
        spawn_local(async move {
            match reopen(&chosen).await {
                Ok(case) => {
                    let before = state.case.get_untracked();
                    state.case.set(case);
                    refused.set(None);
                    // What was typed before is one click away.
                    replaced.set((before != Case::default()).then_some(before));
                }
                Err(error) => refused.set(Some(error.to_string())),
            }
        });
    };
    let import = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else { return };
        if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
            open(chosen);
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    let drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        if let Some(dropped) = event.data_transfer().and_then(|dropped| dropped.files()).and_then(|files| files.get(0)) {
            open(dropped);
        }
    };
    view! {
        <p class="kept">
            <Icon name="shield"/>
            {move || match state.kept.get() {
                Ok(()) => "Gardé sur cet appareil seulement.".to_owned(),
                Err(error) => error.to_string(),
            }}
        </p>
        <p class="actions" on:dragover=|event| event.prevent_default() on:drop=drop>
            <button type="button" class="button quiet small" on:click=export><Icon name="download"/>"Exporter"</button>
            <label class="button quiet small">
                <input type="file" class="visually-hidden" accept="application/json,.json,application/pdf,.pdf" on:change=import/>
                "Importer un dossier"
            </label>
            <button type="button" class="button quiet small" on:click=move |_| sure.set(true)><Icon name="trash"/>"Tout effacer"</button>
        </p>
        <p class="hint">"Un dossier exporté, ou un PDF de Dûment auquel vous l’aviez joint\u{a0}: choisissez-le, ou déposez-le ici."</p>
        {move || refused.get().map(|message| view! { <p class="error" role="alert">{message}</p> })}
        {move || {
            replaced
                .get()
                .map(|before| {
                    let take_back = move |_| {
                        state.case.set(before.clone());
                        replaced.set(None);
                    };
                    view! {
                        <p class="ok" role="status">
                            "Dossier ouvert. "
                            <button type="button" class="link" on:click=take_back>"Revenir au précédent"</button>
                        </p>
                    }
                })
        }}
        {move || {
            sure.get()
                .then(|| {
                    view! {
                        <div class="note lost" role="alert">
                            <Icon name="warning"/>
                            <p>"Tout ce que vous avez saisi sera effacé de cet appareil. Exportez d’abord le dossier pour le garder."</p>
                            <p class="actions">
                                <button
                                    type="button"
                                    class="button danger small"
                                    on:click=move |_| {
                                        state.erase();
                                        sure.set(false);
                                    }
                                >
                                    "Effacer"
                                </button>
                                <button type="button" class="button plain small" on:click=move |_| sure.set(false)>"Garder"</button>
                            </p>
                        </div>
                    }
                })
        }}
    }
}

/// A text as a part of a file's name: letters, digits and hyphens.
#[must_use]
pub fn file_name_part(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// What the visitor must know at once about what was kept here: nothing, most of the time.
#[component]
pub fn Banner() -> impl IntoView {
    let state = use_state();
    let closed = RwSignal::new(false);
    let (message, aside) = state.found.with_value(|found| match found {
        Found::Unreadable { why, text } => (
            Some(format!("{why} Il est mis de côté, entier\u{a0}; vous repartez d’un dossier vide.")),
            Some(text.clone()),
        ),
        Found::Blocked => (
            Some(
                "Ce navigateur ne garde rien pour cette page\u{a0}: tout fonctionne, mais exportez le dossier avant de la fermer.".to_owned(),
            ),
            None,
        ),
        Found::Nothing | Found::Case(_) => (None, None),
    });
    let shown = message.is_some();
    let message = StoredValue::new(message);
    let aside = StoredValue::new(aside);
    move || {
        (shown && !closed.get()).then(|| {
            view! {
                <div class="banner warning no-print" role="status">
                    <Icon name="warning"/>
                    <p>{message.get_value()}</p>
                    {aside
                        .get_value()
                        .map(|text| {
                            let save = move |_| {
                                // A refused download changes nothing: the file stays where it is.
                                let _ = download::save("dument-mis-de-cote.json", "application/json", text.as_bytes());
                            };
                            view! { <button type="button" class="link" on:click=save>"Télécharger l’ancien"</button> }
                        })}
                    <button type="button" class="link" on:click=move |_| closed.set(true)>"Fermer"</button>
                </div>
            }
        })
    }
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
