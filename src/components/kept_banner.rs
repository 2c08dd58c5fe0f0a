//! What the visitor must know at once about what is kept on this machine, with what to do about it: nothing, most of the time.

use dument_pages::Page;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::case_files::{save_case, save_text};
use super::icon::Icon;
use super::link::PageLink;
use crate::case_drawer::use_drawer;
use crate::state::{State, use_state};
use crate::store::{Keeping, NotStored, Notice, keeper, rescue, shelf};

/// How it stands with keeping the case, and what happened to it.
#[component]
pub fn KeptBanner(
    /// Whether it stands in the drawer: while that is open, the page below says nothing.
    #[prop(optional)]
    in_drawer: bool,
) -> impl IntoView {
    let (state, drawer) = (use_state(), use_drawer());
    let here = Memo::new(move |_| drawer.is_open() == in_drawer);
    view! {
        {move || here.get().then(|| how_it_stands(state, in_drawer))}
        {move || here.get().then(|| state.kept.notice.get().map(|notice| view! { <Told notice/> }))}
    }
}

fn how_it_stands(state: State, in_drawer: bool) -> Option<AnyView> {
    let button = |label: &'static str, act: fn(State)| {
        view! { <button type="button" class="link" on:click=move |_| act(state)>{label}</button> }.into_any()
    };
    let take_away = |state| {
        // Where the browser saves nothing, the page stays as it is, and the button can be pressed again.
        let _ = save_case(state);
    };
    let reload = || button("Recharger la page", |_| drop(window().location().reload()));
    let save = || button("Enregistrer le dossier dans un fichier", take_away);
    let (message, actions) = match state.kept.keeping.get() {
        Keeping::Opening | Keeping::Kept => return None,
        // The foot says it: nobody expects the page of another site to keep anything.
        Keeping::Not(NotStored::Framed) if !in_drawer => return None,
        Keeping::Not(why) => {
            let actions = match why {
                NotStored::Newer => vec![save(), button("Enregistrer tous mes dossiers", save_newer), reload()],
                NotStored::Outdated => vec![save(), reload()],
                NotStored::Blocked | NotStored::Full => vec![save(), button("Réessayer", keeper::retry)],
                NotStored::Waiting | NotStored::Slow | NotStored::Framed | NotStored::Abandoned => vec![save()],
            };
            (why.to_string(), actions)
        }
        Keeping::Behind => (
            "Ce dossier a changé dans un autre onglet, et vous l’avez changé ici aussi. Rien n’est perdu\u{a0}: choisissez."
                .to_owned(),
            vec![
                button("Reprendre la version de l’autre onglet", keeper::take_theirs),
                button("Garder la mienne comme copie", keeper::keep_mine_as_copy),
            ],
        ),
        Keeping::Removed => (
            "Ce dossier a été supprimé ailleurs\u{a0}: il n’est plus que sur cet écran.".to_owned(),
            vec![button("Le garder", keeper::keep_again), save()],
        ),
    };
    Some(
        view! {
            <div class="banner warning no-print" role="alert">
                <Icon name="warning"/>
                <p>{message}</p>
                {actions}
            </div>
        }
        .into_any(),
    )
}

/// Something that happened, told until it is closed.
#[component]
fn Told(notice: Notice) -> impl IntoView {
    let state = use_state();
    let refused = RwSignal::new(None::<String>);
    let close = move || state.kept.notice.set(None);
    let button = |label: &'static str, act: Box<dyn Fn()>| {
        view! { <button type="button" class="link" on:click=move |_| act()>{label}</button> }.into_any()
    };
    let cases = || view! { <PageLink page=Page::Cases>"Mes dossiers"</PageLink> }.into_any();
    let warns = matches!(notice, Notice::Unreadable { .. });
    let (message, action) = match notice {
        Notice::Begun { last } => {
            (format!("Ce que vous saisissez est un nouveau dossier\u{a0}: «\u{a0}{last}\u{a0}» reste dans"), cases())
        }
        Notice::Unreadable { why, text } => (
            format!("{why} Il est mis de côté, entier\u{a0}; vous repartez d’un dossier vide."),
            button("Télécharger l’ancien", Box::new(move || refused.set(save_text("dument-mis-de-cote.json", &text).err().map(|why| why.to_string())))),
        ),
        Notice::CopyKept => (
            "Des changements faits dans un onglet fermé en ont croisé d’autres\u{a0}: ils sont gardés dans un dossier à part, «\u{a0}(copie)\u{a0}», dans"
                .to_owned(),
            cases(),
        ),
        Notice::Replaced(mine) => (
            "Vous voyez maintenant la version de l’autre onglet.".to_owned(),
            button(
                "Garder aussi la mienne, comme copie",
                Box::new(move || {
                    close();
                    spawn_local(keeper::keep_as_copy(state, (*mine).clone(), state.kept.name.get_untracked()));
                }),
            ),
        ),
        Notice::Opened { before, title } => (
            format!("Dossier ouvert. «\u{a0}{title}\u{a0}» reste dans vos dossiers."),
            button(
                "Revenir au précédent",
                Box::new(move || {
                    let before = before.clone();
                    spawn_local(async move {
                        match keeper::open(state, before).await {
                            Ok(()) => close(),
                            Err(why) => refused.set(Some(why.to_string())),
                        }
                    });
                }),
            ),
        ),
        Notice::Deleted(kept) => (
            format!("«\u{a0}{}\u{a0}» est supprimé.", kept.title()),
            button(
                "Annuler la suppression",
                Box::new(move || {
                    let kept = kept.clone();
                    spawn_local(async move {
                        match shelf::put_back(state, &kept).await {
                            Ok(()) => close(),
                            Err(why) => refused.set(Some(why.to_string())),
                        }
                    });
                }),
            ),
        ),
        Notice::Erased => {
            ("Tout a été effacé depuis un autre onglet.".to_owned(), ().into_any())
        }
    };
    view! {
        <div class="banner no-print" class:warning=warns role="status">
            <Icon name=if warns { "warning" } else { "info" }/>
            <p>{message}</p>
            {action}
            {move || refused.get().map(|why| view! { <p class="error">{why}</p> })}
            <button type="button" class="link" on:click=move |_| close()>"Fermer"</button>
        </div>
    }
}

/// Hands over everything that a newer version kept.
fn save_newer(_: State) {
    spawn_local(async {
        if let Ok(texts) = shelf::texts_of_newer().await {
            // Where the browser saves nothing, the button can be pressed again.
            let _ = save_text("dument-secours.json", &rescue::write(texts));
        }
    });
}
