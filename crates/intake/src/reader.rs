//! Reading a file step by step, whatever it is: what it is shows by its content, never by its name.

use crate::fec::Fec;
use crate::refusal::{Refusal, RefusalCode};
use crate::{FileKind, Found, Mapping, einvoice, export, limits, pdf, table};

/// What the caller knows of the files to come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What the columns of tables give, as corrected by hand or remembered: each is used for files with its headers.
    pub mappings: Vec<Mapping>,
}

/// How far a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes done.
    pub done: usize,
    /// Bytes in all.
    pub total: usize,
    /// Whether everything is done.
    pub finished: bool,
}

/// A file being read. Between two steps the caller may do other things, or drop it.
///
/// ```
/// use dument_intake::{Options, Reader};
/// let mut reader = Reader::new("notes.txt", b"Bonjour".to_vec(), Options::default());
/// while !reader.step().finished {}
/// assert!(reader.finish().is_err());
/// ```
pub struct Reader {
    total: usize,
    state: State,
}

/// What a step of one kind of file came to.
pub(crate) enum Step<T> {
    /// There is more to read.
    More(Box<T>),
    /// All is read, or nothing can be used.
    Done(Result<Found, Refusal>),
}

enum State {
    Start { file: String, bytes: Vec<u8>, options: Options },
    Fec(Box<Fec>),
    Table(Box<table::Reading>),
    Done(Result<Found, Refusal>),
}

impl Reader {
    /// A file to be read, by its name and its bytes.
    pub fn new(file: impl Into<String>, bytes: Vec<u8>, options: Options) -> Self {
        Self { total: bytes.len(), state: State::Start { file: file.into(), bytes, options } }
    }

    /// Reads on for a few milliseconds.
    pub fn step(&mut self) -> Progress {
        self.state = match std::mem::replace(&mut self.state, State::Done(Err(unknown()))) {
            State::Start { file, bytes, options } => begin(file, bytes, &options.mappings),
            State::Fec(fec) => match fec.step() {
                Step::More(fec) => State::Fec(fec),
                Step::Done(found) => State::Done(found),
            },
            State::Table(reading) => match reading.step() {
                Step::More(reading) => State::Table(reading),
                Step::Done(found) => State::Done(found),
            },
            done @ State::Done(_) => done,
        };
        match &self.state {
            State::Fec(fec) => Progress { done: fec.done(), total: self.total, finished: false },
            State::Start { .. } => Progress { done: 0, total: self.total, finished: false },
            State::Table(reading) => {
                let (done, total) = reading.done();
                // Of what was inflated: the same share of the file.
                let share = u128::from(done as u64) * u128::from(self.total as u64) / u128::from(total.max(1) as u64);
                Progress {
                    done: usize::try_from(share).unwrap_or(self.total).min(self.total),
                    total: self.total,
                    finished: false,
                }
            }
            State::Done(_) => Progress { done: self.total, total: self.total, finished: true },
        }
    }

    /// Reads what is left and gives all that was found, or why nothing of the file can be used.
    pub fn finish(mut self) -> Result<Found, Refusal> {
        loop {
            self.step();
            if let State::Done(found) = self.state {
                return found;
            }
        }
    }
}

/// Reads a whole file at once.
pub fn read(file: impl Into<String>, bytes: Vec<u8>, options: Options) -> Result<Found, Refusal> {
    Reader::new(file, bytes, options).finish()
}

/// What a file is, by its first bytes, and its reading begun.
fn begin(file: String, bytes: Vec<u8>, mappings: &[Mapping]) -> State {
    /// The mark of a PDF may stand behind other bytes.
    const PDF_WITHIN: usize = 1024;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return State::Done(Err(Refusal::new(
            RefusalCode::EmptyFile,
            "Ce fichier est vide. Exportez-le de nouveau depuis votre logiciel.",
        )));
    }
    if bytes.len() > limits::FILE_BYTES {
        return State::Done(Err(too_large()));
    }
    let (file, bytes) = match Fec::begin(file, bytes) {
        Ok(fec) => return State::Fec(Box::new(fec)),
        Err(back) => back,
    };
    if bytes.len() > limits::WHOLE_FILE_BYTES {
        return State::Done(Err(too_large()));
    }
    let started = if memchr::memmem::find(&bytes[..bytes.len().min(PDF_WITHIN)], b"%PDF-").is_some() {
        return State::Done(pdf::read(&bytes).map(|read| single(file, FileKind::Pdf, read)));
    } else if is_xml(&bytes) {
        return State::Done(einvoice::read(&bytes, None).map(|read| single(file, read.kind, read)));
    } else if export::is_json(&bytes) {
        return State::Done(export::read_json(file, &bytes));
    } else if bytes.starts_with(b"PK") {
        table::Reading::xlsx(file, bytes, mappings)
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        Err(old_workbook())
    } else {
        table::Reading::csv(file, bytes, mappings)
    };
    started.map_or_else(|refusal| State::Done(Err(refusal)), |reading| State::Table(Box::new(reading)))
}

/// Whether a text begins as XML does, in any encoding.
fn is_xml(bytes: &[u8]) -> bool {
    let without_mark = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    without_mark.trim_ascii_start().first() == Some(&b'<')
        || matches!(bytes, [0xff, 0xfe, b'<', 0, ..] | [0xfe, 0xff, 0, b'<', ..])
}

/// What one e-invoice gives.
fn single(file: String, kind: FileKind, read: einvoice::Read) -> Found {
    Found { file, kind, detail: Some(read.detail), notices: Vec::new(), table: None, lines: vec![read.line] }
}

fn old_workbook() -> Refusal {
    Refusal::new(
        RefusalCode::UnknownFile,
        "Ce fichier est un ancien classeur Excel (.xls) ou un classeur protégé par un mot de passe. Enregistrez-le au format .xlsx ou \
         .csv, sans mot de passe.",
    )
}

pub(crate) fn unknown() -> Refusal {
    Refusal::new(
        RefusalCode::UnknownFile,
        "Ce fichier n’est ni une facture électronique, ni un FEC, ni un tableau de factures. Déposez un export de votre logiciel de \
         facturation ou de comptabilité.",
    )
}

fn too_large() -> Refusal {
    Refusal::new(
        RefusalCode::TooLarge,
        "Ce fichier est trop grand pour être lu ici. Exportez une période plus courte de votre logiciel.",
    )
}
