//! Colours, type and space: the tokens of `www/style/tokens.css`.

use leptos::prelude::*;

/// Each colour, and what it is for.
const COLOURS: [(&str, &str); 14] = [
    ("--paper", "le fond de la page"),
    ("--sheet", "un champ, une feuille"),
    ("--wash", "une remarque, ce qui est désigné"),
    ("--ink", "le texte"),
    ("--ink-soft", "ce qui accompagne"),
    ("--hair", "un filet entre deux lignes"),
    ("--rule", "le bord d’un champ"),
    ("--accent", "ce qui se presse"),
    ("--accent-deep", "le même, désigné"),
    ("--accent-ink", "le texte sur l’accent"),
    ("--tint", "un passage surligné"),
    ("--soon", "bientôt"),
    ("--lost", "perdu, ou interdit"),
    ("--paid", "payé, ou vérifié"),
];

const SPACES: [&str; 6] = ["--s1", "--s2", "--s3", "--s4", "--s5", "--s6"];

/// The colours, as the page shows them now.
#[component]
pub fn Colours() -> impl IntoView {
    let swatch = |(token, purpose): (&'static str, &'static str)| {
        view! {
            <li>
                <span class="swatch" style:background-color=format!("var({token})")></span>
                <code>{token}</code>
                <small class="hint">{purpose}</small>
            </li>
        }
    };
    view! {
        <p class="measure">
            "Encre sur papier, de jour et de nuit. Un texte tient 4,5 pour 1 sur son fond, le bord d’un champ 3 pour 1. La couleur n’est jamais le seul signe."
        </p>
        <ul class="swatches">{COLOURS.map(swatch).into_iter().collect_view()}</ul>
    }
}

/// The type, from the largest figure to a hint.
#[component]
pub fn Type() -> impl IntoView {
    view! {
        <p class="figure">"1\u{202f}917,71" " " <small>"€"</small></p>
        <p class="figure words">"Envoyer une relance"</p>
        <p class="figure middle">"16\u{a0}mai 2031"</p>
        <h2>"Titre d’une section"</h2>
        <h3>"Titre d’une partie"</h3>
        <h4>"Titre d’un passage"</h4>
        <p class="lead">"Le chapeau d’une page dit en une phrase ce qu’elle fait."</p>
        <p class="measure">
            "Le texte courant garde des lignes courtes. Les nombres s’alignent sur la virgule\u{a0}: 1\u{202f}850,00\u{202f}€, 12,40\u{a0}%, du 1er\u{a0}juillet au 22\u{a0}novembre 2026."
        </p>
        <p class="hint">"Une indication, plus petite et plus douce."</p>
    }
}

/// The rhythm, in steps of half a line.
#[component]
pub fn Space() -> impl IntoView {
    let step = |token: &'static str| {
        view! {
            <li>
                <span class="swatch" style:width=format!("var({token})") style:height=format!("var({token})")></span>
                <code>{token}</code>
            </li>
        }
    };
    view! { <ul class="swatches">{SPACES.map(step).into_iter().collect_view()}</ul> }
}
