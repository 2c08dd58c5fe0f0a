//! What to gather for the recommended routes, ticked off as it is found: the ticks are kept with the case.

use dument_law::procedures::RouteOption;
use leptos::prelude::*;

use crate::state::use_state;

/// The documents of the recommended routes, each once.
#[component]
pub fn Checklist(
    /// Those routes.
    routes: Vec<RouteOption>,
) -> impl IntoView {
    let state = use_state();
    let mut documents: Vec<String> = Vec::new();
    for document in routes.into_iter().flat_map(|route| route.documents) {
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    (!documents.is_empty()).then(|| {
        let count = documents.len();
        let gathered = {
            let documents = documents.clone();
            state.part(move |case| documents.iter().filter(|document| case.answers.gathered.contains(document)).count())
        };
        let items = documents
            .into_iter()
            .map(|document| {
                let ticked = {
                    let document = document.clone();
                    state.part(move |case| case.answers.gathered.contains(&document))
                };
                let words = document.clone();
                let toggle = move |event| {
                    let checked = event_target_checked(&event);
                    state.change(|case| {
                        case.answers.gathered.retain(|one| *one != document);
                        if checked {
                            case.answers.gathered.push(document.clone());
                        }
                    });
                };
                view! { <li><label class="check"><input type="checkbox" prop:checked=ticked on:change=toggle/><span>{words}</span></label></li> }
            })
            .collect_view();
        view! {
            <section class="section">
                <h2>"À réunir"</h2>
                <p class="hint" aria-live="polite">{move || format!("{} sur {count} réunies\u{a0}; vos coches sont gardées.", gathered.get())}</p>
                <ul class="checklist">{items}</ul>
            </section>
        }
    })
}
