//! A ledger with all that was worked out of it: an edit works out again what it touches, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use dument_intake::Found;
use dument_law::{Code, Day, Problems, Reference};
use serde::Serialize;

use crate::dues::{Dues, Grounds};
use crate::edit::Put;
use crate::figures::sums::Sums;
use crate::figures::{self, KeyFigures, Window};
use crate::merge::{self, MergePlan};
use crate::rows::{Order, Rows, View};
use crate::standing::{DebtorStanding, standing};
use crate::{Applied, DebtorId, Edit, InvoiceId, Ledger, Record, Undo, words};

/// The months that figures over time are about, where nothing else is asked.
pub const MONTHS: u32 = 12;

/// A ledger on a day.
///
/// Everything asked of it is as if worked out from the ledger anew; what doesn't change between two questions isn't.
pub struct Book {
    ledger: Ledger,
    reference: Reference,
    window: Window,
    months: u32,
    derived: BTreeMap<DebtorId, Derived>,
    sums: Sums,
    /// The rows of the last view asked for, in their order.
    order: Option<Order>,
    /// How many changes it has seen.
    revision: u64,
}

/// What was worked out of one debtor.
pub(crate) struct Derived {
    pub(crate) standing: DebtorStanding,
    pub(crate) dues: BTreeMap<InvoiceId, Dues>,
    grounds: Grounds,
    pub(crate) sums: Sums,
    /// What a search looks at, beside the numbers of invoices: the name, then the numbers and accounts of the debtor.
    pub(crate) search: String,
}

impl Derived {
    /// Of this debtor, with what still holds of what was worked out before: all but the dues of the invoices that changed.
    fn new(
        ledger: &Ledger,
        record: &Record,
        window: &Window,
        reference: &Reference,
        before: Option<(Self, &BTreeSet<InvoiceId>)>,
    ) -> Self {
        let standing = standing(record, window.as_of, ledger.settings.territory, reference);
        let grounds = Grounds::of(record, &standing, &ledger.settings.creditor, window.as_of);
        let dues = match before {
            Some((before, changed)) if before.grounds == grounds => {
                let mut dues = before.dues;
                for id in changed {
                    dues.remove(id);
                }
                let changed = changed.iter().filter_map(|id| Some((*id, record.invoices.get(id)?)));
                dues.extend(grounds.dues(changed, &standing, reference));
                dues
            }
            _ => grounds.dues(record.invoices.iter().map(|(id, invoice)| (*id, invoice)), &standing, reference),
        };
        let stands = standing.invoices.iter().map(|(id, stands)| (*id, stands, dues.get(id)));
        let sums = Sums::of(record, stands, window);
        let debtor = &record.debtor;
        let numbers = [&debtor.siren, &debtor.siret, &debtor.vat_number].into_iter().flatten().chain(&debtor.accounts);
        let search = numbers.fold(words::plain(&debtor.name), |search, number| search + "\n" + &words::plain(number));
        Self { standing, dues, grounds, sums, search }
    }
}

/// One debtor with all that is known and worked out of it, for its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Client<'a> {
    /// Which.
    pub id: DebtorId,
    /// What is stored of it.
    pub record: &'a Record,
    /// Where its invoices, procedures, promises and plans stand.
    pub standing: &'a DebtorStanding,
    /// What the law adds to its invoices, and until when one can act.
    pub dues: &'a BTreeMap<InvoiceId, Dues>,
    /// Its key figures.
    pub figures: KeyFigures,
    /// The name of its segment in the reminder plan, where something of it is late.
    pub segment: Option<&'a str>,
}

impl Book {
    /// Opens a ledger on a day, with the figures of the law to count by.
    #[must_use]
    pub fn open(ledger: Ledger, as_of: Day, reference: Reference) -> Self {
        let window = Window::new(as_of, MONTHS, &reference);
        let mut book = Self {
            ledger,
            reference,
            window,
            months: MONTHS,
            derived: BTreeMap::new(),
            sums: Sums::default(),
            order: None,
            revision: 0,
        };
        book.work_out_all();
        book
    }

    /// The ledger, as it is stored.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The ledger alone, as it is stored.
    #[must_use]
    pub fn into_ledger(self) -> Ledger {
        self.ledger
    }

    /// The figures of the law it counts by.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The day of computation.
    #[must_use]
    pub fn as_of(&self) -> Day {
        self.window.as_of
    }

    /// Turns to another day, or to another number of months for the figures over time: everything is worked out again.
    pub fn turn_to(&mut self, as_of: Day, months: u32) {
        self.months = months;
        self.window = Window::new(as_of, months, &self.reference);
        self.work_out_all();
    }

