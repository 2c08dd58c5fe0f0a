//! How to have the tools at hand without a network: the site itself, and the one file.

use leptos::prelude::*;

use crate::address::use_address;

/// Where the section stands in the page, and its title.
pub const KEEP: (&str, &str) = ("hors-connexion", "Sans connexion");

/// What works without a network, and the file to keep. A build holds the file to the size named here.
#[component]
pub fn Keep() -> impl IntoView {
    let address = use_address();
    let said = if address.is_one_file() {
        view! {
            <p>
                "Ce fichier contient tout Dûment et n’envoie rien\u{a0}: copiez-le où vous voulez. Il ne se met pas à jour tout seul\u{a0}: \
                 au-delà de la date ci-dessus, reprenez-en un plus récent là où vous l’avez eu."
            </p>
        }
        .into_any()
    } else {
        view! {
            <p>
                "Après une première visite, tous les outils de ce site marchent sans connexion, lettres et fichiers compris. \
                 Votre navigateur peut aussi l’installer comme une application."
            </p>
            <p>
                "Dûment tient encore dans un seul fichier, à garder sur une clé USB ou à transmettre\u{a0}: il s’ouvre d’un double clic dans \
                 un navigateur récent, et ne peut rien envoyer. "
                <a href=address.file("dument.html") download="dument.html">"Télécharger Dûment en un fichier (moins de 2,5\u{a0}Mo)"</a>
            </p>
        }
        .into_any()
    };
    view! {
        <section class="section" id=KEEP.0>
            <h2 tabindex="-1">{KEEP.1}</h2>
            <div class="flow">{said}</div>
        </section>
    }
}
