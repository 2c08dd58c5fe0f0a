//! Who writes, and who is written to.

use std::str::FromStr;

use dument_law::{PartyKind, Place};
use dument_letters::{Bic, Iban, Siren, Siret, VatNumber};
use leptos::prelude::*;

use super::court_fee::CourtFeeForm;
use super::debtor_situation::{DebtorSituation, Whereabouts};
use super::field::{SelectField, TextField};
use crate::case::{Case, Party};
use crate::state::use_state;
use crate::words;

/// Which party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Who is owed: the visitor.
    Creditor,
    /// Who owes.
    Debtor,
}

impl Role {
    /// The start of the `id`s of its fields.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Creditor => "creditor",
            Self::Debtor => "debtor",
        }
    }

    fn of(self, case: &Case) -> &Party {
        match self {
            Self::Creditor => &case.creditor,
            Self::Debtor => &case.debtor,
        }
    }

    fn of_mut(self, case: &mut Case) -> &mut Party {
        match self {
            Self::Creditor => &mut case.creditor,
            Self::Debtor => &mut case.debtor,
        }
    }
}

/// What a checked number is when it is right, and the sentence when it isn't.
pub fn checked<N: FromStr<Err: ToString>>(typed: &str, right: &'static str) -> Result<Option<&'static str>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    typed.parse::<N>().map(|_| Some(right)).map_err(|error| error.to_string())
}

/// Checks a SIREN or, by its length, a SIRET.
pub fn company_number(typed: &str) -> Result<Option<&'static str>, String> {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    if digits > 9 { checked::<Siret>(typed, "SIRET valide") } else { checked::<Siren>(typed, "SIREN valide") }
}

/// The fields of a party.
#[component]
pub fn PartyForm(
    /// Which party.
    role: Role,
) -> impl IntoView {
    let state = use_state();
    let id = move |name: &str| format!("{}-{name}", role.id());
    let text = move |read: fn(&Party) -> &String| state.part(move |case| read(role.of(case)).clone());
    let change = move |write: fn(&mut Party) -> &mut String| {
        Callback::new(move |typed: String| state.change(|case| *write(role.of_mut(case)) = typed))
    };
    let kind = state.part(move |case| role.of(case).kind);
    let kinds: Vec<(PartyKind, String)> = match role {
        Role::Creditor => words::CREDITORS.map(|(kind, words)| (kind, words.to_owned())).to_vec(),
        Role::Debtor => words::DEBTORS.map(|(kind, words)| (kind, words.to_owned())).to_vec(),
    };
    let numbers = move |typed: Memo<String>, check: fn(&str) -> Result<Option<&'static str>, String>| {
        let fault = Signal::derive(move || typed.with(|typed| check(typed).err()));
        let right = Signal::derive(move || typed.with(|typed| check(typed).ok().flatten().map(str::to_owned)));
        (fault, right)
    };
    let siren = text(|party| &party.siren);
    let (siren_fault, siren_right) = numbers(siren, company_number);
    // A browser knows its owner's own address, not the customer's.
    let fill = move |what: &'static str| if role == Role::Creditor { what } else { "off" };
    let plain = move |name: &str,
                      label: &'static str,
                      width: &'static str,
                      optional: bool,
                      autocomplete: &'static str,
                      read: fn(&Party) -> &String,
                      write: fn(&mut Party) -> &mut String| {
        view! { <TextField id=id(name) label value=text(read) on_input=change(write) fault=state.fault(id(name)) width optional autocomplete/> }
    };
    let country = move || {
        plain("address-country", "Pays", "medium", true, fill("country-name"), |party| &party.country, |party| &mut party.country)
    };
    let abroad = state.part(move |case| role == Role::Debtor && matches!(case.place, Place::Eu | Place::Denmark | Place::Abroad));
    let is_company = move || matches!(kind.get(), Some(PartyKind::Company | PartyKind::CivilCompany));
    let is_person = move || kind.get() == Some(PartyKind::Consumer);
    view! {
        <SelectField
            id=match role {
                Role::Creditor => "creditor-kind",
                Role::Debtor => "debtor-kind",
            }
            label=match role {
                Role::Creditor => "Vous êtes",
                Role::Debtor => "Votre client est",
            }
            options=kinds
            value=kind
            on_choose=move |chosen| state.change(|case| role.of_mut(case).kind = chosen)
            invitation="Choisissez"
        />
        {plain("name", "Nom ou dénomination", "", false, fill("organization"), |party| &party.name, |party| &mut party.name)}
        {move || {
            is_company()
                .then(|| {
                    view! {
                        <div class="row">
                            {plain("legalForm", "Forme", "short", true, "off", |party| &party.legal_form, |party| &mut party.legal_form)}
                            {(role == Role::Creditor)
                                .then(|| plain("capital", "Capital en euros", "short", true, "off", |party| &party.capital, |party| &mut party.capital))}
                            {plain("rcsTown", "Ville du RCS", "medium", true, "off", |party| &party.rcs_town, |party| &mut party.rcs_town)}
                        </div>
                    }
                })
        }}
        {move || {
            (!is_person())
                .then(|| {
                    view! {
                        <TextField
                            id=id("siren")
                            label="SIREN ou SIRET"
                            value=siren
                            on_input=change(|party| &mut party.siren)
                            fault=siren_fault
                            right=siren_right
                            width="medium"
                            inputmode="numeric"
                            optional=true
                        />
                    }
                })
        }}
        <TextField
            id=id("address-lines")
            label="Numéro et rue"
            value=text(|party| &party.street)
            on_input=change(|party| &mut party.street)
            fault=state.fault(id("address-lines"))
            autocomplete=fill("street-address")
        />
        <div class="row">
            {plain("address-postcode", "Code postal", "short", false, fill("postal-code"), |party| &party.postcode, |party| &mut party.postcode)}
            {plain("address-town", "Ville", "medium", false, fill("address-level2"), |party| &party.town, |party| &mut party.town)}
        </div>
        {move || abroad.get().then(country)}
        {match role {
            Role::Creditor => view! { <CreditorOnly text change id/> }.into_any(),
            Role::Debtor => view! { <DebtorOnly text change/> }.into_any(),
        }}
        <details class="more">
            <summary>"Plus de détails"</summary>
            {plain("address-more", "Complément d’adresse", "", true, "off", |party| &party.street_more, |party| &mut party.street_more)}
            {move || (!abroad.get()).then(country)}
            {(role == Role::Creditor).then(|| view! { <CreditorMore text change id/> })}
        </details>
        {(role == Role::Creditor).then(|| view! { <CourtFeeForm/> })}
    }
}

