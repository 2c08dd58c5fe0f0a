//! Taking the ledger away: as tables for other programs, or whole for another device; and erasing it.

use dument_desk::export::{Form, Wanted};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::address::use_address;
use crate::components::icon::Icon;
use crate::download;
use crate::ledger::desk::{Unanswered, use_desk};

/// The forms: their words, the name of the file and its media type.
const FORMS: [(Form, &str, &str, &str); 4] = [
    (Form::Everything, "Tout, pour un autre appareil", "dument-suivi.json", "application/json"),
    (Form::Csv, "Factures, pour tableur (CSV)", "dument-factures.csv", "text/csv;charset=utf-8"),
    (
        Form::Xlsx,
        "Factures, pour Excel (XLSX)",
        "dument-factures.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (Form::Json, "Factures, pour un programme (JSON)", "dument-factures.json", "application/json"),
];

/// The ways to take the ledger away.
#[component]
pub fn Export() -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let refused = RwSignal::new(None::<String>);
    let said = RwSignal::new(String::new());
    let save = move |(form, _, name, media_type): (Form, &str, &'static str, &'static str)| {
        let as_of = untrack(|| address.as_of());
        spawn_local(async move {
            let saved = match desk.export(&Wanted { form, as_of }).await {
                Ok(bytes) => download::save(name, media_type, &bytes).map_err(|error| error.to_string()),
                Err(why) => Err(why.to_string()),
            };
            said.set(if saved.is_ok() {
                format!("«\u{a0}{name}\u{a0}» est dans vos téléchargements.")
            } else {
                String::new()
            });
            refused.set(saved.err());
        });
    };
    view! {
        <section class="section ledger-view" aria-labelledby="export-title">
            <h2 id="export-title">"Exporter"</h2>
            <ul class="formats">
                {FORMS
                    .map(|form| {
                        view! { <li><button type="button" class="button quiet small" on:click=move |_| save(form)><Icon name="download"/>{form.1}</button></li> }
                    })
                    .into_iter()
                    .collect_view()}
            </ul>
            <p class="hint">"Les trois derniers n’ont que les factures et leurs paiements\u{a0}; le premier a tout, historique et notes compris, et se réimporte ici."</p>
            <p class="ok" role="status">{said}</p>
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </section>
        <Erase/>
    }
}

/// The whole ledger as a file, beside what is said of it.
#[component]
pub fn Everything() -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let wanted = move || Wanted { form: Form::Everything, as_of: untrack(|| address.as_of()) };
    view! { <Saved file=move || { let wanted = wanted(); async move { desk.export(&wanted).await } }/> }
}

/// What is kept of the ledger as a file, though it can't be opened.
#[component]
pub fn Rescue() -> impl IntoView {
    let desk = use_desk();
    view! { <Saved file=move || async move { desk.rescue().await.map(String::into_bytes) }/> }
}

/// A button that saves a file of the ledger, and says what became of it.
#[component]
fn Saved<F, W>(
    /// Makes the file.
    file: F,
) -> impl IntoView
where
    F: Fn() -> W + Copy + 'static,
    W: Future<Output = Result<Vec<u8>, Unanswered>> + 'static,
{
    let (_, _, name, media_type) = FORMS[0];
    let said = RwSignal::new(String::new());
    let save = move |_| {
        spawn_local(async move {
            said.set(match file().await {
                Ok(bytes) => match download::save(name, media_type, &bytes) {
                    Ok(()) => format!("«\u{a0}{name}\u{a0}» est dans vos téléchargements."),
                    Err(error) => error.to_string(),
                },
                Err(why) => why.to_string(),
            });
        });
    };
    view! {
        <button type="button" class="button plain small" on:click=save>"Enregistrer le suivi dans un fichier"</button>
        <span role="status">{said}</span>
    }
}

/// Erases the ledger, once one is sure.
#[component]
fn Erase() -> impl IntoView {
    let desk = use_desk();
    let sure = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let erase = move |_| {
        spawn_local(async move {
            sure.set(false);
            refused.set(desk.erase().await.err().map(|why| why.to_string()));
        });
    };
    view! {
        <section class="section ledger-view" aria-labelledby="erase-title">
            <h2 id="erase-title">"Effacer le suivi"</h2>
            {move || if sure.get() {
                view! {
                    <div class="note lost" role="alert">
                        <Icon name="warning"/>
                        <p>"Tout le suivi sera effacé de ce navigateur, sans retour possible. Vos dossiers restent."</p>
                        <p class="actions">
                            <button type="button" class="button danger small" on:click=erase>"Effacer tout le suivi"</button>
                            <button type="button" class="button plain small" on:click=move |_| sure.set(false)>"Le garder"</button>
                        </p>
                    </div>
                }.into_any()
            } else {
                view! { <p class="actions"><button type="button" class="button quiet small" on:click=move |_| sure.set(true)><Icon name="trash"/>"Effacer"</button></p> }.into_any()
            }}
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </section>
    }
}
