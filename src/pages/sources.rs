//! The page.

use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;

/// The page.
#[component]
pub fn Sources() -> impl IntoView {
    view! { <div class="wrap"><Heading page=Page::Sources/></div> }
}
