//! The case taken away and brought back: as a file, sealed or not, or as a link.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use dument_pages::Page;

use super::case_files::{save_case, take};
use super::copy::CopyButton;
use super::icon::Icon;
use super::passphrase::Passphrase;
use crate::address::use_address;
use crate::case::file;
use crate::case::reading::name_of_invoice;
use crate::case_drawer::file_name_part;
use crate::download;
use crate::link::{self, LONG};
use crate::reopen::bytes_of;
use crate::sealing::{self, is_sealed};
use crate::state::{State, use_state};

/// What is being asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asking {
    Nothing,
    /// The passphrase to seal with.
    ToSeal,
    /// The passphrase that opens this file, by its name and its content.
    ToOpen(String, Vec<u8>),
    /// Whether the link, which is this, is really wanted.
    Link(String),
}

/// Export, import and link, with what each asks.
#[component]
pub fn Carry() -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let asking = RwSignal::new(Asking::Nothing);
    let (refused, told) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let begin = move |what: Asking| {
        refused.set(None);
        told.set(None);
        asking.set(what);
    };
    let export = move |_| {
        begin(Asking::Nothing);
        let saved = save_case(state);
        refused.set(saved.err().map(|error| error.to_string()));
    };
    let receive = move |chosen: web_sys::File| {
        begin(Asking::Nothing);
        spawn_local(async move {
            match bytes_of(&chosen).await {
                Ok(bytes) if is_sealed(&bytes) => asking.set(Asking::ToOpen(chosen.name(), bytes)),
                Ok(bytes) => open(state, &bytes, refused, told).await,
                Err(error) => refused.set(Some(error.to_string())),
            }
        });
    };
    let import = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else { return };
        if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
            receive(chosen);
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    let drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        if let Some(dropped) = event.data_transfer().and_then(|dropped| dropped.files()).and_then(|files| files.get(0)) {
            receive(dropped);
        }
    };
    let make_link = move |_| {
        begin(Asking::Nothing);
        spawn_local(async move {
            let case = state.case.get_untracked();
            match link::of_case(&case).await {
                Ok(fragment) => asking.set(Asking::Link(address.link(Page::Home, &fragment))),
                Err(error) => refused.set(Some(error.to_string())),
            }
        });
    };
    let close = Callback::new(move |()| asking.set(Asking::Nothing));
    let expanded = move |what: fn(&Asking) -> bool| move || asking.with(what).to_string();
    view! {
        <p class="actions" on:dragover=|event| event.prevent_default() on:drop=drop>
            <button type="button" class="button quiet small" on:click=export><Icon name="download"/>"Exporter"</button>
            <button
                type="button"
                class="button quiet small"
                aria-expanded=expanded(|asking| *asking == Asking::ToSeal)
                on:click=move |_| begin(Asking::ToSeal)
            >
                <Icon name="shield"/>
                "Exporter chiffré"
            </button>
            <label class="button quiet small">
                <input type="file" class="visually-hidden" accept="application/json,.json,.age,application/pdf,.pdf" on:change=import/>
                "Importer un dossier"
            </label>
            // A file on a disk is found by no one else.
            {(!address.is_one_file())
                .then(|| {
                    view! {
                    <button
                        type="button"
                        class="button quiet small"
                        aria-expanded=expanded(|asking| matches!(asking, Asking::Link(_)))
                        on:click=make_link
                    >
                        <Icon name="copy"/>
                        "Copier un lien vers ce dossier"
                    </button>
                    }
                })}
        </p>
        <p class="hint">"Un dossier exporté, même chiffré, ou un PDF de Dûment auquel vous l’aviez joint\u{a0}: choisissez-le, ou déposez-le ici."</p>
        {move || match asking.get() {
            Asking::Nothing => ().into_any(),
            Asking::ToSeal => view! { <Seal on_close=close told/> }.into_any(),
            Asking::ToOpen(name, bytes) => view! { <Open name bytes on_close=close refused told/> }.into_any(),
            Asking::Link(link) => view! { <TheLink link on_close=close/> }.into_any(),
        }}
        {move || refused.get().map(|message| view! { <p class="error" role="alert">{message}</p> })}
        <p class="ok" role="status">{told}</p>
    }
}

/// What the file of the case is called.
fn file_name(state: State) -> String {
    state.case.with_untracked(|case| {
        let invoice = case.invoices.first().map(|first| name_of_invoice(first, 0)).unwrap_or_default();
        format!("dument-{}.json", file_name_part(&invoice))
    })
}

