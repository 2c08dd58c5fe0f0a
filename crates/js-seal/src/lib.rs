//! Files sealed by a passphrase: a WebAssembly module of its own, loaded when the first one is sealed or opened.
//!
//! They are files of [age](https://age-encryption.org): whoever has the passphrase opens them without Dûment too.

pub mod age;

use wasm_bindgen::prelude::*;

use age::RANDOM;

#[wasm_bindgen]
extern "C" {
    /// The browser's own source of random bytes.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn fill_at_random(bytes: &mut [u8]);
}

/// Seals some bytes by a passphrase. It takes about a second and 128 MB.
#[wasm_bindgen]
#[must_use]
pub fn seal(plain: &[u8], passphrase: &str) -> Vec<u8> {
    let mut random = [0; RANDOM];
    fill_at_random(&mut random);
    age::seal(plain, passphrase, &random, age::WORK)
}

/// Opens what was sealed by a passphrase.
///
/// # Errors
/// `wrongPassphrase`, `damaged`, `notPassphrase` or `tooHard`.
#[wasm_bindgen]
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
    age::open(sealed, passphrase).map_err(|error| error.to_string())
}
