//! An icon of the family, from the one sprite file.

use leptos::prelude::*;

use crate::address::use_address;

/// A drawing beside words; it never stands alone.
#[component]
pub fn Icon(
    /// Its name in `www/icons/sprite.svg`.
    name: &'static str,
) -> impl IntoView {
    let href = use_address().file(&format!("icons/sprite.svg#{name}"));
    view! { <svg class="icon" aria-hidden="true"><use href=href></use></svg> }
}
