//! Dûment, the application.
