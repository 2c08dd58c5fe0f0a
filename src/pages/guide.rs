//! The guide: one question a screen, then what to do, and every route compared.

pub mod checklist;
pub mod comparison;
pub mod helpers;
pub mod plan;
pub mod question;
pub mod result;
pub mod route;
pub mod screen;
pub mod standing;
pub mod told;

use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;
use crate::state::use_state;
use question::Question;
use result::Advice;
use screen::QuestionScreen;
use told::Told;

/// Asks what is not known yet, then advises.
#[component]
pub fn Guide() -> impl IntoView {
    let state = use_state();
    let first_open = move || {
        state.case.with(|case| Question::ALL.into_iter().find(|question| question.concerns(case) && !question.is_answered(case)))
    };
    // The question on the screen; none once all that matter are answered.
    let current = RwSignal::new(untrack(first_open));
    // Whether the reader came to it from another: then the keyboard and the screen reader are taken along.
    let follows = StoredValue::new(false);
    let show = move |question| {
        follows.set_value(true);
        current.set(question);
    };
    let go_on = move |()| show(untrack(first_open));
    let change = move |question| show(Some(question));
    view! {
        <div class="wrap">
            <Heading page=Page::Guide/>
            {move || match current.get() {
                Some(question) => {
                    view! {
                        <p class="at-hand">
                            "Trois minutes environ. Gardez sous la main la facture, le devis ou le contrat, et vos échanges avec le client. Chaque réponse se change ensuite."
                        </p>
                        <div class="guide">
                            <QuestionScreen question follows=follows.get_value() on_continue=Callback::new(go_on) on_change=Callback::new(change)/>
                            <Told on_change=Callback::new(change)/>
                        </div>
                    }
                        .into_any()
                }
                None => view! { <Advice follows=follows.get_value() on_change=Callback::new(change)/> }.into_any(),
            }}
        </div>
    }
}
