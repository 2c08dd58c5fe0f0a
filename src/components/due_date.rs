//! The due date of an invoice, worked out for a visitor who doesn't know it.

use dument_law::payment_terms::{EndOfMonth, Fine, PaymentTerms, Sector, payment_terms};
use dument_law::penalties::Regime;
use dument_law::procedures::YesNo;
use dument_law::{Day, PartyKind, french};
use leptos::ev::Event;
use leptos::prelude::*;
use web_sys::Element;

use super::field::{SelectField, TextField};
use super::followed;
use super::live::Live;
use super::notes::Notes;
use super::why::{Sources, Why};
use crate::case::reading::{Fault, faults_of};
use crate::case::{Agreement, Case, Invoice};
use crate::entry::date;
use crate::reference;
use crate::state::{Answer, State, use_state};

/// What is sold, in the words of the law of payment terms.
const SECTORS: [(Sector, &str); 14] = [
    (Sector::General, "Autre activité"),
    (Sector::Carriage, "Transport, location de véhicules, transit, douane"),
    (Sector::Perishable, "Produits alimentaires périssables, surgelés, plats cuisinés"),
    (Sector::Meat, "Bétail vivant, viande fraîche"),
    (Sector::Spirits, "Alcools et spiritueux"),
    (Sector::Wine, "Raisins, moûts, vins"),
    (Sector::Export, "Biens achetés sans TVA pour être exportés hors d’Europe"),
    (Sector::GardenMachinery, "Matériel d’espaces verts, à un distributeur"),
    (Sector::AgriculturalMachinery, "Matériel agricole, à un distributeur"),
    (Sector::SnowSports, "Équipement de sports d’hiver, avant la saison"),
    (Sector::Leather, "Cuir, à un distributeur"),
    (Sector::Jewellery, "Horlogerie, bijouterie, à un distributeur"),
    (Sector::Toys, "Jouets, à un distributeur"),
    (Sector::Unknown, "Je ne sais pas"),
];

/// The code of the remark that says how the date is counted.
const RULE: &str = "rule";

/// « Je ne connais pas l’échéance »: what was agreed, the dates, and the due date that follows.
#[component]
pub fn DueDate(
    /// Which invoice, by its place in the case.
    i: usize,
    /// Whether it is worked out here: opened, or closed.
    open: RwSignal<bool>,
    /// The dates of the invoice that count.
    children: ChildrenFn,
) -> impl IntoView {
    let toggled = move |event: Event| open.set(event_target::<Element>(&event).has_attribute("open"));
    view! {
        <details class="why" open=open.get_untracked() on:toggle=toggled>
            <summary>"Je ne connais pas l’échéance"</summary>
            <div class="why-body">
                <Show when=move || open.get()>
                    <fieldset class="group">
                        <legend class="visually-hidden">"Calculer l’échéance"</legend>
                        <Agreed i/>
                        <div class="row">{children()} <Received i/></div>
                        <Activity i/>
                    </fieldset>
                    <WorkedOut i/>
                </Show>
            </div>
        </details>
    }
}

/// A part of the invoice, followed.
fn part<T: PartialEq + Send + Sync + 'static>(i: usize, part: fn(&Invoice) -> T) -> Memo<T> {
    let invoice = followed::invoice(i);
    Memo::new(move |_| invoice.with(part))
}

/// Changes the invoice.
fn change(state: State, i: usize, change: impl FnOnce(&mut Invoice)) {
    state.change(|case| {
        if let Some(invoice) = case.invoices.get_mut(i) {
            change(invoice);
        }
    });
}

/// The due date worked out from the case, or what it still takes.
fn worked_out(case: &Case, i: usize) -> Answer<PaymentTerms> {
    payment_terms(&case.payment_terms_input(i)?, reference::in_use()).map_err(|problems| {
        let mut faults = faults_of(&problems);
        for fault in &mut faults {
            fault.field = format!("invoices-{i}-{}", fault.field);
        }
        faults
    })
}

