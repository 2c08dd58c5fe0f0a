//! The WebAssembly modules beside the application: each fetched the first time it is needed, and only then.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Provided by the page's start script, which knows where the modules are.
    #[wasm_bindgen(js_name = dumentModule, catch)]
    async fn module(name: &str) -> Result<JsValue, JsValue>;

    /// Provided by the same.
    #[wasm_bindgen(js_name = dumentStyle, catch)]
    async fn style() -> Result<JsValue, JsValue>;
}

/// A module that could not be fetched or started: no connection before the first use, or no memory left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "Cette partie de Dûment n’a pas pu être chargée. Vérifiez la connexion, puis réessayez\u{a0}: ce que vous avez saisi est intact."
)]
pub struct NotLoaded;

/// Fetches a module, the first time.
pub async fn load(name: &str) -> Result<JsValue, NotLoaded> {
    module(name).await.map_err(|_| NotLoaded)
}

/// Fetches the styles of all but the first page, the first time.
pub async fn load_style() -> Result<(), NotLoaded> {
    style().await.map(|_| ()).map_err(|_| NotLoaded)
}
