//! What should be looked at again before a rewritten letter leaves.

use dument_law::penalties::Regime;
use dument_letters::{Addressee, Block, Letter, LetterKind, forbidden, unfounded};

use crate::case::Case;

/// Something in a rewritten paragraph that its writer should mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The id of the paragraph.
    pub paragraph: String,
    /// What, in a sentence.
    pub message: String,
}

/// Every doubt about the paragraphs of a letter that were rewritten in a case.
#[must_use]
pub fn doubts(case: &Case, kind: LetterKind, letter: &Letter) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let Some(draft) = case.letters.get(&kind) else { return doubts };
    for block in &letter.blocks {
        let Block::Paragraph { id, .. } = block else { continue };
        let Some(words) = draft.rewritten(id) else { continue };
        doubts.extend(of_words(words, letter, case).into_iter().map(|message| Doubt { paragraph: id.clone(), message }));
    }
    doubts
}

/// Every doubt about what was written in the place of a paragraph: figures from elsewhere, and what the law forbids to write.
#[must_use]
pub fn of_words(words: &str, letter: &Letter, case: &Case) -> Vec<String> {
    let figures = unfounded(words, letter)
        .into_iter()
        .map(|figure| format!("{figure} ne figure pas dans le décompte\u{a0}: vérifiez avant d’envoyer."));
    let to = match case.regime() {
        Some(Regime::Consumer) => Addressee::Consumer,
        Some(Regime::Public) => Addressee::PublicBody,
        _ => Addressee::Business,
    };
    let words = forbidden(words, to).into_iter().map(|found| format!("«\u{a0}{}\u{a0}»\u{a0}: {}", found.words, found.reason));
    figures.chain(words).collect()
}
