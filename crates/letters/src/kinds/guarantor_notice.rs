//! The notice to who stands surety: informed that the debtor is in default, and asked to pay within the limit of the surety.
//!
//! C. civ. 2302 and 2303: towards a natural person, a professional creditor who didn't tell in time what is owed and that the debtor is in
//! default loses the interest and penalties of that time, and payments of the debtor then went to principal first. C. civ. 2305: unless
//! joint, a surety may ask that the debtor be sued first. C. com. L622-28, L631-14: no action against natural persons while a safeguard or a
//! reorganisation is open.

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Day, Money, Note, YesNo, french};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::claim::Claim;
use crate::correspondent::Correspondent;
use crate::document::{Item, Language};
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::refusal::problem;
use crate::wording::{self, filters};
use crate::{advice, letter, mentions, statement_table, words};

/// Who stands surety, and for what.
#[doc(alias = "caution")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct GuarantorNotice {
    /// The surety.
    pub guarantor: Correspondent,
    /// Whether the surety is a natural person, such as the manager of the company that owes.
    #[doc(alias = "personne physique")]
    pub natural_person: bool,
    /// The day the surety signed.
    pub signed_on: Day,
    /// The most the surety owes, all included, in euros.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Money>,
    /// Whether the surety is joint with the debtor; until it is said, the letter doesn't speak of it.
    #[doc(alias = "solidaire")]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub joint: YesNo,
    /// Whether a natural person was told in time, each year before 31 March of what was owed and of the first default once it had
    /// lasted a month (C. civ. 2302, 2303); until it is said, only the principal is asked for.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub informed_in_time: YesNo,
    /// Where insolvency proceedings are open against the debtor: whether they are a liquidation; until it is said, no natural person is
    /// asked for anything.
    #[doc(alias = "liquidation judiciaire")]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub debtor_in_liquidation: YesNo,
}

/// What the templates say beside the claim.
struct Surety {
    debtor: Line,
    notice: GuarantorNotice,
    /// What is owed, of which the surety is asked for no more than its limit.
    owed: Money,
    asked: Money,
}

impl Surety {
    fn is_joint(&self) -> bool {
        self.notice.joint == YesNo::Yes
    }

    fn is_simple(&self) -> bool {
        self.notice.joint == YesNo::No
    }
}

/// What is owed besides principal differs with who owes it.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "guarantor_notice/business.txt")]
    Business { claim: &'a Claim<'a>, surety: Surety },
    #[template(path = "guarantor_notice/consumer.txt")]
    Consumer { claim: &'a Claim<'a>, surety: Surety },
}

