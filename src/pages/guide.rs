//! The guide: one question a screen, then what to do, and every route compared.

pub mod comparison;
pub mod question;
pub mod result;
pub mod screen;
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
    let rank = move |question: Question| {
        state.case.with(|case| {
            1 + Question::ALL.into_iter().take_while(|one| *one != question).filter(|one| one.concerns(case)).count()
        })
    };
    let go_on = move |()| current.set(untrack(first_open));
    let change = move |question| current.set(Some(question));
    view! {
        <div class="wrap">
            <Heading page=Page::Guide/>
            {move || match current.get() {
                Some(question) => {
                    view! {
                        <div class="guide">
                            <QuestionScreen question rank=untrack(|| rank(question)) on_continue=Callback::new(go_on) on_change=Callback::new(change)/>
                            <Told on_change=Callback::new(change)/>
                        </div>
                    }
                        .into_any()
                }
                None => view! { <Advice on_change=Callback::new(change)/> }.into_any(),
            }}
        </div>
    }
}
