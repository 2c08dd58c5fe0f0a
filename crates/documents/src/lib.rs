//! From a document tree to files: PDF, DOCX, plain text, tables as CSV and an e-mail draft; deadlines as a calendar, links
//! that open a message, and an archive of them all.
//!
//! A letter goes in as [`dument_letters::Document`]; its text is final, so nothing here rewrites it. The same document
//! always gives the same bytes: no clock, no random identifier.

mod archive;
mod base64;
mod characters;
mod checksum;
mod csv;
mod deflate;
mod docx;
mod eml;
mod error;
mod file;
#[cfg(feature = "pdf")]
mod fonts;
mod ics;
#[cfg(feature = "pdf")]
mod kerning;
#[cfg(feature = "pdf")]
mod layout;
mod links;
mod payment_code;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod prepare;
mod recipient;
#[cfg(all(test, feature = "pdf"))]
#[path = "../tests/samples/mod.rs"]
mod samples;
mod sms;
mod text;
mod words;
mod zip;

pub use archive::{archive, exhibits};
pub use csv::{Csv, csv};
pub use docx::docx;
pub use eml::eml;
pub use error::Error;
pub use file::File;
#[cfg(feature = "pdf")]
pub use fonts::missing_characters;
pub use ics::{Deadline, calendar};
pub use links::{mailto, sms};
#[cfg(feature = "pdf")]
pub use pdf::{Attachment, pdf};
pub use sms::Sms;
pub use text::text;
pub use zip::Zip;
