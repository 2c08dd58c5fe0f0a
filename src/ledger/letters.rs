//! Letters for many clients at once: one each, as a file each, in one archive.

use std::time::Duration;

use dument_desk::Look;
use dument_law::Day;
use dument_ledger::{DebtorId, InvoiceId};
use dument_letters::{Letter, LetterKind, Tone};
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::case;
use super::desk::{Desk, Unanswered};
use crate::case::{Case, Party};
use crate::case_drawer::file_name_part;
use crate::documents::{self, File, RenderError};
use crate::letters_module::{self, Unwritten};
use crate::pages::letters::catalogue;

/// A letter to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// To whom.
    pub debtor: DebtorId,
    /// Which.
    pub letter: LetterKind,
    /// In which voice, where another than the letter's own.
    pub tone: Option<Tone>,
    /// About which invoices; none named means all that are open.
    pub invoices: Vec<InvoiceId>,
}

/// How far the writing has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The file to hand over: the letter itself where it is one, else all in an archive; none where nothing could be written.
    pub file: Option<File>,
    /// The letters in it.
    pub written: Vec<Wanted>,
    /// Who gets none, and why.
    pub left_out: Vec<LeftOut>,
}

/// A client who gets no letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub debtor: DebtorId,
    /// Its name.
    pub name: String,
    /// Why, in sentences.
    pub why: String,
}

/// Why there are no letters at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// The visitor put an end to it.
    #[error("Annulé\u{a0}: aucune lettre n’a été enregistrée.")]
    Cancelled,
    /// The ledger doesn't answer.
    #[error(transparent)]
    Ledger(#[from] Unanswered),
    /// What writes letters could not be fetched, or stopped.
    #[error("{0}")]
    Letters(String),
    /// What makes files could not be fetched, or stopped.
    #[error(transparent)]
    Files(#[from] RenderError),
}

/// Writes letters, one after the other, as long as `goes_on` tells so.
pub async fn write(
    desk: Desk,
    own: &Party,
    as_of: Day,
    wanted: &[Wanted],
    told: impl Fn(Written),
    goes_on: impl Fn() -> bool,
) -> Result<Batch, NotWritten> {
    let mut batch = Batch::default();
    let mut files: Vec<File> = Vec::new();
    for (done, one) in wanted.iter().enumerate() {
        told(Written { done, of: wanted.len() });
        breathe().await;
        if !goes_on() {
            return Err(NotWritten::Cancelled);
        }
        // One that went meanwhile needs no letter.
        let asked = Look::Case { id: one.debtor, invoices: one.invoices.clone(), as_of };
        let Some(handed) = desk.look::<Option<String>>(&asked).await? else { continue };
        let mut case = case::read(&handed, own).map_err(|why| NotWritten::Letters(why.to_string()))?;
        case.letters.entry(one.letter).or_default().tone = one.tone;
        let name = case.debtor.name.clone();
        match letter(&case, as_of, one.letter).await? {
            Ok(letter) => {
                let to = (!case.debtor.email.is_empty()).then_some(case.debtor.email.as_str());
                files.push(file(&letter, to, &unused(&name, one.letter, &files)).await?);
                batch.written.push(one.clone());
            }
            Err(why) => batch.left_out.push(LeftOut { debtor: one.debtor, name, why }),
        }
    }
    told(Written { done: wanted.len(), of: wanted.len() });
    batch.file = match files.len() {
        0 => None,
        1 => files.pop(),
        _ => Some(File { name: format!("dument-lettres-{as_of}.zip"), bytes: documents::archive(&files, as_of).await? }),
    };
    Ok(batch)
}

/// The letter of a client, or why it gets none.
async fn letter(case: &Case, as_of: Day, kind: LetterKind) -> Result<Result<Letter, String>, NotWritten> {
    let sentences = |faults: Vec<crate::case::reading::Fault>| {
        let said: Vec<String> = faults.into_iter().map(|fault| fault.message).collect();
        Ok(Err(said.join(" ")))
    };
    let told = match case.letter_input(kind, as_of) {
        Ok(told) => told,
        Err(faults) => return sentences(faults),
    };
    match letters_module::write(kind, &told.input).await {
        Ok(letter) => Ok(Ok(letter)),
        Err(Unwritten::Refused(faults)) => sentences(told.faults(faults)),
        Err(Unwritten::Failed(why)) => Err(NotWritten::Letters(why)),
    }
}

/// The file of a letter: a message as it is sent, all else as PDF.
async fn file(letter: &Letter, to: Option<&str>, name: &str) -> Result<File, RenderError> {
    let (end, bytes) = match letter.kind {
        LetterKind::EmailReminder => ("eml", documents::eml(letter, to, &[]).await?),
        LetterKind::TextMessage | LetterKind::PhoneScript => ("txt", documents::txt(letter).await?),
        _ => ("pdf", documents::pdf(letter, None).await?),
    };
    Ok(File { name: format!("{name}.{end}"), bytes })
}

/// A name for the file that no other has: two clients may have the same.
fn unused(client: &str, kind: LetterKind, files: &[File]) -> String {
    let name = format!("{}-{}", file_name_part(&client.to_lowercase()), file_name_part(&catalogue::name(kind).to_lowercase()));
    let is_taken = |name: &str| files.iter().any(|file| file.name.rsplit_once('.').is_some_and(|(taken, _)| taken == name));
    let mut free = name.clone();
    for n in 2.. {
        if !is_taken(&free) {
            break;
        }
        free = format!("{name}-{n}");
    }
    free
}

/// Lets the page draw, and the visitor press a button.
async fn breathe() {
    let turn = Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                // It has no one to fail for.
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            },
            Duration::ZERO,
        );
    });
    // It never fails.
    let _ = JsFuture::from(turn).await;
}