/// What is wrong with a field of the term, if anything was typed in it.
fn fault(i: usize, field: &str) -> Signal<Option<String>> {
    let id = format!("invoices-{i}-{field}");
    let found = use_state().part(move |case| {
        let faults = worked_out(case, i).err().unwrap_or_default();
        faults.into_iter().find(|fault| fault.field == id && !fault.missing).map(|fault| fault.message)
    });
    found.into()
}

/// What the parties agreed.
#[component]
fn Agreed(i: usize) -> impl IntoView {
    let state = use_state();
    let agreement = part(i, |invoice| invoice.term.agreement);
    let reading = part(i, |invoice| invoice.term.reading);
    let days = part(i, |invoice| invoice.term.days.clone());
    let days_fault = fault(i, "agreed-days");
    let choose = move |chosen: Option<Agreement>| change(state, i, |invoice| invoice.term.agreement = chosen.unwrap_or_default());
    let read_as = move |chosen: Option<Option<EndOfMonth>>| change(state, i, |invoice| invoice.term.reading = chosen.flatten());
    view! {
        <SelectField
            id=format!("invoices-{i}-agreed")
            label="Délai prévu par le contrat"
            hint="Celui du contrat, du devis signé ou des conditions générales acceptées."
            options=Agreement::ALL.into_iter().map(|one| (one, one.label().to_owned())).collect()
            value=Signal::derive(move || Some(agreement.get()))
            on_choose=choose
        />
        <Show when=move || agreement.get().counts_days()>
            <TextField
                id=format!("invoices-{i}-agreed-days")
                label="Nombre de jours convenu"
                value=days
                on_input=move |typed| change(state, i, |invoice| invoice.term.days = typed)
                fault=days_fault
                width="short"
                inputmode="numeric"
                unit=Signal::stored(Some("jours"))
            />
        </Show>
        <Show when=move || agreement.get() == Agreement::EndOfMonth>
            <SelectField
                id=format!("invoices-{i}-agreed-reading")
                label="Comment le contrat les compte-t-il\u{202f}?"
                options=vec![
                    (None, "Il ne le dit pas".to_owned()),
                    (Some(EndOfMonth::ThenEnd), "Les jours d’abord, puis la fin du mois".to_owned()),
                    (Some(EndOfMonth::EndThen), "La fin du mois d’abord, puis les jours".to_owned()),
                ]
                value=Signal::derive(move || Some(reading.get()))
                on_choose=read_as
            />
        </Show>
    }
}

/// When a public debtor received the invoice.
#[component]
fn Received(i: usize) -> impl IntoView {
    let state = use_state();
    let public = state.part(|case| case.debtor.kind == Some(PartyKind::PublicBody));
    let received_on = part(i, |invoice| invoice.term.received_on.clone());
    let received_fault = fault(i, "receivedOn");
    view! {
        <Show when=move || public.get()>
            <TextField
                id=format!("invoices-{i}-receivedOn")
                label="Réception par l’administration"
                value=received_on
                on_input=move |typed| change(state, i, |invoice| invoice.term.received_on = typed)
                fault=received_fault
                optional=true
                width="date"
                inputmode="numeric"
                placeholder="jj/mm/aaaa"
            />
        </Show>
    }
}

/// What is sold, and how it is invoiced, where the law minds it: between businesses.
#[component]
fn Activity(i: usize) -> impl IntoView {
    let state = use_state();
    let business = state.part(|case| case.regime() == Some(Regime::Business));
    let sector = part(i, |invoice| invoice.term.sector);
    let periodic = part(i, |invoice| invoice.term.periodic);
    let choose = move |chosen: Option<Sector>| change(state, i, |invoice| invoice.term.sector = chosen.unwrap_or_default());
    let tell = move |told: Option<YesNo>| change(state, i, |invoice| invoice.term.periodic = told);
    view! {
        <Show when=move || business.get()>
            <SelectField
                id=format!("invoices-{i}-sector")
                label="Ce qui est vendu"
                hint="Quelques secteurs ont leurs propres délais."
                options=SECTORS.map(|(sector, words)| (sector, words.to_owned())).to_vec()
                value=Signal::derive(move || Some(sector.get()))
                on_choose=choose
            />
            <SelectField
                id=format!("invoices-{i}-periodic")
                label="La facture regroupe-t-elle les livraisons d’une période\u{202f}?"
                hint="Par exemple une facture par mois."
                options=[(YesNo::No, "non"), (YesNo::Yes, "oui"), (YesNo::Unknown, "je ne sais pas")].map(|(told, words)| (told, words.to_owned())).to_vec()
                value=Signal::derive(move || Some(periodic.get().unwrap_or(YesNo::No)))
                on_choose=tell
            />
        </Show>
    }
}

