//! Cases as files: handed to the visitor, and taken from them.

use dument_law::french;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::icon::Icon;
use crate::case::Case;
use crate::case::file::{self, FileError, FiledCase, Opened};
use crate::case::reading::name_of_invoice;
use crate::case_drawer::file_name_part;
use crate::download::{self, NotSaved};
use crate::reopen::{ReopenError, bytes_of, reopen};
use crate::sealing::is_sealed;
use crate::state::{State, use_state};
use crate::store::record::Record;
use crate::store::{Notice, keeper, rescue, shelf, title};

/// Hands a case to the visitor.
pub fn save(name: &str, case: &Case) -> Result<(), NotSaved> {
    let invoice = case.invoices.first().map(|first| name_of_invoice(first, 0)).unwrap_or_default();
    let named = if name.trim().is_empty() { &invoice } else { name };
    let filed = FiledCase { name: name.to_owned(), case: case.clone() };
    save_text(&format!("dument-{}.json", file_name_part(named)), &file::write_all(&[filed]))
}

/// Hands the case at work to the visitor.
pub fn save_case(state: State) -> Result<(), NotSaved> {
    let name = state.kept.name.get_untracked();
    state.case.with_untracked(|case| save(&name, case))?;
    keeper::was_exported(state);
    Ok(())
}

/// Hands every case that can be read to the visitor, in one file.
pub fn save_all(kept: &[shelf::Kept]) -> Result<(), NotSaved> {
    let filed = |(record, case): &(Record, Case)| FiledCase { name: record.name.clone(), case: case.clone() };
    let readable: Vec<_> = kept.iter().filter_map(|kept| kept.content.as_ref().ok().map(filed)).collect();
    save_text("dument-dossiers.json", &file::write_all(&readable))
}

/// Hands a text to the visitor as a file of JSON.
pub fn save_text(name: &str, text: &str) -> Result<(), NotSaved> {
    download::save(name, "application/json", text.as_bytes())
}

/// Takes the cases of a file, beside those that are kept; says what became of them, or what prevents it.
pub async fn take(state: State, bytes: &[u8]) -> Result<String, String> {
    let before = (state.kept.id.get_untracked(), state.case.get_untracked(), state.kept.name.get_untracked());
    let Found { cases, left_out } = cases_in(bytes).await.map_err(|error| error.to_string())?;
    let count = i64::try_from(cases.len()).unwrap_or(i64::MAX);
    shelf::import(state, cases).await.map_err(|error| error.to_string())?;
    let (id, case, name) = before;
    if id != state.kept.id.get_untracked() && case != Case::default() {
        let title = title(&name, &case.debtor.name);
        state.kept.notice.set(Some(Notice::Opened { before: id, title }));
    }
    let taken = if count == 1 {
        "Dossier ouvert.".to_owned()
    } else {
        format!("{} dans «\u{a0}Mes dossiers\u{a0}».", french::count(count, "dossier ajouté", "dossiers ajoutés"))
    };
    Ok(format!("{taken}{left_out}"))
}

/// The cases of a file.
struct Found {
    cases: Vec<(Case, String)>,
    /// What of it was not taken, in a sentence; empty where all was.
    left_out: String,
}

/// The cases in a file, each with the name it had.
async fn cases_in(bytes: &[u8]) -> Result<Found, ReopenError> {
    let Some(records) = rescue::read(&String::from_utf8_lossy(bytes)) else {
        let Opened { cases, unknown } = reopen(bytes).await?;
        let left_out = if unknown.is_empty() {
            String::new()
        } else {
            format!(" Ce que cette version de Dûment ne connaît pas n’a pas été repris\u{a0}: {}.", unknown.join(", "))
        };
        return Ok(Found { cases: cases.into_iter().map(|filed| (filed.case, filed.name)).collect(), left_out });
    };
    let count = records.len();
    let read = records.into_iter().filter_map(|record| record.and_then(|record| Ok((record.case()?, record.name))).ok());
    let cases: Vec<_> = read.collect();
    if cases.is_empty() {
        return Err(FileError::Unreadable.into());
    }
    let unread = i64::try_from(count - cases.len()).unwrap_or(i64::MAX);
    let left_out = if unread == 0 {
        String::new()
    } else {
        let unread = french::count(unread, "dossier n’a pas pu être lu", "dossiers n’ont pas pu être lus");
        format!(" {unread}\u{a0}: gardez ce fichier.")
    };
    Ok(Found { cases, left_out })
}

/// Chooses a file of cases.
#[component]
pub fn ImportButton(
    /// Why a file could not be taken.
    refused: RwSignal<Option<String>>,
) -> impl IntoView {
    let state = use_state();
    let told = RwSignal::new(String::new());
    let choose = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else { return };
        if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
            spawn_local(async move {
                let taken = match bytes_of(&chosen).await {
                    Ok(bytes) if is_sealed(&bytes) => Err(
                        "Ce fichier est chiffré\u{a0}: importez-le par «\u{a0}Mon dossier\u{a0}», qui demande sa phrase secrète."
                            .to_owned(),
                    ),
                    Ok(bytes) => take(state, &bytes).await,
                    Err(error) => Err(error.to_string()),
                };
                refused.set(taken.as_ref().err().cloned());
                told.set(taken.unwrap_or_default());
            });
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    view! {
        <label class="button quiet small">
            <input type="file" class="visually-hidden" accept="application/json,.json,application/pdf,.pdf" on:change=choose/>
            <Icon name="plus"/>
            "Importer"
        </label>
        <span class="ok" role="status">{told}</span>
    }
}
