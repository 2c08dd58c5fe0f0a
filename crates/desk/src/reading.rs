//! Files being read, a step at a time, and what they would change: nothing is changed until it is asked for.

use dument_intake::{FileKind, Found, Mapping, Options, Place, Reader, Refusal, Table};
use dument_ledger::{DebtorId, Ledger, MergePlan};
use serde::{Deserialize, Serialize};

use crate::{Stored, backup, told};

/// How many lines of a list are handed out; the whole of it is a file to download.
const SHOWN: usize = 200;

/// Files being read, and those that were.
#[derive(Default)]
pub(crate) struct Reading {
    at_work: Option<(String, Reader)>,
    permille: u32,
    /// What became of each file.
    files: Vec<FileRead>,
    /// What was found in those that could be read.
    found: Vec<Found>,
    /// The records of the backups among them.
    pub(crate) records: Vec<(String, String)>,
    /// Every line that gives nothing.
    refused: Vec<RefusedLine>,
}

impl Reading {
    pub(crate) fn begin_file(&mut self, name: &str, bytes: Vec<u8>, mappings: &[Mapping]) {
        self.permille = 0;
        if let Some(records) = backup::read(&bytes) {
            let unreadable = records.iter().filter(|(_, text)| Stored::read(text).is_err()).count();
            let notices = (unreadable > 0).then(|| {
                let parts = i64::try_from(unreadable).unwrap_or(i64::MAX);
                let parts = dument_law::french::count(parts, "partie", "parties");
                format!("Abîmé ou d’une version plus récente de Dûment\u{a0}: {parts} de cette sauvegarde, sans effet ici.")
            });
            let notices = notices.into_iter().collect();
            self.files.push(FileRead { detail: Some("Sauvegarde du suivi".to_owned()), notices, ..FileRead::plain(name) });
            self.records.extend(records);
            return;
        }
        let options = Options { mappings: mappings.to_vec() };
        self.at_work = Some((name.to_owned(), Reader::new(name, bytes, options)));
    }

    /// Reads on; tells whether the file is done.
    pub(crate) fn step(&mut self) -> bool {
        let Some((_, reader)) = &mut self.at_work else { return true };
        let progress = reader.step();
        self.permille = permille(progress.done, progress.total);
        if progress.finished
            && let Some((name, reader)) = self.at_work.take()
        {
            let found = reader.finish();
            self.files.push(FileRead::of(&name, &found));
            match found {
                Ok(found) => self.found.push(found),
                Err(why) => self.refused.push(RefusedLine::of(&name, &Place::default(), &why.message)),
            }
        }
        progress.finished
    }

    pub(crate) fn permille(&self) -> u32 {
        self.permille
    }

    /// What was found, in the files that could be read.
    pub(crate) fn found(&self) -> &[Found] {
        &self.found
    }

    /// Every line that gives nothing, in the order of the files.
    pub(crate) fn refused(&self) -> &[RefusedLine] {
        &self.refused
    }

    /// What merging would change, for the user to see.
    pub(crate) fn compared(&mut self, plan: &MergePlan, ledger: &Ledger) -> Comparison {
        self.refused.retain(|line| line.place.is_empty() && line.number.is_empty());
        self.refused.extend(plan.refused.iter().map(|line| RefusedLine::of(&line.file, &line.place, &line.message)));
        let (invoices, deposits): (Vec<_>, Vec<_>) = plan.added.iter().partition(|change| change.invoice.is_some());
        let name = |id: &DebtorId| ledger.debtors.get(id).map(|record| record.debtor.name.clone()).unwrap_or_default();
        let first = |all: &[String]| all.iter().take(SHOWN).cloned().collect();
        let changed: Vec<String> = plan
            .changed
            .iter()
            .map(|change| format!("{}, {}\u{a0}: {}", change.name, change.number, change.what.join("\u{202f}; ")))
            .collect();
        let kept: Vec<String> = plan.kept.iter().map(|kept| format!("{}\u{a0}: {}", kept.number, kept.message)).collect();
        let conflicts = plan.conflicts.iter().take(SHOWN).map(|conflict| Conflict {
            name: conflict.name.clone(),
            number: conflict.number.clone(),
            message: conflict.message.clone(),
        });
        Comparison {
            files: self.files.clone(),
            tables: self.found.iter().filter_map(|found| Some((found.file.clone(), found.table.clone()?))).collect(),
            records: self.records.iter().filter(|(key, _)| key.parse::<DebtorId>().is_ok()).count(),
            debtors: plan.new_debtors,
            new: invoices.len(),
            changed: plan.changed.len(),
            same: plan.same,
            deposits: deposits.len(),
            changes: first(&changed),
            kept: first(&kept),
            kept_in_all: kept.len(),
            conflicts: conflicts.collect(),
            conflicts_in_all: plan.conflicts.len(),
            absent: plan.absent.len(),
            twins: plan
                .twins
                .iter()
                .take(SHOWN)
                .map(|(one, other)| (name(one), name(other)))
                .filter(|(one, _)| !one.is_empty())
                .collect(),
            refused: self.refused.iter().take(SHOWN).cloned().collect(),
            refused_in_all: self.refused.len(),
            empty: plan.is_empty() && self.records.is_empty(),
        }
    }
}

