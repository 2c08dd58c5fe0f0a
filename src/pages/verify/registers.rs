//! The public registers where a debtor is looked up: where each is, and what to look for there.
//!
//! An address carries the debtor's number where the register has a page for it; nothing here asks for it: only a link that
//! the visitor follows does.

use dument_law::{PartyKind, Place};

/// A public register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// What it is called.
    pub name: &'static str,
    /// Who keeps it, and of whom.
    pub holds: &'static str,
    /// What to look for there.
    pub look_for: &'static [&'static str],
    /// Where it is.
    pub url: String,
    /// Whether the address carries the debtor's number.
    pub tells_number: bool,
}

impl Register {
    fn new(name: &'static str, holds: &'static str, look_for: &'static [&'static str], url: &str) -> Self {
        Self { name, holds, look_for, url: url.to_owned(), tells_number: false }
    }

    /// The debtor's own page there, where the number is known: the address with the number after it.
    fn at(mut self, page: &str, siren: Option<&str>) -> Self {
        if let Some(siren) = siren {
            self.url = format!("{page}{siren}");
            self.tells_number = true;
        }
        self
    }
}

/// The registers that know a debtor of this kind and place, the most telling first.
#[must_use]
pub fn registers(kind: Option<PartyKind>, place: Place, siren: Option<&str>) -> Vec<Register> {
    match (kind, place) {
        (Some(PartyKind::Consumer), _) => vec![notices(None)],
        (_, Place::Eu | Place::Denmark) => vec![european(), vat()],
        (_, Place::Abroad) => Vec::new(),
        (Some(PartyKind::PublicBody), _) => vec![administrations(), public_invoices()],
        (Some(PartyKind::Association), _) => vec![directory(siren), notices(siren), associations()],
        (Some(PartyKind::Liberal | PartyKind::Farmer | PartyKind::Craftsman), _) => {
            vec![directory(siren), notices(siren), national(siren)]
        }
        _ => vec![directory(siren), notices(siren), national(siren), commerce(siren)],
    }
}

fn directory(siren: Option<&str>) -> Register {
    const LOOK_FOR: &[&str] = &[
        "«\u{a0}En activité\u{a0}» ou «\u{a0}cessée\u{a0}»\u{a0}: une entreprise cessée ne se poursuit plus comme une autre.",
        "Le nom exact et la forme (SARL, SAS, entrepreneur individuel)\u{a0}: ceux de vos lettres.",
        "L’adresse du siège\u{a0}: c’est là qu’une lettre ou un acte doit arriver.",
    ];
    Register::new(
        "Annuaire des entreprises",
        "Le site de l’État qui réunit les registres\u{a0}: commencez par lui.",
        LOOK_FOR,
        "https://annuaire-entreprises.data.gouv.fr/",
    )
    .at("https://annuaire-entreprises.data.gouv.fr/entreprise/", siren)
}

fn notices(siren: Option<&str>) -> Register {
    const OF_COMPANIES: &[&str] = &[
        "«\u{a0}Procédures collectives\u{a0}»\u{a0}: la date du jugement d’ouverture, celle de l’annonce, et le nom du mandataire.",
        "«\u{a0}Radiations\u{a0}», «\u{a0}dissolution\u{a0}»\u{a0}: la société s’arrête.",
        "«\u{a0}Ventes et cessions\u{a0}»\u{a0}: son fonds change de mains\u{a0}: demandez vite conseil.",
        "Un changement d’adresse ou de dirigeant.",
    ];
    Register::new(
        "BODACC",
        "Le bulletin officiel des annonces commerciales\u{a0}: la date qui y paraît fait courir les délais.",
        OF_COMPANIES,
        "https://www.bodacc.fr/pages/annonces-commerciales/",
    )
    .at("https://www.bodacc.fr/pages/annonces-commerciales/?q.registre=registre:", siren)
}

fn national(siren: Option<&str>) -> Register {
    const LOOK_FOR: &[&str] = &[
        "Les dirigeants, et qui peut signer.",
        "Les comptes déposés\u{a0}: peut-il payer\u{202f}?",
        "Les statuts, l’acte de dissolution.",
    ];
    Register::new(
        "Registre national des entreprises",
        "Tenu par l’INPI, pour toutes les entreprises\u{a0}; ses documents sont gratuits.",
        LOOK_FOR,
        "https://data.inpi.fr/",
    )
    .at("https://data.inpi.fr/entreprises/", siren)
}

