//! What is said beside, over and instead of a page; the icons.

use dument_law::Note;
use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::components::notes::Notes;

/// The drawings of `www/icons/sprite.svg`; that the list is whole is tested.
const ICONS: &[&str] = &[
    "calendar",
    "letter",
    "clock",
    "shield",
    "download",
    "print",
    "copy",
    "undo",
    "plus",
    "trash",
    "check",
    "warning",
    "info",
    "external",
    "menu",
    "close",
    "arrow-right",
    "phone",
    "mail",
    "file-pdf",
    "file-docx",
];

/// Remarks, marks and banners.
#[component]
pub fn Messages() -> impl IntoView {
    view! {
        <Notes notes=vec![
            Note::info("design", "Bon à savoir\u{a0}: cela ne change rien à faire."),
            Note::warning("design", "À décider\u{a0}: la date change selon votre réponse."),
        ]/>
        <div class="note lost"><Icon name="warning"/><p>"Perdu, ou sur le point de l’être."</p></div>
        <div class="note paid"><Icon name="check"/><p>"Réglé."</p></div>
        <p class="actions">
            <span class="tag">"marque"</span>
            <span class="tag soon">"provisoire"</span>
            <span class="tag paid"><Icon name="check"/>"conseillée"</span>
            <span class="tag lost">"fermée"</span>
        </p>
        <div class="banner warning"><Icon name="warning"/><p>"Ce qui concerne tout le dossier, au-dessus de la page."</p><button type="button" class="link">"Fermer"</button></div>
    }
}

/// Empty, loading, failed.
#[component]
pub fn States() -> impl IntoView {
    view! {
        <div class="empty"><h2>"Il manque encore"</h2><ul><li><button type="button" class="link">"le montant de la facture"</button></li></ul></div>
        <p class="loading">"Chargement…" <progress aria-label="Chargement"></progress></p>
        <p class="loading">"Lecture du fichier" <progress aria-label="Lecture" value="3" max="5"></progress></p>
        <div class="failure">
            <h2>"Cela n’a pas marché"</h2>
            <p>"Une phrase dit ce qui s’est passé, et quoi faire."</p>
            <p class="actions"><button type="button" class="button">"Réessayer"</button></p>
        </div>
    }
}

/// Every icon, with its name.
#[component]
pub fn Icons() -> impl IntoView {
    let drawing = |name: &&'static str| view! { <li><Icon name/><code>{*name}</code></li> };
    view! { <ul class="swatches">{ICONS.iter().map(drawing).collect_view()}</ul> }
}
