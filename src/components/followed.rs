//! What the fields of a form follow, each apart: an edit of one invoice costs those of hundreds of others nothing.
//!
//! As memos of the case, all would be asked at every keystroke whether they changed, and all that follows from them. These are
//! told only when they did.

use std::iter;

use leptos::prelude::*;

use crate::case::Invoice;
use crate::case::reading::Fault;
use crate::state::{State, use_state};

/// The invoices of the case and what is wrong with it, as signals set only where they change.
#[derive(Clone, Copy)]
struct Followed {
    state: State,
    /// The invoices that are followed, by their places.
    invoices: StoredValue<Vec<ArcRwSignal<Invoice>>>,
    faults: RwSignal<Vec<Fault>>,
}

/// Lets the fields below follow the invoices of the case.
pub fn provide_invoices() {
    let state = use_state();
    let faults = state.faults;
    let followed = Followed { state, invoices: StoredValue::default(), faults: RwSignal::new(faults.get_untracked()) };
    Effect::new(move |_| {
        state.case.track();
        followed.tell_invoices();
    });
    Effect::new(move |_| followed.faults.set(faults.get()));
    provide_context(followed);
}

/// An invoice of the case, followed: an empty one where there is none any more.
#[must_use]
pub fn invoice(i: usize) -> Signal<Invoice> {
    expect_context::<Followed>().invoice(i)
}

/// What is wrong with a field of an invoice, if anything was typed in it.
#[must_use]
pub fn fault(field: String) -> Signal<Option<String>> {
    let Followed { faults, .. } = expect_context();
    Signal::derive(move || faults.with(|faults| State::told(faults, &field)))
}

impl Followed {
    fn invoice(self, i: usize) -> Signal<Invoice> {
        let mut place = ArcRwSignal::default();
        self.invoices.update_value(|places| {
            places.resize_with(places.len().max(i + 1), ArcRwSignal::default);
            place = places[i].clone();
        });
        // Asked for in the moment of a change, it may not have been told yet.
        self.tell_invoices();
        place.read_only().into()
    }

    fn tell_invoices(self) {
        let none = Invoice::default();
        let places = self.invoices.get_value();
        let changed: Vec<_> = self.state.case.with_untracked(|case| {
            let now = case.invoices.iter().chain(iter::repeat(&none));
            let changed = places.iter().zip(now).filter(|(place, now)| place.with_untracked(|told| told != *now));
            changed.map(|(place, now)| (place, now.clone())).collect()
        });
        for (place, now) in changed {
            place.set(now);
        }
    }
}
