//! The foot of every page: how fresh the law is, what this is not, and the appearance.

use dument_law::french;
use dument_pages::Page;
use leptos::prelude::*;

use super::link::PageLink;
use crate::address::use_address;
use crate::reference;

/// How fresh the figures are, and the choice of appearance. The page « Intégrer » is loaded anew: it alone may show a frame.
#[component]
pub fn Colophon() -> impl IntoView {
    let address = use_address();
    // Where all is one file on a disk, there is nothing that another site could show.
    let integrate =
        (!address.is_one_file()).then(|| view! { " · " <a href=move || address.href(Page::Integrate)>"Intégrer"</a> });
    let freshness = || format!("Taux et textes vérifiés jusqu’au {}. ", french::day(reference::in_use().known_until));
    view! {
        <footer class="colophon">
            <div class="wrap">
                <p>{freshness} <PageLink page=Page::Sources>"Sources"</PageLink> " · " <PageLink page=Page::Accessibility>"Accessibilité"</PageLink> {integrate}</p>
                <p>"Dûment informe\u{202f}; il ne remplace pas un avocat."</p>
                <Appearance/>
            </div>
        </footer>
    }
}

/// Light, dark, or as the system has it: kept in the page for this visit.
#[component]
fn Appearance() -> impl IntoView {
    let theme = RwSignal::new("auto");
    let choose = move |chosen: &'static str| {
        theme.set(chosen);
        if let Some(root) = document().document_element() {
            let done =
                if chosen == "auto" { root.remove_attribute("data-theme") } else { root.set_attribute("data-theme", chosen) };
            // Both are valid names: neither can fail.
            let _ = done;
        }
    };
    let option = move |value: &'static str, words: &'static str| {
        view! {
            <label>
                <input type="radio" name="theme" value=value prop:checked=move || theme.get() == value on:change=move |_| choose(value)/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented small needs-script no-print">
            <legend class="visually-hidden">"Apparence"</legend>
            {option("auto", "Auto")}
            {option("light", "Clair")}
            {option("dark", "Sombre")}
        </fieldset>
    }
}
