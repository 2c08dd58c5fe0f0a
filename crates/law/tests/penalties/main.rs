//! Late penalties: published cases, every rule of the contract at its boundaries, and an independent computation.
#![allow(clippy::unwrap_used, reason = "a test that can’t go on fails where it stands")]

mod calendar;
mod case;
mod random;

mod boundaries;
mod examples;
mod notes;
mod oracle;
mod payments;
mod properties;
mod rates;
mod reading;
