//! C. com. R123-237 and R123-238: letters of a business name its form and capital, its number, the registry and its
//! seat. C. com. R526-27: a person in business in their own name adds « EI ».

use dument_law::french::NO_BREAK;
use dument_law::problem::Problem;
use dument_law::{Code, Note, PartyKind};

use crate::document::Language;
use crate::input::Input;
use crate::line::Line;
use crate::party::{Party, Signatory};
use crate::refusal::problem;
use crate::words::{self, Words};

/// An address in the window of an envelope has six lines at most (standard NF Z10-011).
pub(crate) const WINDOW_LINES: usize = 6;

/// Forms whose letters state the capital.
const FORMS_WITH_CAPITAL: [&str; 8] = ["SA", "SARL", "SAS", "SASU", "EURL", "SCA", "SELARL", "SELAS"];

/// The name as it is signed and addressed: with the form of a company or the « EI » of a sole proprietor.
pub(crate) fn full_name(party: &Party) -> Line {
    let name = Line::new(&party.name);
    let form = party.form();
    let said = |suffix: &str| {
        format!(" {} ", name.as_str().to_ascii_lowercase()).contains(&format!(" {} ", suffix.to_ascii_lowercase()))
    };
    match form {
        Some(form) if !said(form.as_str()) => Line::new(&format!("{name} {form}")),
        None if party.is_sole_proprietor() && !said("EI") && !said("entrepreneur individuel") => Line::new(&format!("{name} EI")),
        _ => name,
    }
}

/// The creditor's head of letter: name, address, mentions, contact.
pub(crate) fn sender(creditor: &Party, words: &dyn Words) -> Vec<String> {
    let labels = words.labels();
    let mut lines = vec![full_name(creditor)];
    lines.extend(creditor.address.printed());
    lines.extend(form_and_capital(creditor, words).as_deref().and_then(Line::some));
    lines.extend(registration(creditor).as_deref().and_then(Line::some));
    lines.extend(creditor.vat_number.as_ref().map(|number| Line::new(&format!("{}{number}", labels.vat))));
    if let Some(contact) = &creditor.contact {
        lines.extend(contact.name.as_deref().and_then(Line::some));
        lines.extend(contact.phone.as_deref().and_then(Line::some).map(|phone| Line::new(&format!("{}{phone}", labels.phone))));
        lines.extend(contact.email.as_deref().map(Line::verbatim).filter(|email| !email.as_str().is_empty()));
    }
    lines.into_iter().map(String::from).collect()
}

/// Who the envelope shows.
pub(crate) fn recipient(debtor: &Party) -> Vec<String> {
    let mut lines = vec![full_name(debtor)];
    lines.extend(debtor.attention.as_deref().and_then(Line::some));
    lines.extend(debtor.address.printed());
    lines.into_iter().map(String::from).collect()
}

/// The town a document is dated from.
pub(crate) fn place(input: &Input) -> Line {
    input.place.as_deref().and_then(Line::some).unwrap_or_else(|| Line::new(&input.creditor.address.town))
}

/// A party as a deed names it: « Brun & Fils SAS, 732 829 320 RCS Lyon, 4 quai Rambaud, 69002 Lyon, agissant par Louis Brun (Président) ».
pub(crate) fn identity(party: &Party, signatory: Option<&Signatory>) -> String {
    let mut named = match form_and_capital(party, words::of(Language::Fr)) {
        Some(form) => vec![Line::new(&party.name), Line::new(&form)],
        None => vec![full_name(party)],
    };
    named.extend(registration(party).as_deref().and_then(Line::some));
    named.extend(party.address.printed());
    let identity = named.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
    match signatory.filter(|_| !party.is_natural_person()) {
        Some(Signatory { name, capacity }) => {
            let capacity = capacity.as_deref().and_then(Line::some).map(|capacity| format!(" ({capacity})")).unwrap_or_default();
            format!("{identity}, agissant par {}{capacity}", Line::new(name))
        }
        None => identity,
    }
}

