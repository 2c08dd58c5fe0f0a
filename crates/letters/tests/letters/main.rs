//! Letters as their readers get them: texts, figures, refusals, manners.

#![allow(clippy::unwrap_used, reason = "a test stops at what it doesn’t expect")]

mod case;
mod figures;
mod identity;
mod manners;
mod notes;
mod refusals;
mod texts;
mod unfounded;
