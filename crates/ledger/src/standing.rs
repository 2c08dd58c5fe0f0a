//! Where each invoice of a debtor stands on a day.

use std::collections::BTreeMap;

use dument_law::working_day::Territory;
use dument_law::{Day, Money, Reference};
use serde::{Deserialize, Serialize};

use crate::commitment::{Commitment, CommitmentState, commitments};
use crate::procedure::{Procedure, Procedures, procedures};
use crate::{Event, Invoice, InvoiceId, ProcedureKind, Record, SettlementKind, What};

/// Where an invoice stands: of all that holds, what comes first here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// Nothing is left to pay.
    Paid,
    /// Nothing is left, and a part was given up.
    WrittenOff,
    /// Owed by a debtor in insolvency proceedings, and older than they: no one may ask for payment.
    Insolvency,
    /// A procedure is under way for it.
    InProcedure,
    /// Disputed, all that is left.
    Disputed,
    /// A plan that is kept covers it.
    Planned,
    /// A promise that isn't due yet covers it.
    Promised,
    /// The user wants no reminder for now.
    Paused,
    /// Not due yet.
    NotDue,
    /// Late, and nothing stands in the way of asking.
    Late,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Paid,
        Self::WrittenOff,
        Self::Insolvency,
        Self::InProcedure,
        Self::Disputed,
        Self::Planned,
        Self::Promised,
        Self::Paused,
        Self::NotDue,
        Self::Late,
    ];

    /// In French.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Paid => "Payée",
            Self::WrittenOff => "Passée en perte",
            Self::Insolvency => "Procédure collective",
            Self::InProcedure => "En procédure",
            Self::Disputed => "Contestée",
            Self::Planned => "Échéancier en cours",
            Self::Promised => "Promesse en cours",
            Self::Paused => "En pause",
            Self::NotDue => "À échoir",
            Self::Late => "En retard",
        }
    }

    /// Whether something is left to pay.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Paid | Self::WrittenOff)
    }
}

/// One invoice on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceStanding {
    /// Where it stands.
    pub standing: Standing,
    /// What is left to pay.
    pub open: Money,
    /// What of that is disputed.
    pub disputed: Money,
    /// Days since its due date; below zero before it.
    pub days_late: i64,
    /// The day on which nothing was left to pay, where all that settled it has its day.
    pub settled_on: Option<Day>,
    /// Whether a procedure of recovery was opened for it.
    pub handed_over: bool,
}

/// All of a debtor on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DebtorStanding {
    /// Its procedures.
    pub procedures: Procedures,
    /// Its promises and plans.
    pub commitments: Vec<Commitment>,
    /// Its invoices issued by then.
    pub invoices: BTreeMap<InvoiceId, InvoiceStanding>,
}

/// Whether an event is about an invoice: named, or none is named and it was issued by then.
pub(crate) fn is_about(event: &Event, id: InvoiceId, invoice: &Invoice) -> bool {
    if event.invoices.is_empty() { invoice.is_issued(event.on) } else { event.invoices.contains(&id) }
}

/// Whether a procedure is about an invoice, in the same way. Insolvency proceedings are about every claim older than they,
/// whichever are named.
pub(crate) fn concerns(procedure: &Procedure, id: InvoiceId, invoice: &Invoice) -> bool {
    if procedure.kind == ProcedureKind::Insolvency {
        // What was due, invoiced or performed before them is older: a claim is born when the work is done (C. com. L622-24).
        let earlier = |on: Day| on < procedure.opened_on;
        return earlier(invoice.due_on) || invoice.issued_on.is_none_or(earlier) || invoice.performed_on.is_some_and(earlier);
    }
    if procedure.invoices.is_empty() {
        return invoice.is_issued(procedure.opened_on)
            && (invoice.amount - invoice.taken_off(procedure.opened_on.eve())).is_positive();
    }
    procedure.invoices.contains(&id)
}