/// Opens what a file holds.
async fn open(state: State, bytes: &[u8], refused: RwSignal<Option<String>>, told: RwSignal<Option<String>>) {
    match take(state, bytes).await {
        Ok(said) => told.set(Some(said)),
        Err(why) => refused.set(Some(why)),
    }
}

/// Seals the case by a passphrase, and hands the file over.
#[component]
fn Seal(on_close: Callback<()>, told: RwSignal<Option<String>>) -> impl IntoView {
    let state = use_state();
    let fault = RwSignal::new(None::<String>);
    let busy = RwSignal::new(None::<&'static str>);
    let seal = Callback::new(move |passphrase: String| {
        busy.set(Some("Chiffrement en cours\u{a0}: quelques secondes. Vous pouvez continuer."));
        let text = state.case.with_untracked(file::write);
        let name = format!("{}.age", file_name(state));
        spawn_local(async move {
            let sealed = sealing::seal(text.as_bytes(), &passphrase).await;
            busy.set(None);
            let saved = sealed
                .map_err(|error| error.to_string())
                .and_then(|sealed| download::save(&name, "application/octet-stream", &sealed).map_err(|error| error.to_string()));
            match saved {
                Ok(()) => {
                    told.set(Some(format!(
                        "Fichier chiffré enregistré\u{a0}: {name}. Importez-le ici, ou ouvrez-le avec le programme age."
                    )));
                    on_close.run(());
                }
                Err(message) => fault.set(Some(message)),
            }
        });
    });
    view! {
        <Passphrase
            id="seal-passphrase"
            file=file_name(state)
            hint="Quatre mots au hasard ou plus, que vous noterez en lieu sûr. Perdue, elle ne se retrouve pas\u{a0}: sans elle, personne n’ouvre ce fichier, pas même vous."
            new=true
            action="Chiffrer et exporter"
            on_submit=seal
            busy=busy.into()
            fault
            on_close
        />
    }
}

/// Opens a sealed file.
#[component]
fn Open(
    name: String,
    bytes: Vec<u8>,
    on_close: Callback<()>,
    refused: RwSignal<Option<String>>,
    told: RwSignal<Option<String>>,
) -> impl IntoView {
    let state = use_state();
    let fault = RwSignal::new(None::<String>);
    let busy = RwSignal::new(None::<&'static str>);
    let bytes = StoredValue::new(bytes);
    let unseal = Callback::new(move |passphrase: String| {
        busy.set(Some("Ouverture en cours\u{a0}: quelques secondes."));
        spawn_local(async move {
            let opened = sealing::open(&bytes.get_value(), &passphrase).await;
            busy.set(None);
            match opened {
                Ok(plain) => {
                    on_close.run(());
                    open(state, &plain, refused, told).await;
                }
                Err(error) => fault.set(Some(error.to_string())),
            }
        });
    });
    view! {
        <Passphrase
            id="open-passphrase"
            file=name
            hint="Ce fichier est chiffré\u{a0}: écrivez ou collez la phrase avec laquelle il l’a été."
            action="Ouvrir"
            on_submit=unseal
            busy=busy.into()
            fault
            on_close
        />
    }
}

/// A link that holds the case, after what to know of it.
#[component]
fn TheLink(link: String, on_close: Callback<()>) -> impl IntoView {
    let long = link.len() > LONG;
    let given = StoredValue::new(link.clone());
    view! {
        <div class="form">
            <p>
                <strong>"Ce lien contient tout le dossier"</strong>
                "\u{a0}: noms, montants, dates, ce que vous avez écrit. Quiconque l’a peut le lire, et vous ne pourrez pas le reprendre. Il ne passe par aucun serveur de Dûment."
            </p>
            {long
                .then(|| {
                    view! {
                        <p class="note">
                            <Icon name="warning"/>
                            "Ce lien est très long\u{a0}: une messagerie peut le couper, et il ne s’ouvrirait plus. Exportez plutôt le dossier en fichier."
                        </p>
                    }
                })}
            <div class="field">
                <label for="case-link">"Lien vers ce dossier"</label>
                <textarea id="case-link" class="input" rows="2" readonly prop:value=link.clone()></textarea>
            </div>
            <p class="actions">
                <CopyButton text=Callback::new(move |()| given.get_value())/>
                <button type="button" class="button plain small" on:click=move |_| on_close.run(())>"Fermer"</button>
            </p>
        </div>
    }
}
