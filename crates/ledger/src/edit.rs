//! Small changes of the ledger, each with what it touched and how to take it back.

mod check;
mod join;
mod put;

use std::collections::{BTreeMap, BTreeSet};

use dument_law::working_day::Territory;
use dument_law::{Code, Day, Money, Problem, Problems, Reference};
use serde::{Deserialize, Serialize};

use crate::debtor::{Debtor, DebtorField};
use crate::figures::Targets;
use crate::invoice::{Deposit, Invoice, InvoiceField, Settlement, SettlementKind};
use crate::procedure::{Impossible, procedures};
use crate::reminders::ReminderPlan;
use crate::{Creditor, DebtorId, DepositId, Event, EventId, InvoiceId, Ledger, Record, Settings};
pub(crate) use put::{Put, Writing};

/// What the user does. A field set here is marked as corrected by hand: no later file changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Edit {
    /// Adds a debtor.
    AddDebtor {
        /// Who it is; its name at least.
        details: Box<Debtor>,
    },
    /// Sets a field of a debtor.
    SetDebtor {
        /// Whose.
        debtor: DebtorId,
        /// Which, to what.
        change: Box<DebtorField>,
    },
    /// Removes a debtor with all it has.
    RemoveDebtor {
        /// Which.
        debtor: DebtorId,
    },
    /// Makes one debtor of two: what the other has goes to the one that is kept, and what both have is joined as merging does.
    JoinDebtors {
        /// Which stays.
        kept: DebtorId,
        /// Which goes into it.
        other: DebtorId,
    },
    /// Adds an invoice.
    AddInvoice {
        /// Whose.
        debtor: DebtorId,
        /// The invoice.
        invoice: Box<Invoice>,
    },
    /// Sets fields of an invoice, all at once: its days must fit each other once all are set.
    SetInvoice {
        /// Whose.
        debtor: DebtorId,
        /// Which.
        invoice: InvoiceId,
        /// Which fields, to what.
        changes: Vec<InvoiceField>,
    },
    /// Removes an invoice with what settled it.
    RemoveInvoice {
        /// Whose.
        debtor: DebtorId,
        /// Which.
        invoice: InvoiceId,
    },
    /// Adds a payment, a credit note or a loss to one invoice.
    Settle {
        /// Whose.
        debtor: DebtorId,
        /// Which.
        invoice: InvoiceId,
        /// What.
        settlement: Settlement,
    },
    /// Takes one of them away.
    Unsettle {
        /// Whose.
        debtor: DebtorId,
        /// Which.
        invoice: InvoiceId,
        /// Its place among [`Invoice::settlements`], from 0.
        at: usize,
    },
    /// Shares a payment among the debtor's open invoices in euros: those named, else all; what is due first, the oldest due date
    /// first (C. civ. 1342-10). What is left waits as a deposit.
    Receive {
        /// Who paid.
        debtor: DebtorId,
        /// When.
        on: Day,
        /// How much.
        amount: Money,
        /// For which invoices; none named means all.
        #[serde(default)]
        invoices: Vec<InvoiceId>,
    },
    /// Sets a part of a deposit against an invoice.
    Allocate {
        /// Whose.
        debtor: DebtorId,
        /// Which deposit.
        deposit: DepositId,
        /// Which invoice.
        invoice: InvoiceId,
        /// How much.
        amount: Money,
    },
    /// Removes a deposit, such as one that was paid back.
    RemoveDeposit {
        /// Whose.
        debtor: DebtorId,
        /// Which.
        deposit: DepositId,
    },
    /// Adds an event.
    AddEvent {
        /// Whose.
        debtor: DebtorId,
        /// What happened.
        event: Box<Event>,
    },
    /// Puts another event in the place of one that was told wrong.
    CorrectEvent {
        /// Whose.
        debtor: DebtorId,
        /// Which.
        id: EventId,
        /// What really happened.
        event: Box<Event>,
    },
    /// Removes an event.
    RemoveEvent {
        /// Whose.
        debtor: DebtorId,
        /// Which.
        id: EventId,
    },
    /// Puts whole records, and the settings where there are some, in the place of what stands there: a backup taken over.
    Restore {
        /// What holds for every debtor.
        settings: Option<Box<Settings>>,
        /// The debtors with all they have.
        records: BTreeMap<DebtorId, Record>,
    },
    /// Sets who is owed.
    SetCreditor {
        /// Who.
        creditor: Box<Creditor>,
    },
    /// Sets whose public holidays count.
    SetTerritory {
        /// Whose.
        territory: Territory,
    },
    /// Sets what the key figures are held against.
    SetTargets {
        /// What.
        targets: Targets,
    },
    /// Sets when debtors are reminded, and how.
    SetReminders {
        /// The plan of all segments.
        plan: Box<ReminderPlan>,
    },
}

