//! The acknowledgment of the debt, for the debtor to complete and sign.
//!
//! C. civ. 1376: it proves the debt if who signs it has written the sum himself, in words and in figures; the words prevail. So that
//! mention is never printed.

use askama::Template;
use dument_law::penalties::Rate;
use dument_law::problem::Problem;
use dument_law::reading::Read;
use dument_law::{Code, Day, Note};
use serde::{Deserialize, Serialize};

use super::{Draft, Form, Head};
use crate::claim::Claim;
use crate::document::{Block, SigningParty};
use crate::input::{Addressee, Input};
use crate::line::Line;
use crate::party::Signatory;
use crate::refusal::problem;
use crate::wording::{self, filters};
use crate::{advice, mentions, statement_table};

/// The lines of room for the sum in words and in figures, the place and the day.
const LINES: u8 = 4;

/// Who acknowledges the debt, and until when it is to be paid.
#[doc(alias = "reconnaissance de dette")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Acknowledgment {
    /// The day by which the debtor undertakes to pay; by default at once what is due, the rest when it falls due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Day>,
    /// What else tells who a natural person is, such as « née le 3 mai 1980 à Angers ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
    /// Who signs for the debtor; needed where the debtor isn't a natural person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatory: Option<Signatory>,
}

#[derive(Template)]
#[template(ext = "txt", escape = "none", path = "acknowledgment/deed.txt")]
struct Wording<'a> {
    claim: &'a Claim<'a>,
    creditor: String,
    debtor: String,
    is_consumer: bool,
    due_on: Option<Day>,
}

pub(crate) fn check(input: &Input, problems: &mut Vec<Problem>) {
    if input.addressee() == Addressee::PublicBody {
        let message = "Une personne publique ne signe pas de reconnaissance de dette : adressez-lui une demande de paiement, qui interrompt aussi la \
                       prescription.";
        problems.push(problem(Code::NotApplicable, "debtor.kind", message));
        return;
    }
    let facts = input.facts.acknowledgment.clone().unwrap_or_default();
    if facts.due_on.is_some_and(|day| day <= input.written_on) {
        let message = "La date de paiement promise est postérieure à celle de l’acte. Laissez-la vide si la somme est à payer tout de suite.";
        problems.push(problem(Code::DateOutOfRange, "facts.acknowledgment.dueOn", message));
    }
    mentions::check_signatory(&input.debtor, facts.signatory.as_ref(), "facts.acknowledgment.signatory", problems);
}

pub(crate) fn write(draft: &Draft<'_>) -> Form {
    let Draft { input, addressee, claim, .. } = draft;
    let facts = input.facts.acknowledgment.clone().unwrap_or_default();
    let mut debtor = mentions::identity(&input.debtor, facts.signatory.as_ref());
    if input.debtor.is_natural_person()
        && let Some(identity) = facts.identity.as_deref().and_then(Line::some)
    {
        debtor = format!("{debtor}, {identity}");
    }
    let creditor = mentions::identity(&input.creditor, None);
    let is_consumer = *addressee == Addressee::Consumer;
    let mut form = Form::from(wording::read(&Wording { claim, creditor, debtor, is_consumer, due_on: facts.due_on }));
    form.head = Head::Deed;
    form.parts = vec![
        ("statement", statement_table::whole(&input.invoices, claim.statement)),
        ("mention", vec![Block::Handwritten { instruction: INSTRUCTION.into(), lines: LINES }]),
    ];
    let lines = mentions::signing(&input.debtor, facts.signatory.as_ref());
    form.signature = Some(vec![Block::Signatures { parties: vec![SigningParty { title: "Le débiteur".into(), lines }] }]);
    form.notes = notes(input, &facts);
    form
}

const INSTRUCTION: &str =
    "De la main de la personne qui signe\u{a0}: le lieu et la date, puis la somme due, en toutes lettres et en chiffres.";

fn notes(input: &Input, facts: &Acknowledgment) -> Vec<Note> {
    let mut notes = vec![
        advice::warning(
            "handwrittenMention",
            "N’écrivez pas la somme à la place du débiteur : sans la mention écrite par lui, en lettres et en chiffres, l’acte n’est qu’un début \
             de preuve. Si les deux diffèrent, les lettres l’emportent. Entre commerçants, pour leur commerce, la preuve est libre ; la mention \
             reste prudente.",
        ),
        advice::info(
            "signedOnline",
            "L’acte peut être signé en ligne si le débiteur saisit lui-même la mention ; gardez la preuve de sa signature électronique.",
        ),
        advice::info("oneOriginal", "Un seul original suffit : c’est vous qui le gardez. Remettez-en une copie au débiteur."),
        advice::info(
            "acknowledgesDebt",
            "Si la prescription n’est pas encore acquise, un nouveau délai repart de la signature. Après, l’acte n’est utile que si le débiteur \
             renonce clairement à la prescription.",
        ),
        advice::warning(
            "notEnforceable",
            "Cet acte prouve la dette ; il ne permet pas, à lui seul, de faire agir un commissaire de justice. Il facilite une injonction de payer ou \
             un référé.",
        ),
    ];
    if !input.debtor.is_natural_person() {
        notes.push(advice::info(
            "checkPower",
            "Vérifiez que la personne qui signe pour le débiteur en a le pouvoir (extrait Kbis, délégation).",
        ));
    } else if facts.identity.is_none() {
        notes.push(advice::info(
            "birthMissing",
            "Ajoutez la date et le lieu de naissance du débiteur : l’acte le désignera sans erreur possible.",
        ));
    }
    notes
}
