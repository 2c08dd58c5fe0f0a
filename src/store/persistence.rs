//! Whether the browser may clear what is kept when room is scarce, and asking it not to.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    // Not `async` here: where the browser makes no such promise, the very call fails, before there is anything to wait for.
    #[wasm_bindgen(js_namespace = ["navigator", "storage"], js_name = persisted, catch)]
    fn persisted() -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["navigator", "storage"], js_name = persist, catch)]
    fn persist() -> Result<Promise, JsValue>;
}

/// Whether the browser has promised to keep it; nothing where it can't promise.
pub async fn is_promised() -> Option<bool> {
    JsFuture::from(persisted().ok()?).await.ok()?.as_bool()
}

/// Asks for the promise, which the browser may refuse, or ask the visitor about.
pub async fn ask() -> bool {
    let Ok(promise) = persist() else { return false };
    JsFuture::from(promise).await.is_ok_and(|given| given.is_truthy())
}
