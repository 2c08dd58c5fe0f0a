//! Bytes to text: UTF-8, UTF-16, Windows-1252 or Latin-9, found out by the bytes themselves.

use std::borrow::Cow;

/// How a file writes its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Unicode in bytes, with or without a mark before it.
    Utf8,
    /// Unicode in pairs of bytes, the lesser first.
    Utf16Little,
    /// Unicode in pairs of bytes, the greater first.
    Utf16Big,
    /// The characters of Western Windows.
    Windows1252,
    /// ISO 8859-15: Latin-1 with the euro.
    Latin9,
}

/// The 32 characters of Windows-1252 that Latin-1 leaves to controls; the five it leaves free are replaced.
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// How many bytes are looked at for a form of two bytes a character without a mark.
const LOOKED_AT: usize = 400;

impl Encoding {
    /// What the bytes are: their mark if they have one, else UTF-8 if they are, else what Windows or Unix wrote in Western Europe.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xff, 0xfe, ..] => return Self::Utf16Little,
            [0xfe, 0xff, ..] => return Self::Utf16Big,
            _ => {}
        }
        let start = &bytes[..bytes.len().min(LOOKED_AT)];
        let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count() * 4 > start.len();
        if start.len() >= 8 && zeros(1) && !zeros(0) {
            return Self::Utf16Little;
        }
        if start.len() >= 8 && zeros(0) && !zeros(1) {
            return Self::Utf16Big;
        }
        match std::str::from_utf8(bytes) {
            Ok(_) => Self::Utf8,
            // Cut in the middle of a character, at the end of the file.
            Err(error) if error.error_len().is_none() => Self::Utf8,
            Err(_) if bytes.iter().any(|byte| (0x80..0xa0).contains(byte)) => Self::Windows1252,
            Err(_) => Self::Latin9,
        }
    }

    /// What an XML document is: what its bytes show, for what it declares is often untrue, and Latin-1 is read as Windows does.
    pub(crate) fn of_xml(bytes: &[u8]) -> Self {
        match Self::of(bytes) {
            Self::Latin9 if !declares(bytes, b"8859-15") => Self::Windows1252,
            found => found,
        }
    }

    /// The text, without its mark. What no character stands for becomes U+FFFD.
    pub(crate) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
            Self::Utf16Little => utf16(bytes, u16::from_le_bytes).into(),
            Self::Utf16Big => utf16(bytes, u16::from_be_bytes).into(),
            Self::Windows1252 | Self::Latin9 if bytes.is_ascii() => String::from_utf8_lossy(bytes),
            Self::Windows1252 => bytes.iter().map(|byte| windows(*byte)).collect::<String>().into(),
            Self::Latin9 => bytes.iter().map(|byte| latin9(*byte)).collect::<String>().into(),
        }
    }
}

/// Whether the declaration of an XML document holds these bytes.
fn declares(bytes: &[u8], encoding: &[u8]) -> bool {
    let end = bytes.iter().position(|byte| *byte == b'>').unwrap_or_default();
    memchr::memmem::find(&bytes[..end], encoding).is_some()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..0xa0 => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn latin9(byte: u8) -> char {
    match byte {
        0xa4 => '€',
        0xa6 => 'Š',
        0xa8 => 'š',
        0xb4 => 'Ž',
        0xb8 => 'ž',
        0xbc => 'Œ',
        0xbd => 'œ',
        0xbe => 'Ÿ',
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], encoding: Encoding, text: &str) {
        assert_eq!(Encoding::of(bytes), encoding);
        assert_eq!(encoding.decode(bytes), text);
    }

    #[test]
    fn finds_out_how_characters_are_written() {
        check("Échéance".as_bytes(), Encoding::Utf8, "Échéance");
        check(b"\xef\xbb\xbfA", Encoding::Utf8, "A");
        check(b"\xc9ch\xe9ance \x80", Encoding::Windows1252, "Échéance €");
        check(b"\xc9ch\xe9ance \xa4 \xbd", Encoding::Latin9, "Échéance € œ");
        check(b"\xff\xfeA\0\xac\x20", Encoding::Utf16Little, "A€");
        check(b"\xfe\xff\0A\x20\xac", Encoding::Utf16Big, "A€");
        check(b"F\0a\0c\0t\0u\0r\0e\0", Encoding::Utf16Little, "Facture");
        check(b"\0F\0a\0c\0t\0u\0r\0e", Encoding::Utf16Big, "Facture");
        check(b"", Encoding::Utf8, "");
        // The file ends within a character.
        check(b"caf\xc3", Encoding::Utf8, "caf\u{fffd}");
    }
}
