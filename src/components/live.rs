//! What a screen reader announces as results change: politely, once typing pauses.

use leptos::prelude::*;
use std::time::Duration;

/// Announces the text each time it changes.
#[component]
pub fn Live(
    /// The sentence.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    // Half a second after the last keystroke: each of them would interrupt the reader otherwise.
    let mut say = leptos::leptos_dom::helpers::debounce(Duration::from_millis(500), move |text: String| said.set(text));
    Effect::watch(move || text.get(), move |text, _, _| say(text.clone()), false);
    view! { <p class="visually-hidden" role="status" aria-live="polite">{said}</p> }
}
