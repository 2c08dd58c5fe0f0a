//! The ledger at work: opened from records, asked, changed, and what of it must be stored again.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use dument_intake::Mapping;
use dument_law::reading::{self, Given};
use dument_law::{Code, Day, Problems, Reference};
use dument_ledger::rows::{Row, View};
use dument_ledger::{Applied, Book, DebtorId, Edit, InvoiceId, Ledger, MONTHS, MergePlan, Undo};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::backup;
use crate::debtor::Sheet;
use crate::export::{Form, Wanted, exported};
use crate::figures::Figures;
use crate::overview::{Overview, Pair};
use crate::reading::Reading;
use crate::{Change, Changed, How, Look, Stored, Unreadable};

/// The key of the record of the settings, and of the columns of tables; every other key is a debtor's id.
const SETTINGS: &str = "settings";
const MAPPINGS: &str = "mappings";

/// What taking over a backup is called where it can be taken back.
const RESTORED: &str = "sauvegarde reprise";

/// What was chosen among the differences is of no use once they may be others.
const CHOSEN_OF_ANOTHER: &str = "Le suivi a changé depuis la lecture des fichiers, ou une sauvegarde le change d’abord\u{a0}: relisez-les \
                                 seuls pour choisir entre le suivi et le fichier.";

/// How many changes can be taken back.
const PAST: usize = 50;

/// Why a question or a change is refused: French sentences, for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The question is of another version than the desk.
    #[error("Cette page et le suivi ne sont pas de la même version\u{a0}: rechargez la page.")]
    NotUnderstood,
    /// There is nothing to take back or to make again.
    #[error("Il n’y a rien à annuler.")]
    NothingToUndo,
    /// What is wrong with the change.
    #[error("{}", sentences(.0))]
    Wrong(Problems),
}

fn sentences(problems: &Problems) -> String {
    let said: BTreeSet<&str> = problems.all().iter().map(|problem| problem.message.as_str()).collect();
    said.into_iter().collect::<Vec<_>>().join(" ")
}

/// The ledger, with or without all that was worked out of it.
enum State {
    /// As it was stored.
    Stored(Box<Ledger>),
    /// On a day.
    At(Box<Book>),
}

/// The ledger at work.
pub struct Desk {
    state: State,
    /// Records that can't be opened, by their keys.
    set_aside: BTreeMap<String, Unreadable>,
    /// The debtors whose records must be stored again, and whether the settings must be.
    unsaved: BTreeSet<DebtorId>,
    settings_unsaved: bool,
    /// What the columns of tables give, as corrected by hand; and whether that must be stored again.
    mappings: Vec<Mapping>,
    mappings_unsaved: bool,
    /// What takes back the changes that aren't stored yet, the last one at the end.
    pending: Vec<Undo>,
    /// What was changed, with what takes it back.
    past: Vec<(String, Undo)>,
    /// What was taken back, with what makes it again.
    future: Vec<(String, Undo)>,
    reading: Reading,
    /// The figures of the law to count by.
    reference: Cow<'static, Reference>,
    /// What that would change, as long as nothing else has.
    planned: Option<MergePlan>,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            state: State::Stored(Box::default()),
            set_aside: BTreeMap::new(),
            unsaved: BTreeSet::new(),
            settings_unsaved: false,
            mappings: Vec::new(),
            mappings_unsaved: false,
            pending: Vec::new(),
            past: Vec::new(),
            future: Vec::new(),
            reading: Reading::default(),
            reference: Cow::Borrowed(Reference::published()),
            planned: None,
        }
    }
}

impl Desk {
    /// An empty desk.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over a stored record. One that can't be opened is set aside, and never written over.
    pub fn load(&mut self, key: &str, text: &str) {
        self.set_aside.remove(key);
        let id = key.parse::<DebtorId>();
        match (Stored::read(text), id) {
            (Ok(Stored::Settings(settings)), _) => self.closed().settings = *settings,
            (Ok(Stored::Mappings(mappings)), _) => self.mappings = mappings,
            (Ok(Stored::Debtor(record)), Ok(id)) => {
                self.closed().debtors.insert(id, *record);
            }
            (Ok(Stored::Removed), Ok(id)) => {
                self.closed().debtors.remove(&id);
            }
            (Ok(_), Err(_)) => {
                self.set_aside.insert(key.to_owned(), Unreadable::Damaged);
            }
            (Err(why), _) => {
                self.set_aside.insert(key.to_owned(), why);
            }
        }
    }

