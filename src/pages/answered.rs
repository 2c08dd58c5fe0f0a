//! « Mon client a répondu »: what he said, what of it goes into the case, and what to do now.

pub mod outcome;
pub mod reply;
pub mod telling;

use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;
use crate::state::use_state;
use outcome::{Before, Outcome};
use reply::Reply;
use telling::Telling;

/// Takes what the debtor answered, and says what it changes.
#[component]
pub fn Answered() -> impl IntoView {
    let state = use_state();
    let reply = RwSignal::new(Reply::default());
    // What was noted, and how things stood before: to say what changed.
    let noted = RwSignal::new(None::<(Reply, Before)>);
    let note = move |()| {
        let told = reply.get_untracked();
        let before = Before::now(state);
        state.change(|case| told.note(case));
        noted.set(Some((told, before)));
    };
    view! {
        <div class="wrap">
            <Heading page=Page::Answered/>
            <div class="answered">
                <Telling reply on_note=Callback::new(note)/>
                {move || noted.get().map(|(reply, before)| view! { <Outcome reply before/> })}
            </div>
        </div>
    }
}
