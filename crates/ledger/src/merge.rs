//! Merging what files hold: first a plan of what it would change, then the change.
//!
//! The rules, exactly:
//! - A debtor is known again by its SIREN, else its VAT number, else its account, else its name; two that have different SIRENs are
//!   two, and so are two of one name with different accounts. Failing that, by an invoice of the same number, amount and day that it
//!   already has; where both the accounts and the names differ they stay two, and it is said that they may be one.
//! - An invoice is known again by its number, letters and digits alone, within its debtor and its year of issue.
//! - What is missing is filled in. A due date that a file gives takes the place of one that was worked out. What differs otherwise is
//!   in conflict: the ledger keeps its own until the user takes the file's.
//! - What the user corrected by hand stays, and it is said.
//! - Settlements are joined: of each kind, day and amount, as many as the one that has most of them. What was paid without a day is
//!   what is missing to the larger sum paid. A settlement that would take off more than the invoice is in conflict.
//! - A sum that no invoice had, and that a file later gives to one on the same day, is used up by it. What one file gives to invoices
//!   and what it tells beside that are two sums.
//! - Nothing that a file doesn't name is taken away.

mod debtors;
mod invoices;
mod plan;

use std::collections::{BTreeMap, BTreeSet};

use dument_intake::{FileKind, Found, InvoiceKind, Line, Outcome, Party, Place};
use dument_law::{Day, Money, Reference};

use crate::edit::{Put, new_deposit};
use crate::invoice::{Deposit, DueFrom, Origin, Settlement, SettlementKind};
use crate::{Currency, DebtorId, Invoice, InvoiceId, Ledger, Record, words};
use debtors::Debtors;
pub(crate) use invoices::join;
pub use plan::{Change, Conflict, Kept, MergePlan, Refused, Theirs};

/// An invoice that comes in, in the words of the ledger.
pub(crate) struct Incoming {
    pub(crate) number: String,
    pub(crate) issued_on: Option<Day>,
    pub(crate) due: Option<(Day, DueFrom)>,
    pub(crate) performed_on: Option<Day>,
    pub(crate) amount: Money,
    pub(crate) currency: Currency,
    pub(crate) settlements: Vec<Settlement>,
    pub(crate) paid_undated: Money,
    pub(crate) description: String,
    pub(crate) order: String,
}

impl From<&Invoice> for Incoming {
    fn from(invoice: &Invoice) -> Self {
        Self {
            number: invoice.number.clone(),
            issued_on: invoice.issued_on,
            due: Some((invoice.due_on, invoice.due_from)),
            performed_on: invoice.performed_on,
            amount: invoice.amount,
            currency: invoice.currency,
            settlements: invoice.settlements.clone(),
            paid_undated: invoice.paid_undated,
            description: invoice.description.clone(),
            order: invoice.order.clone(),
        }
    }
}

/// Works out what merging these files would do, in their order.
pub(crate) fn plan(ledger: &Ledger, files: &[Found], reference: &Reference) -> MergePlan {
    let (debtors, plan, seen) = (Debtors::new(ledger), MergePlan::default(), BTreeSet::new());
    let mut planning = Planning { ledger, reference, debtors, plan, seen, settled: BTreeMap::new() };
    for file in files {
        planning.file(file);
    }
    planning.end(files)
}

/// A plan being made.
struct Planning<'a> {
    ledger: &'a Ledger,
    reference: &'a Reference,
    debtors: Debtors<'a>,
    plan: MergePlan,
    /// What the files name, so that what they don't can be told.
    seen: BTreeSet<(DebtorId, InvoiceId)>,
    /// What the file being read gives to invoices itself: what it tells beside that is more.
    settled: BTreeMap<(DebtorId, Kin), Money>,
}

/// A line with its debtor.
struct Meant<'a> {
    line: &'a Line,
    invoice: &'a dument_intake::Invoice,
    debtor: DebtorId,
}

