//! The form in which an event is typed, or corrected.

use dument_desk::{Change, Changed};
use dument_law::EventKind;
use dument_law::procedures::Answer;
use dument_ledger::{DebtorId, Edit, Event, EventId, Sending};
use dument_letters::LetterKind;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::event::{ANSWERS, Draft, Fault, Kind, LETTERS, SENDINGS};
use super::short_form::focus_fault;
use crate::address::use_address;
use crate::components::field::{SelectField, Sent, TextArea, TextField};
use crate::ledger::desk::use_desk;
use crate::pages::letters::catalogue;
use crate::words;

/// What can be typed about an event.
#[derive(Clone, Copy)]
struct Form {
    draft: RwSignal<Draft>,
    faults: RwSignal<Vec<Fault>>,
}

impl Form {
    fn text(self, read: fn(&Draft) -> &String) -> Signal<String> {
        Signal::derive(move || self.draft.with(|draft| read(draft).clone()))
    }

    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.fault_of(field))
    }

    fn fault_of(self, field: &str) -> Option<String> {
        self.faults.with(|faults| faults.iter().find(|(name, _)| name == field).map(|(_, words)| words.clone()))
    }

    fn change(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        // What was said of the form is looked at again, once it was said.
        if !self.faults.with_untracked(Vec::is_empty) {
            self.faults.set(self.draft.with_untracked(|draft| draft.read().err().unwrap_or_default()));
        }
    }
}

/// Types an event: a new one, or one that was told wrong.
#[component]
pub fn EventForm(
    /// With whom it happened.
    debtor: DebtorId,
    /// The event to correct, by its name.
    #[prop(optional_no_strip)]
    corrects: Option<(EventId, Event)>,
    /// Done once it is noted, or given up.
    on_done: Callback<()>,
) -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let began = corrects.as_ref().and_then(|(_, event)| Draft::of(event));
    let draft = began.unwrap_or_else(|| Draft::on(untrack(|| address.as_of())));
    let form = Form { draft: RwSignal::new(draft), faults: RwSignal::new(Vec::new()) };
    let refused = RwSignal::new(None::<String>);
    let node: NodeRef<html::Form> = NodeRef::new();
    let sent = RwSignal::new(false);
    provide_context(Sent(sent));
    let id = corrects.as_ref().map(|(id, _)| *id);
    let invoices = corrects.map(|(_, event)| event.invoices).unwrap_or_default();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = form.draft.with_untracked(Draft::read);
        let event = match read {
            Ok(event) => Box::new(Event { invoices: invoices.clone(), ..event }),
            Err(faults) => {
                form.faults.set(faults);
                sent.set(true);
                focus_fault(node);
                return;
            }
        };
        let (name, edit) = match id {
            Some(id) => ("événement corrigé", Edit::CorrectEvent { debtor, id, event }),
            None => ("événement noté", Edit::AddEvent { debtor, event }),
        };
        spawn_local(async move {
            match desk.change::<Changed>(&Change::Edits { name: name.to_owned(), edits: vec![edit] }).await {
                Ok(_) => on_done.run(()),
                Err(why) => refused.set(Some(why.to_string())),
            }
        });
    };
    let kind = Memo::new(move |_| form.draft.with(|draft| draft.kind));
    view! {
        <form class="form event-form" novalidate=true on:submit=submit node_ref=node>
            <div class="row">
                <SelectField
                    id="event-kind"
                    label="Événement"
                    options=Kind::ALL.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                    value=Signal::derive(move || Some(kind.get()))
                    on_choose=Callback::new(move |chosen: Option<Kind>| form.change(|draft| draft.kind = chosen.unwrap_or_default()))
                />
                <DayField form field="on" label="Date" read=|draft| &draft.on write=|draft, typed| draft.on = typed/>
            </div>
            {move || view! { <Particulars form kind=kind.get()/> }}
            <TextArea
                id="event-note"
                label="Note"
                value=form.text(|draft| &draft.note)
                on_input=move |typed| form.change(|draft| draft.note = typed)
                fault=form.fault("note")
                optional=true
            />
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            {move || {
                let count = form.faults.with(Vec::len);
                (count > 0).then(|| view! { <p class="error" role="alert">"Complétez ce qui est signalé ci-dessus."</p> })
            }}
            <p class="actions">
                <button type="submit" class="button small">{if id.is_some() { "Corriger" } else { "Noter" }}</button>
                <button type="button" class="button plain small" on:click=move |_| on_done.run(())>"Annuler"</button>
            </p>
        </form>
    }
}

#[component]
fn DayField(
    form: Form,
    field: &'static str,
    label: &'static str,
    read: fn(&Draft) -> &String,
    write: fn(&mut Draft, String),
) -> impl IntoView {
    view! {
        <TextField
            id=format!("event-{field}")
            label=label
            value=form.text(read)
            on_input=move |typed| form.change(|draft| write(draft, typed))
            fault=form.fault(field)
            width="date"
            inputmode="numeric"
            placeholder="jj/mm/aaaa"
        />
    }
}

#[component]
fn AmountField(form: Form, label: &'static str, hint: &'static str) -> impl IntoView {
    view! {
        <TextField
            id="event-amount"
            label=label
            hint=hint
            value=form.text(|draft| &draft.amount)
            on_input=move |typed| form.change(|draft| draft.amount = typed)
            fault=form.fault("amount")
            width="short"
            inputmode="decimal"
            unit=Some("€")
            optional=true
        />
    }
}

