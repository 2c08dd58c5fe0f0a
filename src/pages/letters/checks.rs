//! What should be looked at again before a rewritten letter leaves.

use dument_letters::{Block, Letter, unfounded};

use crate::case::Draft;

/// Something in a rewritten paragraph that its writer should mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The id of the paragraph.
    pub paragraph: String,
    /// What, in a sentence.
    pub message: String,
}

/// Every doubt about the paragraphs that were rewritten.
#[must_use]
pub fn doubts(draft: &Draft, letter: &Letter) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for block in &letter.blocks {
        let Block::Paragraph { id, .. } = block else { continue };
        let Some(words) = draft.rewritten(id) else { continue };
        doubts.extend(of_words(words, letter).into_iter().map(|message| Doubt { paragraph: id.clone(), message }));
    }
    doubts
}

/// Every doubt about what was written in the place of a paragraph.
#[must_use]
pub fn of_words(words: &str, letter: &Letter) -> Vec<String> {
    unfounded(words, letter)
        .into_iter()
        .map(|figure| format!("{figure} ne figure pas dans le décompte\u{a0}: vérifiez avant d’envoyer."))
        .collect()
}
