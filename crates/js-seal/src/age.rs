//! The file format of age, version 1 (<https://c2sp.org/age>), for one passphrase and nothing else.
//!
//! A line of text each: the format, how the passphrase opens the key of the file, and a seal on those lines; then the content, in
//! parts that are sealed one by one. Every computation is a library's; what stands here is the order of the lines.

use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// How hard each guess of a passphrase is: 2^17 rounds of scrypt with blocks of 1 KB, which takes 128 MB and about a second. It is
/// what OWASP advises, and what a phone has; age itself takes twice as much where it can.
pub const WORK: u8 = 17;

/// The hardest that is opened: a gigabyte and several seconds. A file that asks for more would only stop the browser.
const HARDEST: u8 = 20;

/// The first line of every file.
const MARK: &[u8] = b"age-encryption.org/v1\n";

/// The first line of a file in letters, made by `age --armor`.
const ARMOR: (&str, &str) = ("-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----");

const STANZA: &str = "-> scrypt ";
const SEAL: &str = "---";
const SALT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";

/// The content is sealed in parts of so many bytes; each grows by a tag.
const PART: usize = 64 * 1024;
const TAG: usize = 16;

/// The key of a file, and each number used once, are so long.
const SHORT: usize = 16;

/// What must be drawn at random for a file: its key, the salt of the passphrase, and the salt of the content.
pub const RANDOM: usize = 3 * SHORT;

type Key = [u8; 32];

/// Why a file can't be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgeError {
    /// Another passphrase, or a file made so that none fits.
    #[error("wrongPassphrase")]
    WrongPassphrase,
    /// Not of this format, cut short, or changed since.
    #[error("damaged")]
    Damaged,
    /// Sealed for a key rather than a passphrase.
    #[error("notPassphrase")]
    NotPassphrase,
    /// Sealed with more work than is done here.
    #[error("tooHard")]
    TooHard,
}

/// Seals some bytes by a passphrase.
///
/// # Panics
/// Never: every length is fixed.
#[must_use]
pub fn seal(plain: &[u8], passphrase: &str, random: &[u8; RANDOM], work: u8) -> Vec<u8> {
    let (file_key, rest) = random.split_at(SHORT);
    let (salt, content_salt) = rest.split_at(SHORT);

    let wrapped = cipher(&passphrase_key(passphrase, salt, work).expect("the work is within bounds"))
        .encrypt(&[0; 12].into(), file_key)
        .expect("sixteen bytes are not too long");
    let mut header = MARK.to_vec();
    let lines =
        format!("{STANZA}{} {work}\n{}\n{SEAL}", Base64Unpadded::encode_string(salt), Base64Unpadded::encode_string(&wrapped));
    header.extend(lines.as_bytes());
    let seal = header_seal(file_key, &header).finalize().into_bytes();
    header.extend(format!(" {}\n", Base64Unpadded::encode_string(&seal)).as_bytes());

    let mut sealed = header;
    sealed.extend(content_salt);
    let cipher = cipher(&derived(file_key, Some(content_salt), b"payload"));
    let mut rest = plain;
    for number in 0.. {
        let (part, after) = rest.split_at(rest.len().min(PART));
        let last = after.is_empty();
        sealed.extend(cipher.encrypt(&nonce(number, last).into(), part).expect("a part is not too long"));
        if last {
            break;
        }
        rest = after;
    }
    sealed
}

/// Opens what was sealed by a passphrase.
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, AgeError> {
    let bytes;
    let sealed = if sealed.starts_with(MARK) {
        sealed
    } else {
        bytes = unarmored(sealed).ok_or(AgeError::Damaged)?;
        &bytes
    };
    let Header { salt, work, wrapped, sealed_lines, seal, content } = Header::read(sealed)?;
    if work > HARDEST {
        return Err(AgeError::TooHard);
    }
    let key = passphrase_key(passphrase, &salt, work).ok_or(AgeError::Damaged)?;
    let file_key = cipher(&key).decrypt(&[0; 12].into(), wrapped.as_slice()).map_err(|_| AgeError::WrongPassphrase)?;
    header_seal(&file_key, sealed_lines).verify_slice(&seal).map_err(|_| AgeError::Damaged)?;

    let (content_salt, content) = content.split_at_checked(SHORT).ok_or(AgeError::Damaged)?;
    let cipher = cipher(&derived(&file_key, Some(content_salt), b"payload"));
    let mut plain = Vec::with_capacity(content.len());
    let mut rest = content;
    for number in 0.. {
        let (part, after) = rest.split_at(rest.len().min(PART + TAG));
        let last = after.is_empty();
        let opened = cipher.decrypt(&nonce(number, last).into(), part).map_err(|_| AgeError::Damaged)?;
        // Only the part of an empty file is empty.
        if last && opened.is_empty() && number > 0 {
            return Err(AgeError::Damaged);
        }
        plain.extend(opened);
        if last {
            break;
        }
        rest = after;
    }
    Ok(plain)
}

