//! Payment terms: worked examples by hand, each sector, what is assumed, and what must hold for any facts.

mod case;

mod bad_input;
mod business;
mod consumer;
mod elsewhere;
mod properties;
mod public;
mod sectors;