/// The due date, with its reasons, and a way to keep it.
#[component]
fn WorkedOut(i: usize) -> impl IntoView {
    let state = use_state();
    let answer = state.part(move |case| worked_out(case, i));
    let chosen = part(i, |invoice| date::read(&invoice.due_on).ok());
    let announced = Signal::derive(move || {
        answer.with(|answer| match answer {
            Ok(terms) if chosen.get() == Some(terms.due_on) => format!("Échéance retenue\u{a0}: {}.", french::day(terms.due_on)),
            Ok(terms) => format!("Échéance calculée\u{a0}: {}.", french::day(terms.due_on)),
            Err(_) => String::new(),
        })
    });
    view! {
        {move || match answer.get() {
            Ok(terms) => view! { <Found i terms chosen/> }.into_any(),
            Err(faults) => view! { <Missing faults/> }.into_any(),
        }}
        <Live text=announced/>
    }
}

/// What it still takes to work the date out.
#[component]
fn Missing(faults: Vec<Fault>) -> impl IntoView {
    faults.into_iter().filter(|fault| fault.missing).map(|fault| view! { <p class="hint">{fault.message}</p> }).collect_view()
}

/// The date found.
#[component]
fn Found(i: usize, terms: PaymentTerms, chosen: Memo<Option<Day>>) -> impl IntoView {
    let state = use_state();
    let due_on = terms.due_on;
    let (rule, notes): (Vec<_>, Vec<_>) = terms.notes.into_iter().partition(|note| note.code == RULE);
    let mut others: Vec<Day> = Vec::new();
    for reading in &terms.readings {
        if reading.due_on != due_on && !others.contains(&reading.due_on) {
            others.push(reading.due_on);
        }
    }
    let keep = move |day: Day| change(state, i, |invoice| invoice.due_on = french::short_day(day));
    view! {
        <p class="answer-label">"Échéance calculée"</p>
        <p class="figure middle">{french::day(due_on)}</p>
        <Why of=french::day(due_on)>
            {rule.into_iter().map(|note| view! { <p>{note.message}</p> }).collect_view()}
            {terms.fine.map(|fine| view! { <p>{fine_words(&fine)}</p> })}
            <Sources sources=terms.sources/>
        </Why>
        <Notes notes/>
        <p class="actions">
            <button type="button" class="button plain" on:click=move |_| keep(due_on)>"Utiliser cette date"</button>
            {others
                .into_iter()
                .map(|day| {
                    view! {
                        <button type="button" class="button quiet small" on:click=move |_| keep(day)>
                            "Utiliser plutôt le " {french::day(day)}
                        </button>
                    }
                })
                .collect_view()}
        </p>
        {move || chosen.get().map(|day| view! { <p class="ok">"Échéance retenue\u{a0}: " {french::day(day)}</p> })}
    }
}

/// What an unlawful term may cost.
fn fine_words(fine: &Fine) -> String {
    format!(
        "Ne pas respecter le délai maximal expose à une amende administrative\u{a0}: jusqu’à {}, et {} si cela se répète dans les {}.",
        french::money(fine.maximum),
        french::money(fine.repeated_maximum),
        french::count(i64::from(fine.repeated_within_years), "an", "ans")
    )
}
