//! Who is owed: the visitor's business, as letters, the report and handed-over cases name it.

use dument_desk::{Change, Changed};
use dument_law::PartyKind;
use dument_ledger::{Address, Contact, Creditor as Known, Edit};
use dument_letters::{Iban, VatNumber};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Stands;
use super::place::View;
use super::short_form::{Asked, Faults, Line, ShortForm, Texts};
use crate::case::Party;
use crate::components::field::SelectField;
use crate::components::party_form::{checked, company_number};
use crate::ledger::desk::use_desk;
use crate::state::use_state;
use crate::words::CREDITORS;

/// The fields, by their rows.
const FIRST: [Asked; 3] = [
    Asked { autocomplete: "organization", ..Asked::text("name", "Nom ou dénomination") },
    Asked { inputmode: "numeric", ..Asked::text("siren", "SIREN ou SIRET").optional() },
    Asked::text("vat", "Numéro de TVA").optional(),
];
const WHERE: [Asked; 4] = [
    Asked { autocomplete: "address-line1", ..Asked::text("street", "Numéro et rue").optional() },
    Asked { autocomplete: "address-line2", ..Asked::text("more", "Complément d’adresse").optional() },
    Asked {
        width: "short",
        inputmode: "numeric",
        autocomplete: "postal-code",
        ..Asked::text("postcode", "Code postal").optional()
    },
    Asked { autocomplete: "address-level2", ..Asked::text("town", "Ville").optional() },
];
const REACHED: [Asked; 4] = [
    Asked { autocomplete: "name", ..Asked::text("contact", "Personne à joindre").optional() },
    Asked { inputmode: "tel", autocomplete: "tel", ..Asked::text("phone", "Téléphone").optional() },
    Asked { inputmode: "email", autocomplete: "email", ..Asked::text("email", "Courriel").optional() },
    Asked { hint: "Pour être payé\u{a0}: il n’est écrit que dans vos lettres.", ..Asked::text("iban", "IBAN").optional() },
];

fn texts(known: &Known) -> Texts {
    let line = |i: usize| known.address.lines.get(i).cloned().unwrap_or_default();
    Texts::of([
        ("name", known.name.clone()),
        ("siren", known.siren.clone()),
        ("vat", known.vat_number.clone()),
        ("street", line(0)),
        ("more", line(1)),
        ("postcode", known.address.postcode.clone()),
        ("town", known.address.town.clone()),
        ("contact", known.contact.name.clone()),
        ("phone", known.contact.phone.clone()),
        ("email", known.contact.email.clone()),
        ("iban", known.iban.clone()),
    ])
}

fn check(texts: &Texts) -> Faults {
    let mut faults = Faults::default();
    faults.text(texts, "name", "Indiquez le nom de votre entreprise.");
    let numbers = [
        ("siren", company_number(texts.get("siren"))),
        ("vat", checked::<VatNumber>(texts.get("vat"), "")),
        ("iban", checked::<Iban>(texts.get("iban"), "")),
    ];
    for (name, checked) in numbers {
        if let Err(why) = checked {
            faults.add(name, why);
        }
    }
    faults
}

fn read(texts: &Texts, kind: Option<PartyKind>, country: String) -> Known {
    let text = |name: &str| texts.get(name).to_owned();
    let lines = [text("street"), text("more")].into_iter().filter(|line| !line.is_empty()).collect();
    Known {
        name: text("name"),
        kind,
        siren: text("siren").split_whitespace().collect(),
        vat_number: text("vat").split_whitespace().collect(),
        address: Address { lines, postcode: text("postcode"), town: text("town"), country },
        contact: Contact { name: text("contact"), email: text("email"), phone: text("phone") },
        iban: text("iban"),
    }
}

/// What the case at work says of the visitor's business, where the ledger knows nothing of it.
fn from_case(own: &Party) -> Known {
    let lines = [&own.street, &own.street_more].into_iter().filter(|line| !line.trim().is_empty()).cloned().collect();
    Known {
        name: own.name.clone(),
        kind: own.kind,
        siren: own.siren.split_whitespace().collect(),
        vat_number: own.vat_number.clone(),
        address: Address { lines, postcode: own.postcode.clone(), town: own.town.clone(), country: own.country.clone() },
        contact: Contact { name: own.contact.clone(), email: own.email.clone(), phone: own.phone.clone() },
        iban: own.iban.clone(),
    }
}

/// The visitor's business.
#[component]
pub fn Creditor() -> impl IntoView {
    let Stands(stands) = expect_context();
    let known = Memo::new(move |_| match stands.get() {
        Some(Ok(overview)) => overview.settings.creditor,
        _ => Known::default(),
    });
    // The form begins anew once it is kept: what was said of it stays.
    let said = RwSignal::new(String::new());
    view! {
        <section class="section ledger-view" aria-labelledby="creditor-title">
            <h2 id="creditor-title">{View::Creditor.name()}</h2>
            <p class="prose">"Ce que vos lettres, vos dossiers et votre rapport disent de vous. Avec votre SIREN, une facture émise par une autre entreprise est laissée de côté à l’import, et il le dit."</p>
            {move || view! { <Form known=known.get() said/> }}
        </section>
    }
}

#[component]
fn Form(known: Known, said: RwSignal<String>) -> impl IntoView {
    let (desk, state) = (use_desk(), use_state());
    let unknown = known.name.trim().is_empty();
    let proposed = if unknown { state.case.with_untracked(|case| from_case(&case.creditor)) } else { known.clone() };
    let taken_over = unknown && !proposed.name.trim().is_empty();
    let kind = RwSignal::new(proposed.kind);
    let form = ShortForm::new("business", texts(&proposed), check);
    let country = StoredValue::new(proposed.address.country);
    let refused = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        if !form.send(&event) {
            return;
        }
        let creditor = form.texts.with_untracked(|texts| read(texts, kind.get_untracked(), country.get_value()));
        let edits = vec![Edit::SetCreditor { creditor: Box::new(creditor) }];
        spawn_local(async move {
            match desk.change::<Changed>(&Change::Edits { name: "mon entreprise modifiée".to_owned(), edits }).await {
                Ok(_) => said.set("Enregistré.".to_owned()),
                Err(why) => refused.set(Some(why.to_string())),
            }
        });
    };
    let row = |asked: &[Asked]| {
        let lines = asked.iter().map(|asked| view! { <Line form asked=*asked/> }).collect_view();
        view! { <div class="ledger-filter">{lines}</div> }
    };
    view! {
        <form class="form" novalidate=true on:submit=submit node_ref=form.node>
            {taken_over.then(|| view! { <p class="hint">"Repris de votre dossier en cours\u{a0}: vérifiez, puis enregistrez."</p> })}
            <SelectField
                id="business-kind"
                label="Vous êtes"
                options=CREDITORS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                value=kind
                on_choose=Callback::new(move |chosen: Option<PartyKind>| kind.set(chosen))
                invitation="Choisissez"
            />
            {row(&FIRST)}
            {row(&WHERE)}
            {row(&REACHED)}
            {move || form.wrong().then(|| view! { <p class="error" role="alert">"Complétez ce qui est signalé ci-dessus."</p> })}
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <p class="actions">
                <button type="submit" class="button small">"Enregistrer"</button>
                <span class="ok" role="status">{said}</span>
            </p>
        </form>
    }
}
