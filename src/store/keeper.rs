//! The keeper of a tab: it opens the case at work, keeps its every change, and never overwrites what another tab kept.
//!
//! A change is written within a fifth of a second. A page that goes away leaves what isn't written yet in [`pending`] at once: a
//! database may not have the time.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Promise, Uint8Array};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BeforeUnloadEvent, HtmlElement, VisibilityState};

use super::database::{Database, Happened, Put};
use super::record::Record;
use super::tabs::{self, News};
use super::takeover::take_over;
use super::{Keeping, NotStored, Notice, OPEN, erasing, local, pending, session, shelf, takeover, title};
use crate::case::Case;
use crate::case::file::FileError;
use crate::state::State;
use crate::today;

/// How long changes are gathered before they are written.
const PAUSE: Duration = Duration::from_millis(200);
/// How long one waits before looking again whether something under way is done.
const STEP: Duration = Duration::from_millis(20);
/// How long the browser may take to open the database before the visitor is told.
const PATIENCE: Duration = Duration::from_secs(4);

/// What this tab knows of the case it works on.
#[derive(Default)]
struct Desk {
    /// The revision that is kept; 0 while nothing is.
    revision: u32,
    /// The case and its name as they are kept.
    saved: Case,
    saved_name: String,
    /// The case as the visitor last took it away in a file.
    exported: Option<Case>,
    link: Link,
    /// Whether what an earlier visit left was looked for.
    opened: bool,
    /// A write is to come, or under way.
    scheduled: bool,
    writing: bool,
}

/// How far this tab is with the database.
#[derive(Clone, Default)]
enum Link {
    #[default]
    None,
    Opening,
    Open(Rc<Database>),
    /// There is none any more: only a change makes it again.
    Erased,
    /// The page has made room for another: nothing may be begun that only its own code could end.
    Left,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
    static ASKING: Closure<dyn FnMut(BeforeUnloadEvent)> = Closure::new(|event: BeforeUnloadEvent| event.prevent_default());
}

/// Why another case can't be put in the place of the one at work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// The database refuses.
    #[error(transparent)]
    Store(#[from] NotStored),
    /// It can't be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// It is gone.
    #[error("Ce dossier n’est plus là\u{a0}: il a été supprimé dans un autre onglet.")]
    Gone,
    /// The one at work would be lost.
    #[error(
        "Le dossier ouvert n’a pas pu être gardé\u{a0}: enregistrez-le d’abord dans un fichier («\u{a0}Exporter\u{a0}»), puis recommencez."
    )]
    Unsaved,
}

/// Opens what is kept, and keeps every change from now on.
pub fn begin(state: State) {
    let watched = move || {
        state.case.track();
        state.kept.name.track();
    };
    Effect::watch(watched, move |(), _, _| changed(state), false);
    tabs::listen(move |news| heard(state, news));
    // Listeners live as long as the page: the application is never unmounted.
    let _ = window_event_listener(ev::pagehide, move |_| go(state));
    let _ = window_event_listener(ev::pageshow, move |_| come_back(state));
    on_visibility(move || if document().visibility_state() == VisibilityState::Hidden { hide(state) } else { look_again(state) });
    mark("begun");
    // Nothing on the screen changes by that.
    state.kept.id.update_untracked(|id| *id = new_id());
    set_timeout(
        move || {
            if state.kept.keeping.get_untracked() == Keeping::Opening {
                say(state, Keeping::Not(NotStored::Slow));
            }
            // What needs no case goes on without it.
            if !state.opened.get_untracked() {
                state.opened.set(true);
            }
        },
        PATIENCE,
    );
    spawn_local(first(state));
}

