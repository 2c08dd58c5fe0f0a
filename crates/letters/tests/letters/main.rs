//! Letters as their readers get them: texts, figures, refusals, manners.

#![allow(clippy::unwrap_used, reason = "a test stops at what it doesn’t expect")]

mod acknowledgment;
mod case;
mod figures;
mod guarantor_notice;
mod identity;
mod manners;
mod notes;
mod payment_code;
mod payment_plan;
mod penalty_claim;
mod refusals;
mod reply_to_dispute;
mod texts;
mod unfounded;
