//! What stands in the place of a page whose part of the application isn't here yet.

use dument_pages::{Page, Part};
use leptos::prelude::*;

use crate::modules::NotLoaded;
use crate::pages::heading::Heading;
use crate::parts::{self, Loading};

/// Says that the page is coming, or why it is not and what to do.
#[component]
pub fn NotYet(
    /// The page.
    page: Page,
    /// What is missing.
    part: Part,
) -> impl IntoView {
    view! {
        <div class="wrap" class:three=page.is_split()>
            <Heading page dated=false/>
            {if parts::loading(part) == Loading::Failed {
                view! {
                    <div class="failure" role="alert">
                        <p>{NotLoaded.to_string()}</p>
                        <p class="actions"><button type="button" class="button" on:click=move |_| parts::ask_for(part)>"Réessayer"</button></p>
                    </div>
                }
                    .into_any()
            } else {
                view! { <p class="loading" role="status">"Chargement…"</p> }.into_any()
            }}
        </div>
    }
}
