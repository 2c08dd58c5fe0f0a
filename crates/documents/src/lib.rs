//! From a document tree to files: PDF, DOCX, plain text and an e-mail draft.
//!
//! A letter goes in as [`dument_letters::Document`]; its text is final, so nothing here rewrites it. The same document
//! always gives the same bytes: no clock, no random identifier.

mod characters;
mod docx;
#[cfg(feature = "pdf")]
mod eml;
mod error;
#[cfg(feature = "pdf")]
mod fonts;
#[cfg(feature = "pdf")]
mod layout;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(all(test, feature = "pdf"))]
#[path = "../tests/samples/mod.rs"]
mod samples;
mod text;
mod words;

pub use docx::docx;
#[cfg(feature = "pdf")]
pub use eml::eml;
pub use error::Error;
#[cfg(feature = "pdf")]
pub use fonts::missing_characters;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
pub use text::text;
