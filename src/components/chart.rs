//! Drawings of figures over time. Geometry is whole numbers in attributes; ink comes from the style sheet.

pub mod balance;
pub mod bars;
pub mod frame;
pub mod limitation;
pub mod steps;
