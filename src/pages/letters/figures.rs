//! The figures of a rewritten paragraph that the letter's own text doesn't contain.

/// A text without its spaces, so that `1 850,00 €` is found however it is spaced.
fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The amounts and rates of a text: what stands in front of € or %, with its digits and separators.
fn figures(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (end, sign) in text.char_indices().filter(|(_, c)| matches!(c, '€' | '%')) {
        let before: Vec<char> =
            text[..end].chars().rev().take_while(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.')).collect();
        let number: String = before.into_iter().rev().collect::<String>().trim().to_owned();
        if number.chars().any(|c| c.is_ascii_digit()) {
            found.push(format!("{number}\u{202f}{sign}"));
        }
    }
    found
}

/// Amounts and rates in `rewritten` that stand nowhere in `original`: the statement doesn't bear them out.
#[must_use]
pub fn unfounded(rewritten: &str, original: &str) -> Vec<String> {
    let known: Vec<String> = figures(original).iter().map(|figure| without_spaces(figure)).collect();
    figures(rewritten).into_iter().filter(|figure| !known.contains(&without_spaces(figure))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_only_figures_the_letter_does_not_have() {
        let original = "la somme de 1\u{202f}917,71\u{202f}€ au taux de 12,15\u{a0}%";
        assert_eq!(unfounded("Payez 1 917,71 € à 12,15 %.", original), Vec::<String>::new());
        assert_eq!(unfounded("Payez 2 000,00 €.", original), vec!["2 000,00\u{202f}€"]);
        assert_eq!(unfounded("Sous 8 jours, le 3 juin 2026.", original), Vec::<String>::new());
        assert_eq!(unfounded("15 % puis 1917,71€", original), vec!["15\u{202f}%"]);
    }
}
