//! `cargo xtask bench`: what is built, measured: its weight, and its speed beside plain JavaScript.

mod speed;
pub(crate) mod weight;

use anyhow::Result;

/// Prints every figure.
pub(crate) fn run() -> Result<()> {
    weight::print()?;
    speed::print()
}
