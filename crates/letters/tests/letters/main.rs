//! Letters as their readers get them: texts, figures, refusals, manners.

// A test stops at what it doesn’t expect.
#![allow(clippy::unwrap_used)]

mod case;
mod figures;
mod identity;
mod manners;
mod notes;
mod refusals;
mod texts;
