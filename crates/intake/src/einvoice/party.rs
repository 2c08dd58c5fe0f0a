//! The numbers of a party, by the scheme each is given in (ISO 6523).

use dument_letters::{Siren, Siret};

use crate::checks::compact;
use crate::{Notice, NoticeCode, Party};

/// The digits of the number of an establishment.
const SIRET_DIGITS: usize = 14;

/// Takes a number over by its scheme; one without a scheme only where its check digit shows what it is, which is said.
pub(super) fn identify(party: &mut Party, scheme: Option<&str>, number: &str, derived: &mut Vec<Notice>) {
    let compacted = compact(number);
    match scheme {
        // Published examples give a SIRET under the scheme of the SIREN: the length tells them apart.
        Some("0002" | "0009" | "SIREN" | "SIRET" | "FR:SIRENE" | "FR:SIRET") if compacted.len() == SIRET_DIGITS => {
            set(&mut party.siret, compacted);
        }
        Some("0002" | "0009" | "SIREN" | "SIRET" | "FR:SIRENE" | "FR:SIRET") => set(&mut party.siren, compacted),
        Some("EM") => set(&mut party.email, number.to_owned()),
        Some("9957" | "VA" | "VAT") => set(&mut party.vat_number, compacted),
        // The French directory of e-invoicing: a SIREN, with a suffix or not.
        Some("0225") => {
            let siren = compacted.split('_').next().unwrap_or_default();
            if siren.parse::<Siren>().is_ok() {
                set(&mut party.siren, siren.to_owned());
            }
        }
        None if compacted.parse::<Siret>().is_ok() && party.siret.is_none() => {
            derived.push(told(&compacted, "SIRET"));
            party.siret = Some(compacted);
        }
        None if compacted.parse::<Siren>().is_ok() && party.siren.is_none() => {
            derived.push(told(&compacted, "SIREN"));
            party.siren = Some(compacted);
        }
        _ => {}
    }
}

fn set(field: &mut Option<String>, value: String) {
    if !value.is_empty() {
        field.get_or_insert(value);
    }
}

fn told(number: &str, what: &str) -> Notice {
    Notice::new(NoticeCode::SirenFromNumber, format!("Le numéro {number} est lu comme un {what}\u{a0}: sa clé est exacte."))
}
