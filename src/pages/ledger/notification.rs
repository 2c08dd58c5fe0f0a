//! Once a day, where the browser allows and the visitor asks for it, a notification that there is something to do.
//!
//! The page shows it while it is open, or opened again: nothing is sent to a server, so nothing can reach a browser that is closed.
//! The browser is asked by names, never by bindings of its own: those would weigh on the first visit, which has no use for them.

use std::time::Duration;

use dument_desk::Look;
use dument_law::Day;
use dument_ledger::today::{TaskKind, Today};
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::long_table::grouped;
use super::place::{Place, View};
use super::today::attention;
use crate::address::{Address, is_framed, use_address};
use crate::ledger::desk::use_desk;
use crate::{store, today};

/// In `localStorage`: there where the visitor wants it, with the day of the last one; of this browser, and not of the ledger.
const CHOICE: &str = "dument.avertir";

/// How often a page that stays open looks whether the day has turned.
const PAUSE: Duration = Duration::from_mins(10);

/// Before this hour a page that stays open wakes nobody.
const MORNING: &str = "08";

const REFUSED: &str = "Votre navigateur refuse les notifications de ce site. Pour les permettre, touchez l’icône à gauche de l’adresse de la page, puis «\u{a0}Notifications\u{a0}» et «\u{a0}Autoriser\u{a0}»\u{202f}; cochez ensuite cette case de nouveau.";
const UNANSWERED: &str =
    "L’autorisation n’a pas été donnée\u{a0}: rien ne s’affichera. Cochez de nouveau la case pour qu’elle vous soit redemandée.";
const NOT_KEPT: &str = "Ce navigateur ne garde rien pour cette page\u{a0}: ce choix disparaîtra avec elle.";

/// What the visitor has told the browser of notifications from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Permission {
    NotAsked,
    Granted,
    Denied,
}

/// The notifications of the ledger, for as long as its page is shown.
#[derive(Clone, Copy)]
pub struct Notifications {
    place: Place,
    address: Address,
    wanted: RwSignal<bool>,
    said: RwSignal<Option<&'static str>>,
    /// The day of the last one, beside what the browser keeps: it may keep nothing.
    told: StoredValue<String>,
    is_kept: StoredValue<bool>,
}

impl Notifications {
    /// Shows what is due now, as the visitor comes back to the page, and as the day turns.
    #[must_use]
    pub fn follow(place: Place) -> Self {
        let address = use_address();
        let all = Self {
            place,
            address,
            wanted: RwSignal::new(kept().is_some()),
            said: RwSignal::new((kept().is_some() && permission() == Some(Permission::Denied)).then_some(REFUSED)),
            told: StoredValue::default(),
            is_kept: StoredValue::new(true),
        };
        if permission().is_some() {
            Effect::new(move |_| all.tell(address.as_of()));
            let back = window_event_listener(ev::focus, move |_| all.come_back());
            on_cleanup(move || back.remove());
            all.wait();
        }
        all
    }

    /// Perhaps another tab has changed the choice, or the visitor the browser's settings.
    fn come_back(self) {
        if self.is_kept.get_value() {
            self.wanted.set(kept().is_some());
        }
        if permission() == Some(Permission::Granted) {
            self.said.set(None);
        }
        self.tell(untrack(|| self.address.as_of()));
    }

    /// Looks now and then whether the day has turned on a page that nobody comes back to.
    fn wait(self) {
        let look = move || {
            // The page may have been left.
            if self.wanted.try_get_untracked().is_none() {
                return;
            }
            if !untrack(|| self.address.is_chosen())
                && let Some(day) = morning(&today::moment())
            {
                self.tell(day);
            }
            self.wait();
        };
        set_timeout(look, PAUSE);
    }

    /// Tells of what is to do on a day, unless that is done.
    fn tell(self, day: Day) {
        let is_due = move || {
            let told = day.to_string();
            self.wanted.try_get_untracked() == Some(true)
                && permission() == Some(Permission::Granted)
                && self.told.try_get_value().is_some_and(|last| last != told)
                && kept().is_none_or(|last| last != told)
        };
        if !is_due() {
            return;
        }
        let desk = use_desk();
        spawn_local(async move {
            let Ok(found) = desk.look::<Today>(&Look::Today { as_of: day }).await else { return };
            let Some(words) = words(&found) else { return };
            // Meanwhile, perhaps another tab has told it.
            if is_due() && show(&words, &self.place.href(&View::Today), &self.address.file("icons/icon-192.png")) {
                self.told.set_value(day.to_string());
                keep(&day.to_string());
            }
        });
    }