/// What stands before the content.
struct Header<'a> {
    salt: Vec<u8>,
    work: u8,
    /// The key of the file, sealed by the passphrase.
    wrapped: Vec<u8>,
    /// The lines that the seal covers, and the seal.
    sealed_lines: &'a [u8],
    seal: Vec<u8>,
    content: &'a [u8],
}

impl<'a> Header<'a> {
    fn read(file: &'a [u8]) -> Result<Self, AgeError> {
        let mut at = MARK.len();
        let mut line = || {
            let rest = &file[at..];
            let end = rest.iter().position(|byte| *byte == b'\n').ok_or(AgeError::Damaged)?;
            at += end + 1;
            std::str::from_utf8(&rest[..end]).map_err(|_| AgeError::Damaged)
        };
        let first = line()?;
        let stanza = first.strip_prefix(STANZA).ok_or(if first.starts_with("-> ") {
            AgeError::NotPassphrase
        } else {
            AgeError::Damaged
        })?;
        let (salt, work) = stanza.split_once(' ').ok_or(AgeError::Damaged)?;
        let digits = work.bytes().all(|byte| byte.is_ascii_digit()) && !work.starts_with('0');
        let work = if digits { work.parse().ok() } else { None }.ok_or(AgeError::Damaged)?;
        let wrapped = line()?;
        let last = line()?;
        // A passphrase stands alone: beside another way to open the file, it would promise more than it keeps.
        let seal = last.strip_prefix(SEAL).and_then(|rest| rest.strip_prefix(' ')).ok_or(AgeError::Damaged)?;
        let sealed_lines = &file[..at - 1 - last.len() + SEAL.len()];
        Ok(Self {
            salt: decoded(salt, SHORT)?,
            work,
            wrapped: decoded(wrapped, SHORT + TAG)?,
            sealed_lines,
            seal: decoded(seal, 32)?,
            content: &file[at..],
        })
    }
}

/// So many bytes, from letters.
fn decoded(letters: &str, length: usize) -> Result<Vec<u8>, AgeError> {
    Base64Unpadded::decode_vec(letters).ok().filter(|bytes| bytes.len() == length).ok_or(AgeError::Damaged)
}

/// The file that stands between two lines, in letters.
fn unarmored(file: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(file).ok()?.trim();
    let letters: String = text.strip_prefix(ARMOR.0)?.strip_suffix(ARMOR.1)?.split_ascii_whitespace().collect();
    let bytes = base64ct::Base64::decode_vec(&letters).ok()?;
    bytes.starts_with(MARK).then_some(bytes)
}

fn cipher(key: &Key) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(key.into())
}

/// The number of a part, and whether it is the last: so that none can be left out, doubled or moved.
fn nonce(number: u64, last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&number.to_be_bytes());
    nonce[11] = last.into();
    nonce
}

/// The key that a passphrase makes; none where the work is out of bounds.
fn passphrase_key(passphrase: &str, salt: &[u8], work: u8) -> Option<Key> {
    let mut key = Key::default();
    let parameters = scrypt::Params::new(work, 8, 1).ok()?;
    scrypt::scrypt(passphrase.as_bytes(), &[SALT_LABEL, salt].concat(), &parameters, &mut key).ok()?;
    Some(key)
}

fn derived(key: &[u8], salt: Option<&[u8]>, label: &[u8]) -> Key {
    let mut derived = Key::default();
    Hkdf::<Sha256>::new(salt, key).expand(label, &mut derived).expect("32 bytes are not too many");
    derived
}