/// What a change did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The debtors whose record must be stored again, or erased where the ledger has it no more.
    pub debtors: BTreeSet<DebtorId>,
    /// Whether the settings must be stored again.
    pub settings: bool,
    /// What takes it back.
    pub undo: Undo,
}

/// What takes a change back: applied to the ledger it was made in, it gives the very same ledger as before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo(pub(crate) Vec<Put>);

impl Ledger {
    /// Makes these changes, all of them or none.
    ///
    /// # Errors
    /// Everything that is wrong with any of them at once; the ledger is then as it was.
    pub fn apply(&mut self, edits: Vec<Edit>, reference: &Reference) -> Result<Applied, Problems> {
        let mut writing = Writing::new(self);
        let mut problems = Vec::new();
        for (i, edit) in edits.into_iter().enumerate() {
            let at = |problem: &Problem| Problem { field: format!("edits[{i}].{}", problem.field), ..problem.clone() };
            if let Err(wrong) = one(&mut writing, edit, reference) {
                problems.extend(wrong.all().iter().map(at));
            }
        }
        let applied = writing.done();
        if let Err(problems) = Problems::check(problems) {
            self.take_back(applied.undo);
            return Err(problems);
        }
        Ok(applied)
    }

    /// Takes a change back, and gives what would make it again.
    pub fn take_back(&mut self, undo: Undo) -> Applied {
        let mut writing = Writing::new(self);
        for put in undo.0.into_iter().rev() {
            writing.put(put);
        }
        writing.done()
    }
}

