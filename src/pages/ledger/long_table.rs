//! A table of any length: the rows in sight alone are on the page, asked for as one scrolls.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};

/// How many rows are there before and after those in sight.
const SPARE: usize = 20;

/// By how many rows the window moves at a time.
const LEAP: usize = 10;

/// How many there are where one has come from afar: rows in sight are made first, for a frame has little time.
const FEW: usize = 2;

/// Which rows are on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first, from 0.
    pub from: usize,
    /// How many.
    pub count: usize,
}

impl Window {
    /// The first rows, before it is known how many are seen.
    pub const FIRST: Self = Self { from: 0, count: 40 };

    /// Whether a row is among them.
    fn has(self, row: usize) -> bool {
        (self.from..self.from + self.count).contains(&row)
    }
}

/// The rows to have on the page where these are in sight.
fn around(first: usize, seen: usize, total: usize) -> Window {
    let from = (first.saturating_sub(SPARE) / LEAP) * LEAP;
    let to = (first + seen + SPARE).div_ceil(LEAP) * LEAP;
    Window { from: from.min(total), count: to.min(total).saturating_sub(from) }
}

/// The rows to have on the page first, where none of those in sight is there yet.
fn close_around(first: usize, seen: usize, total: usize) -> Window {
    let from = first.saturating_sub(FEW).min(total);
    let to = (first + seen + FEW).min(total);
    Window { from, count: to - from }
}

/// Where the rows are on the page, in pixels, as the style sheet made them: nothing here sets a height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Laid {
    /// How many rows there are.
    total: usize,
    /// How high all of them are together: a row is seldom a whole number of pixels.
    height: i32,
    /// How far one has scrolled.
    top: i32,
    /// How much of the rows can be seen at once.
    sight: i32,
}

impl Laid {
    /// The row that stands so many pixels below the first.
    fn row_at(self, pixels: i32) -> usize {
        let wide = |pixels: i32| u128::try_from(pixels).unwrap_or_default();
        let row = wide(pixels) * (self.total as u128) / wide(self.height).max(1);
        usize::try_from(row).unwrap_or(self.total).min(self.total)
    }

    /// How many pixels below the first a row stands.
    fn top_of(self, row: usize) -> i32 {
        let pixels = (row as u128) * u128::try_from(self.height).unwrap_or_default() / (self.total as u128).max(1);
        i32::try_from(pixels).unwrap_or(i32::MAX)
    }

    /// The first row in sight, and how many there are.
    fn seen(self) -> (usize, usize) {
        (self.row_at(self.top), self.row_at(self.sight) + 1)
    }

    /// The first row that can be seen whole.
    fn first_whole(self) -> usize {
        let first = self.row_at(self.top);
        first + usize::from(self.top_of(first) < self.top)
    }
}

