//! Whatever is typed in whatever field, a letter is right or refused in a sentence, never broken.

use dument_letters::{Block, Letter};
use serde_json::{Value, json};

use crate::case::{KINDS, applies, case, write};

/// A paragraph of a template, a control character, a text turned around, a hole, a formula, markup, and an emoji.
const HOSTILE: &str = "¶ demand\n\n\u{7}\u{202e}évil\u{202c} {{ claim }} [statement] =1+1 <b>&amp;</b> \u{1f980}";

/// The places of all texts in a case.
fn texts(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(place.to_owned()),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| texts(item, &format!("{place}/{at}"), found)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| texts(field, &format!("{place}/{name}"), found)),
        _ => {}
    }
}

/// A case of this kind, with a text that can be left out too.
fn usual(kind: &str) -> Value {
    let debtor = if applies(kind, "company") { "company" } else { "publicBody" };
    let mut case = case(kind, debtor);
    case["facts"]["enclosures"] = json!(["Bon de livraison signé"]);
    case
}

/// Every kind, each text of its case replaced by another in turn.
fn with_each_text_replaced(by: &str, check: impl Fn(&str, &Letter, &Letter)) {
    let mut written = 0;
    for kind in KINDS {
        let case = usual(kind);
        let usual = write(case.clone()).unwrap();
        let mut places = Vec::new();
        texts(&case, "", &mut places);
        for place in places {
            let mut hostile = case.clone();
            *hostile.pointer_mut(&place).unwrap() = json!(by);
            if let Ok(letter) = write(hostile) {
                check(&format!("{kind}, {place}"), &letter, &usual);
                written += 1;
            }
        }
    }
    assert!(written > KINDS.len() * 4, "only {written} letters could be written");
}

/// The shape of a letter: its parts, and the lines of its paragraphs.
fn lines(letter: &Letter) -> Vec<usize> {
    let lines = |block: &Block| match block {
        Block::Paragraph { text, .. } => text.lines().count(),
        _ => 0,
    };
    letter.blocks.iter().map(lines).collect()
}

#[test]
fn no_text_breaks_out_of_its_place() {
    with_each_text_replaced(HOSTILE, |name, letter, usual| {
        let text = &letter.text;
        assert!(!text.contains('¶') && !text.contains('\u{202e}') && !text.contains('\u{7}'), "{name}:\n{text}");
        assert_eq!(lines(letter), lines(usual), "{name}:\n{text}");
    });
}

#[test]
fn a_long_text_is_kept_whole() {
    let long = "Établissements ".repeat(700);
    with_each_text_replaced(&long, |name, letter, _| {
        let kept = letter.text.matches("Établissements").count();
        assert!(kept == 0 || kept >= 700, "{name}: {kept}");
    });
}
