//! One case in the list: what it is about, and what can be done with it.

use std::time::Duration;

use dument_law::{Day, french};
use dument_pages::Page;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Shelf;
use crate::address::{Address, use_address};
use crate::case::Case;
use crate::case::file::FileError;
use crate::components::case_files::{save, save_text};
use crate::components::icon::Icon;
use crate::state::{guidance, limitations, owed, use_state};
use crate::store::keeper::{self, NotOpened};
use crate::store::record::Record;
use crate::store::shelf::{self, Kept};

/// How many amounts are shown before « … ».
const AMOUNTS: usize = 3;

/// A case, by its id on the shelf.
#[component]
pub fn Row(
    /// Its id.
    id: String,
    /// The list it is in.
    shelf: Shelf,
    /// Why something could not be done.
    refused: RwSignal<Option<String>>,
    /// Where the focus goes when the row is gone.
    top: NodeRef<html::H2>,
) -> impl IntoView {
    let state = use_state();
    let own = id.clone();
    let kept = Memo::new(move |_| shelf.with(|shelf| shelf.iter().flatten().find(|kept| kept.id == own).cloned()));
    let title = Memo::new(move |_| kept.with(|kept| kept.as_ref().map(Kept::title).unwrap_or_default()));
    let readable = Memo::new(move |_| kept.with(|kept| kept.as_ref().is_some_and(|kept| kept.content.is_ok())));
    let is_open = Memo::new(move |_| state.kept.id.get() == id);
    let naming = RwSignal::new(false);
    let name_button: NodeRef<html::Button> = NodeRef::new();
    let rename = Callback::new(move |name: Option<String>| {
        naming.set(false);
        if let Some((kept, name)) = kept.get_untracked().zip(name) {
            spawn_local(async move { refused.set(shelf::rename(state, &kept, name).await.err().map(|why| why.to_string())) });
        }
        // Back where it came from, once the button is there again.
        request_animation_frame(move || {
            if let Some(button) = name_button.try_get_untracked().flatten() {
                let _ = button.focus();
            }
        });
    });
    let delete = move || {
        if let Some(kept) = kept.get_untracked() {
            spawn_local(async move {
                match shelf::delete(state, kept).await {
                    Ok(()) => {
                        if let Some(top) = top.try_get_untracked().flatten() {
                            // A heading that can be focused: it can't fail.
                            let _ = top.focus();
                        }
                    }
                    Err(why) => refused.set(Some(why.to_string())),
                }
            });
        }
    };
    view! {
        <li class="case-row" class:open=is_open>
            <div class="case-head">
                <h3>{title}</h3>
                {move || is_open.get().then(|| view! { <span class="tag">"Ouvert"</span> })}
            </div>
            {move || {
                let kept = kept.get()?;
                Some(match kept.content {
                    Ok((record, case)) => view! { <Facts record case/> }.into_any(),
                    Err(why) => view! { <Unreadable why text=kept.text/> }.into_any(),
                })
            }}
            <p class="actions">
                {move || readable.get().then(|| view! { <Actions kept title is_open naming name_button refused/> })}
                <button type="button" class="button quiet small" aria-label=move || format!("Supprimer\u{a0}: {}", title.get()) on:click=move |_| delete()>
                    <Icon name="trash"/>
                    "Supprimer"
                </button>
            </p>
            {move || {
                naming
                    .get()
                    .then(|| {
                        let name = kept.get_untracked().and_then(|kept| kept.content.ok()).map(|(record, _)| record.name).unwrap_or_default();
                        view! { <Naming name rename/> }
                    })
            }}
        </li>
    }
}

/// What the case is about.
#[component]
fn Facts(record: Record, case: Case) -> impl IntoView {
    let address = use_address();
    let amounts = amounts(&case);
    let count = i64::try_from(case.invoices.len()).unwrap_or(i64::MAX);
    let debtor = case.debtor.name.trim().to_owned();
    let changed = changed(&record.changed_at);
    // After the list is shown: the dates of many cases take a while.
    let to_act = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        // Another day of computation, another answer.
        let _ = address.as_of();
        let case = case.clone();
        set_timeout(move || to_act.set(when_to_act(&case, address)), Duration::ZERO);
    });
    view! {
        <dl class="case-facts">
            {(!debtor.is_empty() && !record.name.trim().is_empty()).then(|| view! { <div><dt>"Client"</dt><dd>{debtor}</dd></div> })}
            <div>
                <dt>{french::count(count, "facture", "factures")}</dt>
                <dd>{amounts.unwrap_or_else(|| "montant à saisir".to_owned())}</dd>
            </div>
            {move || to_act.get().into_iter().map(|(what, when)| view! { <div><dt>{what}</dt><dd>{when}</dd></div> }).collect_view()}
            {changed.map(|changed| view! { <div><dt>"Modifié"</dt><dd>{changed}</dd></div> })}
        </dl>
    }
}

/// A case that can't be opened here, whole as it is.
#[component]
fn Unreadable(why: FileError, text: String) -> impl IntoView {
    let save = move |_| {
        // A refused download changes nothing: it stays where it is.
        let _ = save_text("dument-mis-de-cote.json", &text);
    };
    view! {
        <p>{why.to_string()} " Il est gardé tel quel."</p>
        <p class="actions">
            <button type="button" class="button quiet small" on:click=save><Icon name="download"/>"Le télécharger"</button>
        </p>
    }
}

