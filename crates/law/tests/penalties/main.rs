//! Late penalties: published cases, every rule of the contract at its boundaries, and an independent computation.

mod case;

mod boundaries;
mod examples;
mod notes;
mod oracle;
mod payments;
mod properties;
mod rates;
mod reading;
