//! Names for contents: the same bytes always have the same one.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// SHA-256 in lowercase hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Ten characters of it: enough for the name of a file among a few.
pub(crate) fn short(bytes: &[u8]) -> String {
    hex(bytes)[..10].to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_digest_of_nothing_is_known() {
        assert_eq!(super::short(b""), "e3b0c44298");
    }
}