impl Planning<'_> {
    fn file(&mut self, found: &Found) {
        self.settled.clear();
        let mut credit_notes: Vec<Meant<'_>> = Vec::new();
        let mut payments = Vec::new();
        let parties = found.lines.iter().filter_map(|line| match &line.outcome {
            Outcome::Invoice(invoice) => Some((&invoice.debtor, Some(&**invoice))),
            Outcome::Payment(payment) => Some((&payment.debtor, None)),
            Outcome::Refused(_) => None,
        });
        let groups = self.debtors.groups(parties);
        let mut groups = groups.into_iter();
        for line in &found.lines {
            match &line.outcome {
                Outcome::Refused(refusal) => self.refuse(&found.file, &line.place, refusal.message.to_string()),
                Outcome::Payment(payment) => {
                    if let Some(debtor) = groups.next() {
                        payments.push((line, payment, debtor));
                    }
                }
                Outcome::Invoice(invoice) => {
                    let Some(debtor) = groups.next() else { continue };
                    if let Some(why) = self.of_another_creditor(&invoice.creditor) {
                        self.refuse(&found.file, &line.place, why);
                        continue;
                    }
                    let meant = Meant { line, invoice, debtor };
                    match invoice.kind {
                        InvoiceKind::Invoice => self.invoice(&found.file, &meant),
                        // Once all invoices are there, those it refers to are too.
                        InvoiceKind::CreditNote => credit_notes.push(meant),
                    }
                }
            }
        }
        for meant in credit_notes {
            self.credit_note(&found.file, &meant);
        }
        let mut told: Vec<(DebtorId, Deposit)> = Vec::new();
        for (line, payment, debtor) in payments {
            let Ok(currency) = payment.currency.parse() else {
                self.refuse(&found.file, &line.place, "La devise de ce paiement n’est pas comprise.".to_owned());
                continue;
            };
            let deposit = Deposit {
                on: payment.on,
                kind: SettlementKind::Payment,
                amount: payment.amount,
                currency,
                reference: payment.reference.clone().unwrap_or_default(),
                allocated: Money::ZERO,
                origin: Some(origin(&found.file, line)),
            };
            told.push((debtor, deposit));
        }
        self.deposits(told);
    }

    /// That a file's creditor is someone else than the user: the file of another business, or an invoice received.
    fn of_another_creditor(&self, creditor: &Party) -> Option<String> {
        let ours: String = self.ledger.settings.creditor.siren.split_whitespace().collect();
        let theirs = creditor.siren.as_deref().or(creditor.siret.as_deref())?;
        let same = |a: &str, b: &str| a.get(..9) == b.get(..9);
        (!ours.is_empty() && !same(&ours, theirs)).then(|| {
            format!(
                "Cette facture est émise par «\u{a0}{}\u{a0}», et non par vous\u{a0}: vérifiez que ce n’est pas une facture reçue.",
                creditor.name
            )
        })
    }

    fn refuse(&mut self, file: &str, place: &Place, message: String) {
        self.plan.refused.push(Refused { file: file.to_owned(), place: place.clone(), message });
    }

    fn invoice(&mut self, file: &str, meant: &Meant<'_>) {
        let Meant { line, invoice, debtor } = meant;
        let incoming = match self.incoming(line, invoice) {
            Ok(incoming) => incoming,
            Err(why) => return self.refuse(file, &line.place, why.to_owned()),
        };
        for settlement in &incoming.settlements {
            *self.settled.entry((*debtor, (settlement.on, settlement.kind, incoming.currency))).or_default() += settlement.amount;
        }
        let touched = self.debtors.record(*debtor, &invoice.debtor);
        let name = touched.record.debtor.name.clone();
        let Some(id) = touched.find(&incoming.number, incoming.issued_on) else {
            let id = touched.insert(fresh(&incoming, origin(file, line)));
            use_up(&mut touched.record, &[], id);
            self.seen.insert((*debtor, id));
            let change = Change { debtor: *debtor, name, invoice: Some(id), number: incoming.number, what: Vec::new() };
            self.plan.added.push(change);
            return;
        };
        let Some(ours) = touched.record.invoices.get_mut(&id) else { return };
        let was = ours.clone();
        let said = join(ours, &incoming);
        let changed = *ours != was;
        if changed && ours.origins.iter().all(|origin| origin.file != file) {
            ours.origins.push(origin(file, line));
        }
        use_up(&mut touched.record, &was.settlements, id);
        self.seen.insert((*debtor, id));
        let number = incoming.number;
        if changed {
            let change =
                Change { debtor: *debtor, name: name.clone(), invoice: Some(id), number: number.clone(), what: said.changed };
            self.plan.changed.push(change);
        } else if said.conflicts.is_empty() {
            self.plan.same += 1;
        }
        for message in said.kept {
            self.plan.kept.push(Kept { debtor: *debtor, invoice: id, number: number.clone(), message });
        }
        for (message, theirs) in said.conflicts {
            self.plan.conflicts.push(Conflict {
                debtor: *debtor,
                name: name.clone(),
                invoice: id,
                number: number.clone(),
                message,
                theirs,
            });
        }
    }

    /// The words of the ledger for an invoice of a file, or why it can't be one.
    fn incoming(&self, line: &Line, invoice: &dument_intake::Invoice) -> Result<Incoming, &'static str> {
        let currency = invoice.currency.parse().map_err(|_| "La devise de cette facture n’est pas comprise.")?;
        if !invoice.amount.is_positive() {
            return Err("Cette facture ne demande rien\u{a0}: son montant est nul.");
        }
        let worked_out = line.derived.iter().any(|notice| notice.code == dument_intake::NoticeCode::DueDateFromTerms);
        let due = match (invoice.due_on, invoice.issued_on) {
            (Some(due_on), _) => Some((due_on, if worked_out { DueFrom::Terms } else { DueFrom::Given })),
            (None, Some(issued_on)) => {
                let published = Reference::published();
                let days = self.reference.number("termDefault", issued_on);
                let known = days.or_else(|| published.number("termDefault", issued_on));
                let first = || published.figure("termDefault").and_then(|figure| figure.rows.first()?.value.parse().ok());
                Some((issued_on.plus_days(known.or_else(first).unwrap_or_default()), DueFrom::Law))
            }
            (None, None) => None,
        };
        if due.is_none() {
            return Err("Ni la date de cette facture ni son échéance ne sont indiquées\u{a0}: ajoutez l’une des deux.");
        }
        let settlements = invoice.settlements.iter().filter(|settlement| settlement.amount.is_positive());
        Ok(Incoming {
            number: invoice.number.trim().to_owned(),
            issued_on: invoice.issued_on,
            due,
            performed_on: None,
            amount: invoice.amount,
            currency,
            settlements: settlements.map(settlement).collect(),
            paid_undated: invoice.paid,
            description: String::new(),
            order: invoice.order.clone().unwrap_or_default(),
        })
    }

    /// A credit note: what is left of it goes to the invoices it refers to, the rest waits.
    fn credit_note(&mut self, file: &str, meant: &Meant<'_>) {
        let Meant { line, invoice: note, debtor } = meant;
        let Ok(currency) = note.currency.parse::<Currency>() else {
            return self.refuse(file, &line.place, "La devise de cet avoir n’est pas comprise.".to_owned());
        };
        let used: Money = note.settlements.iter().map(|settlement| settlement.amount).sum();
        let mut left = (note.amount - note.paid - used).max(Money::ZERO);
        let number = note.number.trim().to_owned();
        let touched = self.debtors.record(*debtor, &note.debtor);
        let name = touched.record.debtor.name.clone();
        // What of it stands with invoices already, by whichever file.
        let is_this = |settlement: &&Settlement| {
            settlement.kind == SettlementKind::CreditNote && words::number(&settlement.reference) == words::number(&number)
        };
        let placed = touched.record.invoices.values().flat_map(|invoice| &invoice.settlements).filter(is_this);
        let placed: Money = placed.map(|settlement| settlement.amount).sum();
        // What waited and was set against invoices since is still told whole.
        let waited = || {
            let credit = |deposit: &&Deposit| deposit.kind == SettlementKind::CreditNote && deposit.currency == currency;
            let of_note = |deposit: &&Deposit| words::number(&deposit.reference) == words::number(&number);
            touched.record.deposits.values().filter(credit).filter(of_note)
        };
        let allocated: Money = waited().map(|deposit| deposit.allocated).sum();
        let placed = (placed - allocated).max(Money::ZERO);
        left = left.min((note.amount - placed).max(Money::ZERO));
        if waited().any(|deposit| deposit.amount == left && deposit.on == note.issued_on) {
            self.plan.same += 1;
            return;
        }
        let mut what = Vec::new();
        for referred in &note.refers_to {
            let Some(id) = touched.find(&referred.number, referred.issued_on) else { continue };
            let Some(invoice) = touched.record.invoices.get_mut(&id).filter(|invoice| invoice.currency == currency) else {
                continue;
            };
            let share = left.min(crate::edit::left(invoice));
            if share.is_positive() {
                left -= share;
                let (on, reference) = (note.issued_on, number.clone());
                let kind = SettlementKind::CreditNote;
                invoice.settlements.push(Settlement { on, kind, amount: share, reference, by_hand: false });
                invoice.order_settlements();
                *self.settled.entry((*debtor, (on, kind, currency))).or_default() += share;
                let share = dument_law::french::money(share);
                what.push(format!("avoir {number} de {share} déduit de la facture {}", invoice.number));
            }
        }
        if what.is_empty() {
            self.plan.same += usize::from(left.is_zero());
        } else {
            self.plan.changed.push(Change { debtor: *debtor, name, invoice: None, number: number.clone(), what });
        }
        if left.is_positive() {
            let deposit = Deposit {
                on: note.issued_on,
                kind: SettlementKind::CreditNote,
                amount: left,
                currency,
                reference: number,
                allocated: Money::ZERO,
                origin: Some(origin(file, line)),
            };
            self.deposits(vec![(*debtor, deposit)]);
        }
    }

    /// Sums without an invoice: of each that a file tells, as many as it tells.
    fn deposits(&mut self, told: Vec<(DebtorId, Deposit)>) {
        let mut counted: BTreeMap<DebtorId, BTreeMap<Alike, (Deposit, usize)>> = BTreeMap::new();
        for (debtor, deposit) in told {
            let of_debtor = counted.entry(debtor).or_default();
            of_debtor.entry(alike(&deposit)).or_insert((deposit, 0)).1 += 1;
        }
        for (debtor, of_debtor) in counted {
            let record = &mut self.debtors.record(debtor, &Party::default()).record;
            let mut known: BTreeMap<Alike, usize> = BTreeMap::new();
            let mut free = unclaimed(record);
            for (kin, free) in &mut free {
                let own = self.settled.get(&(debtor, *kin)).copied().unwrap_or_default();
                *free = (*free - own).max(Money::ZERO);
            }
            for deposit in record.deposits.values() {
                *known.entry(alike(deposit)).or_default() += 1;
                if deposit.allocated.is_positive() {
                    // A later file may tell what is left of it alone.
                    *known.entry(alike(&Deposit { amount: deposit.left(), ..deposit.clone() })).or_default() += 1;
                }
            }
            for (key, (deposit, count)) in of_debtor {
                // The rest of a sum that is known whole, of which this file gives the other part to invoices itself.
                let own = self.settled.get(&(debtor, kin(&deposit))).copied().unwrap_or_default();
                let whole = alike(&Deposit { amount: deposit.amount + own, ..deposit.clone() });
                let known = known.get(&key).or_else(|| known.get(&whole)).copied().unwrap_or_default();
                self.plan.same += count.min(known);
                for _ in known..count {
                    // What another file gave to an invoice, on the same day, is this very sum.
                    let waiting = free.entry(kin(&deposit)).or_default();
                    if waiting.is_positive()
                        && let Some(given) = given_of(record, &deposit, *waiting)
                    {
                        *waiting -= given;
                        self.plan.same += 1;
                        continue;
                    }
                    let allocated = if deposit.on.is_some() { deposit.amount.min(*waiting) } else { Money::ZERO };
                    *waiting -= allocated;
                    let deposit = Deposit { allocated, ..deposit.clone() };
                    let id = new_deposit(record, debtor, &deposit);
                    let what = vec![format!("{} à affecter", dument_law::french::money(deposit.amount))];
                    let (name, number) = (record.debtor.name.clone(), deposit.reference.clone());
                    record.deposits.insert(id, deposit);
                    self.plan.added.push(Change { debtor, name, invoice: None, number, what });
                }
            }
        }
    }

    /// The plan with what it puts.
    fn end(self, files: &[Found]) -> MergePlan {
        let Self { ledger, debtors, mut plan, seen, .. } = self;
        let tables = [FileKind::Fec, FileKind::Csv, FileKind::Xlsx];
        if files.iter().any(|file| tables.contains(&file.kind)) {
            let open = ledger.debtors.iter().flat_map(|(debtor, record)| {
                let open = record.invoices.iter().filter(|(_, invoice)| crate::edit::left(invoice).is_positive());
                open.map(|(id, _)| (*debtor, *id))
            });
            plan.absent = open.filter(|place| !seen.contains(place)).collect();
        }
        plan.twins = debtors.twins();
        plan.puts = debtors.end(ledger);
        plan.new_debtors =
            plan.puts.iter().filter(|put| matches!(put, Put::Debtor { id, .. } if !ledger.debtors.contains_key(id))).count();
        plan
    }
}