impl GuarantorNotice {
    /// Whether interest, penalties and the like can be asked of the surety.
    pub(crate) fn owes_interest(&self) -> bool {
        !self.natural_person || self.informed_in_time == YesNo::Yes
    }
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    let at = |field: &str| format!("facts.guarantorNotice.{field}");
    if input.addressee() == Addressee::PublicBody {
        let message =
            "Les dettes d’une personne publique ne sont pas garanties par une caution : adressez-lui une demande de paiement.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    let Some(notice) = &input.facts.guarantor_notice else {
        problems.push(problem(Code::MissingField, at("guarantor"), "Indiquez le nom et l’adresse de la caution."));
        problems.push(problem(Code::MissingField, at("signedOn"), "Indiquez la date de l’acte de cautionnement."));
        return;
    };
    notice.guarantor.check(&at("guarantor"), problems);
    if notice.signed_on > input.written_on {
        problems.push(problem(
            Code::DateOutOfRange,
            at("signedOn"),
            "L’acte de cautionnement ne peut pas être postérieur à cette lettre.",
        ));
    }
    if notice.limit.is_some_and(|limit| !limit.is_positive()) {
        let message = "La limite de l’engagement est d’au moins un centime. Laissez-la vide s’il n’en a pas.";
        problems.push(problem(Code::ZeroAmount, at("limit"), message));
    }
    for (place, invoice) in input.invoices.iter().enumerate() {
        if !notice.owes_interest() && invoice.balance_on(input.written_on).is_zero() {
            let message = "Cette facture est payée : à une caution qui n’a pas été informée à temps, rien d’autre ne peut être demandé. Retirez-la.";
            problems.push(problem(Code::NothingDue, format!("invoices[{place}]"), message));
        }
    }
    let opened_on = input.penalties.insolvency_opened_on.filter(|day| *day <= input.written_on);
    if let Some(opened_on) = opened_on
        && notice.natural_person
        && notice.debtor_in_liquidation != YesNo::Yes
    {
        let message = format!(
            "Une procédure collective est ouverte contre le débiteur depuis le {} : pendant une sauvegarde ou un redressement, la loi suspend toute \
             action contre une caution qui est une personne physique. Déclarez d’abord votre créance. S’il s’agit d’une liquidation judiciaire, \
             dites-le.",
            french::day(opened_on)
        );
        problems.push(problem(Code::InsolvencyOpened, at("debtorInLiquidation"), message));
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let Draft { input, addressee, claim, .. } = draft;
    let Some(notice) = &input.facts.guarantor_notice else { return Form::default() };
    let owed = if notice.owes_interest() { claim.total() } else { claim.balance };
    let asked = notice.limit.map_or(owed, |limit| limit.min(owed));
    let surety = Surety { debtor: mentions::full_name(&input.debtor), notice: notice.clone(), owed, asked };
    let mut form = Form::from(wording::read(&match addressee {
        Addressee::Consumer => Wording::Consumer { claim, surety },
        Addressee::Business | Addressee::PublicBody => Wording::Business { claim, surety },
    }));
    form.recipient = Some(notice.guarantor.printed());
    let words = words::of(Language::Fr);
    let debtor = Item { label: "Débiteur".into(), value: mentions::full_name(&input.debtor).into() };
    let invoices = letter::references(Language::Fr, claim).into_iter().filter(|item| item.label != words.labels().your_reference);
    form.references = Some(std::iter::once(debtor).chain(invoices).collect());
    form.asks = Some(asked);
    form.parts = vec![("balances", vec![statement_table::balances(words, &input.invoices, claim.statement.as_of)])];
    form.enclosures = Some(vec![format!("Copie de l’acte de cautionnement du {}", french::day(notice.signed_on))]);
    form.notes = notes(draft, notice);
    form
}

fn notes(draft: &Draft<'_>, notice: &GuarantorNotice) -> Vec<Note> {
    let mut notes = vec![
        advice::warning(
            "checkTheSurety",
            "Relisez l’acte de cautionnement : il doit couvrir ces factures, leur date et, pour les demander, les intérêts et l’indemnité. Un acte \
             signé avant le 1er janvier 2022 suit l’ancienne loi, sauf pour l’information de la caution.",
        ),
        advice::info("copyToDebtor", "Envoyez le même jour une copie de cette lettre au débiteur."),
        advice::no_interruption(),
    ];
    if notice.natural_person {
        if notice.limit.is_none() {
            notes.push(advice::warning(
                "limitMissing",
                "Depuis 2022, l’engagement d’une personne physique est nul s’il ne fixe pas, de sa main, un montant maximal en lettres et en chiffres : \
                 vérifiez l’acte et indiquez ce montant.",
            ));
        }
        if !notice.owes_interest() {
            notes.push(advice::warning(
                "interestLeftOut",
                "Une caution personne physique doit être informée chaque année de ce qui est dû, et du premier impayé dès qu’il a duré un mois. À défaut, \
                 les intérêts et pénalités de cette période sont perdus contre elle : la lettre ne demande que le principal. Si vous l’avez informée à \
                 temps, dites-le.",
            ));
        }
        if notice.joint == YesNo::Yes {
            notes.push(advice::warning(
                "jointMention",
                "Une caution personne physique n’est solidaire que si elle l’a reconnu dans la mention qu’elle a écrite : vérifiez que l’acte le dit.",
            ));
        }
        notes.push(advice::info(
            "proportionality",
            "Si l’engagement était manifestement trop lourd pour les revenus et les biens de la caution quand elle a signé, le juge peut le réduire.",
        ));
    }
    if draft.input.penalties.insolvency_opened_on.is_some_and(|day| day <= draft.input.written_on) {
        notes.push(advice::warning(
            "declareToo",
            "Une procédure collective est ouverte contre le débiteur : déclarez aussi votre créance, dans le délai, et ne lui demandez rien directement.",
        ));
    }
    notes
}
