//! The ledger of a business: its debtors and their invoices, what happened, what to do today, and the figures that sum it up.
//!
//! Pure and exact: no clock, no input or output, no float. What a file gave comes in as a plan of what merging it would change;
//! what the user does, as small [`Edit`]s. Both are all or nothing, and give what takes them back ([`Undo`]).
//!
//! # What is stored
//!
//! A [`Ledger`] is its [`Settings`], one record, and a [`Record`] for each debtor with its invoices, events and deposits, under
//! its [`DebtorId`]. All of it is plain data for serde, in camelCase. Nothing computed is ever stored: states of invoices, of
//! promises and of procedures are worked out again from dated facts.
//!
//! # What changes it
//!
//! [`Ledger::apply`] takes a list of [`Edit`]s and gives [`Applied`]: the debtors whose records must be stored again (or erased,
//! where the ledger has them no more), whether the settings must be, and the [`Undo`]. [`Ledger::take_back`] gives an `Applied`
//! too, whose undo makes the change again.
//!
//! [`Book::plan`] works out what merging files would do ([`MergePlan`]: added, changed, same, refused, in conflict, kept by hand);
//! [`Book::merge`] does it. The rules stand at the head of `merge.rs`.
//!
//! # What is worked out
//!
//! [`procedure::procedures`] plays the acts of a debtor again: where each procedure stands on a day, the terms that run, the acts
//! that can come next. An act that can't have been is refused when it is entered, with its reason.
//! [`commitment::commitments`] holds promises and plans against what was paid, and [`standing::standing`] says where each invoice
//! stands.
//!
//! A [`Book`] is a ledger on a day with all of that worked out, kept true through edits at the cost of what they touch: key
//! [`figures`] ([`Book::figures`]), windows of [`rows`] of a filtered and sorted view ([`Book::rows`]), all of one debtor
//! ([`Book::client`]), and what to do
//! [`today`] by the [plan of reminders](reminders) ([`Book::today`]).
//!
//! # What goes out
//!
//! A debtor as a case of the application ([`Book::case_file`]), the days that count as a calendar ([`Book::calendar`]), the month
//! as a document that any format prints ([`Book::report`]).

mod act;
mod book;
mod calendar;
pub mod commitment;
mod currency;
mod debtor;
mod dues;
mod edit;
mod event;
pub mod figures;
mod handover;
mod id;
mod invoice;
mod law_event;
mod ledger;
mod merge;
pub mod procedure;
mod ratio;
pub mod reminders;
mod report;
pub mod rows;
pub mod standing;
pub mod today;
mod twins;
pub mod words;

pub use act::{Act, ActKind, ProcedureKind, Tribunal};
pub use book::{Book, Client, MONTHS};
pub use currency::{Currency, CurrencyError};
pub use debtor::{Address, Contact, Debtor, DebtorField, DebtorFieldName, Risk};
pub use dues::Dues;
pub use edit::{Applied, Edit, Undo};
pub use event::{Event, Instalment, Sending, What};
pub use id::{DebtorId, DepositId, EventId, IdError, InvoiceId};
pub use invoice::{Deposit, DueFrom, Invoice, InvoiceField, InvoiceFieldName, Origin, Settlement, SettlementKind};
pub use ledger::{Creditor, Ledger, Record, Settings};
pub use merge::{Change, Conflict, Kept, MergePlan, Refused, Theirs};
pub use ratio::Rounded;
pub use twins::{Likeness, Twins};
