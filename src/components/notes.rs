//! The remarks of a result.

use dument_law::{Note, Severity};
use leptos::prelude::*;

use super::icon::Icon;

/// The remarks, those to decide on first.
#[component]
pub fn Notes(
    /// What to show; nothing at all where there is none.
    notes: Vec<Note>,
) -> impl IntoView {
    let mut notes = notes;
    notes.sort_by_key(|note| note.severity == Severity::Info);
    (!notes.is_empty()).then(|| {
        view! {
            <ul class="notes">
                {notes
                    .into_iter()
                    .map(|note| {
                        let (class, icon) = match note.severity {
                            Severity::Info => ("note", "info"),
                            Severity::Warning => ("note warning", "warning"),
                        };
                        view! { <li class=class><Icon name=icon/><p>{note.message}</p></li> }
                    })
                    .collect_view()}
            </ul>
        }
    })
}
