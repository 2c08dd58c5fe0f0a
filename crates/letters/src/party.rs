//! Who writes and who is written to.

use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Money, PartyKind};
use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::bank_account::{Bic, Iban};
use crate::line::Line;
use crate::siren::{Siren, Siret};
use crate::vat_number::VatNumber;

/// A creditor or a debtor, as a letter names them.
#[doc(alias = "créancier")]
#[doc(alias = "débiteur")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Party {
    /// What the party is in law.
    pub kind: PartyKind,
    /// The name: of a company without its form, of a person with the first name.
    #[doc(alias = "dénomination sociale")]
    pub name: String,
    /// The form of a company, such as `SARL`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<String>,
    /// The share capital, in euros.
    #[doc(alias = "capital social")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capital: Option<Money>,
    /// The company's number: nine digits, checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siren: Option<Siren>,
    /// The establishment's number: fourteen digits, checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siret: Option<Siret>,
    /// The town of the registry the party is entered in.
    #[doc(alias = "RCS")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rcs_town: Option<String>,
    /// The VAT number; the key of a French one is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<VatNumber>,
    /// The seat or the home.
    pub address: Address,
    /// Who in the debtor's house should read the letter, such as « Service comptable ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attention: Option<String>,
    /// Who answers for the creditor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Who signs for the creditor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatory: Option<Signatory>,
    /// The creditor's account, checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iban: Option<Iban>,
    /// The creditor's bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bic: Option<Bic>,
}

/// Who can be reached, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// The name of the person or of the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// Who signs a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Signatory {
    /// First and last name.
    pub name: String,
    /// In which capacity, such as « Gérante ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<String>,
}

impl Party {
    /// The company's number, read from the establishment's where only that one is given.
    #[must_use]
    pub fn company_number(&self) -> Option<Siren> {
        self.siren.or_else(|| self.siret.map(Siret::siren))
    }

    /// Whether this is a person who carries on a business in their own name.
    #[doc(alias = "entrepreneur individuel")]
    #[must_use]
    pub fn is_sole_proprietor(&self) -> bool {
        let person = matches!(self.kind, PartyKind::SoleTrader | PartyKind::Craftsman | PartyKind::Liberal | PartyKind::Farmer);
        person && self.form().is_none()
    }

    /// The form of a company.
    pub(crate) fn form(&self) -> Option<Line> {
        self.legal_form.as_deref().and_then(Line::some)
    }

    /// Whether this is a natural person, who signs for themselves.
    pub(crate) fn is_natural_person(&self) -> bool {
        self.kind == PartyKind::Consumer || self.is_sole_proprietor()
    }

    /// Adds what is wrong with this party, which stands at `field`.
    pub(crate) fn check(&self, field: &str, problems: &mut Vec<Problem>) {
        if Line::some(&self.name).is_none() {
            problems.push(Problem {
                code: Code::MissingField,
                field: format!("{field}.name"),
                message: "Indiquez le nom ou la dénomination : une lettre sans nom ne peut pas partir.".into(),
            });
        }
        self.address.check(&format!("{field}.address"), problems);
        if let (Some(siren), Some(siret)) = (self.siren, self.siret)
            && siret.siren() != siren
        {
            problems.push(Problem {
                code: Code::InvalidSiret,
                field: format!("{field}.siret"),
                message:
                    "Ce SIRET n’est pas celui d’un établissement de ce SIREN : ses neuf premiers chiffres doivent être les mêmes."
                        .into(),
            });
        }
        if let (Some(siren), Some(other)) = (self.company_number(), self.vat_number.as_ref().and_then(VatNumber::siren))
            && siren != other
        {
            problems.push(Problem {
                code: Code::InvalidVatNumber,
                field: format!("{field}.vatNumber"),
                message: "Ce numéro de TVA est celui d’une autre entreprise : il doit finir par le SIREN.".into(),
            });
        }
    }
}