/// What makes a sum given to an invoice and one that waited perhaps one: the day, the kind, the currency.
type Kin = (Option<Day>, SettlementKind, Currency);

/// What makes two sums the same: the day, the kind, the amount, the currency, the reference.
type Alike = (Option<Day>, SettlementKind, Money, Currency, String);

fn kin(deposit: &Deposit) -> Kin {
    (deposit.on, deposit.kind, deposit.currency)
}

fn alike(deposit: &Deposit) -> Alike {
    (deposit.on, deposit.kind, deposit.amount, deposit.currency, deposit.reference.clone())
}

/// Of a sum that is told whole, what another file gave to invoices, where it left the rest: at most so much.
fn given_of(record: &Record, told: &Deposit, most: Money) -> Option<Money> {
    let rest = |known: &&Deposit| known.on.is_some() && kin(known) == kin(told) && known.reference == told.reference;
    let given = record.deposits.values().filter(rest).map(|known| told.amount - known.amount);
    given.filter(|given| given.is_positive() && *given <= most).min()
}

/// What files gave to invoices by day, less what sums that waited were used up by it.
fn unclaimed(record: &Record) -> BTreeMap<Kin, Money> {
    let mut free: BTreeMap<Kin, Money> = BTreeMap::new();
    for invoice in record.invoices.values() {
        for settlement in invoice.settlements.iter().filter(|settlement| !settlement.by_hand) {
            *free.entry((settlement.on, settlement.kind, invoice.currency)).or_default() += settlement.amount;
        }
    }
    for deposit in record.deposits.values() {
        if let Some(left) = free.get_mut(&kin(deposit)) {
            *left = (*left - deposit.allocated).max(Money::ZERO);
        }
    }
    free
}

