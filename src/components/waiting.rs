//! What stands where an answer will be, while facts are missing or wrong.

use dument_pages::Page;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::address::{Address, use_address};
use crate::case::reading::Fault;
use crate::case_drawer::{CASE_SCOPE, CasePart, Drawer, use_drawer};

/// Says what to give or to put right, with a way to each field.
#[component]
pub fn Waiting(
    /// What is missing or wrong.
    faults: Vec<Fault>,
) -> impl IntoView {
    let (drawer, address) = (use_drawer(), use_address());
    if faults.is_empty() {
        // Nothing is wrong: the part that answers is on its way, and is asked for again with whatever the visitor does.
        return view! { <p class="loading" role="status">"Chargement…"</p> }.into_any();
    }
    let (missing, wrong): (Vec<_>, Vec<_>) = faults.into_iter().partition(|fault| fault.missing);
    let title = if wrong.is_empty() { "Il manque encore" } else { "À revoir" };
    let shown = if wrong.is_empty() { missing } else { wrong };
    view! {
        <div class="empty">
            <h2>{title}</h2>
            <ul>
                {shown
                    .into_iter()
                    .map(|fault| {
                        let field = fault.field.clone();
                        view! {
                            <li>
                                <button type="button" class="link" on:click=move |_| go_to_field(drawer, address, &field)>{fault.message}</button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </div>
    }
    .into_any()
}

/// Takes the visitor to a field: on this page where it is, else in the case, opened at the part that holds it.
fn go_to_field(drawer: Drawer, address: Address, field: &str) {
    if focus(field) {
        return;
    }
    if field.starts_with("insolvency") {
        // Only the guide asks it.
        address.go(Page::Guide);
        return;
    }
    drawer.open_at(CasePart::of_field(field));
    let field = format!("{}{field}", CASE_SCOPE.0);
    // The forms of the case are built as it opens.
    request_animation_frame(move || {
        focus(&field);
    });
}

/// Focuses a field, opening what folds it away; tells whether it is there.
fn focus(id: &str) -> bool {
    let Some(field) = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let mut folded = field.closest("details:not([open])").ok().flatten();
    while let Some(details) = folded {
        // A valid name: it can't fail, and it ends the search at this one.
        let _ = details.set_attribute("open", "");
        folded = field.closest("details:not([open])").ok().flatten();
    }
    field.focus().is_ok()
}
