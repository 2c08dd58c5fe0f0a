//! « Tout effacer »: nothing of ours is left in the browser.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Storage;

use super::{NotStored, database, local, ours, session};

#[wasm_bindgen]
extern "C" {
    /// Where the page has no caches to offer, asking for them fails: that is caught too.
    #[wasm_bindgen(js_namespace = caches, js_name = keys, catch)]
    fn cache_names() -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = caches, js_name = delete, catch)]
    fn delete_cache(name: &str) -> Result<Promise, JsValue>;
}

/// Erases the database, both storages and the caches. The page must hold no connection to the database any more.
pub async fn erase() -> Result<(), NotStored> {
    erase_storages();
    erase_caches().await;
    let erased = database::erase().await;
    // A tab that was closing may have left something meanwhile.
    erase_storages();
    erased
}

fn erase_storages() {
    for storage in [local(), session()].into_iter().flatten() {
        erase_storage(&storage);
    }
}

fn erase_storage(storage: &Storage) {
    for name in ours(storage) {
        // What was just listed can be removed.
        let _ = storage.remove_item(&name);
    }
}

/// Forgets which case was at work in this tab.
pub fn erase_session() {
    if let Some(storage) = session() {
        erase_storage(&storage);
    }
}

async fn erase_caches() {
    let names = async { JsFuture::from(cache_names()?).await };
    let Ok(names) = names.await else { return };
    for name in Array::from(&names).iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with("dument")) {
        if let Ok(deleted) = delete_cache(&name) {
            // It tells whether there was one; there was.
            let _ = JsFuture::from(deleted).await;
        }
    }
}
