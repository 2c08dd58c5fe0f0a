//! For how long the browser keeps the cases, and how to erase them all.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::components::icon::Icon;
use crate::state::use_state;
use crate::store::{Keeping, keeper, persistence};

/// Whether the browser may clear what is kept, and a way to ask it not to: asked when the visitor wants, never by itself.
#[component]
pub fn Promise() -> impl IntoView {
    let state = use_state();
    let promised = RwSignal::new(None::<bool>);
    let said = RwSignal::new("");
    spawn_local(async move { promised.set(persistence::is_promised().await) });
    let ask = move |_| {
        spawn_local(async move {
            let given = persistence::ask().await;
            promised.set(Some(given));
            said.set(if given {
                "Le navigateur s’y engage."
            } else {
                "Le navigateur ne s’y engage pas pour l’instant\u{a0}: exportez vos dossiers de temps en temps."
            });
        });
    };
    view! {
        <section class="section">
            <h2>"Combien de temps ils restent"</h2>
            <div class="prose">
                <p>"Vos dossiers sont dans ce navigateur, sur cet appareil, et nulle part ailleurs."</p>
                <p>"Ils disparaissent si vous effacez les données de ce site, ou à la fermeture d’une fenêtre de navigation privée."</p>
                <p>
                    {move || match promised.get() {
                        Some(true) => "Ce navigateur s’est engagé à ne pas les effacer de lui-même.",
                        Some(false) => "Ce navigateur peut aussi les effacer de lui-même si la place manque, ou, pour certains, après une semaine sans visite.",
                        None => "Ce navigateur ne dit pas s’il peut aussi les effacer de lui-même.",
                    }}
                </p>
                <p>"Un dossier exporté est un fichier à vous\u{a0}: rangez-le avec vos factures."</p>
            </div>
            <p class="actions">
                {move || {
                    (promised.get() == Some(false) && state.kept.keeping.get() == Keeping::Kept)
                        .then(|| {
                            view! {
                                <button type="button" class="button quiet small" on:click=ask>
                                    <Icon name="shield"/>
                                    "Demander au navigateur de les garder"
                                </button>
                            }
                        })
                }}
                <span class="ok" role="status">{said}</span>
            </p>
        </section>
    }
}

/// « Tout effacer », asked once more.
#[component]
pub fn Erasing() -> impl IntoView {
    let state = use_state();
    let sure = RwSignal::new(false);
    let said = RwSignal::new(None::<Result<(), String>>);
    let keep: NodeRef<html::Button> = NodeRef::new();
    let ask: NodeRef<html::Button> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(keep) = keep.get() {
            let _ = keep.focus();
        }
    });
    let back = move || {
        sure.set(false);
        if let Some(ask) = ask.try_get_untracked().flatten() {
            let _ = ask.focus();
        }
    };
    let erase = move |_| {
        spawn_local(async move {
            let erased = keeper::erase(state).await.map_err(|why| why.to_string());
            back();
            said.set(Some(erased));
        });
    };
    view! {
        <section class="section">
            <h2>"Tout effacer"</h2>
            <p class="prose">"Tous les dossiers, votre suivi, et tout ce que Dûment garde dans ce navigateur. Les fichiers déjà exportés ou téléchargés restent à vous."</p>
            <p class="actions">
                <button
                    type="button"
                    class="button quiet small"
                    node_ref=ask
                    on:click=move |_| {
                        said.set(None);
                        sure.set(true);
                    }
                >
                    <Icon name="trash"/>
                    "Tout effacer"
                </button>
            </p>
            {move || {
                sure.get()
                    .then(|| {
                        view! {
                            <div class="note lost" role="alert">
                                <Icon name="warning"/>
                                <p>"Tous vos dossiers et votre suivi seront effacés de ce navigateur, sans retour possible."</p>
                                <p class="actions">
                                    <button type="button" class="button danger small" on:click=erase>"Effacer tous les dossiers"</button>
                                    <button type="button" class="button plain small" node_ref=keep on:click=move |_| back()>"Les garder"</button>
                                </p>
                            </div>
                        }
                    })
            }}
            {move || {
                said.get()
                    .map(|said| match said {
                        Ok(()) => view! { <p class="ok" role="status">"Tout est effacé\u{a0}: Dûment ne garde plus rien dans ce navigateur."</p> }.into_any(),
                        Err(why) => view! { <p class="error" role="alert">{why}</p> }.into_any(),
                    })
            }}
        </section>
    }
}
