//! A short form of the ledger: texts by their names, checked all at once when it is sent.

use std::collections::BTreeMap;

use dument_law::{Day, Money};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::field::{Sent, TextField};
use crate::entry::{amount, date};

/// What is typed, by the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(BTreeMap<&'static str, String>);

impl Texts {
    /// The texts with which a form begins.
    #[must_use]
    pub fn of<const N: usize>(texts: [(&'static str, String); N]) -> Self {
        Self(texts.into())
    }

    /// What stands in a field, without spaces around.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map(|typed| typed.trim()).unwrap_or_default()
    }
}

/// A form being read: what is wrong with which field.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<(&'static str, String)>);

impl Faults {
    /// Notes what is wrong with a field.
    pub fn add(&mut self, name: &'static str, why: impl ToString) {
        self.0.push((name, why.to_string()));
    }

    /// A text that must be there.
    pub fn text(&mut self, texts: &Texts, name: &'static str, missing: &str) -> String {
        let typed = texts.get(name);
        if typed.is_empty() {
            self.add(name, missing);
        }
        typed.to_owned()
    }

    /// A day that must be there.
    pub fn day(&mut self, texts: &Texts, name: &'static str) -> Option<Day> {
        date::read(texts.get(name)).map_err(|error| self.add(name, error)).ok()
    }

    /// A day that may be left out.
    pub fn day_if_any(&mut self, texts: &Texts, name: &'static str) -> Option<Day> {
        if texts.get(name).is_empty() { None } else { self.day(texts, name) }
    }

    /// An amount that must be there.
    pub fn amount(&mut self, texts: &Texts, name: &'static str) -> Option<Money> {
        amount::read(texts.get(name)).map_err(|error| self.add(name, error)).ok()
    }
}

/// A form as it is filled in.
#[derive(Clone, Copy)]
pub struct ShortForm {
    /// The start of its fields' `id`s.
    id: &'static str,
    /// What is typed.
    pub texts: RwSignal<Texts>,
    faults: Memo<Vec<(&'static str, String)>>,
    sent: RwSignal<bool>,
    /// The form on the page.
    pub node: NodeRef<html::Form>,
}

impl ShortForm {
    /// A form that begins with these texts, and what finds the faults in them.
    #[must_use]
    pub fn new(id: &'static str, texts: Texts, check: impl Fn(&Texts) -> Faults + Send + Sync + 'static) -> Self {
        let texts = RwSignal::new(texts);
        let sent = RwSignal::new(false);
        provide_context(Sent(sent));
        let faults = Memo::new(move |_| texts.with(&check).0);
        Self { id, texts, faults, sent, node: NodeRef::new() }
    }

    /// Takes the form as sent: whether nothing is wrong with it. Where something is, all of it is shown, and the first such field
    /// gets the focus.
    pub fn send(self, event: &leptos::ev::SubmitEvent) -> bool {
        event.prevent_default();
        if self.faults.with_untracked(Vec::is_empty) {
            return true;
        }
        self.sent.set(true);
        focus_fault(self.node);
        false
    }

    /// Begins anew, once what was sent is kept.
    pub fn unsend(self) {
        self.sent.set(false);
    }

    /// Whether something is wrong, to be said once the form was sent.
    #[must_use]
    pub fn wrong(self) -> bool {
        self.sent.get() && !self.faults.with(Vec::is_empty)
    }

    /// Sets what stands in a field.
    pub fn set(self, name: &'static str, typed: String) {
        self.texts.update(|texts| drop(texts.0.insert(name, typed)));
    }
}

/// Takes the focus to the first field of a form with a fault, once faults are shown.
pub fn focus_fault(form: NodeRef<html::Form>) {
    request_animation_frame(move || {
        let wrong = form.try_get_untracked().flatten().and_then(|form| form.query_selector("[aria-invalid]").ok().flatten());
        if let Some(field) = wrong.and_then(|wrong| wrong.dyn_into::<HtmlElement>().ok()) {
            // Focus can't fail on an element of the page.
            let _ = field.focus();
        }
    });
}

/// What is asked in a field.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// Its name in the form.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
    /// How to answer.
    pub hint: &'static str,
    /// Its width.
    pub width: &'static str,
    /// The keyboard of a phone.
    pub inputmode: &'static str,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// An example.
    pub placeholder: &'static str,
    /// The unit behind it.
    pub unit: Option<&'static str>,
    /// Whether it may be left out.
    pub optional: bool,
}

impl Asked {
    /// A text.
    #[must_use]
    pub const fn text(name: &'static str, label: &'static str) -> Self {
        Self {
            name,
            label,
            hint: "",
            width: "",
            inputmode: "",
            autocomplete: "off",
            placeholder: "",
            unit: None,
            optional: false,
        }
    }

    /// A day.
    #[must_use]
    pub const fn day(name: &'static str, label: &'static str) -> Self {
        Self { width: "date", inputmode: "numeric", placeholder: "jj/mm/aaaa", ..Self::text(name, label) }
    }

    /// An amount in euros.
    #[must_use]
    pub const fn amount(name: &'static str, label: &'static str) -> Self {
        Self { width: "short", inputmode: "decimal", unit: Some("€"), ..Self::text(name, label) }
    }

    /// One that may be left out.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }
}

/// A field of the form.
#[component]
pub fn Line(
    /// The form.
    form: ShortForm,
    /// What is asked.
    asked: Asked,
) -> impl IntoView {
    let name = asked.name;
    let value = Signal::derive(move || form.texts.with(|texts| texts.0.get(name).cloned().unwrap_or_default()));
    let fault = Signal::derive(move || {
        form.faults.with(|faults| faults.iter().find(|(field, _)| *field == name).map(|(_, why)| why.clone()))
    });
    view! {
        <TextField
            id=format!("{}-{name}", form.id)
            label=asked.label
            hint=asked.hint
            value
            on_input=move |typed| form.set(name, typed)
            fault
            optional=asked.optional
            width=asked.width
            inputmode=asked.inputmode
            autocomplete=asked.autocomplete
            placeholder=asked.placeholder
            unit=asked.unit
        />
    }
}