    /// The records to be stored, each with its key.
    #[must_use]
    pub fn unsaved(&self) -> Vec<(String, String)> {
        let ledger = self.ledger();
        let debtors = self.unsaved.iter().map(|id| {
            let record = ledger.debtors.get(id).cloned();
            (id.to_string(), record.map_or(Stored::Removed, |record| Stored::Debtor(Box::new(record))))
        });
        let settings = self.settings_unsaved.then(|| (SETTINGS.to_owned(), Stored::Settings(Box::new(ledger.settings.clone()))));
        let mappings = self.mappings_unsaved.then(|| (MAPPINGS.to_owned(), Stored::Mappings(self.mappings.clone())));
        let writable = debtors.chain(settings).chain(mappings).filter(|(key, _)| !self.set_aside.contains_key(key));
        writable.map(|(key, stored)| (key.clone(), stored.write(&key))).collect()
    }

    /// Every record, as it would be stored.
    fn records(&self) -> Vec<String> {
        let ledger = self.ledger();
        let settings = Stored::Settings(Box::new(ledger.settings.clone())).write(SETTINGS);
        let debtors = ledger.debtors.iter();
        let debtors = debtors.map(|(id, record)| Stored::Debtor(Box::new(record.clone())).write(&id.to_string()));
        std::iter::once(settings).chain(debtors).collect()
    }

    /// The ledger as a file.
    pub fn export(&self, wanted: &str) -> Result<Vec<u8>, Refused> {
        let Wanted { form, as_of } = read(wanted)?;
        if form == Form::Everything {
            return Ok(backup::write(self.records()).into_bytes());
        }
        let (invoices, payments) = exported(self.ledger());
        Ok(match form {
            Form::Csv => dument_intake::export::csv(&invoices, &payments),
            Form::Xlsx => dument_intake::export::xlsx(&invoices, &payments, as_of),
            Form::Json | Form::Everything => dument_intake::export::json(&invoices, &payments).into_bytes(),
        })
    }

    /// Notes that they are stored.
    pub fn saved(&mut self) {
        self.unsaved.clear();
        self.settings_unsaved = false;
        self.mappings_unsaved = false;
        self.pending.clear();
    }

    /// Takes back what isn't stored: another tab was faster, and its records come first.
    pub fn forget_unsaved(&mut self) {
        while let Some(undo) = self.pending.pop() {
            self.take_back(undo);
        }
        self.saved();
        // What takes a change back fits the ledger that it was made in alone.
        self.past.clear();
        self.future.clear();
    }

    /// Answers a question, in JSON.
    pub fn look(&mut self, question: &str) -> Result<String, Refused> {
        Ok(match read(question)? {
            Look::Overview => written(&Overview::of(self)),
            Look::Rows { as_of, view, from, count } => written(&self.at(as_of).rows(&view, from, count)),
            Look::Ids { as_of, view } => written(&ids(self.at(as_of), &view)),
            Look::Debtor { id, as_of } => written(&Sheet::of(self.at(as_of), id)),
            Look::Figures { as_of } => written(&Figures::of(self.at(as_of).figures())),
            Look::Case { id, invoices, as_of } => written(&self.at(as_of).case_file(id, &invoices)),
            Look::Calendar { as_of } => written(&self.at(as_of).calendar(None)),
            Look::Report { as_of } => written(&self.at(as_of).report()),
            Look::Today { as_of } => written(&self.at(as_of).today()),
            Look::Twins => written(&Pair::all(self)),
            Look::Refused => written(self.reading.refused()),
        })
    }