/// What stands beneath the signature of a party to a deed: its name, then who signs for it.
pub(crate) fn signing(party: &Party, by: Option<&Signatory>) -> Vec<String> {
    let mut lines = vec![full_name(party).into()];
    if !party.is_natural_person() {
        lines.extend(by.into_iter().flat_map(signatory));
    }
    lines
}

/// Name and capacity, one line each.
pub(crate) fn signatory(signatory: &Signatory) -> Vec<String> {
    [Some(signatory.name.as_str()), signatory.capacity.as_deref()]
        .into_iter()
        .flatten()
        .filter_map(|line| Line::some(line).map(String::from))
        .collect()
}

/// Adds that no one is named who signs for this debtor, where it can't sign for itself.
pub(crate) fn check_signatory(debtor: &Party, signatory: Option<&Signatory>, field: &str, problems: &mut Vec<Problem>) {
    if debtor.is_natural_person() {
        return;
    }
    if signatory.is_none_or(|signatory| Line::some(&signatory.name).is_none()) {
        let message = "Indiquez qui signe pour le débiteur, et en quelle qualité (gérant, président) : une société ou une association n’est engagée que \
                       par une personne qui en a le pouvoir.";
        problems.push(problem(Code::MissingField, format!("{field}.name"), message));
    } else if signatory.is_some_and(|signatory| signatory.capacity.as_deref().and_then(Line::some).is_none()) {
        let message = "Indiquez la qualité de la personne qui signe pour le débiteur, telle que gérant ou président.";
        problems.push(problem(Code::MissingField, format!("{field}.capacity"), message));
    }
}

/// What could still be filled in, none of which keeps the letter from being sent.
pub(crate) fn notes(creditor: &Party) -> Vec<Note> {
    let form = creditor.legal_form.as_deref().unwrap_or_default().to_ascii_uppercase();
    let in_company = matches!(creditor.kind, PartyKind::Company | PartyKind::CivilCompany);
    let registered = in_company || creditor.kind == PartyKind::SoleTrader;
    let missing: Vec<&str> = [
        (in_company && creditor.form().is_none(), "la forme de la société"),
        (FORMS_WITH_CAPITAL.contains(&form.as_str()) && creditor.capital.is_none(), "le capital social"),
        (creditor.company_number().is_none(), "le numéro SIREN"),
        (registered && creditor.rcs_town.is_none(), "la ville du registre du commerce et des sociétés"),
        (!creditor.is_sole_proprietor() && creditor.signatory.is_none(), "le nom et la qualité de qui signe"),
    ]
    .into_iter()
    .filter_map(|(lacks, what)| lacks.then_some(what))
    .collect();
    let mut notes = Vec::new();
    if !missing.is_empty() {
        notes.push(Note::info(
            "mentionsMissing",
            format!(
                "Pour que votre en-tête porte toutes les mentions d’une lettre d’entreprise, ajoutez{NO_BREAK}: {}.",
                missing.join(", ")
            ),
        ));
    }
    notes
}

/// That no account is given to pay into.
pub(crate) fn account_note(creditor: &Party) -> Option<Note> {
    creditor.iban.is_none().then(|| {
        Note::info(
            "ibanMissing",
            "Sans IBAN, la lettre demande de payer par le moyen indiqué sur la facture. Ajoutez-le pour être payé plus vite.",
        )
    })
}

/// « SARL au capital de 10 000,00 € »
fn form_and_capital(party: &Party, words: &dyn Words) -> Option<String> {
    Some(words.capital(party.form()?.as_str(), party.capital?))
}

/// « 732 829 320 RCS Angers », or « SIRET 732 829 320 00074 »
pub(crate) fn registration(party: &Party) -> Option<String> {
    let company = party.company_number()?;
    Some(match (party.rcs_town.as_deref().and_then(Line::some), party.siret) {
        (Some(town), _) => format!("{} RCS {town}", company.printed()),
        (None, Some(establishment)) => format!("SIRET {}", establishment.printed()),
        (None, None) => format!("SIREN {}", company.printed()),
    })
}
