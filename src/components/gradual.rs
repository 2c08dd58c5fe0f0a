//! Long pages that stay quick: what comes or changes is drawn a few places a frame, what isn't looked at once typing pauses.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_futures::spawn_local;

use crate::state::use_state;

/// A list followed place by place: what stands at a place is drawn anew only when it changes, and of many changes only some
/// in the frame they are made in.
pub struct Gradual<T: Send + Sync + 'static> {
    list: Memo<Vec<T>>,
    places: StoredValue<Vec<ArcRwSignal<T>>>,
    count: RwSignal<usize>,
    a_frame: usize,
    /// Whether the next frame goes on.
    going_on: StoredValue<bool>,
}

impl<T: Send + Sync> Clone for Gradual<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Gradual<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Gradual<T> {
    /// Follows a list, so many changes a frame.
    pub fn follow(list: Memo<Vec<T>>, a_frame: usize) -> Self {
        let gradual = Self {
            list,
            places: StoredValue::new(Vec::new()),
            count: RwSignal::new(0),
            a_frame,
            going_on: StoredValue::new(false),
        };
        Effect::new(move |_| {
            list.track();
            if gradual.draws_more() && !gradual.going_on.get_value() {
                gradual.going_on.set_value(true);
                // The next frame shows what has just been drawn, and more would make it wait: what is left begins with the one after.
                request_animation_frame(move || gradual.go_on());
            }
        });
        gradual
    }

    /// The places drawn so far, by their rank.
    pub fn ranks(self) -> Vec<usize> {
        (0..self.count.get()).collect()
    }

    /// What stands at a place that is drawn.
    pub fn at(self, rank: usize) -> Option<T> {
        self.places.with_value(|places| places.get(rank).map(Get::get))
    }

    /// Goes on with the next frame, and with each while there are more changes.
    fn go_on(self) {
        request_animation_frame(move || {
            if self.draws_more() {
                self.go_on();
            } else {
                self.going_on.try_set_value(false);
            }
        });
    }

    /// Draws the next changes; tells whether more are left.
    fn draws_more(self) -> bool {
        // The page may have been left since the last frame.
        self.list.try_with_untracked(|list| self.draw(list)).unwrap_or(false)
    }

    /// Draws as many changes as one frame takes; tells whether more are left.
    fn draw(self, list: &[T]) -> bool {
        let mut left = self.a_frame;
        let mut drawn = 0;
        for item in list {
            let place = self.places.with_value(|places| places.get(drawn).cloned());
            let same = place.as_ref().is_some_and(|place| place.with_untracked(|shown| shown == item));
            if !same {
                if left == 0 {
                    break;
                }
                left -= 1;
                match place {
                    Some(place) => place.set(item.clone()),
                    None => self.places.update_value(|places| places.push(ArcRwSignal::new(item.clone()))),
                }
            }
            drawn += 1;
        }
        // Until they are drawn anew, places after these show what they showed.
        let count = if drawn < list.len() { drawn.max(self.count.get_untracked()).min(list.len()) } else { drawn };
        if count != self.count.get_untracked() {
            self.count.set(count);
        }
        drawn < list.len()
    }
}

/// How much of a frame a part of a long page takes: on a telephone too, what is typed meanwhile waits for less than a long task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A frame takes some of them.
    Row,
    /// A frame to itself.
    Section,
}

/// How many rows a frame takes.
const ROWS: usize = 8;

/// The parts of a long page that wait to be drawn.
#[derive(Clone, Copy)]
struct Turns {
    waiting: StoredValue<Waiting>,
    /// Whether the next frame goes on.
    going_on: StoredValue<bool>,
}

/// In the order of the page: a part's own parts come right after it.
#[derive(Default)]
struct Waiting {
    /// What waits, the first one last.
    later: Vec<(Size, RwSignal<bool>)>,
    /// What the part drawn last asked for.
    asked: Vec<(Size, RwSignal<bool>)>,
}

impl Waiting {
    fn next(&mut self) -> Option<(Size, RwSignal<bool>)> {
        self.later.extend(self.asked.drain(..).rev());
        self.later.pop()
    }
}

/// Has what a page [draws in turn](in_turn) wait for the page's own turns. Meanwhile `<html data-drawing>` says that the page
/// still grows.
pub fn provide_turns() {
    provide_context(Turns { waiting: StoredValue::default(), going_on: StoredValue::new(false) });
    on_cleanup(|| show_drawing(false));
}

/// Says whether the page still grows: its foot stays below the screen until it is whole.
fn show_drawing(is_drawing: bool) {
    if let Some(root) = document().document_element() {
        // A valid name: it can't fail.
        let _ = root.toggle_attribute_with_force("data-drawing", is_drawing);
    }
}

/// Draws a part of a long page when its turn has come: nothing at once, then with each frame as much as it takes.
pub fn in_turn<V: IntoView + 'static>(size: Size, draw: impl FnOnce() -> V + 'static) -> impl IntoView {
    let is_due = RwSignal::new(false);
    expect_context::<Turns>().ask(size, is_due);
    let draw = StoredValue::new_local(Some(draw));
    move || is_due.get().then(|| draw.try_update_value(Option::take).flatten().map(untrack)).flatten()
}

impl Turns {
    fn ask(self, size: Size, turn: RwSignal<bool>) {
        self.waiting.update_value(|waiting| waiting.asked.push((size, turn)));
        if !self.going_on.get_value() {
            self.going_on.set_value(true);
            show_drawing(true);
            self.go_on();
        }
    }

    fn go_on(self) {
        request_animation_frame(move || {
            spawn_local(async move {
                let mut rows = 0;
                while rows < ROWS {
                    // The page may have been left since the last frame.
                    let Some((size, next)) = self.waiting.try_update_value(Waiting::next).flatten() else {
                        if self.going_on.try_set_value(false).is_none() {
                            show_drawing(false);
                        }
                        return;
                    };
                    // It may be gone from the page.
                    next.try_set(true);
                    // What the signal draws is drawn by then.
                    tick().await;
                    rows += if size == Size::Section { ROWS } else { 1 };
                }
                self.go_on();
            });
        });
    }
}

/// More invoices than these make explanations and drawings that the next keystroke would wait for.
const FEW: usize = 20;

/// What explains or draws a value of the case: follows it at once where there are few invoices, else once typing pauses.
pub fn unhurried<T: Clone + Send + Sync + 'static>(source: Memo<T>) -> Signal<Option<T>> {
    let rested = at_rest(source);
    // Followed apart: with many invoices, what rests is not to be drawn again by each edit.
    let few = use_state().part(|case| case.invoices.len() <= FEW);
    Signal::derive(move || if few.get() { Some(source.get()) } else { rested.get() })
}

/// A value that follows another once it has rested for a while.
pub fn at_rest<T: Clone + Send + Sync + 'static>(source: Memo<T>) -> RwSignal<Option<T>> {
    let rested = RwSignal::new(None);
    let mut rest = debounce(Duration::from_millis(200), move |()| {
        // The page may have been left since.
        if let Some(value) = source.try_get_untracked() {
            rested.try_set(Some(value));
        }
    });
    Effect::new(move |_| {
        source.track();
        rest(());
    });
    rested
}