    /// Makes a change, and says in JSON what became of it.
    pub fn change(&mut self, change: &str) -> Result<String, Refused> {
        let mut debtor = None;
        let name = match read(change)? {
            Change::Edits { name, edits } => {
                let applied = self.apply(edits)?;
                let mut of = applied.debtors.iter();
                debtor = of.next().copied().filter(|_| of.next().is_none());
                self.made(name, applied)
            }
            Change::Apply { as_of, take } => {
                self.at(as_of);
                if !take.is_empty() && (self.planned.is_none() || !self.reading.records.is_empty()) {
                    return Err(Refused::Wrong(Problems::one(Code::NotApplicable, "take", CHOSEN_OF_ANOTHER)));
                }
                self.restore()?;
                self.at(as_of);
                // Made anew where the ledger has changed since it was shown.
                let plan = if let Some(plan) = self.planned.take() { plan } else { self.plan(as_of) };
                let name = imported(&plan);
                if plan.is_empty() && take.is_empty() {
                    // A backup alone: it has its own name.
                    RESTORED.to_owned()
                } else {
                    let applied = self.at(as_of).merge(plan, &take).map_err(Refused::Wrong)?;
                    self.made(name, applied)
                }
            }
            Change::UsualPlan => {
                let applied = self.apply(vec![Edit::SetReminders { plan: Box::default() }])?;
                self.made("plan d’origine repris".to_owned(), applied)
            }
            Change::Remember { mapping } => {
                self.mappings.retain(|known| known.headers != mapping.headers);
                self.mappings.push(mapping);
                self.mappings_unsaved = true;
                "colonnes retenues".to_owned()
            }
            Change::Undo => {
                let (name, undo) = self.past.pop().ok_or(Refused::NothingToUndo)?;
                let applied = self.take_back(undo);
                let undo = self.note(applied);
                remember(&mut self.future, &name, undo);
                name
            }
            Change::Redo => {
                let (name, undo) = self.future.pop().ok_or(Refused::NothingToUndo)?;
                let applied = self.take_back(undo);
                let undo = self.note(applied);
                remember(&mut self.past, &name, undo);
                name
            }
        };
        Ok(written(&Changed { name, debtor }))
    }

    /// Begins to read files.
    pub fn begin_reading(&mut self, how: &str) -> Result<(), Refused> {
        let How { as_of } = read(how)?;
        self.end_reading();
        // Opened while nobody waits for an answer.
        self.at(as_of);
        Ok(())
    }

    /// Begins with a file.
    pub fn begin_file(&mut self, name: &str, bytes: Vec<u8>) {
        self.reading.begin_file(name, bytes, &self.mappings);
    }

    /// Reads on for a few milliseconds; tells whether the file is done.
    pub fn step(&mut self) -> bool {
        self.reading.step()
    }

    /// How much of the file is read, in thousandths.
    #[must_use]
    pub fn permille(&self) -> u32 {
        self.reading.permille()
    }

    /// Forgets what was read.
    pub fn end_reading(&mut self) {
        self.reading = Reading::default();
        self.planned = None;
    }

    /// What the files that were read would change, in JSON: a [`crate::reading::Comparison`].
    #[must_use]
    pub fn compare(&mut self) -> String {
        let as_of = if let State::At(book) = &self.state { book.as_of() } else { return String::new() };
        let plan = self.plan(as_of);
        let ledger = match &self.state {
            State::Stored(ledger) => ledger,
            State::At(book) => book.ledger(),
        };
        let compared = written(&self.reading.compared(&plan, ledger));
        self.planned = Some(plan);
        compared
    }

    /// Takes over the records of backups in the place of what is there under their keys.
    fn restore(&mut self) -> Result<(), Refused> {
        let (mut settings, mut records) = (None, BTreeMap::new());
        for (key, text) in &self.reading.records {
            match (Stored::read(text), key.parse::<DebtorId>()) {
                (Ok(Stored::Settings(stored)), _) => settings = Some(stored),
                (Ok(Stored::Mappings(mappings)), _) => {
                    self.mappings = mappings;
                    self.mappings_unsaved = true;
                }
                (Ok(Stored::Debtor(record)), Ok(id)) => drop(records.insert(id, *record)),
                // A backup's word that a client was removed, or a part of it that can't be read, takes nothing away.
                _ => {}
            }
        }
        if settings.is_none() && records.is_empty() {
            return Ok(());
        }
        let applied = self.apply(vec![Edit::Restore { settings, records }])?;
        self.made(RESTORED.to_owned(), applied);
        Ok(())
    }

    /// Makes changes, all of them or none.
    fn apply(&mut self, edits: Vec<Edit>) -> Result<Applied, Refused> {
        let applied = match &mut self.state {
            State::Stored(ledger) => ledger.apply(edits, &self.reference),
            State::At(book) => book.apply(edits),
        };
        applied.map_err(Refused::Wrong)
    }

    /// Counts by these figures of the law from now on, where they are whole: an edition that is newer than the program's own.
    pub fn count_by(&mut self, reference: &str) {
        let given = serde_json::from_str::<Given<'_>>(reference).ok();
        let read = given.and_then(|given| reading::read::<Reference>(&given).ok()).filter(|read| read.check().is_ok());
        if let Some(read) = read {
            self.reference = Cow::Owned(read);
            // What was worked out goes; it is worked out again with the next question.
            self.closed();
        }
    }

