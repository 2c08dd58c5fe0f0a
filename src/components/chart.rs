//! Drawings of figures over time. Geometry is whole numbers in attributes; ink comes from the style sheet.

pub mod frame;
pub mod interest;
pub mod steps;