/// How much is done, in thousandths.
fn permille(done: usize, total: usize) -> u32 {
    let whole = u64::try_from(total).unwrap_or(u64::MAX).max(1);
    let share = u64::try_from(done).unwrap_or_default().saturating_mul(1000) / whole;
    u32::try_from(share).unwrap_or(1000).min(1000)
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileRead {
    /// Its name.
    pub name: String,
    /// What it is; none where it could not be read.
    pub kind: Option<FileKind>,
    /// What it is more exactly.
    pub detail: Option<String>,
    /// What holds for all of its lines, then what was worked out or looks wrong in some of them: a sentence each.
    pub notices: Vec<String>,
    /// How many invoices and credit notes it gave.
    pub invoices: usize,
    /// How many payments that belong to none of them.
    pub payments: usize,
    /// How many lines gave nothing.
    pub refused: usize,
    /// Why nothing of it can be used.
    pub failed: Option<String>,
}

impl FileRead {
    fn of(name: &str, found: &Result<Found, Refusal>) -> Self {
        match found {
            Ok(found) => Self {
                name: name.to_owned(),
                kind: Some(found.kind),
                detail: found.detail.clone(),
                notices: found.notices.iter().map(|notice| notice.message.to_string()).chain(told::of_lines(found)).collect(),
                invoices: found.invoices().count(),
                payments: found.payments().count(),
                refused: found.refusals().count(),
                failed: None,
            },
            Err(why) => Self { failed: Some(why.message.to_string()), ..Self::plain(name) },
        }
    }

    /// A file of which nothing else is said.
    fn plain(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            kind: None,
            detail: None,
            notices: Vec::new(),
            invoices: 0,
            payments: 0,
            refused: 0,
            failed: None,
        }
    }
}

/// A line that gave nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefusedLine {
    /// The file.
    pub file: String,
    /// Where in it: « ligne 12 », « feuille Export, ligne 3 »; empty for the file as a whole.
    pub place: String,
    /// The number that stands there.
    pub number: String,
    /// Why.
    pub why: String,
}

impl RefusedLine {
    fn of(file: &str, place: &Place, why: &str) -> Self {
        let sheet = place.sheet.iter().map(|sheet| format!("feuille {sheet}"));
        let row = place.row.iter().map(|row| format!("ligne {row}"));
        Self {
            file: file.to_owned(),
            place: sheet.chain(row).chain(place.within.clone()).collect::<Vec<_>>().join(", "),
            number: place.number.clone().unwrap_or_default(),
            why: why.to_owned(),
        }
    }
}

/// What files would change: of each list the first, and how many there are in all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// What became of each file.
    pub files: Vec<FileRead>,
    /// How the columns of each table were understood, by the file's name.
    pub tables: Vec<(String, Table)>,
    /// How many clients a backup holds, which takes the place of what is there.
    pub records: usize,
    /// How many clients are new.
    pub debtors: usize,
    /// How many invoices are new.
    pub new: usize,
    /// How many invoices, credit notes and payments change something that is known.
    pub changed: usize,
    /// How many are known as they are.
    pub same: usize,
    /// How many payments or credit notes wait for an invoice.
    pub deposits: usize,
    /// What changes, a sentence each.
    pub changes: Vec<String>,
    /// What stays as the user corrected it, though the files say otherwise, a sentence each.
    pub kept: Vec<String>,
    /// How many in all.
    pub kept_in_all: usize,
    /// What differs between the ledger and the files.
    pub conflicts: Vec<Conflict>,
    /// How many in all.
    pub conflicts_in_all: usize,
    /// How many open invoices no file names: perhaps paid since.
    pub absent: usize,
    /// Clients that seem to be one, by their names.
    pub twins: Vec<(String, String)>,
    /// What gives nothing.
    pub refused: Vec<RefusedLine>,
    /// How many in all.
    pub refused_in_all: usize,
    /// Whether nothing would change.
    pub empty: bool,
}

/// Something that differs: the ledger's own stays, unless the user takes the file's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// The client's name.
    pub name: String,
    /// The number of the invoice.
    pub number: String,
    /// What each says.
    pub message: String,
}