fn on_visibility(listener: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(listener);
    // A valid name: it can't fail.
    let _ = document().add_event_listener_with_callback("visibilitychange", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// The first look: takes over what was left, then shows the last case, unless the visitor has begun another.
async fn first(state: State) {
    let own = session_id().unwrap_or_default();
    let found = look(state, &own).await;
    if is_left() {
        return;
    }
    with(|desk| desk.opened = true);
    let begun = is_begun(state);
    match found {
        Ok(last) => {
            say(state, Keeping::Kept);
            match last.map(|(id, text)| (id, read(&text), text)) {
                Some((_, Ok((record, case)), _)) if begun => {
                    state.kept.notice.set(Some(Notice::Begun { last: title(&record.name, &case.debtor.name) }));
                }
                Some((id, Ok((record, case)), _)) => {
                    show(state, id.clone(), record.name, record.revision, case);
                    show_unwritten(state, &id);
                }
                Some((_, Err(why), text)) => state.kept.notice.set(Some(Notice::Unreadable { why, text })),
                None if !begun => show_what_waits(state, &own),
                None => {}
            }
            write(state).await;
        }
        Err(why) => {
            if !begun {
                show_what_waits(state, &own);
            }
            say(state, Keeping::Not(why));
        }
    }
    state.opened.set(true);
    mark("opened");
}

/// Marks on the page how far this is, for the start script: before, what is typed is left by that (`www/start.js`).
fn mark(how_far: &str) {
    if let Some(root) = document().document_element() {
        // A valid name: it can't fail.
        let _ = root.set_attribute("data-kept", how_far);
    }
}

/// Opens the database, takes over what was left outside, and finds what is to be shown: an id and its text.
async fn look(state: State, own: &str) -> Result<Option<(String, String)>, NotStored> {
    let database = connect(state).await?;
    // Where there is no room to take anything over, it stays where it is, and the rest is opened all the same.
    let taken = take_over(&database).await.unwrap_or_default();
    if taken.copied {
        state.kept.notice.set(Some(Notice::CopyKept));
    }
    let named = match (taken.case, own) {
        (Some(id), _) => Some(id),
        // A new case was begun in this tab, and nothing typed.
        (None, own) if !own.is_empty() => return Ok(database.get(own).await?.map(|text| (own.to_owned(), text))),
        _ => local().and_then(|storage| storage.get_item(OPEN).ok().flatten()),
    };
    if let Some(id) = named
        && let Some(text) = database.get(&id).await?
    {
        return Ok(Some((id, text)));
    }
    let latest = |(_, text): &(String, String)| Record::read(text).map(|record| record.changed_at).unwrap_or_default();
    Ok(database.all().await?.into_iter().max_by_key(latest))
}

/// What an earlier tab left of this case, and there is no room to take over: it is written as soon as there is.
fn show_unwritten(state: State, id: &str) {
    let left = pending::left().into_iter().find(|(left, _)| left == id);
    if let Some((record, case)) = left.and_then(|(_, text)| read(&text).ok())
        && record.revision == with(|desk| desk.revision)
    {
        state.kept.name.set(record.name);
        state.case.set(case);
    }
}

/// Where the database holds nothing: what an earlier tab left waiting, or version 1 kept, is shown from there.
fn show_what_waits(state: State, own: &str) {
    let left = pending::left();
    let waiting = left.iter().find(|(id, _)| id == own).or(left.first()).cloned();
    let found = waiting.or_else(|| Some((new_id(), takeover::version_1_text()?)));
    if let Some((id, text)) = found
        && let Ok((record, case)) = read(&text)
    {
        show(state, id, record.name, record.revision, case);
    }
}

/// The record and the case in a text.
fn read(text: &str) -> Result<(Record, Case), FileError> {
    let record = Record::read(text)?;
    let case = record.case()?;
    Ok((record, case))
}

/// The open database, opened where it isn't.
pub(super) async fn connect(state: State) -> Result<Rc<Database>, NotStored> {
    loop {
        match with(|desk| desk.link.clone()) {
            Link::None | Link::Erased => break,
            Link::Opening => pause(STEP).await,
            Link::Left => return Err(NotStored::Abandoned),
            Link::Open(database) => return Ok(database),
        }
    }
    with(|desk| desk.link = Link::Opening);
    let opened = Database::open(move |what| happened(state, what)).await.map(Rc::new);
    if is_left() {
        if let Ok(database) = opened {
            database.abandon();
        }
        return Err(NotStored::Abandoned);
    }
    with(|desk| desk.link = opened.as_ref().map_or(Link::None, |database| Link::Open(Rc::clone(database))));
    opened
}

/// Something befell the open database.
fn happened(state: State, what: Happened) {
    match what {
        Happened::Waiting => say(state, Keeping::Not(NotStored::Waiting)),
        Happened::Outdated => {
            leave(state);
            disconnect();
            say(state, Keeping::Not(NotStored::Outdated));
        }
        Happened::Erased => {
            disconnect();
            with(|desk| desk.link = Link::Erased);
            erasing::erase_session();
            put_down(state);
            state.kept.notice.set(Some(Notice::Erased));
            say(state, Keeping::Kept);
            state.kept.changes.update(|n| *n += 1);
        }
        Happened::Closed => {
            with(|desk| desk.link = Link::None);
            removed(state);
        }
    }
}

fn disconnect() {
    if let Link::Open(database) = with(|desk| std::mem::take(&mut desk.link)) {
        database.close();
    }
}

/// The case at work is kept no more, but stays on the screen; a further change keeps it again.
fn removed(state: State) {
    let had_one = with(|desk| std::mem::take(&mut desk.revision)) > 0;
    if had_one {
        say(state, Keeping::Removed);
    }
    state.kept.changes.update(|n| *n += 1);
}

/// What another tab did.
fn heard(state: State, news: News) {
    let mine = state.kept.id.get_untracked();
    match news {
        News::Kept { id, revision } if id == mine && revision > with(|desk| desk.revision) => spawn_local(follow(state)),
        News::Deleted { id } if id == mine => return removed(state),
        _ => {}
    }
    state.kept.changes.update(|n| *n += 1);
}

/// A page that comes back may have missed what the others did.
fn look_again(state: State) {
    if with(|desk| desk.opened && matches!(desk.link, Link::Open(_))) {
        spawn_local(follow(state));
    }
}

/// Shows what another tab kept of this case, where nothing of this tab would be lost; else the next write says so.
async fn follow(state: State) {
    let id = state.kept.id.get_untracked();
    let Ok(database) = connect(state).await else { return };
    let Ok(Some(text)) = database.get(&id).await else { return };
    let still = id == state.kept.id.get_untracked() && !is_unsaved(state) && !with(|desk| desk.writing);
    if let Ok((record, case)) = read(&text)
        && still
        && record.revision > with(|desk| desk.revision)
    {
        show(state, id, record.name, record.revision, case);
        say(state, Keeping::Kept);
    }
}

/// Puts a kept case on the screen.
fn show(state: State, id: String, name: String, revision: u32, case: Case) {
    remember(&id);
    put(state, id, name, revision, case);
}

/// Puts an empty case on the screen, which is kept once something is typed.
fn put_down(state: State) {
    put(state, new_id(), String::new(), 0, Case::default());
}

/// Puts a case on the screen as it is kept.
fn put(state: State, id: String, name: String, revision: u32, case: Case) {
    with(|desk| {
        desk.revision = revision;
        desk.saved = case.clone();
        desk.saved_name.clone_from(&name);
        desk.exported = None;
    });
    state.kept.name.set(name);
    state.show(case);
    if state.kept.id.with_untracked(|at_work| *at_work != id) {
        // The page is built anew: what has the focus there gets it again.
        let focused = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
        state.kept.id.set(id);
        request_animation_frame(move || {
            let again = focused.and_then(|id| document().get_element_by_id(&id)?.dyn_into::<HtmlElement>().ok());
            if let Some(again) = again {
                // What had the focus can have it.
                let _ = again.focus();
            }
        });
    }
}

/// The case or its name changed.
fn changed(state: State) {
    if !is_unsaved(state) || with(|desk| !desk.opened || std::mem::replace(&mut desk.scheduled, true)) {
        return;
    }
    set_timeout(
        move || {
            with(|desk| desk.scheduled = false);
            spawn_local(write(state));
        },
        PAUSE,
    );
}

fn is_unsaved(state: State) -> bool {
    if untrack(|| state.is_looking()) {
        return false;
    }
    with(|desk| {
        state.case.with_untracked(|case| *case != desk.saved) || state.kept.name.with_untracked(|name| *name != desk.saved_name)
    })
}

fn is_begun(state: State) -> bool {
    state.case.with_untracked(|case| *case != Case::default())
}

fn is_exported(state: State) -> bool {
    with(|desk| state.case.with_untracked(|case| desk.exported.as_ref() == Some(case)))
}

/// The case at work as it is to be kept in the place of the revision it was made from.
fn record(state: State) -> Record {
    let revision = with(|desk| desk.revision);
    state.case.with_untracked(|case| state.kept.name.with_untracked(|name| Record::of(case, name, revision, today::moment())))
}

/// Keeps what isn't kept yet, and what changes meanwhile.
async fn write(state: State) {
    while with(|desk| desk.opened) && is_unsaved(state) && state.kept.keeping.get_untracked() != Keeping::Behind {
        if with(|desk| std::mem::replace(&mut desk.writing, true)) {
            // The write under way looks again when it is done.
            return;
        }
        let id = state.kept.id.get_untracked();
        let (case, name) = (state.case.get_untracked(), state.kept.name.get_untracked());
        let record = record(state);
        let put = match connect(state).await {
            Ok(database) => database.put(&id, &record).await,
            Err(why) => Err(why),
        };
        if is_left() {
            return;
        }
        with(|desk| desk.writing = false);
        if id != state.kept.id.get_untracked() {
            // Everything was erased meanwhile.
            return;
        }
        match put {
            Ok(Put::Kept(revision)) => {
                with(|desk| {
                    desk.revision = revision;
                    desk.saved = case;
                    desk.saved_name = name;
                });
                pending::forget(&id);
                remember(&id);
                say(state, Keeping::Kept);
                tabs::tell(&News::Kept { id, revision });
                state.kept.changes.update(|n| *n += 1);
            }
            Ok(Put::Behind) => {
                let _ = pending::leave(&id, &record);
                say(state, Keeping::Behind);
            }
            Err(why) => {
                // Perhaps `localStorage` has room: the next visit then finds it.
                let _ = pending::leave(&id, &record);
                say(state, Keeping::Not(why));
                return;
            }
        }
    }
}

/// The page goes away, perhaps for good, and leaves nothing under way: `WebKit` keeps a transaction open whose page went before it
/// ended, and no page after it gets one.
fn go(state: State) {
    leave(state);
    if is_erased() {
        return;
    }
    if let Link::Open(database) = with(|desk| std::mem::replace(&mut desk.link, Link::Left)) {
        database.abandon();
    }
}

fn is_left() -> bool {
    with(|desk| matches!(desk.link, Link::Left))
}

/// The page can't be seen: on a telephone that may be the last it is told.
fn hide(state: State) {
    leave(state);
    spawn_local(write(state));
}

/// Leaves what isn't written yet where the next visit finds it, at once.
fn leave(state: State) {
    if !is_unsaved(state) {
        return;
    }
    let id = state.kept.id.get_untracked();
    if pending::leave(&id, &record(state)) && !with(|desk| desk.opened) {
        // Begun before what is kept could be looked at: it is what the next visit goes on with.
        remember(&id);
    }
}

/// The page is there, or there again. What it was at when it went may never end: it begins anew then, with what it left.
fn come_back(state: State) {
    if !is_left() {
        return;
    }
    if with(|desk| desk.writing || !desk.opened) {
        return drop(window().location().reload());
    }
    with(|desk| desk.link = Link::None);
    // WebKit empties the fields of a page that it puts aside: they are drawn anew.
    state.kept.id.notify();
    spawn_local(async move {
        write(state).await;
        follow(state).await;
    });
}

/// Keeps a case again that was deleted elsewhere.
pub fn keep_again(state: State) {
    with(|desk| {
        desk.revision = 0;
        desk.saved = Case::default();
    });
    spawn_local(write(state));
}

/// Tries again to keep the case.
pub fn retry(state: State) {
    spawn_local(async move {
        match connect(state).await {
            Ok(_) if !is_unsaved(state) => say(state, Keeping::Kept),
            Ok(_) => write(state).await,
            Err(why) => say(state, Keeping::Not(why)),
        }
    });
}

/// Takes the other tab's version; this one stays one click away.
pub fn take_theirs(state: State) {
    spawn_local(async move {
        let mine = state.case.get_untracked();
        let id = state.kept.id.get_untracked();
        let theirs = match connect(state).await {
            Ok(database) => database.get(&id).await,
            Err(why) => Err(why),
        };
        match theirs {
            Ok(Some(text)) => match read(&text) {
                Ok((record, case)) => {
                    pending::forget(&id);
                    show(state, id, record.name, record.revision, case);
                    state.kept.notice.set(Some(Notice::Replaced(Box::new(mine))));
                    say(state, Keeping::Kept);
                }
                Err(why) => state.kept.notice.set(Some(Notice::Unreadable { why, text })),
            },
            Ok(None) => removed(state),
            Err(why) => say(state, Keeping::Not(why)),
        }
    });
}

/// Keeps what is on the screen as a case of its own, beside the other tab's.
pub fn keep_mine_as_copy(state: State) {
    pending::forget(&state.kept.id.get_untracked());
    let (case, name) = (state.case.get_untracked(), state.kept.name.get_untracked());
    spawn_local(keep_as_copy(state, case, name));
}

/// Keeps a case that was on the screen before as a case of its own, and shows it.
pub async fn keep_as_copy(state: State, case: Case, name: String) {
    let copy = format!("{} (copie)", title(&name, &case.debtor.name));
    put_down(state);
    state.kept.name.set(copy);
    state.case.set(case);
    say(state, Keeping::Kept);
    write(state).await;
}

/// Waits until every change is kept, or left for the next visit: then another case can take the place of this one.
async fn settle(state: State) -> Result<(), NotOpened> {
    while with(|desk| desk.writing || !desk.opened) {
        pause(STEP).await;
    }
    write(state).await;
    let may_go = !is_unsaved(state) || is_exported(state) || pending::leave(&state.kept.id.get_untracked(), &record(state));
    if may_go { Ok(()) } else { Err(NotOpened::Unsaved) }
}

/// Opens a kept case in the place of the one at work, which stays kept.
pub async fn open(state: State, id: String) -> Result<(), NotOpened> {
    settle(state).await?;
    let text = connect(state).await?.get(&id).await?.ok_or(NotOpened::Gone)?;
    let (record, case) = read(&text)?;
    show(state, id, record.name, record.revision, case);
    say(state, Keeping::Kept);
    Ok(())
}

/// Puts a case from elsewhere, or an empty one, in the place of the one at work, which stays kept.
pub async fn begin_with(state: State, case: Case, name: String) -> Result<(), NotOpened> {
    settle(state).await?;
    put_down(state);
    remember_here(&state.kept.id.get_untracked());
    state.kept.name.set(name);
    state.case.set(case);
    if matches!(state.kept.keeping.get_untracked(), Keeping::Behind | Keeping::Removed) {
        say(state, Keeping::Kept);
    }
    write(state).await;
    Ok(())
}

/// The case at work as it is on the shelf, or would be.
pub(super) async fn on_desk(state: State) -> shelf::Kept {
    // What can't be kept is on the screen.
    let _ = settle(state).await;
    shelf::Kept::read(state.kept.id.get_untracked(), record(state).write())
}

/// Whether everything was erased, and nothing changed since.
pub(super) fn is_erased() -> bool {
    with(|desk| matches!(desk.link, Link::Erased))
}

/// Whether nothing is kept, and the case at work is on the screen alone.
pub(super) fn is_in_memory(state: State) -> bool {
    matches!(state.kept.keeping.get_untracked(), Keeping::Not(_))
}

/// Whether there is nothing in the case at work.
pub(super) fn is_empty(state: State) -> bool {
    !is_begun(state) && with(|desk| desk.revision == 0)
}

/// The case at work was deleted from the list: an empty one takes its place.
pub(super) fn clear(state: State) {
    put_down(state);
    remember_here(&state.kept.id.get_untracked());
    if matches!(state.kept.keeping.get_untracked(), Keeping::Behind | Keeping::Removed) {
        say(state, Keeping::Kept);
    }
}

/// Erases everything of ours in this browser.
pub async fn erase(state: State) -> Result<(), NotStored> {
    disconnect();
    with(|desk| desk.link = Link::Erased);
    put_down(state);
    state.kept.notice.set(None);
    let erased = erasing::erase().await;
    say(state, erased.map_or_else(Keeping::Not, |()| Keeping::Kept));
    state.kept.changes.update(|n| *n += 1);
    erased
}

/// The visitor has the case at work in a file: it may be left.
pub fn was_exported(state: State) {
    with(|desk| desk.exported = Some(state.case.get_untracked()));
    say(state, state.kept.keeping.get_untracked());
}

/// Says how it stands; where a closed page would lose something, the browser asks first.
fn say(state: State, keeping: Keeping) {
    if state.kept.keeping.get_untracked() != keeping {
        state.kept.keeping.set(keeping);
    }
    // In another site's page nothing was promised, and its readers leave as they please.
    let at_risk = matches!(keeping, Keeping::Not(why) if why != NotStored::Framed) && is_unsaved(state) && !is_exported(state);
    ASKING.with(|asking| {
        window().set_onbeforeunload(at_risk.then(|| asking.as_ref().unchecked_ref()));
    });
}

/// This tab, and the next one that starts, work on this case.
fn remember(id: &str) {
    remember_here(id);
    if let Some(storage) = local() {
        // Where it is refused, the next tab opens the case that changed last.
        let _ = storage.set_item(OPEN, id);
    }
}

/// This tab works on this case.
fn remember_here(id: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(OPEN, id);
    }
}

fn session_id() -> Option<String> {
    session()?.get_item(OPEN).ok().flatten()
}

/// An id that no other case has.
pub(super) fn new_id() -> String {
    let bytes = Uint8Array::new_with_length(12);
    if let Ok(crypto) = window().crypto() {
        // Every browser that runs WebAssembly has it, and a dozen bytes are never too many.
        let _ = crypto.get_random_values_with_array_buffer_view(&bytes);
    }
    let digit = |four: u8| char::from_digit(four.into(), 16);
    bytes.to_vec().into_iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(digit).collect()
}

/// Waits a little.
async fn pause(time: Duration) {
    let waited = Promise::new(&mut |done, _| {
        set_timeout(
            move || {
                let _ = done.call0(&wasm_bindgen::JsValue::NULL);
            },
            time,
        );
    });
    // It is never refused.
    let _ = JsFuture::from(waited).await;
}

fn with<T>(use_it: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with_borrow_mut(use_it)
}
