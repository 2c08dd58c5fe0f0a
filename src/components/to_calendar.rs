//! A button that hands days over to the visitor's calendar, as a file it takes in.

use dument_documents::{Deadline, calendar};
use leptos::prelude::*;

use super::icon::Icon;
use crate::address::use_address;
use crate::download;

/// Saves days as a calendar file.
#[component]
pub fn ToCalendar(
    /// The days.
    days: Vec<Deadline>,
    /// The name of the file, without its ending.
    file: &'static str,
    /// What the button says.
    label: &'static str,
    /// Which days, for a screen reader: the button alone may stand among others of the same words.
    #[prop(into)]
    of: String,
) -> impl IntoView {
    let address = use_address();
    let refused = RwSignal::new(None::<String>);
    let save = move |_| {
        let as_of = untrack(|| address.as_of());
        let name = format!("{file}-{as_of}.ics");
        let saved = download::save(&name, "text/calendar;charset=utf-8", calendar(&days, as_of).as_bytes());
        refused.set(saved.err().map(|error| error.to_string()));
    };
    view! {
        <button type="button" class="button quiet small" on:click=save>
            <Icon name="calendar"/>
            {label}
            {(!of.is_empty()).then(|| view! { <span class="visually-hidden">{format!("\u{a0}: {of}")}</span> })}
        </button>
        {move || refused.get().map(|message| view! { <p class="error" role="alert">{message}</p> })}
    }
}
