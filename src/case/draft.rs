//! What the visitor made of one letter: what they chose, what they told for it, and the paragraphs in their own words.

use std::collections::BTreeMap;

use dument_letters::{Block, Language, Letter, Tone, plain_text};
use serde::{Deserialize, Serialize};

/// Texts by the ids of their paragraphs.
type ById = BTreeMap<String, String>;

/// What stands before the ids of the paragraphs of the English letter.
const ENGLISH: &str = "en/";

/// A letter at work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Draft {
    /// Its language.
    pub language: Language,
    /// The tone chosen, if another than the letter's own.
    pub tone: Option<Tone>,
    /// The days given to pay, as typed; empty for the letter's own.
    pub pay_within_days: String,
    /// What is enclosed besides what the letter itself encloses, one a line, as typed.
    pub enclosures: String,
    /// Whether it shows a code to pay with.
    pub payment_code: bool,
    /// What this letter alone needs to know, as typed, by the `id` of the field.
    pub facts: BTreeMap<String, String>,
    /// What was written, by the id of the paragraph.
    paragraphs: ById,
    /// The letter's own words that each was made from; unknown for those of before this was kept.
    originals: ById,
}

/// All that was rewritten in a letter, to be put back as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    paragraphs: ById,
    originals: ById,
}

impl Draft {
    /// All that was rewritten.
    #[must_use]
    pub fn words(&self) -> Words {
        Words { paragraphs: self.paragraphs.clone(), originals: self.originals.clone() }
    }

    /// Puts back what was rewritten at some time.
    pub fn put_back(&mut self, words: Words) {
        self.paragraphs = words.paragraphs;
        self.originals = words.originals;
    }

    /// Whether the paragraphs are as they were at some time.
    #[must_use]
    pub fn reads(&self, words: &Words) -> bool {
        self.paragraphs == words.paragraphs && self.originals == words.originals
    }

    /// What was written in the place of a paragraph.
    #[must_use]
    pub fn rewritten(&self, id: &str) -> Option<&str> {
        self.paragraphs.get(&self.key(id)).map(String::as_str)
    }

    /// Under what a paragraph is kept: what was written in one language doesn't fit the other.
    fn key(&self, id: &str) -> String {
        match self.language {
            Language::Fr => id.to_owned(),
            Language::En => format!("{ENGLISH}{id}"),
        }
    }

    /// The words that a paragraph was rewritten from, where they are known and the letter's own have changed since.
    #[must_use]
    pub fn outdated(&self, id: &str, own: &str) -> Option<&str> {
        self.rewritten(id)?;
        self.originals.get(&self.key(id)).map(String::as_str).filter(|original| *original != own)
    }

    /// Rewrites a paragraph whose own words are these; to write those again restores it.
    pub fn rewrite(&mut self, id: &str, own: &str, words: &str) {
        if words == own {
            self.restore(id);
        } else {
            self.originals.entry(self.key(id)).or_insert_with(|| own.to_owned());
            self.paragraphs.insert(self.key(id), words.to_owned());
        }
    }

    /// Gives a paragraph its own words back.
    pub fn restore(&mut self, id: &str) {
        let key = self.key(id);
        self.paragraphs.remove(&key);
        self.originals.remove(&key);
    }

    /// Keeps what was written, though the letter's own words are now these.
    pub fn keep(&mut self, id: &str, own: &str) {
        self.originals.insert(self.key(id), own.to_owned());
    }

    /// Gives the whole letter its own words back.
    pub fn restore_all(&mut self) {
        self.put_back(Words::default());
    }

    /// Whether any paragraph was rewritten.
    #[must_use]
    pub fn is_rewritten(&self) -> bool {
        !self.paragraphs.is_empty()
    }

    /// What was written, in this language, for paragraphs that the letter no longer has, with their ids.
    #[must_use]
    pub fn set_aside(&self, letter: &Letter) -> Vec<(String, String)> {
        let is_own = |id: &str| letter.blocks.iter().any(|block| matches!(block, Block::Paragraph { id: own, .. } if own == id));
        let mut aside = Vec::new();
        for (key, words) in &self.paragraphs {
            let id = match (self.language, key.strip_prefix(ENGLISH)) {
                (Language::En, Some(id)) => id,
                (Language::Fr, None) => key,
                _ => continue,
            };
            if !is_own(id) {
                aside.push((id.to_owned(), words.clone()));
            }
        }
        aside
    }

    /// The letter with its paragraphs as they were rewritten: an empty one is left out.
    #[must_use]
    pub fn applied_to(&self, letter: &Letter) -> Letter {
        let mut letter = letter.clone();
        if !self.is_rewritten() {
            return letter;
        }
        for block in &mut letter.blocks {
            if let Block::Paragraph { id, text } = block
                && let Some(words) = self.rewritten(id)
            {
                words.trim().clone_into(text);
            }
        }
        letter.blocks.retain(|block| !matches!(block, Block::Paragraph { text, .. } if text.is_empty()));
        letter.text = plain_text(&letter.document());
        letter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_remembers_what_it_was_made_from() {
        let mut draft = Draft::default();
        draft.rewrite("demand", "Payez 10 €.", "Merci de payer 10 €.");
        draft.rewrite("demand", "Payez 12 €.", "Merci de payer 10 € vite.");
        assert_eq!(draft.rewritten("demand"), Some("Merci de payer 10 € vite."));
        assert_eq!(draft.outdated("demand", "Payez 12 €."), Some("Payez 10 €."), "the amount has changed since");
        draft.keep("demand", "Payez 12 €.");
        assert_eq!(draft.outdated("demand", "Payez 12 €."), None);
        assert_eq!(draft.rewritten("demand"), Some("Merci de payer 10 € vite."));
    }

    #[test]
    fn the_own_words_typed_again_are_no_edit() {
        let mut draft = Draft::default();
        draft.rewrite("demand", "Payez.", "Payez");
        draft.rewrite("demand", "Payez.", "Payez.");
        assert_eq!(draft, Draft::default());
    }

    #[test]
    fn what_is_written_in_one_language_stays_out_of_the_other() {
        let mut draft = Draft::default();
        draft.rewrite("demand", "Payez.", "Merci de payer.");
        draft.language = Language::En;
        assert_eq!(draft.rewritten("demand"), None);
        draft.rewrite("demand", "Pay.", "Please pay.");
        draft.language = Language::Fr;
        assert_eq!(draft.rewritten("demand"), Some("Merci de payer."));
    }

    #[test]
    fn a_draft_from_before_originals_were_kept_still_opens() {
        let draft: Draft = serde_json::from_str(r#"{"payWithinDays":"10","paragraphs":{"demand":"Payez."}}"#).unwrap();
        assert_eq!(draft.rewritten("demand"), Some("Payez."));
        assert_eq!(draft.outdated("demand", "Autre."), None, "unknown: nothing to compare with");
        let written = serde_json::to_string(&draft).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&written).unwrap(), draft);
    }
}