fn one(writing: &mut Writing<'_>, edit: Edit, reference: &Reference) -> Result<(), Problems> {
    match edit {
        Edit::AddDebtor { details } => {
            check::debtor(&details)?;
            let ledger = writing.ledger();
            let id = DebtorId::of(&["debtor", details.name.trim(), details.siren.as_deref().unwrap_or_default()], |id| {
                ledger.debtors.contains_key(&id)
            });
            writing.put(Put::Debtor { id, debtor: Some(details) });
        }
        Edit::SetDebtor { debtor: id, change } => {
            let mut debtor = record(writing, id)?.debtor.clone();
            change.set(&mut debtor);
            check::debtor(&debtor)?;
            writing.put(Put::Debtor { id, debtor: Some(Box::new(debtor)) });
        }
        Edit::RemoveDebtor { debtor } => {
            record(writing, debtor)?;
            writing.erase(debtor);
        }
        Edit::JoinDebtors { kept, other } => join::debtors(writing, kept, other, reference)?,
        Edit::AddInvoice { debtor, invoice } => {
            let record = record(writing, debtor)?;
            check::invoice(&invoice)?;
            let id = new_invoice(record, debtor, &invoice);
            let mut invoice = *invoice;
            invoice.order_settlements();
            writing.put(Put::Invoice { debtor, id, invoice: Some(Box::new(invoice)) });
        }
        Edit::SetInvoice { debtor, invoice: id, changes } => {
            let mut invoice = invoice(writing, debtor, id)?.clone();
            for change in changes {
                change.set(&mut invoice);
            }
            check::invoice(&invoice)?;
            writing.put(Put::Invoice { debtor, id, invoice: Some(Box::new(invoice)) });
        }
        Edit::RemoveInvoice { debtor, invoice: id } => remove_invoice(writing, debtor, id)?,
        Edit::Settle { debtor, invoice: id, settlement } => {
            let mut invoice = invoice(writing, debtor, id)?.clone();
            if settlement.amount > left(&invoice) {
                return Err(Problems::one(Code::NotApplicable, "amount", MORE_THAN_LEFT));
            }
            invoice.settlements.push(Settlement { by_hand: true, ..settlement });
            invoice.order_settlements();
            check::invoice(&invoice)?;
            writing.put(Put::Invoice { debtor, id, invoice: Some(Box::new(invoice)) });
        }
        Edit::Unsettle { debtor, invoice: id, at } => {
            let mut invoice = invoice(writing, debtor, id)?.clone();
            if at >= invoice.settlements.len() {
                return Err(missing("at", "Ce règlement n’est plus dans le suivi."));
            }
            invoice.settlements.remove(at);
            writing.put(Put::Invoice { debtor, id, invoice: Some(Box::new(invoice)) });
        }
        Edit::Receive { debtor, on, amount, invoices } => receive(writing, debtor, on, amount, &invoices)?,
        Edit::Allocate { debtor, deposit, invoice, amount } => allocate(writing, debtor, deposit, invoice, amount)?,
        Edit::RemoveDeposit { debtor, deposit: id } => {
            deposit(writing, debtor, id)?;
            writing.put(Put::Deposit { debtor, id, deposit: None });
        }
        Edit::AddEvent { debtor, event } => {
            let record = record(writing, debtor)?;
            check::event(record, &event)?;
            let (id, event) = new_event(record, debtor, *event);
            history(writing, debtor, reference, Put::Event { debtor, id, event: Some(Box::new(event)) })?;
        }
        Edit::CorrectEvent { debtor, id, event } => {
            let record = record(writing, debtor)?;
            let order = known_event(record, id)?.order;
            check::event(record, &event)?;
            let event = Some(Box::new(Event { order, ..*event }));
            history(writing, debtor, reference, Put::Event { debtor, id, event })?;
        }
        Edit::RemoveEvent { debtor, id } => {
            known_event(record(writing, debtor)?, id)?;
            history(writing, debtor, reference, Put::Event { debtor, id, event: None })?;
        }
        Edit::Restore { settings, records } => {
            for (id, record) in records {
                writing.replace(id, record);
            }
            if let Some(settings) = settings {
                writing.put(Put::Settings { settings });
            }
        }
        Edit::SetCreditor { creditor } => {
            settings(writing, |settings| settings.creditor = *creditor);
        }
        Edit::SetTerritory { territory } => settings(writing, |settings| settings.territory = territory),
        Edit::SetTargets { targets } => settings(writing, |settings| settings.targets = targets),
        Edit::SetReminders { plan } => {
            plan.check()?;
            settings(writing, |settings| settings.reminders = *plan);
        }
    }
    Ok(())
}

/// More can't be taken off an invoice than what is left of it: what a client pays beyond is a deposit ([`Edit::Receive`]).
const MORE_THAN_LEFT: &str = "Il ne reste pas autant à payer sur cette facture.";

fn settings(writing: &mut Writing<'_>, set: impl FnOnce(&mut Settings)) {
    let mut settings = writing.ledger().settings.clone();
    set(&mut settings);
    writing.put(Put::Settings { settings: Box::new(settings) });
}

/// That what an edit names isn't there.
fn missing(field: &str, message: &str) -> Problems {
    Problems::one(Code::UnknownValue, field, message)
}

fn record<'a>(writing: &'a Writing<'_>, debtor: DebtorId) -> Result<&'a Record, Problems> {
    writing.ledger().debtors.get(&debtor).ok_or_else(|| missing("debtor", "Ce client n’est plus dans le suivi."))
}

