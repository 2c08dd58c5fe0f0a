//! Text messages: what they can hold, and how many a text takes (3GPP TS 23.038 and 23.040).

use crate::characters;

/// The letters of the telephone's own alphabet, seven bits each.
const ALPHABET: &str = "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Those that take the place of two.
const DOUBLE: &str = "^{}\\[~]|€";

/// A text message, and what sending it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sms {
    /// The text, its typography made plain: spaces, quotation marks and dashes that the telephone's alphabet doesn't have
    /// would more than double the messages.
    pub text: String,
    /// How many messages the network counts.
    pub messages: usize,
    /// The characters, each once, for which a message holds 70 of them rather than 160, such as `ê` or an emoji.
    pub costly: Vec<char>,
}

impl Sms {
    /// A text as a telephone sends it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = plain(text);
        let mut costly = Vec::new();
        for character in text.chars() {
            if !ALPHABET.contains(character) && !DOUBLE.contains(character) && !costly.contains(&character) {
                costly.push(character);
            }
        }
        let (alone, joined) = if costly.is_empty() { (160, 153) } else { (70, 67) };
        let units = |character: char| {
            if costly.is_empty() { 1 + usize::from(DOUBLE.contains(character)) } else { character.len_utf16() }
        };
        let messages = if text.chars().map(units).sum::<usize>() <= alone { 1 } else { messages(&text, units, joined) };
        Self { text, messages, costly }
    }
}

/// Messages of so many units each: none cuts a character in two.
fn messages(text: &str, units: impl Fn(char) -> usize, room: usize) -> usize {
    let mut messages = 1;
    let mut used = 0;
    for character in text.chars() {
        let more = units(character);
        if used + more > room {
            messages += 1;
            used = 0;
        }
        used += more;
    }
    messages
}

/// The same words with the signs of a keyboard.
fn plain(text: &str) -> String {
    let space = |c: char| if c.is_whitespace() && c != '\n' { ' ' } else { c };
    let spaced: String = text.chars().filter_map(characters::visible).map(space).collect();
    let mut plain = String::new();
    // The space inside the French quotation marks goes with them.
    for character in spaced.replace("« ", "«").replace(" »", "»").chars() {
        match character {
            '’' | '‘' => plain.push('\''),
            '«' | '»' | '“' | '”' => plain.push('"'),
            '–' | '—' | '−' | '\u{2010}' | '\u{2011}' => plain.push('-'),
            '…' => plain.push_str("..."),
            'œ' => plain.push_str("oe"),
            'Œ' => plain.push_str("OE"),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, messages: usize) {
        assert_eq!(Sms::new(text).messages, messages);
    }

    #[test]
    fn counts_the_messages_of_the_telephone_s_alphabet() {
        check("", 1);
        check(&"é".repeat(160), 1);
        check(&"é".repeat(161), 2);
        check(&"é".repeat(306), 2);
        check(&"é".repeat(307), 3);
        check(&"€".repeat(80), 1);
        check(&"€".repeat(81), 2);
        // 76 of two places fill 152 of 153, and no euro is cut in two.
        check(&"€".repeat(152), 2);
        check(&"€".repeat(153), 3);
    }

    #[test]
    fn counts_the_messages_of_every_other_text() {
        check(&"ê".repeat(70), 1);
        check(&"ê".repeat(71), 2);
        check(&"ê".repeat(134), 2);
        check(&"ê".repeat(135), 3);
        check(&"😀".repeat(35), 1);
        // 33 of two places fill 66 of 67.
        check(&"😀".repeat(66), 2);
        check(&"😀".repeat(67), 3);
    }

    #[test]
    fn typography_costs_nothing() {
        let sms = Sms::new("L’œuvre « en cours »\u{a0}: 1\u{202f}850,00\u{202f}€ – merci…\r\nÀ vous");
        assert_eq!(sms.text, "L'oeuvre \"en cours\" : 1 850,00 € - merci...\nÀ vous");
        assert_eq!(sms.costly, ['À']);
        assert_eq!(Sms::new("«\u{a0}dû\u{a0}» et être dû").text, "\"dû\" et être dû");
        assert_eq!(Sms::new("«\u{a0}dû\u{a0}» et être dû").costly, ['û', 'ê']);
    }

    #[test]
    fn knows_the_whole_alphabet() {
        // 128 places but the escape and the carriage return.
        assert_eq!(ALPHABET.chars().count(), 126);
        assert!(Sms::new(&format!("{ALPHABET}{DOUBLE}")).costly.is_empty());
    }
}
