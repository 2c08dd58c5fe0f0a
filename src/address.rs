//! Where the visitor is: the page, and the day of computation in the fragment (`#le=2026-06-30`).
//!
//! Facts stand in an address only after `#`, which browsers don't send. The six pages are real folders of a static
//! site, so every address survives a reload on any host and in any sub-folder; going from one to another stays
//! within the application. A router library would bring nested routes and patterns that six fixed folders don't need.
//!
//! Where the whole site is one file, opened from a disk, the fragment tells the page as well: `#page=guide&le=2026-06-30`.

use dument_law::Day;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Url;

use crate::today;
use dument_pages::Page;

/// The visitor's place, shared by every component.
#[derive(Clone, Copy)]
pub struct Address {
    /// The page shown.
    pub page: RwSignal<Page>,
    /// The day set in the fragment, or what is wrong with it.
    chosen: RwSignal<Option<Result<Day, String>>>,
    today: RwSignal<Day>,
    root: StoredValue<String>,
    /// Whether the page stands in another site's: then its own address never changes.
    framed: bool,
}

impl Address {
    /// Reads the browser's address and follows its changes.
    #[must_use]
    pub fn follow() -> Self {
        let root = site_root();
        let address = Self {
            page: RwSignal::new(page_now(&root)),
            chosen: RwSignal::new(day_now()),
            today: RwSignal::new(today::read()),
            root: StoredValue::new(root),
            framed: is_framed(),
        };
        let read_again = move || {
            if !address.framed {
                address.page.set(address.root.with_value(|root| page_now(root)));
            }
            address.chosen.set(day_now());
        };
        // Listeners live as long as the page: the application is never unmounted.
        let _ = window_event_listener(ev::popstate, move |_| read_again());
        let _ = window_event_listener(ev::hashchange, move |_| read_again());
        // A page left open overnight computes for the new day when it is looked at again.
        let _ = window_event_listener(ev::focus, move |_| address.today.set(today::read()));
        address
    }

    /// The day of computation: the one in the address, else today.
    #[must_use]
    pub fn as_of(self) -> Day {
        match self.chosen.get() {
            Some(Ok(day)) => day,
            _ => self.today.get(),
        }
    }

    /// Whether the day of computation was chosen, rather than today's.
    #[must_use]
    pub fn is_chosen(self) -> bool {
        matches!(self.chosen.get(), Some(Ok(_)))
    }

    /// What is wrong with the day in the address, if anything.
    #[must_use]
    pub fn fault(self) -> Option<String> {
        self.chosen.get().and_then(Result::err)
    }

    /// The address of a page, the day of computation kept.
    #[must_use]
    pub fn href(self, page: Page) -> String {
        let mut href = self.root.with_value(Clone::clone);
        if !is_one_file(&href) {
            href.push_str(&page.path());
        } else if page != Page::Home {
            href.push_str("#page=");
            href.push_str(page.slug());
        }
        if let Some(Ok(day)) = self.chosen.get() {
            href.push(if href.contains('#') { '&' } else { '#' });
            href.push_str("le=");
            href.push_str(&day.to_string());
        }
        href
    }

    /// Whether the whole site is the one file that is open.
    #[must_use]
    pub fn is_one_file(self) -> bool {
        self.root.with_value(|root| is_one_file(root))
    }

    /// The address of a file of the site, from its root.
    #[must_use]
    pub fn file(self, path: &str) -> String {
        self.root.with_value(|root| format!("{root}{path}"))
    }

    /// The whole address of the page without its fragment, which may hold facts: what may be printed.
    #[must_use]
    pub fn plain(self) -> String {
        if self.is_one_file() {
            // Where it lies on the disk is nobody's business.
            return "Dûment, en un seul fichier".to_owned();
        }
        let origin = window().location().origin().unwrap_or_default();
        self.root.with_value(|root| format!("{origin}{root}{}", self.page.get().path()))
    }

