//! The page.

use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;

/// The page.
#[component]
pub fn Limitation() -> impl IntoView {
    view! { <div class="wrap"><Heading page=Page::Limitation/></div> }
}