fn invoice<'a>(writing: &'a Writing<'_>, debtor: DebtorId, id: InvoiceId) -> Result<&'a Invoice, Problems> {
    let record = record(writing, debtor)?;
    record.invoices.get(&id).ok_or_else(|| missing("invoice", "Cette facture n’est plus dans le suivi."))
}

fn deposit<'a>(writing: &'a Writing<'_>, debtor: DebtorId, id: DepositId) -> Result<&'a Deposit, Problems> {
    let record = record(writing, debtor)?;
    record.deposits.get(&id).ok_or_else(|| missing("deposit", "Cette somme n’est plus dans le suivi."))
}

fn known_event(record: &Record, id: EventId) -> Result<&Event, Problems> {
    record.events.get(&id).ok_or_else(|| missing("id", "Cet événement n’est plus dans le suivi."))
}

/// Changes the history, unless an act of a procedure could then not have been that could before.
fn history(writing: &mut Writing<'_>, debtor: DebtorId, reference: &Reference, put: Put) -> Result<(), Problems> {
    let impossible = |writing: &Writing<'_>| -> Vec<Impossible> {
        let record = writing.ledger().debtors.get(&debtor);
        record.map(|record| procedures(record, last_day(), reference).impossible).unwrap_or_default()
    };
    let before = impossible(writing);
    writing.put(put);
    let new = impossible(writing).into_iter().filter(|one| !before.contains(one));
    Problems::check(new.map(Problem::from).collect())
}

/// A day after every event: acts that are only planned must be possible too.
fn last_day() -> Day {
    Day::new(*Day::YEARS.end(), 12, 31).unwrap_or_else(|| unreachable!("every year has its last day"))
}

/// The name of a new invoice: that of its number, or of its day and amount where it has none.
pub(crate) fn new_invoice(record: &Record, debtor: DebtorId, invoice: &Invoice) -> InvoiceId {
    let debtor = debtor.to_string();
    let number = crate::words::number(&invoice.number);
    let (day, amount) = (invoice.issued_on.unwrap_or(invoice.due_on).to_string(), invoice.amount.to_string());
    let content = if number.is_empty() { vec![debtor.as_str(), &day, &amount] } else { vec![debtor.as_str(), &number] };
    InvoiceId::of(&content, |id| record.invoices.contains_key(&id))
}

/// A new event with its name, after those of its day.
fn new_event(record: &Record, debtor: DebtorId, event: Event) -> (EventId, Event) {
    let order = record.events.values().map(|event| event.order.saturating_add(1)).max().unwrap_or_default();
    let event = Event { order: 0, ..event };
    let content = serde_json::to_string(&event).unwrap_or_default();
    let id = EventId::of(&[&debtor.to_string(), &content], |id| record.events.contains_key(&id));
    (id, Event { order, ..event })
}

/// An invoice goes, unless the history is about it.
fn remove_invoice(writing: &mut Writing<'_>, debtor: DebtorId, id: InvoiceId) -> Result<(), Problems> {
    invoice(writing, debtor, id)?;
    let record = record(writing, debtor)?;
    let naming: Vec<EventId> =
        record.events.iter().filter(|(_, event)| event.invoices.contains(&id)).map(|(event, _)| *event).collect();
    if !naming.is_empty() {
        let message = "Des événements de l’historique portent sur cette facture\u{a0}: corrigez-les ou retirez-les d’abord.";
        return Err(Problems::one(Code::NotApplicable, "invoice", message));
    }
    writing.put(Put::Invoice { debtor, id, invoice: None });
    Ok(())
}