fn commerce(siren: Option<&str>) -> Register {
    const LOOK_FOR: &[&str] = &[
        "L’extrait Kbis, qui prouve l’existence de la société (payant).",
        "L’état des inscriptions\u{a0}: des impayés aux impôts ou à l’URSSAF y paraissent (payant).",
    ];
    Register::new(
        "Registre du commerce (Infogreffe)",
        "Tenu par les greffes\u{a0}; la fiche est gratuite, les extraits se paient.",
        LOOK_FOR,
        "https://www.infogreffe.fr",
    )
    .at("https://www.infogreffe.fr/entreprise/", siren)
}

fn associations() -> Register {
    const LOOK_FOR: &[&str] = &["L’annonce de sa création\u{a0}: nom exact, objet, siège.", "Une annonce de dissolution."];
    Register::new(
        "Journal officiel des associations",
        "Toutes les associations déclarées, par leur nom.",
        LOOK_FOR,
        "https://www.journal-officiel.gouv.fr/pages/associations-recherche/",
    )
}

fn administrations() -> Register {
    const LOOK_FOR: &[&str] =
        &["L’adresse et le téléphone du service.", "L’administration dont il dépend\u{a0}: c’est elle qui paie."];
    Register::new(
        "Annuaire du service public",
        "Toutes les administrations, avec leurs coordonnées.",
        LOOK_FOR,
        "https://lannuaire.service-public.gouv.fr/",
    )
}

fn public_invoices() -> Register {
    const LOOK_FOR: &[&str] = &[
        "Le statut de votre facture\u{a0}: déposée, reçue, rejetée, mise en paiement.",
        "La date de réception\u{a0}: le délai de paiement court d’elle.",
        "Le bon service et le bon numéro d’engagement, dans l’annuaire des structures publiques.",
    ];
    Register::new(
        "Chorus Pro",
        "Le portail où une administration reçoit ses factures\u{a0}; votre compte y dit où en est la vôtre.",
        LOOK_FOR,
        "https://chorus-pro.gouv.fr/",
    )
}

fn european() -> Register {
    const LOOK_FOR: &[&str] = &["Le nom exact, la forme et le siège.", "Une procédure d’insolvabilité, une radiation."];
    Register::new(
        "Registres du commerce européens",
        "Le portail e-Justice interroge le registre de chaque pays de l’Union.",
        LOOK_FOR,
        "https://e-justice.europa.eu/content_find_a_company-489-fr.do",
    )
}

fn vat() -> Register {
    const LOOK_FOR: &[&str] = &["Que le numéro de TVA de votre client existe, et à quel nom."];
    Register::new(
        "VIES",
        "Le contrôle des numéros de TVA de la Commission européenne.",
        LOOK_FOR,
        "https://ec.europa.eu/taxation_customs/vies/",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIREN: Option<&str> = Some("732829320");

    fn names(kind: PartyKind, place: Place) -> Vec<&'static str> {
        registers(Some(kind), place, SIREN).into_iter().map(|register| register.name).collect()
    }

    #[test]
    fn each_debtor_has_its_registers() {
        let company = names(PartyKind::Company, Place::France);
        assert_eq!(
            company,
            ["Annuaire des entreprises", "BODACC", "Registre national des entreprises", "Registre du commerce (Infogreffe)"]
        );
        assert!(names(PartyKind::Association, Place::France).contains(&"Journal officiel des associations"));
        assert_eq!(names(PartyKind::PublicBody, Place::France), ["Annuaire du service public", "Chorus Pro"]);
        assert_eq!(names(PartyKind::Company, Place::Eu), ["Registres du commerce européens", "VIES"]);
        assert!(names(PartyKind::Company, Place::Abroad).is_empty());
    }

    #[test]
    fn an_address_says_whether_it_carries_the_number() {
        for register in registers(Some(PartyKind::Company), Place::France, SIREN) {
            assert!(register.tells_number && register.url.ends_with("732829320"), "{register:?}");
        }
        for register in registers(Some(PartyKind::Company), Place::France, None) {
            assert!(!register.tells_number && !register.url.contains("732829320"), "{register:?}");
        }
        // A person's name is nobody's number.
        assert!(registers(Some(PartyKind::Consumer), Place::France, SIREN).iter().all(|register| !register.tells_number));
        for kind in [PartyKind::Company, PartyKind::PublicBody, PartyKind::Association, PartyKind::Consumer] {
            for register in registers(Some(kind), Place::France, SIREN) {
                assert!(register.url.starts_with("https://"), "{register:?}");
            }
        }
    }
}
