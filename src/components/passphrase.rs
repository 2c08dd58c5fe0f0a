//! A passphrase: typed or pasted, hidden or shown, and what is done with it, which takes a moment.

use leptos::prelude::*;

/// Asks for a passphrase.
#[component]
pub fn Passphrase(
    /// The `id` of the field.
    id: &'static str,
    /// The file that it is for: a password manager keeps it under that name.
    file: String,
    /// What to know before one types it.
    hint: &'static str,
    /// Whether it is chosen here, rather than one that is known.
    #[prop(optional)]
    new: bool,
    /// What is done with it.
    action: &'static str,
    /// Does it.
    on_submit: Callback<String>,
    /// Whether that is under way, in words.
    busy: Signal<Option<&'static str>>,
    /// What went wrong.
    fault: RwSignal<Option<String>>,
    /// Changes one's mind.
    on_close: Callback<()>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked().is_some() {
            return;
        }
        if typed.with_untracked(String::is_empty) {
            fault.set(Some("Écrivez une phrase secrète.".to_owned()));
        } else {
            fault.set(None);
            on_submit.run(typed.get_untracked());
        }
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <input type="text" autocomplete="username" readonly hidden value=file/>
            <div class="field">
                <label for=id>"Phrase secrète"</label>
                <p class="hint" id=format!("{id}-hint")>{hint}</p>
                <span class="affix">
                    <input
                        id=id
                        class="input"
                        type=move || if shown.get() { "text" } else { "password" }
                        autocomplete=if new { "new-password" } else { "current-password" }
                        autocapitalize="off"
                        spellcheck="false"
                        aria-describedby=format!("{id}-hint {id}-error")
                        aria-invalid=move || fault.with(Option::is_some).then_some("true")
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                    <button
                        type="button"
                        class="button plain small"
                        aria-pressed=move || shown.get().to_string()
                        aria-label="Afficher la phrase secrète"
                        on:click=move |_| shown.update(|shown| *shown = !*shown)
                    >
                        {move || if shown.get() { "Masquer" } else { "Afficher" }}
                    </button>
                </span>
                <p class="error" id=format!("{id}-error") role="alert">{fault}</p>
            </div>
            <p class="actions">
                <button class="button small" aria-disabled=move || busy.with(Option::is_some).then_some("true")>{action}</button>
                <button type="button" class="button plain small" on:click=move |_| on_close.run(())>"Fermer"</button>
            </p>
            <p class="hint" role="status">{busy}</p>
        </form>
    }
}