/// Where all that a debtor owes stands on a day.
#[must_use]
pub fn standing(record: &Record, as_of: Day, territory: Territory, reference: &Reference) -> DebtorStanding {
    let procedures = procedures(record, as_of, reference);
    let commitments = commitments(record, as_of, territory);
    let history: Vec<&Event> = record.history().into_iter().map(|(_, event)| event).filter(|event| event.on <= as_of).collect();
    let mut contested = disputes(record, &history, as_of);
    let pauses: Vec<&Event> =
        history.into_iter().filter(|event| matches!(event.what, What::Paused { until } if until >= as_of)).collect();
    let mut invoices = BTreeMap::new();
    for (id, invoice) in record.invoices.iter().filter(|(_, invoice)| invoice.is_issued(as_of)) {
        let open = invoice.open(as_of);
        let disputed = contested.remove(id).unwrap_or_default().min(open);
        let running = |plan: bool| {
            let mut running = commitments.iter().filter(|one| one.state == CommitmentState::Running && one.plan == plan);
            running.any(|one| one.covers(*id))
        };
        let mut theirs = procedures.all.iter().filter(|procedure| concerns(procedure, *id, invoice));
        let insolvency = theirs.clone().any(|procedure| procedure.kind == ProcedureKind::Insolvency);
        let handed_over = theirs.clone().any(|procedure| procedure.kind.is_recovery());
        let under_way = theirs.any(|procedure| procedure.kind.is_recovery() && !procedure.state.is_over());
        let days_late = as_of.days_since(invoice.due_on);
        let standing = if open.is_zero() {
            if invoice.settled(SettlementKind::WriteOff, as_of).is_positive() { Standing::WrittenOff } else { Standing::Paid }
        } else if insolvency {
            Standing::Insolvency
        } else if under_way {
            Standing::InProcedure
        } else if disputed == open {
            Standing::Disputed
        } else if running(true) {
            Standing::Planned
        } else if running(false) {
            Standing::Promised
        } else if pauses.iter().any(|event| is_about(event, *id, invoice)) {
            Standing::Paused
        } else if days_late <= 0 {
            Standing::NotDue
        } else {
            Standing::Late
        };
        let settled_on = settled_on(invoice, as_of);
        invoices.insert(*id, InvoiceStanding { standing, open, disputed, days_late, settled_on, handed_over });
    }
    DebtorStanding { procedures, commitments, invoices }
}

/// What is disputed of each invoice: the last word on it counts. A part that is disputed of several is taken of the oldest first.
fn disputes(record: &Record, history: &[&Event], as_of: Day) -> BTreeMap<InvoiceId, Money> {
    let mut disputed: BTreeMap<InvoiceId, Money> = BTreeMap::new();
    for event in history {
        let about = || record.invoices.iter().filter(|(id, invoice)| is_about(event, **id, invoice));
        match &event.what {
            What::Disputed { amount, .. } => {
                let mut open: Vec<_> = about().map(|(id, invoice)| (invoice.due_on, *id, invoice.open(as_of))).collect();
                open.sort_unstable();
                let mut rest = amount.unwrap_or(Money::LIMIT);
                for (_, id, open) in open {
                    let share = open.min(rest);
                    rest -= share;
                    disputed.insert(id, share);
                }
            }
            What::DisputeSettled => {
                for (id, _) in about() {
                    disputed.remove(id);
                }
            }
            _ => {}
        }
    }
    disputed
}

/// The day on which nothing was left, by payments and credit notes that all have their day.
fn settled_on(invoice: &Invoice, as_of: Day) -> Option<Day> {
    let undated = invoice.settlements.iter().any(|settlement| settlement.on.is_none());
    if undated || invoice.paid_undated.is_positive() {
        return None;
    }
    let mut left = invoice.amount;
    for settlement in invoice.settlements.iter().filter(|settlement| settlement.is_by(as_of)) {
        left -= settlement.amount;
        if !left.is_positive() {
            return settlement.on;
        }
    }
    None
}
