//! The parts of the application that are fetched at the first need: a visitor with three facts waits for none of them.
//!
//! What only the functions marked here reach leaves the first module when the application is built. One folder of
//! functions makes one part; a function can be called once its part is [`Loading::Here`].

#![allow(
    clippy::unnecessary_wraps,
    reason = "what calls a function of a part loads it first, and passes that failure on as its own"
)]

use std::pin::pin;
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use dument_law::penalties::Statement;
use dument_law::procedures::{self, Guidance};
use dument_law::{Day, Reference};
use dument_pages::{Page, Part};
use leptos::ev;
use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use wasm_bindgen_futures::spawn_local;

use crate::case::Case;
use crate::case::reading::faults_of;
use crate::case_drawer::CaseDrawer;
use crate::components::arrival::Arrivals;
use crate::components::breakdown::Breakdown;
use crate::components::case_files;
use crate::components::icon::Icon;
use crate::components::imprint::Imprint;
use crate::components::kept_banner;
use crate::components::part::NotYet;
use crate::pages;
use crate::state::{Answer, Owed, State};
use crate::undo::{self, Way};
use crate::{frame, link, modules, reference, store};

/// How far a part has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// Nobody asked for it yet.
    #[default]
    NotAsked,
    /// On its way.
    Asked,
    /// Its functions can be called.
    Here,
    /// It did not arrive; asking again tries again.
    Failed,
}

/// What can be said of a function of a part that isn't here.
type InPart<T> = Result<T, SplitLoaderError>;

static LOADING: LazyLock<[ArcRwSignal<Loading>; 5]> = LazyLock::new(Default::default);

fn signal(part: Part) -> &'static ArcRwSignal<Loading> {
    &LOADING[part as usize]
}

/// How far a part has come, followed by whatever follows anything.
#[must_use]
pub fn loading(part: Part) -> Loading {
    if Observer::get().is_some() { signal(part).get() } else { signal(part).get_untracked() }
}

fn is_here(part: Part) -> bool {
    loading(part) == Loading::Here
}

/// Fetches a part, unless it is here or on its way.
pub fn ask_for(part: Part) {
    let signal = signal(part);
    if matches!(signal.get_untracked(), Loading::Asked | Loading::Here) {
        return;
    }
    signal.set(Loading::Asked);
    spawn_local(async move {
        let fetched = match part {
            Part::Guidance => load_guidance().await,
            Part::Tools => load_tools().await,
            Part::Letters => load_letters().await,
            Part::Embedding => load_embedding().await,
            Part::Ledger => load_ledger().await,
        };
        // The third answer needs none but the first page's.
        let styled = part == Part::Guidance || modules::load_style().await.is_ok();
        let loading = if fetched.is_ok() && styled { Loading::Here } else { Loading::Failed };
        // Its code has just been taken in: what it draws is another task.
        let tell = move || {
            signal.set(loading);
            // After it, not beside it: the third answer is awaited, the rest is not yet.
            if part == Part::Guidance {
                ask_for(Part::Tools);
            }
        };
        set_timeout(tell, Duration::ZERO);
    });
}

/// Fetches what comes next as soon as the visitor does anything: the answers are there once the facts are typed, and a
/// page before its link is released.
pub fn follow_visitor() {
    let ask = || ask_for(Part::Guidance);
    // Listeners live as long as the page: the application is never unmounted.
    let _ = window_event_listener(ev::pointerdown, move |_| ask());
    let _ = window_event_listener(ev::keydown, move |_| ask());
    let _ = window_event_listener(ev::focusin, move |_| ask());
}

/// What a function of a part that is here gives: there is nothing to wait for.
fn at_once<T>(call: impl Future<Output = InPart<T>>) -> Option<T> {
    match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(given)) => Some(given),
        Poll::Ready(Err(_)) | Poll::Pending => None,
    }
}

