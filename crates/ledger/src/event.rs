//! What happened with a debtor, by day: calls, letters, answers, promises, disputes, plans, acts of procedures.

use dument_law::procedures::Answer;
use dument_law::{Day, EventKind, Money};
use dument_letters::LetterKind;
use serde::{Deserialize, Serialize};

use crate::debtor::is_default;
use crate::{Act, EventId, InvoiceId};

/// Something that happened, on a day. Payments aren't events: they stand with their invoices ([`crate::Settlement`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// When.
    pub on: Day,
    /// What.
    pub what: What,
    /// The invoices it is about; none named means all that were open on its day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invoices: Vec<InvoiceId>,
    /// What the user noted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Its place among the events of its day: they count in the order in which they were entered. Set when it is added.
    #[serde(default, skip_serializing_if = "is_default")]
    pub order: u32,
}

impl Event {
    /// Something that happened on that day, about every open invoice.
    #[must_use]
    pub fn new(on: Day, what: What) -> Self {
        Self { on, what, invoices: Vec::new(), note: String::new(), order: 0 }
    }
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum What {
    /// A telephone call.
    Call {
        /// Whether someone answered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reached: Option<bool>,
    },
    /// A letter or a message was sent.
    Letter {
        /// Which.
        letter: LetterKind,
        /// How.
        #[serde(default, skip_serializing_if = "is_default")]
        by: Sending,
    },
    /// The debtor answered.
    Answer {
        /// What.
        answer: Answer,
    },
    /// The debtor promised to pay.
    #[doc(alias = "promesse de paiement")]
    Promise {
        /// How much; all that was open then, where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Money>,
        /// By when, that day included.
        by: Day,
    },
    /// A plan of payment was agreed.
    #[doc(alias = "échéancier")]
    Plan {
        /// What is to be paid and by when, at least once.
        instalments: Vec<Instalment>,
        /// Whether the debtor signed it: limitation is interrupted then.
        #[serde(default, skip_serializing_if = "is_default")]
        signed: bool,
    },
    /// What was promised or agreed no longer holds: reminders go on.
    PlanEnded,
    /// The debtor disputes the debt.
    #[doc(alias = "contestation")]
    Disputed {
        /// Which part of it; the whole where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Money>,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// The dispute is over: reminders go on.
    DisputeSettled,
    /// The user wants no reminder up to that day, included.
    Paused {
        /// The last day without.
        until: Day,
    },
    /// Something else that limitation may know, such as mediation or a written acknowledgment.
    Other {
        /// What.
        event: EventKind,
        /// When it ended, where it lasts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
    },
    /// An act of a procedure.
    Act {
        /// Which.
        act: Act,
        /// The first act of its procedure; the last of its kind that was opened, where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<EventId>,
    },
    /// Nothing but what the user noted.
    Note,
}

/// What is to be paid of a plan, and by when.
#[doc(alias = "mensualité")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Instalment {
    /// By when, that day included.
    pub due_on: Day,
    /// How much.
    pub amount: Money,
}

/// How a letter was sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sending {
    /// Not said.
    #[default]
    Unknown,
    /// By e-mail or another message.
    Electronic,
    /// By plain post.
    Post,
    /// By registered letter, on paper or electronic.
    #[doc(alias = "lettre recommandée")]
    Registered,
    /// By a judicial officer.
    #[doc(alias = "commissaire de justice")]
    Officer,
}
