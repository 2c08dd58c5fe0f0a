//! Until when one can act: the dates and what happened on one side, the last day and its history on the other.

pub mod answer;
pub mod dates;
mod reminder;
pub mod time_barred;
pub mod timeline;

use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;
use answer::Answer;
use dates::Facts;

/// The limitation of the invoices of the case.
#[component]
pub fn Limitation() -> impl IntoView {
    view! {
        <div class="wrap three">
            <div>
                <Heading
                    page=Page::Limitation
                />
                <Facts/>
            </div>
            <div class="answers"><Answer/></div>
        </div>
    }
}
