//! Hands a file to the visitor: the bytes never leave the page but by their own click.

use js_sys::{Array, Uint8Array};
use leptos::prelude::{document, set_timeout, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, Url};

use crate::address::is_framed;

/// Why the browser did not take the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Le navigateur n’a pas enregistré le fichier. Vérifiez qu’il autorise les téléchargements sur cette page.")]
pub struct NotSaved;

/// Saves a file under a name, with its media type.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), NotSaved> {
    attempt(name, media_type, bytes).map_err(|_| NotSaved)
}

fn attempt(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    if is_framed() {
        // A sandbox may refuse it without a word: `www/framed.js` then says what else can be done. Nobody refuses the event.
        let _ = window().dispatch_event(&Event::new("dument-saved")?);
    }
    // The browser reads the file after the click; a minute is ample, and then the memory is given back.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_mins(1),
    );
    Ok(())
}
