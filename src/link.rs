//! Links that carry facts after `#`, which browsers send to no one: a whole case, or the three facts of the first screen.
//!
//! `docs/file-format.md` describes them.

use dument_law::{PartyKind, french};
use leptos::prelude::window;
use percent_encoding::percent_decode_str;

use crate::case::Case;
use crate::case::file::{self, FileError};
use crate::compression::{self, Layout, deflated, inflated};
use crate::entry::date;

/// From so many characters on, what carries a link may cut it: some mail programs, some messengers, older browsers.
pub const LONG: usize = 8_000;

/// The parts of a fragment that hold facts.
const FACTS: [&str; 4] = ["dossier", "montant", "echeance", "client"];

/// Who owes, as a link says it.
const DEBTORS: [(&str, PartyKind); 9] = [
    ("societe", PartyKind::Company),
    ("commercant", PartyKind::SoleTrader),
    ("artisan", PartyKind::Craftsman),
    ("liberal", PartyKind::Liberal),
    ("agriculteur", PartyKind::Farmer),
    ("societe-civile", PartyKind::CivilCompany),
    ("association", PartyKind::Association),
    ("particulier", PartyKind::Consumer),
    ("public", PartyKind::PublicBody),
];

/// A kind of debtor, as a link says it.
#[must_use]
pub fn name_of_debtor(kind: PartyKind) -> &'static str {
    DEBTORS.iter().find(|(_, named)| *named == kind).map_or("", |(word, _)| word)
}

/// Why a link brings no case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Cut short or changed on its way.
    #[error(
        "Ce lien est incomplet ou abîmé\u{a0}: demandez-le de nouveau, ou le dossier en fichier. Votre dossier reste tel qu’il était."
    )]
    Broken,
    /// What it holds can't be read.
    #[error("{0} Votre dossier reste tel qu’il était.")]
    Case(#[from] FileError),
    /// A kind of debtor that isn't one.
    #[error("Ce lien nomme un client inconnu, «\u{a0}{0}\u{a0}»\u{a0}: choisissez-le vous-même.")]
    Debtor(String),
    /// The browser can't compress.
    #[error("Ce navigateur ne sait pas faire un tel lien\u{a0}: exportez plutôt le dossier.")]
    NotMade,
}

/// Whether a fragment brings facts.
#[must_use]
pub fn brings_facts(fragment: &str) -> bool {
    parts(fragment).any(|(name, _)| FACTS.contains(&name))
}

/// The parts of a fragment that hold facts.
#[must_use]
pub fn facts_of(fragment: &str) -> String {
    parts(fragment)
        .filter(|(name, _)| FACTS.contains(name))
        .map(|(name, value)| [name, "=", value, "&"].concat())
        .collect::<Vec<_>>()
        .concat()
}

fn parts(fragment: &str) -> impl Iterator<Item = (&str, &str)> {
    fragment.trim_start_matches('#').split('&').filter_map(|part| part.split_once('='))
}

/// What a link carries for a whole case.
pub async fn of_case(case: &Case) -> Result<String, LinkError> {
    let compressed = deflated(file::write_short(case).as_bytes(), Layout::Raw).await.map_err(|_| LinkError::NotMade)?;
    let signs: String = compressed.into_iter().map(char::from).collect();
    let letters = window().btoa(&signs).map_err(|_| LinkError::NotMade)?;
    Ok(format!("dossier={}", letters.trim_end_matches('=').replace('+', "-").replace('/', "_")))
}

/// What a fragment brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// A whole case, or a new one with some facts.
    pub case: Case,
    /// What of it could not be taken.
    pub but: Option<LinkError>,
}

/// The case that a fragment brings.
pub async fn case_in(fragment: &str) -> Result<Brought, LinkError> {
    match parts(fragment).find(|(name, _)| *name == "dossier") {
        Some((_, letters)) => Ok(Brought { case: whole_case(letters).await?, but: None }),
        None => Ok(with_facts(fragment)),
    }
}

