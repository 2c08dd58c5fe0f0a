//! What was done and checked so that everyone can use the site, how, and what is known not to be perfect.

use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;

/// What was checked, and how.
const CHECKED: [(&str, &str); 7] = [
    (
        "Chaque page, dans chacun de ses états",
        "Vide, remplie, fautive, ouverte ou repliée, contre une entreprise, un particulier, une administration\u{a0}: le programme axe-core 4.14.1 n’y trouve aucun défaut, ni en clair ni en sombre, sur écran large comme sur téléphone.\nIl vérifie notamment les contrastes, les noms des champs et la taille de ce qui se presse.",
    ),
    (
        "Au clavier seul",
        "Du premier montant à la lettre téléchargée, dans Chromium, Firefox et WebKit.\nLa place du clavier se voit toujours, aucune page ne la retient, et un volet fermé la rend au bouton qui l’avait ouvert.",
    ),
    (
        "Avec un lecteur d’écran",
        "Ce que le navigateur Chromium lui donne à lire a été suivi le long du parcours\u{a0}: noms, rôles, états, ordre des titres, en-têtes des tableaux, langue.\nLes résultats et les erreurs sont annoncés dans l’ordre, sans déplacer la lecture.",
    ),
    (
        "Agrandi",
        "À 320\u{a0}pixels de large, à 200\u{a0}% et à 400\u{a0}%, avec des lettres deux fois plus grandes, avec l’espacement de texte que chacun peut régler\u{a0}: rien n’est coupé, rien ne se recouvre, la page ne défile pas de côté.",
    ),
    (
        "Avec vos réglages",
        "Clair ou sombre, contraste renforcé (7\u{a0}pour\u{a0}1), couleurs imposées par le système, animations réduites.",
    ),
    (
        "Sans se fier à la couleur",
        "Chaque état a son mot ou son signe. Derrière chaque graphique, un tableau donne les mêmes chiffres.",
    ),
    (
        "Les documents aussi",
        "Les PDF sont balisés selon la norme PDF/UA-1, et contrôlés à mesure qu’ils s’écrivent. Les DOCX ont de vrais titres et de vrais tableaux.",
    ),
];

/// What is not perfect, or was not checked.
const IMPERFECT: [(&str, &str); 5] = [
    (
        "Aucune personne concernée ne l’a encore essayé devant nous",
        "Personne d’aveugle, de malvoyant ou qui se passe de souris n’a encore utilisé ce site sous nos yeux. Des programmes et notre relecture ne remplacent pas leur expérience.",
    ),
    (
        "Les lecteurs d’écran eux-mêmes",
        "NVDA, JAWS, VoiceOver et TalkBack n’ont pas été essayés un à un\u{a0}: seul a été vérifié ce que le navigateur leur transmet. La commande vocale non plus.",
    ),
    (
        "Les appareils",
        "WebKit a été vérifié sous Linux\u{a0}: Safari, sur Mac ou iPhone, peut s’en écarter. Les téléphones ont été simulés.",
    ),
    ("Les graphiques", "Leurs courbes ne se parcourent pas au clavier\u{a0}: lisez le tableau placé dessous."),
    (
        "Les mots",
        "Le droit du recouvrement a ses termes. Ils sont expliqués là où ils servent, mais il n’existe ni version en «\u{a0}facile à lire et à comprendre\u{a0}», ni version en langue des signes.",
    ),
];

/// The page.
#[component]
pub fn Accessibility() -> impl IntoView {
    view! {
        <div class="wrap">
            <Heading page=Page::Accessibility dated=false/>
            <p class="prose">{Page::Accessibility.foreword()}</p>
            <section class="section">
                <h2>"Ce qui a été vérifié, et comment"</h2>
                <div class="columns">{entries(&CHECKED)}</div>
            </section>
            <section class="section">
                <h2>"Avec quoi"</h2>
                <div class="prose">
                    <p>
                        "Chromium\u{a0}156, Firefox\u{a0}153 et WebKitGTK\u{a0}2.50, sous Linux\u{a0}; axe-core\u{a0}4.14.1. Ces vérifications accompagnent le code du site et sont refaites à chaque changement\u{a0}: une version qui ne les passe plus n’est pas proposée."
                    </p>
                </div>
            </section>
            <section class="section">
                <h2>"Ce qui n’est pas parfait"</h2>
                <div class="columns">{entries(&IMPERFECT)}</div>
            </section>
            <section class="section">
                <h2>"Signaler un défaut"</h2>
                <div class="prose">
                    <p>
                        "Dûment n’a pas de serveur à lui et n’envoie rien\u{a0}: cette page ne peut donc pas recevoir de message. Écrivez à la personne ou à l’organisme qui publie le site où vous êtes, à l’adresse de ses mentions légales. Dites-lui la page, ce que vous vouliez faire, votre navigateur et l’aide que vous utilisez."
                    </p>
                    <p>
                        "En attendant, l’essentiel se fait aussi sans cette application\u{a0}: chaque page s’imprime, et dit la règle à suivre à la main quand JavaScript est coupé."
                    </p>
                </div>
            </section>
        </div>
    }
}

/// A short title and what there is to say of it, a paragraph a line, several times.
fn entries(all: &'static [(&'static str, &'static str)]) -> impl IntoView {
    all.iter()
        .map(|(title, words)| {
            let paragraphs = words.lines().map(|words| view! { <p>{words}</p> }).collect_view();
            view! { <div><h3>{*title}</h3>{paragraphs}</div> }
        })
        .collect_view()
}