fn receive(writing: &mut Writing<'_>, debtor: DebtorId, on: Day, amount: Money, invoices: &[InvoiceId]) -> Result<(), Problems> {
    check::positive("amount", amount)?;
    let record = record(writing, debtor)?;
    for id in invoices {
        if !record.invoices.contains_key(id) {
            return Err(missing("invoices", "Une de ces factures n’est plus dans le suivi."));
        }
    }
    let named = |id: &InvoiceId| invoices.is_empty() || invoices.contains(id);
    let mut open: Vec<(InvoiceId, &Invoice, Money)> = record
        .invoices
        .iter()
        .filter(|(id, invoice)| named(id) && invoice.currency.is_euro())
        .map(|(id, invoice)| (*id, invoice, left(invoice)))
        .filter(|(_, _, left)| left.is_positive())
        .collect();
    // What is due comes before what isn't, then the oldest: by its due date either way.
    open.sort_by_key(|(id, invoice, _)| (invoice.due_on, invoice.issued_on, *id));
    let mut rest = amount;
    let mut paid = Vec::new();
    for (id, invoice, left) in open {
        let share = left.min(rest);
        if share.is_zero() {
            break;
        }
        rest -= share;
        let mut invoice = invoice.clone();
        invoice.settlements.push(Settlement { by_hand: true, ..Settlement::payment(on, share) });
        invoice.order_settlements();
        paid.push((id, invoice));
    }
    let kept = rest.is_positive().then(|| {
        let deposit = Deposit {
            on: Some(on),
            kind: SettlementKind::Payment,
            amount: rest,
            currency: crate::Currency::EURO,
            reference: String::new(),
            allocated: Money::ZERO,
            origin: None,
        };
        (new_deposit(record, debtor, &deposit), deposit)
    });
    for (id, invoice) in paid {
        writing.put(Put::Invoice { debtor, id, invoice: Some(Box::new(invoice)) });
    }
    if let Some((id, deposit)) = kept {
        writing.put(Put::Deposit { debtor, id, deposit: Some(Box::new(deposit)) });
    }
    Ok(())
}

/// The name of a new deposit.
pub(crate) fn new_deposit(record: &Record, debtor: DebtorId, deposit: &Deposit) -> DepositId {
    let day = deposit.on.map(|on| on.to_string()).unwrap_or_default();
    let content = [&debtor.to_string(), &day, &deposit.amount.to_string(), &deposit.reference];
    DepositId::of(&content.map(String::as_str), |id| record.deposits.contains_key(&id))
}

/// What is left of an invoice whatever the day.
pub(crate) fn left(invoice: &Invoice) -> Money {
    let settled: Money = invoice.settlements.iter().map(|settlement| settlement.amount).sum();
    (invoice.amount - invoice.paid_undated - settled).max(Money::ZERO)
}

fn allocate(writing: &mut Writing<'_>, debtor: DebtorId, from: DepositId, to: InvoiceId, amount: Money) -> Result<(), Problems> {
    check::positive("amount", amount)?;
    let source = deposit(writing, debtor, from)?.clone();
    let mut target = invoice(writing, debtor, to)?.clone();
    let mut problems = Vec::new();
    let mut refuse = |message: &str| {
        let message = message.to_owned();
        problems.push(Problem { code: Code::NotApplicable, field: "amount".to_owned(), message });
    };
    if source.currency != target.currency {
        refuse("La somme et la facture ne sont pas dans la même devise.");
    }
    if amount > source.left() {
        refuse("Il ne reste pas autant à affecter de cette somme.");
    }
    if amount > left(&target) {
        refuse(MORE_THAN_LEFT);
    }
    Problems::check(problems)?;
    target.settlements.push(Settlement {
        on: source.on,
        kind: source.kind,
        amount,
        reference: source.reference.clone(),
        by_hand: true,
    });
    target.order_settlements();
    let rest = Deposit { allocated: source.allocated + amount, ..source };
    writing.put(Put::Deposit { debtor, id: from, deposit: Some(Box::new(rest)) });
    writing.put(Put::Invoice { debtor, id: to, invoice: Some(Box::new(target)) });
    Ok(())
}
