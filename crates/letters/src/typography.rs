//! French typography, applied once to every sentence before it enters a document.

use dument_law::french::{MONTHS, NARROW, NO_BREAK};

use crate::english;

/// Words that never stand apart from the number or the name that follows: « n° 12 », « article L. 441-10 », « M. Brun ».
const BOUND: [&str; 9] = ["n°", "no.", "article", "articles", "L.", "R.", "D.", "M.", "Mme"];

/// Sets a running text: right spaces around punctuation, typographic apostrophes, and no two spaces in a row.
///
/// Spaces are made right where there are some; none is added where the writer put none, so that a reference or an
/// address keeps its form. Line breaks and control characters count as spaces.
#[must_use]
pub fn set(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut pending: Option<char> = None;
    for (place, character) in text.char_indices() {
        if character.is_whitespace() || character.is_control() {
            pending = Some(stronger(pending, character));
            continue;
        }
        if let Some(space) = pending.take()
            && !set.is_empty()
        {
            set.push(space_between(&set, &text[place..]).unwrap_or(space));
        }
        set.push(if character == '\'' { '’' } else { character });
    }
    set
}

/// The space that French wants between what is written and what comes, where it wants one of its own.
fn space_between(before: &str, after: &str) -> Option<char> {
    let mut next = after.chars();
    match next.next()? {
        // English sets the sign before the amount.
        '€' if next.next().is_some_and(|sign| sign.is_ascii_digit()) => None,
        ';' | '!' | '?' | '€' => Some(NARROW),
        ':' | '%' | '»' => Some(NO_BREAK),
        _ if before.ends_with('«') => Some(NO_BREAK),
        next => {
            let last = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '’')).next().unwrap_or_default();
            let first = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let reference = BOUND.contains(&last) && (next.is_ascii_digit() || next.is_uppercase());
            let is_month = MONTHS.contains(&first) || english::MONTHS.contains(&first);
            let day = is_month && (last == "1er" || last.bytes().all(|b| b.is_ascii_digit()));
            (reference || day).then_some(NO_BREAK)
        }
    }
}

/// Of several spaces in a row, the one that doesn't break.
fn stronger(pending: Option<char>, next: char) -> char {
    match (pending, next) {
        (Some(space @ (NARROW | NO_BREAK)), _) | (_, space @ (NARROW | NO_BREAK)) => space,
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(written: &str, expected: &str) {
        let shown = set(written).replace(NARROW, "‹f›").replace(NO_BREAK, "‹s›");
        assert_eq!(shown, expected, "{written}");
    }

    #[test]
    fn spaces_before_punctuation_do_not_break() {
        check("Qui ? Vous ; non !", "Qui‹f›? Vous‹f›; non‹f›!");
        check("Total : 12,40 % de 100 €", "Total‹s›: 12,40‹s›% de 100‹f›€");
        check("the sum of €1,850.00", "the sum of €1,850.00");
        check("« Brun et Fils »", "«‹s›Brun et Fils‹s›»");
    }

    #[test]
    fn no_space_is_added() {
        check("F:2026/12?", "F:2026/12?");
        check("https://exemple.fr", "https://exemple.fr");
    }

    #[test]
    fn bound_words_stay_together() {
        check("la facture n° F-12", "la facture n°‹s›F-12");
        check("(article L. 441-10 du code)", "(article‹s›L.‹s›441-10 du code)");
        check("l'article 1344", "l’article‹s›1344");
        check("du même article et du 31 décembre 1968", "du même article et du 31‹s›décembre 1968");
    }

    #[test]
    fn lines_join_and_amounts_keep_their_spaces() {
        check("  d'un\n  montant\tde 1\u{202f}850,00\u{202f}€ \n", "d’un montant de 1‹f›850,00‹f›€");
    }

    proptest! {
        #[test]
        fn setting_twice_changes_nothing(text in "[ \\t\\n'a-zA-Z0-9;:!?%€«»°.\u{a0}\u{202f}]{0,60}") {
            let once = set(&text);
            prop_assert_eq!(set(&once), once);
        }

        #[test]
        fn no_plain_space_stands_before_punctuation(text in "[ 'a-z;:!?%€«»\u{a0}]{0,60}") {
            let set = set(&text);
            for wrong in [" ;", " :", " !", " ?", " %", " €", " »", "« ", "  ", "'"] {
                prop_assert!(!set.contains(wrong), "{:?} in {:?}", wrong, set);
            }
        }
    }
}
