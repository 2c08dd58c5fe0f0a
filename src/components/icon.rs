//! An icon of the family, which every page holds.

use leptos::prelude::*;

/// A drawing beside words; it never stands alone.
#[component]
pub fn Icon(
    /// Its name in `www/icons/sprite.svg`, without `icon-`.
    name: &'static str,
) -> impl IntoView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("#icon-{name}")></use></svg> }
}
