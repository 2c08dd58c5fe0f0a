//! What is done with a finished letter: files, copy, print.

use dument_letters::{Block, Letter, plain_text};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::case::Case;
use crate::case_drawer::file_name_part;
use crate::components::copy::CopyButton;
use crate::components::icon::Icon;
use crate::documents::{self, Format};
use crate::download;
use crate::state::use_state;

/// What is going on with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Progress {
    Idle,
    Working(&'static str),
    Done(&'static str),
    Failed(String),
}

/// The letter with the paragraphs as the visitor rewrote them.
fn rewritten(letter: &Letter, case: &Case) -> Letter {
    let mut letter = letter.clone();
    if let Some(draft) = case.letters.get(&letter.kind) {
        for block in &mut letter.blocks {
            if let Block::Paragraph { id, text } = block
                && let Some(words) = draft.paragraphs.get(id)
            {
                words.clone_into(text);
            }
        }
        letter.text = plain_text(&letter.document());
    }
    letter
}

/// The buttons of the letter.
#[component]
pub fn Actions(
    /// The letter, in its own words.
    letter: StoredValue<Letter>,
) -> impl IntoView {
    let state = use_state();
    let progress = RwSignal::new(Progress::Idle);
    let finished = move || letter.with_value(|letter| state.case.with_untracked(|case| rewritten(letter, case)));
    let make = move |format: Format| {
        let finished = finished();
        progress.set(Progress::Working(match format {
            Format::Pdf => "Préparation du PDF…",
            Format::Docx => "Préparation du document DOCX…",
        }));
        spawn_local(async move {
            let name =
                format!("{}-{}.{}", file_name_part(&finished.subject.to_lowercase()), finished.written_on, format.extension());
            let made = documents::render(&finished, format).await;
            progress.set(match made {
                Ok(bytes) => match download::save(&name, format.media_type(), &bytes) {
                    Ok(()) => Progress::Done("Le fichier est dans vos téléchargements."),
                    Err(error) => Progress::Failed(error.to_string()),
                },
                Err(error) => Progress::Failed(error.to_string()),
            });
        });
    };
    let working = move || matches!(progress.get(), Progress::Working(_));
    view! {
        <p class="actions">
            <button type="button" class="button" disabled=working on:click=move |_| make(Format::Pdf)>
                <Icon name="file-pdf"/>
                "Télécharger en PDF"
            </button>
            <button type="button" class="button plain" disabled=working on:click=move |_| make(Format::Docx)>
                <Icon name="file-docx"/>
                "DOCX"
            </button>
            <CopyButton text=Callback::new(move |()| finished().text)/>
        </p>
        <div role="status" aria-live="polite">
            {move || match progress.get() {
                Progress::Idle => ().into_any(),
                Progress::Working(what) => view! { <div class="loading"><p>{what}</p><progress></progress></div> }.into_any(),
                Progress::Done(what) => view! { <p class="ok">{what}</p> }.into_any(),
                Progress::Failed(why) => view! { <p class="error">{why}</p> }.into_any(),
            }}
        </div>
    }
}
