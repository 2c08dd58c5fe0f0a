//! The parts the pages are made of, in all their states: the real ones, so that this page can't go stale.

pub mod controls;
pub mod figures;
pub mod messages;
pub mod tokens;

use dument_pages::Page;
use leptos::prelude::*;

use super::heading::Heading;
use crate::components::gradual::{Size, in_turn, provide_turns};
use controls::{Buttons, ChoicesOfAll, Fields, Sentence};
use figures::{Figures, Tables, Timelines};
use messages::{Icons, Messages, States};
use tokens::{Colours, Space, Type};

/// The page.
#[component]
pub fn Design() -> impl IntoView {
    provide_turns();
    view! {
        <div class="wrap">
            <Heading page=Page::Design dated=false/>
            <Part title="Couleurs"><Colours/></Part>
            <Part title="Caractères"><Type/></Part>
            <Part title="Espaces"><Space/></Part>
            <Part title="Boutons et liens"><Buttons/></Part>
            <Part title="Champs"><Fields/></Part>
            <Part title="Choix"><ChoicesOfAll/></Part>
            <Part title="La phrase"><Sentence/></Part>
            <Part title="Chiffres"><Figures/></Part>
            <Part title="Tableaux"><Tables/></Part>
            <Part title="Frises et étapes"><Timelines/></Part>
            <Part title="Messages"><Messages/></Part>
            <Part title="États"><States/></Part>
            <Part title="Icônes"><Icons/></Part>
        </div>
    }
}

/// One family of parts.
#[component]
fn Part(
    /// What they are.
    title: &'static str,
    /// The parts.
    children: Children,
) -> impl IntoView {
    view! { <section class="section flow"><h2>{title}</h2>{in_turn(Size::Section, children)}</section> }
}
