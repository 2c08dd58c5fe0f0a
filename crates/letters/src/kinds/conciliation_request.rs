//! CPC 1530 and 1536: a court conciliator, asked without form and free of charge, tries to bring creditor and debtor to an agreement. The
//! request alone suspends no limitation (C. civ. 2238).

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Note, PartyKind, french};
use serde::{Deserialize, Serialize};

use super::{Draft, Form};
use crate::advice::{info, warning};
use crate::claim::Claim;
use crate::correspondent::Correspondent;
use crate::document::Item;
use crate::forbidden;
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::mentions;
use crate::refusal::problem;
use crate::wording::{self, filters};

/// What a request to a conciliator says besides the claim.
#[doc(alias = "demande de conciliation")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase", default)]
pub struct ConciliationRequest {
    /// The conciliator, where an address is known; else the letter goes through the online form or the town hall.
    #[doc(alias = "conciliateur de justice")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conciliator: Option<Correspondent>,
    /// What happened, in a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// What the debtor answers, where they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debtor_position: Option<String>,
    /// What the creditor would accept, such as « six mensualités égales ».
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<String>,
}

/// What the templates say beyond the claim.
struct Request {
    debtor: Line,
    account: Option<Line>,
    debtor_position: Option<Line>,
    proposal: Option<Line>,
}

/// What the law allows differs with who owes.
#[derive(Template)]
#[template(ext = "txt", escape = "none")]
enum Wording<'a> {
    #[template(path = "conciliation_request/business.txt")]
    Business { claim: &'a Claim<'a>, own: &'a Request },
    #[template(path = "conciliation_request/consumer.txt")]
    Consumer { claim: &'a Claim<'a>, own: &'a Request },
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    if input.debtor.kind == PartyKind::PublicBody {
        let message =
            "Le conciliateur de justice ne peut rien contre une personne publique : le médiateur des entreprises, lui, le peut.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    let Some(facts) = &input.facts.conciliation_request else { return };
    if let Some(conciliator) = &facts.conciliator {
        conciliator.check("facts.conciliationRequest.conciliator", problems);
    }
    for (name, text) in [("account", &facts.account), ("proposal", &facts.proposal)] {
        let text = text.as_deref().unwrap_or_default();
        forbidden::check(text, &format!("facts.conciliationRequest.{name}"), input.addressee(), problems);
    }
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let (input, claim) = (draft.input, &draft.claim);
    let none = ConciliationRequest::default();
    let facts = input.facts.conciliation_request.as_ref().unwrap_or(&none);
    let sentence = |text: &Option<String>| text.as_deref().filter(|text| Line::some(text).is_some()).map(Line::whole_sentence);
    let own = Request {
        debtor: mentions::full_name(&input.debtor),
        account: sentence(&facts.account),
        debtor_position: sentence(&facts.debtor_position),
        proposal: sentence(&facts.proposal),
    };
    let text = wording::read(&match draft.addressee {
        Addressee::Consumer => Wording::Consumer { claim, own: &own },
        Addressee::Business | Addressee::PublicBody => Wording::Business { claim, own: &own },
    });
    let address: Vec<String> = input.debtor.address.printed().into_iter().map(String::from).collect();
    let debtor = Item { label: "Débiteur".into(), value: format!("{}, {}", own.debtor, address.join(", ")) };
    let letters = claim.earlier_letters.iter().map(|day| format!("Copie de notre lettre du {}", french::day(*day)));
    Form {
        recipient: Some(recipient(facts, input)),
        references: Some(vec![debtor]),
        enclosures: Some(letters.collect()),
        notes: notes(draft, facts),
        ..Form::from(text)
    }
}

/// The conciliator, or whoever conciliates where the debtor lives.
fn recipient(facts: &ConciliationRequest, input: &Input) -> Vec<String> {
    let known = facts.conciliator.as_ref().map(Correspondent::printed);
    let place = &input.debtor.address;
    known.unwrap_or_else(|| {
        let ward = Line::new(&format!("compétent pour {} {}", place.postcode, place.town));
        vec!["Conciliateur de justice".into(), ward.into()]
    })
}

fn notes(draft: &Draft<'_>, facts: &ConciliationRequest) -> Vec<Note> {
    let months = (draft.law.number)("conciliatorWaitMonths", draft.claim.written_on).unwrap_or_default();
    let mut notes = vec![
        warning(
            "requestDoesNotSuspend",
            "Cette demande ne suspend pas la prescription : seuls le font l’accord écrit de tenter une conciliation ou, sans lui, la première \
             réunion. Si le dernier jour pour agir est proche, saisissez le tribunal.",
        ),
        info(
            "conciliationFree",
            &format!(
                "La conciliation est gratuite et sans avocat. Si aucun rendez-vous n’est possible avant {}, gardez-en la preuve : cela dispense de \
                 cette tentative là où le tribunal l’exige.",
                french::count(months.into(), "mois", "mois")
            ),
        ),
        info(
            "conciliationPrepare",
            "Dites-vous d’avance ce que vous accepteriez : un délai, des mensualités. Un accord signé peut recevoir force exécutoire.",
        ),
    ];
    if facts.conciliator.is_none() {
        notes.push(warning(
            "conciliatorToFind",
            "Trouvez le conciliateur du lieu où demeure le débiteur sur conciliateurs.fr, où la demande se dépose en ligne, ou à la mairie ou au \
             tribunal de ce lieu : copiez-y ce texte, ou remettez-y cette lettre.",
        ));
    }
    notes
}