    /// Asks the browser, once the visitor has asked for it.
    fn switch_on(self) {
        self.wanted.set(true);
        let asked = class().and_then(|class| call(&class, "requestPermission"));
        spawn_local(async move {
            if let Some(asked) = asked {
                // An older Safari promises nothing. What came of it is read below.
                let _ = JsFuture::from(Promise::resolve(&asked)).await;
            }
            let is_granted = permission() == Some(Permission::Granted);
            if self.wanted.try_get_untracked() != Some(true) {
                return;
            }
            self.wanted.set(is_granted);
            self.is_kept.set_value(!is_granted || keep(""));
            self.said.set(match permission() {
                Some(Permission::Granted) => (!self.is_kept.get_value()).then_some(NOT_KEPT),
                Some(Permission::Denied) => Some(REFUSED),
                _ => Some(UNANSWERED),
            });
            self.tell(untrack(|| self.address.as_of()));
        });
    }

    fn switch_off(self) {
        self.wanted.set(false);
        self.said.set(None);
        if let Some(storage) = store::local() {
            // What can be read can be removed.
            let _ = storage.remove_item(CHOICE);
        }
    }
}

/// Whether the visitor wants to be told; nothing where the browser can't.
#[component]
pub fn Choice() -> impl IntoView {
    let notifications: Notifications = expect_context();
    let choose = move |event| {
        if event_target_checked(&event) {
            notifications.switch_on();
        } else {
            notifications.switch_off();
        }
    };
    permission().map(|_| {
        view! {
            <div class="notification-choice no-print">
                <label class="check">
                    <input type="checkbox" prop:checked=notifications.wanted aria-describedby="notification-hint" on:change=choose/>
                    <span>"M’avertir, une fois par jour, de ce qui est à faire"</span>
                </label>
                <p class="hint" id="notification-hint">
                    "Par une notification, tant que votre suivi est ouvert dans ce navigateur, ou quand vous le rouvrez\u{202f}; elle ne dit ni nom ni montant. "
                    "Rien n’étant envoyé nulle part, personne ne peut vous avertir navigateur fermé\u{a0}: pour cela, mettez les délais dans votre agenda. "
                    "Ce choix reste dans ce navigateur."
                </p>
                {move || notifications.said.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            </div>
        }
    })
}

/// What the notification says; nothing where there is nothing to do. No name and no amount: a locked screen shows it to whoever
/// passes by.
fn words(today: &Today) -> Option<String> {
    if today.todos.is_empty() {
        return None;
    }
    let barred = today.todos.iter().filter(|todo| todo.tasks.iter().any(|task| task.kind == TaskKind::Limitation)).count();
    let near = match barred {
        0 => String::new(),
        1 => "Une prescription approche\u{202f}! ".to_owned(),
        count => format!("La prescription approche chez {}\u{a0}clients\u{202f}! ", grouped(count)),
    };
    Some(near + &attention(today.todos.len()))
}

/// The day of a moment (`2026-11-22T14:05:09`), once its morning has come.
fn morning(moment: &str) -> Option<Day> {
    let (day, time) = moment.split_once('T')?;
    (time >= MORNING).then(|| day.parse().ok()).flatten()
}

/// The day of the last notification; empty before the first one, and nothing where none is wanted.
fn kept() -> Option<String> {
    store::local()?.get_item(CHOICE).ok().flatten()
}

/// Keeps the choice with the day of the last notification; tells whether the browser took it.
fn keep(told: &str) -> bool {
    // What was told today is told.
    let told = if told.is_empty() { kept().unwrap_or_default() } else { told.to_owned() };
    store::local().is_some_and(|storage| storage.set_item(CHOICE, &told).is_ok())
}

/// A property; nothing where there is none, or only `null`.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

/// Calls a method that takes nothing.
fn call(of: &JsValue, name: &str) -> Option<JsValue> {
    get(of, name)?.dyn_into::<Function>().ok()?.call0(of).ok()
}

/// What makes notifications, where the page may have them: not within another site's, and not from a disk.
fn class() -> Option<Function> {
    let window = JsValue::from(window());
    let is_alone = !is_framed() && get(&window, "top")? == get(&window, "self")?;
    let is_served = get(&window, "isSecureContext")?.is_truthy() && get(&get(&window, "location")?, "protocol")? != "file:";
    get(&window, "Notification").filter(|_| is_alone && is_served)?.dyn_into().ok()
}

/// What the visitor has told the browser; nothing where it knows no notifications.
fn permission() -> Option<Permission> {
    Some(match get(&class()?.into(), "permission")?.as_string()?.as_str() {
        "granted" => Permission::Granted,
        "denied" => Permission::Denied,
        _ => Permission::NotAsked,
    })
}

/// Shows a notification that leads to an address; tells whether the browser took it.
fn show(words: &str, address: &str, icon: &str) -> bool {
    let notification = Object::new();
    // Two tabs with the same tag show one.
    let options =
        [("notify", "Dûment"), ("body", words), ("tag", "dument-suivi"), ("lang", "fr"), ("icon", icon), ("data", address)];
    for (name, value) in options {
        // A plain object takes any.
        let _ = Reflect::set(&notification, &name.into(), &value.into());
    }
    by_worker(&notification).or_else(|| by_page(&notification, address)).is_some()
}

/// By what serves the site (`www/service-worker.js`), where it does: Android knows no other way.
fn by_worker(notification: &JsValue) -> Option<()> {
    let worker = get(&get(&get(&window(), "navigator")?, "serviceWorker")?, "controller")?;
    get(&worker, "postMessage")?.dyn_into::<Function>().ok()?.call1(&worker, notification).ok().map(drop)
}

/// By the page itself, to which a click comes back.
fn by_page(notification: &JsValue, address: &str) -> Option<()> {
    let title = get(notification, "notify")?;
    let shown = Reflect::construct(&class()?, &[title, notification.clone()].into_iter().collect::<Array>()).ok()?;
    let address = JsValue::from_str(address);
    let one = shown.clone();
    let clicked = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        // As far as the browser lets a page come to the fore; the address alone tells the view.
        let _ = call(&window(), "focus");
        let _ = Reflect::set(&window().location(), &"href".into(), &address);
        let _ = call(&one, "close");
    });
    // It waits for the click as long as the page lives.
    Reflect::set(&shown, &"onclick".into(), &clicked.into_js_value()).ok().map(drop)
}

