//! Links: to a page of the application, and to a source outside it.

use dument_pages::Page;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::icon::Icon;
use crate::address::use_address;

/// A link to a page: a real address, followed without loading the site again.
#[component]
pub fn PageLink(
    /// Where to.
    page: Page,
    /// Style.
    #[prop(optional)]
    class: &'static str,
    /// Done as the link is followed.
    #[prop(optional, into)]
    on_follow: Option<Callback<()>>,
    /// The words of the link.
    children: Children,
) -> impl IntoView {
    let address = use_address();
    let follow = move |event: MouseEvent| {
        // Another tab or window is the browser's business.
        if event.button() != 0 || event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        if let Some(on_follow) = on_follow {
            on_follow.run(());
        }
        address.go(page);
    };
    view! {
        <a class=class href=move || address.href(page) aria-current=move || (address.page.get() == page).then_some("page") on:click=follow>
            {children()}
        </a>
    }
}

/// A link to a text of law or another page outside, in a new tab, so that nothing typed is left behind.
#[component]
pub fn SourceLink(
    /// Its address.
    #[prop(into)]
    url: String,
    /// Its title.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    view! {
        <a href=url target="_blank" rel="noreferrer">
            {title}
            <Icon name="external"/>
            <span class="visually-hidden">" (nouvel onglet)"</span>
        </a>
    }
}