/// What only the creditor gives: who signs, how to reach them, where to pay.
#[component]
fn CreditorOnly<T, C, I>(text: T, change: C, id: I) -> impl IntoView
where
    T: Fn(fn(&Party) -> &String) -> Memo<String>,
    C: Fn(fn(&mut Party) -> &mut String) -> Callback<String>,
    I: Fn(&str) -> String,
{
    let check = |typed: Memo<String>, check: fn(&str) -> Result<Option<&'static str>, String>| {
        (
            Signal::derive(move || typed.with(|typed| check(typed).err())),
            Signal::derive(move || typed.with(|typed| check(typed).ok().flatten().map(str::to_owned))),
        )
    };
    let iban = text(|party| &party.iban);
    let (iban_fault, iban_right) = check(iban, |typed| checked::<Iban>(typed, "IBAN valide"));
    let vat = text(|party| &party.vat_number);
    let (vat_fault, vat_right) = check(vat, |typed| checked::<VatNumber>(typed, "Numéro valide"));
    view! {
        <div class="row">
            <TextField id=id("signatory-name") label="Signataire" value=text(|party| &party.signatory) on_input=change(|party| &mut party.signatory) autocomplete="name" optional=true/>
            <TextField id=id("signatory-capacity") label="En qualité de" value=text(|party| &party.capacity) on_input=change(|party| &mut party.capacity) placeholder="gérante" optional=true/>
        </div>
        <div class="row">
            <TextField id=id("contact-phone") label="Téléphone" value=text(|party| &party.phone) on_input=change(|party| &mut party.phone) inputmode="tel" autocomplete="tel" optional=true/>
            <TextField id=id("contact-email") label="Adresse électronique" value=text(|party| &party.email) on_input=change(|party| &mut party.email) inputmode="email" autocomplete="email" optional=true/>
        </div>
        <TextField
            id=id("iban")
            label="IBAN"
            hint="Pour être payé\u{a0}: il n’est écrit que dans vos lettres."
            value=iban
            on_input=change(|party| &mut party.iban)
            fault=iban_fault
            right=iban_right
            optional=true
        />
        <TextField
            id=id("vatNumber")
            label="Numéro de TVA"
            value=vat
            on_input=change(|party| &mut party.vat_number)
            fault=vat_fault
            right=vat_right
            width="medium"
            optional=true
        />
    }
}

/// What a careful writer may add of the creditor.
#[component]
fn CreditorMore<T, C, I>(text: T, change: C, id: I) -> impl IntoView
where
    T: Fn(fn(&Party) -> &String) -> Memo<String>,
    C: Fn(fn(&mut Party) -> &mut String) -> Callback<String>,
    I: Fn(&str) -> String,
{
    let bic = text(|party| &party.bic);
    let bic_fault = Signal::derive(move || bic.with(|typed| checked::<Bic>(typed, "").err()));
    view! {
        <TextField id=id("contact-name") label="Personne ou service à joindre" value=text(|party| &party.contact) on_input=change(|party| &mut party.contact) optional=true/>
        <TextField id=id("bic") label="BIC" value=bic on_input=change(|party| &mut party.bic) fault=bic_fault width="short" optional=true/>
        <TextField id="place" label="Lettres datées de" hint="Si ce n’est pas votre ville." value=text(|party| &party.place) on_input=change(|party| &mut party.place) width="medium" optional=true/>
        <TextField
            id="facts-consumerMediator"
            label="Médiateur de la consommation"
            hint="Avec son adresse ou son site\u{a0}: la mise en demeure d’un particulier le nomme."
            value=text(|party| &party.mediator)
            on_input=change(|party| &mut party.mediator)
            optional=true
        />
    }
}

/// What only the debtor has: where they are, which part of the house to write to.
#[component]
fn DebtorOnly<T, C>(text: T, change: C) -> impl IntoView
where
    T: Fn(fn(&Party) -> &String) -> Memo<String>,
    C: Fn(fn(&mut Party) -> &mut String) -> Callback<String>,
{
    let state = use_state();
    let attention = state.part(|case| case.debtor.attention.clone());
    view! {
        <TextField
            id="debtor-attention"
            label="À l’attention de"
            value=attention
            on_input=move |typed| state.change(|case| case.debtor.attention = typed)
            placeholder="Service comptable"
            optional=true
        />
        <div class="row">
            <TextField id="debtor-contact-phone" label="Téléphone" value=text(|party| &party.phone) on_input=change(|party| &mut party.phone) inputmode="tel" optional=true/>
            <TextField id="debtor-contact-email" label="Adresse électronique" value=text(|party| &party.email) on_input=change(|party| &mut party.email) inputmode="email" optional=true/>
        </div>
        <Whereabouts/>
        <DebtorSituation/>
    }
}