#[cfg(test)]
mod tests {
    use dument_law::Money;
    use dument_ledger::today::{Task, Todo};

    use super::*;

    fn today(clients: &[&[TaskKind]]) -> Today {
        let as_of: Day = "2026-11-22".parse().unwrap();
        let amount: Money = "1850".parse().unwrap();
        let task = |kind: &TaskKind| Task {
            kind: *kind,
            on: as_of,
            invoices: Vec::new(),
            amount,
            letter: None,
            tone: None,
            step: None,
            procedure: None,
            title: "Relancer Garage Faure".to_owned(),
            why: "1 850,00 € sont dus".to_owned(),
        };
        let todo = |kinds: &&[TaskKind]| Todo {
            debtor: "00000000000000a1".parse().unwrap(),
            name: "Garage Faure".to_owned(),
            late: amount,
            tasks: kinds.iter().map(task).collect(),
            kind_unknown: false,
        };
        Today { as_of, worked: true, todos: clients.iter().map(todo).collect(), waiting: 3 }
    }

    #[test]
    fn what_is_to_do_is_counted_and_limitation_comes_first() {
        let (letter, limitation): (&[_], &[_]) = (&[TaskKind::Letter], &[TaskKind::Letter, TaskKind::Limitation]);
        assert_eq!(words(&today(&[])), None);
        assert_eq!(words(&today(&[letter])).unwrap(), "1\u{a0}client demande votre attention.");
        assert_eq!(
            words(&today(&[limitation, letter])).unwrap(),
            "Une prescription approche\u{202f}! 2\u{a0}clients demandent votre attention."
        );
        assert_eq!(
            words(&today(&[limitation, limitation])).unwrap(),
            "La prescription approche chez 2\u{a0}clients\u{202f}! 2\u{a0}clients demandent votre attention."
        );
    }

    #[test]
    fn a_locked_screen_shows_neither_name_nor_amount() {
        let said = words(&today(&[&[TaskKind::Limitation], &[TaskKind::Letter]])).unwrap();
        assert!(!said.contains("Faure") && !said.contains("850") && !said.contains('€'), "{said}");
    }

    #[test]
    fn a_page_left_open_waits_for_the_morning() {
        assert_eq!(morning("2026-11-23T07:59:59"), None);
        assert_eq!(morning("2026-11-23T08:00:00"), "2026-11-23".parse().ok());
        assert_eq!(morning("2026-11-23T21:10:00"), "2026-11-23".parse().ok());
    }
}
