//! One module for each page.

pub mod guide;
pub mod heading;
pub mod home;
pub mod letters;
pub mod limitation;
pub mod penalties;
pub mod sources;
