//! French law of late payment, computed exactly.
//!
//! Facts in, figures out: late penalties, limitation dates and the choice of a recovery procedure, each figure with
//! its legal source. Money is decimal, dates are calendar dates, and nothing here reads the clock: the day of
//! computation is always an argument, and so are the dated figures of the law ([`Reference`]).

// What the derived readers write names this crate, from within it too.
extern crate self as dument_law;

pub mod day;
mod digits;
pub mod event;
pub mod french;
pub mod half_year;
pub mod limitation;
pub mod money;
pub mod note;
pub mod order;
pub mod party;
pub mod payment_terms;
pub mod penalties;
pub mod percent;
pub mod problem;
pub mod procedures;
pub mod reading;
pub mod reference;
pub mod working_day;
pub mod yes_no;

pub use day::Day;
pub use event::{Event, EventKind, Outcome};
pub use half_year::HalfYear;
pub use money::Money;
pub use note::{Note, Severity};
pub use party::{PartyKind, Place, PublicKind};
pub use percent::Percent;
pub use problem::{Code, Problem, Problems};
pub use reference::{Reference, Source};
pub use yes_no::YesNo;