    /// Makes these changes, all of them or none: see [`Ledger::apply`].
    ///
    /// # Errors
    /// Everything that is wrong with any of them.
    pub fn apply(&mut self, edits: Vec<Edit>) -> Result<Applied, Problems> {
        let applied = self.ledger.apply(edits, &self.reference)?;
        self.follow(&applied);
        Ok(applied)
    }

    /// Takes a change back: see [`Ledger::take_back`].
    pub fn take_back(&mut self, undo: Undo) -> Applied {
        let applied = self.ledger.take_back(undo);
        self.follow(&applied);
        applied
    }

    /// Works out what merging these files would do, in their order.
    #[must_use]
    pub fn plan(&self, files: &[Found]) -> MergePlan {
        MergePlan { revision: self.revision, ..merge::plan(&self.ledger, files, &self.reference) }
    }

    /// Merges as planned, taking the files' word in these conflicts of the plan, by their places.
    ///
    /// # Errors
    /// The ledger changed since the plan was made: it must be made again.
    pub fn merge(&mut self, plan: MergePlan, take: &[usize]) -> Result<Applied, Problems> {
        if plan.revision != self.revision {
            let message = "Le suivi a changé depuis la lecture des fichiers\u{a0}: recommencez l’import.";
            return Err(Problems::one(Code::NotApplicable, "", message));
        }
        let applied = plan.carry_out(&mut self.ledger, take);
        self.follow(&applied);
        Ok(applied)
    }

    /// The key figures of all debtors.
    #[must_use]
    pub fn figures(&self) -> KeyFigures {
        figures::figures(&self.sums, &self.window, &self.ledger.settings.targets)
    }

    /// Where all that a debtor owes stands: its procedures, its promises, its invoices.
    #[must_use]
    pub fn standing(&self, debtor: DebtorId) -> Option<&DebtorStanding> {
        self.derived.get(&debtor).map(|derived| &derived.standing)
    }

    /// A debtor with all that is known of it.
    #[must_use]
    pub fn client(&self, id: DebtorId) -> Option<Client<'_>> {
        let (record, derived) = (self.ledger.debtors.get(&id)?, self.derived.get(&id)?);
        let late = derived.sums.exposure() - derived.sums.open[0].money();
        let oldest = derived.standing.invoices.values().filter(|stands| stands.open.is_positive()).map(|stands| stands.days_late);
        let segment = oldest.max().filter(|_| late.is_positive()).and_then(|days| {
            let segment = self.ledger.settings.reminders.segment(&record.debtor, late, days)?;
            Some(segment.name.as_str())
        });
        let figures = figures::figures(&derived.sums, &self.window, &self.ledger.settings.targets);
        Some(Client { id, record, standing: &derived.standing, dues: &derived.dues, figures, segment })
    }

    /// So many rows of a view from one on, for a list that shows a window of them.
    pub fn rows(&mut self, view: &View, from: usize, count: usize) -> Rows {
        let order = match self.order.take() {
            Some(order) if order.view == *view => order,
            _ => Order::of(self, view),
        };
        let rows = order.rows(self, from, count);
        self.order = Some(order);
        rows
    }

    pub(crate) fn window(&self) -> &Window {
        &self.window
    }

    pub(crate) fn derived(&self) -> &BTreeMap<DebtorId, Derived> {
        &self.derived
    }

    fn work_out_all(&mut self) {
        self.order = None;
        self.sums = Sums::default();
        self.derived.clear();
        for (id, record) in &self.ledger.debtors {
            let derived = Derived::new(&self.ledger, record, &self.window, &self.reference, None);
            self.sums.put_in(&derived.sums);
            self.derived.insert(*id, derived);
        }
    }

    /// Works out again what a change touched.
    fn follow(&mut self, applied: &Applied) {
        self.order = None;
        self.revision += 1;
        let weighs = |put: &Put| match put {
            Put::Settings { settings: was } => {
                let now = &self.ledger.settings;
                (was.creditor.kind, was.territory) != (now.creditor.kind, now.territory)
            }
            _ => false,
        };
        if applied.undo.0.iter().any(weighs) {
            self.work_out_all();
            return;
        }
        let mut invoices: BTreeMap<DebtorId, BTreeSet<InvoiceId>> = BTreeMap::new();
        for put in &applied.undo.0 {
            if let Put::Invoice { debtor, id, .. } = put {
                invoices.entry(*debtor).or_default().insert(*id);
            }
        }
        let none = BTreeSet::new();
        for id in &applied.debtors {
            let before = self.derived.remove(id);
            if let Some(before) = &before {
                self.sums.take_out(&before.sums);
            }
            let Some(record) = self.ledger.debtors.get(id) else { continue };
            let before = before.map(|before| (before, invoices.get(id).unwrap_or(&none)));
            let derived = Derived::new(&self.ledger, record, &self.window, &self.reference, before);
            self.sums.put_in(&derived.sums);
            self.derived.insert(*id, derived);
        }
    }
}
