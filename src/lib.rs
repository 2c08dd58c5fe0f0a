//! Dûment, the application: from an unpaid invoice to payment, in the browser.

pub mod entry;
