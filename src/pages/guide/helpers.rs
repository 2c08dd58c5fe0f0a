//! Who can do it for the visitor: those who suit, then the others with why they don't.

use dument_law::procedures::HelperOption;
use leptos::prelude::*;

/// Who can recover the claim, when each suits, the usual price, what the law asks of them.
#[component]
pub fn Helpers(
    /// Everyone.
    helpers: Vec<HelperOption>,
) -> impl IntoView {
    let (suiting, others): (Vec<_>, Vec<_>) = helpers.into_iter().partition(|helper| helper.suits);
    let count = others.len();
    view! {
        <section class="section">
            <h2>"Qui peut s’en charger"</h2>
            <ul class="helpers">{suiting.into_iter().map(helper).collect_view()}</ul>
            {(count > 0)
                .then(|| {
                    view! {
                        <details class="case-part closed-routes">
                            <summary>{format!("Moins adaptés à votre cas ({count})")}</summary>
                            <ul class="helpers">{others.into_iter().map(helper).collect_view()}</ul>
                        </details>
                    }
                })}
        </section>
    }
}

fn helper(helper: HelperOption) -> impl IntoView {
    view! {
        <li>
            <h3>{helper.id.title()}</h3>
            <p>{helper.when}</p>
            <dl class="definitions">
                <div><dt>"Prix usuel"</dt><dd>{helper.price}</dd></div>
                <div><dt>"Ses règles"</dt><dd>{helper.duties}</dd></div>
            </dl>
        </li>
    }
}
