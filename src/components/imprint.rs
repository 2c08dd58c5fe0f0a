//! What dates a printed page: the case, the day of computation, the versions of the rules and their figures, the address.

use dument_law::french;
use leptos::prelude::*;

use crate::address::use_address;
use crate::reference;
use crate::state::use_state;
use crate::words;

/// The head of a printed page; nothing of it shows on a screen.
#[component]
pub fn Imprint() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let case = state.part(|case| {
        let kind = case.debtor.kind.map(words::debtor);
        let debtor = [Some(case.debtor.name.trim()).filter(|name| !name.is_empty()), kind];
        let debtor = debtor.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let creditor = case.creditor.name.trim();
        match (creditor.is_empty(), debtor.is_empty()) {
            (true, true) => None,
            (false, true) => Some(format!("Dossier de {creditor}")),
            (true, false) => Some(format!("Client\u{a0}: {debtor}")),
            (false, false) => Some(format!("Dossier\u{a0}: {creditor}, contre {debtor}")),
        }
    });
    let rules = || {
        let reference = reference::in_use();
        format!(
            "Règles\u{a0}: Dûment {}. Chiffres de la loi relus le {}, taux publiés jusqu’au {}.",
            env!("CARGO_PKG_VERSION"),
            french::day(reference.read_on),
            french::day(reference.known_until)
        )
    };
    view! {
        <div class="imprint">
            {move || case.get().map(|case| view! { <p><strong>{case}</strong></p> })}
            <p>{move || format!("Calculé au {}. ", french::day(address.as_of()))} {rules}</p>
            <p>{move || address.plain()}</p>
        </div>
    }
}
