//! The ledger, kept beside the page: how it is asked, and what of it goes to the rest of the application.

pub mod case;
pub mod desk;
pub mod letters;