fn origin(file: &str, line: &Line) -> Origin {
    Origin { file: file.to_owned(), row: line.place.row }
}

fn settlement(theirs: &dument_intake::Settlement) -> Settlement {
    Settlement {
        on: theirs.on,
        kind: match theirs.kind {
            dument_intake::SettlementKind::Payment => SettlementKind::Payment,
            dument_intake::SettlementKind::CreditNote => SettlementKind::CreditNote,
            dument_intake::SettlementKind::WriteOff => SettlementKind::WriteOff,
        },
        amount: theirs.amount,
        reference: theirs.reference.clone().unwrap_or_default(),
        by_hand: false,
    }
}

/// An invoice the ledger doesn't have yet.
fn fresh(incoming: &Incoming, origin: Origin) -> Invoice {
    let (due_on, due_from) = incoming.due.unwrap_or_else(|| unreachable!("it was checked"));
    let mut invoice = Invoice {
        issued_on: incoming.issued_on,
        due_from,
        performed_on: incoming.performed_on,
        currency: incoming.currency,
        settlements: incoming.settlements.clone(),
        paid_undated: incoming.paid_undated,
        description: incoming.description.clone(),
        order: incoming.order.clone(),
        origins: vec![origin],
        ..Invoice::new(incoming.number.clone(), due_on, incoming.amount)
    };
    invoice.order_settlements();
    invoice
}

/// What files newly gave to an invoice uses up what waited without one: the same kind, on the same day.
fn use_up(record: &mut Record, was: &[Settlement], id: InvoiceId) {
    let Some(invoice) = record.invoices.get(&id) else { return };
    for settlement in invoice.settlements.iter().filter(|settlement| settlement.on.is_some() && !settlement.by_hand) {
        let mut rest = if was.contains(settlement) { continue } else { settlement.amount };
        for deposit in record.deposits.values_mut() {
            if kin(deposit) == (settlement.on, settlement.kind, invoice.currency) {
                let share = rest.min(deposit.amount - deposit.allocated);
                deposit.allocated += share;
                rest -= share;
            }
        }
    }
}
