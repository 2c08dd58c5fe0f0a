//! One module for each page.

pub mod accessibility;
pub mod answered;
pub mod cases;
pub mod design;
pub mod guide;
pub mod heading;
pub mod home;
pub mod integrate;
pub mod ledger;
pub mod letters;
pub mod limitation;
pub mod penalties;
pub mod sources;
pub mod verify;