async fn whole_case(letters: &str) -> Result<Case, LinkError> {
    // Compressed, it is shorter than plain.
    if letters.len() > 2 * compression::LONGEST {
        return Err(LinkError::Broken);
    }
    let letters = letters.replace('-', "+").replace('_', "/");
    let signs = window().atob(&letters).map_err(|_| LinkError::Broken)?;
    let compressed: Option<Vec<u8>> = signs.chars().map(|sign| u8::try_from(sign).ok()).collect();
    let plain = inflated(&compressed.ok_or(LinkError::Broken)?, Layout::Raw).await.map_err(|_| LinkError::Broken)?;
    let text = String::from_utf8(plain).map_err(|_| LinkError::Broken)?;
    match file::open(&text) {
        // A link carries one case, and whoever made it had this format: what is unknown in it is from a newer version.
        Ok(opened) if opened.unknown.is_empty() => {
            opened.cases.into_iter().next().map(|filed| filed.case).ok_or(LinkError::Case(FileError::Empty))
        }
        Ok(opened) => Err(FileError::Unknown(opened.unknown).into()),
        Err(FileError::Unreadable) => Err(LinkError::Broken),
        Err(error) => Err(error.into()),
    }
}

/// A new case with the facts of a fragment.
fn with_facts(fragment: &str) -> Brought {
    let mut case = Case::default();
    let mut but = None;
    for (name, value) in parts(fragment) {
        let value = value.replace('+', "%20");
        let value = percent_decode_str(&value).decode_utf8_lossy().into_owned();
        match name {
            "montant" => case.invoices[0].amount = value,
            // As dates are written here; one that is none stays as it is, for its field to say so.
            "echeance" => case.invoices[0].due_on = date::read(&value).map_or(value, french::short_day),
            "client" => match DEBTORS.iter().find(|(word, _)| *word == value) {
                Some((_, kind)) => case.debtor.kind = Some(*kind),
                None => but = Some(LinkError::Debtor(value)),
            },
            _ => {}
        }
    }
    Brought { case, but }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, amount: &str, due_on: &str, kind: Option<PartyKind>) {
        let Brought { case, but } = with_facts(fragment);
        let invoice = &case.invoices[0];
        assert_eq!((invoice.amount.as_str(), invoice.due_on.as_str(), case.debtor.kind), (amount, due_on, kind), "{fragment}");
        assert_eq!(but, None, "{fragment}");
    }

    #[test]
    fn three_facts_are_taken() {
        let company = Some(PartyKind::Company);
        check("#montant=1850&echeance=2026-06-30&client=societe", "1850", "30/06/2026", company);
        check("#le=2026-11-22&client=societe&montant=1%20850%2C00+%E2%82%AC", "1 850,00 €", "", company);
        check("#echeance=demain", "", "demain", None);
        check("#montant=%ff%", "\u{fffd}%", "", None);
    }

    #[test]
    fn every_debtor_can_be_named_and_no_other() {
        for kind in crate::words::DEBTORS.map(|(kind, _)| kind) {
            assert!(DEBTORS.iter().any(|(_, named)| *named == kind), "{kind:?}");
        }
        let brought = with_facts("#montant=1&client=robot");
        assert_eq!(brought.but, Some(LinkError::Debtor("robot".to_owned())));
        assert_eq!(brought.case.invoices[0].amount, "1", "the rest is taken");
    }

    #[test]
    fn facts_are_told_from_the_rest() {
        assert_eq!(facts_of("#couleur=1d4ed8&montant=1&le=2026-11-22&client=societe"), "montant=1&client=societe&");
        assert_eq!(facts_of("#theme=clair"), "");
    }

    #[test]
    fn other_fragments_bring_nothing() {
        for fragment in ["", "#", "#content", "#le=2026-06-30", "#clients=3", "#dossier"] {
            assert!(!brings_facts(fragment), "{fragment}");
        }
        for fragment in ["#dossier=x", "#le=2026-06-30&dossier=", "#client=societe"] {
            assert!(brings_facts(fragment), "{fragment}");
        }
    }
}
