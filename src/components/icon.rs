//! An icon of the family, from the one sprite file.

use leptos::prelude::*;

use crate::address::{is_framed, use_address};

/// A drawing beside words; it never stands alone.
#[component]
pub fn Icon(
    /// Its name in `www/icons/sprite.svg`.
    name: &'static str,
) -> impl IntoView {
    let drawing = format!("#{name}");
    let address = use_address();
    // A frame without an origin of its own may load no drawing, nor may a file of a disk: their pages hold them.
    let held = is_framed() || address.is_one_file();
    let href = if held { drawing } else { address.file(&format!("icons/sprite.svg{drawing}")) };
    view! { <svg class="icon" aria-hidden="true"><use href=href></use></svg> }
}