    /// What the files that were read would change.
    fn plan(&mut self, as_of: Day) -> MergePlan {
        self.at(as_of);
        let State::At(book) = &self.state else { return MergePlan::default() };
        book.plan(self.reading.found())
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        match &self.state {
            State::Stored(ledger) => ledger,
            State::At(book) => book.ledger(),
        }
    }

    /// The ledger on a day, with all that is worked out of it.
    fn at(&mut self, as_of: Day) -> &mut Book {
        if let State::Stored(ledger) = &mut self.state {
            let book = Book::open(std::mem::take(ledger), as_of, self.reference.clone().into_owned());
            self.state = State::At(Box::new(book));
        }
        let State::At(book) = &mut self.state else { unreachable!("it was just opened") };
        if book.as_of() != as_of {
            self.planned = None;
            book.turn_to(as_of, MONTHS);
        }
        book
    }

    /// The ledger alone, for what comes from outside.
    fn closed(&mut self) -> &mut Ledger {
        self.planned = None;
        if let State::At(book) = &mut self.state {
            let empty = Book::open(Ledger::default(), book.as_of(), self.reference.clone().into_owned());
            let book = std::mem::replace(&mut **book, empty);
            self.state = State::Stored(Box::new(book.into_ledger()));
        }
        let State::Stored(ledger) = &mut self.state else { unreachable!("it was just closed") };
        ledger
    }

    fn take_back(&mut self, undo: Undo) -> Applied {
        self.planned = None;
        match &mut self.state {
            State::Stored(ledger) => ledger.take_back(undo),
            State::At(book) => book.take_back(undo),
        }
    }

    /// A new change was made under a name: it can be taken back, and nothing that was taken back before can be made again.
    fn made(&mut self, name: String, applied: Applied) -> String {
        let undo = self.note(applied);
        self.future.clear();
        remember(&mut self.past, &name, undo);
        name
    }

    /// Notes what a change has left to be stored; gives what takes it back.
    fn note(&mut self, applied: Applied) -> Undo {
        self.planned = None;
        self.unsaved.extend(applied.debtors);
        self.settings_unsaved |= applied.settings;
        self.pending.push(applied.undo.clone());
        applied.undo
    }

    /// What can be taken back, and what can be made again.
    pub(crate) fn past(&self) -> (Option<String>, Option<String>) {
        let name = |of: &[(String, Undo)]| of.last().map(|(name, _)| name.clone());
        (name(&self.past), name(&self.future))
    }

    /// Why some records were not opened, a sentence each.
    pub(crate) fn unreadable(&self) -> Vec<String> {
        self.set_aside.values().map(ToString::to_string).collect()
    }
}

/// Every invoice of a list, by whose and which.
fn ids(book: &mut Book, view: &View) -> Vec<(DebtorId, InvoiceId)> {
    let rows = book.rows(view, 0, usize::MAX).rows;
    rows.into_iter()
        .filter_map(|row| match row {
            Row::Invoice(row) => Some((row.debtor, row.invoice)),
            Row::Debtor(_) => None,
        })
        .collect()
}

/// What an import is called: « import de 12 factures ».
fn imported(plan: &MergePlan) -> String {
    let new = plan.added.iter().filter(|change| change.invoice.is_some()).count();
    match (new, plan.changed.len()) {
        (0, 0) => "import sans facture nouvelle".to_owned(),
        (0, changed) => format!("import de {} modifiée{}", french_count(changed), if changed > 1 { "s" } else { "" }),
        (new, 0) => format!("import de {}", french_count(new)),
        (new, changed) => format!("import de {}, et {changed} modifiée{}", french_count(new), if changed > 1 { "s" } else { "" }),
    }
}

fn french_count(invoices: usize) -> String {
    dument_law::french::count(i64::try_from(invoices).unwrap_or(i64::MAX), "facture", "factures")
}

fn remember(past: &mut Vec<(String, Undo)>, name: &str, undo: Undo) {
    if past.len() == PAST {
        past.remove(0);
    }
    past.push((name.to_owned(), undo));
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Refused> {
    serde_json::from_str(text).map_err(|_| Refused::NotUnderstood)
}

fn written(answer: &(impl Serialize + ?Sized)) -> String {
    // Answers are plain data with text keys: nothing in them can fail.
    serde_json::to_string(answer).unwrap_or_default()
}
