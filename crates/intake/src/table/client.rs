//! Who owes, as a row says it.

use dument_law::PartyKind;

use super::cells::Cells;
use super::names::plain;
use crate::checks::{self, compact};
use crate::mapping::Field;
use crate::{Address, Notice, Party};

impl Cells<'_> {
    pub(super) fn debtor(&self, derived: &mut Vec<Notice>) -> Party {
        let street = self.text(Field::Street).into_iter().flat_map(|street| {
            street.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        });
        let address = Address {
            lines: street.chain(self.text(Field::StreetMore)).collect(),
            postcode: self.text(Field::Postcode),
            city: self.text(Field::City),
            country: self.text(Field::Country),
        };
        let number = |field| self.text(field).map(|number| compact(&number));
        let mut party = Party {
            name: self.text(Field::DebtorName).unwrap_or_default(),
            kind: self.text(Field::DebtorKind).and_then(|kind| party_kind(&plain(&kind))),
            siren: number(Field::Siren),
            siret: number(Field::Siret),
            vat_number: number(Field::VatNumber),
            account: self.text(Field::DebtorAccount),
            address: Some(address).filter(|address| *address != Address::default()),
            email: self.text(Field::Email),
            phone: self.text(Field::Phone),
            contact: self.text(Field::Contact),
        };
        checks::complete_siren(&mut party, derived);
        party
    }
}

/// What a client is, by the words of files; no word is guessed at.
fn party_kind(plain: &str) -> Option<PartyKind> {
    Some(match plain {
        "societe commerciale" | "societe" | "company" | "entreprise" => PartyKind::Company,
        "commercant" => PartyKind::SoleTrader,
        "artisan" => PartyKind::Craftsman,
        "profession liberale" => PartyKind::Liberal,
        "agriculteur" => PartyKind::Farmer,
        "societe civile" => PartyKind::CivilCompany,
        "association" => PartyKind::Association,
        "particulier" | "consommateur" | "b2c" => PartyKind::Consumer,
        "personne publique" | "administration" | "secteur public" | "b2g" => PartyKind::PublicBody,
        _ => return None,
    })
}

/// The words for what a client is, as [`party_kind`] reads them.
pub(crate) fn kind_words(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Company => "société commerciale",
        PartyKind::SoleTrader => "commerçant",
        PartyKind::Craftsman => "artisan",
        PartyKind::Liberal => "profession libérale",
        PartyKind::Farmer => "agriculteur",
        PartyKind::CivilCompany => "société civile",
        PartyKind::Association => "association",
        PartyKind::Consumer => "particulier",
        PartyKind::PublicBody => "personne publique",
    }
}
