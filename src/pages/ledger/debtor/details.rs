//! Who the client is, how one reaches it, what it may owe: as files told it, and as the visitor corrects it.

use dument_law::{Money, PartyKind, french};
use dument_ledger::{Address, Contact, Debtor, DebtorField, Edit, Risk};
use leptos::prelude::*;

use super::OnSheet;
use crate::components::field::{SelectField, TextArea, TextField};
use crate::entry::amount;
use crate::pages::ledger::plan_draft::RISKS;
use crate::words::DEBTORS;

/// The form of a client, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Typed {
    name: String,
    kind: Option<PartyKind>,
    siren: String,
    street: String,
    postcode: String,
    town: String,
    contact: String,
    email: String,
    phone: String,
    limit: String,
    risk: Risk,
    notes: String,
}

impl Typed {
    fn of(debtor: &Debtor) -> Self {
        Self {
            name: debtor.name.clone(),
            kind: debtor.kind,
            siren: debtor.siret.clone().or_else(|| debtor.siren.clone()).unwrap_or_default(),
            street: debtor.address.lines.join("\n"),
            postcode: debtor.address.postcode.clone(),
            town: debtor.address.town.clone(),
            contact: debtor.contact.name.clone(),
            email: debtor.contact.email.clone(),
            phone: debtor.contact.phone.clone(),
            limit: debtor.limit.map(|limit| french::decimal(&limit.to_string())).unwrap_or_default(),
            risk: debtor.risk,
            notes: debtor.notes.clone(),
        }
    }

    /// What is agreed to be owed at most, or what is wrong with it.
    fn limit(&self) -> Result<Option<Money>, String> {
        if self.limit.trim().is_empty() {
            return Ok(None);
        }
        amount::read(&self.limit).map(Some).map_err(|error| error.to_string())
    }

    /// What differs from what is known, each as a change.
    fn changes(&self, known: &Debtor) -> Vec<DebtorField> {
        let before = Self::of(known);
        let mut changes = Vec::new();
        if self.name != before.name {
            changes.push(DebtorField::Name(self.name.trim().to_owned()));
        }
        if self.kind != before.kind {
            changes.push(DebtorField::Kind(self.kind));
        }
        if self.siren != before.siren {
            let digits: String = self.siren.chars().filter(|c| !c.is_whitespace()).collect();
            let establishment = digits.len() > 9;
            let number = (!digits.is_empty()).then_some(digits);
            changes.push(if establishment { DebtorField::Siret(number) } else { DebtorField::Siren(number) });
        }
        if (&self.street, &self.postcode, &self.town) != (&before.street, &before.postcode, &before.town) {
            let lines = self.street.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
            let (postcode, town) = (self.postcode.trim().to_owned(), self.town.trim().to_owned());
            changes.push(DebtorField::Address(Address { lines, postcode, town, country: known.address.country.clone() }));
        }
        if (&self.contact, &self.email, &self.phone) != (&before.contact, &before.email, &before.phone) {
            let [name, email, phone] = [&self.contact, &self.email, &self.phone].map(|text| text.trim().to_owned());
            changes.push(DebtorField::Contact(Contact { name, email, phone }));
        }
        if self.limit != before.limit {
            changes.extend(self.limit().ok().map(DebtorField::Limit));
        }
        if self.risk != before.risk {
            changes.push(DebtorField::Risk(self.risk));
        }
        if self.notes != before.notes {
            changes.push(DebtorField::Notes(self.notes.trim().to_owned()));
        }
        changes
    }
}

