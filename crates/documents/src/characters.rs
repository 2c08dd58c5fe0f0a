//! What of a text is printed in any format: no control character, nothing invisible.

use dument_letters::Document;

use crate::words::Words;

/// What a character becomes in any format: itself, a plain space or line break, or nothing.
pub(crate) fn visible(character: char) -> Option<char> {
    match character {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        // Soft hyphen, zero-width characters, direction marks and overrides, variation selectors, byte order mark,
        // non-characters, tags.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// A text on one line, its visible characters alone.
pub(crate) fn line(text: &str) -> String {
    text.chars().filter_map(visible).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

/// The title of a document on one line, never empty: an accessible file must have one.
pub(crate) fn title(document: &Document) -> String {
    let title = line(&document.title);
    if title.trim().is_empty() { Words::of(document.language).untitled.to_owned() } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_french_and_drops_the_invisible() {
        let kept: String = "a\u{0}b\u{200d}c\u{202e}d\u{202f}€\u{a0}: l’été\r\n\tœ".chars().filter_map(visible).collect();
        assert_eq!(kept, "abcd\u{202f}€\u{a0}: l’été\n œ");
    }
}