/// A page, or what stands in its place until its part is here.
#[must_use]
pub fn page(page: Page, state: State) -> AnyView {
    let Some(part) = page.part() else { return view! { <pages::home::Home/> }.into_any() };
    ask_for(part);
    // It begins with the case that is kept here, which the tools open.
    ask_for(Part::Tools);
    let shown = match part {
        _ if !is_here(part) || !state.opened.get() => None,
        Part::Letters => at_once(letters_page()),
        Part::Embedding => at_once(embedding(Embedding::Page)),
        Part::Ledger => at_once(ledger_page()),
        _ => at_once(tools(Tool::Page(page))),
    };
    shown.unwrap_or_else(|| view! { <NotYet page part/> }.into_any())
}

/// What stands around a tool in another site's page, once it is here.
#[must_use]
pub fn around(place: Around) -> AnyView {
    ask_for(Part::Embedding);
    // The foot gives the case away, in a link and in a file.
    ask_for(Part::Tools);
    (move || (is_here(Part::Embedding) && is_here(Part::Tools)).then(|| at_once(embedding(Embedding::Around(place))))).into_any()
}

/// Hands the case at work to the visitor as a file.
pub fn save_case(state: State) {
    // Where the browser saves nothing, the page stays as it is, and the button can be pressed again.
    let _ = at_once(tools(Tool::Save(state)));
}

/// Whether the tools are here, told in a task of its own: what each brings beside the page keeps no keystroke waiting for all.
fn a_task_after_tools() -> ReadSignal<bool> {
    let is_due = RwSignal::new(false);
    Effect::new(move |_| {
        if is_here(Part::Tools) {
            set_timeout(move || is_due.set(true), Duration::ZERO);
        }
    });
    is_due.read_only()
}

/// The case in its drawer, once it is here.
#[component]
pub fn Drawer() -> impl IntoView {
    let is_due = a_task_after_tools();
    move || is_due.get().then(|| at_once(tools(Tool::Drawer)))
}

/// What the visitor must know at once about what is kept here, once that is known.
#[component]
pub fn KeptBanner() -> impl IntoView {
    let is_due = a_task_after_tools();
    move || match loading(Part::Tools) {
        Loading::Here => is_due.get().then(|| at_once(tools(Tool::Banner))).flatten(),
        Loading::Failed => {
            let banner = view! {
                <div class="banner warning no-print" role="alert">
                    <Icon name="warning"/>
                    <p>"Une partie de Dûment n’a pas pu être chargée\u{a0}: ce que vous saisissez n’est pas gardé. Vérifiez la connexion."</p>
                    <button type="button" class="link" on:click=|_| ask_for(Part::Tools)>"Réessayer"</button>
                </div>
            };
            Some(banner.into_any())
        }
        Loading::NotAsked | Loading::Asked => None,
    }
}

/// What a total owed is made of, each part with its why, once the part that tells it is here.
pub fn breakdown(owed: Arc<Owed>) -> Option<AnyView> {
    is_here(Part::Tools).then(|| at_once(tools(Tool::Breakdown(owed)))).flatten()
}

/// Guidance for a claim, once the part that gives it is here: asked for with the first claim.
pub fn guide(case: &Case, as_of: Day, statement: &Statement, most_urgent: Option<usize>) -> Option<Answer<Guidance>> {
    is_here(Part::Guidance).then(|| at_once(guidance(case, as_of, statement, most_urgent, reference::in_use()))).flatten()
}

/// Takes the last change of the case back, or makes it again: what does it is here since the first change, as a rule.
pub fn undo(state: State, way: Way) {
    if is_here(Part::Tools) {
        // Nothing to show.
        let _ = at_once(tools(Tool::Undo(state, way)));
    }
}

/// Starts what isn't needed for the first answers, once it is here: keeping the case, and looking for newer figures.
pub fn start_tools(state: State) {
    let brought = || link::brings_facts(&window().location().hash().unwrap_or_default());
    if store::holds_something() || brought() {
        ask_for(Part::Tools);
    }
    let _ = window_event_listener(ev::hashchange, move |_| {
        if brought() {
            ask_for(Part::Tools);
        }
    });
    // The first paint hands over what was typed in it: that is answered and kept, whatever the visitor does next.
    Effect::new(move |_| {
        if state.case.with(|case| *case != Case::default()) {
            ask_for(Part::Guidance);
        }
    });
    Effect::new(move |_| {
        if is_here(Part::Tools) {
            // Once: nothing that it reads starts it again. There is nothing to show.
            let _ = untrack(|| at_once(tools(Tool::Start(state))));
        }
    });
}

