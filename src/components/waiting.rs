//! What stands where an answer will be, while facts are missing or wrong.

use leptos::prelude::*;

use crate::case::reading::Fault;

/// Says what to give or to put right, with a link to each field on this page.
#[component]
pub fn Waiting(
    /// What is missing or wrong.
    faults: Vec<Fault>,
) -> impl IntoView {
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
                        let focus = fault.field.clone();
                        view! {
                            <li>
                                <button type="button" class="link" on:click=move |_| focus_field(&focus)>{fault.message}</button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </div>
    }
}

/// Takes the visitor to a field; where it isn't on the page, the case is opened at it.
fn focus_field(id: &str) {
    use wasm_bindgen::JsCast;
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
    }
}
