//! One line of text that a person typed, made fit for a letter.

use std::fmt;

use crate::typography;

/// One line of someone else's text: without control or invisible direction characters, and well set.
///
/// Only such lines reach a template, so that no name can break a paragraph, start another one, or turn the direction
/// of the text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// The character that opens a paragraph in a template.
    pub(crate) const PARAGRAPH: char = '¶';

    /// Cleans and sets a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(typography::set(&text.replace(is_unfit, "")))
    }

    /// Cleans a text that must stay as it is written, such as an e-mail address.
    #[must_use]
    pub fn verbatim(text: &str) -> Self {
        let text = text.replace(is_unfit, "").replace(char::is_control, " ");
        Self(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// A sentence, ended where its writer didn't end it.
    pub(crate) fn sentence(text: &str) -> Self {
        let mut sentence = Self::new(text);
        if !sentence.0.ends_with(['.', '!', '?', '…']) {
            sentence.0.push('.');
        }
        sentence
    }

    /// A sentence that follows another one or opens a paragraph: with a capital.
    pub(crate) fn whole_sentence(text: &str) -> Self {
        let Self(sentence) = Self::sentence(text);
        let first = sentence.chars().next().map_or(0, char::len_utf8);
        let (first, rest) = sentence.split_at(first);
        Self(first.to_uppercase() + rest)
    }

    /// The line, unless nothing is left of it.
    #[must_use]
    pub fn some(text: &str) -> Option<Self> {
        Some(Self::new(text)).filter(|line| !line.0.is_empty())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Line> for String {
    fn from(line: Line) -> Self {
        line.0
    }
}

/// Directional overrides and isolates, zero-width spaces, and the sign that templates are cut by.
fn is_unfit(character: char) -> bool {
    matches!(
        character,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | Line::PARAGRAPH
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_one_clean_line() {
        for (typed, kept) in [
            ("Atelier  Nord\r\nSARL", "Atelier Nord SARL"),
            ("L'Établi", "L’Établi"),
            ("\u{202e}livE\u{202c}", "livE"),
            ("¶ demand", "demand"),
            ("\u{0}\u{7}", ""),
        ] {
            assert_eq!(Line::new(typed).as_str(), kept, "{typed:?}");
        }
        assert_eq!(Line::some(" \n "), None);
        assert_eq!(Line::whole_sentence("échéancier en six mois").as_str(), "Échéancier en six mois.");
        assert_eq!(Line::whole_sentence("").as_str(), ".");
        assert_eq!(Line::verbatim("o'brien@exemple.fr\n\u{7}").as_str(), "o'brien@exemple.fr");
    }
}
