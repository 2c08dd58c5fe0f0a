//! Sealing a file by a passphrase, and opening it: it takes a second, beside the page, in a module loaded with the first one.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use crate::modules::{self, NotLoaded};

#[wasm_bindgen]
extern "C" {
    type Aside;

    /// What a function of a module answers, worked out beside the page.
    #[wasm_bindgen(method, catch)]
    async fn aside(this: &Aside, module: &str, call: &str, bytes: Uint8Array, text: &str) -> Result<JsValue, JsValue>;
}

/// Why a file was not sealed or not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealingError {
    /// The module could not be fetched.
    #[error(transparent)]
    NotLoaded(#[from] NotLoaded),
    /// Another passphrase.
    #[error(
        "Ce n’est pas la phrase secrète de ce fichier. Vérifiez les majuscules et les espaces, puis réessayez\u{a0}: rien n’est perdu."
    )]
    WrongPassphrase,
    /// Cut short or changed.
    #[error("Ce fichier chiffré est abîmé ou incomplet. Reprenez-en une autre copie.")]
    Damaged,
    /// Sealed for a key of the program age.
    #[error("Ce fichier est chiffré pour une clé, pas par une phrase secrète\u{a0}: ouvrez-le avec le programme age.")]
    NotPassphrase,
    /// Sealed with more work than a browser does.
    #[error("Ce fichier demande plus de calcul qu’un navigateur n’en fait\u{a0}: ouvrez-le avec le programme age.")]
    TooHard,
    /// No memory left, as a rule.
    #[error("Le calcul n’a pas abouti\u{a0}: la mémoire ou la connexion manque peut-être. Fermez d’autres onglets et réessayez.")]
    Stopped,
}

/// Whether a file says that it is sealed.
#[must_use]
pub fn is_sealed(file: &[u8]) -> bool {
    ["age-encryption.org/", "-----BEGIN AGE ENCRYPTED FILE-----"]
        .iter()
        .any(|mark| file.trim_ascii_start().starts_with(mark.as_bytes()))
}

/// Seals some bytes.
pub async fn seal(plain: &[u8], passphrase: &str) -> Result<Vec<u8>, SealingError> {
    call("seal", plain, passphrase).await
}

/// Opens what was sealed.
pub async fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, SealingError> {
    call("open", sealed, passphrase).await
}

async fn call(function: &str, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, SealingError> {
    let aside: Aside = modules::load("dument_aside").await?.unchecked_into();
    match aside.aside("dument_seal", function, Uint8Array::from(bytes), passphrase).await {
        Ok(answer) => Ok(Uint8Array::new(&answer).to_vec()),
        Err(refused) => Err(match refused.as_string().as_deref() {
            Some("wrongPassphrase") => SealingError::WrongPassphrase,
            Some("damaged") => SealingError::Damaged,
            Some("notPassphrase") => SealingError::NotPassphrase,
            Some("tooHard") => SealingError::TooHard,
            _ => SealingError::Stopped,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_file_says_so() {
        assert!(is_sealed(b"age-encryption.org/v1\n-> scrypt"));
        assert!(is_sealed(b"\n-----BEGIN AGE ENCRYPTED FILE-----\n"));
        assert!(!is_sealed(b"{}") && !is_sealed(b"%PDF-1.7") && !is_sealed(b""));
    }
}
