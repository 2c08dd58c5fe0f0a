//! The FEC: the accounting entries of a year, by the customer accounts of which open invoices are found (LPF A47 A-1).
//!
//! A pass over the file gathers the lines of customer accounts and what each entry touches; then lettering says which
//! payments and credit notes settle which invoices. Texts stay where they are in the file until a line is written out.

mod journal;
mod layout;
mod line;
mod matching;
mod pools;
mod role;
mod write;

use crate::reader::Step;
use crate::refusal::{Refusal, RefusalCode};
use crate::text::Encoding;
use crate::{FileKind, Found, Line, Notice, NoticeCode};
use journal::Journal;
use layout::Layout;
use matching::Matched;

/// A FEC being read.
pub(crate) struct Fec {
    file: String,
    bytes: Vec<u8>,
    layout: Layout,
    stage: Stage,
}

enum Stage {
    /// Up to this byte, and this many rows.
    Gathering {
        at: usize,
        rows: u32,
        journal: Journal,
    },
    Writing {
        journal: Journal,
        matched: Matched,
        numbers: write::Numbers,
        done: usize,
        lines: Vec<Line>,
    },
}

/// How much is done in one step.
const STEP_BYTES: usize = 4 << 20;
const STEP_LINES: usize = 20_000;

impl Fec {
    /// Takes a file that is a FEC, or gives it back.
    pub(crate) fn begin(file: String, bytes: Vec<u8>) -> Result<Self, (String, Vec<u8>)> {
        let bytes = match bytes[..] {
            // Characters of two bytes, as a spreadsheet saves « Texte Unicode ».
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Encoding::of(&bytes).decode(&bytes).into_owned().into_bytes(),
            _ => bytes,
        };
        match Layout::of(&bytes) {
            Some(layout) => {
                let stage = Stage::Gathering { at: layout.start, rows: 0, journal: Journal::new() };
                Ok(Self { file, bytes, layout, stage })
            }
            None => Err((file, bytes)),
        }
    }

    /// The bytes that are read so far.
    pub(crate) fn done(&self) -> usize {
        match &self.stage {
            Stage::Gathering { at, .. } => *at,
            Stage::Writing { .. } => self.bytes.len(),
        }
    }

    /// Reads on; gives what was found once all is read.
    pub(crate) fn step(mut self) -> Step<Self> {
        self.stage = match self.stage {
            Stage::Gathering { at, rows, mut journal } => {
                let (at, rows) = gather(&self.bytes, &self.layout, at, rows, &mut journal);
                if at < self.bytes.len() {
                    Stage::Gathering { at, rows, journal }
                } else if journal.items.is_empty() && journal.refused.is_empty() {
                    return Step::Done(Err(no_customers()));
                } else {
                    let matched = matching::matched(&self.bytes, &self.layout, &journal);
                    let numbers = write::Numbers::of(&self.bytes, &journal, &matched);
                    Stage::Writing { journal, matched, numbers, done: 0, lines: Vec::new() }
                }
            }
            Stage::Writing { journal, matched, numbers, done, mut lines } => {
                let write = write::Write { bytes: &self.bytes, layout: &self.layout, journal: &journal, numbers: &numbers };
                let end = (done + STEP_LINES).min(matched.claims.len());
                lines.extend(matched.claims[done..end].iter().map(|claim| write.claim(claim)));
                if end == matched.claims.len() {
                    lines.extend(matched.left.iter().map(|left| write.left(left)));
                    lines.extend(matched.reversals.iter().map(|item| write.reversal(*item)));
                    let others = journal.others;
                    lines.extend(journal.refused.into_iter().map(|(place, refusal)| Line {
                        place,
                        outcome: crate::Outcome::Refused(refusal),
                        derived: Vec::new(),
                        warnings: Vec::new(),
                    }));
                    lines.sort_by_key(|line| line.place.row);
                    return Step::Done(Ok(found(self.file, others, lines)));
                }
                Stage::Writing { journal, matched, numbers, done: end, lines }
            }
        };
        Step::More(Box::new(self))
    }
}

fn gather(bytes: &[u8], layout: &Layout, at: usize, rows: u32, journal: &mut Journal) -> (usize, u32) {
    let until = (at + STEP_BYTES).min(bytes.len());
    let (mut at, mut rows) = (at, rows);
    while at < until {
        let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |found| at + found);
        journal.add(bytes, layout, at, end, rows + 1);
        // A line ends in CR, LF or both.
        at = if bytes[end..].starts_with(b"\r\n") { end + 2 } else { (end + 1).min(bytes.len()) };
        rows += 1;
    }
    (at, rows)
}

fn found(file: String, others: usize, lines: Vec<Line>) -> Found {
    let mut notices = vec![
        Notice::new(NoticeCode::AssumedCurrency, "Un FEC est tenu en euros\u{a0}: tous les montants sont lus en euros."),
        Notice::new(
            NoticeCode::NoDueDate,
            "Un FEC ne donne pas les échéances\u{a0}: elles sont à compléter, par exemple d’après vos conditions de paiement.",
        ),
    ];
    if others > 0 {
        let count = dument_law::french::count(i64::try_from(others).unwrap_or(i64::MAX), "ligne", "lignes");
        notices.push(Notice::new(
            NoticeCode::OtherAccounts,
            format!(
                "À côté des comptes clients (411, 413 et 416), ce FEC contient {count} d’autres comptes, qui servent à comprendre les \
                 écritures."
            ),
        ));
    }
    Found { file, kind: FileKind::Fec, detail: None, notices, table: None, lines }
}

fn no_customers() -> Refusal {
    Refusal::new(
        RefusalCode::NoCustomerAccount,
        "Ce FEC ne contient aucun compte client (411, 413 ou 416). Vérifiez que c’est le bon exercice et la bonne société.",
    )
}
