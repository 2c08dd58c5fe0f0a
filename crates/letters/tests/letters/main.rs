//! Letters as their readers get them: texts, figures, refusals, manners.

#![allow(clippy::unwrap_used, reason = "a test stops at what it doesn’t expect")]

mod acknowledgment;
mod case;
mod claim_declaration;
mod conciliation_request;
mod email_reminder;
mod english;
mod figures;
mod guarantor_notice;
mod hostile;
mod identity;
mod manners;
mod notes;
mod payment_code;
mod payment_order_request;
mod payment_plan;
mod penalty_claim;
mod phone_script;
mod public_demand;
mod refusals;
mod reply_to_dispute;
mod retention_notice;
mod suspension_notice;
mod text_message;
mod texts;
mod unfounded;
