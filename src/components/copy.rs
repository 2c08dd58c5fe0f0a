//! A button that copies a text, and says so.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::icon::Icon;

#[wasm_bindgen]
extern "C" {
    /// Where the browser has no clipboard to offer, asking for it fails: that is caught too.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    async fn write_text(text: &str) -> Result<JsValue, JsValue>;
}

/// Copies a text to the clipboard.
#[component]
pub fn CopyButton(
    /// Gives the text when the button is pressed.
    text: Callback<(), String>,
) -> impl IntoView {
    let said = RwSignal::new("");
    let copy = move |_| {
        let text = text.run(());
        spawn_local(async move {
            said.set(match write_text(&text).await {
                Ok(_) => "Copié",
                Err(_) => "Le navigateur refuse la copie\u{a0}: sélectionnez le texte.",
            });
            set_timeout(move || said.set(""), Duration::from_secs(4));
        });
    };
    view! {
        <button type="button" class="button plain small" on:click=copy><Icon name="copy"/>"Copier"</button>
        <span class="ok" role="status">{said}</span>
    }
}