/// What an event of this kind tells besides.
#[component]
fn Particulars(form: Form, kind: Kind) -> impl IntoView {
    let error = move |field: &'static str| {
        view! { <p class="error" aria-live="polite">{move || form.fault_of(field)}</p> }
    };
    match kind {
        Kind::Call => view! {
            <SelectField
                id="event-reached"
                label="Quelqu’un a-t-il répondu ?"
                options=vec![(true, "oui".to_owned()), (false, "non".to_owned())]
                value=Signal::derive(move || form.draft.with(|draft| draft.reached))
                on_choose=Callback::new(move |chosen: Option<bool>| form.change(|draft| draft.reached = chosen))
                invitation="non précisé"
            />
        }
        .into_any(),
        Kind::Letter => view! {
            <div class="row">
                <SelectField
                    id="event-letter"
                    label="Lettre"
                    options=LETTERS.map(|letter| (letter, catalogue::name(letter).to_owned())).to_vec()
                    value=Signal::derive(move || form.draft.with(|draft| draft.letter))
                    on_choose=Callback::new(move |chosen: Option<LetterKind>| form.change(|draft| draft.letter = chosen))
                    invitation="Choisir…"
                />
                <SelectField
                    id="event-sending"
                    label="Envoi"
                    options=SENDINGS.map(|(sending, words)| (sending, words.to_owned())).to_vec()
                    value=Signal::derive(move || Some(form.draft.with(|draft| draft.sending)))
                    on_choose=Callback::new(move |chosen: Option<Sending>| form.change(|draft| draft.sending = chosen.unwrap_or_default()))
                />
            </div>
            {error("letter")}
        }
        .into_any(),
        Kind::Answer => view! {
            <SelectField
                id="event-answer"
                label="Ce qu’il a répondu"
                options=ANSWERS.map(|(answer, words)| (answer, words.to_owned())).to_vec()
                value=Signal::derive(move || form.draft.with(|draft| draft.answer))
                on_choose=Callback::new(move |chosen: Option<Answer>| form.change(|draft| draft.answer = chosen))
                invitation="Choisir…"
            />
            {error("answer")}
        }
        .into_any(),
        Kind::Promise => view! {
            <div class="row">
                <AmountField form label="Montant promis" hint="Laissez vide pour tout ce qui est dû."/>
                <DayField form field="until" label="Avant le" read=|draft| &draft.until write=|draft, typed| draft.until = typed/>
            </div>
        }
        .into_any(),
        Kind::Plan => view! { <PlanRows form/> }.into_any(),
        Kind::Disputed => {
            view! { <AmountField form label="Montant contesté" hint="Laissez vide s’il conteste le tout."/> }.into_any()
        }
        Kind::Paused => view! {
            <DayField form field="until" label="Jusqu’au" read=|draft| &draft.until write=|draft, typed| draft.until = typed/>
        }
        .into_any(),
        Kind::Other => {
            let lasting = Memo::new(move |_| form.draft.with(|draft| draft.other.is_some_and(words::lasts)));
            view! {
                <SelectField
                    id="event-other"
                    label="Lequel"
                    options=words::EVENTS.map(|event| (event, words::event(event).to_owned())).to_vec()
                    value=Signal::derive(move || form.draft.with(|draft| draft.other))
                    on_choose=Callback::new(move |chosen: Option<EventKind>| form.change(|draft| draft.other = chosen))
                    invitation="Choisir…"
                />
                {error("other")}
                {move || lasting.get().then(|| view! {
                    <DayField form field="until" label="Terminé le" read=|draft| &draft.until write=|draft, typed| draft.until = typed/>
                })}
            }
            .into_any()
        }
        Kind::PlanEnded | Kind::DisputeSettled | Kind::Note => ().into_any(),
    }
}

/// The instalments of a plan.
#[component]
fn PlanRows(form: Form) -> impl IntoView {
    let count = Memo::new(move |_| form.draft.with(|draft| draft.instalments.len()));
    let row = move |i: usize| {
        let part = move |read: fn(&(String, String)) -> &String| {
            Signal::derive(move || form.draft.with(|draft| draft.instalments.get(i).map(read).cloned().unwrap_or_default()))
        };
        let write = move |write: fn(&mut (String, String), String), typed: String| {
            form.change(|draft| {
                if let Some(instalment) = draft.instalments.get_mut(i) {
                    write(instalment, typed);
                }
            });
        };
        view! {
            <div class="row">
                <TextField
                    id=format!("event-instalment-{i}-on")
                    label=format!("Échéance {}", i + 1)
                    value=part(|instalment| &instalment.0)
                    on_input=move |typed| write(|instalment, typed| instalment.0 = typed, typed)
                    fault=Signal::derive(move || form.fault_of(&format!("instalment-{i}-on")))
                    width="date"
                    inputmode="numeric"
                    placeholder="jj/mm/aaaa"
                />
                <TextField
                    id=format!("event-instalment-{i}-amount")
                    label=format!("Montant {}", i + 1)
                    value=part(|instalment| &instalment.1)
                    on_input=move |typed| write(|instalment, typed| instalment.1 = typed, typed)
                    fault=Signal::derive(move || form.fault_of(&format!("instalment-{i}-amount")))
                    width="short"
                    inputmode="decimal"
                    unit=Some("€")
                />
            </div>
        }
    };
    view! {
        {move || (0..count.get()).map(row).collect_view()}
        <p class="actions">
            <button type="button" class="button quiet small" on:click=move |_| form.change(|draft| draft.instalments.push(Default::default()))>
                "Ajouter une échéance"
            </button>
        </p>
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || form.draft.with(|draft| draft.signed)
                on:change=move |event| form.change(|draft| draft.signed = event_target_checked(&event))
            />
            <span>"Signé par le client"<small class="hint">" Un écrit signé fait repartir la prescription."</small></span>
        </label>
    }
}
