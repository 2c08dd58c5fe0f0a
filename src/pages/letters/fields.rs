//! What a letter asks for itself: the facts of its kind, and its enclosures.

use dument_law::procedures::YesNo;
use dument_letters::{LetterKind, PaymentPlan};
use leptos::html;
use leptos::prelude::*;

use super::desk::{OnDesk, use_desk};
use crate::case::facts::{self, CORRESPONDENT, Field, Form};
use crate::components::field::{SelectField, TextArea, TextField};
use crate::components::icon::Icon;
use crate::entry::date;
use crate::state::{State, use_state};

/// What all fields of a letter need.
#[derive(Clone, Copy)]
struct Asker {
    state: State,
    desk: OnDesk,
    kind: LetterKind,
}

impl Asker {
    /// The `id` of a field: the one that faults name.
    fn id(self, key: &str) -> String {
        format!("facts-{}-{key}", facts::kind_name(self.kind))
    }

    /// What stands in a field.
    fn value(self, key: &str) -> Memo<String> {
        let key = key.to_owned();
        self.state.part(move |case| facts::text(case, self.kind, &key))
    }

    /// Takes what is typed.
    fn take(self, key: &str) -> Callback<String> {
        let key = key.to_owned();
        Callback::new(move |typed| {
            self.state.change(|case| {
                case.letters.entry(self.kind).or_default().facts.insert(key.clone(), typed);
            });
        })
    }
}

/// The fields of this kind of letter.
#[component]
pub fn OwnFacts(
    /// Which letter.
    kind: LetterKind,
    /// Whether something is missing from them.
    open: bool,
) -> impl IntoView {
    let asker = Asker { state: use_state(), desk: use_desk(), kind };
    let fields = facts::fields(kind);
    view! {
        {(!fields.is_empty())
            .then(|| {
                view! {
                    <details class="case-part" open=open>
                        <summary><h2>"Pour cette lettre"</h2></summary>
                        <div class="form">{form(asker, "", fields)}</div>
                    </details>
                }
            })}
    }
}

/// What is enclosed besides what the letter itself encloses.
#[component]
pub fn Enclosures(
    /// Which letter.
    kind: LetterKind,
) -> impl IntoView {
    let state = use_state();
    let enclosures = state.part(move |case| case.letters.get(&kind).map(|draft| draft.enclosures.clone()).unwrap_or_default());
    view! {
        <details class="case-part">
            <summary><h2>"Pièces jointes"</h2></summary>
            <TextArea
                id="enclosures"
                label="Autres pièces jointes"
                hint="Une par ligne, par exemple\u{a0}: Bon de livraison signé le 14 avril 2026. Les factures et le décompte y sont déjà."
                value=enclosures
                on_input=move |typed| state.change(|case| case.letters.entry(kind).or_default().enclosures = typed)
                optional=true
            />
        </details>
    }
}

/// Fields one below the other, each where it is asked.
fn form(asker: Asker, start: &str, fields: &'static [Field]) -> AnyView {
    fields
        .iter()
        .map(|field| {
            let key = format!("{start}{}", field.name);
            match field.only_if {
                None => asked(asker, &key, field),
                Some((other, answer)) => {
                    let other = asker.value(&format!("{start}{other}"));
                    let shown = Memo::new(move |_| other.with(|other| other == answer));
                    (move || shown.get().then(|| asked(asker, &key, field))).into_any()
                }
            }
        })
        .collect_view()
        .into_any()
}

/// One field.
fn asked(asker: Asker, key: &str, field: &'static Field) -> AnyView {
    let optional = field.needed.is_none();
    match field.form {
        Form::Text => text(asker, key, field.label, field.hint, optional, ""),
        Form::Day => text(asker, key, field.label, field.hint, optional, "date"),
        Form::Money => text(asker, key, field.label, field.hint, optional, "money"),
        Form::Number(unit) => text(asker, key, field.label, field.hint, optional, unit),
        Form::Long | Form::Lines => {
            let (id, value, take) = (asker.id(key), asker.value(key), asker.take(key));
            let fault = asker.desk.fault(&id);
            view! { <TextArea id label=field.label hint=field.hint value on_input=take fault optional/> }.into_any()
        }
        Form::Choice(choices) => choice(asker, key, field, choices.to_vec(), "Choisissez"),
        Form::YesNo => choice(asker, key, field, vec![("yes", "oui"), ("no", "non")], "Je ne sais pas"),
        Form::Check | Form::Opens => check(asker, key, field),
        Form::Correspondent => group(asker, key, field, &CORRESPONDENT),
        Form::Signatory => group(asker, key, field, &[("name", "Nom"), ("capacity", "En qualité de")]),
        Form::List(fields, least, noun) => list(asker, field, fields, least, noun),
        Form::InsolvencyOpenedOn => insolvency(asker, field),
    }
}

