//! Setting a document on pages: pure, in whole numbers, without any file format.

mod blocks;
mod enclosures;
mod flow;
mod handwritten;
mod letterhead;
mod lines;
pub(crate) mod page;
mod payment_code;
mod signatures;
pub(crate) mod structure;
mod table;
#[cfg(test)]
mod tests;

use dument_letters::Document;

use crate::fonts::{Fonts, Length};
use page::Page;
use structure::Structure;

/// A document set on pages.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) structure: Structure,
}

/// How small the running text may be set, in percent, to spare the last lines of a letter a page of their own.
const SIZES: [Length; 4] = [100, 97, 94, 91];
/// A document of more pages is set in its full size: one page less is not worth smaller text.
const FEW_PAGES: usize = 3;

/// Sets a document, whose texts the fonts can show, on pages: as large as the fewest pages allow.
pub(crate) fn lay_out(fonts: &Fonts, document: &Document) -> Layout {
    let set = |percent| blocks::Setter::new(fonts, document.language, percent).set(document);
    let mut best = set(SIZES[0]);
    if (2..=FEW_PAGES).contains(&best.pages.len()) {
        for tighter in SIZES[1..].iter().map(|&percent| set(percent)) {
            if tighter.pages.len() < best.pages.len() {
                best = tighter;
            }
        }
    }
    best
}
