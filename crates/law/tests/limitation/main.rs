//! Limitation: published cases, each kind of claim and of event, and an independent computation.

mod any_case;
mod case;
mod walk;

mod bad_input;
mod claims;
mod interruptions;
mod properties;
mod published;
mod reforms;
mod results;
mod special_regimes;
mod suspensions;
mod without_effect;