fn header_seal(file_key: &[u8], lines: &[u8]) -> Hmac<Sha256> {
    let mut seal = <Hmac<Sha256> as KeyInit>::new_from_slice(&derived(file_key, None, b"header")).expect("any key will do");
    seal.update(lines);
    seal
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Little work: what is tested is the format.
    const LITTLE: u8 = 2;

    fn random(seed: u8) -> [u8; RANDOM] {
        std::array::from_fn(|i| seed.wrapping_mul(31).wrapping_add(u8::try_from(i).unwrap()))
    }

    fn sealed(plain: &[u8]) -> Vec<u8> {
        seal(plain, "quatre mots au hasard", &random(7), LITTLE)
    }

    fn opened(file: &[u8]) -> Result<Vec<u8>, AgeError> {
        open(file, "quatre mots au hasard")
    }

    #[test]
    fn every_length_comes_back() {
        for length in [0, 1, PART - 1, PART, PART + 1, 3 * PART, 3 * PART + 5] {
            let plain: Vec<u8> = (0..=255).cycle().take(length).collect();
            assert_eq!(opened(&sealed(&plain)).as_ref(), Ok(&plain), "{length}");
        }
    }

    #[test]
    fn another_passphrase_opens_nothing() {
        assert_eq!(open(&sealed(b"{}"), "Quatre mots au hasard"), Err(AgeError::WrongPassphrase));
        assert_eq!(open(&sealed(b"{}"), ""), Err(AgeError::WrongPassphrase));
    }

    #[test]
    fn no_byte_can_be_changed_added_or_taken_away() {
        let whole = sealed(b"1 850,00");
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert!(opened(&changed).is_err(), "byte {at}");
            assert!(opened(&whole[..at]).is_err(), "cut at {at}");
        }
        assert_eq!(opened(&[whole.as_slice(), b"x"].concat()), Err(AgeError::Damaged));
    }

    #[test]
    fn parts_can_be_neither_left_out_nor_moved() {
        let plain = vec![7; 3 * PART];
        let whole = sealed(&plain);
        let content = whole.len() - (3 * (PART + TAG));
        let part = |n: usize| &whole[content + n * (PART + TAG)..content + (n + 1) * (PART + TAG)];
        for parts in [vec![0, 1], vec![0, 2], vec![1, 0, 2], vec![0, 1, 1, 2], vec![2]] {
            let file = parts.iter().fold(whole[..content].to_vec(), |file, n| [file.as_slice(), part(*n)].concat());
            assert_eq!(opened(&file), Err(AgeError::Damaged), "{parts:?}");
        }
    }

    #[test]
    fn a_file_in_letters_is_the_same_file() {
        let letters = base64ct::Base64::encode_string(&sealed(b"{}"));
        let lines: Vec<&str> = letters.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
        let armored = format!("{}\n{}\n{}\n", ARMOR.0, lines.join("\n"), ARMOR.1);
        assert_eq!(opened(armored.as_bytes()), Ok(b"{}".to_vec()));
        assert_eq!(opened(armored.replace("END", "FIN").as_bytes()), Err(AgeError::Damaged));
    }

    #[test]
    fn says_what_it_does_not_open() {
        let for_a_key = b"age-encryption.org/v1\n-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\nEmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\n";
        assert_eq!(opened(for_a_key), Err(AgeError::NotPassphrase));
        let mut hard = sealed(b"");
        let at = hard.windows(3).position(|window| window == b" 2\n").unwrap();
        hard.splice(at..at + 3, *b" 31\n");
        assert_eq!(opened(&hard), Err(AgeError::TooHard));
    }

    proptest! {
        #[test]
        fn anything_comes_back(plain: Vec<u8>, passphrase: String, seed: u8) {
            let file = seal(&plain, &passphrase, &random(seed), LITTLE);
            prop_assert_eq!(open(&file, &passphrase), Ok(plain));
        }

        #[test]
        fn no_file_panics(noise: Vec<u8>, lines in "[a-zA-Z0-9+/ \n-]{0,200}") {
            let _ = open(&noise, "");
            let _ = open(&[MARK, lines.as_bytes(), &noise].concat(), "");
            let _ = open(&[MARK, STANZA.as_bytes(), lines.as_bytes()].concat(), "");
        }
    }
}
