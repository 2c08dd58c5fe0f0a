//! The heading of a page.

use dument_pages::Page;
use leptos::prelude::*;

use crate::components::computed_at::ComputedAt;

/// The title, what the page does, and the day it computes for.
#[component]
pub fn Heading(
    /// Which page.
    page: Page,
    /// Whether its figures depend on the day of computation.
    #[prop(default = true)]
    dated: bool,
) -> impl IntoView {
    view! {
        <header class="heading">
            <h1>{page.heading()}</h1>
            <p class="lead">{page.description()}</p>
            {dated.then(|| view! { <ComputedAt/> })}
        </header>
    }
}
