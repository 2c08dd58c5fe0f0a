//! The exhibits at hand for the claims against a client.

use dument_ledger::{DebtorField, Edit};
use leptos::prelude::*;

use super::OnSheet;
use crate::words::EVIDENCE;

/// The checklist of exhibits.
#[component]
pub fn Exhibits() -> impl IntoView {
    let on_sheet: OnSheet = expect_context();
    let held = Memo::new(move |_| {
        on_sheet.sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.record.debtor.exhibits.clone()).unwrap_or_default())
    });
    view! {
        <section class="section" aria-labelledby="debtor-exhibits">
            <h3 id="debtor-exhibits">"Pièces réunies"</h3>
            <p class="hint">"Ce que vous pourrez montrer à un juge ou à un commissaire de justice."</p>
            <ul class="checks">
                {EVIDENCE.map(|(evidence, words)| {
                    let change = move |event: web_sys::Event| {
                        let mut exhibits = held.get_untracked();
                        exhibits.retain(|one| *one != evidence);
                        if event_target_checked(&event) {
                            exhibits.push(evidence);
                        }
                        let edit = Edit::SetDebtor { debtor: on_sheet.id, change: Box::new(DebtorField::Exhibits(exhibits)) };
                        on_sheet.change("pièces réunies", vec![edit], || {});
                    };
                    view! {
                        <li>
                            <label class="check">
                                <input type="checkbox" prop:checked=move || held.with(|held| held.contains(&evidence)) on:change=change/>
                                <span>{words}</span>
                            </label>
                        </li>
                    }
                }).into_iter().collect_view()}
            </ul>
        </section>
    }
}