/// A text field; `width` is `date`, `money`, a unit for a number, or nothing.
fn text(asker: Asker, key: &str, label: &'static str, hint: &'static str, optional: bool, width: &'static str) -> AnyView {
    let (id, value, take) = (asker.id(key), asker.value(key), asker.take(key));
    let fault = asker.desk.fault(&id);
    let (class, inputmode, placeholder, unit) = match width {
        "" => ("", "", "", None),
        "date" => ("date", "numeric", "jj/mm/aaaa", None),
        "money" => ("short", "decimal", "", Some("€")),
        unit => ("short", "numeric", "", Some(unit)),
    };
    view! {
        <TextField id label hint value on_input=take fault optional width=class inputmode placeholder unit=Signal::stored(unit)/>
    }
    .into_any()
}

/// A choice in a list.
fn choice(
    asker: Asker,
    key: &str,
    field: &'static Field,
    choices: Vec<(&'static str, &'static str)>,
    invitation: &'static str,
) -> AnyView {
    let (id, value, take) = (asker.id(key), asker.value(key), asker.take(key));
    let values: Vec<&'static str> = choices.iter().map(|(value, _)| *value).collect();
    let chosen = Signal::derive(move || value.with(|typed| values.iter().find(|value| *value == typed).copied()));
    let choose = move |chosen: Option<&'static str>| take.run(chosen.unwrap_or_default().to_owned());
    view! {
        <SelectField
            id
            label=field.label
            hint=field.hint
            options=choices.into_iter().map(|(value, words)| (value, words.to_owned())).collect()
            value=chosen
            on_choose=choose
            invitation
        />
    }
    .into_any()
}

/// A box to tick.
fn check(asker: Asker, key: &str, field: &'static Field) -> AnyView {
    let (id, value, take) = (asker.id(key), asker.value(key), asker.take(key));
    let toggle = move |event| take.run(if event_target_checked(&event) { "yes" } else { "" }.to_owned());
    view! {
        <label class="check">
            <input id=id type="checkbox" prop:checked=move || value.with(|typed| typed == "yes") on:change=toggle/>
            <span>{field.label}</span>
        </label>
    }
    .into_any()
}

/// Several texts of one thing, such as a name and its address.
fn group(asker: Asker, key: &str, field: &'static Field, parts: &[(&'static str, &'static str)]) -> AnyView {
    let one = |(part, label): &(&'static str, &'static str)| {
        let optional = field.needed.is_some() && matches!(*part, "attention" | "capacity");
        text(asker, &format!("{key}-{part}"), label, "", optional, "")
    };
    // The last two are short: postcode and town, name and capacity.
    let (above, beside) = parts.split_at(parts.len() - 2);
    let fields = view! {
        {above.iter().map(one).collect_view()}
        <div class="row">{beside.iter().map(one).collect_view()}</div>
    };
    view! {
        <fieldset class="group" id=asker.id(key) tabindex="-1">
            <legend>{field.label} {field.needed.is_none().then(|| view! { " " <span class="optional">"facultatif"</span> })}</legend>
            {(!field.hint.is_empty()).then(|| view! { <p class="hint">{field.hint}</p> })}
            {fields}
        </fieldset>
    }
    .into_any()
}

