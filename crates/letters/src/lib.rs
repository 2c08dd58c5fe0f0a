//! What a letter says: from a case and its statement to a document tree, in exact French.

pub mod document;

pub use document::{Block, Document};