/// A table whose rows have one height, set by the style sheet. For a screen reader it is whole: each row says which it is, of how
/// many.
#[component]
pub fn LongTable<T>(
    /// What it lists.
    #[prop(into)]
    label: String,
    /// How its columns stand, by the style sheet.
    class: &'static str,
    /// The head, a cell a column.
    head: ViewFn,
    /// How many rows there are in all.
    #[prop(into)]
    total: Signal<usize>,
    /// The rows at hand, from the first of them.
    #[prop(into)]
    rows: Signal<(usize, Vec<T>)>,
    /// Asks for rows.
    window: RwSignal<Window>,
    /// What tells a row from all others: its place, and its content.
    key: fn(&T) -> String,
    /// The cells of a row, and the `tabindex` of what can be focused in them: one row alone is a stop, the arrows go to the others.
    cells: Callback<(T, Signal<&'static str>), AnyView>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let scroller: NodeRef<html::Div> = NodeRef::new();
    let body: NodeRef<html::Div> = NodeRef::new();
    let sight = RwSignal::new((0_usize, 0_usize));
    // The row that is a stop of the keyboard.
    let current = RwSignal::new(0_usize);
    let laid = move || {
        let (scroller, body) = scroller.try_get_untracked().flatten().zip(body.try_get_untracked().flatten())?;
        let head = body.offset_top();
        let (top, sight) = (scroller.scroll_top(), scroller.client_height() - head);
        Some((scroller, Laid { total: total.get_untracked(), height: body.offset_height(), top, sight }))
    };
    let look = move || {
        let Some((_, laid)) = laid() else { return };
        let seen = laid.seen();
        if sight.get_untracked() != seen {
            sight.set(seen);
        }
        let first = laid.first_whole();
        if row_in_focus().is_none() && current.get_untracked() != first {
            current.set(first);
        }
        let (from, count) = rows.with_untracked(|(from, rows)| (*from, rows.len()));
        let there = Window { from, count };
        let is_near = there.has(seen.0) || there.has(seen.0 + seen.1);
        let which = if is_near || count == 0 { around } else { close_around };
        let wanted = which(seen.0, seen.1, laid.total);
        if window.get_untracked() != wanted {
            window.set(wanted);
        }
    };
    Effect::new(move |_| {
        // Those in sight are there: now those around them.
        rows.track();
        request_animation_frame(look);
    });
    // Rows grow with the letters, and change their lines with the width: what was on top stays there.
    let resized = move || {
        if let Some((scroller, laid)) = laid() {
            let first = sight.get_untracked().0;
            if laid.row_at(laid.top) != first {
                scroller.set_scroll_top(laid.top_of(first));
            }
        }
        look();
    };
    Effect::new(move |_| {
        // Fewer rows: what was in sight may be gone.
        total.track();
        request_animation_frame(look);
    });
    let to_end = move |end: bool| {
        if let Some(scroller) = scroller.get_untracked() {
            scroller.set_scroll_top(if end { i32::MAX } else { 0 });
        }
    };
    on_resize([scroller, body], resized);
    Effect::new(move |_| {
        // Another list was asked for: it begins at its first row.
        if window.get().from == 0 && sight.get_untracked().0 >= SPARE + LEAP {
            to_end(false);
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        let (Some((row, part)), key) = (row_in_focus(), event.key()) else { return };
        let last = total.get_untracked().saturating_sub(1);
        let to = match key.as_str() {
            "ArrowDown" => row.saturating_add(1).min(last),
            "ArrowUp" => row.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        current.set(to);
        if let Some((scroller, laid)) = laid() {
            let (top, end) = (laid.top_of(to), laid.top_of(to + 1));
            if top < laid.top {
                scroller.set_scroll_top(top);
            } else if end > laid.top + laid.sight {
                scroller.set_scroll_top(end - laid.sight);
            }
        }
        focus_row(to, part, 10);
    };
    let leaf = move |forward: bool| {
        if let Some((scroller, laid)) = laid() {
            let (first, seen) = laid.seen();
            let step = seen.saturating_sub(2).max(1);
            let to = if forward { first.saturating_add(step) } else { first.saturating_sub(step) };
            scroller.set_scroll_top(laid.top_of(to));
        }
    };
    let told = move || {
        let (first, seen) = sight.get();
        let total = total.get();
        let last = (first + seen).min(total);
        if total == 0 {
            String::new()
        } else {
            format!("Lignes {} à {} sur {}", grouped(first + 1), grouped(last), grouped(total))
        }
    };
    view! {
        <div class=format!("long-table {class}")>
            <div
                class="long-scroll"
                role="table"
                aria-label=label
                aria-rowcount=move || (total.get() + 1).to_string()
                tabindex="0"
                node_ref=scroller
                on:scroll=move |_| look()
                on:keydown=on_key
                on:focusin=move |_| if let Some((row, _)) = row_in_focus() { current.set(row) }
            >
                <div role="rowgroup" class="long-head">
                    <div role="row" class="long-row" aria-rowindex="1">{head.run()}</div>
                </div>
                <div role="rowgroup" class="long-body" style=("--rows", move || total.get().to_string()) node_ref=body>
                    <For
                        each=move || {
                            let (from, rows) = rows.get();
                            rows.into_iter().enumerate().map(move |(i, row)| (from + i, row)).collect::<Vec<_>>()
                        }
                        key=move |(i, row)| format!("{i} {}", key(row))
                        children=move |(i, row)| {
                            // Two rows change as the stop moves on; the others are told nothing.
                            let tabindex = Memo::new(move |_| if current.get() == i { "0" } else { "-1" });
                            view! {
                                <div
                                    role="row"
                                    class="long-row"
                                    aria-rowindex=(i + 2).to_string()
                                    style=("--rank", i.to_string())
                                >
                                    {cells.run((row, tabindex.into()))}
                                </div>
                            }
                        }
                    />
                </div>
            </div>
            <p class="long-foot no-print">
                <span role="status">{told}</span>
                <button type="button" class="button quiet small" on:click=move |_| to_end(false)>"Début"</button>
                <button type="button" class="button quiet small" on:click=move |_| leaf(false)>"Page précédente"</button>
                <button type="button" class="button quiet small" on:click=move |_| leaf(true)>"Page suivante"</button>
                <button type="button" class="button quiet small" on:click=move |_| to_end(true)>"Fin"</button>
            </p>
        </div>
    }
}

/// Does something whenever one of these elements has another size, as long as they are shown.
fn on_resize(elements: [NodeRef<html::Div>; 2], react: impl Fn() + 'static) {
    // Of the type that every awaited promise has: a new one would weigh on the first visit.
    let react = Closure::<dyn FnMut(JsValue)>::new(move |_| react());
    let Ok(observer) = ResizeObserver::new(react.as_ref().unchecked_ref()) else { return };
    let observing = observer.clone();
    Effect::new(move |_| {
        for element in elements.into_iter().filter_map(|element| element.get()) {
            observing.observe(&element);
        }
    });
    let kept = StoredValue::new_local((observer, react));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// What in a row can have the focus.
const STOPS: &str = "input, a, button";

/// The row that has the focus, from 0, and which part of it.
fn row_in_focus() -> Option<(usize, u32)> {
    let element = document().active_element()?;
    let row = element.closest(".long-body > [role=row]").ok().flatten()?;
    let rank = row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)?;
    let stops = row.query_selector_all(STOPS).ok()?;
    let here = JsValue::from(element);
    let part = (0..stops.length()).find(|at| stops.get(*at).is_some_and(|one| JsValue::from(one) == here));
    Some((rank, part.unwrap_or_default()))
}

/// Takes the focus to a row, once it is on the page.
fn focus_row(rank: usize, part: u32, tries: u32) {
    request_animation_frame(move || {
        let row = document().query_selector(&format!(".long-body > [aria-rowindex='{}']", rank + 2)).ok().flatten();
        let stop = row.and_then(|row| row.query_selector_all(STOPS).ok()?.get(part)?.dyn_into::<HtmlElement>().ok());
        match stop {
            // Focus can't fail on an element of the page.
            Some(stop) => drop(stop.focus()),
            None if tries > 0 => focus_row(rank, part, tries - 1),
            None => {}
        }
    });
}

/// A count with its thousands apart: « 10 000 ».
#[must_use]
pub fn grouped(count: usize) -> String {
    dument_law::french::decimal(&count.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_in_sight_have_some_around_them() {
        assert_eq!(around(0, 12, 10_000), Window { from: 0, count: 40 });
        assert_eq!(around(500, 12, 10_000), Window { from: 480, count: 60 });
        assert_eq!(around(503, 12, 10_000), Window { from: 480, count: 60 }, "no new window for a few rows");
        assert_eq!(around(9_990, 12, 10_000), Window { from: 9_970, count: 30 });
        assert_eq!(around(0, 12, 3), Window { from: 0, count: 3 });
        assert_eq!(around(500, 12, 3), Window { from: 3, count: 0 });
    }

    #[test]
    fn from_afar_the_rows_in_sight_come_first() {
        assert_eq!(close_around(500, 12, 10_000), Window { from: 498, count: 16 });
        assert_eq!(close_around(0, 12, 10_000), Window { from: 0, count: 14 });
        assert_eq!(close_around(9_990, 12, 10_000), Window { from: 9_988, count: 12 });
        assert_eq!(close_around(500, 12, 3), Window { from: 3, count: 0 });
    }

    #[test]
    fn rows_are_found_whatever_their_height() {
        // Rows of 59.5 pixels each, a third of the way down.
        let laid = Laid { total: 10_000, height: 595_000, top: 198_373, sight: 600 };
        assert_eq!(laid.seen(), (3334, 11));
        assert_eq!(laid.top_of(3334), 198_373);
        assert_eq!(laid.first_whole(), 3334);
        assert_eq!(Laid { top: 198_400, ..laid }.first_whole(), 3335);
        assert_eq!(laid.row_at(i32::MAX), 10_000);
        let none = Laid { total: 0, height: 0, top: 0, sight: 600 };
        assert_eq!((none.seen(), none.top_of(0)), ((0, 1), 0));
    }

    #[test]
    fn counts_are_grouped() {
        assert_eq!(grouped(10_000), "10\u{202f}000");
        assert_eq!(grouped(7), "7");
    }
}
