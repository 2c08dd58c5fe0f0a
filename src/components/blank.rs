//! A blank to fill in within a sentence.

use leptos::prelude::*;

/// A text field that reads as a part of the sentence; its fault stands below the sentence, in [`BlankFault`].
#[component]
pub fn Blank(
    /// The `id` of the field: the one that faults name.
    id: &'static str,
    /// Its accessible name.
    label: &'static str,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// Whether the visitor has left it.
    touched: RwSignal<bool>,
    /// What is wrong with it, where it is to be shown.
    #[prop(into)]
    fault: Signal<Option<String>>,
    /// How many characters are in sight.
    size: u8,
    /// The keyboard of a phone.
    inputmode: &'static str,
    /// An example of the form.
    placeholder: &'static str,
) -> impl IntoView {
    view! {
        <input
            id=id
            class="blank"
            size=size.to_string()
            inputmode=inputmode
            autocomplete="off"
            placeholder=placeholder
            aria-label=label
            aria-describedby=format!("{id}-error")
            aria-invalid=move || fault.with(Option::is_some).then_some("true")
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            on:blur=move |_| touched.set(true)
        />
    }
}

/// Where the fault of a blank is said.
#[component]
pub fn BlankFault(
    /// The `id` of the field.
    id: &'static str,
    /// What is wrong with it.
    #[prop(into)]
    fault: Signal<Option<String>>,
) -> impl IntoView {
    view! { <li class="error" id=format!("{id}-error") aria-live="polite">{fault}</li> }
}
