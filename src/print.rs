//! Printing: a page goes to paper with all its explanations open, the page of letters as the letter alone.

use dument_pages::Page;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::address::Address;

/// Marks what was opened for the paper, to be closed again after.
const OPENED: &str = "data-opened-to-print";

fn each(selector: &str, change: impl Fn(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for element in (0..found.length()).filter_map(|i| found.get(i)).filter_map(|node| node.dyn_into::<Element>().ok()) {
        change(&element);
    }
}

/// Whether the page is going to paper: what is written only then follows it.
#[derive(Clone, Copy)]
pub struct Printing(RwSignal<bool>);

impl Printing {
    /// That of the page, from any component.
    #[must_use]
    pub fn of_page() -> Self {
        expect_context()
    }

    /// Whether it is, followed.
    #[must_use]
    pub fn get(self) -> bool {
        self.0.get()
    }

    /// Prints the page, once all that goes to paper is written.
    pub fn start(self) {
        self.0.set(true);
        request_animation_frame(|| {
            // A browser without a printer to offer does nothing.
            let _ = window().print();
        });
    }
}

/// Follows the browser's printing.
pub fn follow(address: Address) {
    let printing = RwSignal::new(false);
    provide_context(Printing(printing));
    // The listeners live as long as the page; none of the attributes below can fail to be set: their names are valid.
    let _ = window_event_listener(ev::beforeprint, move |_| {
        printing.set(true);
        let letter = address.page.get_untracked() == Page::Letters;
        if let Some(root) = document().document_element().filter(|_| letter) {
            let _ = root.set_attribute("data-print", "letter");
        }
        each("main details:not([open])", |details| {
            let _ = details.set_attribute("open", "");
            let _ = details.set_attribute(OPENED, "");
        });
    });
    let _ = window_event_listener(ev::afterprint, move |_| {
        printing.set(false);
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute("data-print");
        }
        each(&format!("details[{OPENED}]"), |details| {
            let _ = details.remove_attribute("open");
            let _ = details.remove_attribute(OPENED);
        });
    });
}
