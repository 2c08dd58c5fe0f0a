//! The focus, where what had it leaves the page: it goes on with what came in its place, and is never lost.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

/// What can have the focus.
const STOPS: &str = "a[href], button, input, select, textarea, summary";

/// What a screen reader takes for a part of the page with a heading of its own.
const PARTS: &str = "section, article";

/// Where the focus was: what had it, by which name it goes, and every element around it with its rank among its neighbours.
#[derive(Clone)]
struct Trail {
    name: String,
    steps: Vec<(Element, u32)>,
}

impl Trail {
    /// The way from an element out to the root; nothing where it isn't within.
    fn of(element: &Element, root: &Element) -> Option<Self> {
        let mut steps = Vec::new();
        let mut here = element.clone();
        while here != *root {
            let around = here.parent_element()?;
            steps.push((here.clone(), rank(&here)));
            here = around;
        }
        steps.push((here, 0));
        Some(Self { name: name(element), steps })
    }

    /// Whether what had the focus is still on the page.
    fn stands(&self) -> bool {
        self.steps.first().is_some_and(|(element, _)| element.is_connected())
    }

    /// Where the focus goes now: to what has the same name in its place, else to the heading of the part that came there, else to its
    /// next neighbour or the one before, else to the next stop of the part around, else to its heading.
    fn follow(&self) -> Option<HtmlElement> {
        let at = self.steps.iter().position(|(element, _)| element.is_connected())?;
        let (_, rank) = *self.steps.get(at.checked_sub(1)?)?;
        let outward = self.steps.get(at..)?;
        let (around, _) = outward.first()?;
        // Rows come and go as one scrolls: the list itself goes on taking the keys.
        if around.matches(".long-body").unwrap_or_default() {
            return around.closest(".long-scroll").ok().flatten().and_then(html_element);
        }
        let here = around.children().item(rank);
        let same = here.iter().flat_map(stops).find(|stop| name(stop) == self.name);
        let heading_here = || here.as_ref().filter(|here| is_part(here)).and_then(heading);
        let part = outward.iter().position(|(element, _)| is_part(element)).unwrap_or(outward.len() - 1);
        let next = || {
            let inner = std::iter::once((around, rank));
            let outer = outward.windows(2).filter_map(|pair| Some((&pair.get(1)?.0, pair.first()?.1 + 1)));
            inner.chain(outer).take(part + 1).find_map(|(around, from)| first_stop(around, from))
        };
        let neighbour = || if is_part(around) { None } else { first_stop(around, rank).or_else(|| last_with_stop(around, rank)) };
        same.or_else(heading_here).or_else(neighbour).or_else(next).or_else(|| heading(&outward.get(part)?.0))
    }
}

/// How many elements stand before this one, beside it.
fn rank(element: &Element) -> u32 {
    std::iter::successors(element.previous_element_sibling(), Element::previous_element_sibling).fold(0, |count, _| count + 1)
}

/// By what something that can have the focus is known.
fn name(element: &Element) -> String {
    let id = element.id();
    let text = || element.get_attribute("aria-label").or_else(|| element.text_content()).unwrap_or_default();
    if id.is_empty() { text() } else { id }
}

fn is_part(element: &Element) -> bool {
    element.matches(PARTS).unwrap_or_default()
}

/// The first stop of the elements within another, from one of them on.
fn first_stop(around: &Element, from: u32) -> Option<HtmlElement> {
    let children = around.children();
    (from..children.length()).filter_map(|rank| children.item(rank)).find_map(|child| stops(&child).into_iter().next())
}

/// The first stop of the last element with one, within another, before one of them.
fn last_with_stop(around: &Element, before: u32) -> Option<HtmlElement> {
    let children = around.children();
    let earlier = (0..before.min(children.length())).rev().filter_map(|rank| children.item(rank));
    earlier.into_iter().find_map(|child| stops(&child).into_iter().next())
}

/// What can have the focus in an element, itself included, and is seen.
fn stops(element: &Element) -> Vec<HtmlElement> {
    let own = element.matches(STOPS).unwrap_or_default().then(|| element.clone());
    let inner = element.query_selector_all(STOPS).ok();
    let inner = inner.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok()));
    let seen = |element: &Element| element.get_client_rects().length() > 0 && !element.has_attribute("disabled");
    own.into_iter().chain(inner).filter(seen).filter_map(html_element).collect()
}

/// The first heading of a part, made to take the focus.
fn heading(part: &Element) -> Option<HtmlElement> {
    let heading = html_element(part.query_selector("h1, h2, h3").ok().flatten()?)?;
    if !heading.has_attribute("tabindex") {
        heading.set_tab_index(-1);
    }
    Some(heading)
}

fn html_element(element: Element) -> Option<HtmlElement> {
    element.dyn_into().ok()
}

/// Whether nothing on the page has the focus.
fn is_lost() -> bool {
    document().active_element().is_none_or(|active| active.tag_name().eq_ignore_ascii_case("body"))
}

/// Keeps the focus within an element, whatever comes and goes there.
pub fn keep_focus(root: NodeRef<html::Div>) {
    let trail = StoredValue::new_local(None::<Trail>);
    let note = move || {
        let active = document().active_element();
        let found = active.zip(root.try_get_untracked().flatten()).and_then(|(active, root)| Trail::of(&active, &root));
        trail.try_update_value(|trail| *trail = found);
    };
    let go_on = move || {
        let left = trail.try_get_value().flatten().filter(|trail| !trail.stands());
        // Whoever changed the page may have said where the focus goes.
        if let Some(to) = left.filter(|_| is_lost()).and_then(|trail| trail.follow()) {
            // Focus can't fail on an element of the page.
            let _ = to.focus();
        }
    };
    let changed = move || {
        if !is_lost() {
            // What stands around may have moved.
            note();
        } else if trail.try_get_value().flatten().is_some_and(|trail| !trail.stands()) {
            request_animation_frame(go_on);
        }
    };
    // Of the type that every awaited promise has: a new one would weigh on the first visit.
    let changed = Closure::<dyn FnMut(JsValue)>::new(move |_| changed());
    let Ok(observer) = MutationObserver::new(changed.as_ref().unchecked_ref()) else { return };
    let observing = observer.clone();
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            let init = MutationObserverInit::new();
            init.set_child_list(true);
            init.set_subtree(true);
            // Observing can't fail on an element of the page.
            let _ = observing.observe_with_options(&root, &init);
        }
    });
    let listener = window_event_listener(ev::focusin, move |_| note());
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        listener.remove();
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