/// What is known of the client, to be corrected.
#[component]
pub fn Details() -> impl IntoView {
    let on_sheet: OnSheet = expect_context();
    let known = Memo::new(move |_| {
        on_sheet.sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.record.debtor.clone()).unwrap_or_default())
    });
    let typed = RwSignal::new(Typed::of(&known.get_untracked()));
    // What a file or another tab brings is shown, unless something is being typed.
    Effect::watch(
        move || known.get(),
        move |now, before, _| {
            if before.is_none_or(|before| typed.get_untracked() == Typed::of(before)) {
                typed.set(Typed::of(now));
            }
        },
        false,
    );
    let said = RwSignal::new(String::new());
    let edited = Memo::new(move |_| typed.with(|typed| known.with(|known| *typed != Typed::of(known))));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !edited.get_untracked() || typed.with_untracked(|typed| typed.limit().is_err()) {
            return;
        }
        let changes = typed.with_untracked(|typed| known.with_untracked(|known| typed.changes(known)));
        let edits = changes.into_iter().map(|change| Edit::SetDebtor { debtor: on_sheet.id, change: Box::new(change) });
        on_sheet.change("fiche corrigée", edits.collect(), move || said.set("Fiche enregistrée.".to_owned()));
    };
    let text = move |read: fn(&Typed) -> &String| Signal::derive(move || typed.with(|typed| read(typed).clone()));
    let set = move |write: fn(&mut Typed, String)| {
        Callback::new(move |words: String| {
            said.set(String::new());
            typed.update(|typed| write(typed, words));
        })
    };
    let limit_fault = Signal::derive(move || typed.with(|typed| typed.limit().err()));
    view! {
        <section class="section no-print" aria-labelledby="debtor-details">
            <h3 id="debtor-details">"Fiche du client"</h3>
            <form class="form" novalidate=true on:submit=submit>
                <div class="ledger-filter">
                    <TextField id="client-name" label="Nom" value=text(|typed| &typed.name) on_input=set(|typed, words| typed.name = words)/>
                    <SelectField
                        id="client-kind"
                        label="C’est"
                        options=DEBTORS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                        value=Signal::derive(move || typed.with(|typed| typed.kind))
                        on_choose=Callback::new(move |kind: Option<PartyKind>| typed.update(|typed| typed.kind = kind))
                        invitation="À préciser"
                    />
                    <TextField id="client-siren" label="SIREN ou SIRET" value=text(|typed| &typed.siren) on_input=set(|typed, words| typed.siren = words) inputmode="numeric" optional=true/>
                </div>
                <TextArea id="client-street" label="Adresse" value=text(|typed| &typed.street) on_input=set(|typed, words| typed.street = words) optional=true/>
                <div class="ledger-filter">
                    <TextField id="client-postcode" label="Code postal" value=text(|typed| &typed.postcode) on_input=set(|typed, words| typed.postcode = words) width="short" inputmode="numeric" optional=true/>
                    <TextField id="client-town" label="Ville" value=text(|typed| &typed.town) on_input=set(|typed, words| typed.town = words) optional=true/>
                    <TextField id="client-contact" label="Interlocuteur" value=text(|typed| &typed.contact) on_input=set(|typed, words| typed.contact = words) optional=true/>
                    <TextField id="client-email" label="Courriel" value=text(|typed| &typed.email) on_input=set(|typed, words| typed.email = words) inputmode="email" optional=true/>
                    <TextField id="client-phone" label="Téléphone" value=text(|typed| &typed.phone) on_input=set(|typed, words| typed.phone = words) inputmode="tel" optional=true/>
                    <TextField id="client-limit" label="Encours à ne pas dépasser" value=text(|typed| &typed.limit) on_input=set(|typed, words| typed.limit = words) fault=limit_fault width="short" inputmode="decimal" unit=Some("€") optional=true/>
                    <SelectField
                        id="client-risk"
                        label="Risque de ne pas être payé"
                        options=RISKS.map(|(risk, words)| (risk, words.to_owned())).to_vec()
                        value=Signal::derive(move || Some(typed.with(|typed| typed.risk)))
                        on_choose=Callback::new(move |risk: Option<Risk>| typed.update(|typed| typed.risk = risk.unwrap_or_default()))
                    />
                </div>
                <TextArea id="client-notes" label="Notes" value=text(|typed| &typed.notes) on_input=set(|typed, words| typed.notes = words) optional=true/>
                <p class="actions">
                    <button type="submit" class="button small" aria-disabled=move || (!edited.get()).then_some("true")>"Enregistrer la fiche"</button>
                    <span class="ok" role="status">{said}</span>
                </p>
                <p class="hint">"Ce que vous corrigez ici l’emporte sur les fichiers importés ensuite."</p>
            </form>
        </section>
    }
}
