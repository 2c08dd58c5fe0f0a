//! A text message: who writes, which invoice, how much, since when, how to answer, in as few messages as it can.
//!
//! 3GPP TS 23.038: a message of the basic alphabet has 160 signs (153 where several are joined), one with any other letter 70 (67).

use askama::Template;

use super::{Draft, Form, Head};
use crate::amount_in_words::in_words;
use crate::claim::Claim;
use crate::fold::fold;
use crate::input::Addressee;
use crate::line::Line;
use crate::wording::{self, Passage, filters};
use crate::{advice, mentions};

/// The basic alphabet of text messages, but for the letters and digits of ASCII.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";

/// Signs that take two places.
const EXTENDED: &str = "^{}\\[~]|€";

/// A public body is asked what its payment lacks.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "text_message/debtor.txt")]
    Debtor { claim: &'a Claim<'a>, sender: Line, phone: Option<Line> },
    #[template(path = "text_message/public.txt")]
    PublicBody { claim: &'a Claim<'a>, sender: Line, phone: Option<Line> },
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let (claim, creditor) = (&draft.claim, &draft.input.creditor);
    let sender = mentions::full_name(creditor);
    let phone = creditor.contact.as_ref().and_then(|contact| Line::some(contact.phone.as_deref()?));
    let mut text = wording::read(&match draft.addressee {
        Addressee::PublicBody => Wording::PublicBody { claim, sender, phone },
        Addressee::Business | Addressee::Consumer => Wording::Debtor { claim, sender, phone },
    });
    let mut parts = 0;
    for passage in &mut text.body {
        if let Passage::Paragraph { text, .. } = passage {
            *text = text.chars().map(simplest).collect();
            parts += messages(text);
        }
    }
    let length = match parts {
        1 => "Ce texte tient en un seul SMS.".to_owned(),
        parts => format!("Ce texte compte pour {} SMS.", in_words(parts)),
    };
    let discretion = "N’envoyez ce message qu’au numéro que le client vous a donné, aux heures de bureau, et une seule fois.";
    Form {
        text,
        head: Head::Bare,
        signature: Some(Vec::new()),
        notes: vec![advice::info("textMessageLength", &length), advice::info("textMessageDiscretion", discretion)],
        ..Form::default()
    }
}

/// A letter as the basic alphabet has it, where it has one that reads the same: one letter outside more than halves the room.
fn simplest(letter: char) -> String {
    if places_of(letter).is_some() {
        return letter.into();
    }
    let plain = match letter {
        '’' | '‘' => "'".to_owned(),
        '«' | '»' | '“' | '”' => "\"".to_owned(),
        '–' | '—' | '−' => "-".to_owned(),
        '…' => "...".to_owned(),
        _ if letter.is_whitespace() => " ".to_owned(),
        _ if letter.is_uppercase() => fold(&letter.to_string()).to_uppercase(),
        _ => fold(&letter.to_string()),
    };
    if plain.chars().all(|sign| places_of(sign).is_some()) { plain } else { letter.into() }
}

/// The places that a sign takes in the basic alphabet; nothing where it isn't of it.
fn places_of(sign: char) -> Option<usize> {
    match sign {
        _ if sign.is_ascii_alphanumeric() || BASIC.contains(sign) => Some(1),
        _ if EXTENDED.contains(sign) => Some(2),
        _ => None,
    }
}

/// How many messages a text is sent as.
fn messages(text: &str) -> u64 {
    let basic: Option<usize> = text.chars().map(places_of).sum();
    let (places, alone, joined) = match basic {
        Some(places) => (places, 160, 153),
        None => (text.encode_utf16().count(), 70, 67),
    };
    if places <= alone { 1 } else { places.div_ceil(joined) as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_outside_the_basic_alphabet_are_written_without_what_it_lacks() {
        let simple: String =
            "L’Établi «\u{a0}Forêt\u{a0}» reçoit 1\u{202f}850,00\u{202f}€… œuvre".chars().map(simplest).collect();
        assert_eq!(simple, "L'Établi \" Foret \" recoit 1 850,00 €... oeuvre");
        assert_eq!("Жук".chars().map(simplest).collect::<String>(), "Жук");
    }

    #[test]
    fn counts_messages_as_the_network_does() {
        for (text, expected) in [
            ("a".repeat(160), 1),
            ("a".repeat(161), 2),
            ("a".repeat(306), 2),
            ("a".repeat(307), 3),
            ("€".repeat(80), 1),
            ("€".repeat(81), 2),
            ("ж".repeat(70), 1),
            ("ж".repeat(71), 2),
        ] {
            assert_eq!(messages(&text), expected, "{} signs", text.chars().count());
        }
    }
}
