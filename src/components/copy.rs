//! A button that copies a text, and says so.

use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::icon::Icon;

#[wasm_bindgen]
extern "C" {
    // Not `async` here: where the browser has no clipboard to offer, the very call fails, before there is anything to wait for.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

async fn copied(text: &str) -> bool {
    match write_text(text) {
        Ok(written) => JsFuture::from(written).await.is_ok(),
        Err(_) => false,
    }
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
            said.set(if copied(&text).await { "Copié" } else { "Le navigateur refuse la copie\u{a0}: sélectionnez le texte." });
            set_timeout(move || said.set(""), Duration::from_secs(4));
        });
    };
    view! {
        <button type="button" class="button plain small" on:click=copy><Icon name="copy"/>"Copier"</button>
        <span class="ok" role="status">{said}</span>
    }
}
