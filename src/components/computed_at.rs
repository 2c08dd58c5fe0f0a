//! The day of computation: today, or another day on request.

use dument_law::french;
use leptos::prelude::*;

use super::field::TextField;
use super::icon::Icon;
use crate::address::use_address;
use crate::entry::date;

/// Says at which day everything is computed, and lets it be changed.
#[component]
pub fn ComputedAt() -> impl IntoView {
    let address = use_address();
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let fault = Signal::derive(move || {
        typed.with(|typed| if typed.trim().is_empty() { None } else { date::read(typed).err().map(|error| error.to_string()) })
    });
    let compute = move |text: String| {
        if let Ok(day) = date::read(&text) {
            address.compute_at(Some(day));
        }
        typed.set(text);
    };
    view! {
        <p class=move || if address.is_chosen() { "as-of set" } else { "as-of" }>
            <span>
                {move || address.is_chosen().then(|| view! { <Icon name="clock"/> })}
                "Calculé au " <strong>{move || french::day(address.as_of())}</strong>
            </span>
            <button type="button" class="link no-print" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                "Calculer à une autre date"
            </button>
            {move || {
                address
                    .is_chosen()
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="link no-print"
                                on:click=move |_| {
                                    address.compute_at(None);
                                    typed.set(String::new());
                                }
                            >
                                "Revenir à aujourd’hui"
                            </button>
                        }
                    })
            }}
        </p>
        {move || address.fault().map(|fault| view! { <p class="error" role="alert">{fault}</p> })}
        {move || {
            open.get()
                .then(|| {
                    view! {
                        <TextField
                            id="computed-at"
                            label="Date du calcul"
                            hint="Passée ou à venir : par exemple la date du paiement, ou celle d’un ancien courrier."
                            value=typed
                            on_input=compute
                            fault=fault
                            width="date"
                            inputmode="numeric"
                            placeholder="jj/mm/aaaa"
                        />
                    }
                })
        }}
    }
}