/// What can be done with a case.
#[component]
fn Actions(
    kept: Memo<Option<Kept>>,
    title: Memo<String>,
    is_open: Memo<bool>,
    naming: RwSignal<bool>,
    name_button: NodeRef<html::Button>,
    refused: RwSignal<Option<String>>,
) -> impl IntoView {
    let (state, address) = (use_state(), use_address());
    let after = move |done: Result<(), NotOpened>| refused.set(done.err().map(|why| why.to_string()));
    let open = move |_| {
        let Some(kept) = kept.get_untracked() else { return };
        if is_open.get_untracked() {
            address.go(Page::Home);
            return;
        }
        spawn_local(async move {
            let opened = keeper::open(state, kept.id).await;
            if opened.is_ok() {
                address.go(Page::Home);
            }
            after(opened);
        });
    };
    let duplicate = move |_| {
        let Some(kept) = kept.get_untracked() else { return };
        spawn_local(async move { after(shelf::duplicate(state, &kept).await) });
    };
    let export = move |_| {
        let Some(Kept { content: Ok((record, case)), .. }) = kept.get_untracked() else { return };
        refused.set(save(&record.name, &case).err().map(|why| why.to_string()));
    };
    let open_or_go_on = move || if is_open.get() { "Continuer" } else { "Ouvrir" };
    let named = move |verb: &str| format!("{verb}\u{a0}: {}", title.get());
    view! {
            <button type="button" class="button plain small" aria-label=move || named(open_or_go_on()) on:click=open>
                {open_or_go_on}
            </button>
            <button
                type="button"
                class="button quiet small"
                node_ref=name_button
                aria-expanded=move || naming.get().to_string()
                aria-label=move || named("Renommer")
                on:click=move |_| naming.update(|naming| *naming = !*naming)
            >
                "Renommer"
            </button>
            <button type="button" class="button quiet small" aria-label=move || named("Dupliquer") on:click=duplicate>
                <Icon name="copy"/>
                "Dupliquer"
            </button>
            <button type="button" class="button quiet small" aria-label=move || named("Exporter") on:click=export>
                <Icon name="download"/>
                "Exporter"
            </button>
    }
}

/// Asks for a name.
#[component]
fn Naming(
    /// The name it has.
    name: String,
    /// What to do with the new one; nothing where it stays as it is.
    rename: Callback<Option<String>>,
) -> impl IntoView {
    let field: NodeRef<html::Input> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        rename.run(field.get_untracked().map(|field| field.value().trim().to_owned()));
    };
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            rename.run(None);
        }
    };
    view! {
        <form class="naming" novalidate=true on:submit=submit>
            <div class="field">
                <label for="case-name">"Nom du dossier"</label>
                <input id="case-name" class="input" type="text" autocomplete="off" value=name maxlength="120" node_ref=field on:keydown=leave/>
                <p class="hint">"Vide, il porte le nom de votre client."</p>
            </div>
            <p class="actions">
                <button type="submit" class="button small">"Renommer"</button>
                <button type="button" class="button plain small" on:click=move |_| rename.run(None)>"Annuler"</button>
            </p>
        </form>
    }
}

/// The next step, where its day is known, and the last day to act: as far as the case tells them.
fn when_to_act(case: &Case, address: Address) -> Vec<(&'static str, String)> {
    let as_of = untrack(|| address.as_of());
    let limitations = untrack(|| limitations(case, address));
    let guidance = guidance(case, as_of, &owed(case, as_of), &limitations);
    let step = guidance.ok().and_then(|guidance| guidance.plan.into_iter().next());
    let step = step.and_then(|step| Some(("Prochaine étape", format!("{}, le {}", step.title, french::day(step.on?)))));
    let last_day = limitations.ok().and_then(|all| all.first()?.limitation.cautious.last_day);
    let last_day =
        last_day.map(|day| (if day < as_of { "Prescrit depuis le" } else { "Dernier jour pour agir" }, french::day(day)));
    step.into_iter().chain(last_day).collect()
}

/// The amounts as they were typed.
fn amounts(case: &Case) -> Option<String> {
    let typed: Vec<&str> = case.invoices.iter().map(|invoice| invoice.amount.trim()).filter(|typed| !typed.is_empty()).collect();
    if typed.is_empty() {
        return None;
    }
    let shown = typed.iter().take(AMOUNTS).map(|typed| typed.trim_end_matches(['€', ' ', '\u{a0}', '\u{202f}']));
    let shown: Vec<String> = shown.map(|typed| format!("{typed}\u{202f}€")).collect();
    let rest = if typed.len() > AMOUNTS { " + …" } else { "" };
    Some(format!("{}{rest}", shown.join(" + ")))
}

/// When it last changed, in words.
fn changed(at: &str) -> Option<String> {
    let (day, time) = at.split_once('T')?;
    let day: Day = day.parse().ok()?;
    let (hour, minute) = (time.get(0..2)?, time.get(3..5)?);
    Some(format!("le {}, {hour}\u{a0}h\u{a0}{minute}", french::day(day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Invoice;

    fn of(amounts: &[&str]) -> Case {
        let invoices = amounts.iter().map(|amount| Invoice { amount: (*amount).to_owned(), ..Invoice::default() }).collect();
        Case { invoices, ..Case::default() }
    }

    #[test]
    fn amounts_are_shown_as_typed() {
        assert_eq!(amounts(&of(&["", " "])), None);
        assert_eq!(amounts(&of(&["1 850,00 €", "mille"])).as_deref(), Some("1 850,00\u{202f}€ + mille\u{202f}€"));
        assert_eq!(amounts(&of(&["1", "2", "3", "4"])).as_deref(), Some("1\u{202f}€ + 2\u{202f}€ + 3\u{202f}€ + …"));
    }

    #[test]
    fn the_last_change_is_said_in_words() {
        assert_eq!(changed("2026-11-22T14:05:09").as_deref(), Some("le 22\u{a0}novembre 2026, 14\u{a0}h\u{a0}05"));
        assert_eq!(changed(""), None, "version 1 did not note it");
    }
}
