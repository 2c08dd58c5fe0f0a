//! The parts that pages are made of.

pub mod answers;
pub mod blank;
pub mod chart;
pub mod colophon;
pub mod computed_at;
pub mod copy;
pub mod due_date;
pub mod field;
pub mod history;
pub mod icon;
pub mod invoices;
pub mod link;
pub mod live;
pub mod masthead;
pub mod meter;
pub mod notes;
pub mod party_form;
pub mod rate_form;
pub mod statement_table;
pub mod waiting;
pub mod why;
