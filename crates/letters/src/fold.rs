//! A text in lower case without accents and its words, to be compared with others however either was typed.

/// « À compter de l’ÉCHÉANCE » becomes « a compter de l'echeance ».
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
            'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' | 'ì' => folded.push('i'),
            'ô' | 'ö' | 'ó' | 'ò' | 'õ' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ÿ' => folded.push('y'),
            'ñ' => folded.push('n'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' | 'ʼ' | '‘' => folded.push('\''),
            mark if is_invisible(mark) => {}
            other => folded.push(other),
        }
    }
    folded
}

/// Accents typed apart from their letter, soft hyphens and spaces without width: within a word, and none of its letters.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The words of a text with their places; a hyphen or an apostrophe parts words.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut place = 0;
    let parts = |c: char| !c.is_alphabetic() && !is_invisible(c);
    let pieces = text.split_inclusive(parts).map(move |piece| {
        place += piece.len();
        (place - piece.len(), piece.trim_end_matches(parts))
    });
    pieces.filter(|(_, word)| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_and_capitals_make_no_difference() {
        assert_eq!(fold("À compter de l’ÉCHÉANCE, e\u{301}tude d’ŒUVRE"), "a compter de l'echeance, etude d'oeuvre");
    }
}
