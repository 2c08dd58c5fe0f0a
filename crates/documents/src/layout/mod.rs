//! Setting a document on pages: pure, in whole numbers, without any file format.

mod bars;
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
const SMALLEST: Length = 91;
/// The sizes between.
const SMALLER: [Length; 2] = [97, 94];
/// A document of more pages is set in its full size: one page less is not worth smaller text.
const FEW_PAGES: usize = 3;

/// Sets a document, whose texts the fonts can show, on pages: as large as the fewest pages allow.
pub(crate) fn lay_out(fonts: &Fonts, document: &Document) -> Layout {
    let set = |percent| blocks::Setter::new(fonts, document.language, percent).set(document);
    let full = set(100);
    if !(2..=FEW_PAGES).contains(&full.pages.len()) {
        return full;
    }
    let smallest = set(SMALLEST);
    let fewest = smallest.pages.len();
    if fewest == full.pages.len() {
        return full;
    }
    SMALLER.into_iter().map(set).find(|layout| layout.pages.len() == fewest).unwrap_or(smallest)
}
