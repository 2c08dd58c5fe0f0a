//! Where the visitor is in the ledger: the view that the fragment names (`#vue=factures`), and the client it is about.

use dument_pages::Page;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::address::{Address, use_address};

/// What of the ledger is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What to do today.
    #[default]
    Today,
    /// Every invoice.
    Invoices,
    /// Every client.
    Debtors,
    /// One of them, by its id.
    Debtor(String),
    /// The key figures.
    Figures,
    /// When and how one reminds.
    Plan,
    /// Who is owed: the visitor's business.
    Creditor,
    /// Bringing files in, and taking the ledger away.
    Import,
}

impl View {
    /// The views of the menu, in its order.
    pub const MENU: [Self; 7] =
        [Self::Today, Self::Invoices, Self::Debtors, Self::Figures, Self::Plan, Self::Creditor, Self::Import];

    /// Its name in the menu, and over the view.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Today => "À faire",
            Self::Invoices => "Factures",
            Self::Debtors | Self::Debtor(_) => "Clients",
            Self::Figures => "Chiffres",
            Self::Plan => "Plan de relance",
            Self::Creditor => "Mon entreprise",
            Self::Import => "Importer, exporter",
        }
    }

    /// Its name in the address.
    fn slug(&self) -> &'static str {
        match self {
            Self::Today => "a-faire",
            Self::Invoices => "factures",
            Self::Debtors => "clients",
            Self::Debtor(_) => "client",
            Self::Figures => "chiffres",
            Self::Plan => "plan",
            Self::Creditor => "entreprise",
            Self::Import => "importer",
        }
    }

    /// The view that a fragment names: `#le=2026-11-22&vue=factures`; nothing where it names none.
    fn read(fragment: &str) -> Option<Self> {
        let fact = |name: &str| fragment.trim_start_matches('#').split('&').find_map(|fact| fact.strip_prefix(name));
        let slug = fact("vue=")?;
        if slug == Self::Debtor(String::new()).slug() {
            return fact("fiche=").map(|id| Self::Debtor(id.to_owned()));
        }
        Self::MENU.into_iter().find(|view| view.slug() == slug)
    }

    /// Whether the menu shows this as the place, being in that view.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::Debtors, Self::Debtor(_)))
    }
}

/// The place in the ledger, for every part of the page.
#[derive(Clone, Copy)]
pub struct Place {
    address: Address,
    /// What is shown; nothing while the fragment names no view, and what is stored decides.
    pub view: RwSignal<Option<View>>,
}

impl Place {
    /// Reads the fragment, and follows it.
    #[must_use]
    pub fn follow(address: Address) -> Self {
        let now = || View::read(&window().location().hash().unwrap_or_default());
        let view = RwSignal::new(now());
        let listener = window_event_listener(ev::hashchange, move |_| {
            let now = now();
            if view.get_untracked() != now {
                view.set(now);
            }
        });
        on_cleanup(move || listener.remove());
        Self { address, view }
    }

    /// The address of a view, the day of computation kept.
    #[must_use]
    pub fn href(self, view: &View) -> String {
        let href = self.address.href(Page::Ledger);
        let mark = if href.contains('#') { '&' } else { '#' };
        let client = if let View::Debtor(id) = view { format!("&fiche={id}") } else { String::new() };
        format!("{href}{mark}vue={}{client}", view.slug())
    }

    /// Follows a link to a view, pressed anywhere in the ledger, without showing the whole page anew.
    pub fn follow_link(self, event: &ev::MouseEvent) {
        // Another tab or window is the browser's business.
        if event.button() != 0 || event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key() {
            return;
        }
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = pressed.and_then(|pressed| pressed.closest("a[href*='vue=']").ok().flatten()) else { return };
        let href = link.get_attribute("href").unwrap_or_default();
        let Some(view) = href.split_once('#').and_then(|(_, fragment)| View::read(fragment)) else { return };
        event.prevent_default();
        self.show(view, &href);
    }

    /// Goes to a view.
    pub fn go(self, view: View) {
        let href = untrack(|| self.href(&view));
        self.show(view, &href);
    }

    fn show(self, view: View, href: &str) {
        if let Ok(history) = window().history() {
            // Where a browser refuses a new entry, the view is shown all the same.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(href));
        }
        self.view.set(Some(view));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The place, from any part of the page.
#[must_use]
pub fn use_place() -> Place {
    expect_context()
}

/// A link to a view of the ledger.
#[component]
pub fn ViewLink(
    /// Where to.
    view: View,
    /// Style.
    #[prop(optional)]
    class: &'static str,
    /// The words of the link.
    children: Children,
) -> impl IntoView {
    let place = use_place();
    // Following the day of computation.
    let _ = use_address();
    view! { <a class=class href=move || place.href(&view)>{children()}</a> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fragment_names_the_view() {
        assert_eq!(View::read("#le=2026-11-22&vue=factures"), Some(View::Invoices));
        assert_eq!(View::read("#vue=client&fiche=00ab"), Some(View::Debtor("00ab".to_owned())));
        assert_eq!(View::read("#le=2026-11-22"), None);
        assert_eq!(View::read("#vue=ailleurs"), None);
        for view in View::MENU {
            assert_eq!(View::read(&format!("#vue={}", view.slug())), Some(view));
        }
    }
}
