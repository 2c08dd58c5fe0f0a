//! What looks wrong in an invoice that is kept, whatever file it came from.

use dument_law::{Money, french};
use dument_letters::{Iban, Siren, Siret, VatNumber};

use crate::{Invoice, InvoiceKind, Notice, NoticeCode, Party};

/// The currency of the law's figures.
pub(crate) const EURO: &str = "EUR";

/// Every warning of an invoice.
pub(crate) fn warnings(invoice: &Invoice) -> Vec<Notice> {
    let mut warnings = Vec::new();
    let mut warn = |code, message: String| warnings.push(Notice::new(code, message));
    if let (Some(net), Some(vat)) = (invoice.net, invoice.vat)
        && net + vat != invoice.amount
    {
        warn(
            NoticeCode::SumMismatch,
            format!(
                "Le montant hors taxe ({}) et la TVA ({}) ne font pas le total ({}).",
                french::money(net),
                french::money(vat),
                french::money(invoice.amount)
            ),
        );
    }
    let settled: Money = invoice.paid + invoice.settlements.iter().map(|settlement| settlement.amount).sum();
    if settled > invoice.amount {
        warn(
            NoticeCode::Overpaid,
            format!("Les règlements ({}) dépassent le total ({}).", french::money(settled), french::money(invoice.amount)),
        );
    } else if let Some(remaining) = invoice.remaining
        && remaining != invoice.amount - settled
    {
        warn(
            NoticeCode::SumMismatch,
            format!(
                "Le reste dû indiqué ({}) n’est pas le total moins les règlements ({}).",
                french::money(remaining),
                french::money(invoice.amount - settled)
            ),
        );
    }
    if let (Some(issued_on), Some(due_on)) = (invoice.issued_on, invoice.due_on)
        && due_on < issued_on
    {
        warn(
            NoticeCode::DueBeforeIssue,
            format!("L’échéance ({}) précède la facture ({}).", french::short_day(due_on), french::short_day(issued_on)),
        );
    }
    if invoice.currency != EURO {
        warn(
            NoticeCode::ForeignCurrency,
            format!("Cette facture est en {}, non en euros\u{a0}: les pénalités calculées ici sont en euros.", invoice.currency),
        );
    }
    if invoice.kind == InvoiceKind::Invoice && invoice.due_on.is_none() {
        warn(NoticeCode::NoDueDate, "Aucune échéance n’est indiquée\u{a0}: à compléter d’après la facture.".to_owned());
    }
    if invoice.debtor.name.is_empty() {
        warn(NoticeCode::NoDebtor, "Le nom du client n’est pas indiqué\u{a0}: à compléter.".to_owned());
    }
    if [&invoice.number, &invoice.debtor.name].iter().any(|text| text.contains(char::REPLACEMENT_CHARACTER)) {
        warn(
            NoticeCode::TextDamaged,
            "Des caractères sont illisibles\u{a0}: exportez le fichier de nouveau, si possible en UTF-8, ou corrigez-les."
                .to_owned(),
        );
    }
    warn_of_party(&invoice.debtor, "du client", &mut warn);
    warn_of_party(&invoice.creditor, "du vendeur", &mut warn);
    if let Some(iban) = &invoice.iban
        && iban.parse::<Iban>().is_err()
    {
        warn(
            NoticeCode::InvalidIban,
            format!("L’IBAN {iban} est inexact\u{a0}: à vérifier sur votre relevé d’identité bancaire."),
        );
    }
    warnings
}

fn warn_of_party(party: &Party, whose: &str, warn: &mut impl FnMut(NoticeCode, String)) {
    let mut wrong = |code, what: &str, number: &Option<String>, right: fn(&str) -> bool| {
        if let Some(number) = number
            && !right(number)
        {
            warn(code, format!("Le {what} {whose}, {number}, est inexact\u{a0}: à vérifier chiffre par chiffre."));
        }
    };
    wrong(NoticeCode::InvalidSiren, "numéro SIREN", &party.siren, |number| number.parse::<Siren>().is_ok());
    wrong(NoticeCode::InvalidSiret, "numéro SIRET", &party.siret, |number| number.parse::<Siret>().is_ok());
    wrong(NoticeCode::InvalidVatNumber, "numéro de TVA", &party.vat_number, |number| {
        // Of other countries only the shape is known, which each writes its own way.
        !number.starts_with("FR") || number.parse::<VatNumber>().is_ok()
    });
}

/// Completes the SIREN by the other numbers that hold it, and says so.
pub(crate) fn complete_siren(party: &mut Party, derived: &mut Vec<Notice>) {
    if party.siren.is_some() {
        return;
    }
    let from_siret = party.siret.as_ref().and_then(|siret| siret.parse::<Siret>().ok()).map(Siret::siren);
    let from_vat = || party.vat_number.as_ref().and_then(|number| number.parse::<VatNumber>().ok()?.siren());
    let (siren, source) = match from_siret {
        Some(siren) => (siren, "SIRET"),
        None => match from_vat() {
            Some(siren) => (siren, "numéro de TVA"),
            None => return,
        },
    };
    party.siren = Some(siren.to_string());
    let name = if party.name.is_empty() { "l’entreprise" } else { &party.name };
    derived.push(Notice::new(NoticeCode::SirenFromNumber, format!("Le SIREN de {name} est tiré de son {source}.")));
}

/// A number without any space.
pub(crate) fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
