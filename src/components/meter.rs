//! How much of a period has run, drawn as a bar.

use dument_law::limitation::Term;
use dument_law::{Day, french};
use leptos::prelude::*;

/// The days from which the end of a period counts as near.
pub const SOON: i64 = 92;

/// The style of a date to act by: lost, soon or neither.
#[must_use]
pub fn urgency(term: &Term) -> &'static str {
    match term.days_left {
        _ if term.expired => "lost",
        Some(left) if left <= SOON => "soon",
        _ => "",
    }
}

/// A bar from the start of a period to its last day.
#[component]
pub fn Meter(
    /// The day of computation.
    as_of: Day,
    /// The period.
    term: Term,
) -> impl IntoView {
    let last_day = term.last_day?;
    let whole = last_day.days_since(term.starts_on).max(1);
    let run = as_of.days_since(term.starts_on).clamp(0, whole);
    // Tenths of a percent of the bar's width, in whole numbers.
    let width = (run * 1000 / whole).to_string();
    let left = if term.expired { "délai écoulé".to_owned() } else { french::time_left(as_of, last_day) };
    let label = format!("{run} jours écoulés sur {whole}");
    Some(view! {
        <figure class=format!("meter {}", urgency(&term))>
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=label>
                <rect class="meter-track" width="1000" height="10"></rect>
                <rect class="meter-value" width=width height="10"></rect>
            </svg>
            <figcaption>
                <span>{french::day(term.starts_on)}</span>
                <span>{left}</span>
                <span>{french::day(last_day)}</span>
            </figcaption>
        </figure>
    })
}