/// Several of the same, with a way to add and to remove.
fn list(asker: Asker, field: &'static Field, fields: &'static [Field], least: usize, noun: &'static str) -> AnyView {
    let Asker { state, kind, .. } = asker;
    let name = field.name;
    let count = state.part(move |case| facts::count(case.letters.get(&kind), name, least));
    let set: NodeRef<html::Fieldset> = NodeRef::new();
    let add = move |_| {
        state.change(|case| {
            let draft = case.letters.entry(kind).or_default();
            let more = facts::count(Some(draft), name, least) + 1;
            draft.facts.insert(name.to_owned(), more.to_string());
        });
    };
    let item = move |i: usize| {
        let remove = move |_| {
            state.change(|case| facts::remove_item(case.letters.entry(kind).or_default(), name, fields, i, least));
            // The button is gone with its item: the reader goes on from the list.
            if let Some(set) = set.get_untracked() {
                // Focus can't fail on an element of the page.
                let _ = set.focus();
            }
        };
        view! {
            <fieldset class="item" id=asker.id(&format!("{name}-{i}")) tabindex="-1">
                <legend>{format!("{noun} {}", i + 1)}</legend>
                <div class="row">{form(asker, &format!("{name}-{i}-"), fields)}</div>
                {(count.get() > least)
                    .then(|| {
                        view! {
                            <button type="button" class="icon-button danger" aria-label=format!("Retirer\u{a0}: {noun} {}", i + 1) on:click=remove>
                                <Icon name="trash"/>
                            </button>
                        }
                    })}
            </fieldset>
        }
        .into_any()
    };
    let fault = asker.desk.fault(&asker.id(name));
    view! {
        <fieldset class="group" id=asker.id(name) tabindex="-1" node_ref=set>
            <legend>{field.label}</legend>
            {(!field.hint.is_empty()).then(|| view! { <p class="hint">{field.hint}</p> })}
            {(name == "instalments").then(|| view! { <Proposal asker/> })}
            {move || (0..count.get()).map(item).collect_view()}
            <p class="error">{fault}</p>
            <p class="actions">
                <button type="button" class="button plain small" on:click=add><Icon name="plus"/>{format!("Ajouter\u{a0}: {}", noun.to_lowercase())}</button>
            </p>
        </fieldset>
    }
    .into_any()
}

/// Proposes equal monthly instalments, each of which can then be changed.
#[component]
fn Proposal(asker: Asker) -> impl IntoView {
    let Asker { state, kind, .. } = asker;
    let (number, first) = (RwSignal::new("3".to_owned()), RwSignal::new(String::new()));
    let read = move || {
        let number = number.with(|typed| typed.trim().parse::<u32>().ok().filter(|number| (1..=60).contains(number)));
        number.zip(first.with(|typed| date::read(typed).ok()))
    };
    let propose = move |_| {
        let Some((number, first)) = untrack(read) else { return };
        let instalments = PaymentPlan::monthly(first, number);
        state.change(|case| {
            let facts = &mut case.letters.entry(kind).or_default().facts;
            facts.retain(|key, _| !key.starts_with("instalments"));
            facts.insert("instalments".to_owned(), instalments.len().to_string());
            for (i, instalment) in instalments.iter().enumerate() {
                facts.insert(format!("instalments-{i}-on"), dument_law::french::short_day(instalment.on));
            }
        });
    };
    let number_fault = Signal::derive(move || {
        let good = number.with(|typed| typed.trim().parse::<u32>().is_ok_and(|number| (1..=60).contains(&number)));
        (!good).then(|| "De 1 à 60 versements.".to_owned())
    });
    let first_fault = Signal::derive(move || first.with(|typed| date::read(typed).err().map(|error| error.to_string())));
    view! {
        <div class="row">
            <TextField id="plan-count" label="Versements égaux" value=number on_input=move |typed| number.set(typed) fault=number_fault width="short" inputmode="numeric" unit=Signal::stored(Some("mois"))/>
            <TextField id="plan-first" label="Le premier" value=first on_input=move |typed| first.set(typed) fault=first_fault width="date" inputmode="numeric" placeholder="jj/mm/aaaa"/>
        </div>
        <p class="actions">
            <button type="button" class="button plain small" disabled=move || read().is_none() on:click=propose>"Proposer les dates"</button>
        </p>
    }
}

/// The day of the judgment: it is the case's, and telling it tells that there is one.
fn insolvency(asker: Asker, field: &'static Field) -> AnyView {
    let state = asker.state;
    let value = state.part(|case| case.answers.insolvency_opened_on.clone());
    let take = move |typed: String| {
        state.change(|case| {
            case.answers.insolvent = (!typed.trim().is_empty()).then_some(YesNo::Yes);
            case.answers.insolvency_opened_on = typed;
        });
    };
    let id = "insolvency-openedOn";
    view! {
        <TextField id label=field.label hint=field.hint value on_input=take fault=asker.desk.fault(id) width="date" inputmode="numeric" placeholder="jj/mm/aaaa"/>
    }
    .into_any()
}