#[wasm_split(guidance, wasm_split_path = leptos::wasm_split, preload(load_guidance), fallible)]
fn guidance(
    case: &Case,
    as_of: Day,
    statement: &Statement,
    most_urgent: Option<usize>,
    figures: &'static Reference,
) -> InPart<Answer<Guidance>> {
    let input = case.guidance_input(as_of, statement, most_urgent);
    Ok(input.and_then(|input| procedures::first_look(&input, figures).map_err(|problems| faults_of(&problems))))
}

/// A place around a tool in another site's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// Where a page has its masthead.
    Above,
    /// Where it has its colophon.
    Below,
}

/// What is asked of the part that embeds: one function for all, as below.
enum Embedding {
    /// What stands around an embedded tool.
    Around(Around),
    /// The page for those who embed one.
    Page,
}

/// What is asked of the tools: one function for all, since each would load its part by itself.
enum Tool {
    /// To start what goes on beside the pages.
    Start(State),
    /// A page.
    Page(Page),
    /// The case in its drawer.
    Drawer,
    /// What must be said at once of what is kept here, or brought by a link; and what heads a printed page.
    Banner,
    /// To take the last change of the case back, or to make it again.
    Undo(State, Way),
    /// To hand the case to the visitor as a file.
    Save(State),
    /// What a total owed is made of.
    Breakdown(Arc<Owed>),
}

#[wasm_split(tools, wasm_split_path = leptos::wasm_split, preload(load_tools), fallible)]
fn tools(tool: Tool) -> InPart<AnyView> {
    Ok(match tool {
        Tool::Start(state) => {
            state.begin_keeping();
            reference::look_for_newer();
            ().into_any()
        }
        Tool::Drawer => view! { <CaseDrawer/> }.into_any(),
        Tool::Banner => view! {
            <Imprint/>
            <kept_banner::KeptBanner/>
            <Arrivals/>
        }
        .into_any(),
        Tool::Undo(state, way) => {
            undo::go(state, way);
            ().into_any()
        }
        Tool::Save(state) => {
            // As above: it can be asked for again.
            let _ = case_files::save_case(state);
            ().into_any()
        }
        Tool::Breakdown(owed) => view! { <Breakdown owed/> }.into_any(),
        Tool::Page(page) => match page {
            // The four others are never asked of this part.
            Page::Home | Page::Letters | Page::Integrate | Page::Ledger | Page::Guide => {
                view! { <pages::guide::Guide/> }.into_any()
            }
            Page::Penalties => view! { <pages::penalties::Penalties/> }.into_any(),
            Page::Limitation => view! { <pages::limitation::Limitation/> }.into_any(),
            Page::Cases => view! { <pages::cases::Cases/> }.into_any(),
            Page::Sources => view! { <pages::sources::Sources/> }.into_any(),
            Page::Accessibility => view! { <pages::accessibility::Accessibility/> }.into_any(),
            Page::Design => view! { <pages::design::Design/> }.into_any(),
            Page::Verify => view! { <pages::verify::Verify/> }.into_any(),
            Page::Answered => view! { <pages::answered::Answered/> }.into_any(),
        },
    })
}

#[wasm_split(letters, wasm_split_path = leptos::wasm_split, preload(load_letters), fallible)]
fn letters_page() -> InPart<AnyView> {
    Ok(view! { <pages::letters::Letters/> }.into_any())
}

#[wasm_split(ledger, wasm_split_path = leptos::wasm_split, preload(load_ledger), fallible)]
fn ledger_page() -> InPart<AnyView> {
    Ok(view! { <pages::ledger::Ledger/> }.into_any())
}

#[wasm_split(embedding, wasm_split_path = leptos::wasm_split, preload(load_embedding), fallible)]
fn embedding(what: Embedding) -> InPart<AnyView> {
    Ok(match what {
        Embedding::Around(Around::Above) => view! { <frame::Head/> }.into_any(),
        Embedding::Around(Around::Below) => view! { <frame::Foot/> }.into_any(),
        Embedding::Page => view! { <pages::integrate::Integrate/> }.into_any(),
    })
}
