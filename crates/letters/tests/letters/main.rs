//! Letters as their readers get them: texts, figures, refusals, manners.

mod case;
mod figures;
mod identity;
mod manners;
mod notes;
mod refusals;
mod texts;
