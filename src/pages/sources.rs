//! Every figure of the law used here, with its validity, its text and how fresh it is; what is open, what is left out.

pub mod coverage;
pub mod figures;
pub mod half_years;
pub mod keep;
pub mod open_questions;
pub mod theme;

use dument_law::reference::Figure;
use dument_law::{Reference, french};
use dument_pages::Page;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::heading::Heading;
use crate::components::field::TextField;
use crate::components::gradual::{Size, in_turn, provide_turns};
use crate::reference::{self, Edition};
use coverage::{COVERAGE, Coverage};
use figures::{FiguresTable, matches};
use half_years::RatesChart;
use keep::{KEEP, Keep};
use open_questions::{OpenQuestions, QUESTIONS};
use theme::Theme;

/// The rules, their figures, their sources.
#[component]
pub fn Sources() -> impl IntoView {
    let looked_for = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let all = &reference::in_use().figures;
        looked_for.with(|looked_for| all.iter().filter(|figure| matches(figure, looked_for)).cloned().collect::<Vec<Figure>>())
    });
    provide_turns();
    let count = move || {
        let found = i64::try_from(found.with(Vec::len)).unwrap_or(i64::MAX);
        format!("{} sur {}", french::count(found, "règle chiffrée", "règles chiffrées"), reference::in_use().figures.len())
    };
    view! {
        <div class="wrap">
            <Heading page=Page::Sources/>
            <Freshness/>
            <Contents/>
            <section class="section">
                <TextField
                    id="filter"
                    label="Chercher une règle"
                    hint="Un mot, un article\u{a0}: prescription, greffe, L441-10…"
                    value=looked_for
                    on_input=move |typed| looked_for.set(typed)
                />
                <p class="hint" role="status">{count}</p>
            </section>
            {Theme::ALL.map(|theme| in_turn(Size::Section, move || view! { <Themed theme found/> }))}
            {in_turn(Size::Section, move || view! { <OpenQuestions looked_for/> })}
            {in_turn(Size::Section, move || view! { <Coverage looked_for/> })}
            {in_turn(Size::Section, || view! { <Keep/> })}
        </div>
    }
}

/// How fresh the figures are, and whose they are where the site gives its own.
#[component]
fn Freshness() -> impl IntoView {
    let known = || {
        let reference = reference::in_use();
        let (known_until, read_on) = (french::day(reference.known_until), french::day(reference.read_on));
        view! {
            <p class="freshness">{format!("Taux publiés jusqu’au {known_until}. Chiffres relus pour la dernière fois le {read_on}.")}</p>
            <p class="freshness">"Passé ce jour, un calcul retient le dernier taux connu et le signale comme provisoire."</p>
        }
    };
    let of_site = || match reference::edition() {
        Edition::Own => None,
        Edition::Newer(newer) => Some(format!(
            "Chiffres du {} fournis par ce site\u{a0}: ils remplacent ceux de l’application, du {}.",
            french::day(newer.read_on),
            french::day(Reference::published().read_on)
        )),
        Edition::Ignored(why) => Some(why),
    };
    view! {
        {known}
        {move || of_site().map(|said| view! { <p class="freshness" role="status">{said}</p> })}
    }
}

/// The figures of a theme among those found; nothing where there is none.
#[component]
fn Themed(theme: Theme, found: Memo<Vec<Figure>>) -> impl IntoView {
    let figures = Memo::new(move |_| {
        found.with(|found| found.iter().filter(|figure| Theme::of(figure) == theme).cloned().collect::<Vec<Figure>>())
    });
    let is_found = Memo::new(move |_| figures.with(|figures| !figures.is_empty()));
    move || {
        is_found.get().then(|| {
            view! {
                <section class="section" id=theme.id()>
                    <h2 tabindex="-1">{theme.title()}</h2>
                    {(theme == Theme::Rates).then(|| in_turn(Size::Section, move || view! { <RatesChart figures/> }))}
                    <FiguresTable title=theme.title() figures/>
                </section>
            }
        })
    }
}

/// The parts of the page.
#[component]
fn Contents() -> impl IntoView {
    let parts = Theme::ALL.map(|theme| (theme.id(), theme.title()));
    view! {
        <nav class="contents" aria-label="Sur cette page">
            <ul>
                {parts
                    .into_iter()
                    .chain([QUESTIONS, COVERAGE, KEEP])
                    .map(|(id, title)| view! { <li><a href=format!("#{id}") on:click=move |event| go_to(&event, id)>{title}</a></li> })
                    .collect_view()}
            </ul>
        </nav>
    }
}

/// Shows a part of the page without touching the fragment, which holds the day of computation.
fn go_to(event: &MouseEvent, id: &str) {
    event.prevent_default();
    let Ok(Some(title)) = document().query_selector(&format!("#{id} > h2")) else { return };
    title.scroll_into_view();
    if let Ok(title) = title.dyn_into::<web_sys::HtmlElement>() {
        // Focus can't fail on an element of the page.
        let _ = title.focus();
    }
}
