//! The answer to « Pourquoi ? », opened in place: the rule, the computation, the text, what was assumed.

use dument_law::Source;
use leptos::prelude::*;

use super::link::SourceLink;
use crate::reference;

/// A disclosure behind a figure or a date.
#[component]
pub fn Why(
    /// What is asked after, for a screen reader: « Pourquoi 1 917,71 € ? ».
    #[prop(into)]
    of: Signal<String>,
    /// The explanation.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="why">
            <summary>"Pourquoi" <span class="visually-hidden">" " {of}</span> "\u{202f}?"</summary>
            <div class="why-body">{children()}</div>
        </details>
    }
}

/// The texts that say so, with their links.
#[component]
pub fn Cited(
    /// The ids of the sources.
    ids: Vec<String>,
) -> impl IntoView {
    let sources = reference::in_use().cited(ids.iter().map(String::as_str));
    view! { <Sources sources/> }
}

/// A list of texts.
#[component]
pub fn Sources(
    /// The texts.
    sources: Vec<Source>,
) -> impl IntoView {
    sources
        .into_iter()
        .map(|source| view! { <p class="source"><SourceLink url=source.url title=source.title/></p> })
        .collect_view()
}
