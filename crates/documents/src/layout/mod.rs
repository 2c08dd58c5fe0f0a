//! Setting a document on pages: pure, in whole numbers, without any file format.

mod blocks;
mod flow;
mod lines;
pub(crate) mod page;
pub(crate) mod structure;
mod table;

use dument_letters::Document;

use crate::fonts::Fonts;
use page::Page;
use structure::Structure;

/// A document set on pages.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) structure: Structure,
}

/// Sets a document, whose texts the fonts can show, on pages.
pub(crate) fn lay_out(fonts: &Fonts, document: &Document) -> Layout {
    blocks::Setter::new(fonts, document.language).set(document)
}