    /// Shows a page, puts it in the history and takes the reader to its top.
    pub fn go(self, page: Page) {
        let href = untrack(|| self.href(page));
        if !self.framed
            && let Ok(history) = window().history()
        {
            // Where a browser refuses a new entry, the page is shown all the same.
            let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&href));
        }
        self.page.set(page);
        window().scroll_to_with_x_and_y(0.0, 0.0);
        request_animation_frame(focus_content);
    }

    /// Takes what the fragment brought out of the address and of the history: the day of computation alone stays.
    pub fn settle(self) {
        let href = untrack(|| self.href(self.page.get()));
        if !self.framed
            && let Ok(history) = window().history()
        {
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&href));
        }
    }

    /// Where this page is found, with this fragment.
    #[must_use]
    pub fn link(self, page: Page, fragment: &str) -> String {
        let origin = window().location().origin().unwrap_or_default();
        let href = untrack(|| self.href(page));
        let mark = if href.contains('#') { '&' } else { '#' };
        format!("{origin}{href}{mark}{fragment}")
    }

    /// Computes at another day, or again today.
    pub fn compute_at(self, day: Option<Day>) {
        self.chosen.set(day.map(Ok));
        self.settle();
    }
}

/// The address of the visitor, from any component.
#[must_use]
pub fn use_address() -> Address {
    expect_context()
}

/// Takes keyboard and screen reader to the start of the page just shown.
pub fn focus_content() {
    if let Some(main) = document().get_element_by_id("content").and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = main.focus();
    }
}

/// Whether the page is a tool in another site's page: it keeps nothing, and leaves the history of that page alone.
#[must_use]
pub fn is_framed() -> bool {
    framed_page().is_some()
}

/// The page that an embedded tool begins with, which its shell names.
fn framed_page() -> Option<String> {
    document().document_element()?.get_attribute("data-framed")
}

/// The path of the site's root, which the page's own `<meta name="dument-root">` gives relative to the page.
fn site_root() -> String {
    let relative = document()
        .query_selector("meta[name=dument-root]")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_else(|| "./".to_owned());
    let here = window().location().href().unwrap_or_default();
    Url::new_with_base(&relative, &here).map_or_else(|_| "/".to_owned(), |url| url.pathname())
}

/// Whether this is where one file lies, rather than a folder.
fn is_one_file(root: &str) -> bool {
    !root.ends_with('/')
}

fn page_now(root: &str) -> Page {
    if let Some(slug) = framed_page() {
        return Page::at(&slug);
    }
    if is_one_file(root) {
        return Page::at(fact(&fragment_now(), "page=").unwrap_or_default());
    }
    let path = window().location().pathname().unwrap_or_default();
    Page::at(path.strip_prefix(root).unwrap_or_default())
}

fn fragment_now() -> String {
    window().location().hash().unwrap_or_default()
}

/// A fact of a fragment, where they are parted by `&`, by its name and `=`.
fn fact<'a>(fragment: &'a str, name: &str) -> Option<&'a str> {
    fragment.trim_start_matches('#').split('&').find_map(|fact| fact.strip_prefix(name))
}

fn day_now() -> Option<Result<Day, String>> {
    read_fragment(&fragment_now())
}

/// The day that a fragment sets: `#le=2026-06-30`, alone or among other facts parted by `&`.
fn read_fragment(fragment: &str) -> Option<Result<Day, String>> {
    let value = fact(fragment, "le=")?;
    Some(value.parse::<Day>().map_err(|_| {
        format!("La date de calcul «\u{a0}{value}\u{a0}» de l’adresse n’existe pas\u{a0}: le calcul est fait à ce jour. Elle s’écrit #le=2026-06-30.")
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fragment_of_the_one_file_tells_the_page_too() {
        assert_eq!(fact("#page=guide&le=2026-06-30", "page="), Some("guide"));
        assert_eq!(fact("#le=2026-06-30", "page="), None);
        assert!(is_one_file("/Documents/dument.html") && !is_one_file("/"));
    }

    #[test]
    fn the_fragment_sets_the_day() {
        assert_eq!(read_fragment("#le=2026-06-30").unwrap().unwrap().to_string(), "2026-06-30");
        assert_eq!(read_fragment("#autre=1&le=2026-06-30").unwrap().unwrap().to_string(), "2026-06-30");
        assert!(read_fragment("#le=2026-02-30").unwrap().is_err());
        assert!(read_fragment("").is_none());
        assert!(read_fragment("#content").is_none());
    }
}
