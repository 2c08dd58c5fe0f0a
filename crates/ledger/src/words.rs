//! Texts made alike, to find what was written twice in two ways.

/// A number of an invoice as it is compared: letters and digits alone, in capitals, so that `f-2026 014` is `F2026014`.
#[must_use]
pub fn number(written: &str) -> String {
    written.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Words as they are searched and compared: small letters without accents, one space between words, no other sign.
#[must_use]
pub fn plain(written: &str) -> String {
    let mut plain = String::with_capacity(written.len());
    let mut apart = false;
    for c in written.chars().flat_map(char::to_lowercase) {
        let (letter, second) = bare(c);
        if letter.is_alphanumeric() {
            if apart && !plain.is_empty() {
                plain.push(' ');
            }
            apart = false;
            plain.push(letter);
            plain.extend(second);
        } else if !matches!(letter, '\u{300}'..='\u{36f}') {
            apart = true;
        }
    }
    plain
}

/// A small letter without its accent.
fn bare(c: char) -> (char, Option<char>) {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => ('a', None),
        'ç' => ('c', None),
        'è' | 'é' | 'ê' | 'ë' => ('e', None),
        'ì' | 'í' | 'î' | 'ï' => ('i', None),
        'ñ' => ('n', None),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => ('o', None),
        'ù' | 'ú' | 'û' | 'ü' => ('u', None),
        'ý' | 'ÿ' => ('y', None),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        c => (c, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_of_writing_are_one() {
        assert_eq!(number(" f-2026 014"), number("F2026014"));
        assert_eq!(plain("  BRUN & Fils, S.A.R.L. "), "brun fils s a r l");
        assert_eq!(plain("Œuvre d’Été"), plain("oeuvre d'ete"));
        assert_eq!(plain("e\u{301}te"), "ete");
        assert_eq!(plain(""), "");
    }
}
